"""Made-up letters by their heads alone."""

from __future__ import annotations

import datetime as dt

from kashf.domain.date import FuzzyDate
from kashf.domain.document import Span
from kashf.domain.ids import DocumentId
from kashf.domain.letters.letter import Addressee, AddresseeKind, Letter
from kashf.domain.letters.said import PaperDate, Said


def said(text: str) -> Said:
    """Return words of some paper."""
    return Said(text, Span(DocumentId("0" * 64), 1, 0, max(1, len(text))), "test", 1.0)


def letter(offices: str, to: str = "", day: int = 0, kind: AddresseeKind = AddresseeKind.OFFICE) -> Letter:
    """Return a letter: bodies from the top down with " / " between, addressees the same, the day in October 2014 or 0 for none."""
    date = FuzzyDate.on(dt.date(2014, 10, day), "some day") if day else None
    return Letter(
        offices=tuple(map(said, filter(None, offices.split(" / ")))),
        addressees=tuple(Addressee(said(each), kind) for each in to.split(" / ") if each),
        written=PaperDate(said("some day"), date) if date else None,
    )


def pile(*letters: Letter) -> dict[DocumentId, Letter]:
    """Return letters by document."""
    return {DocumentId(f"{at:064x}"): each for at, each in enumerate(letters)}
