"""Fills in a template: what each label has beside it, with what goes wrong when people fill in forms."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from random import Random
from typing import Any, NamedTuple

from examples.siege.forms.facts import Fact, Source
from examples.siege.forms.kit import Edition, Field
from examples.siege.forms.people import ADULT_YEARS, years_between
from examples.siege.forms.values import Pen, Written

Row = dict[str, Any]
#: Kinds that are often answered by "nothing", and how often.
_NOTHING = {"skills": 0.3, "phone": 0.12, "relative": 0.05, "blood": 0.0, "free": 0.15, "number": 0.0, "date": 0.002}
_UNKNOWN = {"blood": 0.35, "phone": 0.03, "mother": 0.01, "guarantor": 0.03}
#: A form without these would be nobody's.
_NEEDED = ("name", "kunya", "birth")
DASHES = ("—", "-", "ـ", "////", "×", "--")
QUESTIONS = ("?", "؟", "??")


class Piece(NamedTuple):
    """Words of one hand.

    Attributes:
        style: "print", "hand", "struck", "note" (of another hand), "scribble" (unreadable on paper), "option" and "chosen" (of a printed
            choice; it is how they look that tells which is which).
    """

    text: str
    style: str = "print"


@dataclass(frozen=True, slots=True)
class Slot:
    """A label with what is written for it; `rows` are what the truth says, one for each thing that the label asks for."""

    field: Field
    number: int
    pieces: tuple[Piece, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Filled:
    """A form as it was filled in."""

    slots: tuple[Slot, ...]
    is_minor: bool | None

    def at(self, place: str) -> tuple[Slot, ...]:
        """Return what stands in the head, the body or the foot."""
        return tuple(slot for slot in self.slots if slot.field.place == place)


@dataclass(frozen=True, slots=True)
class Clerk:
    """Fills in one form.

    Attributes:
        key: Decides what is written in each field, whatever stands in the others.
        container: "scan" for paper, where what cannot be read is a scribble and not what a copyist put for it; in "txt" and "xlsx" nothing
            can be struck out.
        facts: What the form says, by field.
        keep: Fields that may not be left out.
    """

    pen: Pen
    facts: Mapping[str, Fact]
    key: str
    container: str
    keep: tuple[str, ...] = ()

    def fill(self, edition: Edition) -> Filled:
        """Return the edition filled in."""
        body = [field for field in edition.fields if field.place == "body"]
        slots = [self._at(field.name).slot(field, body.index(field) + 1 if field.place == "body" else 0) for field in edition.fields]
        slots = self._at("misplaced").misplaced(slots)
        return Filled(tuple(slots), _is_minor(slots))

    def _at(self, name: str) -> "Clerk":
        """Return the same clerk at a field: what he does there depends on no other field."""
        return replace(self, pen=replace(self.pen, rng=Random(f"{self.key}/{name}")))

    def slot(self, field: Field, number: int) -> Slot:
        """Return one label with what is written for it."""
        if field.style != "words" and not field.parts:
            return self._choice(field, number)
        filled = [(each, *self._answer(each)) for each in field.asked]
        rows = tuple(_row(each, written, state, label=field.label, number=number) for each, written, state, _ in filled)
        if self.container == "scan":
            rows = tuple(row | {"text": ""} if row["state"] == "unreadable" else row for row in rows)
        between = self.pen.rng.choice((" / ", " - ", "، "))
        pieces: list[Piece] = []
        for _, written, _, style in filled:
            pieces += [Piece(between, "hand")] if pieces and written.text else []
            pieces += [Piece(written.text, style)] if written.text else []
        return self._touched(Slot(field, number, tuple(pieces), rows))

    def _answer(self, field: Field) -> tuple[Written, str, str]:
        """Return what is written for a field, its state, and in which style."""
        rng, chance = self.pen.rng, self.pen.rng.random()
        written = self.pen.write(field, self.facts[field.name])
        if field.name in self.keep:
            return written, "filled", "hand"
        needed = field.kind in _NEEDED
        if chance < (0.005 if needed else 0.05):
            return Written("", None), "blank", "hand"
        if chance < (0.015 if needed else 0.065):
            unread = Written(rng.choice(self.pen.language.unread), None)
            return written if self.container == "scan" else unread, "unreadable", "scribble"
        nothing = "" if needed else self._nothing(field)
        return (Written(nothing, None), "none", "hand") if nothing else (written, "filled", "hand")

    def _nothing(self, field: Field) -> str:
        """Return how somebody says that there is nothing to say or that he does not know; "" if there is something."""
        rng, language = self.pen.rng, self.pen.language
        if rng.random() < (0.01 if field.name in language.choices else _NOTHING.get(field.kind, 0.01)):
            return rng.choice((*language.nothing, *language.nothing, rng.choice(DASHES)))
        if rng.random() < _UNKNOWN.get(field.kind, 0.0):
            return rng.choice((*language.unknown, rng.choice(QUESTIONS)))
        return ""

    def _choice(self, field: Field, number: int) -> Slot:
        """Return printed answers with one of them marked; now and then none."""
        rng = self.pen.rng
        answers = self._answers(field)
        style = "bracket" if field.style == "strike" and self.container in {"txt", "xlsx"} else field.style
        fact = self.facts[field.name]
        chosen = ("yes" if fact else "no") if isinstance(fact, bool) else str(fact)
        blank = rng.random() < 0.05 and field.name not in self.keep
        pieces: list[Piece] = []
        for key, words in answers.items():
            pieces += _printed_answer(words, style, first=not pieces, chosen=key == chosen and not blank)
        text = "".join(piece.text for piece in pieces)
        row = _row(field, Written(text, None if blank else chosen), "blank" if blank else "filled", label=field.label, number=number)
        return Slot(field, number, tuple(pieces), (row | {"style": style},))

    def _answers(self, field: Field) -> dict[str, str]:
        language = self.pen.language
        table = language.answers if field.kind == "yes_no" else language.choices[field.name]
        return {key: words[0] for key, words in table.items()}

    def _touched(self, slot: Slot) -> Slot:
        """Return a slot, now and then with a value struck out before what stands, or with a note by another hand."""
        rng, language = self.pen.rng, self.pen.language
        if len(slot.rows) > 1 or slot.rows[0]["state"] != "filled":
            return slot
        if rng.random() < 0.008 and slot.field.name in self.facts:
            old = (
                Written(rng.choice(language.remarks), None)
                if slot.field.kind == "free"
                else self.pen.write(slot.field, self.facts[slot.field.name])
            )
            if old.text != slot.rows[0]["text"]:
                struck = (Piece(old.text.replace("\n", " "), "struck"), Piece(" "), *slot.pieces)
                return replace(slot, pieces=struck, rows=(slot.rows[0] | {"struck": old.text},))
        if rng.random() < 0.012:
            note = self.pen.numerals(rng.choice(language.notes).format(n=rng.randrange(2, 40)))
            pieces = (*slot.pieces, Piece("  "), Piece(f"({note})", "note"))
            return replace(slot, pieces=pieces, rows=(slot.rows[0] | {"note": note},))
        return slot

    def misplaced(self, slots: list[Slot]) -> list[Slot]:
        """Return the slots, in one form of fifty with a value written a line too low, where nothing stood."""
        blanks = [
            place
            for place, slot in enumerate(slots[1:], start=1)
            if slot.rows[0]["state"] == "blank" and slot.field.style == "words" and _movable(slots[place - 1], self.keep)
        ]
        if not blanks or self.pen.rng.random() > 0.04:
            return slots
        low = self.pen.rng.choice(blanks)
        above, below = slots[low - 1], slots[low]
        moved = below.rows[0] | {"state": "filled", "text": above.rows[0]["text"], "value": None, "belongs_to": above.rows[0]["name"]}
        left = above.rows[0] | {"state": "blank", "text": "", "value": None}
        slots[low - 1 : low + 1] = [replace(above, pieces=(), rows=(left,)), replace(below, pieces=above.pieces, rows=(moved,))]
        return slots


def _is_minor(slots: list[Slot]) -> bool | None:
    """Say whether he was not of age on the form's day; None if the form does not say so much."""
    told = {row["name"]: row["value"] for slot in slots for row in slot.rows if row["state"] == "filled" and not row.get("belongs_to")}
    day = told.get("form_date") or told.get("entry_date")
    if not day or "birth" not in told:
        return None
    answers = {years_between(birth, dt.date.fromisoformat(day)) < ADULT_YEARS for birth in _first_and_last(told["birth"])}
    return answers.pop() if len(answers) == 1 else None


def _first_and_last(value: str) -> tuple[dt.date, dt.date]:
    """Return the days between which a value of a birth lies.

    >>> _first_and_last("1987-02")
    (datetime.date(1987, 2, 1), datetime.date(1987, 2, 28))
    """
    first, _, last = value.partition("/")
    if last:
        return dt.date.fromisoformat(first), dt.date.fromisoformat(last)
    match [int(part) for part in value.split("-")]:
        case [year]:
            return dt.date(year, 1, 1), dt.date(year, 12, 31)
        case [year, month]:
            return dt.date(year, month, 1), (dt.date(year, month, 1) + dt.timedelta(days=31)).replace(day=1) - dt.timedelta(days=1)
    return dt.date.fromisoformat(value), dt.date.fromisoformat(value)


def pens_facts(source: Source, edition: Edition) -> dict[str, Fact]:
    """Return what all fields of an edition say."""
    return {each.name: source.fact(each) for field in edition.fields for each in field.asked}


def _movable(slot: Slot, keep: tuple[str, ...]) -> bool:
    row = slot.rows[0]
    return len(slot.rows) == 1 and row["state"] == "filled" and slot.field.style == "words" and row["name"] not in keep


def _printed_answer(words: str, style: str, *, first: bool, chosen: bool) -> list[Piece]:
    gap = [] if first else [Piece(" / " if style == "strike" else "   ")]
    match style:
        case "tick":
            return [*gap, Piece("☒" if chosen else "☐"), Piece(f" {words}")]
        case "bracket":
            return [*gap, Piece("("), Piece("×" if chosen else " ", "hand"), Piece(f") {words}")]
    return [*gap, Piece(words, "chosen" if chosen else "option")]


def _row(field: Field, written: Written, state: str, *, label: str, number: int) -> Row:
    row: Row = {
        "name": field.name, "kind": field.kind, "label": label, "number": number or None, "state": state,
        "text": written.text, "value": written.value if state == "filled" else None,
    }  # fmt: skip
    return row | ({"slack_days": written.slack} if written.slack and state == "filled" else {})


def shown_number(number: int, pattern: str, *, eastern: bool) -> str:
    """Return a field's number as the edition prints it, "" for none."""
    words = pattern.format(number) if number and pattern else ""
    return words.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")) if eastern else words


def pen_of(rng: Random, source: Source, edition: Edition) -> Pen:
    """Return the pen with which an edition is filled in."""
    return Pen.taken(rng, source.kit.languages[edition.language], edition.language)
