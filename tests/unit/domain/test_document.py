from __future__ import annotations

import pytest

from kashf.domain.document import Mark, MarkKind, Page, Sighting, Span
from kashf.domain.ids import DocumentId

ONE = DocumentId("a" * 64)


@pytest.mark.parametrize(("page", "start", "end"), [(0, 0, 1), (1, 1, 1), (1, 2, 1), (1, -1, 1)])
def test_a_span_that_names_no_text_cannot_be_made(page: int, start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(ONE, page, start, end)


def test_marked_text_is_passed_over_and_the_rest_is_kept_verbatim() -> None:
    page = Page(1, "AAAبسمBBB", marks=(Mark(0, 3, MarkKind.BOILERPLATE), Mark(6, 9, MarkKind.REPEATED)))

    assert "بسم" == page.shown()


def test_a_sighting_is_the_same_for_the_same_bytes_at_the_same_place_only() -> None:
    base = Sighting(ONE, "/a", "courier")
    others = [
        Sighting(DocumentId("b" * 64), "/a", "courier"),
        Sighting(ONE, "/b", "courier"),
        Sighting(ONE, "/a", "post"),
        Sighting(ONE, "/a", "courier", raw_path=b"/a"),
        Sighting(ONE, "/a", "courier", parent=ONE),
        Sighting(None, "/a", "courier"),
    ]

    assert base.id == Sighting(ONE, "/a", "courier", size_bytes=5).id
    assert len(others) + 1 == len({base.id, *(other.id for other in others)})


def test_members_with_one_name_are_told_apart_by_their_place() -> None:
    first, second = (Sighting(ONE, "/z.zip/x", "", parent=ONE, ordinal=n) for n in (0, 1))

    assert first.id != second.id
