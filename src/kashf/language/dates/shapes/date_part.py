"""One wording of a date, and the pieces that one is read from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kashf.domain.date import Calendar
from kashf.language.dates.date_pieces import DatePiece
from kashf.language.dates.phrases.date_senses import PieceKind

#: Between the three numbers of a date; between day, month and year where the month has a name.
DIVIDERS: Final = frozenset(("/", "-", ".", "–", "\\", "ـ", "‐", "‑", "⁄", "_", "٫"))
NEAR: Final = DIVIDERS | {"", ",", "،", "'", "’", ",.", ".,"}
#: Of which the first letter is an era by itself.
_BEFORE_CHRIST: Final = "قم"
#: Years that a word before them, or an era behind them, makes likely.
BARE_YEARS: Final = range(1850, 2100)
BARE_HIJRI: Final = range(1200, 1500)
LAST_DAY_NUMBER: Final = 31


@dataclass(frozen=True, slots=True)
class DatePart:
    """What one wording says.

    Args:
        first: Number of its first piece.
        next: Number of the piece behind it.
        start: First code point.
        end: One past the last.
        day: 0 for none, -1 for the last of the month.
        month: 0 for none.
        month_calendar: Of the name of the month.
        year: The number of the year, None for none.
        era: What is said behind the year, or before the month.
        weekday: From 0 on Monday, None for none.
        numbers: Three numbers, or two, in which no word says what is what.
        is_doubtful: It is a date only where a label says so.
    """

    first: int
    next: int
    start: int
    end: int
    day: int = 0
    month: int = 0
    month_calendar: Calendar = Calendar.UNKNOWN
    year: DatePiece | None = None
    era: Calendar = Calendar.UNKNOWN
    weekday: int | None = None
    numbers: tuple[DatePiece, ...] = ()
    is_doubtful: bool = False

    @property
    def has_year(self) -> bool:
        """Whether a year is said."""
        return (
            self.year is not None or len(self.numbers) == 3 or (len(self.numbers) == 2 and max(each.digits for each in self.numbers) == 4)
        )


class PieceWalk:
    """Looks at the pieces of a text from one to the next."""

    def __init__(self, text: str, pieces: Sequence[DatePiece]) -> None:
        """Take the pieces of a text."""
        self.text = text
        self.pieces = pieces

    def piece(self, index: int) -> DatePiece | None:
        """Return a piece, None outside the text."""
        return self.pieces[index] if 0 <= index < len(self.pieces) else None

    def near(self, index: int, gaps: frozenset[str] = NEAR) -> DatePiece | None:
        """Return a piece that stands right behind the one before it."""
        piece = self.piece(index)
        return piece if piece and piece.gap in gaps else None

    def is_capital(self, piece: DatePiece) -> bool:
        """Return whether a piece begins with a capital."""
        return self.text[piece.start].isupper()

    def era(self, at: int) -> DatePiece | None:
        """Return an era that stands right behind the piece before it."""
        piece = self.near(at, frozenset(("", "/", "-", ".", ",", "'")))
        return piece if piece and piece.kind is PieceKind.ERA and not self.is_before_christ(piece.start) else None

    def is_before_christ(self, at: int) -> bool:
        """Return whether the two letters of "before Christ" stand at a place, of which the first is an era by itself."""
        return self.text[at : at + 6].replace(" ", "").replace(".", "").startswith(_BEFORE_CHRIST)
