"""`kashf acts`."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kashf.cli.commands import operations
from kashf.cli.common import InCollection, answering, checked_words, more_elsewhere, tell_waiting
from kashf.cli.forms.written_files import Protect, check_protect, leave_new
from kashf.cli.output import emit, emit_json, emit_jsonl, say
from kashf.domain.acts.act import ActOrigin
from kashf.domain.entries.delivery import Scope
from kashf.errors import UsageError
from kashf.show.acts.act_lines import HEADER, act_answer, act_line, act_rows, acts_answer, left_out_of_acts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kashf.services.acts.list_acts import ActQuery

EPILOG = "Example: kashf acts leak.case --kind withdraw --after 2014-10-01 --out withdrawals.csv"

KindOption = Annotated[list[str] | None, typer.Option("--kind", help="What is done, as withdraw or pay; several are joined by or.")]
OfficeOption = Annotated[str, typer.Option(help="Words of the office that writes, or of who is to act.")]
PlaceOption = Annotated[str, typer.Option(help="Words of from where, to where or where, or of the clause.")]
AfterOption = Annotated[str, typer.Option(metavar="DAY", help="Those that may lie on this day or later, as 2014-10-25.")]
BeforeOption = Annotated[str, typer.Option(metavar="DAY", help="Those that may lie on this day or earlier.")]
OriginOption = Annotated[ActOrigin | None, typer.Option(help="Only what letters tell of, registers, witnesses, or outside catalogues.")]


def command(
    case: Annotated[Path, typer.Argument(help="The case.")],
    kind: KindOption = None,
    office: OfficeOption = "",
    place: PlaceOption = "",
    after: AfterOption = "",
    before: BeforeOption = "",
    origin: OriginOption = None,
    collection: InCollection = Scope.LEAK,
    skip: Annotated[int, typer.Option(min=0, max=10_000_000, help="Acts to pass over.")] = 0,
    limit: Annotated[int, typer.Option(min=1, max=1_000_000, help="Acts to print.")] = 50,
    operation: Annotated[
        str, typer.Option(metavar="NAME", help="The chains of letters of one operation, as `kashf operations` tells them.")
    ] = "",
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="Write all of them to FILE.csv.")] = None,
    protect: Protect = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    as_jsonl: Annotated[bool, typer.Option("--jsonl", help="Print one JSON object an act.")] = False,
) -> int:
    """What was ordered, told of or done, by whom, with what, and when it may have been; exits with 1 when there is nothing."""
    from kashf.services.acts.list_acts import list_acts
    from kashf.show.forms.spreadsheets import csv_bytes

    check_protect(out, protect)
    if operation:
        _refuse_choices(kind, office, place, after, before, origin, out)
        return operations.command(case, operation, collection=collection, skip=skip, limit=limit, as_json=as_json, as_jsonl=as_jsonl)
    _refuse_other_files(out)
    asked = act_query(kind, office, place, days=(after, before), origin=origin, scope=collection)
    with answering(case) as open_case:
        found = list_acts(open_case, asked)
    shown = found.acts[skip : skip + limit]
    if out:
        leave_new({out: csv_bytes([HEADER, *act_rows(found)])}, protect)
    elif as_json:
        emit_json(acts_answer(found, shown))
    elif as_jsonl:
        emit_jsonl(act_answer(act, found) for act in shown)
    else:
        for act in shown:
            emit(act_line(act))
    say(left_out_of_acts(found))
    if found.out_of_days or (found.undated and (after or before)):
        say(f"not on those days: {found.out_of_days}; without a day, so not listed: {found.undated}")
    if found.elsewhere:
        say(f"letters: {more_elsewhere(found.elsewhere)}")
    tell_waiting(found.waiting, case)
    if not out and skip + len(shown) < len(found.acts):
        say(f"more: --skip {skip + len(shown)}")
    return 0 if found.acts else 1


def _refuse_other_files(out: Path | None) -> None:
    if out and out.suffix != ".csv":
        raise UsageError("--out writes FILE.csv")


def _refuse_choices(*choices: object) -> None:
    if any(choices):
        raise UsageError("--operation tells whole chains; leave the other choices out")


def act_query(
    kinds: Sequence[str] | None, office: str, place: str, *, days: tuple[str, str], origin: ActOrigin | None, scope: Scope
) -> ActQuery:
    """Return which acts options ask for.

    Args:
        kinds: Of `--kind`.
        office: Of `--office`.
        place: Of `--place`.
        days: Of `--after` and `--before`.
        origin: Of `--origin`.
        scope: Of `--collection`.

    Raises:
        UsageError: A day is none, or words are no UTF-8.
    """
    from kashf.services.acts.list_acts import ActQuery

    return ActQuery(
        kinds=tuple(checked_words(kind, what="--kind") for kind in kinds or ()),
        office=checked_words(office, what="--office"),
        place=checked_words(place, what="--place"),
        after=checked_day(days[0], what="--after"),
        before=checked_day(days[1], what="--before"),
        origin=origin,
        scope=scope,
    )


def checked_day(text: str, *, what: str) -> dt.date | None:
    """Return the day that a person gave, None for none.

    Raises:
        UsageError: There is no such day.
    """
    try:
        return dt.date.fromisoformat(text) if text else None
    except ValueError:
        raise UsageError(f"{what} is {text[:40]!r} and no day as in 2014-10-25") from None
