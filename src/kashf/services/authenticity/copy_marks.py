"""Marks beside the words of a paper: its file against its day, copies with another number, day or sum, and its stamp."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from kashf.domain.date import FuzzyDate, Relation
from kashf.domain.ids import DocumentId, short_id
from kashf.events.acts.near_twins import are_two_letters
from kashf.events.posts.post_signs import PostPaper
from kashf.evidence.authenticity.authenticity_sheet import MarkSeen, PaperMark, WhyUnknown, weighed
from kashf.evidence.authenticity.honest_share import HonestShare
from kashf.evidence.authenticity.mark_ratio import CarelessForger, CarelessShare
from kashf.ports.views import DocumentRecord
from kashf.services.authenticity.papers_beside import PapersBeside, document_of, documents_of
from kashf.services.case.open import OpenCase

#: Days behind a paper's day within which a file was made with it.
_WITH_IT: Final = 31


def copy_marks(case: OpenCase, beside: PapersBeside) -> Iterator[MarkSeen]:
    """Yield the marks of files, copies and stamps."""
    yield _file(case, beside)
    yield _twins(case, beside)
    stamp = beside.paper.letter.stamp
    yield MarkSeen(PaperMark.STAMP, why=WhyUnknown.NOT_READ, said=(stamp,) if stamp else ())


def _file(case: OpenCase, beside: PapersBeside) -> MarkSeen:
    """Return whether the file says that it was made before the paper's day, with it, or later, as every scan of an old paper does."""
    mark, day = PaperMark.FILE, beside.paper.date
    records = {each.id: each for each in case.view.records(documents_of([beside.paper, *beside.others, *beside.same]))}
    mine = records.get(document_of(beside.paper))
    if day is None or mine is None or not mine.file_date.days:
        return MarkSeen(mark, why=WhyUnknown.ABSENT if day else WhyUnknown.NO_DAY)
    facts = {"file": mine.file_date.edtf(), "origin": mine.origin}
    if day.is_unseen:
        return MarkSeen(mark, why=WhyUnknown.UNSEEN, said=(day.said,), facts=facts)
    when = _when_made(mine.file_date, beside.paper.written)

    def is_so(paper: PostPaper) -> bool | None:
        record = _alike(records, mine, paper)
        found = _when_made(record.file_date, paper.written) if record and paper.date else ""
        return found == when if found else None

    def would_be(paper: PostPaper) -> bool | None:
        record = _alike(records, mine, paper)
        return _when_made(record.file_date, beside.paper.written) == when if record else None

    office = beside.paper.office
    others = beside.share(would_be, among=lambda each: each.office != office)
    careless = CarelessShare.of_pile(CarelessForger.OTHER_OFFICES, others)
    return weighed(mark, when, beside.share(is_so), careless, said=(day.said,), facts=facts)


def _alike(records: Mapping[DocumentId, DocumentRecord], mine: DocumentRecord, paper: PostPaper) -> DocumentRecord | None:
    """Return the record of a letter of which the file has a date and came about as the paper's did: scans beside scans alone."""
    record = records.get(document_of(paper))
    return record if record and record.origin == mine.origin and record.file_date.days else None


def _when_made(file: FuzzyDate, written: FuzzyDate) -> str:
    """Return when a file was made, against the day of its paper; "" where that cannot be told."""
    if not (file.earliest and file.latest and written.earliest and written.latest):
        return ""
    if file.compare(written) is Relation.BEFORE:
        return "before"
    return "with-it" if (file.earliest - written.latest).days <= _WITH_IT else "later"


def _twins(case: OpenCase, beside: PapersBeside) -> MarkSeen:
    """Return whether a copy says another number, day or sum; which of the two was altered no copy tells."""
    mark, mine = PaperMark.TWINS, document_of(beside.paper)
    letters = {**{document_of(each): each for each in (*beside.others, *beside.same)}, **_listed(beside)}
    leader = case.view.copy_leaders(sorted({*letters, mine}))
    group = {id: leader.get(id, id) for id in (*letters, mine)}
    own = [letters[id] for id in sorted(letters) if id != mine and group[id] == group[mine]]
    if not own:
        return MarkSeen(mark, why=WhyUnknown.ABSENT)
    other = next((each for each in own if are_two_letters(beside.paper.letter, each.letter)), None)
    facts = {"copies": ", ".join(sorted({short_id(document_of(each)) for each in own})[:5])}
    if other is None:
        return MarkSeen(mark, "same", WhyUnknown.EXPECTED, facts=facts)
    said = tuple(each.said for letter in (beside.paper.letter, other.letter) for each in (letter.number, letter.written) if each)
    if beside.paper.is_picture or other.is_picture:
        return MarkSeen(mark, "another", WhyUnknown.UNSEEN, said=said, facts=facts)
    by_others = {document_of(each) for each in beside.others}
    pairs = [(id, of) for id, of in sorted(group.items()) if id != of and of in letters and of != group[mine]]
    honest = [(letters[id].letter, letters[of].letter) for id, of in pairs if {id, of} <= by_others]
    differ, same = sum(are_two_letters(*pair) for pair in honest), len(pairs) - len(honest)
    careless = CarelessShare.fixed(CarelessForger.ALTERS_ONE, 1)
    return weighed(mark, "another", HonestShare(differ, len(honest), same), careless, said=said, facts=facts)


def _listed(beside: PapersBeside) -> Mapping[DocumentId, PostPaper]:
    """Return the copies of the paper, of which one alone stands among its letters."""
    return {
        found.document: PostPaper(id, found.letter, "", beside.paper.is_picture)
        for id in beside.copies
        if id != beside.paper.document and (found := beside.every.get(id))
    }
