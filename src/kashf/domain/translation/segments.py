"""What of a page is translated at a time: a line, or a sentence of a line that is long."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

#: Code points of a line above which it is cut at the ends of its sentences.
LONGEST_LINE: Final = 240
#: Letters of a segment that tell its place on a page where they stand once.
TELLING: Final = 12
_LINE: Final = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+")
_SENTENCE_END: Final = re.compile(r"(?<=[.!?\u061f\u06d4\u2026])\s+")


def segments_of(text: str) -> tuple[tuple[int, int], ...]:
    r"""Return where the segments of a page's text stand, in order, without white space at their ends; lines of nothing else are none.

    >>> segments_of(" one line\n\n  another ")
    ((1, 9), (13, 20))
    """
    return tuple(part for line in _LINE.finditer(text) for part in _sentences(text, line.start(), line.end()))


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    cuts = [cut.span() for cut in _SENTENCE_END.finditer(text, start, end)] if end - start > LONGEST_LINE else []
    starts, ends = (start, *(after for _, after in cuts)), (*(before for before, _ in cuts), end)
    for first, last in zip(starts, ends, strict=True):
        solid = text[first:last].strip()
        if solid:
            at = text.index(solid, first)
            yield at, at + len(solid)
