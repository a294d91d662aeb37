"""Wordings of dates that are numbers alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kashf.language.dates.date_pieces import DatePiece
from kashf.language.dates.phrases.date_senses import PieceKind
from kashf.language.dates.shapes.date_part import BARE_HIJRI, BARE_YEARS, DIVIDERS, LAST_DAY_NUMBER, DatePart, PieceWalk

#: What stands in a form for what is left out.
_BLANKS: Final = " .…\t\n"
_DIGITS_APART: Final = frozenset(("", "/", "-", "."))
_MOST_DIGITS: Final = 4
#: How many digits day, month and year have, in either order.
_LENGTHS: Final = frozenset({(1, 1, 4), (1, 2, 4), (2, 1, 4), (2, 2, 4), (4, 1, 1), (4, 1, 2), (4, 2, 1), (4, 2, 2)})


class NumberParts(PieceWalk):
    """Reads days in numbers, and months and years in numbers."""

    def numeric(self, index: int) -> DatePart | None:
        """Return a day, month and year as three numbers, or a month and a year as two, that no fourth number continues."""
        if self.pieces[index].kind is not PieceKind.NUMBER:
            return None
        found, divider = self._row(index)
        if len(found) < 2:
            return self._spaced(index)
        if len(found) > 3 or self._is_continued(found[0], found[-1], divider, index):
            return None
        return self._two(index, found, divider) if len(found) == 2 else self._three(index, found, divider)

    def _three(self, index: int, found: Sequence[DatePiece], divider: str) -> DatePart | None:
        digits = [each.digits for each in found]
        has_year = max(digits) >= 4
        if 3 in digits or not found[0].value or sum(length > 2 for length in digits) > 1 or digits[1] > 2:
            return None
        if not has_year and digits[2] != 2 and digits[0] != 2:
            return None
        era = self.era(index + 3)
        is_doubtful = (not has_year and (divider in {".", "-"} or digits[2] != 2) and era is None) or max(digits) > 4
        return DatePart(index, index + 3, found[0].start, found[-1].end, numbers=tuple(found), is_doubtful=is_doubtful)

    def _row(self, index: int) -> tuple[list[DatePiece], str]:
        """Return up to four numbers with one divider between them."""
        found, divider = [self.pieces[index]], ""
        while len(found) < 4 and (each := self.near(index + len(found), DIVIDERS)) and each.kind is PieceKind.NUMBER:
            if divider and each.gap != divider:
                break
            divider = each.gap
            found.append(each)
        return found, divider

    def _spaced(self, index: int) -> DatePart | None:
        """Return a date in numbers of which a reader of scans has set the digits apart: 2 4 / 1 / 1 4 3 6."""
        if not ((follows := self.near(index + 1, _DIGITS_APART)) and self.pieces[index].digits <= 2 and follows.kind is PieceKind.NUMBER):
            return None
        numbers, at, dividers = [self.pieces[index]], index + 1, set[str]()
        while len(numbers) <= 3 and (each := self.near(at, _DIGITS_APART)) and each.kind is PieceKind.NUMBER and each.digits <= 2:
            last = numbers[-1]
            if each.gap:
                dividers.add(each.gap)
                numbers.append(each)
            else:
                digits = last.digits + each.digits
                if digits > _MOST_DIGITS:  # A row of figures, however long it is.
                    return None
                numbers[-1] = last._replace(end=each.end, value=last.value * 10**each.digits + each.value, digits=digits)
            at += 1
        lengths = tuple(each.digits for each in numbers)
        is_date = len(dividers) == 1 and lengths in _LENGTHS
        return DatePart(index, at, numbers[0].start, numbers[-1].end, numbers=tuple(numbers)) if is_date else None

    def _two(self, index: int, found: Sequence[DatePiece], divider: str) -> DatePart | None:
        first, second = found
        if {first.digits, second.digits} <= {1, 2}:
            is_day = divider == "/" and 1 <= first.value <= LAST_DAY_NUMBER and 1 <= second.value <= 12
            return (
                DatePart(index, index + 2, first.start, second.end, day=first.value, month=second.value, is_doubtful=True)
                if is_day
                else None
            )
        year, month = (first, second) if first.digits == 4 else (second, first)
        if divider not in {"/", "-"} or year.digits != 4 or month.digits > 2 or not 1 <= month.value <= 12:
            return None
        is_year = year.value in BARE_YEARS or year.value in BARE_HIJRI
        return (
            DatePart(index, index + 2, first.start, second.end, month=month.value, year=year, is_doubtful=divider == "-")
            if is_year
            else None
        )

    def _is_continued(self, first: DatePiece, last: DatePiece, divider: str, index: int) -> bool:
        """Return whether signs go on before or behind: a register number, a version, an address."""
        before, behind = self.text[max(0, first.start - 2) : first.start], self.text[last.end : last.end + 2]
        if behind[:1] in DIVIDERS and len(behind) > 1 and (behind[1].isdigit() or (behind[0] != "." and behind[1].isalpha())):
            return behind[0] == divider or behind[1].isalpha()
        if before[-1:] and (before[-1] == divider or before[-1] in "/\\_@#") and before[:1].strip(_BLANKS):
            if before[-1] == "/" and divider == "_":
                return False
            earlier = self.piece(index - 1)
            return not (
                earlier is not None
                and (earlier.may("LABEL") or earlier.kind is PieceKind.ERA)
                and earlier.gap != divider
                and not before[0].isdigit()
            )
        return before[-1:].isalpha() and before[-1:].isascii()
