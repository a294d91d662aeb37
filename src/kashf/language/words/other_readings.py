"""Where two readings of one page differ."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from rapidfuzz.distance import Levenshtein

from kashf.domain.document import Page

#: Words of a page that are compared one by one; of a longer page nothing is said, since no scanned page has more.
MOST_WORDS: Final = 20_000
_WORD: Final = re.compile(r"\S+")


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


def _differences(text: str, other: str) -> list[OtherReading]:
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
