"""Sets a filled form: lines and tables on pages, before they get a file format."""

from dataclasses import dataclass
from random import Random

from examples.siege.forms.filling import Filled, Piece, Slot, shown_number
from examples.siege.forms.kit import Edition, Language, Printing

Pieces = tuple[Piece, ...]
#: Which formats can show which arrangement.
ARRANGEMENTS = {
    "txt": ("lines", "pairs", "above", "after", "below"),
    "docx": ("lines", "pairs", "above", "after", "below", "grid", "grid3", "grid4"),
    "html": ("lines", "above", "grid", "grid3", "grid4"),
    "xlsx": ("grid", "grid3", "grid4", "lines"),
    "pdf": ("lines", "pairs", "above", "after", "below", "grid", "grid3", "grid4"),
    "scan": ("lines", "pairs", "above", "after", "below", "grid", "grid3", "grid4"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """Words on one line; `align` is "start", "center" or "end"."""

    pieces: Pieces
    align: str = "start"
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table; a row with fewer cells than the widest has its last cell over what is left."""

    rows: tuple[tuple[Pieces, ...], ...]
    shares: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Stamp:
    """A round stamp across what stands there."""

    words: str


Block = Line | Grid | Stamp
Page = tuple[Block, ...]


#: Arrangements that take two lines a field.
_TALL = ("above", "below")


def printing_for(rng: Random, edition: Edition, container: str, *, close: bool) -> Printing:
    """Return one of the edition's printings that a format can show; a close one where two forms share a page."""
    fit = [printing for printing in edition.printings if printing.arrangement in ARRANGEMENTS[container]]
    return rng.choice([printing for printing in fit if not (close and printing.arrangement in _TALL)])


@dataclass(frozen=True, slots=True)
class Typesetter:
    """Sets the forms of one edition in one printing."""

    edition: Edition
    printing: Printing
    language: Language
    rng: Random

    def pages(self, filled: Filled, *, split: bool = False) -> tuple[Page, ...]:
        """Return the form on one page, or on two."""
        body = filled.at("body")
        half = len(body) * 3 // 5 if split else len(body)
        foot = (*self._foot_slots(filled), *self._ending())
        if not split:
            return ((*self._head(filled), *self._body(body), *foot, *self._page_line(1, 1)),)
        first = (*self._head(filled), *self._body(body[:half]), *self._page_line(1, 2))
        again = (Line((Piece(self.edition.title),), "center", bold=True),)
        return first, (*again, *self._body(body[half:]), *foot, *self._page_line(2, 2))

    def _head(self, filled: Filled) -> Page:
        lines = tuple(Line((Piece(words),), "center") for words in self.edition.head)
        title = Line((Piece(self.edition.title),), "center", bold=True)
        slots = filled.at("head")
        pairs = tuple(slots[place : place + 2] for place in range(0, len(slots), 2))
        return (*lines, title, *(self._side_by_side(pair) for pair in pairs))

    def _foot_slots(self, filled: Filled) -> Page:
        return tuple(Line((Piece(f"{slot.field.label}: "), *slot.pieces), "end") for slot in filled.at("foot"))

    def _ending(self) -> Page:
        blocks: list[Block] = []
        if self.rng.random() < 0.15:
            blocks.append(Line((Piece(self.rng.choice(self.language.closings)),)))
        if self.rng.random() < 0.5:
            blocks.append(Stamp(self.rng.choice(self.language.stamps)))
        return tuple(blocks)

    def _page_line(self, number: int, of: int) -> Page:
        words = [self.edition.code] if self.edition.code else []
        words += [self.language.page.format(number, of)] if of > 1 or self.rng.random() < 0.3 else []
        return (Line((Piece("    ".join(words)),), "center"),) if words else ()

    def _body(self, slots: tuple[Slot, ...]) -> Page:
        match self.printing.arrangement:
            case "grid":
                return (Grid(tuple(((*self._label(slot, filler=False),), slot.pieces) for slot in slots), (2, 3)),)
            case "grid3":
                rows = tuple(((Piece(self._number(slot, "{}")),), (Piece(slot.field.label),), slot.pieces) for slot in slots)
                return (Grid(rows, (1, 5, 8)),)
            case "grid4":
                return (Grid(self._four_wide(slots), (3, 4, 3, 4)),)
            case "pairs":
                return self._in_pairs(slots)
        lines = [line for slot in slots for line in self._lines(slot)]
        return tuple(lines)

    def _four_wide(self, slots: tuple[Slot, ...]) -> tuple[tuple[Pieces, ...], ...]:
        """Return two pairs a row; what may be long has a row of its own, its value in a merged cell."""
        rows: list[tuple[Pieces, ...]] = []
        open_row: tuple[Pieces, ...] = ()
        for slot in slots:
            pair = (self._label(slot, filler=False), slot.pieces)
            if _is_long(slot):
                rows += [open_row] if open_row else []
                rows.append(pair)
                open_row = ()
            elif open_row:
                rows.append((*open_row, *pair))
                open_row = ()
            else:
                open_row = pair
        return (*rows, open_row) if open_row else tuple(rows)

    def _in_pairs(self, slots: tuple[Slot, ...]) -> Page:
        lines: list[Line] = []
        waiting: tuple[Slot, ...] = ()
        for slot in slots:
            if _is_long(slot):
                lines += [self._side_by_side(waiting)] if waiting else []
                lines += self._lines(slot)
                waiting = ()
            elif waiting:
                lines.append(self._side_by_side((*waiting, slot)))
                waiting = ()
            else:
                waiting = (slot,)
        return (*lines, self._side_by_side(waiting)) if waiting else tuple(lines)

    def _side_by_side(self, slots: tuple[Slot, ...]) -> Line:
        pieces: list[Piece] = []
        for slot in slots:
            pieces += [Piece("      ")] if pieces else []
            label = self._label(slot) if slot.number else (Piece(f"{slot.field.label}: "),)
            pieces += [*label, *slot.pieces, *self._filler(slot.pieces, room=14)]
        return Line(tuple(pieces))

    def _lines(self, slot: Slot) -> list[Line]:
        *before, last = _by_line(slot.pieces)
        first, *more = (*before, (*last, *self._filler(last, room=24)))
        value, rest = first, [Line(line) for line in more]
        match self.printing.arrangement:
            case "above":
                return [Line(self._label(slot, filler=False)), Line(value), *rest]
            case "below":
                return [Line(value), *rest, Line((Piece(f"({self._number(slot)}{slot.field.label})"),))]
            case "after":
                *above, end = (value, *more)
                label = (Piece("  "), Piece(f"({slot.field.label})"))
                return [*(Line(line) for line in above), Line((*end, *label))]
        return [Line((*self._label(slot), *value)), *rest]

    def _filler(self, pieces: Pieces, *, room: int) -> Pieces:
        """Return what is left of the line to be filled in; a full line has none of it."""
        sign = self.printing.filler
        length = sum(len(piece.text) for piece in pieces)
        left = max(room - length, 0) // max(len(sign), 1)
        return (Piece((" " if pieces else "") + sign * left),) if sign and left else ()

    def _label(self, slot: Slot, *, filler: bool = True) -> Pieces:
        separator = self.printing.separator if filler else self.printing.separator.rstrip()
        return (Piece(f"{self._number(slot)}{slot.field.label}{separator}"),)

    def _number(self, slot: Slot, pattern: str = "") -> str:
        return shown_number(slot.number, pattern or self.printing.number, eastern=self.printing.eastern)


def _is_long(slot: Slot) -> bool:
    """Say whether a slot wants a line of its own."""
    return slot.field.lines > 1 or len(slot.rows) > 1 or any("\n" in piece.text for piece in slot.pieces)


def _by_line(pieces: Pieces) -> list[Pieces]:
    """Return the pieces cut where a value goes on in another line; at least one line."""
    lines: list[list[Piece]] = [[]]
    for piece in pieces:
        for number, words in enumerate(piece.text.split("\n")):
            if number:
                lines.append([])
            lines[-1].append(Piece(words, piece.style))
    return [tuple(line) for line in lines]
