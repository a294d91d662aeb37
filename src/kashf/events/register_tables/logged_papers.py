"""Reads the rows of tables that are registers: which paper, of which day, from whom to whom; or what was delivered."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice
from typing import Final

from kashf.domain.date import FuzzyDate
from kashf.domain.document import Page, Span
from kashf.domain.ids import DocumentId
from kashf.domain.letters.instructions import Quantity
from kashf.domain.letters.logged_paper import BookKind, LoggedPaper
from kashf.domain.letters.said import PaperDate, PaperNumber, Said
from kashf.entities.forms.registers.headed_rows import HeadedRows, TableRow, headed_rows
from kashf.events.letters.citations.addressed import is_office
from kashf.events.letters.paper_numbers import normal_number
from kashf.events.letters.phrases import any_of
from kashf.events.letters.sheet_text import western
from kashf.events.register_tables.column_roles import ColumnRoles, column_roles, is_ditto, is_number
from kashf.language.dates.day_orders import DayOrder, day_order
from kashf.language.dates.find_dates import find_dates, named_days
from kashf.language.tables.lists.register_words import TITLE_WORDS
from kashf.language.words.folding import fold

#: Rows of one document that are kept.
MOST_ROWS: Final = 20_000
#: Lines above a table in which its office may stand, and code points of one.
_MOST_ABOVE, _LONGEST = 8, 200
#: Code points of a row or cell that are kept.
_LONGEST_CELL: Final = 500
_DIVIDERS: Final = re.compile(r"\s[-–—|:]\s|[:|\t،,;؛]")
#: A date of digits alone, which may be of either order.
_BARE: Final = re.compile(r"\W*\d{1,2}\W{1,3}\d{1,2}\W{1,3}\d{2,4}\W*\w?\W*")
_AMOUNT: Final = re.compile(r"\W{0,3}(?P<amount>\d[\d,.٫٬]{0,15})\s{0,3}(?P<unit>[^\W\d]{0,20})")


def logged_papers(document: DocumentId, pages: Sequence[Page]) -> tuple[LoggedPaper, ...]:
    """Return what the registers of a document say, row by row; () where it holds none.

    Args:
        document: Whose pages they are.
        pages: Those that were read surely, in order.
    """
    found: list[LoggedPaper] = []
    for table in headed_rows(pages):
        if any(table.headings):
            found += islice(_RegisterTable(document, pages, table).papers(), MOST_ROWS - len(found))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Title:
    """What stands above a table: all of it, and whose register it is."""

    words: str
    owner: Said | None


class _RegisterTable:
    """One table of a document."""

    def __init__(self, document: DocumentId, pages: Sequence[Page], table: HeadedRows) -> None:
        self.document, self.pages, self.rows = document, pages, table.rows
        self.title = _title(document, pages, table)
        width = len(table.headings)
        self.columns = [[self._text(row, at) for row in table.rows] for at in range(width)]
        self.days = [_days(column) for column in self.columns]
        shares = [
            sum(day is not None for day in days) / max(1, sum(bool(cell.strip()) and not is_ditto(cell) for cell in column))
            for days, column in zip(self.days, self.columns, strict=True)
        ]
        self.roles = column_roles(table.printed, self.columns, title=self.title.words, dated=shares)

    def papers(self) -> Iterator[LoggedPaper]:
        """Yield what each row says; nothing where the table is no register."""
        if self.roles is None:
            return
        last: dict[int, FuzzyDate] = {}
        for nth, row in enumerate(self.rows):
            made = self._deliveries(nth, row, self.roles, last) if self.roles.book is BookKind.DELIVERIES else None
            found = made or self._paper(nth, row, self.roles, last)
            if found:
                yield found

    def _paper(self, nth: int, row: TableRow, roles: ColumnRoles, last: dict[int, FuzzyDate]) -> LoggedPaper | None:
        date = self._date(nth, row, roles.cell("date"), last)
        entered = self._date(nth, row, roles.cell("in-date"), last)
        if roles.book is BookKind.DELIVERIES:
            return None
        number = self._number(row, roles.cell("paper-number"))
        sender, receiver = self._said(row, roles.cell("from")), self._said(row, roles.cell("to"))
        if roles.book is BookKind.OUTGOING:
            sender = sender or self.title.owner
        elif roles.book is BookKind.INCOMING:
            receiver = receiver or self.title.owner
        # A row that names neither a number nor anybody beside the register's own office tells of no paper.
        if number is None and not (date and (self._said(row, roles.cell("from")) or self._said(row, roles.cell("to")))):
            return None
        entry, subject = self._said(row, roles.cell("entry")), self._said(row, roles.cell("subject"))
        return LoggedPaper(self._row(row), roles.book, sender, receiver, number, entry, date, entered, subject)

    def _deliveries(self, nth: int, row: TableRow, roles: ColumnRoles, last: dict[int, FuzzyDate]) -> LoggedPaper | None:
        date = self._date(nth, row, roles.cell("date"), last)
        what, counted = self._said(row, roles.cell("what")), self._said(row, roles.cell("quantity"))
        amount = _AMOUNT.match(western(counted.text)) if counted else None
        if date is None or what is None or counted is None or amount is None:
            return None
        unit = self._said(row, roles.cell("unit"))
        said = replace(what, span=_around(what.span, counted.span), rule="row-delivered")
        thing = Quantity(said, what.text, amount["amount"].replace(",", "").strip("."), amount["unit"] or (unit.text if unit else ""))
        sender, receiver = self._said(row, roles.cell("from")), self._said(row, roles.cell("to"))
        return LoggedPaper(self._row(row), roles.book, sender, receiver, date=date, things=(thing,))

    def _row(self, row: TableRow) -> Said:
        filled = [place for place in row.cells if place[0] < place[1]]
        start, end = min(place[0] for place in filled), max(place[1] for place in filled)
        return self._place(row.page, start, min(end, start + _LONGEST_CELL), "row", 0.9)

    def _said(self, row: TableRow, column: int | None) -> Said | None:
        if column is None:
            return None
        start, end = row.cells[column]
        text = self.pages[row.page].text[start:end]
        if not any(map(str.isalnum, text)) or is_ditto(text):
            return None
        return self._place(row.page, start, min(end, start + _LONGEST_CELL), "cell", 0.9)

    def _number(self, row: TableRow, column: int | None) -> PaperNumber | None:
        if column is None or not is_number(self._text(row, column)):
            return None
        said = self._said(row, column)
        normal = normal_number(said.text) if said else ""
        turned = "/".join(reversed(normal.split("/")))
        return PaperNumber(said, normal, (turned,) if turned != normal else ()) if said and normal else None

    def _date(self, nth: int, row: TableRow, column: int | None, last: dict[int, FuzzyDate]) -> PaperDate | None:
        """Return the day in a cell; where it says "the same", the one above, at the place of the cell."""
        if column is None:
            return None
        start, end = row.cells[column]
        text, day = self._text(row, column), self.days[column][nth]
        if day is not None:
            last[column] = day
            return PaperDate(self._place(row.page, start, end, "cell", 0.9), day)
        if is_ditto(text) and column in last:
            return PaperDate(self._place(row.page, start, end, "ditto", 0.8), replace(last[column], wording=text.strip()))
        last.pop(column, None)
        return None

    def _text(self, row: TableRow, column: int) -> str:
        start, end = row.cells[column]
        return self.pages[row.page].text[start : min(end, start + _LONGEST_CELL)]

    def _place(self, page: int, start: int, end: int, rule: str, score: float) -> Said:
        text = " ".join(self.pages[page].text[start:end].split())
        return Said(text, Span(self.document, self.pages[page].number, start, end), rule, score)


def _days(column: Sequence[str]) -> list[FuzzyDate | None]:
    """Return the day of each cell; the cells tell one another whether the day or the month comes first."""
    text, starts, length = "\n".join(column), [], 0
    for cell in column:
        starts.append(length)
        length += len(cell) + 1
    found: list[FuzzyDate | None] = [None] * len(column)
    nth = 0
    for place in find_dates(text) if any(sign.isdigit() for sign in text) else ():
        while nth + 1 < len(starts) and starts[nth + 1] <= place.start:
            nth += 1
        if found[nth] is None and place.date.days and place.end - starts[nth] <= len(column[nth]):
            found[nth] = place.date
    order = day_order(column)
    if order is not DayOrder.UNKNOWN:
        for nth, cell in enumerate(column):
            if found[nth] is not None and _BARE.fullmatch(western(cell)):
                found[nth] = next((each.date for each in named_days(cell, order=order)), found[nth])
    return found


def _around(one: Span, other: Span) -> Span:
    return replace(one, start=min(one.start, other.start), end=max(one.end, other.end))


def _title(document: DocumentId, pages: Sequence[Page], table: HeadedRows) -> _Title:
    """Return what stands above a table on its page, and the words of it that name an office."""
    head = table.heads[0] if table.heads else table.rows[0]
    page, end = pages[head.page], head.cells[0][0]
    lines = [each for each in re.finditer(r"[^\n]+", page.text[:end]) if each[0].strip()][-_MOST_ABOVE:]
    owner: Said | None = None
    for line in lines:
        at = 0
        for cut in [*_DIVIDERS.finditer(line[0][:_LONGEST]), None]:
            stop = cut.start() if cut else min(len(line[0]), _LONGEST)
            first, last = _named(line[0], at, stop)
            if first < last:
                text = line[0][first:last]
                is_known = is_office(fold(text).strip())
                if is_known or (owner is None and line is lines[-1] and at > 0):
                    span = Span(document, page.number, line.start() + first, line.start() + last)
                    owner = Said(" ".join(text.split()), span, "register-title", 0.9 if is_known else 0.6)
            at = cut.end() if cut else stop
    return _Title("\n".join(line[0][:_LONGEST] for line in lines), owner)


def _named(line: str, start: int, end: int) -> tuple[int, int]:
    """Return where a part of a title names whose register it is: without words that say what it is, and without a year."""
    words = [each for each in re.finditer(r"\S+", line[start:end]) if any(map(str.isalnum, each[0]))]
    plain = [_title_words().fullmatch(fold(each[0]).strip(".()[]")) is not None or _is_year(each[0]) for each in words]
    kept = [each for each, is_plain in zip(words, plain, strict=True) if not is_plain]
    return (start + kept[0].start(), start + kept[-1].end()) if kept else (start, start)


def _is_year(word: str) -> bool:
    return re.fullmatch(r"\W*\d{1,4}\W*\w?\W*", western(word)) is not None


@lru_cache(maxsize=1)
def _title_words() -> re.Pattern[str]:
    return re.compile(any_of(TITLE_WORDS))
