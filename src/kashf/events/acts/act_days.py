"""On which days an act of a paper may lie, and until when it is to be done.

What is counted from another day is a rule, and days only as far as a date that the paper itself has bounds them: what is to be done within
so many days of its receipt ends no earlier than so many days behind its writing, and nobody knows when.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from kashf.domain.acts.act import ActDay, ActWords, DayRule, DueDay
from kashf.domain.date import UNDATED, FuzzyDate, Precision
from kashf.domain.letters.instructions import ByWhen, Force, Instruction
from kashf.domain.letters.letter import AddedHand, CitedPaper, Letter
from kashf.domain.letters.said import Said

#: Forces by which a paper tells of what is over.
_OVER: Final = frozenset({Force.DONE, Force.RECEIVED})
#: Rules that count days from the writing.
_FROM_WRITING: Final = frozenset({"within-letter"})
#: Rules that count from a day that cannot be before the writing.
_BEHIND_WRITING: Final = frozenset({"within-receipt", "within-publication", "within", "at-once"})
#: What those write on a paper who got it, and their registers.
_RECEIPTS: Final = frozenset({"receipt", "received"})


def day_of(act: Instruction, letter: Letter) -> ActDay:
    """Return on which days an act of a letter may lie: of an order when it was given, of what is told of when it was done."""
    written = letter.written.date if letter.written else UNDATED
    if act.when and act.when.date.is_known:
        return ActDay(_fitting(act.when.date, act.force, written), DayRule.NAMED)
    if act.force in _OVER:
        return _no_later(written)
    if act.force is Force.PLANNED:
        return ActDay(_since(written.earliest, written.wording), DayRule.AFTER_WRITING) if written.earliest else ActDay()
    if act.author:
        return _day_of_quoted(act.author, letter.cited, written)
    return written_day(letter)


def written_day(letter: Letter) -> ActDay:
    """Return on which days a letter may have been written."""
    return ActDay(letter.written.date, DayRule.WRITING) if letter.written and letter.written.date.is_known else ActDay()


def due_day(said: ByWhen, written: FuzzyDate, hands: Sequence[AddedHand]) -> DueDay:
    """Return until when an act is to be done.

    Args:
        said: As the paper writes it.
        written: When the paper was written.
        hands: What others put on it, of which a note of receipt may have a day.
    """
    words = ActWords(said.said.text, said.said.span)
    return DueDay(words, said.rule, said.days, _due(said, written, hands))


def _due(said: ByWhen, written: FuzzyDate, hands: Sequence[AddedHand]) -> FuzzyDate:
    if said.rule == "date":
        return _from(said.date.date, written.earliest) if said.date else UNDATED
    if said.rule in _FROM_WRITING and said.days is not None:
        return _behind(written, said.days)
    if said.rule == "within-receipt" and said.days is not None and (received := _received(hands)):
        return _behind(received, said.days)
    if said.rule in _BEHIND_WRITING and written.earliest:
        return _behind(_since(written.earliest), said.days or 0)
    return UNDATED


def _fitting(date: FuzzyDate, force: Force, written: FuzzyDate) -> FuzzyDate:
    """Return the days of an act without those on which a paper that tells of it as over, or as still to come, cannot have it."""
    if force in _OVER:
        return _between(date, date.earliest, written.latest)
    return _from(date, written.earliest) if force is Force.PLANNED else date


def _from(date: FuzzyDate, first: dt.date | None) -> FuzzyDate:
    return _between(date, first, date.latest)


def _between(date: FuzzyDate, first: dt.date | None, last: dt.date | None) -> FuzzyDate:
    """Return those of the days of a date that lie between two; the date as it is where none of them does, or it is open."""
    if not (date.earliest and date.latest and first and last):
        return date
    start, end = max((first - date.earliest).days, 0), min((last - date.earliest).days, date.days - 1) + 1
    if date.weights:
        possible = [at for at in range(start, end) if date.weights[at]]
        start, end = (possible[0], possible[-1] + 1) if possible else (0, 0)
    if start >= end or end - start == date.days:
        return date
    begin = date.earliest
    if end - start == 1:
        return replace(FuzzyDate.on(begin + dt.timedelta(start), date.wording), calendar=date.calendar)
    weights = date.weights[start:end] if date.weights else ()
    return replace(date, earliest=begin + dt.timedelta(start), latest=begin + dt.timedelta(end - 1), weights=weights)


def _behind(date: FuzzyDate, days: int) -> FuzzyDate:
    """Return the days so many days behind a date; nothing where the calendar ends before."""
    try:
        earliest, latest = (each + dt.timedelta(days) if each else None for each in (date.earliest, date.latest))
    except OverflowError:
        return UNDATED
    precision = Precision.DAY if earliest and latest else Precision.OPEN
    return FuzzyDate(earliest, latest, precision=precision, weights=date.weights)


def _since(day: dt.date, wording: str = "") -> FuzzyDate:
    return FuzzyDate(day, None, wording, precision=Precision.OPEN)


def _no_later(written: FuzzyDate) -> ActDay:
    """Return the days of what was over when a paper was written."""
    if written.latest is None:
        return ActDay()
    return ActDay(FuzzyDate(None, written.latest, written.wording, precision=Precision.OPEN), DayRule.BEFORE_WRITING)


def _received(hands: Sequence[AddedHand]) -> FuzzyDate | None:
    """Return the day on which the paper came, where one note of receipt and no more says so: two may be of two addressees."""
    found = [each.date.date for each in hands if each.kind in _RECEIPTS and each.date and each.date.date.is_known]
    return found[0] if len(found) == 1 else None


def _day_of_quoted(author: Said, cited: Sequence[CitedPaper], written: FuzzyDate) -> ActDay:
    """Return when a quoted order was given: on the date of the paper of its author, else no later than the paper that quotes it.

    Others may have passed it on, and are cited beside him.
    """
    his = (each for each in cited if each.is_quoted and author.span in {each.said.span, each.author.span if each.author else None})
    dated = next((each.date.date for each in his if each.date and each.date.date.is_known), None)
    return ActDay(dated, DayRule.CITED) if dated else _no_later(written)
