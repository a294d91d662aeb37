"""How people type what they read."""

from __future__ import annotations

import pytest

from kashf.domain.document import Mark, MarkKind
from kashf.domain.pages.typed import LINE_LENGTH, Typed, clean_line, parse_typed


def test_a_word_in_brackets_with_a_question_mark_is_uncertain() -> None:
    assert Typed("إلى عمر الورد", (Mark(4, 7, MarkKind.UNCERTAIN),)) == parse_typed("إلى [عمر؟] الورد")


@pytest.mark.parametrize("typed", ["[...]", "[…]", "[?]", "[؟]"])
def test_what_cannot_be_read_is_an_ellipsis(typed: str) -> None:
    assert Typed("3 …", (Mark(2, 3, MarkKind.ILLEGIBLE),)) == parse_typed(f"3 {typed}")


@pytest.mark.parametrize(
    ("typed", "text"), [("see [4]", "see [4]"), ("[open", "[open"), ("a ] b", "a ] b"), (r"\[Omar?]", "[Omar?]"), (r"a\b", r"a\b")]
)
def test_other_brackets_stand_as_they_were_typed(typed: str, text: str) -> None:
    assert Typed(text) == parse_typed(typed)


def test_a_line_is_kept_without_marks_of_direction_and_with_the_joiners_of_persian() -> None:
    assert "می\u200cرود به" == clean_line("\u202bمی\u200cرود\n به\u200f\u202c")


@pytest.mark.parametrize("typed", ["a\x00b", "a\ud800", "a\x07", "x" * (LINE_LENGTH + 1), "x" * 10_000])
def test_what_no_keyboard_types_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match="line"):
        clean_line(typed)
