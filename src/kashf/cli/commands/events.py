"""`kashf events`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kashf.cli.common import AsPerson, acting, checked_words, opened
from kashf.cli.output import emit, emit_json, say
from kashf.errors import BadPathError, UsageError
from kashf.language.words.visible import isolate
from kashf.show.acts.event_words import event_list_answer, event_list_line, refused_lines
from kashf.show.counted import many

if TYPE_CHECKING:
    from kashf.services.catalogues.outside_events import EventFile

EPILOG = (
    "Example: kashf events leak.case add ged.csv --only country=Syria, or, of any other table, kashf events leak.case add list.csv "
    "--map date=When --map place=Where --map latitude=Y --map longitude=X. The tables of UCDP GED and ACLED are known by their columns."
)


class EventsAction(StrEnum):
    """What is done with catalogues of outside events."""

    LIST = "list"
    ADD = "add"
    DROP = "drop"


class NumbersOrder(StrEnum):
    """How a day is written by three numbers."""

    DMY = "dmy"
    MDY = "mdy"


def command(
    case: Annotated[Path, typer.Argument(help="The case.")],
    action: Annotated[EventsAction, typer.Argument(help="List the catalogues, add a table, or take one out.")] = EventsAction.LIST,
    name: Annotated[str, typer.Argument(metavar="[FILE]", help="With add: the table; with drop: the name or id of a catalogue.")] = "",
    told: Annotated[list[str] | None, typer.Option("--map", metavar="WHAT=COLUMN", help="Which column says what.")] = None,
    only: Annotated[list[str] | None, typer.Option(metavar="COLUMN=VALUE", help="Only rows that have this value.")] = None,
    dates: Annotated[NumbersOrder | None, typer.Option(help="How 03/04/2014 is meant; it may be either day without.")] = None,
    as_person: AsPerson = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> int:
    """Catalogues of events from outside, as reference beside the leak: what they say is never counted with it.

    The bytes of the table are kept as they came, and which column says what is written down, signed. Exits with 1 when there is none.
    """
    if (action is EventsAction.LIST) == bool(name):
        raise UsageError("add needs a file and drop a name, list takes none")
    if action is EventsAction.LIST:
        return _list(case, as_json=as_json)
    if action is EventsAction.DROP:
        return _drop(case, checked_words(name, what="the name"), as_person, as_json=as_json)
    columns, values = _pairs(told or (), what="--map"), _pairs(only or (), what="--only")
    return _add(case, Path(name), columns, values, day_order=dates.value if dates else "", as_person=as_person, as_json=as_json)


def _add(
    case: Path, path: Path, told: Mapping[str, str], only: Mapping[str, str], *, day_order: str, as_person: str | None, as_json: bool
) -> int:
    from kashf.bootstrap import open_to_decide
    from kashf.services.catalogues.outside_events import add_events, read_event_file

    file = _file(path)
    found = read_event_file(file, told, only=only, day_order=day_order)
    with open_to_decide(case, settings=acting(case, as_person)) as writable:
        added = add_events(writable, file, found, only=only)
    if as_json:
        emit_json(event_list_answer(added) | {"named": found.named, "doubted": found.doubted})
    else:
        emit(event_list_line(added))
    for line in refused_lines(found):
        say(line)
    return 0


def _file(path: Path) -> EventFile:
    from kashf.bootstrap import decode_list
    from kashf.services.catalogues.outside_events import EventFile

    try:
        content = path.read_bytes()
    except OSError as error:
        raise BadPathError(f"{path}: {error.strerror or 'cannot be read'}") from error
    text, encoding = decode_list(content, name=path.name)
    return EventFile(content, path.name, text, encoding)


def _list(case: Path, *, as_json: bool) -> int:
    from kashf.services.catalogues.outside_events import event_lists

    with opened(case) as open_case:
        found = event_lists(open_case)
    if as_json:
        emit_json({"events": [event_list_answer(each) for each in found]})
    else:
        for each in found:
            emit(event_list_line(each))
    say(f"{many(len(found), 'catalogue')} of outside events; `kashf acts CASE --origin catalogue` lists what they say")
    return 0 if found else 1


def _drop(case: Path, name: str, as_person: str | None, *, as_json: bool) -> int:
    from kashf.bootstrap import open_to_decide
    from kashf.services.catalogues.outside_events import drop_events

    with open_to_decide(case, settings=acting(case, as_person)) as writable:
        dropped = drop_events(writable, name)
    if as_json:
        emit_json(event_list_answer(dropped))
    say(f"{isolate(dropped.name)} is in no answer any more; its bytes are kept, as is that it was there")
    return 0


def _pairs(words: Sequence[str], *, what: str) -> dict[str, str]:
    """Return what options say as WHAT=VALUE.

    Raises:
        UsageError: One has no sign of equality, or one thing is said twice.
    """
    found: dict[str, str] = {}
    for each in words:
        key, equals, value = checked_words(each, what=what).partition("=")
        if not equals or not key or key in found:
            raise UsageError(f"{what} is written WHAT=VALUE, once for each: {each[:60]!r}")
        found[key] = value
    return found
