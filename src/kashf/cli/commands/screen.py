"""`kashf screen`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kashf.cli.common import InCollection, more_elsewhere, opened, tell_left_out
from kashf.cli.output import ProgressLine, emit, emit_json, say
from kashf.domain.entries.delivery import Scope
from kashf.errors import BadPathError, NotFoundError
from kashf.language.words.visible import isolate
from kashf.show.answers import screening_answer

if TYPE_CHECKING:
    from kashf.services.names.screen import ScreenedHit, Screening

EPILOG = (
    "Example: kashf screen leak.case sanctions.csv, then --entry 17 for what may be that entry. A list is a table (CSV, in any encoding) "
    "with a column of names, in Arabic too, and, if there are, ids, types, aliases and identifiers; or FollowTheMoney entities, an object "
    "a line or one array; or a name a line."
)


#: Why an entry was passed over, by its code.
_NAMELESS = {"no-name": "there is no name in it", "too-long": "too long for a name"}


def command(
    case: Annotated[Path, typer.Argument(help="The case.")],
    names: Annotated[Path, typer.Argument(metavar="LIST", help="The list; - reads standard input.")],
    entry: Annotated[str, typer.Option(help="Show what may be this entry of the list, by its id or its line.")] = "",
    collection: InCollection = Scope.LEAK,
    as_json: Annotated[bool, typer.Option("--json", help="Print the numbers as one JSON object; hits are in no file.")] = False,
) -> int:
    """Hold a list of names against a case, its names and its texts: every hit is possible, and no more; exits with 1 when there is none."""
    from kashf.bootstrap import decode_list
    from kashf.services.names.screen import identifiers_beside, screen

    content, name = _content(names)
    text, encoding = decode_list(content, name=name)
    progress = ProgressLine()
    with opened(case) as open_case:
        found = screen(open_case, text, name=name, scope=collection, report=lambda done, total: progress.show("entries", done, total))
        hits = found.by_entry()
        opened_hits = [(hit, identifiers_beside(open_case, hit.place)) for hit in hits.get(entry, ())]
    progress.end()
    if entry and not as_json and entry not in {*hits, *(each.id for each in found.silent)}:
        raise NotFoundError(f"the list has no entry {entry}", code="no-such-entry", entry=entry)
    if as_json:
        emit_json(screening_answer(found))
    elif entry:
        _print_hits(opened_hits)
    else:
        _print_entries(found)
    where = f", from its column {isolate(found.column)} of {len(found.columns)}" if found.columns else ""
    say(f"{found.entries} entries in {isolate(name)} ({encoding}){where}, held against {found.names} names and the texts")
    say(f"{len(found.hits)} possible hits for {found.entries - len(found.silent)} entries; {len(found.silent)} entries have none")
    for each in found.nameless:
        say(f"{isolate(name)}, line {each.line}: {_NAMELESS[each.why]}; the entry was held against nothing")
    if found.elsewhere:
        say(f"possible hits: {more_elsewhere(found.elsewhere)}")
    tell_left_out(found.left_out, case)
    return 0 if found.hits else 1


def _content(path: Path) -> tuple[bytes, str]:
    if str(path) == "-":
        return sys.stdin.buffer.read(), "standard input"
    try:
        return path.read_bytes(), path.name
    except OSError as error:
        raise BadPathError(f"the list at {path} cannot be read") from error


def _print_entries(found: Screening) -> None:
    """Print how many hits each entry has; what they are is looked at entry by entry."""
    for id, hits in found.by_entry().items():
        children = sum(hit.possible.is_child for hit in hits)
        told = f", {children} of them as a child of that name" if children else ""
        emit(f"{isolate(id)}  {isolate(hits[0].possible.entry.names[0])}: {len(hits)} possible{told}")


def _print_hits(hits: Sequence[tuple[ScreenedHit, tuple[str, ...]]]) -> None:
    from kashf.show.explain import each_in_english, in_english

    for hit, beside in hits:
        possible, place = hit.possible, hit.place
        what = "possible child of" if possible.is_child else "possible"
        emit(f"{what}: {isolate(possible.name.text)}  for {isolate(possible.listed)} ({isolate(possible.entry.id)})")
        where = " in the texts, no name was found there" if hit.is_in_text else ""
        counts = f"{possible.name.mentions} places in {possible.name.documents} documents{where}"
        emit(f"      {counts}, first {place.document[:12]}#{place.page}:{place.start}-{place.end}")
        emit(f"      beside it: {'; '.join(map(isolate, beside)) or 'no identifier on the page'}")
        emit(f"      on the list: {'; '.join(map(_told, possible.entry.identifiers)) or 'no identifier'}")
        if possible.warning:
            emit(f"      careful: {in_english(possible.warning)}")
        emit(f"      {isolate('; '.join(each_in_english(possible.why)))}")


def _told(identifier: str) -> str:
    """Return heading and value each by itself: after an Arabic heading a date in figures would be shown from its other end."""
    heading, _, value = identifier.partition(": ")
    return f"{isolate(heading)}: {isolate(value)}"
