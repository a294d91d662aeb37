from __future__ import annotations

from pathlib import Path

import pytest

from kashf.domain.document import MarkKind, Page
from kashf.ports.engines import Limits
from kashf.sandboxed.engines.charset import decode
from kashf.sandboxed.engines.office.older.old_word import OldWordReader, marked_page
from kashf.sandboxed.engines.plaintext import PlainTextReader
from tests.contracts.compound import compound_file
from tests.documents import source_of
from tests.unit.sandboxed.engines.office.older.test_hidden_runs import document


def told(page: Page) -> list[str]:
    """Return what of a page is marked."""
    assert {MarkKind.HIDDEN} >= {mark.kind for mark in page.marks}
    return [page.text[mark.start : mark.end] for mark in page.marks]


@pytest.mark.parametrize(
    ("text", "hidden", "expected"),
    [
        ("the bridge and the road", [("and ", "the")], (15, 18)),
        ("One.\nTwo hidden.", [("One.\r", "Two hidden.\r")], (5, 16)),
        ("Shown.", [("Shown.", "\x07 Lost.\r")], (7, 12)),
    ],
)
def test_hidden_text_is_found_by_what_stands_before_it(text: str, hidden: list[tuple[str, str]], expected: tuple[int, int]) -> None:
    page = marked_page(Page(1, text), hidden)

    assert [expected] == [(mark.start, mark.end) for mark in page.marks]


def test_what_the_other_reader_does_not_have_stands_at_the_end(tmp_path: Path) -> None:
    stream, (_, table) = document("convoy at midnight", (7, 18), encoding="utf-16-le")
    content = compound_file({"WordDocument": stream, "1Table": table})
    source = source_of(tmp_path, content, "application/msword")
    whole = PlainTextReader(lambda _: ("The convoy left", "utf-8"))

    [page] = OldWordReader(whole).read(source, limits=Limits()).pages

    assert "The convoy left\nat midnight" == page.text
    assert ["at midnight"] == told(page)


def test_a_document_whose_properties_are_lost_is_read_without_marks(tmp_path: Path) -> None:
    source = source_of(tmp_path, b"The convoy left", "application/msword")

    assert (Page(1, "The convoy left"),) == OldWordReader(PlainTextReader(decode)).read(source, limits=Limits()).pages
