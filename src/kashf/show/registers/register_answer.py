"""Rebuilt registers as JSON values and as rows of a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from kashf.domain.date import FuzzyDate
from kashf.events.registers.day_bounds import DayBounds
from kashf.events.registers.number_order import DatedNumber, OutOfOrder
from kashf.events.registers.office_series import OfficeSeries
from kashf.events.registers.rebuild import Registers, UndatedLetter
from kashf.events.registers.register_letters import NeverSeen, NumberHere
from kashf.events.registers.shares.share_here import LEVEL
from kashf.services.registers.rebuild_registers import CaseRegisters, NumberTwins
from kashf.show.plain import plain

#: Columns of the table: a row for each number that is here, may be, or is cited and not here, and for each stretch that nobody saw.
REGISTER_HEADER: Final = ("office", "pattern", "year", "number", "to", "state", "date", "derived", "document", "path", "cited", "cited_by")
#: Nobody has looked at whether gaps lie where something happened.
NOT_CHECKED: Final = "not checked"


def registers_answer(found: CaseRegisters) -> dict[str, Any]:
    """Return registers as JSON values, with what is left out."""
    registers = found.registers
    return {
        "series": [series_answer(each, found.paths) for each in registers.series],
        "never_seen": [never_seen_answer(each, registers) for each in registers.never_seen],
        "logged_here": [plain(each) for each in registers.logged],
        "cited_here": [plain(each) for each in registers.citing],
        "cite_themselves": [plain(each) for each in registers.to_themselves],
        "circles": plain(registers.circles),
        "undated": [_undated(each, found.paths) for each in registers.undated],
        "undated_without_bounds": list(registers.unbounded),
        "twins": [_twins(each) for each in found.twins],
        "gaps_beside_events": plain(found.at_events) if found.at_events else NOT_CHECKED,
        "level": LEVEL,
        "left_out": {
            "letters": registers.letters,
            "without_number": registers.without_number,
            "without_office": registers.without_office,
            "without_pattern": registers.without_pattern,
            "cited_without_number": registers.cited_without_number,
            "cited_untold": registers.cited_untold,
            "books": registers.books,
            "more_twins": found.more_twins,
            "masked": found.masked,
            "partly_read": found.partly_read,
            "letters_beyond": found.beyond,
            "waiting": found.waiting,
            "elsewhere": plain(found.elsewhere),
            "set_aside": found.set_aside,
        },
    }


def series_answer(series: OfficeSeries, paths: Mapping[str, str]) -> dict[str, Any]:
    """Return one series as JSON values."""
    share = series.share
    return {
        "office": list(series.name),
        "pattern": series.key.pattern,
        "year": series.key.year or None,
        "numbering": series.numbering.value,
        "here": [_here(each, paths) for each in series.here],
        "may_be_of_this_year": [_here(each, paths) for each in series.may_be],
        "far_off": [_here(each, paths) for each in series.far],
        "never_seen": [each.serial for each in series.never_seen],
        "missing": [list(each) for each in series.missing],
        "missing_count": series.missing_count,
        "is_running_part_known": not series.is_alone,
        "are_gaps": series.has_gaps,
        "is_partly_read": series.is_partly_read,
        "in_text": list(series.in_text),
        "on_several_letters": [{"number": serial, "documents": list(papers)} for serial, papers in series.doubled],
        "out_of_order": [_out_of_order(each) for each in series.out_of_order],
        "order_held": {"letters": series.order.held, "of": series.order.tried, "over": series.order.over},
        "share_here": {"here": share.here, "numbers": [share.fewest, share.most], "share": [round(share.low, 3), round(share.high, 3)]},
        "months": [
            {
                "month": each.month,
                "here": each.here,
                "numbers": [each.fewest, each.most],
                "share": [round(each.low, 3), round(each.high, 3)],
            }
            for each in series.months
        ],
    }


def never_seen_answer(unseen: NeverSeen, registers: Registers) -> dict[str, Any]:
    """Return a paper that is cited and not here as JSON values."""
    return {
        "office": list(office_name(unseen, registers)),
        "number": unseen.number,
        "serial": unseen.serial,
        "year": unseen.year or None,
        "dates": plain(unseen.dates),
        "cited": len(unseen.cited_at),
        "cited_at": plain(unseen.cited_at),
        "cited_by": list(unseen.cited_by),
        "may_be": list(unseen.may_be),
        "logged_at": plain(unseen.logged_at),
    }


def office_name(unseen: NeverSeen, registers: Registers) -> tuple[str, ...]:
    """Return whose a paper is that was never seen: the name of an office of the pile, or the author as cited; () where nobody says."""
    name = registers.names.get(unseen.office) if unseen.office else None
    return name or ((unseen.author,) if unseen.author else ())


def register_rows(found: CaseRegisters) -> Iterator[Sequence[str | int]]:
    """Yield a row for each number, as `REGISTER_HEADER` names its cells."""
    derived = {each.letter: each.date for each in found.registers.undated}
    told = {id(each) for series in found.registers.series for each in series.never_seen}
    for series in found.registers.series:
        head = (" > ".join(series.name), series.key.pattern, series.key.year or "")
        for state, numbers in (("here", series.here), ("may be of this year", series.may_be), ("far off", series.far)):
            for each in numbers:
                date = _edtf(each.date)
                between = derived[each.letter].edtf() if each.letter in derived else ""
                yield (*head, each.serial, "", state, date, between, each.letter, found.paths.get(each.letter, ""), "", "")
        for unseen in series.never_seen:
            yield (*head, *_unseen_cells(unseen))
        for first, last in series.missing:
            yield (*head, first, last, "gap" if series.has_gaps else "not seen", "", "", "", "", "", "")
    for unseen in found.registers.never_seen:
        if id(unseen) not in told:
            yield (" > ".join(office_name(unseen, found.registers)), "", unseen.year or "", *_unseen_cells(unseen))


def _unseen_cells(unseen: NeverSeen) -> Sequence[str | int]:
    dates, by = "; ".join(map(_edtf, unseen.dates)), "; ".join(unseen.cited_by)
    number = unseen.number if unseen.serial is None else unseen.serial
    state = "cited, never seen" if unseen.cited_at else "known from a register, not here"
    row = unseen.logged_at[0].document if unseen.logged_at else ""
    return (number, "", state, dates, "", row, "", len(unseen.cited_at), by)


def _here(number: NumberHere, paths: Mapping[str, str]) -> dict[str, Any]:
    return {
        "number": number.serial,
        "written": number.written,
        "document": number.letter,
        "path": paths.get(number.letter, ""),
        "date": _edtf(number.date),
        "is_reversed": number.is_reversed,
        "is_unseen": number.is_unseen,
    }


def _out_of_order(each: OutOfOrder) -> dict[str, Any]:
    return {
        "number": each.number.serial,
        "document": each.number.paper,
        "dates": plain((each.number.earliest, each.number.latest)),
        "days_off": each.days_off,
        "below": _dated(each.below),
        "above": _dated(each.above),
        "may_be": plain(each.may_be),
    }


def _dated(number: DatedNumber | None) -> dict[str, Any] | None:
    return {"number": number.serial, "document": number.paper, "dates": plain((number.earliest, number.latest))} if number else None


def _undated(each: UndatedLetter, paths: Mapping[str, str]) -> dict[str, Any]:
    return {
        "document": each.letter,
        "path": paths.get(each.letter, ""),
        "between": each.date.edtf(),
        "is_derived": True,
        "row": plain(each.row),
        "by": [{"year": key.year or None, "pattern": key.pattern, **_bounds(bounds)} for key, bounds in each.by],
    }


def _bounds(bounds: DayBounds) -> dict[str, Any]:
    return {"between": bounds.date.edtf(), "below": _dated(bounds.below), "above": _dated(bounds.above)}


def _twins(twins: NumberTwins) -> dict[str, Any]:
    pair = twins.pair
    return {
        "numbers": list(twins.numbers),
        "documents": [pair.left.id, pair.right.id],
        "differences": pair.comparison.total,
        "first": [[each.left.text, each.right.text] for each in pair.comparison.differences[:5]],
    }


def _edtf(date: FuzzyDate) -> str:
    return date.edtf()
