"""A page's text as the browser shows it: lines with their direction, runs with their language, what the query found, what is set aside.

Every piece keeps one code point for one code point of the stored text, so that what a person selects on the screen can be cited.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile
from operator import attrgetter
from typing import Final, Protocol, TypeVar

from kashf.domain.document import PASSED_OVER, Mark
from kashf.language.recognising.language_runs import language_runs
from kashf.language.words.visible import describe, misleading_places, visible_text
from kashf.services.transcription.line_regions import RIGHT_TO_LEFT

#: What ends a line. Carriage returns alone too, as in old Mac text.
_LINE_END: Final = re.compile("\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")

#: Where a stretch of one language begins, its code, and one past its end.
_Run = tuple[int, str, int]

#: Code points of a page that are sent at once; a longer page is shown in parts.
PART_LENGTH: Final = 40_000


@dataclass(frozen=True, slots=True)
class Doubt:
    """A stretch of text that was read unsurely, or otherwise too, or is a number that nobody looked at.

    Args:
        start: First code point of the page's text.
        end: One past the last.
        confidence: In [0..1], of its least sure word; 1.0 when it was read surely.
        others: What else was read there.
        is_unseen: Whether it is a number that a machine read.
    """

    start: int
    end: int
    confidence: float = 1.0
    others: tuple[str, ...] = ()
    is_unseen: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one line that is shown in one way.

    Args:
        text: What to show; escaped by the template.
        language: ISO 639-1 code when it differs from that of its line, else "".
        occurrence: Number of the place that the query found, from 0 on this page; None outside of those.
        aside: Kind of mark; "" for what nothing has to be said about.
        is_begun: Whether the mark begins here, so that what it is is said here.
        symbol: Name of the misleading character that `text` stands for, else "".
        anchor: Code point of the page at which an occurrence begins here; None where none begins.
        is_cited: Whether it belongs to the place that is cited.
        doubt: What is doubtful about how it was read; None where nothing is.
    """

    text: str
    language: str = ""
    occurrence: int | None = None
    aside: str = ""
    symbol: str = ""
    anchor: int | None = None
    is_cited: bool = False
    doubt: Doubt | None = None
    is_begun: bool = False


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of the text.

    Args:
        start: Code point of the page at which it begins.
        language: Of its first letters; "" when it has none.
        pieces: In order; none for an empty line.
        aside: Kind of mark when all of the line is passed over by default answers, else "".
        direction: "auto", so that the first letter decides; for a line of mixed letters that of most of the page, since OCR often
            begins an Arabic line with a misread Latin letter.
    """

    start: int
    language: str
    pieces: tuple[Piece, ...]
    aside: str = ""
    direction: str = "auto"


@dataclass(frozen=True, slots=True)
class TextView:
    """What to show of a page's text.

    Args:
        occurrences: Ranges that the query found, in order, not overlapping.
        marks: Ranges about which something is said, in order, not overlapping.
        language: Code of most of the document, or "".
        start: First code point that is shown.
        end: One past the last; None for the end of the text.
        cited: The place that is cited; (0, 0) for none.
        doubts: Stretches that were read unsurely or otherwise too, in order, not overlapping.
    """

    occurrences: Sequence[tuple[int, int]] = ()
    marks: Sequence[Mark] = ()
    language: str = ""
    start: int = 0
    end: int | None = None
    cited: tuple[int, int] = (0, 0)
    doubts: Sequence[Doubt] = ()


class _Placed(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


_OnPage = TypeVar("_OnPage", bound=_Placed)


def parts(text: str, *, length: int = PART_LENGTH) -> tuple[tuple[int, int], ...]:
    """Return the ranges in which a page is shown: one, unless it is longer than `length`; they end at line ends where there are any."""
    found, start = [], 0
    while len(text) - start > length:
        end = text.rfind("\n", start + length // 2, start + length) + 1 or start + length
        found.append((start, end))
        start = end
    return (*found, (start, len(text)))


def lines(text: str, view: TextView) -> Iterator[TextLine]:
    """Yield the lines of the part of `text` that the view asks for."""
    edges = _edges(view)
    end = len(text) if view.end is None else view.end
    start = view.start
    runs = _runs(text, view, start, end)
    most = _direction(runs)
    while start < end:
        stop = _LINE_END.search(text, start, end)
        line_end, following = (stop.start(), stop.end()) if stop else (end, end)
        line = _line(text, start, line_end, view=view, edges=edges, runs=_cut(runs, start, line_end))
        yield replace(line, direction=most) if _is_mixed(line) else line
        start = following


def _line(text: str, start: int, end: int, *, view: TextView, edges: Sequence[int], runs: Sequence[_Run]) -> TextLine:
    own = runs[0][1] if runs else ""
    symbols = set(misleading_places(text, start, end))
    cuts = {start, end, *edges[bisect_right(edges, start) : bisect_left(edges, end)], *symbols, *(place + 1 for place in symbols)}
    cuts.update(place for begin, language, finish in runs if language != own for place in (begin, finish))
    pieces = []
    for first, last in pairwise(sorted(cuts)):
        language = _foreign(runs, first, own)
        symbol = describe(text[first]) if first in symbols else ""
        occurrence = _occurrence(view, first)
        anchor = first if occurrence is not None and view.occurrences[occurrence][0] == first else None
        is_cited = view.cited[0] <= first < view.cited[1]
        mark, doubt = _covering(view.marks, first), _covering(view.doubts, first)
        aside, is_begun = (mark.kind.value, mark.start == first) if mark else ("", False)
        pieces.append(Piece(visible_text(text[first:last]), language, occurrence, aside, symbol, anchor, is_cited, doubt, is_begun))
    asides = {piece.aside for piece in pieces}
    return TextLine(start, own, tuple(pieces), asides.pop() if len(asides) == 1 and asides <= PASSED_OVER else "")


def _direction(runs: Iterable[_Run]) -> str:
    """Return the direction of most letters."""
    lengths = {True: 0, False: 0}
    for start, language, end in runs:
        lengths[language in RIGHT_TO_LEFT] += end - start
    return "rtl" if lengths[True] > lengths[False] else "ltr"


def _is_mixed(line: TextLine) -> bool:
    own = line.language in RIGHT_TO_LEFT
    return any(piece.language and (piece.language in RIGHT_TO_LEFT) != own for piece in line.pieces)


def _foreign(runs: Sequence[_Run], place: int, own: str) -> str:
    """Return the language of the run that covers `place`, when it is not that of the line."""
    number = bisect_right(runs, place, key=lambda run: run[0]) - 1
    return runs[number][1] if number >= 0 and place < runs[number][2] and runs[number][1] != own else ""


def _occurrence(view: TextView, place: int) -> int | None:
    """Return the number of the occurrence that covers `place`."""
    number = bisect_right(view.occurrences, place, key=lambda one: one[0]) - 1
    return number if number >= 0 and place < view.occurrences[number][1] else None


def _covering(ranges: Sequence[_OnPage], place: int) -> _OnPage | None:
    """Return the one of some ranges, in order and not overlapping, that covers `place`."""
    number = bisect_right(ranges, place, key=attrgetter("start")) - 1
    return ranges[number] if number >= 0 and place < ranges[number].end else None


def _runs(text: str, view: TextView, start: int, end: int) -> list[_Run]:
    """Return the stretches of a part of a page with their language: where letters tell of none, that of the document, or English."""
    other = view.language if view.language and view.language not in RIGHT_TO_LEFT else "en"
    found = language_runs(text[start:end], expected=view.language)
    return [(start + run.start, run.language or other, start + run.end) for run in found]


def _cut(runs: Sequence[_Run], start: int, end: int) -> list[_Run]:
    """Return what lies on one line."""
    first = bisect_right(runs, start, key=lambda run: run[2])
    within = takewhile(lambda run: run[0] < end, runs[first:])
    return [(max(start, begin), language, min(end, finish)) for begin, language, finish in within]


def _edges(view: TextView) -> list[int]:
    marked, doubtful = ([(one.start, one.end) for one in some] for some in (view.marks, view.doubts))
    ranges = [*view.occurrences, *marked, *doubtful, view.cited]
    return sorted({place for one in ranges for place in one})
