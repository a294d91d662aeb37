"""Days that a text counts from another day: rules, which are days only where that other day is known."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from kashf.domain.date import UNDATED, FuzzyDate, Precision
from kashf.domain.ids import Json
from kashf.language.dates.date_edges import edged
from kashf.language.dates.date_tokens import known_weekdays
from kashf.language.dates.found_dates import DateEdge, DatePlace, WhoseDay
from kashf.language.dates.lines.rule_phrases import RuleTables, rule_tables
from kashf.language.dates.phrases.said_years import number_before
from kashf.language.dates.rules.beside_days import BesideDays, part_before
from kashf.language.measures.counting_words import NUMBERS
from kashf.language.words.tokens import Word

#: Characters between two words of one expression.
_MOST_BETWEEN: Final = 6
_MOST_COUNT: Final = 999
#: Words of the longest named day.
_LONGEST_DAY: Final = 14
#: Days of a unit, at least and at most; a month of either calendar.
_LENGTHS: Final = {"hour": (0, 0), "day": (1, 1), "week": (7, 7), "month": (29, 31), "year": (354, 366)}
_HOURS: Final = 24
_WRITING: Final = "writing"


def relative_dates(
    text: str, words: Sequence[Word], *, named: Iterable[DatePlace] = (), written: FuzzyDate = UNDATED, is_persian: bool = False
) -> Iterator[DatePlace]:
    """Yield the places that count a day from another one, in order, none overlapping another.

    Args:
        text: Hostile, of any length.
        words: Its words.
        named: Its days that are named, from which others are counted too.
        written: When it was written; what is counted from that day is resolved by it.
        is_persian: Whether it is in Persian, Pashto or Kurdish.

    Example:
        >>> from kashf.language.words.tokens import words
        >>> text = "to be handed over within 15 days from this decision"
        >>> [(place.wording, dict(place.rule)["count"]) for place in relative_dates(text, words(text))]
        [('within 15 days from this decision', 15)]
    """
    tables = rule_tables()
    listed = tuple(named)
    days = {place.start: place for place in listed}
    beside = BesideDays(words, tables, {place.end: place for place in listed}, written)
    finder = _RuleFinder(text, words, tables, days, written, beside, tuple(days), is_persian)
    free = 0
    begins, count = tables.begins, len(words)
    for index, (start, _, folded) in enumerate(words):
        behind = begins.get(folded)
        if behind is None or start < free:
            continue
        if not behind or (index + 1 < count and words[index + 1].folded in behind):
            place = finder.at(index)
            if place and place.start >= free:
                yield place
                free = place.end


@dataclass(frozen=True, slots=True)
class _RuleFinder:
    """Finds rules around the words that units, days away and repetitions begin with."""

    text: str
    words: Sequence[Word]
    tables: RuleTables
    days: Mapping[int, DatePlace]
    written: FuzzyDate
    beside: BesideDays
    starts: Sequence[int]
    is_persian: bool

    def at(self, index: int) -> DatePlace | None:
        """Return the rule that a word belongs to, None for none."""
        if self.words[index].folded in self.tables.beside_begins and (day := self.beside.at(index)):
            return self._place(day.first, day.behind, {**day.rule}, day.date, edge=day.edge)
        away = self.tables.away.at(self.words, index) or (self.tables.persian.at(self.words, index) if self.is_persian else None)
        if found := away:
            rule: dict[str, Json] = {"count": found[1], "unit": "day", "from": _WRITING}
            return self._place(index, index + found[0], rule, _shifted(self.written, found[1], found[1]))
        if near := self.tables.beside.at(self.words, index):
            length, (unit, ahead) = near
            if unit == "month" and (part := part_before(self.words, index)):
                date = edged(self._beside(unit, ahead), part)
                return self._place(index - 1, index + length, {"count": ahead, "unit": unit, "from": _WRITING}, date, edge=part)
            return self._place(index, index + length, {"count": ahead, "unit": unit, "from": _WRITING}, self._beside(unit, ahead))
        if once := self.tables.at_once.at(self.words, index):
            date = replace(self.written, precision=Precision.OPEN, earliest=self.written.earliest, latest=None, weights=())
            return self._place(index, index + once[0], {"at-once": True, "from": _WRITING}, date if self.written.earliest else UNDATED)
        return self._every(index) or self._length(index)

    def _beside(self, unit: str, ahead: int) -> FuzzyDate:
        """Return the month or year before, of or behind that of writing."""
        first, last = self.written.earliest, self.written.latest
        if not (first and last) or unit == "week":
            return _week(self.written, ahead) if unit == "week" else UNDATED
        texts = [f"{day.year + ahead:04}" if unit == "year" else _month(day, ahead) for day in (first, last)]
        return FuzzyDate.parse(texts[0] if texts[0] == texts[1] else "/".join(texts))

    def _every(self, index: int) -> DatePlace | None:
        """Return what comes again and again: the 27th of every month, every Friday."""
        if not (every := self.tables.every.at(self.words, index)):
            return None
        if month := self.tables.every_month.at(self.words, index):
            if day := self.beside.day_before(index):
                return self._monthly(day[0], index, month[0], day[1])
            at = index + month[0]
            if (number := self._number(at)) and number <= 31:
                return self._place(index, at + 1, {"every": "month", "day": number}, UNDATED)
        behind = index + every[0]
        behind += 1 if (unit := self.tables.units.at(self.words, behind)) and unit[1] == "day" else 0
        if behind < len(self.words) and (weekday := _weekday(self.words[behind].folded)) is not None:
            return self._place(index, behind + 1, {"every": "week", "weekday": weekday + 1}, UNDATED)
        number = self._number(behind)
        if number and (unit := self.tables.units.at(self.words, behind + 1)):
            return self._place(index, behind + 1 + unit[0], {"every": unit[1], "count": number}, UNDATED)
        month = self.tables.every_month.at(self.words, behind + 1) if number else None
        return self._monthly(index, behind + 1, month[0], number) if month and number and number <= 31 else None

    def _monthly(self, first: int, month: int, length: int, day: int) -> DatePlace | None:
        end = month + length
        hijri = next((found for at in range(month, end + 1) if (found := self.tables.hijri_month.at(self.words, at))), None)
        at = next((at for at in range(month, end + 1) if self.tables.hijri_month.at(self.words, at)), end)
        end = max(end, at + hijri[0]) if hijri else end
        return self._place(first, end, {"every": "month", "day": day, **({"calendar": "hijri"} if hijri else {})}, UNDATED)

    def _length(self, index: int) -> DatePlace | None:
        """Return a length of time with the day that it is counted from: 15 days from this decision, خلال أسبوعين, two days ago."""
        if two := self.tables.two.at(self.words, index):
            first, behind, count, unit = index, index + two[0], 2, two[1]
        elif found := self.tables.units.at(self.words, index):
            said = number_before(self.words, index)
            number = said[1] if said else self._number(index - 1) if index else None
            first, behind, count, unit = (said[0] if said else index - 1 if number else index), index + found[0], number or 1, found[1]
            if not number and self._is_named(index, behind):
                return None
            behind += bool(number and behind < len(self.words) and self.words[behind].folded in _FILLING)
        else:
            return None
        is_counted = bool(two) or first < index
        if self._is_apart(first, behind):
            return None
        return self._counted(first, behind, count, unit, is_counted=is_counted)

    def _is_named(self, index: int, behind: int) -> bool:
        """Return whether a unit without a number is the head of a named month or year: the month of Ramadan, the year 2005."""
        start, end = self.words[index].start, self.words[min(behind, len(self.words) - 1)].end
        at = bisect_left(self.starts, end) - 1
        return at >= 0 and self.days[self.starts[at]].end > start

    def _counted(self, first: int, behind: int, count: int, unit: str, *, is_counted: bool) -> DatePlace | None:
        within, counted = self.tables.within.before(self.words, first), self.tables.counted.at(self.words, behind)
        anchor, end = self._anchor(behind + counted[0]) if counted and not self._is_apart(behind - 1, behind + 1) else ("", behind)
        back = self.tables.before.at(self.words, behind)
        if not anchor and back:
            anchor, end = self._anchor(behind + back[0])
        edged = self.days.get(self.words[behind].start) if behind < len(self.words) else None
        if edged and edged.edge in {DateEdge.AFTER, DateEdge.BEFORE}:
            anchor, end = str(edged.start), self._behind(behind, edged)
            count = -count if edged.edge is DateEdge.BEFORE else count
        start = first - within[0] if within and not self._is_apart(first - within[0], first + 1) else first
        if anchor:
            sign = -1 if back and not counted and not anchor.isdigit() else 1
            return self._rule(start, end, sign * count, unit, anchor, is_term=start < first)
        if not is_counted and start == first:
            return None
        if (ago := self.tables.ago.at(self.words, behind)) and is_counted:
            return self._rule(first, behind + ago[0], -count, unit, _WRITING, is_term=False)
        if (ahead := self.tables.ahead.at(self.words, behind)) and is_counted:
            return self._rule(first, behind + ahead[0], count, unit, _WRITING, is_term=True)
        if start < first:
            return self._rule(start, behind, count, unit, "", is_term=True)
        return self._now(first, behind, count, unit)

    def _now(self, first: int, behind: int, count: int, unit: str) -> DatePlace | None:
        # Two months after the siege: of what stands there no day is known.
        since = "unsaid" if self.tables.counted.at(self.words, behind) else _WRITING
        if before := self.tables.before_now.before(self.words, first):
            return self._rule(first - before[0], behind, -count, unit, since, is_term=False)
        if after := self.tables.after_now.before(self.words, first):
            return self._rule(first - after[0], behind, count, unit, since, is_term=False)
        return None

    def _anchor(self, index: int) -> tuple[str, int]:
        """Return what is counted from, and the number of the word behind it; "" and the index for nothing."""
        if index < len(self.words) and (place := self.days.get(self.words[index].start)):
            return str(place.start), self._behind(index, place)
        if anchor := self.tables.anchors.at(self.words, index):
            return anchor[1], index + anchor[0]
        return "", index

    def _behind(self, index: int, place: DatePlace) -> int:
        """Return the number of the word behind a named day that begins with a word."""
        end = min(index + _LONGEST_DAY, len(self.words))
        return next((at for at in range(index, end) if self.words[at].start >= place.end), end)

    def _rule(self, first: int, end: int, count: int, unit: str, anchor: str, *, is_term: bool) -> DatePlace | None:
        day = self.days.get(int(anchor)) if anchor.isdigit() else None
        since = day.named if day else self.written if anchor == _WRITING else UNDATED
        least, most = _LENGTHS[unit]
        if unit == "hour":
            least = most = 1 if abs(count) < _HOURS else -(-abs(count) // _HOURS)
            spread = sorted((0 if abs(count) < _HOURS else least * (1 if count > 0 else -1), most * (1 if count > 0 else -1)))
        else:
            spread = sorted((count * least, count * most))
        if is_term:
            spread = [min(0, spread[0]), max(0, spread[1])]
        rule: dict[str, Json] = {"count": count, "unit": unit, "from": day.wording if day else anchor or "unsaid"}
        if is_term:
            rule["term"] = True
        edge = DateEdge.UNTIL if is_term else DateEdge.AT
        return self._place(first, end, rule, _shifted(since, *spread), edge=edge)

    def _place(self, first: int, behind: int, rule: dict[str, Json], date: FuzzyDate, *, edge: DateEdge = DateEdge.AT) -> DatePlace | None:
        start, end = self.words[first].start, self.words[behind - 1].end
        wording = self.text[start:end]
        if self._is_apart(first, behind):
            return None
        kind = WhoseDay.DEADLINE if rule.get("term") or "at-once" in rule or "every" in rule else WhoseDay.UNDECIDED
        why = "rule:term" if kind is WhoseDay.DEADLINE else ""
        date = replace(date, wording=" ".join(wording.split()))
        return DatePlace(start, end, wording, date, kind, why, 0.8 if why else 0.0, edge, rule=rule)

    def _is_apart(self, first: int, behind: int) -> bool:
        """Return whether words are no one expression: a sentence ends between them, or too much stands there."""
        for at in range(max(first, 0), min(behind, len(self.words)) - 1):
            gap = self.text[self.words[at].end : self.words[at + 1].start]
            if len(gap) > _MOST_BETWEEN or any(sign in gap for sign in ".;:؛\t!?؟") or gap.count("\n") > 1:
                return True
        return False

    def _number(self, index: int) -> int | None:
        """Return the number that a word is, in digits or by a word, None for none."""
        if not 0 <= index < len(self.words):
            return None
        word = self.words[index].folded
        digits = word.rstrip("stndrhe")
        if digits.isascii() and digits.isdigit() and len(digits) <= 3:
            return int(digits) or None
        return next((int(value) for each in (word, word[1:]) if (value := NUMBERS.get(each)) and value <= _MOST_COUNT), None)


#: Between a number and what is counted from: fifteen days "in all", "at most".
_FILLING: Final = frozenset(("فقط", "only", "كامله", "عمل"))


def _weekday(word: str) -> int | None:
    known = known_weekdays()
    return known.get(word, known.get(f"ال{word}"))


def _shifted(date: FuzzyDate, least: int, most: int) -> FuzzyDate:
    """Return the days so many days behind a date; nothing where that is not known."""
    if not (date.earliest and date.latest):
        return UNDATED
    try:
        first, last = date.earliest + dt.timedelta(least), date.latest + dt.timedelta(most)
    except OverflowError:
        return UNDATED
    return FuzzyDate(first, last)


def _week(date: FuzzyDate, ahead: int) -> FuzzyDate:
    """Return the week before or behind, from Sunday to Sunday: which day begins it differs by country."""
    if not (date.earliest and date.latest):
        return UNDATED
    first, last = (day + dt.timedelta(7 * ahead - (day.weekday() + 1) % 7) for day in (date.earliest, date.latest))
    return FuzzyDate(first, last + dt.timedelta(7))


def _month(day: dt.date, ahead: int) -> str:
    months = day.year * 12 + day.month - 1 + ahead
    return f"{months // 12:04}-{months % 12 + 1:02}"
