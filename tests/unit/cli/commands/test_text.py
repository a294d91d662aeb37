"""Text of files without a case: what was not read, what is not printed, and what the text is made of."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from kashf import bootstrap
from kashf.cli.commands import text
from kashf.domain.document import Mark, MarkKind, Origin, Page, Reading, Reason, Sighting, Status
from kashf.domain.ids import DocumentId
from kashf.services.ingest import extract
from kashf.services.ingest.extract import FileText

Capture = pytest.CaptureFixture[str]
Print = Callable[..., int]
ID = DocumentId("a" * 64)
ORDER = "Home | News\nSend ten lorries why"
MARKS = tuple(
    Mark(ORDER.index(words), ORDER.index(words) + len(words), kind)
    for words, kind in (
        ("Home | News\n", MarkKind.BOILERPLATE),
        ("ten", MarkKind.DELETED),
        ("lorries", MarkKind.INSERTED),
        ("why", MarkKind.COMMENT),
    )
)


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch) -> Print:
    """Return what prints the given files as if they had been read."""
    monkeypatch.setattr(bootstrap, "make_sandbox", lambda **_: None)

    def run(*files: FileText, **options: bool) -> int:
        monkeypatch.setattr(extract, "read_texts", lambda *_, **__: iter(files))
        return text.command([Path()], **options)

    return run


def file(
    *pages: Page, status: Status = Status.DONE, reason: Reason | None = None, detail: str = "", children: tuple[FileText, ...] = ()
) -> FileText:
    return FileText(Sighting(ID, "order.docx", ""), Reading(ID, "text/plain", status, reason, detail, pages), children)


def test_tracked_changes_and_comments_are_told_apart_and_what_is_passed_over_is_counted(printed: Print, capsys: Capture) -> None:
    assert 0 == printed(file(Page(1, ORDER, marks=MARKS)))

    said = capsys.readouterr()
    assert "Send [deleted: ten] [inserted: lorries] [comment: why]\n" == said.out
    assert "not printed: 1 stretch of tickers and navigation (--all-text)" in said.err


def test_with_all_text_nothing_is_left_to_be_said(printed: Print, capsys: Capture) -> None:
    printed(file(Page(1, ORDER, marks=MARKS)), all_text=True)

    said = capsys.readouterr()
    assert ("Home | News\nSend [deleted: ten] [inserted: lorries] [comment: why]\n", "") == (said.out, said.err)


def test_in_json_marks_are_places_in_the_text_that_is_printed(printed: Print, capsys: Capture) -> None:
    printed(file(Page(1, ORDER, marks=MARKS), Page(2, "8 ,ll", Origin.OCR, 0.31)), as_jsonl=True)

    told = json.loads(capsys.readouterr().out)
    first, second = told["pages"]
    assert {"passed_over": 1, "unsure_pages": 1} == told["left_out"]
    assert ["ten", "lorries", "why"] == [first["text"][mark["start"] : mark["end"]] for mark in first["marks"]]
    assert (["deleted", "inserted", "comment"], False, True) == (
        [mark["kind"] for mark in first["marks"]],
        first["unsure"],
        second["unsure"],
    )


def test_a_page_that_was_read_too_unsurely_is_named_and_an_empty_one_is_none(printed: Print, capsys: Capture) -> None:
    printed(file(Page(1, "fair", Origin.OCR, 0.5), Page(2, "8 ,ll", Origin.OCR, 0.31), Page(3, "", Origin.OCR, 0.0)))

    assert "most words may be wrong on pages 2 (31%): a case counts none of them" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("status", "reason", "code", "words"),
    [
        (Status.DONE, Reason.NO_WRITING, 0, "order.docx\u2069: no-writing\n"),
        (Status.PARTIAL, Reason.UNREAD_PART, 3, "read in part: unread-part: a picture\n"),
        (Status.FAILED, Reason.ENCRYPTED, 3, "not read: encrypted: a picture\n"),
    ],
)
def test_how_far_a_file_was_read_is_said_and_a_picture_without_writing_is_no_failure(
    printed: Print, capsys: Capture, status: Status, reason: Reason, code: int, words: str
) -> None:
    assert code == printed(file(status=status, reason=reason, detail="" if code == 0 else "a picture"))
    assert words in capsys.readouterr().err


def test_what_a_container_holds_is_said_of_it_too(printed: Print, capsys: Capture) -> None:
    inside = FileText(Sighting(None, "box/shut.txt", "", reason="permission denied"), None)

    assert 3 == printed(file(children=(inside,)))
    assert "box/shut.txt\u2069: not read: permission denied" in capsys.readouterr().err
