"""The letters of a case with the offices that wrote them, copies of one letter once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from kashf.domain.date import FuzzyDate
from kashf.domain.document import Span
from kashf.domain.entity import MentionType, NameKey, Verdict
from kashf.domain.entries.delivery import Scope
from kashf.domain.ids import DocumentId
from kashf.domain.ledger import Entry, EntryKind
from kashf.entities.tagging.keys import name_key
from kashf.events.offices.office_index import OfficeIndex, OfficeKey
from kashf.events.posts.post_signs import PostPaper, PostSign, not_ahead
from kashf.events.posts.tenures import HeldPost, held_posts
from kashf.ports.views import CaseView
from kashf.services.case.open import OpenCase
from kashf.services.letters.each_once import letters_once
from kashf.services.letters.kept_answers import kept_answer
from kashf.services.letters.list_letters import LetterList, ListedLetter


@dataclass(frozen=True, slots=True)
class SignedPapers:
    """Letters of a case.

    Args:
        papers: One for each letter, whatever copies of it there are, in the order of the list.
        listed: The letter of each as it was listed, by its id; and of each document one of its letters.
        offices: The offices that they come from.
        copies: How many further copies of them there are.
    """

    papers: tuple[PostPaper, ...]
    listed: Mapping[DocumentId, ListedLetter]
    offices: Mapping[str, OfficeKey]
    index: OfficeIndex
    copies: int

    @classmethod
    def of(cls, letters: Sequence[ListedLetter], pictures: Collection[DocumentId] = (), *, copies: int = 0) -> Self:
        """Return letters with their offices.

        Args:
            letters: Copies of one letter once.
            pictures: Documents that were read from pictures.
            copies: How many further copies there are.
        """
        index = OfficeIndex.of([_head(each) for each in letters])
        offices: dict[str, OfficeKey] = {key.id: key for key in index.all()}
        papers = []
        for each in letters:
            office = index.which(_head(each)).office
            papers.append(PostPaper(each.id, each.letter, office.id if office else "", each.document in pictures))
            if office:
                offices.setdefault(office.id, office)
        return cls(tuple(papers), {each.document: each for each in letters} | {each.id: each for each in letters}, offices, index, copies)

    def which(self, words: str) -> str:
        """Return the id of the office that some words name; "" where they name none of the pile, or several."""
        found = self.index.which([words]).office
        return found.id if found and found.id in self.offices else ""

    def is_below(self, lower: str, upper: str) -> bool:
        """Return whether one office is a part of another."""
        below, above = (self.offices[each].lines if each in self.offices else () for each in (lower, upper))
        return len(below) > len(above) > 0 and below[: len(above)] == above

    def office_name(self, office: str) -> str:
        """Return an office as it is written most often, the bodies above it before it."""
        return " > ".join(self.index.name(self.offices[office])) if office in self.offices else office


def signed_papers(case: OpenCase, scope: Scope) -> tuple[LetterList, SignedPapers]:
    """Return the letters of a collection with what is left out, and the same with their offices, each once."""

    def make() -> tuple[LetterList, SignedPapers]:
        found, once = letters_once(case, scope)
        pictures = {document for document, _ in case.view.scanned_pages()}
        return found, SignedPapers.of(once.letters, pictures, copies=once.copies)

    return kept_answer(case, f"signed papers {scope}", make)


def known_names(view: CaseView) -> Callable[[str], str]:
    """Return what tells the entity that the case knows a person's name as, so that what people decided counts; else the name's key."""
    leaders = view.leaders(MentionType.PERSON)

    def known_as(name: str) -> str:
        key: NameKey = name_key(name, MentionType.PERSON)
        return leaders.get(key, key) or name

    return known_as


def _told_apart(view: CaseView) -> frozenset[tuple[str, str]]:
    """Return what the case knows persons as of whom people decided that they are two, both ways round."""
    leaders = view.leaders(MentionType.PERSON)
    pairs = {
        (leaders.get(each.left, each.left), leaders.get(each.right, each.right))
        for each in view.judgements()
        if each.type is MentionType.PERSON and each.verdict is Verdict.DIFFERENT and not isinstance(each.left, Span)
    }
    return frozenset(pair for one, other in pairs for pair in ((one, other), (other, one)))


def held_in(view: CaseView, signs: Iterable[PostSign], received: Mapping[DocumentId, tuple[dt.datetime, str]]) -> tuple[HeldPost, ...]:
    """Return who held which post when, of the persons that a case knows; papers dated after they came say no day of anybody.

    Args:
        view: The case.
        signs: What its papers say.
        received: As `first_receipts` returns it.
    """
    came = {document: time for document, (time, _) in received.items()}
    return held_posts(not_ahead(signs, came), known_as=known_names(view), told_apart=_told_apart(view))


def first_receipts(view: CaseView, documents: Sequence[DocumentId]) -> Mapping[DocumentId, tuple[dt.datetime, str]]:
    """Return when each document first came, as the receipt tells or at the latest when it was written, and by which receipt."""
    times = {id: _came(entry) for entry, id in view.entries(kinds=[EntryKind.RECEIPT])}
    found: dict[DocumentId, tuple[dt.datetime, str]] = {}
    for document, receipts in view.receipts_of(documents).items():
        known = [(times[each], f"receipt {each[:12]}") for each in receipts if each in times]
        if known:
            found[document] = min(known)
    return found


def _came(receipt: Entry) -> dt.datetime:
    told = FuzzyDate.read(str(receipt.body.get("received") or "")).latest
    return min(receipt.time, dt.datetime.combine(told, dt.time.max, dt.UTC)) if told else receipt.time


def _head(listed: ListedLetter) -> Sequence[str]:
    return [each.text for each in listed.letter.offices]
