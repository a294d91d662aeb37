"""Writes days as letters do: two calendars that may differ, slips, weekdays, parts that are missing; with what each says."""

import datetime as dt
from dataclasses import dataclass
from random import Random

from examples.siege.acts.kit import DateWords, Weighted
from examples.siege.acts.realm import Row
from examples.siege.dates import FIRST_DAY, to_hijri
from examples.siege.forms.calendars import to_calendar

#: By how many days the Hijri months of a side lie from those of Umm al-Qura: in groups' papers 6 of 9 pairs of days
#: agree and 3 are one day apart, in those of states 19 of 25 agree. Two days are rare.
APART = {"group": (0, 0, 0, 0, 0, 0, 1, 1, 1), "state": (0, 0, 0, 0, 1)}
SHARE_TWO_APART = 0.01
SHARE_OF_SLIPS = 0.015
SHARE_WITH_WEEKDAY = 0.1
WEEKDAY_WRONG = 0.01
#: Of nine incomplete days three had no year, one no day, one could not be read, four were left blank.
INCOMPLETE = {"no_year": 3, "no_day": 1, "unreadable": 1, "blank": 4}
#: The last day that `siege.dates` has a Hijri day for.
LAST_DAY = dt.date(2016, 9, 30)
_CALENDARS = ("gregorian", "hijri")
_SLIPS = ("month", "year", "days", "swapped")


@dataclass(frozen=True, slots=True)
class Written:
    """A day as written, and what it says."""

    words: str
    facts: Row


@dataclass(frozen=True, slots=True)
class Dater:
    """Writes the days of one letter: one hand, one set of digits.

    Attributes:
        calendars: Weights of gregorian, hijri and solar.
        both: Share of own dates in two calendars.
        moon: What decides when a month begins.
    """

    words: DateWords
    rng: Random
    digits: str
    side: str
    calendars: dict[str, int]
    both: float
    moon: str
    translated: bool = False

    def digit(self, words: str) -> str:
        """Return words with the digits of this letter."""
        return words.translate(str.maketrans("0123456789", self.digits))

    def plain(self, day: dt.date, kind: str) -> Written:
        """Return a day that is not the letter's own, in one calendar."""
        calendar = self._calendar()
        if calendar == "hijri":
            day -= dt.timedelta(days=self._apart(day))
        words, facts = self._in(calendar, day)
        if self.translated and calendar == "hijri":
            words = f"{words} {self._bracket(day)}"
            facts |= {"text": words, "bracketed": True}
        return Written(words, facts | {"kind": kind})

    def own(self, day: dt.date, *, incomplete: bool, form: bool = False) -> Written:
        """Return a letter's own date."""
        base: Row = {
            "kind": "writing",
            "state": "complete",
            "difference": None,
            "difference_days": None,
            "weekday": None,
            "blank_second": False,
            "bracketed": False,
        }
        if incomplete:
            return self._incomplete(day, base)
        if form and self.words.form and not self.translated:
            return self._on_form(day, base)
        if self.rng.random() < self.both and not self.translated and self.words.hijri:
            return self._pair(day, base)
        written = self.plain(day, "writing")
        facts = base | written.facts | {"said": [_said(written.facts)]}
        words = written.words
        if self.rng.random() < 0.03 and self.words.blank_pair and not self.translated:
            words = self.digit(self.rng.choice(self.words.blank_pair).format(first=words, second=""))
            facts |= {"blank_second": True}
        elif self.rng.random() < SHARE_WITH_WEEKDAY and not self.translated:
            words, weekday = self._with_weekday(words, day)
            facts |= {"weekday": weekday}
        return Written(words, facts | {"text": words})

    def _on_form(self, day: dt.date, base: Row) -> Written:
        """Return a day in the slots of a printed form, one for each calendar, of which one may be left blank."""
        meant = {"hijri": day - dt.timedelta(days=self._apart(day)), "gregorian": day}
        blank = self.rng.choice(("", "", "hijri", "gregorian"))
        parts, said = [], []
        for calendar, template in zip(meant, self.words.form, strict=False):
            y, m, d = self._parts(calendar, meant[calendar])
            words = self.digit(template.format(d=d, m=m, last=y % 10))
            if calendar == blank:
                words = self.digit(template.format(d="  ", m="  ", last=" "))
            else:
                told = {"calendar": calendar, "text": words, "earliest": meant[calendar].isoformat(), "latest": meant[calendar].isoformat()}
                said.append(told | {"order": "dmy"})
            parts.append(words)
        words = self.words.form[2].join(parts)
        both = len(said) == 2
        apart = (meant["gregorian"] - meant["hijri"]).days
        first = day if both else meant[said[0]["calendar"]]
        facts = {
            "text": words, "calendar": "both" if both else said[0]["calendar"], "earliest": first.isoformat(), "latest": first.isoformat(),
            "order": "dmy", "slack_days": 0 if both or blank == "hijri" else 1, "said": said, "blank_second": bool(blank),
            "difference_days": apart if both else None,
            "difference": ("agree", "off_by_one", "off_by_two")[abs(apart)] if both else None,
        }  # fmt: skip
        return Written(words, base | facts)

    def _apart(self, day: dt.date) -> int:
        """Return by how many days a side's Hijri month lies from that of Umm al-Qura: the same for all who write in it."""
        hijri, cycle = to_hijri(day), list(APART[self.side])
        turn, place = divmod(hijri.year * 12 + hijri.month, len(cycle))
        Random(f"{self.moon}/{self.side}/{turn}").shuffle(cycle)
        rng = Random(f"{self.moon}/{self.side}/{turn}/{place}")
        return (2 if rng.random() < SHARE_TWO_APART else cycle[place]) * rng.choice((-1, 1))

    def _calendar(self) -> str:
        return self.rng.choices(list(self.calendars), list(self.calendars.values()))[0]

    def _in(self, calendar: str, day: dt.date, shown: tuple[int, int, int] | None = None) -> tuple[str, Row]:
        """Return a day in a calendar, and what it says; `shown` are year, month and day to be written in its place."""
        templates: Weighted = {"gregorian": self.words.gregorian, "hijri": self.words.hijri, "solar": self.words.solar}[calendar]
        months = {"gregorian": self.words.months, "hijri": self.words.hijri_months, "solar": self.words.solar_months}[calendar]
        y, m, d = shown or self._parts(calendar, day)
        fitting = [(each, weight) for each, weight in templates if "{ordinal}" not in each or d <= len(self.words.ordinals)]
        template = self.rng.choices([each for each, _ in fitting], [weight for _, weight in fitting])[0]
        words = self._put(template, y, m, d, self.rng.choice(months))
        facts = {
            "text": words, "calendar": calendar, "earliest": day.isoformat(), "latest": day.isoformat(), "order": _order(template),
            "slack_days": 1 if calendar == "hijri" else 0,
        }  # fmt: skip
        return words, facts

    def _parts(self, calendar: str, day: dt.date) -> tuple[int, int, int]:
        if calendar == "gregorian":
            return day.year, day.month, day.day
        there = to_calendar(day, "solar") if calendar == "solar" else to_hijri(day)
        return there.year, there.month, there.day

    def _put(self, template: str, y: int, m: int, d: int, months: tuple[str, ...]) -> str:
        ordinal = self.words.ordinals[d - 1] if d <= len(self.words.ordinals) else ""
        return self.digit(
            template.format(y=y, m=m, d=d, yy=f"{y % 100:02}", mm=f"{m:02}", dd=f"{d:02}", month=months[m - 1], ordinal=ordinal)
        )

    def _incomplete(self, day: dt.date, base: Row) -> Written:
        state = self.rng.choices(list(INCOMPLETE), list(INCOMPLETE.values()))[0]
        calendar = self._calendar() if "solar" not in self.calendars else "gregorian"
        place = _CALENDARS.index(calendar)
        template = self.rng.choice(getattr(self.words, state)[place])
        y, m, d = self._parts(calendar, day)
        months = (self.words.months, self.words.hijri_months)[place] or self.words.months
        words = self._put(template, y, m, d, self.rng.choice(months))
        first, last = _month_around(calendar, day) if state == "no_day" else (None, None)
        facts: Row = {
            "text": words, "calendar": None if state == "blank" else calendar, "state": state, "order": _order(template),
            "earliest": first.isoformat() if first else None, "latest": last.isoformat() if last else None, "slack_days": 1 if place else 0,
            "said": [],
        }  # fmt: skip
        return Written(words, base | facts)

    def _pair(self, day: dt.date, base: Row) -> Written:
        """Return a day in two calendars: they agree, or are a day or two apart, or one has a slip."""
        rng = self.rng
        slip = rng.choice(_SLIPS) if rng.random() < SHARE_OF_SLIPS else ""
        meant = {"gregorian": day, "hijri": day if slip else day - dt.timedelta(days=self._apart(day))}
        shown: dict[str, tuple[int, int, int] | None] = {"gregorian": None, "hijri": None}
        if slip:
            wrong = "gregorian" if slip == "swapped" else rng.choice(_CALENDARS)
            changed = _slipped(rng, slip, self._parts(wrong, day), wrong, day)
            if changed:
                shown[wrong], meant[wrong] = changed
            else:
                slip = ""
        said = {}
        for calendar in _CALENDARS:
            words, told = self._in(calendar, meant[calendar], shown[calendar])
            said[calendar] = told | {"text": words}
        order = list(_CALENDARS)
        rng.shuffle(order)
        words = rng.choice(self.words.pair).format(first=said[order[0]]["text"], second=said[order[1]]["text"])
        difference = (meant["gregorian"] - meant["hijri"]).days
        facts: Row = base | {
            "calendar": "both", "earliest": day.isoformat(), "latest": day.isoformat(), "slack_days": 0,
            "order": said["gregorian"]["order"],
            "said": [_said(said[calendar]) for calendar in order], "difference_days": difference,
            "difference": f"slip_{slip}" if slip else ("agree", "off_by_one", "off_by_two")[abs(difference)],
        }  # fmt: skip
        if rng.random() < SHARE_WITH_WEEKDAY:
            words, facts["weekday"] = self._with_weekday(words, day)
        return Written(words, facts | {"text": words})

    def _with_weekday(self, words: str, day: dt.date) -> tuple[str, Row]:
        wrong = self.rng.random() < WEEKDAY_WRONG
        name = self.words.weekdays[(day.weekday() + wrong) % 7]
        return self.rng.choice(self.words.weekday).format(weekday=name, date=words), {"text": name, "fits": not wrong}

    def _bracket(self, day: dt.date) -> str:
        """Return a translator's conversion, of which one in eight is a day off."""
        by = self.rng.choice((0, 0, 0, 0, 0, 0, 0, 1))
        words, _ = self._in("gregorian", day + dt.timedelta(days=by))
        return self.words.bracket.format(date=words)


def _said(facts: Row) -> Row:
    return {key: facts[key] for key in ("calendar", "text", "earliest", "latest", "order")}


def _order(template: str) -> str:
    """Return in which order day, month and year stand: "dmy", "ymd", "mdy" and so on."""
    parts = {"d": ("{d}", "{dd}", "{ordinal}"), "m": ("{m}", "{mm}", "{month}"), "y": ("{y}", "{yy}")}
    found = [(template.find(slot), name) for name, slots in parts.items() for slot in slots if slot in template]
    return "".join(name for _, name in sorted(found))


def _month_around(calendar: str, day: dt.date) -> tuple[dt.date, dt.date]:
    """Return the first and the last day of the month that a day is in."""

    def month(each: dt.date) -> tuple[int, int]:
        return (each.year, each.month) if calendar == "gregorian" else (to_hijri(each).year, to_hijri(each).month)

    near = [day + dt.timedelta(days=by) for by in range(-31, 32)]
    within = [each for each in near if month(each) == month(day)]
    return within[0], within[-1]


def _slipped(
    rng: Random, slip: str, parts: tuple[int, int, int], calendar: str, day: dt.date
) -> tuple[tuple[int, int, int] | None, dt.date] | None:
    """Return how a slip is written and the day it comes to; None where there is none of that kind."""
    y, m, d = parts
    if slip == "days":
        other = day + dt.timedelta(days=rng.choice((8, 9, 12, 15, -8, -9)))
        return None, other
    wanted = {"month": (y, m % 12 + 1, d), "year": (y + rng.choice((-1, 1)), m, d), "swapped": (y, d, m)}[slip]
    if slip == "swapped" and (d > 12 or d == m):
        return None
    near = (each for by in range(-370, 371) if FIRST_DAY <= (each := day + dt.timedelta(days=by)) <= LAST_DAY)
    if calendar == "gregorian":
        found = next((each for each in near if (each.year, each.month, each.day) == wanted), None)
    else:
        found = next((each for each in near if (to_hijri(each).year, to_hijri(each).month, to_hijri(each).day) == wanted), None)
    return (wanted, found) if found else None
