"""The page that comes of typed lines: they stand in it as typed; of lines that nobody typed it keeps what a machine read surely."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from kashf.domain.document import SURE_ENOUGH, Box, Mark, MarkKind, Origin, Page
from kashf.domain.pages.regions import WHOLE_PAGE, Region, region_around
from kashf.domain.pages.typed import ILLEGIBLE_TEXT, parse_typed


@dataclass(frozen=True, slots=True)
class TypedRegion:
    """What stands in a region.

    Args:
        region: Where.
        typed: With its marks, as people type it.
    """

    region: Region
    typed: str


@dataclass(frozen=True, slots=True)
class DraftLine:
    """What a machine read on a line.

    Args:
        region: Where; None when it does not say.
        words: The words, each with its box; without boxes, all of the line.
        confidence: In [0..1], the mean of its characters.
    """

    region: Region | None
    words: tuple[tuple[str, Box | None], ...]
    confidence: float

    @property
    def text(self) -> str:
        """Its words."""
        return " ".join(word for word, _ in self.words)


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line of a page: where it stands, and what a machine read there.

    Args:
        region: Where.
        draft: None when a machine read nothing there.
    """

    region: Region
    draft: DraftLine | None = None


@dataclass(frozen=True, slots=True)
class TypedPage:
    """A page of which people typed lines.

    Args:
        page: What it says.
        lines: How many lines it has, as far as that is known.
        typed: How many of them people typed.
    """

    page: Page
    lines: int
    typed: int

    @property
    def is_whole(self) -> bool:
        """Whether people typed all of it."""
        return 0 < self.lines == self.typed


#: How much of a page one typed region must cover to be all of it, where nothing tells its lines.
_ALL_OF_IT: Final = 0.5


def draft_lines(page: Page) -> tuple[DraftLine, ...]:
    """Return the lines of a page as a machine read them, in order; empty lines are left out."""
    found, start, boxes = list[DraftLine](), 0, deque(page.boxes)
    for line in page.text.split("\n"):
        end = start + len(line)
        inside = [box for box in _taken(boxes, end) if box.end <= end]
        if line.strip():
            words = tuple((page.text[box.start : box.end], box) for box in inside) or ((line, None),)
            found.append(_draft(words, page.confidence))
        start = end + 1
    return tuple(found)


def page_lines(machine: Page, drawn: Sequence[Region] = ()) -> tuple[PageLine, ...]:
    """Return the lines of a page in the order in which they are read: as they were drawn, else as a machine found them."""
    drafts = draft_lines(machine)
    if not drawn:
        return tuple(PageLine(draft.region, draft) for draft in drafts if draft.region)
    words = [(word, box) for draft in drafts for word, box in draft.words if box]
    return tuple(PageLine(region, _draft_within(region, words, machine.confidence)) for region in drawn)


def typed_page(machine: Page, typed: Sequence[TypedRegion], drawn: Sequence[Region] = ()) -> TypedPage:
    """Return the page of what people typed of it.

    A line of which nobody typed anything stays as the machine read it where that was sure enough, and is marked as a draft; else it is
    passed over as one that is not typed yet. A field within a line that was typed as a whole is not said twice.

    Args:
        machine: The page as a machine read it; without text when it read nothing.
        typed: What people typed; one at least.
        drawn: Where its lines stand, in order, if somebody drew them.
    """
    lines = page_lines(machine, drawn)
    done = [any(each.region.is_same_line(line.region) or line.region.lies_in(each.region) for each in typed) for line in lines]
    pieces = [*_without_place(machine), *_in_order(machine, lines, _said_once(typed), is_drawn=bool(drawn))]
    is_all = not lines and any(each.region.area >= _ALL_OF_IT * WHOLE_PAGE.area for each in typed)
    known, count = (1, 1) if is_all else (len(lines), sum(done))
    return TypedPage(_page_of(machine.number, pieces), known, count)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A line of the page that is made: typed, a draft, or one that nobody typed yet."""

    text: str
    marks: tuple[Mark, ...]
    boxes: tuple[Box, ...]
    confidence: float
    is_shown: bool = True


def _without_place(machine: Page) -> Iterator[_Piece]:
    """Yield the lines of which the machine does not say where they stand: they may be any."""
    yield from (_draft_piece(draft, is_sure=machine.is_sure) for draft in draft_lines(machine) if draft.region is None)


def _in_order(machine: Page, lines: Sequence[PageLine], typed: Sequence[TypedRegion], *, is_drawn: bool) -> Iterator[_Piece]:
    """Yield what stands on a page, each where its line is; what has no line of its own comes by its height."""
    free = [each for each in typed if not any(each.region.is_same_line(line.region) for line in lines)]
    placed: list[tuple[Region, _Piece]] = []
    for line in lines:
        own = next((each for each in typed if each.region.is_same_line(line.region)), None)
        if own:
            placed.append((line.region, _typed_piece(own)))
        elif not any(line.region.lies_in(each.region) for each in free) and (piece := _untyped_piece(line, typed, machine=machine)):
            placed.append((line.region, piece))
    further = [(each.region, _typed_piece(each)) for each in free]
    if is_drawn:
        further += _outside(machine, [*(line.region for line in lines), *(each.region for each in typed)])
    for region, piece in further:
        at = next((number for number, (other, _) in enumerate(placed) if other.middle[1] > region.middle[1]), len(placed))
        placed.insert(at, (region, piece))
    return (piece for _, piece in placed)


def _outside(machine: Page, regions: Sequence[Region]) -> Iterator[tuple[Region, _Piece]]:
    """Yield what the machine read outside of some regions, by its lines."""
    for draft in draft_lines(machine):
        words = tuple((word, box) for word, box in draft.words if box and not any(_is_in(box, region) for region in regions))
        rest = _draft(words, machine.confidence)
        if rest.region is not None:
            yield rest.region, _draft_piece(rest, is_sure=machine.is_sure)


def _untyped_piece(line: PageLine, typed: Sequence[TypedRegion], *, machine: Page) -> _Piece | None:
    """Return a line that nobody typed whole, without the words of its fields that somebody typed; None if these are all of it."""
    if line.draft is None:
        return _piece(ILLEGIBLE_TEXT, MarkKind.UNKEYED, (), 0.0)
    words = tuple((word, box) for word, box in line.draft.words if not (box and any(_is_in(box, each.region) for each in typed)))
    return _draft_piece(_draft(words, line.draft.confidence), is_sure=machine.is_sure) if words else None


def _draft_piece(draft: DraftLine, *, is_sure: bool) -> _Piece:
    parts, boxes, length = list[str](), list[Box](), 0
    for word, box in draft.words:
        if box:
            boxes.append(_moved(box, length, len(word)))
        parts.append(word)
        length += len(word) + 1
    kind = MarkKind.DRAFT if is_sure or draft.confidence >= SURE_ENOUGH else MarkKind.UNKEYED
    return _piece(" ".join(parts), kind, tuple(boxes), draft.confidence)


def _piece(text: str, kind: MarkKind, boxes: tuple[Box, ...], confidence: float) -> _Piece:
    return _Piece(text, (Mark(0, len(text), kind),), boxes, confidence, kind is not MarkKind.UNKEYED)


def _typed_piece(each: TypedRegion) -> _Piece:
    line, region = parse_typed(each.typed), each.region
    box = Box(0, len(line.text), region.left, region.top, region.right, region.bottom)
    return _Piece(line.text, line.marks, (box,) if line.text else (), 1.0)


def _said_once(typed: Sequence[TypedRegion]) -> list[TypedRegion]:
    return [
        each
        for each in typed
        if not any(other is not each and each.region.lies_in(other.region) and other.region.area > each.region.area for other in typed)
    ]


def _page_of(number: int, pieces: Iterable[_Piece]) -> Page:
    parts, marks, boxes, length, shown = list[str](), list[Mark](), list[Box](), 0, list[tuple[int, float]]()
    for piece in pieces:
        if not piece.text:  # somebody looked, and nothing is written there
            continue
        marks += [Mark(mark.start + length, mark.end + length, mark.kind) for mark in piece.marks]
        boxes += [_moved(box, box.start + length, box.end - box.start) for box in piece.boxes]
        parts.append(piece.text)
        length += len(piece.text) + 1
        shown += [(len(piece.text), piece.confidence)] if piece.is_shown else []
    letters = sum(count for count, _ in shown)
    confidence = round(sum(count * sure for count, sure in shown) / letters, 4) if letters else 1.0
    return Page(number, "\n".join(parts), Origin.TRANSCRIPTION, max(confidence, SURE_ENOUGH), tuple(marks), tuple(boxes))


def _draft_within(region: Region, words: Iterable[tuple[str, Box]], confidence: float) -> DraftLine | None:
    inside = tuple((word, box) for word, box in words if _is_in(box, region))
    return _draft(inside, confidence) if inside else None


def _draft(words: Sequence[tuple[str, Box | None]], confidence: float) -> DraftLine:
    boxes = [box for _, box in words if box]
    letters = sum(box.end - box.start for box in boxes)
    sure = sum(box.confidence * (box.end - box.start) for box in boxes) / letters if letters else confidence
    return DraftLine(region_around(boxes), tuple(words), round(sure, 4))


def _is_in(box: Box, region: Region) -> bool:
    """Return whether the middle of a word lies in a region."""
    return region.holds((box.left + box.right) / 2, (box.top + box.bottom) / 2)


def _taken(boxes: deque[Box], end: int) -> Iterator[Box]:
    while boxes and boxes[0].start < end:
        yield boxes.popleft()


def _moved(box: Box, start: int, length: int) -> Box:
    return Box(start, start + length, box.left, box.top, box.right, box.bottom, box.confidence)
