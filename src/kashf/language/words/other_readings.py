"""Where readings of one page differ, and which numbers of it nobody looked at."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, groupby
from typing import Final

from kashf.domain.document import MarkKind, Origin, Page

#: Words of a page that are compared one by one; of a longer page nothing is said, since no scanned page has more.
MOST_WORDS: Final = 20_000
_WORD: Final = re.compile(r"\S+")
_DIGIT: Final = re.compile(r"\d")
#: What a machine read on a page of which people typed other lines.
_GUESSED: Final = frozenset({MarkKind.DRAFT, MarkKind.UNKEYED})


@dataclass(frozen=True, slots=True)
class OtherReading:
    """A stretch of a page's text that was read otherwise too.

    Args:
        start: First code point of the page's text.
        end: One past the last; `start` where the other way read words that the text does not have.
        texts: What else was read there, each once; "" where nothing was.
    """

    start: int
    end: int
    texts: tuple[str, ...]


def other_readings(page: Page, seconds: Sequence[Page]) -> tuple[OtherReading, ...]:
    """Return the stretches that second readings of a page have otherwise, in order of the text; those of one stretch together.

    >>> [(each.texts, each.start) for each in other_readings(Page(1, "number 4 of"), [Page(1, "number ٤٥٨ of")])]
    [(('٤٥٨',), 7)]
    """
    found: dict[tuple[int, int], OtherReading] = {}
    for second in seconds:
        for each in _differences(page.text, second.text):
            known = found.get((each.start, each.end), replace(each, texts=()))
            found[each.start, each.end] = replace(known, texts=tuple(dict.fromkeys((*known.texts, *each.texts))))
    return tuple(found[place] for place in sorted(found))


@dataclass(frozen=True, slots=True)
class UnseenNumber:
    """A number or date that a machine read from ink; nobody looked at it.

    Args:
        start: First code point of the page's text.
        end: One past the last.
        text: The word it is in, as the page has it.
        also_read: What else was read there, without numbers too.
    """

    start: int
    end: int
    text: str
    also_read: tuple[str, ...] = ()


def unseen_numbers(page: Page, seconds: Sequence[Page] = ()) -> tuple[UnseenNumber, ...]:
    """Return the words of a page with a digit in them by any reading, in order; none for digital text, which no machine guessed.

    On a page of which people typed lines these alone are seen: in the lines that nobody typed a machine's numbers stand still.

    >>> unseen_numbers(Page(1, "on 4 May", Origin.OCR), [Page(1, "on ٤ May", Origin.OCR)])
    (UnseenNumber(start=3, end=4, text='4', also_read=('٤',)),)
    """
    if page.origin is Origin.DIGITAL:
        return ()
    found = _with_digits(page, seconds)
    if page.origin is Origin.OCR:
        return found
    guessed = [mark for mark in page.marks if mark.kind in _GUESSED]
    return tuple(each for each in found if any(mark.start <= each.start and each.end <= mark.end for mark in guessed))


def _with_digits(page: Page, seconds: Sequence[Page]) -> tuple[UnseenNumber, ...]:
    others = [each for each in other_readings(page, seconds) if each.start < each.end]
    differ = [
        UnseenNumber(each.start, each.end, page.text[each.start : each.end], each.texts)
        for each in others
        if any(map(_DIGIT.search, (page.text[each.start : each.end], *each.texts)))
    ]
    words = [word for word in _WORD.finditer(page.text) if _DIGIT.search(word[0])]
    starts, furthest = [each.start for each in others], [0, *accumulate((each.end for each in others), max)]
    alike = (word for word in words if furthest[bisect_left(starts, word.end())] <= word.start())
    return tuple(sorted([*differ, *(UnseenNumber(word.start(), word.end(), word[0]) for word in alike)], key=lambda each: each.start))


def _differences(text: str, other: str) -> list[OtherReading]:
    from rapidfuzz.distance import Levenshtein  # a search does without, where nothing was read twice

    words, others = (list(_WORD.finditer(each)) for each in (text, other))
    if max(len(words), len(others)) > MOST_WORDS:
        return []
    found = []
    for is_same, run in groupby(
        Levenshtein.opcodes([word[0] for word in words], [word[0] for word in others]), key=lambda step: step.tag == "equal"
    ):
        if is_same:
            continue
        steps = list(run)
        mine, theirs = words[steps[0].src_start : steps[-1].src_end], others[steps[0].dest_start : steps[-1].dest_end]
        after = words[steps[0].src_start].start() if steps[0].src_start < len(words) else len(text)
        start, end = (mine[0].start(), mine[-1].end()) if mine else (after, after)
        found.append(OtherReading(start, end, (other[theirs[0].start() : theirs[-1].end()] if theirs else "",)))
    return found
