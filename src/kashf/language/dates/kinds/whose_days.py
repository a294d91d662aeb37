"""Whose day it is: the writing's own, a reference's, a deadline's, an event's, a birth, a receipt; by place, labels and neighbours."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from kashf.language.dates.found_dates import DateEdge, DatePlace, WhoseDay
from kashf.language.dates.kinds.past_verbs import is_past as is_past_verb
from kashf.language.tables.dates import date_kind_words
from kashf.language.words.clitics import LETTERS
from kashf.language.words.tokens import Word, folded_words

#: Words before and behind a date that are looked at, lines of a head and of a foot, other words on a line that a date has to itself.
_BEFORE, _BEHIND, _NEAREST = 14, 9, 4
_HEAD_LINES, _FOOT_LINES, _MOST_BESIDE = 12, 5, 4
#: Characters from either end of a text in which its lines are counted.
_MOST_OF_HEAD: Final = 1500
#: Words before a date among which its label is; further than every word that is looked at.
_LABEL_REACH, _FAR = 2, _BEFORE + _BEHIND
#: Words that make a sentence of what stands around a date.
_SENTENCE: Final = 3
#: A place with a comma behind it, and what may stand between that and a day; what ends a line of them.
_PLACE: Final = re.compile(rf"[^\n.:;!?؟؛]{{2,60}}[,،][ \t\u200f]*(?:{date_kind_words.PLACE_AND_DAY})?[ \t\u200f]*")
_NO_MORE: Final = re.compile(r"[ \t\u200f.]*(?:$|[\n—–,،])")
#: A paper is of a day.
_OF_PAPERS: Final = frozenset((DateEdge.AT, DateEdge.RANGE))
_LONGEST: Final = 4
_ENDS: Final = frozenset(".!?؟\n؛;")
#: What may follow a point that ends no sentence: a figure, a small letter of an abbreviation.
_TERMS: Final = frozenset((DateEdge.BEFORE, DateEdge.UNTIL))
#: Written onto a paper: it is yours, ours.
_WHOSE: Final = ("كم", "نا")
_NUMBER_SIGNS: Final = frozenset(("no", "n", "nr", "ref"))

_Kind = tuple[WhoseDay, str, float]


@dataclass(frozen=True, slots=True)
class _Neighbours:
    """What stands beside a date, as the lists that its words are on, the nearest first.

    Args:
        before: Lists of words before it within its sentence, each with how near in words the nearest is.
        behind: The same behind it.
        is_label: Whether what stands right before it is a label that begins a line.
        has_colon: Whether a colon stands behind that label.
        goes_on: Whether a sentence goes on behind the date.
        is_told: Whether it stands within a sentence of several words.
        is_dateline: Whether a place and a comma stand before it, as in the head or the foot of a letter, and no sentence goes on.
        is_alone: Whether it has its line nearly to itself.
        is_edge: Whether that line is of the head or the foot of the text.
    """

    before: Mapping[str, int]
    behind: Mapping[str, int]
    is_label: bool
    has_colon: bool
    goes_on: bool
    is_told: bool
    is_dateline: bool
    is_alone: bool
    is_edge: bool

    def near(self, name: str, *, before: int = _BEFORE, behind: int = 0) -> bool:
        """Return whether a word of a list stands so near."""
        return self.before.get(name, _FAR) <= before or self.behind.get(name, _FAR) <= behind


def with_kinds(text: str, words: Sequence[Word], places: Iterable[DatePlace], *, by_shape: bool = True) -> Iterator[DatePlace]:
    """Yield places with what each is the date of; undecided where nothing says so.

    Args:
        text: Hostile.
        words: Its words.
        places: Its days, in order.
        by_shape: Whether words in Arabic letters are Arabic, whose verbs are told by their shape.

    Example:
        >>> from kashf.language.dates.find_dates import find_dates
        >>> text = "Date: 3 May 2014" + chr(10) + "In reply to your letter No. 12 of 30 April 2014, he arrived."
        >>> [place.kind.value for place in find_dates(text)]
        ['writing', 'reference']
    """
    starts: list[int] = []
    for place in places:
        is_term = place.kind is WhoseDay.DEADLINE and bool(place.rule.get("term"))
        if place.kind is not WhoseDay.UNDECIDED and not is_term:
            yield place
            continue
        starts = starts or [word.start for word in words]
        beside = _beside(text, words, starts, place, by_shape=by_shape)
        if is_term and not (beside.near("PAST", behind=_BEHIND) and place.rule.get("from") == "unsaid" and not beside.near("DUTY")):
            yield place
            continue
        # How long something took is no term.
        kind, why, score = (WhoseDay.EVENT, "rule:past-verb", 0.6) if is_term else _kind(place, beside)
        yield replace(place, kind=kind, why=why, score=score)


def _kind(place: DatePlace, beside: _Neighbours) -> _Kind:
    """Return what a date is of: what is said right before it, then its place, then what its sentence is about."""
    is_day = place.edge in _OF_PAPERS  # No paper was written "before" or "from" a day.
    is_dated = beside.near("DATED", before=2) and not beside.is_label
    is_paper = is_day and beside.near("PAPER") and (beside.near("NUMBER") or beside.near("OTHER_PAPER") or beside.near("OF_DAY", before=1))
    is_past = beside.near("PAST", behind=_BEHIND) and not beside.near("DUTY")
    goes_on = beside.goes_on or (beside.near("PAST", before=0, behind=2) and not beside.is_alone)
    is_head = beside.is_label and beside.is_edge and (beside.has_colon or not goes_on)
    rules: tuple[tuple[bool, _Kind], ...] = (
        (beside.near("BIRTH", before=_NEAREST, behind=2), (WhoseDay.BIRTH, "rule:birth", 0.95)),
        (not is_day and (beside.near("WRITING", before=_NEAREST) or is_dated), (WhoseDay.EVENT, "rule:issued-then", 0.5)),
        (beside.near("DEADLINE", before=2), (WhoseDay.DEADLINE, "rule:deadline-word", 0.85)),
        (is_head, (WhoseDay.WRITING, "rule:label", 0.95)),
        (beside.is_dateline, (WhoseDay.WRITING, "rule:place-and-day", 0.75)),
        (beside.near("RECEIPT", before=_NEAREST, behind=2) and not is_paper, (WhoseDay.RECEIPT, "rule:receipt", 0.85)),
        (beside.near("REFERENCE_BEHIND", before=0, behind=2), (WhoseDay.REFERENCE, "rule:numbered-paper", 0.85)),
        (beside.near("DEADLINE", before=_NEAREST), (WhoseDay.DEADLINE, "rule:deadline-word", 0.85)),
        (place.edge in _TERMS and beside.near("DUTY"), (WhoseDay.DEADLINE, "rule:duty", 0.8)),
        (place.edge in _TERMS and (is_past or is_dated), (WhoseDay.EVENT, "rule:past-verb", 0.6)),
        (place.edge is DateEdge.UNTIL, (WhoseDay.DEADLINE, "rule:until", 0.7)),
        (place.edge is not DateEdge.AT and place.edge not in _TERMS, (WhoseDay.EVENT, "rule:no-one-day", 0.6)),
        (is_day and is_dated, (WhoseDay.REFERENCE, "rule:dated", 0.8)),
        (is_paper and not beside.near("EVENT", before=2), (WhoseDay.REFERENCE, "rule:numbered-paper", 0.85)),
        (is_day and beside.near("WRITING", before=_NEAREST), (WhoseDay.WRITING, "rule:issued", 0.9)),
        (beside.near("EVENT", before=3) and not beside.is_alone, (WhoseDay.EVENT, "rule:event-word", 0.7)),
        (place.edge is DateEdge.BEFORE and not beside.near("EVENT", before=3), (WhoseDay.DEADLINE, "rule:before", 0.5)),
        (beside.is_alone and beside.is_edge and not beside.near("EVENT"), (WhoseDay.WRITING, "rule:own-line", 0.8)),
        (is_day and beside.near("PAPER", before=3) and not beside.near("PAST"), (WhoseDay.REFERENCE, "rule:paper", 0.7)),
        (beside.near("EVENT", before=_BEFORE, behind=_BEHIND), (WhoseDay.EVENT, "rule:event-word", 0.7)),
        (beside.near("RECEIPT", before=_BEFORE, behind=3), (WhoseDay.RECEIPT, "rule:receipt", 0.6)),
        (beside.near("PAST", before=_BEFORE, behind=_BEHIND), (WhoseDay.EVENT, "rule:past-verb", 0.6)),
        (bool(place.rule), (WhoseDay.EVENT, "rule:counted", 0.5)),
        (beside.near("PART_OF_DAY", before=_LABEL_REACH), (WhoseDay.EVENT, "rule:part-of-day", 0.5)),
        (is_day and beside.near("PAPER", before=3), (WhoseDay.REFERENCE, "rule:paper", 0.6)),
        (beside.is_told, (WhoseDay.EVENT, "rule:sentence", 0.3)),
    )
    return next((kind for is_so, kind in rules if is_so), (WhoseDay.UNDECIDED, "", 0.0))


def _beside(text: str, words: Sequence[Word], starts: Sequence[int], place: DatePlace, *, by_shape: bool) -> _Neighbours:
    first, behind = bisect_left(starts, place.start), bisect_left(starts, place.end)
    before = [*_before(text, words, first, by_shape=by_shape)]
    line_start, line_end = text.rfind("\n", max(0, place.start - _MOST_OF_HEAD), place.start) + 1, text.find("\n", place.end)
    line_end = len(text) if line_end < 0 else line_end
    others = len([word for word in words[max(0, first - _MOST_BESIDE - 1) : first] if word.start >= line_start])
    others += len([word for word in words[behind : behind + _MOST_BESIDE + 1] if word.start < line_end])
    heads = [distance for name, distance in before if name == "HEAD" and distance <= _LABEL_REACH]
    labels = [first - distance for distance in heads if _begins(text, words, first - distance, line_start)]
    has_colon = any(":" in text[words[at].end : words[at].end + 3] for at in labels)
    ahead, back = _words_ahead(text, words, behind), _words_back(text, words, first)
    is_edge = _is_edge(text, line_start, line_end)
    is_alone = (
        others <= _MOST_BESIDE and len(text) > place.end - place.start + 1 and ("\n" in text[: place.start] or "\n" in text[place.end :])
    )
    return _Neighbours(
        _nearest(before),
        _nearest(_behind(text, words, behind, by_shape=by_shape)),
        is_label=bool(labels),
        has_colon=has_colon,
        goes_on=ahead >= _SENTENCE,
        is_told=ahead + back >= _SENTENCE and not is_alone,
        is_dateline=is_edge and bool(_PLACE.fullmatch(text, line_start, place.start) and _NO_MORE.match(text, place.end)),
        is_alone=is_alone,
        is_edge=is_edge,
    )


def _words_ahead(text: str, words: Sequence[Word], behind: int) -> int:
    """Return how many words stand behind a date before its sentence, its line or its cell ends, up to those of a sentence."""
    for count, at in enumerate(range(behind, min(len(words), behind + _SENTENCE))):
        if _is_apart(text[words[at - 1].end if at else 0 : words[at].start]):
            return count
    return min(_SENTENCE, len(words) - behind)


def _words_back(text: str, words: Sequence[Word], first: int) -> int:
    for count, at in enumerate(range(first - 1, max(-1, first - 1 - _SENTENCE), -1)):
        if _is_apart(text[words[at].end : words[at + 1].start if at + 1 < len(words) else len(text)]):
            return count
    return min(_SENTENCE, first)


def _is_apart(gap: str) -> bool:
    return not _ENDS.isdisjoint(gap) or "\t" in gap or "   " in gap or ":" in gap


def _nearest(listed: Iterable[tuple[str, int]]) -> Mapping[str, int]:
    """Return how near each list is that is named, the nearest first."""
    found: dict[str, int] = {}
    for name, distance in listed:
        found.setdefault(name, distance)
    return found


def _begins(text: str, words: Sequence[Word], at: int, line_start: int) -> bool:
    """Return whether a label begins a line or a cell, or a colon stands behind it."""
    if not 0 <= at < len(words):
        return False
    before = text[max(line_start, words[at].start - 3) : words[at].start]
    is_first = not before.strip() or "  " in before or "\t" in before
    return (is_first and len(words[at].folded) > 2) or ":" in text[words[at].end : words[at].end + 3]


def _is_edge(text: str, start: int, end: int) -> bool:
    """Return whether a line is of the head or the foot of a text."""
    is_head = start <= _MOST_OF_HEAD and text.count("\n", 0, start) < _HEAD_LINES
    return is_head or (len(text) - end <= _MOST_OF_HEAD and text.count("\n", end) <= _FOOT_LINES)


def _before(text: str, words: Sequence[Word], first: int, *, by_shape: bool) -> Iterator[tuple[str, int]]:
    """Yield the lists of the words before a date, back to where its sentence begins."""
    lists, breaks = _lists(), 0
    for at in range(first - 1, max(-1, first - 1 - _BEFORE), -1):
        gap = text[words[at].end : words[at + 1].start if at + 1 < len(words) else len(text)][:_LONGEST]
        breaks += gap.count("\n") + (not _ENDS.isdisjoint(gap) and words[at].folded not in _NUMBER_SIGNS and not _is_within(gap, words, at))
        if breaks > 1 or (breaks and at < first - 2):
            return
        for name in _names(lists, words, at):
            yield name, first - at
        if is_past_verb(text, words, at, by_shape=by_shape):
            yield "PAST", first - at


def _is_within(gap: str, words: Sequence[Word], at: int) -> bool:
    """Return whether a point or a line's end stands within a sentence: a number, an abbreviation, a line that runs on."""
    return gap.strip() == "" or words[at].folded.isdigit() or len(words[at].folded) == 1


def _behind(text: str, words: Sequence[Word], behind: int, *, by_shape: bool) -> Iterator[tuple[str, int]]:
    lists = _lists()
    for at in range(behind, min(len(words), behind + _BEHIND)):
        gap = text[words[at - 1].end if at else 0 : words[at].start]
        if not _ENDS.isdisjoint(gap) and not (gap == "." and words[at].folded[0].isdigit()):
            return
        for name in _names(lists, words, at):
            yield name, at - behind + 1
        if is_past_verb(text, words, at, by_shape=by_shape):
            yield "PAST", at - behind + 1


def _names(lists: dict[str, tuple[str, ...]], words: Sequence[Word], at: int) -> Iterator[str]:
    """Yield the lists that have the word at a place, or a phrase that begins with it."""
    folded = words[at].folded
    firsts = _firsts()
    if folded not in firsts and folded[1:] not in firsts and not folded.endswith(_WHOSE):  # Most words.
        return
    for first in (folded, folded[1:]) if folded[0] in LETTERS else (folded,):
        phrase = first
        for length in range(1, _LONGEST):
            yield from lists.get(phrase, ())
            if at + length >= len(words) or f"{phrase} " not in _prefixes():
                break
            phrase = f"{phrase} {words[at + length].folded}"
        if first.endswith(_WHOSE) and any("PAPER" in lists.get(first.removesuffix(each), ()) for each in _WHOSE if first.endswith(each)):
            yield from ("PAPER", "OTHER_PAPER")


@lru_cache(maxsize=1)
def _lists() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for name, listed in vars(date_kind_words).items():
        if name.isupper() and isinstance(listed, str):
            for each in listed.split("|"):
                phrase = " ".join(folded_words(each))
                found[phrase] = (*found.get(phrase, ()), name)
    return found


@lru_cache(maxsize=1)
def _firsts() -> frozenset[str]:
    """Return the words that phrases begin with."""
    return frozenset(phrase.partition(" ")[0] for phrase in _lists())


@lru_cache(maxsize=1)
def _prefixes() -> frozenset[str]:
    """Return the beginnings of phrases, each with the space behind it."""
    return frozenset(phrase[: at + 1] for phrase in _lists() for at, letter in enumerate(phrase) if letter == " ")
