"""`kashf dates`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kashf.cli.common import checked_words, opened, opened_lines
from kashf.cli.output import emit, emit_jsonl, say
from kashf.domain.date import UNDATED, FuzzyDate
from kashf.errors import UsageError
from kashf.language.words.visible import isolate
from kashf.show.counted import many

if TYPE_CHECKING:
    from kashf.services.dates.page_dates import DocumentDates, PageDate

EPILOG = "Example: kashf dates letter.txt --jsonl; kashf dates leak.case 3fa9c1. Other files than text: kashf text FILE | kashf dates -"


def command(
    path: Annotated[Path, typer.Argument(metavar="FILE|CASE", help="A text file; - reads standard input; or a case.", allow_dash=True)],
    document: Annotated[str, typer.Argument(metavar="[DOC]", help="In a case: beginning of a document's id.")] = "",
    written: Annotated[str, typer.Option(metavar="DATE", help="When it was written, as in 2014-11-05: days are counted from it.")] = "",
    as_jsonl: Annotated[bool, typer.Option("--jsonl", help="Print one JSON object a date, with its place in code points.")] = False,
    unsafe: Annotated[bool, typer.Option("--i-accept-unsafe-parsing", help="Decode a text without a sandbox.")] = False,
) -> int:
    """Which days a text names, in three calendars, as the days that they may be, and whose date each is. Exits with 1 for none."""
    day = _day(checked_words(written, what="--written"))
    asked = checked_words(document, what="DOC")
    if path.is_dir() != bool(asked):
        raise UsageError("give a text file alone, or a case with the beginning of a document's id")
    found = _of_case(path, asked, day) if asked else _of_file(path, day, accept_unsafe=unsafe)
    if as_jsonl:
        emit_jsonl(each.as_line() for each in found.found)
    else:
        for each in found.found:
            _print(each)
    if found.passed_over:
        say(f"not looked through: {many(found.passed_over, 'character')} of tickers, navigation and quoted mail")
    if found.unsure_pages:
        say(f"not looked through: {many(found.unsure_pages, 'page')} on which most words may be wrong")
    if any(each.is_unseen for each in found.found):
        say("unseen: a machine read these dates from a picture; look before you trust one")
    return 0 if found.found else 1


def _day(text: str) -> FuzzyDate:
    try:
        return FuzzyDate.parse(text) if text else UNDATED
    except ValueError as error:
        raise UsageError(f"--written: {error}") from error


def _of_file(path: Path, written: FuzzyDate, *, accept_unsafe: bool) -> DocumentDates:
    from kashf.bootstrap import decode_text
    from kashf.services.dates.page_dates import DocumentDates, text_dates

    with opened_lines(path) as (file, name):
        text = decode_text(file.read(), name=name, accept_unsafe=accept_unsafe)
    return DocumentDates(text_dates(text, written=written))


def _of_case(path: Path, document: str, written: FuzzyDate) -> DocumentDates:
    from kashf.services.dates.page_dates import document_dates

    with opened(path) as case:
        return document_dates(case, document, written=written)


def _print(each: PageDate) -> None:
    place = each.place
    days = place.date.edtf() or place.impossible or ", ".join(why.value for why in place.date.unresolved) or "not resolved"
    page = f"page {each.page}  " if each.document else ""
    unseen = "  unseen" if each.is_unseen else ""
    emit(f"{page}{days:34}  {place.kind.value:10} {place.date.calendar.value:11}  {isolate(' '.join(place.wording.split()))}{unseen}")
