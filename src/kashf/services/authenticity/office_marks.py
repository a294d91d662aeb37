"""Marks of the office of a paper: how its head is written, and whether the office was there then."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from kashf.domain.date import FuzzyDate, Relation
from kashf.domain.letters.letter import Letter
from kashf.events.posts.post_signs import PostPaper
from kashf.evidence.authenticity.authenticity_sheet import MarkSeen, PaperMark, WhyUnknown, weighed
from kashf.evidence.authenticity.honest_share import HonestShare
from kashf.evidence.authenticity.mark_ratio import CarelessForger, CarelessShare
from kashf.language.words.folding import fold
from kashf.services.authenticity.papers_beside import PapersBeside

#: Code points of a number or date whose form is compared.
_LONGEST: Final = 60


def office_marks(beside: PapersBeside) -> Iterator[MarkSeen]:
    """Yield the marks of the office."""
    yield _head(beside)
    yield _office_then(beside)


def _head(beside: PapersBeside) -> MarkSeen:
    """Return how often the office, and others, wrote heads of this form within a year of the paper's day."""
    letter, office = beside.paper.letter, beside.paper.office
    said = (*letter.offices, *(each.said for each in (letter.number, letter.written) if each), *((letter.title,) if letter.title else ()))
    if not letter.offices:
        return MarkSeen(PaperMark.HEAD, why=WhyUnknown.ABSENT)
    if not office:
        return MarkSeen(PaperMark.HEAD, why=WhyUnknown.NO_OFFICE, said=said)
    mine = head_form(letter)

    def has(paper: PostPaper) -> bool:
        return head_form(paper.letter) == mine

    honest = beside.share(has, among=lambda each: each.office == office and beside.is_near(each))
    others = beside.share(has, among=lambda each: each.office not in {"", office} and beside.is_near(each))
    careless = CarelessShare.of_pile(CarelessForger.OTHER_OFFICES, others)
    return weighed(PaperMark.HEAD, "form", honest, careless, said=said, facts={"form": " · ".join(each for each in mine if each)})


def head_form(letter: Letter) -> tuple[str, ...]:
    """Return the form of a head without what changes from paper to paper: bodies, how number and date are written, the printed title.

    >>> head_form(Letter())
    ('0', '', '', '')
    """
    number, date = letter.number, letter.written
    title = fold(letter.title.text) if letter.title else ""
    return str(len(letter.offices)), _form(number.said.text if number else ""), _form(date.said.text if date else ""), title


def _form(words: str) -> str:
    """Return how something is written: 9 and ٩ for digits of either script, a for words."""
    western = re.sub(r"[0-9]+", "9", " ".join(words[:_LONGEST].split()))
    return re.sub(r"[^\W\d_]+", "a", re.sub(r"[٠-٩]+", "٩", western))


class _Seen(NamedTuple):
    """When an office was seen by papers of other channels."""

    dates: Sequence[tuple[str, FuzzyDate]]

    def around(self, date: FuzzyDate, paper: str = "") -> bool | None:
        """Return whether papers are dated surely before a date and surely behind it, one paper aside; None where no other has a day."""
        others = [each for document, each in self.dates if document != paper]
        before = any(each.compare(date) is Relation.BEFORE for each in others)
        behind = any(date.compare(each) is Relation.BEFORE for each in others)
        return (before and behind) if others else None


def _office_then(beside: PapersBeside) -> MarkSeen:
    """Return whether papers by other channels show the office both before and after the paper's day."""
    mark, office, day = PaperMark.OFFICE, beside.paper.office, beside.paper.date
    said = (*beside.paper.letter.offices, *((day.said,) if day else ()))
    if not (office and day):
        return MarkSeen(mark, why=WhyUnknown.NO_DAY if office else WhyUnknown.NO_OFFICE, said=said)
    if day.is_unseen:
        return MarkSeen(mark, why=WhyUnknown.UNSEEN, said=said)
    seen = _offices_seen(beside.others)
    around = seen[office].around(day.date) if office in seen else None
    none = _Seen(())
    honest = beside.share(lambda each: seen.get(each.office, none).around(each.written, each.document) if each.date else None)
    if around is None:
        same = sum(each.office == office and each.date is not None for each in beside.same)
        return MarkSeen(mark, why=WhyUnknown.SAME_CHANNEL if same else WhyUnknown.NO_OTHERS, said=said, same_channel=same)
    elsewhere = [found for each, dates in seen.items() if each != office and (found := dates.around(day.date)) is not None]
    share = HonestShare(sum(elsewhere), len(elsewhere))
    if not around:
        honest = HonestShare(honest.of - honest.having, honest.of, honest.same_channel, honest.unseen)
        share = HonestShare(share.of - share.having, share.of)
    careless = CarelessShare.of_pile(CarelessForger.OTHER_OFFICES, share)
    return weighed(mark, "around" if around else "at-an-end", honest, careless, said=said)


def _offices_seen(papers: Sequence[PostPaper]) -> Mapping[str, _Seen]:
    found: dict[str, list[tuple[str, FuzzyDate]]] = defaultdict(list)
    for each in papers:
        if each.office and each.date:
            found[each.office].append((each.document, each.written))
    return {office: _Seen(dates) for office, dates in found.items()}
