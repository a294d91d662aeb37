"""What is said of values that were read off images."""

import pytest

from kashf.domain.document import Box, Origin, Page
from kashf.domain.forms.form_families import FieldNote
from kashf.domain.forms.template_fields import FieldState
from kashf.entities.forms.filled.sure_words import read_state, sure_part, value_notes

_SURE = 0.92


_HIGH, _LOW = 100, 30


def _page(*words: tuple[str, float], heights: tuple[int, ...] = ()) -> Page:
    text, boxes = "", []
    for at, (word, confidence) in enumerate(words):
        start = len(text) + bool(text)
        text = f"{text} {word}".strip()
        boxes.append(Box(start, len(text), 0, 0, 1, heights[at] if heights else _HIGH, confidence))
    return Page(1, text, Origin.OCR, 0.9, boxes=tuple(boxes))


def _notes(page: Page, label: str) -> set[FieldNote]:
    whole = (0, len(page.text))
    return set(value_notes(page, *sure_part(page, *whole), label, whole=whole))


@pytest.mark.parametrize("strays", [[("....", 0.9)], [("ست", 0.3)], [("سس", 0.46), (".", 0.9)]])
def test_lines_to_write_on_that_were_read_as_words_are_left_out(strays: list[tuple[str, float]]) -> None:
    page = _page(("صفية", _SURE), ("حمدان", _SURE), *strays, heights=(_HIGH, _HIGH, *(_LOW for _ in strays)))
    assert page.text[slice(*sure_part(page, 0, len(page.text)))] == "صفية حمدان"


def test_a_last_word_as_high_as_the_others_is_kept_however_unsure_it_is_and_said() -> None:
    page = _page(("خان", _SURE), ("القرنفل", 0.43))
    assert sure_part(page, 0, len(page.text)) == (0, len(page.text))
    assert _notes(page, "منفذ الدخول") == {FieldNote.UNSURE}


def test_what_is_left_out_is_said() -> None:
    assert _notes(_page(("Salim", _SURE), ("zz", 0.3), heights=(_HIGH, _LOW)), "Name") == {FieldNote.UNSURE}
    assert _notes(_page(("Salim", _SURE), ("....", 0.3)), "Name") == set()


def test_digits_that_are_not_sure_are_unreadable_and_words_are_to_be_looked_at() -> None:
    digits, word = _page(("11/11/11", 0.63)), _page(("Salim", 0.63))
    assert read_state(digits, 0, len(digits.text)) is FieldState.UNREADABLE
    assert read_state(word, 0, len(word.text)) is FieldState.FILLED
    assert _notes(word, "Name") == {FieldNote.UNSURE}


@pytest.mark.parametrize(
    ("label", "value"),
    [
        ("تاريخ الميلاد", "كاتب"),
        ("رقم الهاتف", "ثنا"),
        ("Blutgruppe", "“8"),
        ("الجنسية", "5"),
        ("الوضع العائلي", "أعزب ☐ متزوج ☐ أرمل"),
    ],
)
def test_a_value_that_cannot_be_what_is_asked_is_to_be_looked_at(label: str, value: str) -> None:
    assert _notes(_page((value, _SURE)), label) == {FieldNote.UNSURE}


@pytest.mark.parametrize(
    ("label", "value"), [("تاريخ الميلاد", "١٢/٣/١٩٨٠"), ("رقم الهاتف", "02025550137"), ("Blutgruppe", "0+"), ("الاسم", "كاتب")]
)
def test_a_value_that_can_be_is_counted_on(label: str, value: str) -> None:
    assert _notes(_page((value, _SURE)), label) == set()


def test_groups_of_a_telephone_number_within_arabic_are_to_be_looked_at() -> None:
    assert _notes(_page(("هاتف", _SURE), ("+0134-555-202-1", _SURE)), "رقم الهاتف") == {FieldNote.UNSURE}
    assert _notes(_page(("+1-202-555-0134", _SURE)), "Phone") == set()
