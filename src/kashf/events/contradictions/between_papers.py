"""Contradictions between papers: one number twice, two holders of a post, signatures against orders, offices not founded yet."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Final

from kashf.domain.date import FuzzyDate, Relation
from kashf.domain.letters.instructions import Force, SpeechAct
from kashf.domain.letters.said import PaperDate, PaperNumber
from kashf.events.contradictions.contradiction import Clash, ClashSide, Contradiction, Innocent
from kashf.events.letters.phrases import any_of
from kashf.events.posts.post_signs import Offices, PostPaper, PostSign, SignKind, signed_posts
from kashf.events.posts.post_words import post_at_start
from kashf.events.posts.shared_posts import AtOnce, SharedPost, contrary_orders, shared_posts
from kashf.events.posts.tenures import HeldPost
from kashf.language.dates.calendars import hijri_day
from kashf.language.tables.letters.founding_words import FOUNDING, POST_ITSELF
from kashf.language.words.folding import fold

#: Papers with one number that are compared with each other; more are a number that says nothing, as of a form.
_MOST_ALIKE: Final = 12
#: Days of a date that are held against those of another one by one.
_MOST_DAYS: Final = 400
_FOUNDS: Final = frozenset({Force.ORDER, Force.DONE})


def number_twice(papers: Iterable[PostPaper]) -> Iterator[Contradiction]:
    """Yield pairs of papers of one office and year with one number; copies of one letter are to be among them once."""
    by_number: dict[tuple[str, str], list[tuple[PostPaper, PaperNumber]]] = defaultdict(list)
    for paper in papers:
        number = paper.letter.number
        if number is not None and paper.office and paper.date is not None:
            by_number[paper.office, number.normal].append((paper, number))
    for some in by_number.values():
        if 1 < len(some) <= _MOST_ALIKE:
            for (one, first), (other, second) in combinations(some, 2):
                yield from _twice(one, first, other, second)


def _twice(one: PostPaper, first: PaperNumber, other: PostPaper, second: PaperNumber) -> Iterator[Contradiction]:
    """Yield two papers of one number: certain where they are surely of two days of one year in both calendars."""
    here, there = one.written, other.written
    if not are_two_days(here, there) or _script(one) != _script(other):  # One day: a version of one letter, or its translation.
        return
    if not are_of_one_year(here, there):  # Numbers begin anew each year, of which calendar is not known.
        return
    is_circular = [each.letter.speech_act is SpeechAct.CIRCULAR for each in (one, other)]
    is_picture = one.is_picture or other.is_picture
    are_alike = is_circular[0] == is_circular[1]
    innocent = (
        *((Innocent.MISREAD,) if is_picture else ()),
        *((Innocent.VERSION, Innocent.SLIP, Innocent.TWO_SERIES) if are_alike else (Innocent.TWO_SERIES, Innocent.SLIP)),
    )
    sides = ClashSide(first.said, here), ClashSide(second.said, there)
    yield Contradiction(Clash.NUMBER_TWICE, are_alike and not is_picture, sides, innocent, {"number": first.normal})


def are_two_days(one: FuzzyDate, other: FuzzyDate) -> bool:
    """Return whether two dates are surely of two days, also where day and month of either may have changed places."""
    if one.compare(other) is not Relation.UNDECIDED:
        return True
    if one.is_derived or other.is_derived or not (0 < one.days <= _MOST_DAYS and 0 < other.days <= _MOST_DAYS):
        return False
    return not {*one.each_day()} & {*other.each_day()}


def are_of_one_year(one: FuzzyDate, other: FuzzyDate) -> bool:
    """Return whether two dates are surely of one year, Gregorian and Hijri."""
    days = [day for date in (one, other) for day in (date.earliest, date.latest) if day]
    if len(days) < len((one, other)) * 2:
        return False
    hijri = {found.year if (found := hijri_day(day)) else day for day in days}
    return len({day.year for day in days}) == len(hijri) == 1


def _script(paper: PostPaper) -> bool:
    """Return whether a paper's head is in Latin letters, as a translation's is."""
    head = " ".join(each.text for each in paper.letter.offices)
    return bool(re.search("[A-Za-z]", head))


def of_posts(
    held: Iterable[HeldPost], *, post_name: Callable[[str], str] = str, office_name: Callable[[str], str] = str
) -> Iterator[Contradiction]:
    """Yield two holders of a post at once, and signatures against orders; posts and offices are called as they are written.

    Names that may be one man's, as a kunya and a name, contradict nothing; nor do the days of handing over.
    """
    for post in held:
        facts = {"post": post_name(post.at.post), "office": office_name(post.at.office)}
        yield from (_two_holders(each, facts) for each in shared_posts(post) if each.told_as is AtOnce.TWO)
        for sign, order in contrary_orders(post):
            yield _against(sign, order, facts)


def _two_holders(shared: SharedPost, facts: Mapping[str, str]) -> Contradiction:
    sign, beside = shared.sign, dict.fromkeys(shared.beside)
    is_picture = any(each.is_picture for each in (sign, *beside))
    innocent = (
        *(Innocent.ACTING, Innocent.RETURNED, Innocent.SEVERAL, Innocent.SLIP, Innocent.VERSION),
        *((Innocent.MISREAD,) if is_picture else ()),
    )
    names = {"names": f"{shared.one.holder}; {shared.other.holder}"}
    sides = tuple(_side(each) for each in (sign, *beside))
    return Contradiction(Clash.TWO_HOLDERS, not is_picture, sides, innocent, {**facts, **names})


def _against(sign: PostSign, order: PostSign, facts: Mapping[str, str]) -> Contradiction:
    is_before = order.kind is SignKind.NAMED
    is_picture = sign.is_picture or order.is_picture
    innocent = (
        *((Innocent.CONFIRMED, Innocent.RETURNED) if is_before else (Innocent.RETURNED, Innocent.ACTING)),
        *(Innocent.NAMESAKE, Innocent.SLIP),
        *((Innocent.MISREAD,) if is_picture else ()),
    )
    return Contradiction(Clash.AGAINST_ORDER, False, (_side(sign), _side(order)), innocent, {**facts, "order": order.kind.value})


def _side(sign: PostSign) -> ClashSide:
    return ClashSide(sign.said, sign.date)


def not_founded(papers: Sequence[PostPaper], offices: Offices) -> Iterator[Contradiction]:
    """Yield papers of an office that are dated before the day on which another paper founds it; where none does, nothing is claimed."""
    founded: dict[str, tuple[PostPaper, ClashSide]] = {}
    for paper in papers:
        for office, side in _founds(paper, offices):
            known = founded.get(office)
            if known is None or _is_earlier(side.date, known[1].date):
                founded[office] = paper, side
    for paper in papers:
        if (found := founded.get(paper.office)) and paper.date and found[0].document != paper.document:
            by, side = found
            if paper.date.date.compare(side.date) is Relation.BEFORE:
                is_picture = paper.is_picture or by.is_picture
                innocent = (Innocent.FOUNDED_ANEW, Innocent.SLIP, *((Innocent.MISREAD,) if is_picture else ()))
                yield Contradiction(Clash.NOT_FOUNDED, not is_picture, (ClashSide(paper.date.said, paper.date.date), side), innocent)


def post_not_founded(papers: Sequence[PostPaper], offices: Offices) -> Iterator[Contradiction]:
    """Yield signatures with a post that are dated before the day on which a paper of that office, or of one above it, creates the post."""
    signed = signed_posts(papers, offices)
    dated = [(paper.date, post, paper) for paper in papers if (post := signed.get(paper.document)) and paper.date]
    known = {post.at.post for _, post, _ in dated}
    for by, key, side in (made for paper in papers for made in _creates(paper, known)):
        for date, post, paper in dated:
            is_his = by.office and (post.at.office == by.office or offices.is_below(post.at.office, by.office))
            if post.at.post == key and is_his and date.date.compare(side.date) is Relation.BEFORE:
                is_picture = paper.is_picture or by.is_picture
                innocent = (Innocent.FOUNDED_ANEW, Innocent.SLIP, *((Innocent.MISREAD,) if is_picture else ()))
                yield Contradiction(Clash.NOT_FOUNDED, False, (ClashSide(post.said, date.date), side), innocent, {"post": post.said.text})


def _creates(paper: PostPaper, known: Collection[str]) -> Iterator[tuple[PostPaper, str, ClashSide]]:
    """Yield the posts that a paper creates."""
    for act in paper.letter.acts:
        words = fold(act.said.text) if act.force in _FOUNDS else ""
        found = re.search(rf"(?<!\w){any_of(FOUNDING)}\s+{any_of(POST_ITSELF)}\s+", words)
        date = _day_of(act.when, paper)
        if found and date and (key := post_at_start(words[found.end() :], known).key) in known:
            yield paper, key, ClashSide(act.said, date.date)


def _is_earlier(one: FuzzyDate, other: FuzzyDate) -> bool:
    return bool(one.earliest and other.earliest and one.earliest < other.earliest)


def _founds(paper: PostPaper, offices: Offices) -> Iterator[tuple[str, ClashSide]]:
    for act in paper.letter.acts:
        found = re.search(rf"(?<!\w){any_of(FOUNDING)}\s+", folded := fold(act.said.text)) if act.force in _FOUNDS else None
        date = _day_of(act.when, paper)
        if found and date and (office := offices.which(folded[found.end() :])):
            yield office, ClashSide(act.said, date.date)


def _day_of(when: PaperDate | None, paper: PostPaper) -> PaperDate | None:
    return when if when and when.date.is_known else paper.date
