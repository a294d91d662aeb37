"""`kashf redact`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kashf.cli.common import AsPerson, acting, opened
from kashf.cli.exchanged_lines import sandbox_worker
from kashf.cli.forms.written_files import check_new, protected_strings, write_new
from kashf.cli.output import ProgressLine, emit, emit_json, say
from kashf.domain.publication.redacted_patterns import RedactedPattern
from kashf.errors import UsageError
from kashf.show.counted import many

if TYPE_CHECKING:
    from kashf.domain.pages.regions import Region
    from kashf.domain.publication.redaction_entries import PageArea
    from kashf.services.publication.redact_document import RedactionAsked, RedactionMade

EPILOG = "Example: kashf redact leak.case 3fa9c1 --entity 'Yusuf al-Darwazi' --pattern phones --out redacted.pdf"


def command(
    case: Annotated[Path, typer.Argument(help="The case.")],
    document: Annotated[str, typer.Argument(metavar="DOC", help="Beginning of a document's id.")],
    out: Annotated[Path, typer.Option(metavar="FILE", help="Write FILE.pdf; of a table FILE.csv.")],
    page: Annotated[list[int] | None, typer.Option(metavar="N", help="Page of the --area at the same place; again for more.")] = None,
    area: Annotated[
        list[str] | None, typer.Option(metavar="X,Y,W,H", help="An area by hand, in 1/10,000 of the page from the top left.")
    ] = None,
    entity: Annotated[list[str] | None, typer.Option(metavar="NAME", help="Somebody, in all spellings and both scripts.")] = None,
    pattern: Annotated[list[RedactedPattern] | None, typer.Option(help="Whatever has this form; again for more.")] = None,
    protect: Annotated[Path | None, typer.Option(metavar="FILE", help="Cover these strings, one a line; the list is not kept.")] = None,
    whole_lines: Annotated[bool, typer.Option("--whole-lines", help="Boxes from edge to edge.")] = False,
    black_and_white: Annotated[bool, typer.Option("--black-and-white", help="No greys: against the yellow dots of printers.")] = False,
    afresh: Annotated[bool, typer.Option("--afresh", help="Do not cover again what was covered on it before.")] = False,
    as_person: AsPerson = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> int:
    """A new document of new pixels with names, identifiers and areas covered, written only after five extractors found none of them."""
    from kashf.services.publication.redact_document import RedactionAsked
    from kashf.services.publication.redact_table import is_table

    check_new([out])
    asked = RedactionAsked(
        document,
        _areas(page or [], area or []),
        tuple(entity or ()),
        frozenset(pattern or ()),
        protected_strings(protect) if protect else (),
        whole_lines,
        black_and_white,
        afresh,
    )
    with opened(case) as open_case:
        of_table = is_table(open_case, document)
    wanted = ".csv" if of_table else ".pdf"
    if out.suffix != wanted:
        raise UsageError(f"--out FILE ends in {wanted} for this document")
    return _table(case, asked, out, as_json=as_json) if of_table else _document(case, asked, out, as_person, as_json=as_json)


def _document(case: Path, asked: RedactionAsked, out: Path, as_person: str | None, *, as_json: bool) -> int:
    from kashf.bootstrap import open_to_decide
    from kashf.services.publication.redact_document import record_redaction, redact_document
    from kashf.show.redacted.redaction_answers import redaction_answer

    settings, line = acting(case, as_person), ProgressLine()
    with open_to_decide(case, settings=settings) as writable, sandbox_worker() as worker:
        made = redact_document(writable.reading, worker, asked, report=lambda done, of: line.show("pages", done, of))
        line.end()
        write_new({out: made.content})
        entry = record_redaction(writable, made)
    if as_json:
        emit_json(redaction_answer(made, out=str(out), entry=entry))
    else:
        emit(f"{many(len(made.areas), 'area')} on {many(len(made.pages), 'page')}; sha256 {made.sha256}")
        _tell(made)
    return 0


def _tell(made: RedactionMade) -> None:
    from kashf.services.publication.redact_document import ENOUGH_NAMES

    looked = f"{many(made.strings, 'protected string')} found by none of five extractors" if made.strings else "no string was looked for"
    say(f"{looked}; no pixel beside the boxes differs")
    for each in made.anonymity:
        if each.names < ENOUGH_NAMES:
            say(f"page {each.page}: only {many(each.names, 'known name')} would have made a box; --whole-lines tells less")
    if made.whole_by_reading:
        say(f"{many(made.whole_by_reading, 'place')} known by the line alone: the whole line is covered")
    if made.again:
        say(f"{many(made.again, 'area')} covered before {'is' if made.again == 1 else 'are'} covered again")
    if bare := [document for document, known in made.copies if not known]:
        say(f"{many(len(bare), 'copy')} in the pile not redacted yet, redact likewise: {', '.join(each[:12] for each in bare[:20])}")


def _table(case: Path, asked: RedactionAsked, out: Path, *, as_json: bool) -> int:
    from kashf.services.publication.redact_table import prove_table, redact_table
    from kashf.show.forms.spreadsheets import csv_bytes
    from kashf.show.redacted.redaction_answers import table_answer

    with opened(case) as open_case:
        made = redact_table(open_case, asked)
        content = csv_bytes(row for sheet in made.sheets for row in sheet)
        prove_table(made.protected, content)
    write_new({out: content})
    if as_json:
        emit_json(table_answer(made, out=str(out)))
    else:
        emit(f"{many(made.covered, 'cell')} covered")
    return 0


def _areas(pages: list[int], areas: list[str]) -> tuple[PageArea, ...]:
    if len(pages) not in {len(areas), 1}:
        raise UsageError("each --area needs its --page before it; one --page stands for all areas")
    return tuple(zip(pages * len(areas) if len(pages) == 1 else pages, map(_region, areas), strict=True)) if areas else ()


def _region(area: str) -> Region:
    from kashf.domain.pages.regions import Region

    try:
        x, y, width, height = map(int, area.split(","))
        return Region(x, y, x + width, y + height)
    except ValueError:
        raise UsageError(
            "--area is X,Y,W,H in 1/10,000 of the page from the top left, and lies on it, as 1000,2500,4000,300", code="redact-bad-area"
        ) from None
