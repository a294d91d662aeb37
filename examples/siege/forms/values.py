"""How a fact is written into a form: in a language, a calendar, a spelling, a hurry."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Any, cast

from examples.siege.forms.calendars import HIJRI_SLACK_DAYS, to_calendar
from examples.siege.forms.facts import Fact, Relative
from examples.siege.forms.kit import Field, Figure, Language, Part
from examples.siege.forms.people import Man, arabic_of

Value = str | list[str] | None


@dataclass(frozen=True, slots=True)
class Written:
    """Words as they stand in the form, and what they mean.

    Attributes:
        slack: By how many days another way to reckon the calendar may differ.
    """

    text: str
    value: Value
    slack: int = 0


@dataclass(frozen=True, slots=True)
class Pen:
    """Somebody who fills in a form: keeps to his digits and his calendar."""

    rng: Random
    language: Language
    code: str
    digits: str
    calendar: str

    @classmethod
    def taken(cls, rng: Random, language: Language, code: str) -> "Pen":
        """Return a pen with habits of its own."""
        calendar = rng.choices((language.other_calendar, "both", ""), (20, 8, 72))[0] if language.other_calendar else ""
        return cls(rng, language, code, rng.choice(language.digits), calendar)

    def write(self, field: Field, fact: Fact) -> Written:
        """Return a fact in writing."""
        return WRITERS[field.kind](self, field, fact)

    def numerals(self, words: str) -> str:
        """Return words with digits as this hand writes them."""
        return words.translate(str.maketrans("0123456789", self.digits))

    def spelt(self, parts: tuple[Part, ...]) -> str:
        """Return a name: mostly the plain way."""
        return self.language.spell(parts, self.rng if self.rng.random() < 0.35 else None)


def _name(pen: Pen, _field: Field, fact: Fact) -> Written:
    man = cast("Man", fact)
    names = man.names if len(man.names) < 4 or pen.rng.random() < 0.8 else (*man.names[:2], man.names[-1])
    words = pen.spelt(names)
    if pen.rng.random() < 0.04:
        words = pen.rng.choice(pen.language.called).format(words, pen.spelt(man.kunya[:2]))
    return Written(words, man.id)


def _parts(pen: Pen, _field: Field, fact: Fact) -> Written:
    parts = cast("tuple[Part, ...]", fact)
    return Written(pen.spelt(parts), arabic_of(parts))


def _kunya(pen: Pen, field: Field, fact: Fact) -> Written:
    parts = cast("tuple[Part, ...]", fact)
    return _parts(pen, field, parts[:2] if pen.rng.random() < 0.1 else parts)


def _relative(pen: Pen, _field: Field, fact: Fact) -> Written:
    relation, parts = cast("Relative", fact)
    words = pen.rng.choice(pen.language.relations[relation])
    return Written(f"{words} {pen.spelt(parts)}", f"{relation}: {arabic_of(parts)}")


def _figure(pen: Pen, field: Field, fact: Fact) -> Written:
    figure = cast("Figure", fact)
    known = figure.spellings.get(pen.code)
    words = pen.rng.choice(known) if known else pen.spelt(figure.parts)
    if field.kind == "go_between" and pen.rng.random() < 0.1:
        words = pen.rng.choice(pen.language.via).format(words)
    return Written(words, figure.key)


def _birth(pen: Pen, _field: Field, fact: Fact) -> Written:
    day, chance = cast("dt.date", fact), pen.rng.random()
    if chance < 0.72:
        return _dated(pen, day)
    if chance < 0.94:
        return _year(pen, day)
    month = pen.rng.choice(pen.language.months)[day.month - 1]
    words = pen.rng.choice((f"{month} {day.year}", f"{day.month}/{day.year}"))
    return Written(pen.numerals(words), f"{day:%Y-%m}")


def _year(pen: Pen, day: dt.date) -> Written:
    if pen.calendar in {"hijri", "solar"}:
        year = to_calendar(day, pen.calendar).year
        days = [each for each in (day + dt.timedelta(days=by) for by in range(-380, 381)) if to_calendar(each, pen.calendar).year == year]
        slack = HIJRI_SLACK_DAYS if pen.calendar == "hijri" else 0
        return Written(pen.numerals(str(year)), f"{days[0]}/{days[-1]}", slack)
    return Written(pen.numerals(str(day.year)), str(day.year))


def _dated(pen: Pen, day: dt.date) -> Written:
    language = pen.language
    words = _in_style(pen, pen.rng.choice(language.date_styles), tuple(day.timetuple()[:3]), pen.rng.choice(language.months))
    if not pen.calendar:
        return Written(pen.numerals(words), day.isoformat())
    other = to_calendar(day, language.other_calendar)
    foreign = _in_style(pen, pen.rng.choice(language.other_styles), tuple(other), language.other_months)
    if pen.calendar == "both":
        return Written(pen.numerals(language.both.format(other=foreign, day=words)), day.isoformat())
    return Written(pen.numerals(foreign), day.isoformat(), HIJRI_SLACK_DAYS if language.other_calendar == "hijri" else 0)


def _in_style(_pen: Pen, style: str, day: tuple[int, ...], months: tuple[str, ...]) -> str:
    year, month, number = day
    return style.format(d=number, m=month, y=year, yy=year % 100, month=months[month - 1])


def _date(pen: Pen, _field: Field, fact: Fact) -> Written:
    return _dated(pen, cast("dt.date", fact))


def _of(table: str, *, careless: float = 0.0) -> Callable[[Pen, Field, Fact], Written]:
    """Return a writer of what a table of the language has words for; the first wording is the usual one."""

    def write(pen: Pen, _field: Field, fact: Fact) -> Written:
        key = cast("str", fact)
        wordings = getattr(pen.language, table)[key]
        return Written(wordings[0] if pen.rng.random() > careless else pen.rng.choice(wordings), key)

    return write


def _skills(pen: Pen, _field: Field, fact: Fact) -> Written:
    skills = cast("tuple[str, ...]", fact)
    between = pen.rng.choice((", " if not pen.language.rtl else "، ", " - ", "\n", " / "))
    return Written(between.join(pen.rng.choice(pen.language.skills[skill]) for skill in skills), list(skills))


def _phone(pen: Pen, _field: Field, fact: Fact) -> Written:
    number = cast("str", fact)
    digits = "".join(sign for sign in number if sign.isdecimal())
    if pen.rng.random() < 0.2:
        local = "0" + number.partition(" ")[2].replace(" ", "")
        return Written(pen.numerals(local), local)
    words = pen.rng.choice((number, number.replace(" ", ""), f"00{digits}", number.replace(" ", "-")))
    return Written(pen.numerals(words), f"+{digits}")


def _number(pen: Pen, _field: Field, fact: Fact) -> Written:
    return Written(pen.numerals(cast("str", fact)), cast("str", fact))


def _answer(pen: Pen, _field: Field, fact: Fact) -> Written:
    value = "yes" if fact else "no"
    return Written(pen.rng.choice(pen.language.answers[value]), value)


def _blood(pen: Pen, _field: Field, fact: Fact) -> Written:
    group = cast("str", fact)
    return Written(pen.rng.choice((group, group, f"{group[-1]}{group[:-1]}", f"{group[:-1]} {group[-1]}")), group)


def _free(pen: Pen, field: Field, fact: Fact) -> Written:
    key = cast("str", fact)
    if field.name in pen.language.choices:
        return Written(pen.rng.choice(pen.language.choices[field.name][key]), key)
    sentences = pen.rng.sample(pen.language.remarks, min(max(field.lines, 1), len(pen.language.remarks)))
    return Written(pen.numerals("\n".join(sentences)), None)


#: Kind of field -> how it is filled in.
WRITERS: dict[str, Callable[[Pen, Field, Any], Written]] = {
    "name": _name, "kunya": _kunya, "mother": _parts, "relative": _relative, "birth": _birth,
    "nationality": _of("countries", careless=0.75), "date": _date, "place": _of("places", careless=0.5),
    "go_between": _figure, "guarantor": _figure, "signer": _figure, "skills": _skills, "phone": _phone,
    "number": _number, "yes_no": _answer, "blood": _blood, "free": _free,
}  # fmt: skip
