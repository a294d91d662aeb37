"""What a paper is held against: the letters that came by another channel than it, each once however many copies there are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from kashf.domain.date import FuzzyDate
from kashf.domain.entries.delivery import Scope
from kashf.domain.ids import DocumentId
from kashf.events.posts.post_signs import PostPaper
from kashf.evidence.authenticity.honest_share import HonestShare
from kashf.services.case.open import OpenCase
from kashf.services.letters.each_once import letters_once
from kashf.services.letters.list_letters import ListedLetter
from kashf.services.posts.signed_papers import SignedPapers, signed_papers

#: Days on either side of a paper's day in which other papers are of its time.
NEAR_IN_TIME: Final = 366


@dataclass(frozen=True, slots=True)
class PapersBeside:
    """A paper, and those that it can be held against.

    Args:
        paper: The paper.
        listed: Its letter as it is shown.
        channels: By which channels it came, copies of it included.
        others: Letters of which some copy came by another channel.
        same: Those that came by its channels alone, which it is never held against.
        signed: All letters of the collection with their offices.
        copies: Its copies and itself: the ids of their letters.
        every: All letters of the collection, copies too, by their ids.
    """

    paper: PostPaper
    listed: ListedLetter
    channels: tuple[str, ...]
    others: tuple[PostPaper, ...]
    same: tuple[PostPaper, ...]
    signed: SignedPapers
    copies: frozenset[DocumentId]
    every: Mapping[DocumentId, ListedLetter]

    def share(self, has: Callable[[PostPaper], bool | None], *, among: Callable[[PostPaper], bool] = lambda _paper: True) -> HonestShare:
        """Return the share of letters by other channels that have something, those aside of which nothing can be said.

        Args:
            has: Whether a letter has it; None where nothing can be said.
            among: Which letters are asked at all.
        """
        told = [(each, found) for each in self.others if among(each) and (found := has(each)) is not None]
        same = sum(among(each) and has(each) is not None for each in self.same)
        unseen = sum(_is_unseen(each) for each, _ in told)
        return HonestShare(sum(found for _, found in told), len(told), same, unseen)

    def is_near(self, other: PostPaper) -> bool:
        """Return whether a letter is of the time of the paper: surely within a year of it; any is where the paper has no day."""
        return self.paper.date is None or _days_apart(self.paper.written, other.written) <= NEAR_IN_TIME


def papers_beside(case: OpenCase, listed: ListedLetter, *, scope: Scope) -> PapersBeside:
    """Return a letter of a case with those of a collection that it can be held against."""
    _, signed = signed_papers(case, scope)
    found, once = letters_once(case, scope)
    groups: Mapping[DocumentId, set[DocumentId]] = _groups(once.of)
    leader = once.of.get(listed.id, listed.id)
    mine = groups.get(leader, set()) | {listed.id}
    came = case.view.channels(sorted({_document(id) for id in (*once.of, listed.id)}))
    channels = {channel for id in mine for channel in came.get(_document(id), ())}
    others, same = list[PostPaper](), list[PostPaper]()
    for each in signed.papers:
        by = {channel for id in groups.get(each.document, {each.document}) for channel in came.get(_document(id), ())}
        if each.document != leader:
            (others if channels and by - channels else same).append(each)
    known = next((each for each in signed.papers if each.document == leader), None)
    office = known.office if known and leader == listed.id else _office(signed, listed)
    pictures = {document for document, _ in case.view.scanned_pages()}
    paper = PostPaper(listed.id, listed.letter, office, listed.document in pictures)
    every = {each.id: each for each in found.letters}
    return PapersBeside(paper, listed, tuple(sorted(channels)), tuple(others), tuple(same), signed, frozenset(mine), every)


def _groups(of: Mapping[DocumentId, DocumentId]) -> Mapping[DocumentId, set[DocumentId]]:
    found: dict[DocumentId, set[DocumentId]] = defaultdict(set)
    for id, leader in of.items():
        found[leader].add(id)
    return found


def _office(signed: SignedPapers, listed: ListedLetter) -> str:
    found = signed.index.which([each.text for each in listed.letter.offices]).office
    return found.id if found else ""


def _document(id: str) -> DocumentId:
    return DocumentId(id.partition(".")[0])


def documents_of(papers: Iterable[PostPaper]) -> tuple[DocumentId, ...]:
    """Return the documents of letters, each once, by id."""
    return tuple(sorted({_document(each.document) for each in papers}))


def document_of(paper: PostPaper) -> DocumentId:
    """Return the document that a letter stands in."""
    return _document(paper.document)


def _is_unseen(paper: PostPaper) -> bool:
    return any(each is not None and each.is_unseen for each in (paper.letter.written, paper.letter.number))


def _days_apart(one: FuzzyDate, other: FuzzyDate) -> int:
    """Return how many days two dates are apart at most; more than any where either has no day."""
    if not (one.earliest and one.latest and other.earliest and other.latest):
        return 10**9
    return max(abs((one.earliest - other.latest).days), abs((other.earliest - one.latest).days))
