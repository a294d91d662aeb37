from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kashf.domain.document import Box, Mark, MarkKind, Origin, Page, Reading, Reason, Status, storable
from kashf.domain.ids import DocumentId
from kashf.intake.faithful_text import is_faithful

TEXT = "the man is innocent\fقال الشاهد\n"


def reading(*pages: Page, **more: object) -> Reading:
    whole = Reading(DocumentId("a" * 64), "text/plain", Status.DONE, None, "", pages)
    return replace(whole, **{"metadata": {"encoding": "utf-8", "language": "en"}, **more})  # type: ignore[arg-type]  # its fields, each by its name


def test_the_words_of_the_bytes_are_believed() -> None:
    pages = Page(1, "the man is innocent"), Page(2, "قال الشاهد\n")

    assert is_faithful(reading(*pages), TEXT.encode())
    assert is_faithful(reading(*pages), b"\xef\xbb\xbf" + TEXT.encode())


@pytest.mark.parametrize(
    "pages", [("the man is GUILTY", "قال الشاهد\n"), ("the man is innocent",), ("the man is innocent", "قال الشاهد\n", "x")]
)
def test_other_words_are_not(pages: tuple[str, ...]) -> None:
    assert not is_faithful(reading(*(Page(n, text) for n, text in enumerate(pages, 1))), TEXT.encode())


@pytest.mark.parametrize(
    "more",
    [
        {"status": Status.PARTIAL, "reason": Reason.DAMAGED},
        {"type": "message/rfc822"},
        {"metadata": {"date": "2001-01-01"}},
        {"second_readings": (Page(1, "else"),)},
        {"ink_prints": ((1, b""),)},
    ],
)
def test_what_a_text_does_not_have_is_read_alone(more: dict[str, object]) -> None:
    assert not is_faithful(reading(Page(1, "a"), **more), b"a")


@pytest.mark.parametrize(
    "page",
    [
        Page(1, "abc", marks=(Mark(0, 3, MarkKind.BOILERPLATE),)),
        Page(1, "abc", boxes=(Box(0, 3, 0, 0, 1, 1, 1.0),)),
        Page(1, "abc", Origin.OCR),
        Page(1, "abc", confidence=0.4),
    ],
)
def test_a_page_of_which_more_is_said_is_read_alone(page: Page) -> None:
    assert not is_faithful(reading(page), b"abc")


def test_bytes_of_another_encoding_are_read_alone() -> None:
    assert not is_faithful(reading(Page(1, "أمر")), "أمر".encode("cp1256"))


@given(st.text(), st.text())
def test_only_what_is_written_is_believed(written: str, said: str) -> None:
    assert is_faithful(reading(Page(1, said)), written.encode("utf-8", "surrogatepass")) <= (storable(written.replace("\f", "")) == said)
