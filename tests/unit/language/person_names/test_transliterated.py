from __future__ import annotations

import pytest

from kashf.entities.comparing.compare import SAME, compare, prepare
from kashf.language.person_names.transliterated import in_two_scripts


@pytest.mark.parametrize(
    ("kurdish", "latin", "arabic"),
    [
        ("سەرهەنگ جەمال", "Serheng Jamal", "سرهنگ جمال"),
        ("کەریم ڕۆستەم", "Kerîm Rostem", "كريم رستم"),
        ("خالید نەریمان", "Xalid Nerîman", "خالد نريمان"),
        ("ئیبراهیم شێرکۆ", "Ibrahîm Şêrko", "إبراهيم شيركو"),
        ("عەلی سۆران", "Elî Soran", "علي سوران"),
    ],
)
def test_a_kurdish_name_is_the_same_in_kurdish_latin_and_arabic_letters(kurdish: str, latin: str, arabic: str) -> None:
    scores = [compare(prepare(kurdish), prepare(other)).score for other in (latin, arabic)]

    assert [True, True] == [score >= SAME for score in scores], scores


def test_arabic_words_of_a_kurdish_name_stay_as_they_are() -> None:
    assert "محمد amin" == in_two_scripts("محمد ئەمین")


@pytest.mark.parametrize("name", ["خالد الوردي", "khaled al-wardi", "", "محمد 12"])
def test_what_has_none_of_these_letters_stays(name: str) -> None:
    assert name == in_two_scripts(name)
