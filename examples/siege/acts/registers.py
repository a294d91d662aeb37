"""Lists of the letters that an office sent or received in a year, as it kept them."""

import datetime as dt
from dataclasses import dataclass
from random import Random

from examples.siege.acts.dating import Dater
from examples.siege.acts.papers import Paper
from examples.siege.acts.profiles import CALENDARS
from examples.siege.acts.realm import Realm, Row
from examples.siege.acts.series import Issued, Registry, normal
from examples.siege.acts.wording import Wording
from examples.siege.forms.filling import Piece
from examples.siege.forms.layout import Grid, Line, Page
from examples.siege.forms.printed import write_pdf
from examples.siege.forms.typed import Sheets, write_docx, write_xlsx

#: Of the years of an office with enough papers, of so many there is a register of what went out, and of what came in.
SHARES = {"outgoing": 0.6, "incoming": 0.35}
FEWEST = 6
#: Rows that were never written, dates written as "the same", rows that a clerk skipped first and wrote after the next.
_UNWRITTEN, _DITTO, _LATE = 0.05, 0.12, 0.03
_ROWS_A_PAGE = 26
_SHARES_OF_WIDTH = {"outgoing": (2, 3, 5, 5, 2), "incoming": (2, 3, 4, 3, 3, 5)}


@dataclass(frozen=True, slots=True)
class RegisterFile:
    """A register: its file, and the truth of it and its rows."""

    path: str
    data: bytes
    row: Row


def make_registers(realm: Realm, registry: Registry, papers: dict[str, Paper], seed: int) -> list[RegisterFile]:
    """Return the registers of a pile; their rows name papers that are there and papers that are not."""
    rng = Random(f"{seed}/{realm.kit.name}/registers")
    by_series: dict[tuple[str, int], list[Issued]] = {}
    for each in registry.issued:
        by_series.setdefault((each.office, each.year), []).append(each)
    made = []
    for (office, year), issued in by_series.items():
        if len(issued) >= FEWEST and not realm.offices[office].foreign and rng.random() < SHARES["outgoing"]:
            made.append(_Register(realm, registry, papers, Random(f"{seed}/{office}/{year}/out"), office).outgoing(year, issued))
    arrivals: dict[tuple[str, int], list[tuple[int, dt.date, Paper]]] = {}
    for (office, paper_id), (serial, day) in registry.incoming.items():
        arrivals.setdefault((office, registry.year_of(office, day)), []).append((serial, day, papers[paper_id]))
    for (office, year), came in sorted(arrivals.items()):
        if len(came) >= FEWEST and not realm.offices[office].foreign and rng.random() < SHARES["incoming"]:
            made.append(
                _Register(realm, registry, papers, Random(f"{seed}/{office}/{year}/in"), office).incoming(
                    year, sorted(came, key=lambda each: each[:2])
                )
            )
    return made


class _Register:
    """One register while it is written."""

    def __init__(self, realm: Realm, registry: Registry, papers: dict[str, Paper], rng: Random, office: str) -> None:
        self.realm, self.registry, self.papers, self.rng, self.office = realm, registry, papers, rng, office
        self.book = realm.kit.books["ar"]
        side = realm.offices[office].side
        calendar = rng.choice(list(CALENDARS[side]))
        self.dater = Dater(self.book.dates, rng, rng.choice(self.book.dates.digits), side, {calendar: 1}, 0.0, registry.moon)
        self.words = Wording(realm, registry, self.book, rng, self.dater, f"register/{office}")

    def outgoing(self, year: int, issued: list[Issued]) -> RegisterFile:
        """Return what went out in a year."""
        rows: list[tuple[list[str], Row]] = []
        last = ""
        for place, each in enumerate(issued):
            if self.rng.random() < _UNWRITTEN:
                continue
            known = next((self.papers[other.paper] for other in [*issued[place:], *reversed(issued[:place])] if other.paper), None)
            paper = self.papers.get(each.paper) or known
            if paper is None:
                continue
            number = self._number(paper, each.serial)
            date, written = self._date(paper.day, last)
            last = written["text"]
            to = self.words.party(paper.to[0]) if paper.to else ""
            kind = paper.acts[0].kind if paper.acts and each.paper else self.rng.choice(list(self.book.matters))
            cells = [number, date, to, self.book.matters[kind], ""]
            rows.append((cells, self._row(cells, written, each.paper) | {"serial": each.serial}))
        return self._filed("outgoing", year, rows)

    def incoming(self, year: int, came: list[tuple[int, dt.date, Paper]]) -> RegisterFile:
        """Return what came in, with the sender's own number and day."""
        rows: list[tuple[list[str], Row]] = []
        last = ""
        for serial, day, paper in came:
            if self.rng.random() < _UNWRITTEN:
                continue
            date, written = self._date(day, last)
            last = written["text"]
            theirs = self.dater.plain(paper.day, "reference")
            kind = paper.acts[0].kind if paper.acts else "inform"
            number = self.dater.digit(self.registry.words(paper))
            cells = [self.dater.digit(str(serial)), date, self.words.office(paper.office), number, theirs.words, self.book.matters[kind]]
            row = self._row(cells, written, paper.id) | {
                "serial": serial,
                "their_number": {"written": number, "normal": normal(number)},
                "their_date": theirs.facts,
            }
            rows.append((cells, row))
        return self._filed("incoming", year, rows)

    def _number(self, paper: Paper, serial: int) -> str:
        """Return a number as the register has it: alone in most, as on the paper in others."""
        return self.dater.digit(self.registry.words(paper, serial) if self.office[-1] in "13" else str(serial))

    def _date(self, day: dt.date, last: str) -> tuple[str, Row]:
        written = self.dater.plain(day, "register")
        if last and self.rng.random() < _DITTO:
            return self.rng.choice(self.book.register["ditto"]), written.facts | {"text": last, "ditto": True}
        return written.words, written.facts | {"ditto": False}

    def _row(self, cells: list[str], written: Row, paper_id: str) -> Row:
        paper = self.papers.get(paper_id)
        return {
            "number": {"written": cells[0], "normal": normal(cells[0])}, "date": written, "cells": cells, "paper": paper_id or None,
            "letter": paper_id if paper and paper.survives else None,
        }  # fmt: skip

    def _filed(self, kind: str, year: int, rows: list[tuple[list[str], Row]]) -> RegisterFile:
        rng, book = self.rng, self.book
        for place in range(len(rows) - 1):
            if rng.random() < _LATE:
                rows[place], rows[place + 1] = rows[place + 1], rows[place]
        head = book.register[kind]
        title = Line(
            (
                Piece(
                    f"{book.register['titles'][kind == 'incoming']} - {self.words.office(self.office)} - {self.dater.digit(str(year))}",
                    "print",
                ),
            ),
            "center",
            True,
        )
        shares = _SHARES_OF_WIDTH[kind]
        pages: list[Page] = []
        for start in range(0, len(rows), _ROWS_A_PAGE):
            table = tuple(
                tuple((Piece(cell, "print"),) for cell in cells)
                for cells in (head, *(cells for cells, _ in rows[start : start + _ROWS_A_PAGE]))
            )
            pages.append((title, Grid(table, shares)))
        container = rng.choice(("xlsx", "xlsx", "docx", "pdf"))
        data = {"xlsx": write_xlsx, "docx": write_docx, "pdf": write_pdf}[container](
            Sheets(tuple(pages), rtl=True, language="ar", fonts=self.realm.kit.fonts), rng
        )
        path = f"{book.register['titles'][kind == 'incoming']} {self.office} {year}.{container}"
        truth = [row | {"nth": nth, "page": 1 + (nth - 1) // _ROWS_A_PAGE} for nth, (_, row) in enumerate(rows, start=1)]
        return RegisterFile(path, data, {"kind": kind, "office": self.office, "year": year, "columns": list(head), "rows": truth})
