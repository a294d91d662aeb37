"""Catalogues of outside events in a case: added once with which column says what, read from their own bytes, taken out again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib import resources
from itertools import islice
from pathlib import PureWindowsPath
from typing import Final, TypeAlias

from kashf.domain.acts.outside_event import OutsideEvent
from kashf.domain.entries.event_lists import EVENT_LISTS, EventList, EventTally, event_list_body, event_lists_of
from kashf.domain.ledger import EntryKind
from kashf.errors import DamagedCaseError, NotAllowedError, UnknownNameError, UsageError
from kashf.events.catalogues.catalogue_columns import CatalogueColumns, columns_of
from kashf.events.catalogues.read_catalogue import MOST_NAMED, ReadCatalogue, RefusedRow, head_of_table, read_catalogue
from kashf.events.catalogues.swapped_places import check_known_places, doubtful_spots
from kashf.language.places.place_table import parse_places
from kashf.language.words.visible import visible_name
from kashf.services.case.open import OpenCase, WritableCase
from kashf.services.ledger.record import record_entry
from kashf.services.ledger.word_blobs import keep_words, read_words
from kashf.services.letters.kept_answers import kept_answer

#: Events of one catalogue: as many as fit into memory beside everything else.
MOST_EVENTS: Final = 1_000_000
#: Code points of a file's name that are kept.
_LONGEST_NAME: Final = 255
#: A catalogue with its events.
CatalogueEvents: TypeAlias = tuple[EventList, tuple[OutsideEvent, ...]]


@dataclass(frozen=True, slots=True)
class EventFile:
    """A table that somebody brings.

    Args:
        content: Its bytes.
        name: What its file is called; folders are left out.
        text: What it says.
        encoding: In which encoding.
    """

    content: bytes
    name: str
    text: str
    encoding: str


def read_event_file(file: EventFile, told: Mapping[str, str], *, only: Mapping[str, str], day_order: str = "") -> ReadCatalogue:
    """Return the events of a table, without adding it.

    Args:
        file: The table.
        told: Which column says what; what is published needs none.
        only: Values that rows must have, by column.
        day_order: How days by three numbers are written, "dmy" or "mdy"; "" where nobody told.

    Raises:
        UsageError: The table cannot be read, a column is missing, latitude and longitude look swapped, or no row is an event.
    """
    text = _with_line_ends(file.text)
    _, head = head_of_table(text, name=file.name)
    columns = columns_of(head, told, name=file.name, day_order=day_order)
    if missing := [column for column in only if column not in head]:
        raise UsageError(f"{file.name} has no column {missing[0][:60]!r}", code="events-no-column", name=file.name, column=missing[0][:60])
    found = read_catalogue(text, columns, name=file.name, only=only)
    if not found.events:
        why = "; ".join(f"line {each.line}: {each.told}" for each in found.named[:3])
        said = f"no row of {file.name} is an event that can be used{': ' + why if why else ''}"
        raise UsageError(said, code="events-none", name=file.name)
    if len(found.events) > MOST_EVENTS:
        said = f"{file.name} has more than {MOST_EVENTS} events; keep those of a country or a region with --only COLUMN=VALUE"
        raise UsageError(said, code="events-too-many", name=file.name, most=MOST_EVENTS)
    places = parse_places((resources.files("kashf.language.tables") / "places.tsv.gz").read_bytes())

    def find(name: str) -> Iterator[tuple[float, float]]:
        return ((each.latitude, each.longitude) for each in places.find(name))

    check_known_places(found.events, find, name=file.name)
    doubted = (RefusedRow(each.line, "swapped", told) for each, told in doubtful_spots(found.events, find))
    return replace(found, doubted=tuple(islice(doubted, MOST_NAMED)))


def add_events(case: WritableCase, file: EventFile, found: ReadCatalogue, *, only: Mapping[str, str]) -> EventList:
    """Keep a catalogue: its bytes as they are, and a signed entry that says how it is read.

    Raises:
        UsageError: The same bytes are there already.
        NoSpaceError: The disk is full.
    """
    refused = dict(found.refused)
    undated, unplaced = (
        sum(lacks) for lacks in ((not each.date.is_known for each in found.events), (not each.spot for each in found.events))
    )
    tally = EventTally(found.rows, len(found.events), found.left_out, refused, undated, unplaced)
    blob = keep_words(case, file.content)
    with case.store.unit() as uow:
        if known := next((each for each in event_lists(case.reading) if each.blob == blob), None):
            told = f"these events are there already, as {known.name}; take them out first to read them otherwise"
            raise UsageError(told, code="events-there", name=known.name)
        name = visible_name(PureWindowsPath(file.name).name.encode("utf-8", "replace").decode())[:_LONGEST_NAME]
        body = event_list_body(name, blob, encoding=file.encoding, columns=found.columns.as_json(), only=only, tally=tally)
        entry = record_entry(case, uow, EntryKind.EVENTS_ADDED, body)
        uow.commit()
    (added,) = event_lists_of([(entry, entry.id)])
    return added


def event_lists(case: OpenCase) -> tuple[EventList, ...]:
    """Return the catalogues of a case, oldest first."""
    return event_lists_of(case.view.entries(kinds=sorted(EVENT_LISTS.kinds)))


def find_events(case: OpenCase, called: str) -> EventList:
    """Return the catalogue of a name, or of the beginning of its id, that of its bytes, or of its ledger entry.

    Raises:
        UnknownNameError: There is none, or there are several.
    """
    every = event_lists(case)
    found = [each for each in every if each.name == called] or [
        each for each in every if called and (each.blob.startswith(called) or each.id.startswith(called))
    ]
    if len(found) != 1:
        how_many = "no" if not found else "more than one"
        told = f"{how_many} catalogue of events is called {called[:60]}; `kashf events CASE` lists them"
        raise UnknownNameError(told, code="no-events", name=called[:60])
    return found[0]


def drop_events(case: WritableCase, called: str) -> EventList:
    """Take a catalogue out of every answer; its bytes stay, as all that was received does.

    Raises:
        NotFoundError: As `find_events`.
        NotAllowedError: Another person of the case signed it.
    """
    with case.store.unit() as uow:
        listed = find_events(case.reading, called)
        if not listed.may_be_undone_by(case.person):
            raise NotAllowedError(f"only {listed.who} can take these events out", code="others-events", who=listed.who)
        record_entry(case, uow, EntryKind.UNDONE, {"entry": listed.id})
        uow.commit()
    return listed


def outside_events(case: OpenCase) -> Iterator[CatalogueEvents]:
    """Yield the catalogues of a case with their events, read from the bytes that were kept.

    Raises:
        BrokenCustodyError: The bytes are missing, or not those that were kept.
        DamagedCaseError: The entry does not say how they are read.
    """
    for listed in event_lists(case):
        try:
            columns = CatalogueColumns.from_json(listed.columns)
            text = _with_line_ends(read_words(case.blobs, listed.blob).decode(listed.encoding, "replace"))
        except (ValueError, LookupError) as error:
            raise DamagedCaseError(f"the entry of the events {listed.id[:12]} does not say how they are read") from error
        yield listed, read_catalogue(text, columns, name=listed.name, only=listed.only).events


def catalogues_of(case: OpenCase) -> Sequence[CatalogueEvents]:
    """Return the catalogues of a case with their events, kept for as long as nothing is written to it."""
    return kept_answer(case, "outside events", lambda: tuple(outside_events(case)))


def _with_line_ends(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
