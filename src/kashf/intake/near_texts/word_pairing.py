"""Which words of two texts stand for one another, though OCR read one of them wrongly or somebody typed it anew."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from rapidfuzz.distance import LCSseq, Levenshtein

#: Share of letters from which on two words say the same in another spelling; and where OCR read one of them.
_SPELLED_ALIKE, _MISREAD = 0.75, 0.5
#: Stretches of more words than this times each other are not taken apart word by word.
_MOST_CELLS: Final = 900
#: What a word that stands on one side alone costs, of the 1 that two unlike words cost.
_ALONE: Final = 0.45


@dataclass(frozen=True, slots=True)
class WordStretch:
    """Words of two texts that stand at the same place.

    Args:
        here: Places in the first.
        there: Places in the second.
        is_alike: Whether they say the same, perhaps spelled or read differently.
    """

    here: range
    there: range
    is_alike: bool


def aligned(left: Sequence[str], right: Sequence[str], *, is_scan: bool) -> Iterator[WordStretch]:
    """Yield the stretches of two texts in order, all words of both once; those that are alike have as many words on either side, or one.

    >>> list(aligned("one two three".split(), "one 2 three".split(), is_scan=False))[1]
    WordStretch(here=range(1, 2), there=range(1, 2), is_alike=False)
    """
    for stretch in same_in_order(left, right):
        if stretch.is_alike:
            yield stretch
        else:
            yield from _apart(left, right, stretch.here, stretch.there, is_scan=is_scan)


def same_in_order(left: Sequence[str], right: Sequence[str]) -> Iterator[WordStretch]:
    """Yield what two sequences have in common in the same order, and what lies between, which is alike in nothing.

    >>> [(stretch.here, stretch.there) for stretch in same_in_order("abc", "axc") if not stretch.is_alike]
    [(range(1, 2), range(1, 2))]
    """
    here = there = 0
    for match in LCSseq.opcodes(left, right):
        if match.tag == "equal":
            if match.src_start > here or match.dest_start > there:
                yield WordStretch(range(here, match.src_start), range(there, match.dest_start), is_alike=False)
            yield WordStretch(range(match.src_start, match.src_end), range(match.dest_start, match.dest_end), is_alike=True)
            here, there = match.src_end, match.dest_end
    if here < len(left) or there < len(right):
        yield WordStretch(range(here, len(left)), range(there, len(right)), is_alike=False)


def alike(before: str, after: str, *, is_scan: bool) -> bool:
    """Return whether two words, or runs of words without spaces, may be one; numbers are only where OCR read one of them.

    >>> alike("الصخري", "الصخرى", is_scan=False), alike("23", "20", is_scan=False)
    (True, False)
    """
    if not is_scan and any(map(str.isdecimal, before + after)):
        return before == after
    return Levenshtein.normalized_similarity(before, after) >= (_MISREAD if is_scan else _SPELLED_ALIKE)


def _apart(left: Sequence[str], right: Sequence[str], here: range, there: range, *, is_scan: bool) -> Iterator[WordStretch]:
    """Yield a stretch in which no word is the same, taken apart into words that are alike and words that are not."""
    if not here or not there:
        yield WordStretch(here, there, is_alike=False)
        return
    before, after = "".join(left[here.start : here.stop]), "".join(right[there.start : there.stop])
    if min(len(here), len(there)) == 1 and alike(before, after, is_scan=is_scan):
        yield WordStretch(here, there, is_alike=True)
    elif len(here) * len(there) > _MOST_CELLS or len(here) == len(there) == 1:
        yield WordStretch(here, there, is_alike=False)
    else:
        yield from _word_by_word(left, right, here, there, is_scan=is_scan)


def _word_by_word(left: Sequence[str], right: Sequence[str], here: range, there: range, *, is_scan: bool) -> Iterator[WordStretch]:
    at, to = here.start, there.start
    for i, j in _pairs(left[here.start : here.stop], right[there.start : there.stop]):
        if alike(left[here.start + i], right[there.start + j], is_scan=is_scan):
            if here.start + i > at or there.start + j > to:
                yield _rest(left, right, range(at, here.start + i), range(to, there.start + j), is_scan=is_scan)
            at, to = here.start + i + 1, there.start + j + 1
            yield WordStretch(range(at - 1, at), range(to - 1, to), is_alike=True)
    if at < here.stop or to < there.stop:
        yield _rest(left, right, range(at, here.stop), range(to, there.stop), is_scan=is_scan)


def _rest(left: Sequence[str], right: Sequence[str], here: range, there: range, *, is_scan: bool) -> WordStretch:
    """Return what is left between words that are alike: where one side is one word, a space may have come in or been lost."""
    before, after = "".join(left[here.start : here.stop]), "".join(right[there.start : there.stop])
    is_one = min(len(here), len(there)) == 1
    return WordStretch(here, there, is_alike=is_one and alike(before, after, is_scan=is_scan))


def _pairs(left: Sequence[str], right: Sequence[str]) -> list[tuple[int, int]]:
    """Return which words stand beside which when the letters that differ are fewest."""
    rows = [[_ALONE * j for j in range(len(right) + 1)]]
    unlike = [[1 - Levenshtein.normalized_similarity(one, other) for other in right] for one in left]
    for i in range(len(left)):
        row = [rows[i][0] + _ALONE]
        for j in range(len(right)):
            row.append(min(rows[i][j] + unlike[i][j], rows[i][j + 1] + _ALONE, row[j] + _ALONE))
        rows.append(row)
    found, i, j = [], len(left), len(right)
    while i and j:
        if rows[i][j] == rows[i - 1][j - 1] + unlike[i - 1][j - 1]:
            i, j = i - 1, j - 1
            found.append((i, j))
        elif rows[i][j] == rows[i - 1][j] + _ALONE:
            i -= 1
        else:
            j -= 1
    return found[::-1]
