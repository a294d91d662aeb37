"""Lines of a head cut where wide gaps or tabs divide them: what stands in two columns is two lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from kashf.events.letters.sheet_text import SheetLine

#: A gap that nobody leaves between two words of one sentence.
_GAP: Final = re.compile(r"[ ]*\t[ \t]*| {3,}|\s*[|‖¦]+\s*(?=.*\d)|(?<=\d)\s*[|‖¦]+\s*")
#: Lines from the top that may be of a head, columns of one, code points of one, and words of a line that is none.
_MOST_LINES: Final = 30
_MOST_CELLS: Final = 4
_LONGEST: Final = 60
_SENTENCE: Final = 12


def head_cells(lines: Sequence[SheetLine]) -> Iterator[SheetLine]:
    """Yield lines in order, those of the head that have columns once for each; from the first sentence on lines stay whole."""
    is_head = True
    for nth, line in enumerate(lines):
        cells = list(_cells(line)) if is_head and nth < _MOST_LINES and _GAP.search(line.folded) else [line]
        is_head = is_head and (len(cells) > 1 or len(line.folded.split()) <= _SENTENCE)
        yield from cells


def _cells(line: SheetLine) -> Iterator[SheetLine]:
    ends = [*(found.span() for found in _GAP.finditer(line.folded)), (len(line.folded), len(line.folded))]
    starts = [0, *(end for _, end in ends)]
    cells = [(start, end) for start, (end, _) in zip(starts, ends, strict=False) if start < end]
    if len(cells) > _MOST_CELLS or any(end - start > _LONGEST for start, end in cells):
        yield line
        return
    for start, end in cells:
        yield SheetLine(line.start + start, line.start + end, line.folded[start:end])
