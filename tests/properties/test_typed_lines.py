"""What holds of every line that people type."""

from __future__ import annotations

from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st

from kashf.domain.document import Mark, MarkKind
from kashf.domain.pages.typed import ILLEGIBLE_TEXT, Typed, parse_typed, typed_form

_LETTERS = st.text(st.sampled_from("ab [].\\?؟…عمر٣"), max_size=12)
_PARTS = st.lists(
    st.one_of(
        st.tuples(_LETTERS, st.none()),
        st.tuples(_LETTERS.filter(bool), st.just(MarkKind.UNCERTAIN)),
        st.tuples(st.just(ILLEGIBLE_TEXT), st.just(MarkKind.ILLEGIBLE)),
    ),
    max_size=8,
)


@given(_PARTS)
def test_a_line_with_marks_comes_back_as_it_was(parts: list[tuple[str, MarkKind | None]]) -> None:
    ends = list(accumulate(len(part) for part, _ in parts))
    marks = tuple(Mark(end - len(part), end, kind) for (part, kind), end in zip(parts, ends, strict=True) if kind)
    line = Typed("".join(part for part, _ in parts), marks)

    assert line == parse_typed(typed_form(line.text, line.marks))


@given(_LETTERS)
def test_whatever_is_typed_has_marks_within_its_text_in_order(typed: str) -> None:
    line = parse_typed(typed)
    edges = [edge for mark in line.marks for edge in (mark.start, mark.end)]

    assert edges == sorted(edges)
    assert all(0 <= mark.start < mark.end <= len(line.text) for mark in line.marks)
