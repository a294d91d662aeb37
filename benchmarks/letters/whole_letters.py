"""Letters of an invented pile as its truth has them: what is made of letters by itself, apart from faults of reading."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from kashf.domain.date import UNDATED, Calendar, FuzzyDate
from kashf.domain.document import Span
from kashf.domain.ids import DocumentId
from kashf.domain.letters.instructions import ByWhen, Force, Instruction, Quantity, SpeechAct
from kashf.domain.letters.letter import AddedHand, Addressee, AddresseeKind, CitedPaper, Letter
from kashf.domain.letters.said import PaperDate, PaperNumber, Said
from kashf.events.letters.paper_numbers import normal_number

Row = Mapping[str, Any]
_CALENDARS: Final = {"hijri": Calendar.HIJRI, "gregorian": Calendar.GREGORIAN, "solar": Calendar.SOLAR_HIJRI}
_ADDRESSEES: Final = {"office": AddresseeKind.OFFICE, "outsider": AddresseeKind.OFFICE, "class": AddresseeKind.CLASS}


def whole_letter(row: Row) -> Letter:
    """Return one letter as its paper prints it, read without a fault; where something stands on it is not told."""
    letter = str(row["id"])
    return Letter(
        offices=tuple(_said(letter, each) for each in (row["issuer"] or {}).get("lines", ())),
        number=_number(letter, row["number"]),
        other_numbers=tuple(each for each in (_number(letter, row["second_number"]),) if each),
        written=_dated(letter, row["written"]),
        addressees=tuple(
            Addressee(_said(letter, each["text"]), _ADDRESSEES.get(each["kind"], AddresseeKind.PERSON)) for each in row["addressees"]
        ),
        subject=_said(letter, row["subject"]) if row["subject"] else None,
        title=_said(letter, row["title"]) if row["title"] else None,
        enclosures=tuple(_said(letter, each["text"]) for each in row["enclosures"]),
        cited=tuple(_cited(letter, each) for each in row["references"]),
        speech_act=SpeechAct(row["speech_act"]),
        acts=tuple(_act(letter, each) for each in row["acts"]),
        hands=tuple(_hands(letter, row)),
    )


def _hands(letter: str, row: Row) -> Iterable[AddedHand]:
    dates = {each["field"]: each for each in row["dates"]}
    if row["received"]:
        yield AddedHand(_said(letter, "received"), "received", date=_dated(letter, dates.get("received.date")))
    for each in row["hands"]:
        yield AddedHand(_said(letter, each["text"]), "approval", date=_dated(letter, each["date"]))


def _cited(letter: str, row: Row) -> CitedPaper:
    kind = str(row["kind"]).replace("_", "-")
    return CitedPaper(
        _said(letter, row["text"]),
        kind=Said(kind, _span(letter, kind), f"cited-kind:{kind}", 1.0),
        author=_said(letter, row["author_text"]) if row["author_text"] else None,
        number=_number(letter, row["number"]),
        date=_dated(letter, row["date"]),
        is_quoted=row["use"] == "quote",
        is_answered=row["use"] == "answer",
    )


def _act(letter: str, row: Row) -> Instruction:
    place, start, goal = (_words(letter, row[name]) for name in ("place", "from", "to"))
    deadline = row["deadline"]
    return Instruction(
        _said(letter, row["text"]),
        str(row["kind"]).replace("_", "-"),
        Force(str(row["force"]).replace("_", "-")),
        things=tuple(_things(letter, row)),
        origin=start,
        goal=goal,
        place=place,
        people=tuple(_said(letter, each["text"]) for each in row["persons"]),
        post=_said(letter, row["post"]["text"].split("/")[0].strip()) if row["post"] and row["post"]["text"] else None,
        by_when=_by_when(letter, deadline) if deadline else None,
    )


def _things(letter: str, row: Row) -> Iterable[Quantity]:
    for each in row["items"]:
        yield Quantity(_said(letter, each["text"]), str(each["item"]), str(each["quantity"]))
    if row["sum"]:
        yield Quantity(_said(letter, str(row["sum"])), "money", str(row["sum"]))


def _by_when(letter: str, row: Row) -> ByWhen:
    day = FuzzyDate.on(dt.date.fromisoformat(row["resolved"])) if row["resolved"] else None
    return ByWhen(_said(letter, row["text"]), row["rule"], row["n"], PaperDate(_said(letter, row["text"]), day) if day else None)


def _dated(letter: str, row: Row | None) -> PaperDate | None:
    if row is None:
        return None
    date = UNDATED
    if row["earliest"] and row["latest"]:
        slack = dt.timedelta(int(row.get("slack_days") or 0))
        first, last = (dt.date.fromisoformat(row[side]) for side in ("earliest", "latest"))
        date = FuzzyDate(first - slack, last + slack, row["text"], _CALENDARS.get(row["calendar"], Calendar.UNKNOWN))
    return PaperDate(_said(letter, row["text"] or "-"), date)


def _number(letter: str, row: Row | None) -> PaperNumber | None:
    if not row:
        return None
    normal = normal_number(row["written"])
    turned = "/".join(reversed(normal.split("/")))
    return PaperNumber(_said(letter, row["written"]), normal, (turned,) if turned != normal else ())


def _words(letter: str, row: Row | None) -> Said | None:
    return _said(letter, row["text"]) if row and row["text"] else None


def _said(letter: str, text: str) -> Said:
    return Said(text, _span(letter, text), "truth", 1.0)


def _span(letter: str, text: str) -> Span:
    return Span(DocumentId(letter), 1, 0, max(1, len(text)))


def leaders_of(rows: Sequence[Row]) -> dict[DocumentId, DocumentId]:
    """Return for exemplars of one letter the one that stands for all, as finding copies would; translations are no copies."""
    return {DocumentId(row["id"]): DocumentId(row["exemplar_of"]) for row in rows if row["exemplar_of"]}
