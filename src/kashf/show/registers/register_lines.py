"""Rebuilt registers as lines of text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, islice
from typing import Final

from kashf.domain.document import Span
from kashf.domain.ids import short_id
from kashf.events.registers.day_bounds import DayBounds
from kashf.events.registers.number_order import DatedNumber, OutOfOrder, WhyOutOfOrder
from kashf.events.registers.office_series import OfficeSeries, WhyNoGaps, why_no_gaps
from kashf.events.registers.rebuild import Registers, UndatedLetter
from kashf.events.registers.register_letters import NeverSeen, NumberHere
from kashf.events.registers.shares.gaps_at_events import NEAR, GapsAtEvents, GapsChecked
from kashf.events.registers.shares.share_by_month import MonthShare
from kashf.events.registers.yearly_numbers import BeginsAnew
from kashf.language.words.visible import isolate
from kashf.services.registers.rebuild_registers import CaseRegisters, NumberTwins
from kashf.show.counted import many
from kashf.show.letters.letter_lines import read_in_part
from kashf.show.registers.register_answer import office_name

#: Of one kind that are printed of a series, or of the whole; --json has all.
_MOST: Final = 20
_WHY: Final[Mapping[WhyOutOfOrder, str]] = {
    WhyOutOfOrder.ENTERED_LATE: "entered late",
    WhyOutOfOrder.MONTH_SLIP: "a slip of the month",
    WhyOutOfOrder.YEAR_SLIP: "a slip of the year",
    WhyOutOfOrder.OTHER_SLIP: "another slip",
    WhyOutOfOrder.SECOND_SERIES: "a second series",
    WhyOutOfOrder.FORGERY: "a forgery",
}
_UNCHECKED: Final[Mapping[GapsChecked, str]] = {
    GapsChecked.NO_EVENTS: "no event from outside has a day in their span",
    GapsChecked.TOO_FEW: "too few numbers are missing, or here",
    GapsChecked.COVERED: "events are near nearly all days",
}
_WHY_NO_GAPS: Final[Mapping[WhyNoGaps, str]] = {
    WhyNoGaps.READ_IN_PART: "documents were read in part",
    WhyNoGaps.IN_TEXT: "some of them stand in the text of documents",
    WhyNoGaps.FEW: "less than half is here",
}
_NUMBERING: Final[Mapping[BeginsAnew, str]] = {
    BeginsAnew.THROUGH: "numbers run through",
    BeginsAnew.GREGORIAN_YEAR: "of {year}",
    BeginsAnew.HIJRI_YEAR: "of {year} AH",
}


def register_lines(found: CaseRegisters) -> Iterator[str]:
    """Yield the registers, series by series, then what is of none of them."""
    registers = found.registers
    for series in registers.series:
        if series.here or series.far:
            yield from _series(series)
    if cited := [each for each in registers.never_seen if each.cited_at]:
        yield "cited and never seen"
        yield from _first((f"  {_unseen(each, registers)}" for each in cited), len(cited))
    if logged := [each for each in registers.never_seen if each.logged_at and not each.cited_at]:
        yield "known from a register in the pile, the paper is not here"
        yield from _first((f"  {_unseen(each, registers)}" for each in logged), len(logged))
    if registers.undated:
        yield "letters without a day, by the row of a register or the days that the numbers beside theirs have; derived dates judge nothing"
        yield from _first((f"  {_undated(each)}" for each in registers.undated), len(registers.undated))
    if found.twins:
        yield "near copies with numbers"
        yield from (f"  {_twins(each)}" for each in found.twins)
    for citing in registers.to_themselves:
        yield f"cites itself: {short_id(citing.citing)} at {_place(citing.at)}"
    for circle in registers.circles:
        yield f"cite one another in a circle: {', '.join(short_id(id) for id in circle[:_MOST])}"
    later = [each for each in registers.citing if each.is_later]
    for citing in later[:_MOST]:
        yield f"cites a letter of a later day: {short_id(citing.citing)} cites {short_id(citing.cited[0])} at {_place(citing.at)}"


def left_out_of_registers(found: CaseRegisters) -> str:
    """Return in one line what the registers leave out."""
    registers = found.registers
    told = [
        f"{many(registers.letters, 'letter')}, copies once; {registers.without_number} without a number",
        f"{registers.without_office} of no office that can be told",
        f"{registers.without_pattern} with a number that does not run",
        f"{len(registers.unbounded)} undated without bounds",
        f"{many(registers.cited_without_number, 'reference')} without a number",
        f"{registers.cited_untold} to a letter that cannot be told",
        _books(registers),
        f"{many(found.more_twins, 'more near copy')} not compared" if found.more_twins else "",
        f"of {many(found.masked, 'letter')} some is sealed" if found.masked else "",
        read_in_part(found.partly_read, found.beyond),
        _at_events(found.at_events),
    ]
    return "; ".join(filter(None, told))


def _books(registers: Registers) -> str:
    """Return how many registers lie in the pile, and how many of their rows name letters that are here; "" without any."""
    if not registers.books:
        return ""
    here, untold = sum(bool(each.cited) for each in registers.logged), sum(not each.cited for each in registers.logged)
    return f"{many(registers.books, 'register')} in the pile, {here} of their rows name letters here, {untold} one that cannot be told"


def _at_events(found: GapsAtEvents | None) -> str:
    """Return whether numbers are missing where something happened, as far as that was looked at."""
    if found is None:
        return "whether gaps lie beside events: not checked (--events does)"
    if found.checked is not GapsChecked.CHECKED:
        return f"whether gaps lie beside events: cannot be said, {_UNCHECKED[found.checked]}"
    return (
        f"of {many(found.missing, 'missing number')} {found.missing_near:.0%} lie within {NEAR} days of one of "
        f"{many(found.events, 'day')} with events, "
        f"of the letters here {found.here_near:.0%}; events moved by any number of days are as often beside missing numbers in "
        f"{found.chance:.1%} of cases"
    )


def _series(series: OfficeSeries) -> Iterator[str]:
    year = _NUMBERING[series.numbering].format(year=series.key.year)
    name = " > ".join(map(isolate, series.name))
    if series.is_alone:
        yield f"{name}: one here, {isolate(series.here[0].written)}{_mark(series.here[0])}; one number does not tell which part of it runs"
        return
    yield f"{name}: {isolate(series.key.pattern)}, {year}"
    yield from _here(series)
    if series.may_be:
        yield f"  of this year or another: {_listed(each.serial for each in series.may_be)}"
    if series.far:
        yield f"  far above all others, left out: {_listed(each.serial for each in series.far)}"
    yield from _not_seen(series)
    if cited := [each.serial for each in series.never_seen if each.serial is not None and each.cited_at]:
        yield f"  cited, never seen: {_listed(iter(cited))}"
    if logged := [each.serial for each in series.never_seen if each.serial is not None and not each.cited_at]:
        yield f"  known from a register, paper not here: {_listed(iter(logged))}"
    for serial, papers in series.doubled[:_MOST]:
        yield f"  {serial} stands on {many(len(papers), 'letter')}: {', '.join(short_id(id) for id in papers[:_MOST])}"
    yield from (f"  {_odd(each)}" for each in series.out_of_order[:_MOST])
    if series.months:
        yield f"  by month: {'; '.join(islice(_months(series.months), _MOST * 2))}"


def _here(series: OfficeSeries) -> Iterator[str]:
    numbers = [each.serial for each in series.here]
    if len(numbers) == 1:
        yield f"  one here, {numbers[0]}{_mark(series.here[0])}"
    elif numbers:
        yield f"  {len(numbers)} here, {numbers[0]} to {numbers[-1]}; {_share(series)}"
        if unseen := [each.serial for each in series.here if each.is_unseen]:
            yield f"  read by a machine from pictures, not confirmed, so that they bound no gap: {_listed(iter(unseen))}"


def _mark(number: NumberHere) -> str:
    return " (not confirmed)" if number.is_unseen else ""


def _not_seen(series: OfficeSeries) -> Iterator[str]:
    if series.missing:
        called = "gaps" if series.has_gaps else f"not seen ({_WHY_NO_GAPS[why_no_gaps(series)]}, so none is called a gap)"
        runs = [str(low) if low == high else f"{low}-{high}" for low, high in series.missing]
        yield f"  {called}: {', '.join(runs[:_MOST])}{' ...' if len(runs) > _MOST else ''}"
    if series.in_text:
        yield f"  of these stand in the text of documents all the same: {_listed(iter(series.in_text))}"


def _share(series: OfficeSeries) -> str:
    share = series.share
    most = f"at most {share.most}" if share.most else "nobody can say how many at most"
    return f"the series had {share.fewest} numbers at least, {most}: {share.low:.0%} to {share.high:.0%} is here (90 %)"


def _months(months: Sequence[MonthShare]) -> Iterator[str]:
    """Yield months; those on end in which nothing is and nothing need have been are told as one."""
    for is_bare, group in groupby(months, key=lambda each: not (each.here or each.fewest or each.most)):
        some = list(group)
        if is_bare and len(some) > 1:
            yield f"{some[0].month} to {some[-1].month} none"
        else:
            yield from map(_month, some)


def _month(month: MonthShare) -> str:
    if not month.fewest:
        return f"{month.month} {month.here} of 0-{month.most}"
    return f"{month.month} {month.here} of {month.fewest}-{month.most} ({month.low:.0%}-{month.high:.0%})"


def _odd(odd: OutOfOrder) -> str:
    way = "late" if odd.days_off > 0 else "early"
    beside = " and ".join(_dated(each) for each in (odd.below, odd.above) if each)
    why = ", ".join(_WHY[each] for each in odd.may_be)
    return f"out of order: {_dated(odd.number)}, {abs(odd.days_off)} days or more too {way} beside {beside}; may be {why}"


def _dated(number: DatedNumber) -> str:
    return f"{number.serial} of {number.day} ({short_id(number.paper)})"


def _unseen(unseen: NeverSeen, registers: Registers) -> str:
    name = " > ".join(map(isolate, office_name(unseen, registers))) or "nobody knows whom"
    name += "" if unseen.author or not unseen.office else ", by the look of its number alone"
    dates = ", ".join(dict.fromkeys(filter(None, (date.edtf() for date in unseen.dates)))) or "no date"
    places = _places(unseen.cited_at)
    row = f"row of a register: {_places(unseen.logged_at)}" if unseen.logged_at else ""
    bare = f"; may be {', '.join(short_id(id) for id in unseen.may_be)}, which shows no number" if unseen.may_be else ""
    times = "once" if len(unseen.cited_at) == 1 else f"{len(unseen.cited_at)} times"
    cited = f"cited {times}, never seen ({places})" if unseen.cited_at else ""
    return f"{isolate(unseen.number)} of {name}, {dates}: {'; '.join(filter(None, (cited, row)))}{bare}"


def _places(spans: Sequence[Span]) -> str:
    return ", ".join(map(_place, spans[:3])) + (" ..." if len(spans) > 3 else "")


def _undated(letter: UndatedLetter) -> str:
    if letter.row:
        return f"{short_id(letter.letter)} {letter.date.edtf()} (a register has its number with this day: {_place(letter.row)})"
    by = "; ".join(f"{key.year or 'its series'}: {bounds.date.edtf()} by {_neighbours(bounds)}" for key, bounds in letter.by)
    return f"{short_id(letter.letter)} {letter.date.edtf()} ({by})"


def _neighbours(bounds: DayBounds) -> str:
    return " and ".join(_dated(each) for each in (bounds.below, bounds.above) if each) or "its year"


def _twins(twins: NumberTwins) -> str:
    pair = twins.pair
    told = "; ".join(f"{isolate(each.left.text) or '-'} / {isolate(each.right.text) or '-'}" for each in pair.comparison.differences[:3])
    numbers = " and ".join(map(isolate, twins.numbers))
    return f"{numbers}: {short_id(pair.left.id)} and {short_id(pair.right.id)} differ at {many(pair.comparison.total, 'place')}: {told}"


def _place(span: Span) -> str:
    return f"{short_id(span.document)} p. {span.page}, {span.start}-{span.end}"


def _listed(numbers: Iterator[int]) -> str:
    shown: Sequence[str] = [str(each) for each in numbers]
    return ", ".join(shown[:_MOST]) + (f" and {len(shown) - _MOST} more" if len(shown) > _MOST else "")


def _first(lines: Iterator[str], total: int) -> Iterator[str]:
    for place, line in enumerate(lines):
        if place == _MOST:
            yield f"  and {total - _MOST} more; --json has all"
            return
        yield line
