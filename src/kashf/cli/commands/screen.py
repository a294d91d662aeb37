"""`kashf screen`."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kashf.cli.common import AsPerson, InCollection, acting, cited, more_elsewhere, opened, tell_left_out
from kashf.cli.output import ProgressLine, emit, emit_json, say
from kashf.domain.entries.delivery import Scope
from kashf.errors import BadPathError, NotFoundError, UsageError
from kashf.language.words.visible import isolate
from kashf.show.answers import screening_answer
from kashf.show.counted import many

if TYPE_CHECKING:
    from kashf.services.names.keep_screening import KeptScreening
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
    dated: Annotated[
        str, typer.Option(metavar="YYYY-MM-DD", help="Of which day the list is; without, when its file was last changed.")
    ] = "",
    as_person: AsPerson = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the numbers as one JSON object; hits are in no file.")] = False,
) -> int:
    """Hold a list of names against a case, its names and its texts: every hit is possible, and no more; exits with 1 when there is none.

    Which list it was and how many of its entries have hits is written down in the case, signed; none of its names is.
    """
    from kashf.bootstrap import decode_list, open_to_decide
    from kashf.services.names.keep_screening import keep_screening, listed_as
    from kashf.services.names.screen import identifiers_beside, screen

    content, name, changed = _content(names)
    listed = listed_as(content, name, dated=_day(dated), changed=changed)
    text, encoding = decode_list(content, name=name)
    settings = acting(case, as_person)
    progress = ProgressLine()
    with opened(case) as open_case:
        found = screen(open_case, text, name=name, scope=collection, report=lambda done, total: progress.show("entries", done, total))
        hits = found.by_entry()
        progress.end()
        if entry and not as_json and entry not in {*hits, *(each.id for each in found.silent)}:
            raise NotFoundError(f"the list has no entry {entry}", code="no-such-entry", entry=entry)
        opened_hits = [(hit, identifiers_beside(open_case, hit.place)) for hit in hits.get(entry, ())]
        kept = keep_screening(open_case, found, listed, lambda: open_to_decide(case, settings=settings))
    if as_json:
        emit_json(screening_answer(kept))
    elif entry:
        _print_hits(opened_hits)
    else:
        _print_entries(found)
    where = f", from its column {isolate(found.column)} of {len(found.columns)}" if found.columns else ""
    say(f"{many(found.entries, 'entry')} in {isolate(name)} ({encoding}){where}, held against {many(found.names, 'name')} and the texts")
    possible = f"{many(len(found.hits), 'possible hit')} for {many(found.entries - len(found.silent), 'entry')}"
    say(f"{possible}; {many(len(found.silent), 'entry has', 'entries have')} none")
    for each in found.nameless:
        say(f"{isolate(name)}, line {each.line}: {_NAMELESS[each.why]}; the entry was held against nothing")
    _tell_kept(kept)
    if found.elsewhere:
        say(f"possible hits: {more_elsewhere(found.elsewhere)}")
    tell_left_out(found.left_out, case)
    return 0 if found.hits else 1


def _tell_kept(kept: KeptScreening) -> None:
    """Say of which day the list is, when it was screened before, and what was not written down."""
    if kept.listed.dated:
        by = "as its file was last changed then" if kept.listed.dated_by == "file" else "as was said"
        say(f"the list is of {kept.listed.dated}, {by}")
    if before := kept.before:
        now = kept.found.tally.with_hits
        say(f"this list was screened on {before.when:%Y-%m-%d} ({many(before.tally.with_hits, 'entry')} then had hits, {now} now)")
    if kept.fault:
        say(f"this screening was not written down: {kept.fault}")


def _day(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text) if text else None
    except ValueError as error:
        raise UsageError("--dated needs a day written YYYY-MM-DD") from error


def _content(path: Path) -> tuple[bytes, str, dt.date | None]:
    """Return the bytes of a list, its name, and the day on which it was last changed."""
    if str(path) == "-":
        return sys.stdin.buffer.read(), "standard input", None
    try:
        return path.read_bytes(), path.name, dt.datetime.fromtimestamp(path.stat().st_mtime, dt.UTC).date()
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
        counts = f"{many(possible.name.mentions, 'place')} in {many(possible.name.documents, 'document')}{where}"
        emit(f"      {counts}, first {cited(place)}")
        emit(f"      beside it: {'; '.join(map(isolate, beside)) or 'no identifier on the page'}")
        emit(f"      on the list: {'; '.join(map(_told, possible.entry.identifiers)) or 'no identifier'}")
        if possible.warning:
            emit(f"      careful: {in_english(possible.warning)}")
        emit(f"      {isolate('; '.join(each_in_english(possible.why)))}")


def _told(identifier: str) -> str:
    """Return heading and value each by itself: after an Arabic heading a date in figures would be shown from its other end."""
    heading, _, value = identifier.partition(": ")
    return f"{isolate(heading)}: {isolate(value)}"
