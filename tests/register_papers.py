"""Letters as registers see them, made by hand for tests."""

from __future__ import annotations

import datetime as dt
from itertools import count

from kashf.domain.date import UNDATED, FuzzyDate
from kashf.domain.document import Span
from kashf.domain.ids import DocumentId
from kashf.domain.letters.letter import CitedPaper
from kashf.domain.letters.said import PaperDate, PaperNumber, Said
from kashf.events.letters.paper_numbers import normal_number
from kashf.events.registers.register_letters import RegisterLetter

_PLACES = count(step=1000)
OFFICE = ("Plains", "General Office")


def said(text: str) -> Said:
    """Return words that stand somewhere."""
    start = next(_PLACES)
    return Said(text, Span(DocumentId("d"), 1, start, start + max(1, len(text))), "test", 1.0)


def number(written: str) -> PaperNumber:
    """Return a number as a paper has it."""
    normal = normal_number(written)
    turned = "/".join(reversed(normal.split("/")))
    return PaperNumber(said(written), normal, (turned,) if turned != normal else ())


def cites(written: str, on: str = "", author: str = "General Office") -> CitedPaper:
    """Return a reference."""
    return CitedPaper(
        said(f"letter {written}"),
        author=said(author) if author else None,
        number=number(written) if written else None,
        date=PaperDate(said(on), FuzzyDate.read(on)) if on else None,
    )


def letter(
    id: str, written: str = "", on: str = "", *cited: CitedPaper, offices: tuple[str, ...] = OFFICE, copies: tuple[str, ...] = ()
) -> RegisterLetter:
    """Return a letter of an office."""
    date = FuzzyDate.read(on) if on else UNDATED
    return RegisterLetter(id, offices, number(written) if written else None, date, cited, copies)


def series_of(days: dict[int, int], *, year: int = 2014, step: int = 1) -> list[RegisterLetter]:
    """Return letters by number, each on a day of a year counted from 0."""
    first = dt.date(year, 1, 1)
    return [letter(f"L{serial}", str(serial * step), (first + dt.timedelta(day)).isoformat()) for serial, day in days.items()]
