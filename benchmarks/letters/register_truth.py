"""Letters of an invented pile as registers see them, made of its truth: what rebuilding alone does, apart from faults of reading."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from benchmarks.letters.made_piles import true_rows
from kashf.domain.date import UNDATED, Calendar, FuzzyDate
from kashf.domain.document import Span
from kashf.domain.letters.letter import CitedPaper
from kashf.domain.letters.said import PaperDate, PaperNumber, Said
from kashf.events.letters.paper_numbers import normal_number
from kashf.events.registers.register_letters import RegisterLetter

_CALENDARS: Final = {"hijri": Calendar.HIJRI, "gregorian": Calendar.GREGORIAN}


def true_letters(pile: Path) -> list[RegisterLetter]:
    """Return the letters of a pile as their papers print them, read without a fault; one for all copies that show the same."""
    letters = {row["id"]: row for row in true_rows(pile, "letters")}
    copies = {id for id, row in letters.items() if row["exemplar_of"] in letters or row["translation_of"] in letters}
    return [_letter(row) for id, row in letters.items() if id not in copies]


def _letter(row: Mapping[str, Any]) -> RegisterLetter:
    lines = row["issuer"]["lines"] if row["issuer"] else []
    number = _number(row["id"], row["number"]["written"]) if row["number"] else None
    cited = tuple(_cited(row["id"], place, each) for place, each in enumerate(row["references"]))
    return RegisterLetter(row["id"], tuple(lines), number, _date(row["written"]), cited)


def _cited(letter: str, place: int, row: Mapping[str, Any]) -> CitedPaper:
    date = _date(row["date"])
    return CitedPaper(
        _said(letter, row["text"], place),
        author=_said(letter, row["author_text"], place) if row["author_text"] else None,
        number=_number(letter, row["number"]["written"]) if row["number"] else None,
        date=PaperDate(_said(letter, row["date"]["text"], place), date) if row["date"] else None,
        is_answered=row["use"] == "answer",
    )


def _date(row: Mapping[str, Any] | None) -> FuzzyDate:
    if row is None or not row["earliest"]:
        return UNDATED
    first, last = dt.date.fromisoformat(row["earliest"]), dt.date.fromisoformat(row["latest"])
    return FuzzyDate(first, last, row["text"], _CALENDARS.get(row["calendar"], Calendar.UNKNOWN))


def _number(letter: str, written: str) -> PaperNumber:
    normal = normal_number(written)
    turned = "/".join(reversed(normal.split("/")))
    return PaperNumber(_said(letter, written, 0), normal, (turned,) if turned != normal else ())


def _said(letter: str, text: str, place: int) -> Said:
    return Said(text, Span(letter, 1, place, place + 1), "truth", 1.0)  # type: ignore[arg-type]  # ids of a pile's truth are no hashes
