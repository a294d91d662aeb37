"""The lines of a text in which a day may be named: only these are cut into words with their places, which costs most."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from kashf.language.dates.lines.rule_phrases import signs_of_rules
from kashf.language.dates.phrases.date_senses import signs_of_dates
from kashf.language.words.tokens import Word, folded_words, words, words_of

#: Digits of every script, and what folds to one.
_DIGIT: Final = re.compile(r"[\d\u00b2\u00b3\u00b9\u2070-\u2089\u2460-\u249b]")
#: A year in figures, or two numbers of a date; characters around them that its other parts, and words that belong to it, take at most.
_DAY: Final = re.compile(r"(?<!\d)\d{4,5}(?!\d)|\d[ \t\u200e\u200f]*[-/.\\–ـ⁄][ \t\u200e\u200f]*(?=\d)")
_BESIDE: Final = 80
#: Words around a line with a date that may belong to it or say what it is the date of: more than any rule looks at from a date.
_AROUND: Final = 28
#: Characters of a text that is not worth looking at line by line.
_SHORT: Final = 1500
#: Of what is no page but a phrase of one, so that no page is forgotten for it; of a page.
_PHRASE, _PAGE = 200, 20_000
#: Of a text that has dates in more of its lines than this all words are wanted.
_MOST: Final = 0.7


def dated_words(text: str, *, are_cut: bool = False) -> Iterator[Sequence[Word]]:
    """Yield the words of each stretch of lines in which days may be named, with the words around them; nothing of a text without any.

    Args:
        text: Hostile, of any length.
        are_cut: Whether somebody has most likely cut it into words just before, so that all of them cost nothing.

    >>> [[word.folded for word in stretch] for stretch in dated_words("nothing here")], len(next(dated_words("on 3 May")))
    ([], 3)
    """
    if len(text) <= _SHORT or (are_cut and len(text) <= _PAGE):
        if _DIGIT.search(text) or not _signs().isdisjoint(folded_words(text)):
            yield words_of(text) if len(text) > _PHRASE else words(text)
        return
    stretches = [*_stretches(text)]
    if sum(end - start for start, end in stretches) > _MOST * len(text):
        yield words_of(text)
        return
    for start, end in stretches:
        yield _shifted(text, start, end)


def words_around_days(text: str) -> Iterator[Sequence[Word]]:
    """Yield the words around each place that may name a day with its year in figures, and no more of what is said of it.

    >>> [[word.folded for word in some] for some in words_around_days("he came " * 40 + "on 3/5/2014")][0][-4:]
    ['on', '3', '5', '2014']
    """
    if len(text) <= _PHRASE:
        if _DAY.search(text):
            yield words(text)
        return
    start = end = 0
    for found in _DAY.finditer(text):
        if found.start() - _BESIDE > end:
            if end > start:
                yield _shifted(text, start, end)
            start = _space_before(text, found.start() - _BESIDE)
        end = _space_behind(text, found.end() + _BESIDE)
    if end > start:
        yield _shifted(text, start, end)


def _space_before(text: str, at: int) -> int:
    """Return where a word begins near a place."""
    return max((text.rfind(space, 0, max(at, 0)) + 1 for space in " \n\t"), default=0)


def _space_behind(text: str, at: int) -> int:
    return min((found for space in " \n\t" if (found := text.find(space, at)) >= 0), default=len(text))


def _shifted(text: str, start: int, end: int) -> list[Word]:
    return [Word(start + first, start + behind, folded) for first, behind, folded in words(text[start:end])]


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """Yield from where to where lines with dates and the lines around them go, in order, apart from one another."""
    lines = text.split("\n")
    found = [folded_words(line) for line in lines]
    dated = [
        at
        for at, (line, said) in enumerate(zip(lines, found, strict=True))
        if said and (_DIGIT.search(line) or not _signs().isdisjoint(said))
    ]
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    counts = [len(said) for said in found]
    begin = end = -1
    for at in dated:
        if at < end and _reach(counts, at, 1) <= end:
            continue
        first, behind = _reach(counts, at, -1) + 1, _reach(counts, at, 1)
        if first > end:
            if end > begin:
                yield starts[begin], starts[end] - 1
            begin = first
        end = behind
    if end > begin:
        yield starts[begin], starts[end] - 1


def _reach(counts: Sequence[int], at: int, step: int) -> int:
    """Return the line behind those that hold the words around a line, in one direction."""
    rest, at = _AROUND, at + step
    while rest > 0 and 0 <= at < len(counts):
        rest -= counts[at]
        at += step
    return at


@lru_cache(maxsize=1)
def _signs() -> frozenset[str]:
    return signs_of_dates() | signs_of_rules()
