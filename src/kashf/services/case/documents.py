"""What a person asks of a whole case: where it stands, what was received, one document, copies."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kashf.domain.document import Page, Sighting
from kashf.domain.entity import PlacedMention
from kashf.domain.ids import DocumentId
from kashf.domain.ledger import Entry, EntryKind
from kashf.errors import NotFoundError, UnfinishedError
from kashf.ports.views import DocumentRecord, Totals
from kashf.services.case.collections import documents_by_collection
from kashf.services.case.conversations import SaidMessage, said_on
from kashf.services.case.copies.letter_groups import LetterGroup, letter_groups, letter_of
from kashf.services.case.open import OpenCase
from kashf.services.case.photo_sessions import PhotoInSession, photo_in_session

if TYPE_CHECKING:
    from kashf.language.recognising.language_runs import LanguageRun
    from kashf.language.words.other_readings import UnseenNumber

#: No document has more pages, and no store takes a larger number.
_MOST_PAGES = 2**31 - 1


@dataclass(frozen=True, slots=True)
class Custody:
    """How some bytes came into the case.

    Args:
        sighting: Where they were seen.
        receipt: The ledger entry that records it; None for a member of a container.
    """

    sighting: Sighting
    receipt: Entry | None


@dataclass(frozen=True, slots=True)
class Shown:
    """One document, as far as it was asked for.

    Args:
        record: What the case knows of it.
        pages: The page that was asked for, or all.
        custody: Where it was seen, first sighting first.
        members: What was found inside it.
        copies: The other documents of the same letter, in whatever way they are copies; while copies are not found yet, those of its text.
        mentions: What is named on these pages, in order; None for a case of an earlier kashf, which did not look for names.
        second_readings: These pages as other ways of reading have them, by number.
        is_aside: Whether people took it out of every answer: set aside, or excluded.
        messages: What these pages hold of a conversation.
        photo: Which photograph of a session it is; None for what is none.
    """

    record: DocumentRecord
    pages: tuple[Page, ...]
    custody: tuple[Custody, ...]
    members: tuple[Sighting, ...]
    copies: tuple[DocumentRecord, ...]
    mentions: tuple[PlacedMention, ...] | None = None
    second_readings: tuple[Page, ...] = ()
    is_aside: bool = False
    messages: tuple[SaidMessage, ...] = ()
    photo: PhotoInSession | None = None

    def languages(self) -> Mapping[int, tuple[LanguageRun, ...]]:
        """Return the stretches of each page with their language, by page; pages without letters are left out."""
        from kashf.language.recognising.language_runs import language_runs  # totals and searches do without

        found = {page.number: language_runs(page.text, expected=self.record.language) for page in self.pages}
        return {number: runs for number, runs in found.items() if runs}

    def unseen(self) -> Mapping[int, tuple[UnseenNumber, ...]]:
        """Return the numbers and dates that a machine read and nobody looked at, by page; pages without any are left out."""
        from kashf.language.words.other_readings import unseen_numbers  # a search does without, and loads in half the time

        found = {
            page.number: unseen_numbers(page, [each for each in self.second_readings if each.number == page.number]) for page in self.pages
        }
        return {number: numbers for number, numbers in found.items() if numbers}


def status(case: OpenCase) -> Totals:
    """Return where everything stands."""
    totals = case.view.totals()
    return replace(totals, by_collection=documents_by_collection(case, documents=sum(totals.by_type.values()) + totals.destroyed))


def receipts(case: OpenCase) -> tuple[Entry, ...]:
    """Return the receipts, oldest first."""
    return tuple(entry for entry, _ in case.view.entries(kinds=[EntryKind.RECEIPT]))


def show(case: OpenCase, beginning: str, *, page: int | None = None) -> Shown:
    """Return one document, named by the beginning of its id.

    Raises:
        NotFoundError: No such document or page.
    """
    id = case.view.resolve(beginning)
    (found,) = case.view.records([id])
    one = case.view.page(id, page) if page is not None and 0 < page <= _MOST_PAGES else None
    if page is not None and one is None:
        raise NotFoundError(
            f"document {id[:12]} has no page {page}; it has {found.pages}",
            code="no-such-page",
            document=id[:12],
            page=page,
            pages=found.pages,
        )
    recorded = {entry_id: entry for entry, entry_id in case.view.entries(kinds=[EntryKind.RECEIPT])}
    custody = tuple(Custody(seen, recorded.get(receipt) if receipt else None) for seen, receipt in case.view.sightings(id))
    others = _copies(case, id)
    pages = (one,) if one else case.view.pages(id)
    named, second = _mentions(case, id, page), case.view.second_readings(id, page=page)
    is_aside, said = id in case.view.documents_aside(), said_on(case.view, found, pages)
    return Shown(
        found,
        pages,
        custody,
        case.view.members(id),
        case.view.records(others),
        named,
        second,
        is_aside,
        said,
        photo_in_session(case, found),
    )


def _copies(case: OpenCase, id: DocumentId) -> tuple[DocumentId, ...]:
    return tuple(document for document in letter_of(case.view, id).documents if document != id)


def copies(case: OpenCase) -> tuple[LetterGroup, ...]:
    """Return a group for each letter that was seen more than once, whatever way its copies were found, those in most places first."""
    return letter_groups(case.view)


def _mentions(case: OpenCase, document: DocumentId, page: int | None) -> tuple[PlacedMention, ...] | None:
    try:
        return case.view.mentions_in(document, page=page)
    except UnfinishedError:
        return None
