from __future__ import annotations

from itertools import repeat

from kashf.domain.document import MarkKind
from kashf.sandboxed.engines.office.marked_text import joined


def test_lines_without_end_are_not_all_asked_for() -> None:
    text, _ = joined(repeat([("row", None)]), most=1000)

    assert 1000 < len(text) <= 1000 + len("\nrow")


def test_a_mark_reaches_over_stretches_of_one_kind() -> None:
    text, marks = joined([[("a b", MarkKind.COMMENT), (" c", MarkKind.COMMENT)], [("d", None)]], most=1000)

    assert ["a b c"] == [text[mark.start : mark.end] for mark in marks]
