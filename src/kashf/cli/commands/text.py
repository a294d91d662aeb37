"""`kashf text`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kashf.cli.output import emit, emit_jsonl, say
from kashf.cli.password_file import Passwords, read_passwords
from kashf.domain.document import Status
from kashf.language.words.visible import isolate, visible_name, visible_text
from kashf.scratch import remove, scratch_folder
from kashf.show.told_text import shown_page, told_text

if TYPE_CHECKING:
    from kashf.domain.document import Page
    from kashf.services.ingest.extract import FileText

EPILOG = "Example: kashf text letter.pdf register.xlsx --jsonl"


def command(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", readable=False, help="Files and folders.")],
    all_text: Annotated[bool, typer.Option("--all-text", help="With tickers, navigation and quoted mail.")] = False,
    passwords: Passwords = None,
    unsafe: Annotated[bool, typer.Option("--i-accept-unsafe-parsing", help="Open files without a sandbox.")] = False,
    as_jsonl: Annotated[bool, typer.Option("--jsonl", help="Print one JSON object a file.")] = False,
) -> int:
    """Get the text out of files of any kind, in the sandbox, without making a case."""
    from kashf.bootstrap import make_sandbox, temporary_blobs
    from kashf.services.ingest.extract import read_texts
    from kashf.services.ingest.readers import HowToRead
    from kashf.settings import load_settings

    settings = load_settings()
    how = HowToRead(settings.workers, passwords=read_passwords(passwords))
    sandbox = make_sandbox(accept_unsafe=unsafe or settings.accept_unsafe_parsing)
    folder = scratch_folder(in_memory=False)  # what is copied there lies on a disk anyway, and may be larger than memory
    try:
        files = read_texts(paths, sandbox, how, blobs=temporary_blobs(folder))
        codes = [_print(file, as_jsonl=as_jsonl, all_text=all_text) for file in files]
    finally:
        remove(folder)
    return max(codes, default=0)


def _print(file: FileText, *, as_jsonl: bool, all_text: bool) -> int:
    if as_jsonl:
        emit_jsonl([_as_json(file, all_text=all_text)])
    else:
        _print_text(file, all_text=all_text)
    return 0 if _whole([file]) else 3


def _as_json(file: FileText, *, all_text: bool) -> dict[str, Any]:
    reading = file.reading
    return {
        "path": file.sighting.path,
        "sha256": file.sighting.document,
        "type": reading.type if reading else "",
        "status": reading.status if reading else "failed",
        "reason": _reason(file),
        "pages": _pages(reading.pages if reading else (), all_text=all_text),
        "left_out": {"passed_over": 0 if all_text else sum(_passed_over(file)), "unsure_pages": len(_unsure(file))},
        "second_readings": _pages(reading.second_readings if reading else (), all_text=all_text),
        "metadata": reading.metadata if reading else {},
        "children": [_as_json(child, all_text=all_text) for child in file.children],
    }


def _pages(pages: Iterable[Page], *, all_text: bool) -> list[dict[str, Any]]:
    return [
        {
            "number": page.number,
            "text": page.text,
            "confidence": page.confidence,
            "origin": page.origin,
            "unsure": bool(page.text) and not page.is_sure,
            "marks": page.marks,
        }
        for page in (shown_page(each, all_text=all_text) for each in pages)
    ]


def _reason(file: FileText) -> str | None:
    if file.reading is None:
        return file.sighting.reason or "contains itself"
    reason, detail = file.reading.reason, file.reading.detail
    return f"{reason}: {detail}" if reason and detail else reason


def _print_text(file: FileText, *, all_text: bool) -> None:
    for said in _said(file, all_text=all_text):
        say(f"{isolate(file.sighting.path)}: {said}")
    for page in file.reading.pages if file.reading else ():
        emit(visible_text(told_text(page, all_text=all_text)))
    for child in file.children:
        _print_text(child, all_text=all_text)


def _said(file: FileText, *, all_text: bool) -> Iterator[str]:
    """Yield what has to be known of a file beside its text."""
    if reason := _reason(file):
        how = {Status.DONE: "", Status.PARTIAL: "read in part: "}.get(file.reading.status, "not read: ") if file.reading else "not read: "
        yield f"{how}{visible_name(reason)}"
    if unsure := _unsure(file):
        pages = ", ".join(f"{page.number} ({page.confidence:.0%})" for page in unsure)
        yield f"most words may be wrong on pages {pages}: a case counts none of them"
    if not all_text and (passed_over := sum(_passed_over(file))):
        yield f"not printed: {passed_over} {'stretch' if passed_over == 1 else 'stretches'} of tickers and navigation (--all-text)"


def _unsure(file: FileText) -> tuple[Page, ...]:
    return tuple(page for page in (file.reading.pages if file.reading else ()) if page.text and not page.is_sure)


def _passed_over(file: FileText) -> Iterator[int]:
    return (len(page.passed_over) for page in (file.reading.pages if file.reading else ()))


def _whole(files: Iterable[FileText]) -> bool:
    return all(file.reading is not None and file.reading.status is Status.DONE and _whole(file.children) for file in files)
