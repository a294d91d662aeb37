"""Answers that are chosen: yes and no, lists, groups of blood."""

import pytest

from kashf.domain.forms.template_fields import FieldKind, FieldState
from kashf.language.field_values.answer_values import is_unanswered, read_blood, read_choice, read_yes_no
from kashf.language.field_values.value_states import value_state


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("نعم والحمد لله", "yes"),
        ("لم يسبق لي", "no"),
        ("لا يوجد", "no"),
        ("hayır", "no"),
        ("☒ نعم ☐ لا", "yes"),
        ("نعم (  ) لا ( × )", "no"),
        ("[x] yes [ ] no", "yes"),
        ("(نعم) / لا", "yes"),
        ("✓", "yes"),
        ("☒ نعم ☒ لا", ""),
        ("مرتين في ليبيا", ""),
    ],
)
def test_yes_and_no_are_told_by_words_ticks_and_brackets(text: str, key: str) -> None:
    assert key == read_yes_no(text).key


@pytest.mark.parametrize("text", ["نعم / لا", "☐ نعم ☐ لا", "( ) yes ( ) no"])
def test_what_is_printed_and_not_marked_is_blank(text: str) -> None:
    assert is_unanswered(text)
    assert FieldState.BLANK is value_state(text, FieldKind.YES_NO)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("+A", "A+"),
        ("أ موجب", "A+"),
        ("o -", "O-"),
        ("زمرة الدم B ايجابي", "B+"),
        ("0+", "O+"),
        ("AB rh(-)", "AB-"),
        ("группа A(II) Rh+", "A+"),
    ],
)
def test_a_group_of_blood_is_one_in_all_its_spellings(text: str, key: str) -> None:
    assert key == read_blood(text).key


def test_a_list_is_the_same_in_any_order_and_keeps_what_was_written() -> None:
    first, second = read_choice("طبخ، الخياطة"), read_choice("خياطة / طبخ")

    assert first.key == second.key
    assert ("طبخ", "الخياطة") == first.value["items"]
