"""What became of a field, by the words in it."""

import pytest

from kashf.domain.forms.template_fields import FieldKind, FieldState
from kashf.language.field_values.value_states import value_state


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("السويد", FieldState.FILLED),
        ("0", FieldState.FILLED),
        ("", FieldState.BLANK),
        ("\u200f  \n", FieldState.BLANK),
        ("..............", FieldState.BLANK),
        ("_____", FieldState.BLANK),
        ("ــــــ", FieldState.BLANK),
        ("☐", FieldState.BLANK),
        ("(   )", FieldState.BLANK),
        ("   /    /   20", FieldState.BLANK),
        ("../../١٤٣", FieldState.BLANK),
        ("لا يوجد", FieldState.NONE),
        ("لا يوجَــد", FieldState.NONE),
        ("لا توجد لديه مهارات", FieldState.NONE),
        ("بدون", FieldState.NONE),
        ("n/a", FieldState.NONE),
        ("-", FieldState.NONE),
        ("———", FieldState.NONE),
        ("///", FieldState.NONE),
        ("…", FieldState.NONE),
        ("ـ", FieldState.NONE),
        ("؟؟", FieldState.NONE),
        ("لا أحد", FieldState.NONE),
        ("not available", FieldState.NONE),
        ("غير معروفة", FieldState.NONE),
        ("لا يوجد سوى أخ", FieldState.FILLED),
        ("[...]", FieldState.UNREADABLE),
        ("[...] [؟]", FieldState.UNREADABLE),
        ("#¤%&¦", FieldState.UNREADABLE),
        ("غير مقروء", FieldState.UNREADABLE),
        ("أبو [...]", FieldState.FILLED),
    ],
)
def test_the_words_of_a_value_tell_filled_blank_none_and_unreadable_apart(text: str, state: FieldState) -> None:
    assert state is value_state(text)


def test_no_answers_a_question_and_denies_anything_else() -> None:
    assert (FieldState.FILLED, FieldState.NONE) == (value_state("لا", FieldKind.YES_NO), value_state("لا", FieldKind.SKILLS))
