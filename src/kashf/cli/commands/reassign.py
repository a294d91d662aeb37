"""`kashf reassign`."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from kashf.cli.common import AsPerson, acting, answering, checked_record, checked_words, cited, with_brackets
from kashf.cli.output import emit, emit_json, say
from kashf.domain.document import Span
from kashf.domain.entity import RESOLVED, MentionType
from kashf.errors import UsageError
from kashf.language.words.visible import isolate
from kashf.show.counted import many

if TYPE_CHECKING:
    from kashf.services.case.open import OpenCase
    from kashf.services.names.review import DecisionOutcome

EPILOG = "Example: kashf reassign leak.case 1a2b3c4d#1:30-41 --new 'Omar al-Wardi, the teacher' --why 'born 1970, order 114'"

#: Document, page, first code point and the one past the last, as commands print a place.
_PLACE: Final = re.compile(r"([0-9a-f]{1,64})#(\d{1,7}):(\d{1,9})-(\d{1,9})")


def command(
    case: Annotated[Path, typer.Argument(help="The case.")],
    places: Annotated[list[str] | None, typer.Argument(metavar="[PLACE]...", help="Where the name stands, as --of prints it.")] = None,
    to: Annotated[str, typer.Option(metavar="NAME", help="Whom the places name: a name of the case.")] = "",
    new: Annotated[str, typer.Option(metavar="LABEL", help="Whom they name: another of that name, and what to call the other.")] = "",
    of: Annotated[str, typer.Option(metavar="NAME", help="List the places that are counted under a name.")] = "",
    why: Annotated[str, typer.Option(metavar="TEXT", help="The reason.")] = "",
    type: Annotated[MentionType, typer.Option(help="Whether a person (PER), group (ORG) or place (LOC) is named.")] = MentionType.PERSON,
    as_person: AsPerson = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> int:
    """Say that places name another: a second man of the name, or somebody else of the case; taken back by `kashf review --undo`."""
    if type not in RESOLVED:
        raise UsageError("only people (PER), groups (ORG) and places (LOC) go by several names")
    if sum(map(bool, (to, new, of))) != 1 or bool(of) == bool(places):
        raise UsageError("give places with --to or --new, or ask for the places of a name with --of")
    if of:
        with answering(case) as reading:
            return _list(reading, checked_words(of, what="--of"), type, as_json=as_json)
    asked = [_parsed(place) for place in places or ()]
    outcome = _reassign(case, asked, (checked_words(to, what="--to"), checked_record(new, what="--new")), type, why=why, by=as_person)
    say(f"{many(len(outcome.moved), 'name')} changed; take back with `review --undo {outcome.entry[:12]}`")
    if as_json:
        emit_json({"entry": outcome.entry, "moved": outcome.moved, "conflicts": outcome.conflicts})
    else:
        emit(outcome.entry)
    return 0


def _list(case: OpenCase, name: str, type: MentionType, *, as_json: bool) -> int:
    from kashf.services.names.review import examples, find_key

    kind, key = find_key(case, name, (type,))
    found = examples(case, kind, key, limit=None)
    if as_json:
        emit_json({"name": key, "places": [{"place": cited(each), "quote": each} for each in found]})
    else:
        for each in found:
            emit(f"{cited(each)}  {isolate(with_brackets(each))}")
    return 0 if found else 1


def _reassign(
    case: Path, places: list[tuple[str, int, int, int]], whom: tuple[str, str], type: MentionType, *, why: str, by: str | None
) -> DecisionOutcome:
    from kashf.bootstrap import open_to_decide
    from kashf.services.names.review import find_key
    from kashf.services.names.reviewing.reassign import reassign, reassign_to_new

    to, new = whom
    reason = checked_record(why, what="--why")
    with open_to_decide(case, settings=acting(case, by)) as writable:
        view = writable.reading.view
        spans = [Span(view.resolve(document), page, start, end) for document, page, start, end in places]
        if new:
            return reassign_to_new(writable, spans, new, type=type, why=reason)
        return reassign(writable, spans, find_key(writable.reading, to, (type,))[1], type=type, why=reason)


def _parsed(place: str) -> tuple[str, int, int, int]:
    found = _PLACE.fullmatch(place)
    if not found or not (int(found[2]) >= 1 and int(found[3]) < int(found[4])):
        raise UsageError(f"not a place: {place!r}; `kashf reassign CASE --of NAME` prints places, such as 1a2b3c4d#1:30-41")
    return found[1], int(found[2]), int(found[3]), int(found[4])
