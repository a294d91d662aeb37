"""`kashf timeline`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kashf.cli.commands.acts import AfterOption, BeforeOption, KindOption, OfficeOption, OriginOption, PlaceOption, act_query
from kashf.cli.common import InCollection, answering, checked_words, more_elsewhere, tell_waiting
from kashf.cli.forms.written_files import Protect, check_protect, leave_new
from kashf.cli.output import emit, emit_json, emit_jsonl, say
from kashf.domain.entries.delivery import Scope
from kashf.errors import UsageError
from kashf.show.acts.act_lines import left_out_of_acts
from kashf.show.counted import many

if TYPE_CHECKING:
    from kashf.services.acts.act_timeline import FoundTimeline

EPILOG = "Example: kashf timeline leak.case --against 2016-03-20 --out acts.svg"


def command(
    case: Annotated[Path, typer.Argument(help="The case.")],
    kind: KindOption = None,
    office: OfficeOption = "",
    place: PlaceOption = "",
    after: AfterOption = "",
    before: BeforeOption = "",
    origin: OriginOption = None,
    collection: InCollection = Scope.LEAK,
    against: Annotated[
        str, typer.Option(metavar="DAY|ACT", help="Say of each act whether it was before or after this, or that it cannot be said.")
    ] = "",
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="Draw it as FILE.svg, or write all acts to FILE.csv.")] = None,
    protect: Protect = None,
    language: Annotated[str, typer.Option("--lang", help="Words of the drawing: en, or ar, with time from the right.")] = "en",
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    as_jsonl: Annotated[bool, typer.Option("--jsonl", help="Print one JSON object an act.")] = False,
) -> int:
    """Acts and outside events in time, a lane an office, each as long as the doubt about its day; exits with 1 when there are none."""
    from kashf.services.acts.act_timeline import act_timeline
    from kashf.services.ingest.opening.unsafe_parsing import is_read_unsafely
    from kashf.show.acts.timeline_words import timeline_act_answer, timeline_answer, timeline_lines
    from kashf.show.wording import LANGUAGES

    if language not in LANGUAGES:
        raise UsageError(f"--lang is one of {', '.join(LANGUAGES)}")
    check_protect(out, protect)
    if out and out.suffix not in {".svg", ".csv"}:
        raise UsageError("--out writes FILE.svg or FILE.csv")
    asked = act_query(kind, office, place, days=(after, before), origin=origin, scope=collection)
    with answering(case) as open_case:
        found = act_timeline(open_case, asked, against=checked_words(against, what="--against"))
        unsafe = is_read_unsafely(open_case.view)
    if out:
        _write(found, (out, protect), language, unsafe=unsafe)
    elif as_json:
        emit_json(timeline_answer(found, found.found.acts))
    elif as_jsonl:
        emit_jsonl(timeline_act_answer(act, found) for act in found.found.acts)
    else:
        for line in timeline_lines(found):
            emit(line)
    _tell(found, case)
    return 0 if found.found.acts else 1


def _write(found: FoundTimeline, to: tuple[Path, Path | None], language: str, *, unsafe: bool) -> None:
    from kashf.services.acts.act_timeline import timeline_file
    from kashf.show.acts.timeline_words import TIMELINE_HEADER, drawing_words, timeline_rows
    from kashf.show.forms.spreadsheets import csv_bytes
    from kashf.show.unsafe_mark import marked_drawing
    from kashf.show.wording import wording

    out, protect = to
    if out.suffix == ".csv":
        leave_new({out: csv_bytes([TIMELINE_HEADER, *timeline_rows(found)])}, protect)
    else:
        drawing = timeline_file(found, drawing_words(wording(language), found))
        leave_new({out: marked_drawing(drawing, wording(language)) if unsafe else drawing}, protect)


def _tell(found: FoundTimeline, case: Path) -> None:
    from kashf.show.acts.timeline_words import relation_line

    if found.against:
        say(relation_line(found))
    say(left_out_of_acts(found.found))
    if found.found.out_of_days:
        say(f"{found.found.out_of_days} cannot lie on those days; what has no day is left out too")
    if found.timeline.outside:
        say(f"{many(found.timeline.outside, 'act is', 'acts are')} far from all others and outside the drawing; the table has them")
    if found.found.elsewhere:
        say(f"letters: {more_elsewhere(found.found.elsewhere)}")
    tell_waiting(found.found.waiting, case)
