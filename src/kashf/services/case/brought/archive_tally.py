"""How many letters of a delivery seem to come from whose archive, in all and by folder, with what is counted in none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from kashf.domain.ids import DocumentId, EntryId
from kashf.ports.stages import ARCHIVE
from kashf.ports.views import CaseView, DocumentRecord
from kashf.search.facets import KINDS
from kashf.services.case.brought.pile_places import PilePlace, places_in
from kashf.services.case.brought.whose_archive import PlacedSign, Whose, signs_of, whose
from kashf.services.case.messages import MESSAGE_TYPES

#: What is no letter: messages say themselves who sent them and who received them, tables and programs' data are none of either.
_MESSAGES: Final = frozenset((*MESSAGE_TYPES, *KINDS["mail"], "text/x-chat"))
_DATA: Final = frozenset(
    (*KINDS["sheet"], "application/json", "application/vnd.sqlite3", "application/x-sqlite3", "text/calendar", "text/vcard")
)


@dataclass(frozen=True, slots=True)
class ArchiveTally:
    """How many letters seem to come from whose archive.

    Args:
        letters: Documents with text that are neither messages nor tables; the six below add up to it.
        received: That seem to have been received by whom they were sent to.
        outgoing: That seem to be copies kept by who sent them.
        draft: That seem to be drafts.
        disagree: Whose signs speak for more than one.
        weak: Whose signs stand on copies of either side.
        no_sign: Without any sign.
    """

    letters: int = 0
    received: int = 0
    outgoing: int = 0
    draft: int = 0
    disagree: int = 0
    weak: int = 0
    no_sign: int = 0


@dataclass(frozen=True, slots=True)
class LetterOrigin:
    """One letter with signs.

    Args:
        document: Which.
        path: Where it lay in what was handed over.
        whose: Whose archive it seems to come from.
        signs: Each where it stands.
    """

    document: DocumentId
    path: str
    whose: Whose
    signs: tuple[PlacedSign, ...]


@dataclass(frozen=True, slots=True)
class ArchiveSigns:
    """Whose archive a delivery seems to come from.

    Args:
        tally: Of all.
        by_folder: Of each folder and archive, in the order in which they came.
        letters: Those with signs, in the order in which they came; the others have none.
        documents: All that was brought, of which these are counted nowhere above:
        messages: Mail and conversations, which say themselves who sent them.
        tables: Tables and data of programs.
        unsure: Read too unsurely to say anything.
        without_text: Without any text: archives, pictures without writing, what was not or could not be read.
        waiting: Documents of the whole case that were not looked at yet.
    """

    tally: ArchiveTally
    by_folder: Mapping[str, ArchiveTally] = field(default_factory=dict)
    letters: tuple[LetterOrigin, ...] = ()
    documents: int = 0
    messages: int = 0
    tables: int = 0
    unsure: int = 0
    without_text: int = 0
    waiting: int = 0


def archive_signs_of(view: CaseView, receipts: Sequence[EntryId]) -> ArchiveSigns:
    """Return whose archive what some receipts brought seems to come from; each document counts once, where it lay first."""
    places: dict[DocumentId, PilePlace] = {}
    for place in places_in(view.pile(receipts)):
        if place.document:
            places.setdefault(place.document, place)
    sorts = _sorted_out(view, view.records(list(places)))
    signs = signs_of(view, sorts.letters)
    origins = {document: whose(signs.get(document, ())) for document in sorts.letters}
    folders: dict[str, list[Whose]] = {}
    for document, origin in origins.items():
        folders.setdefault(places[document].folder, []).append(origin)
    return ArchiveSigns(
        tally=_tally(list(origins.values())),
        by_folder={folder: _tally(found) for folder, found in folders.items()},
        letters=tuple(LetterOrigin(each, places[each].seen.path, origins[each], signs[each]) for each in origins if each in signs),
        documents=len(sorts.letters) + sum(sorts.others.values()),
        messages=sorts.others["messages"],
        tables=sorts.others["tables"],
        unsure=sorts.others["unsure"],
        without_text=sorts.others["without_text"],
        waiting=view.count_waiting(ARCHIVE),
    )


@dataclass(frozen=True, slots=True)
class _Sorts:
    letters: tuple[DocumentId, ...]
    others: Counter[str]


def _sorted_out(view: CaseView, records: Sequence[DocumentRecord]) -> _Sorts:
    sure = view.page_counts().keys()
    kinds = {record.id: _kind(record, is_sure=record.id in sure) for record in records}
    return _Sorts(tuple(id for id, kind in kinds.items() if not kind), Counter(kind for kind in kinds.values() if kind))


def _kind(record: DocumentRecord, *, is_sure: bool) -> str:
    """Return what a document is if it is no letter, else ""."""
    if record.type in _MESSAGES:
        return "messages"
    if record.type in _DATA:
        return "tables"
    if not record.origin:
        return "without_text"
    return "" if is_sure else "unsure"


def _tally(found: Sequence[Whose]) -> ArchiveTally:
    counts = Counter(found)
    return ArchiveTally(len(found), *(counts[each] for each in Whose))
