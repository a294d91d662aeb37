"""What each folded phrase may be in a date, looked up once; and the words without which no date stands in a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from typing import Final

from kashf.domain.date import Calendar
from kashf.language.dates.date_tokens import known_months, known_weekdays
from kashf.language.dates.phrases.said_years import thousands
from kashf.language.tables.dates import date_phrases, month_phrases, year_phrases
from kashf.language.tables.field_words import date_words
from kashf.language.words.clitics import with_letters
from kashf.language.words.tokens import folded_words

#: Words of the longest phrase.
_LONGEST_PHRASE: Final = 6
#: Letters of the shortest name of a month of which a reader of scans may have made two words, and of the shortest part.
_SPLIT, _PART = 5, 2
#: "And" in Persian, which is left out of ordinals that are written as one word.
_AND: Final = " و "
#: "Month" behind its name in Persian.
_MONTH: Final = "ماه"
#: Nights of a month, of which some are left.
_MONTH_LENGTH: Final = 30


class PieceKind(StrEnum):
    """What a word or phrase may be in a date."""

    NUMBER = "number"
    MONTH = "month"
    DAY_NAME = "day-name"
    WEEKDAY = "weekday"
    ERA = "era"
    WORD = "word"


@dataclass(frozen=True, slots=True)
class Sense:
    """What a phrase may be.

    Args:
        kind: What it is.
        value: The month from 1; the weekday from 0 on Monday; the day of the month, -1 for the last.
        calendar: Of a month or an era.
        is_weak: Of a month: it is a word or a name of its own, too.
        roles: Names of the lists in `tables.dates.date_phrases` that have it; "BETWEEN" for a month that counts only between a day and a
            year, "DAY_BEHIND" for one before its day, "OTTOMAN" for a letter that may stand for a month.
        day: Of a feast that is one day of its month, that day.
    """

    kind: PieceKind
    value: int = 0
    calendar: Calendar = Calendar.UNKNOWN
    is_weak: bool = False
    roles: frozenset[str] = frozenset()
    day: int = 0


@lru_cache(maxsize=1)
def signs_of_dates() -> frozenset[str]:
    """Return the words without one of which, or a number, there is no date: the longest of each month's name, particles before it."""
    return frozenset(each for phrase in _anchoring() for each in with_letters(max(phrase.split(" "), key=len)))


@lru_cache(maxsize=1)
def anchors_of_dates() -> frozenset[str]:
    """Return the words that months, decades and years in words begin with, particles before them: no date is without one, or a number."""
    begins = {phrase.partition(" ")[0] for phrase in _anchoring()}
    return frozenset(each for word in begins for each in with_letters(word))


def _anchoring() -> Iterator[str]:
    yield from (name for name, sense in _months().items() if "BETWEEN" not in sense.roles)
    yield from (name for name, sense in _year_parts().items() if "DECADE" in sense.roles)
    yield from thousands()


@lru_cache(maxsize=1)
def beginnings() -> Mapping[str, int]:
    """Return how many words the longest phrase has that begins with a word."""
    found: dict[str, int] = {}
    for phrase in senses():
        first, length = phrase.partition(" ")[0], phrase.count(" ") + 1
        found[first] = max(found.get(first, 0), min(length, _LONGEST_PHRASE))
    return found


@lru_cache(maxsize=1)
def senses() -> Mapping[str, Sense]:
    """Return what each phrase may be: a month before a day in words, before other words, whose lists are added up."""
    roles: dict[str, set[str]] = {}
    for name, listed in vars(date_phrases).items():
        if name.isupper() and isinstance(listed, str):
            for phrase in _folded(listed.split("|")):
                roles.setdefault(phrase, set()).add(name)
    found = _year_parts()
    for phrase, names in roles.items():
        usual = found.get(phrase, Sense(PieceKind.WORD))
        found[phrase] = replace(usual, roles=usual.roles | names)
    found |= _day_names()
    for listed, era in (
        (date_words.GREGORIAN, Calendar.GREGORIAN),
        (date_phrases.MORE_GREGORIAN_ERA, Calendar.GREGORIAN),
        (date_words.HIJRI, Calendar.HIJRI),
        (date_words.SOLAR, Calendar.SOLAR_HIJRI),
        (date_phrases.KURDISH_ERA, Calendar.SOLAR_HIJRI),
        (date_phrases.RUMI_ERA, Calendar.RUMI),
    ):
        for phrase in _folded(listed.split("|")):
            found[phrase] = Sense(PieceKind.ERA, calendar=era, roles=frozenset(roles.get(phrase, ())))
    for phrase, weekday in known_weekdays().items():
        found[phrase] = Sense(PieceKind.WEEKDAY, weekday)
    for month, listed in month_phrases.OTTOMAN_LETTERS.items():
        for phrase in _folded(listed.split("|")):
            usual = found.get(phrase, Sense(PieceKind.WORD))
            found[phrase] = replace(usual, value=month, roles=usual.roles | {"OTTOMAN"})
    months = {phrase: replace(sense, roles=sense.roles | roles.get(phrase, set())) for phrase, sense in _months().items()}
    return {**dict(_split(months)), **found, **months}


def _year_parts() -> dict[str, Sense]:
    """Return seasons, quarters and decades, and what stands beside them."""
    found: dict[str, Sense] = {}
    for (month, _, season), listed in year_phrases.PARTS.items():
        found |= dict.fromkeys(_folded(listed.split("|")), Sense(PieceKind.WORD, month, roles=frozenset({"YEAR_PART"}), day=season))
    for decade, listed in year_phrases.DECADES.items():
        names = [each for name in listed.split("|") for each in ((name, f"ال{name}") if name[0] > "z" else (name, f"the {name}"))]
        found |= dict.fromkeys(_folded(names), Sense(PieceKind.WORD, decade, roles=frozenset({"DECADE"})))
    for role, listed in (("LAST_CENTURY", year_phrases.LAST_CENTURY), ("DECADE_HEAD", year_phrases.DECADE_HEAD)):
        found |= dict.fromkeys(_folded(listed.split("|")), Sense(PieceKind.WORD, roles=frozenset({role})))
    return found


def _day_names() -> dict[str, Sense]:
    """Return the days of a month in words; each also as one word, as Persian writes it with a sign that folding leaves out."""
    found: dict[str, Sense] = {}
    for name, day in (("FIRST_DAY", 1), ("LAST_DAY", -1)):
        found |= dict.fromkeys(_folded(getattr(date_phrases, name).split("|")), Sense(PieceKind.DAY_NAME, day))
    for place, listed in enumerate(date_phrases.ORDINALS):
        names = [*_folded(listed.split("|"))]
        found |= dict.fromkeys((*names, *(each.replace(" ", "") for each in names if _AND in each)), Sense(PieceKind.DAY_NAME, place + 1))
    for day, listed in date_phrases.MORE_ORDINALS.items():
        found |= dict.fromkeys(_folded(listed.split("|")), Sense(PieceKind.DAY_NAME, day))
    for day, name in enumerate(date_phrases.NIGHTS, start=1):
        for listed, value in ((date_phrases.NIGHTS_GONE, day), (date_phrases.NIGHTS_LEFT, _MONTH_LENGTH - day)):
            phrases = _folded(f"ل{name} {each} من" for each in listed.split("|"))
            found |= dict.fromkeys(phrases, Sense(PieceKind.DAY_NAME, value))
    return found


@lru_cache(maxsize=1)
def _months() -> Mapping[str, Sense]:
    """Return what each name of a month is; names of several words as one word too."""
    found = {phrase: Sense(PieceKind.MONTH, month, calendar) for phrase, (month, calendar) in known_months().items()}
    solar = [phrase for phrase, sense in found.items() if sense.calendar is Calendar.SOLAR_HIJRI]
    found |= {f"{phrase}{_folded([_MONTH])[0]}": found[phrase] for phrase in solar if phrase[0] > "z"}
    others = (
        (month_phrases.MORE_SOLAR, Calendar.SOLAR_HIJRI, ()),
        (month_phrases.SORANI_SOLAR, Calendar.SOLAR_HIJRI, ()),
        (month_phrases.PASHTO, Calendar.SOLAR_HIJRI, ("DAY_BEHIND", "BETWEEN")),
        (month_phrases.MORE_HIJRI, Calendar.HIJRI, ()),
        (month_phrases.MORE_GREGORIAN, Calendar.GREGORIAN, ()),
        (month_phrases.LIBYAN, Calendar.GREGORIAN, ("BETWEEN",)),
    )
    for more, calendar, roles in others:
        for month, listed in more.items():
            fresh = [phrase for phrase in _folded(listed.split("|")) if not roles or phrase not in found]
            found |= dict.fromkeys(fresh, Sense(PieceKind.MONTH, month, calendar, roles=frozenset(roles)))
    weak = {*_folded(month_phrases.WEAK_MONTHS.split("|"))}
    found = {phrase: replace(sense, is_weak=phrase in weak or bool(sense.roles)) for phrase, sense in found.items()}
    for day, month, counted, listed in date_phrases.FEASTS:
        feast = Sense(PieceKind.MONTH, month, Calendar(counted), day=day)
        found |= dict.fromkeys(_folded(listed.split("|")), feast)
    return {**{phrase.replace(" ", ""): sense for phrase, sense in found.items() if " " in phrase and not sense.roles}, **found}


def _split(months: Mapping[str, Sense]) -> Iterator[tuple[str, Sense]]:
    """Yield names of months as a reader of scans cuts a word of them in two; they count beside a year."""
    for phrase, sense in months.items():
        words = phrase.split(" ")
        for at, word in enumerate(words):
            if len(word) >= _SPLIT and not sense.roles and not sense.day:
                for cut in range(_PART, len(word)):
                    yield " ".join((*words[:at], word[:cut], word[cut:], *words[at + 1 :])), replace(sense, is_weak=True)


def _folded(names: Iterable[str]) -> list[str]:
    return [folded for name in names if (folded := " ".join(folded_words(name)))]
