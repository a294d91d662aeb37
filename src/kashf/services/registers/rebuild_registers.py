"""The registers of a case, rebuilt from the numbers on its letters."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection as AbstractCollection
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from kashf.domain.entries.delivery import Collection, Scope
from kashf.domain.ids import DocumentId
from kashf.events.offices.office_index import OfficeKey
from kashf.events.registers.number_order import MOST_DAYS
from kashf.events.registers.rebuild import Registers
from kashf.events.registers.shares.gaps_at_events import GapsAtEvents, gaps_at_events
from kashf.language.words.tokens import folded_words
from kashf.ports.copy_groups import CopyKind
from kashf.services.case.open import OpenCase
from kashf.services.catalogues.outside_events import catalogues_of
from kashf.services.letters.list_letters import ListedLetter
from kashf.services.registers.kept_registers import kept_registers
from kashf.services.twins.twins import TwinPair, compare

#: Letters of one number that are held against each other word by word.
MOST_TWINS: Final = 20


@dataclass(frozen=True, slots=True)
class NumberTwins:
    """Two letters of one number, or two that are nearly one text under two numbers, with what differs.

    Args:
        numbers: Of the one and the other, as written.
        pair: What differs.
    """

    numbers: tuple[str, str]
    pair: TwinPair


@dataclass(frozen=True, slots=True)
class CaseRegisters:
    """The registers of a case, and what is not in them.

    Args:
        registers: Of the offices asked for.
        paths: Where each letter that is told of was seen first.
        twins: Near copies with a number of their own each, or the same, and what differs.
        more_twins: How many more there are.
        offices: How many offices have series, of all.
        waiting: Documents of the whole case that were not looked at yet.
        elsewhere: Letters in the other collections.
        set_aside: Documents set aside or excluded.
        masked: Letters of which some is sealed: what is sealed is not counted.
        at_events: How many numbers are missing near outside events; None where nobody asked for it.
        partly_read: Documents with letters, and registers, that were not read to their end.
        beyond: Letters that begin in them behind what is read.
    """

    registers: Registers
    paths: Mapping[str, str]
    twins: tuple[NumberTwins, ...]
    more_twins: int
    offices: int
    waiting: int
    elsewhere: Mapping[Collection, int]
    set_aside: int
    masked: int
    at_events: GapsAtEvents | None = None
    partly_read: int = 0
    beyond: int = 0


def case_registers(case: OpenCase, *, scope: Scope = Scope.LEAK, office: str = "", beside_events: bool = False) -> CaseRegisters:
    """Return the registers of a case.

    Args:
        case: Which case.
        scope: Of which collection.
        office: Words of the name of an office or of a body above it; "" for all.
        beside_events: Whether missing numbers are held against the outside events of the case.
    """
    with case.view.snapshot():
        kept = kept_registers(case, scope=scope)
        listed, whole = kept.letters, kept.registers
        found = of_office(whole, office)
        twins = _twin_numbers(case, listed.letters, kept.leaders) if not office else []
        compared = tuple(_compared(case, one, other) for one, other in twins[:MOST_TWINS])
        return CaseRegisters(
            found,
            {each.id: each.path for each in listed.letters},
            compared,
            len(twins) - len(compared),
            len({each.key.office for each in whole.series}),
            listed.waiting,
            listed.elsewhere,
            listed.set_aside,
            sum(each.is_masked for each in listed.letters),
            gaps_at_events([each.order.chain for each in found.series], _event_days(case)) if beside_events else None,
            listed.partly_read + kept.books.cut,
            listed.beyond,
        )


def _event_days(case: OpenCase) -> Iterator[dt.date]:
    """Yield the days of outside events of which the day is known nearly."""
    for _, events in catalogues_of(case):
        for event in events:
            if event.date.earliest and 0 < event.date.days <= MOST_DAYS:
                yield event.date.earliest


def of_office(registers: Registers, words: str) -> Registers:
    """Return the registers of the offices whose names, or those of bodies above them, have some words in any spelling; all for ""."""
    wanted = set(folded_words(words))
    if not wanted:
        return registers

    def has(office: OfficeKey | None, also: str = "") -> bool:
        told = (*registers.names.get(office, ()), office.id) if office else ()
        return wanted.issubset(folded_words(" ".join((*told, also))))

    series = tuple(each for each in registers.series if has(each.key.office))
    kept = {number.letter for each in series for number in (*each.here, *each.may_be, *each.far)}
    return replace(
        registers,
        series=series,
        citing=tuple(each for each in registers.citing if kept.intersection(each.cited)),
        never_seen=tuple(each for each in registers.never_seen if has(each.office, each.author)),
        to_themselves=tuple(each for each in registers.to_themselves if each.citing in kept),
        circles=tuple(each for each in registers.circles if kept.intersection(each)),
        undated=tuple(each for each in registers.undated if each.letter in kept),
        unbounded=tuple(each for each in registers.unbounded if each in kept),
    )


def _twin_numbers(
    case: OpenCase, letters: Iterable[ListedLetter], leaders: Mapping[DocumentId, DocumentId]
) -> list[tuple[ListedLetter, ListedLetter]]:
    """Return the near copies that are letters with numbers, two by two."""
    numbered = {each.document: each for each in letters if each.letter.number and each.letter.part is None}
    members: AbstractCollection[DocumentId] = {*leaders, *leaders.values()} & numbered.keys()
    near = [link for link in case.view.copy_links(sorted(members)) if link.kind is CopyKind.NEAR]
    return [(numbered[link.of], numbered[link.document]) for link in near if link.of in numbered and link.document in numbered]


def _compared(case: OpenCase, one: ListedLetter, other: ListedLetter) -> NumberTwins:
    numbers = tuple(each.letter.number.said.text if each.letter.number else "" for each in (one, other))
    return NumberTwins((numbers[0], numbers[1]), compare(case, one.document, other.document))
