"""Numbers that a clerk wrote into a register without what stays the same in them: 7 for the letter 10/7/2014."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from kashf.domain.date import FuzzyDate
from kashf.domain.letters.letter import CitedPaper
from kashf.domain.letters.said import PaperNumber
from kashf.events.offices.office_index import OfficeIndex, OfficeKey
from kashf.events.registers.number_order import dated_number
from kashf.events.registers.number_patterns import RUNNING, YEAR, RunningNumber, WrittenNumber, running_numbers
from kashf.events.registers.register_letters import RegisterLetter
from kashf.events.registers.yearly_numbers import numbering_of_year, year_of

#: Share of the numbers of an office's letters that must be of one pattern.
_MOSTLY: Final = 0.9
#: Letters of the office at least whose numbers tell it.
_FEWEST: Final = 2


def with_whole_numbers(
    books: Sequence[RegisterLetter], letters: Sequence[RegisterLetter], offices: OfficeIndex
) -> tuple[RegisterLetter, ...]:
    """Return registers with the numbers of their rows as the letters of the office have them, where those are nearly all of one pattern.

    Args:
        books: Registers that somebody kept.
        letters: Those of the pile.
        offices: Its offices.
    """
    if not books:
        return ()
    patterns = _patterns(letters, offices)
    return tuple(replace(book, cited=tuple(_whole(row, patterns, offices) for row in book.cited)) for book in books)


def _patterns(letters: Sequence[RegisterLetter], offices: OfficeIndex) -> Mapping[OfficeKey, RunningNumber]:
    own: dict[OfficeKey, list[WrittenNumber]] = defaultdict(list)
    for letter in letters:
        office = offices.which(letter.offices).office
        if office and letter.number:
            own[office].append(WrittenNumber(letter.number.normal, letter.date.earliest))
    found: dict[OfficeKey, RunningNumber] = {}
    for office, numbers in own.items():
        running = running_numbers(numbers)
        told = [running[each.normal] for each in numbers if each.normal in running]
        counted = Counter(each.pattern for each in told)
        pattern, count = counted.most_common(1)[0] if counted else ("", 0)
        if count >= _FEWEST and count >= _MOSTLY * len(told) and pattern != RUNNING:
            found[office] = next(each for each in told if each.pattern == pattern)
    return found


def _whole(row: CitedPaper, patterns: Mapping[OfficeKey, RunningNumber], offices: OfficeIndex) -> CitedPaper:
    if row.number is None or row.author is None or not row.number.normal.isdecimal():
        return row
    office = offices.which([row.author.text]).office
    like = patterns.get(office) if office else None
    normal = _filled(like, row.number.normal, row.date.date if row.date else None) if like else ""
    return replace(row, number=PaperNumber(row.number.said, normal)) if normal else row


def _filled(like: RunningNumber, serial: str, date: FuzzyDate | None) -> str:
    """Return a number of the pattern of another; "" where the year that is part of it is not told."""
    year = ""
    if like.year is not None:
        day = dated_number(int(serial), date, "") if date else None
        if day is None:
            return ""
        year = str(year_of(day.earliest, numbering_of_year(like.year)))
    return "/".join({RUNNING: str(int(serial)), YEAR: year}.get(part, part) for part in like.pattern.split("/"))
