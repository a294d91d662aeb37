"""Words that may be of a verb: those of the table, those whose shape tells, and those that only look like it."""

from __future__ import annotations

import pytest

from kashf.language.forms.arabic_deeds import DeedShape, deed_words, is_stative
from kashf.language.words.folding import fold


@pytest.mark.parametrize(
    ("word", "shape", "kind"),
    [
        ("وتسليمها", DeedShape.NOUN, "deliver"),
        ("إعلامنا", DeedShape.NOUN, "report"),
        ("بإخلاء", DeedShape.NOUN, "evacuate"),
        ("استنبات", DeedShape.NOUN, ""),
        ("تُنقل", DeedShape.PRESENT, "transfer"),
        ("وليسلم", DeedShape.JUSSIVE, "deliver"),
        ("انقلوا", DeedShape.IMPERATIVE, "transfer"),
        ("صودرت", DeedShape.PAST, "confiscate"),
        ("عاينا", DeedShape.PAST, "inspect"),
    ],
)
def test_a_form_of_a_verb_tells_which_and_what_is_done(word: str, shape: DeedShape, kind: str) -> None:
    assert (shape, kind) in [(each.shape, each.kind) for each in deed_words(fold(word))]


@pytest.mark.parametrize("word", ["محافظة", "أعمال", "تاريخ", "التجار", "يوم", "مدة", "بيت"])
def test_things_people_and_plurals_of_a_like_shape_are_no_deeds(word: str) -> None:
    assert not [each for each in deed_words(fold(word)) if each.shape is DeedShape.NOUN]


def test_the_letter_of_the_future_shows() -> None:
    assert [each.is_future for each in deed_words(fold("وسنعاود"))] == [True]


def test_what_tells_what_is_so_is_no_deed() -> None:
    assert is_stative(fold("وتعتبر"))
    assert not is_stative(fold("تسلم"))
