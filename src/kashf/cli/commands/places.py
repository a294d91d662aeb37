"""`kashf places`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kashf.cli.common import AsPerson, InCollection, acting, answering, checked_record, checked_words, opened_lines, tell_waiting
from kashf.cli.forms.written_files import Protect, check_protect, leave_new
from kashf.cli.output import emit, emit_json, emit_jsonl, say
from kashf.domain.entries.delivery import Scope
from kashf.errors import UsageError
from kashf.language.words.visible import isolate, shell_word
from kashf.show.counted import many
from kashf.show.places.place_lines import (
    HEADER,
    choice_line,
    left_out_of_places,
    place_answer,
    place_lines,
    place_rows,
    places_answer,
)

if TYPE_CHECKING:
    from kashf.services.places.list_places import PlaceList

EPILOG = (
    "Example: kashf places leak.case --name Tripoli, then --choose geonames:2210247 --name Tripoli --why 'the letter speaks of the port'. "
    "A list for --add has columns name, lat and lon, and may have id, names, kind, country, radius_km and population."
)

#: Bytes of a list of places.
_MOST_BYTES = 100_000_000


def command(
    case: Annotated[Path, typer.Argument(help="The case.")],
    name: Annotated[str, typer.Option(help="One name, with all that it may be and where it stands.")] = "",
    state: Annotated[
        str, typer.Option(metavar="STATE", help="point, area, decided, 'cannot tell', contested or unknown: those alone.")
    ] = "",
    add: Annotated[Path | None, typer.Option(metavar="FILE", help="Add places of your own: a table (CSV) or points as GeoJSON.")] = None,
    choose: Annotated[str, typer.Option(metavar="ID", help="Say which candidate --name is, by its id; unknown: nobody can tell.")] = "",
    paper: Annotated[str, typer.Option("--in", metavar="DOC", help="In which paper --choose is decided; the first without.")] = "",
    everywhere: Annotated[bool, typer.Option("--everywhere", help="--choose holds for every paper, not for those like it alone.")] = False,
    undo: Annotated[str, typer.Option(metavar="ENTRY", help="Take a decision, or a list of places, back.")] = "",
    why: Annotated[str, typer.Option(metavar="TEXT", help="The reason.")] = "",
    collection: InCollection = Scope.LEAK,
    after: Annotated[int, typer.Option(min=0, max=10_000_000, help="Names to pass over.")] = 0,
    limit: Annotated[int, typer.Option(min=1, max=1_000_000, help="Names to print.")] = 30,
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="Write all of them to FILE.csv, a row a mention.")] = None,
    protect: Protect = None,
    as_person: AsPerson = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    as_jsonl: Annotated[bool, typer.Option("--jsonl", help="Print one JSON object a name.")] = False,
) -> int:
    """Places that papers name: which is meant, how surely and why, or that it cannot be told; exits with 1 when there is none."""
    if sum(map(bool, (add, choose, undo))) > 1:
        raise UsageError("--add, --choose and --undo are asked for one at a time")
    if choose and not name:
        raise UsageError("--choose needs --name: which name means that place")
    check_protect(out, protect)
    if out and out.suffix != ".csv":
        raise UsageError("--out writes FILE.csv")
    if add or choose or undo:
        reason = checked_record(why, what="--why")
        return _decide(case, add, (choose, name, paper), undo, is_everywhere=everywhere, why=reason, by=as_person)
    return _list(case, (name, state), (after, limit), collection, (out, protect), as_json=as_json, as_jsonl=as_jsonl)


def _list(
    case: Path,
    asked: tuple[str, str],
    part: tuple[int, int],
    scope: Scope,
    to: tuple[Path | None, Path | None],
    *,
    as_json: bool,
    as_jsonl: bool,
) -> int:
    from kashf.services.places.list_places import list_places
    from kashf.show.forms.spreadsheets import csv_bytes

    name, state = (checked_words(each, what=f"--{what}") for each, what in zip(asked, ("name", "state"), strict=True))
    out, protect = to
    after, limit = (0, None) if out else part
    with answering(case) as open_case:
        found = list_places(open_case, scope=scope, name=name, state=state, after=after, limit=limit)
    if out:
        leave_new({out: csv_bytes([HEADER, *place_rows(found)])}, protect)
    elif as_json:
        emit_json(places_answer(found))
    elif as_jsonl:
        emit_jsonl(map(place_answer, found.rows))
    else:
        for row in found.rows:
            for line in place_lines(row, with_candidates=bool(name)):
                emit(line)
    _tell(found, case, shown=after + len(found.rows))
    return 0 if found.rows else 1


def _tell(found: PlaceList, case: Path, *, shown: int) -> None:
    for choice in found.choices:
        say(choice_line(choice))
    say(left_out_of_places(found))
    left = found.left_out
    if left.elsewhere:
        say(f"{many(left.elsewhere, 'document')} more in other collections")
    tell_waiting(left.waiting, case)
    if shown < found.total:
        say(f"more: --after {shown}")


def _decide(case: Path, add: Path | None, chosen: tuple[str, str, str], undo: str, *, is_everywhere: bool, why: str, by: str | None) -> int:
    from kashf.bootstrap import decode_list, open_to_decide
    from kashf.services.places.choose_place import choose_place, take_choice_back
    from kashf.services.places.own_places import add_places, rows_to_look_at

    place, name, paper = (checked_words(each, what=what) for each, what in zip(chosen, ("--choose", "--name", "--in"), strict=True))
    text, called = "", ""
    if add:
        with opened_lines(add) as (file, called):
            data = file.read(_MOST_BYTES + 1)
        if len(data) > _MOST_BYTES:
            raise UsageError(f"{called} is larger than {_MOST_BYTES:,} bytes: no list of places")
        text, _ = decode_list(data, name=called)
    with open_to_decide(case, settings=acting(case, by)) as writable:
        if add:
            added = add_places(writable, text, name=called, why=why)
            emit(added.id)
            for row, told in rows_to_look_at(text, name=called):
                say(f"row {row} was taken, and looks swapped: {isolate(told)}; take the list back with --undo if it is")
            then = f"kashf process {shell_word(str(case))}"
            say(f"{many(added.count, 'place')} of {isolate(called)}; to find their names in texts: {then}")
        elif undo:
            say(f"taken back: {isolate(take_choice_back(writable, undo))}")
        else:
            decided = choose_place(writable, name, place, document=paper, is_everywhere=is_everywhere, why=why)
            emit(decided.id)
            say(choice_line(decided))
    return 0
