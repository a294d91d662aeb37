"""Contradictions as lines of the terminal, as JSON values and as rows of a table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from kashf.domain.ids import short_id
from kashf.events.contradictions.contradiction import Clash, ClashSide, Contradiction
from kashf.language.words.visible import isolate
from kashf.services.contradictions.list_contradictions import ClashList
from kashf.show.counted import many
from kashf.show.forms.spreadsheets import Cell
from kashf.show.letters.letter_lines import not_letters
from kashf.show.plain import plain
from kashf.show.wording import wording

CLASHES: Final[Mapping[Clash, str]] = {
    Clash.WEEKDAY: "the weekday is not that of the date",
    Clash.CALENDARS: "two calendars are apart by no known slip",
    Clash.AFTER_RECEIPT: "dated after it came",
    Clash.CITES_LATER: "cites a paper that is dated later",
    Clash.NUMBER_TWICE: "one number on two papers",
    Clash.TWO_HOLDERS: "two hold one post at once",
    Clash.AGAINST_ORDER: "signs against an order",
    Clash.TWO_PLACES: "in two places too far apart",
    Clash.AFTER_DEATH: "acts after his death",
    Clash.BEFORE_BIRTH: "acts before his birth",
    Clash.NOT_FOUNDED: "the office is founded later",
    Clash.TOLD_OTHERWISE: "told of otherwise than it says",
}
#: Columns of the table.
CLASH_COLUMNS: Final = ("nth", "kind", "certain", "document", "path", "page", "start", "end", "text", "date", "innocent", "facts")
#: Said under every list.
NEVER_PROOF: Final = (
    "a contradiction is a question, not a finding: each may have an innocent reason, and a forgery may have none of them; days that other "
    "papers bound judge nothing"
)


def clash_lines(found: ClashList) -> Iterator[str]:
    """Yield each contradiction with both places and what may explain it."""
    words = wording("en").table
    for each in found.contradictions:
        yield f"{'certain' if each.is_certain else 'possible'}: {CLASHES[each.clash]}{_facts(each)}"
        yield from (f"  {_side(side, found)}" for side in each.sides)
        innocent = (words[f"clashes.innocent.{one.value}"] for one in each.innocent)
        yield f"  it may be: {', '.join(innocent)}"
        yield f"  ask {_ask(each)}"


def left_out_of_clashes(found: ClashList) -> str:
    """Return in one line what the list leaves out."""
    return (
        f"{len(found.contradictions)} of {many(found.of, 'contradiction')}, in {many(found.letters, 'letter')} "
        f"(copies once, {found.copies} more); "
        f"letters without a usable date: {found.undated}; two at once in one post who are perhaps the same man: {found.may_be_one}, "
        f"in the days of handing over: {found.handed_over}; "
        f"{many(found.placed, 'time')} a paper places somebody on a day where a gazetteer knows "
        f"(held against {found.km_a_day:.0f} km a day), "
        f"lives that are known (--lives): {found.lives}; {not_letters(found.no_letters, found.unsure, found.partly_read, found.beyond)}"
    )


def clashes_answer(found: ClashList) -> dict[str, Any]:
    """Return contradictions as JSON values, with what was left out."""
    left_out = {
        name: getattr(found, name)
        for name in (
            *("of", "paths", "letters", "copies", "undated", "may_be_one", "handed_over", "placed", "lives", "km_a_day"),
            *("no_letters", "unsure", "partly_read", "beyond", "waiting", "elsewhere", "set_aside"),
        )
    }
    by_kind = {clash.value: number for clash, number in found.by_kind.items()}
    return {"contradictions": [_answer(each) for each in found.contradictions], "by_kind": by_kind, **plain(left_out)}


def clash_rows(found: ClashList) -> Iterator[Sequence[Cell]]:
    """Yield a row for each side of each contradiction; sides of one have one number."""
    for nth, each in enumerate(found.contradictions, 1):
        facts = "; ".join(f"{name}: {fact}" for name, fact in each.facts.items())
        innocent = "; ".join(why.value for why in each.innocent)
        yield from ((nth, each.clash.value, int(each.is_certain), *_cells(side, found), innocent, facts) for side in each.sides)


def _answer(found: Contradiction) -> Mapping[str, Any]:
    return {
        "kind": found.clash.value,
        "certain": found.is_certain,
        "sides": [_side_answer(side) for side in found.sides],
        "innocent": [why.value for why in found.innocent],
        "ask": _ask(found),
        "facts": dict(found.facts),
    }


def _side_answer(side: ClashSide) -> Mapping[str, Any]:
    said = {"text": side.said.text, "span": plain(side.said.span)} if side.said else {"told": side.told}
    return {**said, "date": side.date.edtf()}


def _cells(side: ClashSide, found: ClashList) -> Sequence[Cell]:
    if side.said is None:
        return ("", "", "", "", "", side.told, side.date.edtf())
    span = side.said.span
    return (span.document, found.paths.get(span.document, ""), span.page, span.start, span.end, side.said.text, side.date.edtf())


def _side(side: ClashSide, found: ClashList) -> str:
    day = f" ({side.date.edtf()})" if side.date.is_known else ""
    if side.said is None:
        return f"{isolate(side.told)}{day}"
    span = side.said.span
    return f"{short_id(span.document)} page {span.page}: {isolate(side.said.text)}{day}  {isolate(found.paths.get(span.document, ''))}"


def _ask(found: Contradiction) -> str:
    """Return whom to ask what."""
    return wording("en").table[f"clashes.ask.{found.clash.value}"]


def _facts(found: Contradiction) -> str:
    told = [f"{name} {isolate(fact)}" for name, fact in found.facts.items() if fact and name != "wording"]
    return f": {', '.join(told)}" if told else ""
