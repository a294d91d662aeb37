"""`kashf text`."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kashf.cli.output import emit, emit_jsonl, say
from kashf.language.words.visible import isolate, visible_name, visible_text

if TYPE_CHECKING:
    from kashf.domain.document import Page
    from kashf.services.ingest.extract import FileText

EPILOG = "Example: kashf text letter.pdf register.xlsx --jsonl"


def command(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", readable=False, help="Files and folders.")],
    all_text: Annotated[bool, typer.Option("--all-text", help="With tickers, navigation and quoted mail.")] = False,
    unsafe: Annotated[bool, typer.Option("--i-accept-unsafe-parsing", help="Open files without a sandbox.")] = False,
    as_jsonl: Annotated[bool, typer.Option("--jsonl", help="Print one JSON object a file.")] = False,
) -> int:
    """Get the text out of files of any kind, in the sandbox, without making a case."""
    from kashf.bootstrap import make_sandbox, temporary_blobs
    from kashf.services.ingest.extract import read_texts
    from kashf.services.ingest.process import HowToRead
    from kashf.settings import load_settings

    settings = load_settings()
    sandbox = make_sandbox(accept_unsafe=unsafe or settings.accept_unsafe_parsing)
    with tempfile.TemporaryDirectory(prefix="kashf-") as folder:
        files = read_texts(paths, sandbox, HowToRead(settings.workers), blobs=temporary_blobs(Path(folder)))
        codes = [_print(file, as_jsonl=as_jsonl, all_text=all_text) for file in files]
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
        "second_readings": _pages(reading.second_readings if reading else (), all_text=all_text),
        "metadata": reading.metadata if reading else {},
        "children": [_as_json(child, all_text=all_text) for child in file.children],
    }


def _pages(pages: Iterable[Page], *, all_text: bool) -> list[dict[str, Any]]:
    return [
        {
            "number": page.number,
            "text": page.text if all_text else page.shown(),
            "confidence": page.confidence,
            "origin": page.origin,
        }
        for page in pages
    ]


def _reason(file: FileText) -> str | None:
    if file.reading is None:
        return file.sighting.reason or "contains itself"
    return f"{file.reading.reason}: {file.reading.detail}" if file.reading.reason else None


def _print_text(file: FileText, *, all_text: bool) -> None:
    if reason := _reason(file):
        say(f"{isolate(file.sighting.path)}: {visible_name(reason)}")
    for page in file.reading.pages if file.reading else ():
        emit(visible_text(page.text if all_text else page.shown()))
    for child in file.children:
        _print_text(child, all_text=all_text)


def _whole(files: Iterable[FileText]) -> bool:
    return all(file.reading is not None and file.reading.reason is None and _whole(file.children) for file in files)
