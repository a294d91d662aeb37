from __future__ import annotations

import pytest

from kashf.sandboxed.engines.langdetect import LanguageGuesser
from tests.documents import ARABIC, ENGLISH


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (ARABIC, "ar"),
        (ENGLISH, "en"),
        ("تمام افراد بشر آزاد به دنيا مي‌آيند و از لحاظ حيثيت و حقوق با هم برابرند و همه چیز", "fa"),
        ("Kuşatmayı kırmak için dağıtım böyle yapılacaktır ve herkes görevini bilir", "tr"),
        ("Le convoi est passé avant l'aube et personne n'a été arrêté", "fr"),
        ("Konvoy 14", ""),
        ("2014 1435 22 000", ""),
        ("", ""),
    ],
)
def test_the_language_of_a_text_is_told_and_too_few_letters_tell_nothing(text: str, language: str) -> None:
    assert language == LanguageGuesser().guess(text)


def test_an_arabic_text_with_one_persian_letter_is_arabic() -> None:
    assert "ar" == LanguageGuesser().guess(ARABIC * 2 + " چ")
