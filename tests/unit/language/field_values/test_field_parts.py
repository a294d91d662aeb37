"""What a field has for each of the things it asks."""

import pytest

from kashf.domain.forms.template_fields import FieldKind, FieldState
from kashf.language.field_values.field_parts import read_field

CROSSING = (FieldKind.PLACE, FieldKind.GO_BETWEEN)


@pytest.mark.parametrize(
    "text",
    [
        "المعبر الشمالي / أبو محمد الشمالي",
        "أبو محمد الشمالي / المعبر الشمالي",
        "المعبر الشمالي - أبو محمد الشمالي",
        "المعبر الشمالي عن طريق أبو محمد الشمالي",
        "المعبر الشمالي أبو محمد الشمالي",
        "المعبر الشمالي (أبو محمد الشمالي)",
    ],
)
def test_a_crossing_and_a_go_between_are_told_apart_however_they_are_divided(text: str) -> None:
    place, man = read_field(CROSSING, text)

    assert ("المعبر الشمالي", "أبو محمد الشمالي") == (text[place.start : place.end], text[man.start : man.end])
    assert man.value
    assert not man.value.is_doubtful


def test_what_is_missing_of_two_things_is_blank() -> None:
    place, man = read_field(CROSSING, "أبو محمد الشمالي")

    assert (FieldState.BLANK, FieldState.FILLED) == (place.state, man.state)


def test_where_there_is_none_there_is_none_of_either() -> None:
    assert [FieldState.NONE, FieldState.NONE] == [part.state for part in read_field(CROSSING, "لا يوجد")]


def test_a_value_that_may_be_either_is_both_and_doubtful() -> None:
    parts = read_field((FieldKind.GUARANTOR, FieldKind.GO_BETWEEN), "أبو وائل")

    assert [True, True] == [part.value is not None and part.value.is_doubtful for part in parts]


def test_strokes_within_a_date_divide_nothing() -> None:
    text = "12/5/1990 / الوعر"
    birth, place = read_field((FieldKind.BIRTH, FieldKind.PLACE), text)

    assert ("12/5/1990", "الوعر") == (text[birth.start : birth.end], text[place.start : place.end])


def test_a_date_that_cannot_be_is_unreadable_and_keeps_its_wording() -> None:
    (birth,) = read_field((FieldKind.BIRTH,), "31/2/1990")

    assert FieldState.UNREADABLE is birth.state
    assert birth.value
    assert ("", "31/2/1990") == (birth.value.key, birth.value.label)


def test_no_answers_a_question_and_leaves_the_place_blank() -> None:
    answer, place = read_field((FieldKind.YES_NO, FieldKind.PLACE), "لا")

    assert answer.value
    assert ("no", FieldState.BLANK) == (answer.value.key, place.state)


def test_whose_telephone_it_is_answers_for_the_telephone_and_not_for_the_address() -> None:
    place, phone = read_field((FieldKind.PLACE, FieldKind.PHONE), "هاتف الأهل")

    assert (FieldState.BLANK, FieldState.FILLED) == (place.state, phone.state)
