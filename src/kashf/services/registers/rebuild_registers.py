"""The registers of a case, rebuilt from the numbers on its letters."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection as AbstractCollection
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from kashf.domain.entries.delivery import Collection, Scope
from kashf.domain.ids import DocumentId
from kashf.events.offices.office_index import OfficeKey
from kashf.events.registers.rebuild import Registers, rebuild
from kashf.events.registers.register_letters import RegisterLetter
from kashf.language.words.tokens import folded_words
from kashf.ports.copy_groups import CopyKind
from kashf.services.case.open import OpenCase
from kashf.services.letters.list_letters import LetterQuery, ListedLetter, list_letters
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


def case_registers(case: OpenCase, *, scope: Scope = Scope.LEAK, office: str = "") -> CaseRegisters:
    """Return the registers of a case.

    Args:
        case: Which case.
        scope: Of which collection.
        office: Words of the name of an office or of a body above it; "" for all.
    """
    with case.view.snapshot():
        listed = list_letters(case, LetterQuery(scope=scope), limit=None)
        leaders = case.view.copy_leaders([each.document for each in listed.letters])
        letters = folded(listed.letters, leaders)
        whole = rebuild(letters)
        found = of_office(whole, office)
        twins = _twin_numbers(case, listed.letters, leaders) if not office else []
        compared = tuple(_compared(case, one, other) for one, other in twins[:MOST_TWINS])
        return CaseRegisters(
            found,
            {each.document: each.path for each in listed.letters},
            compared,
            len(twins) - len(compared),
            len({each.key.office for each in whole.series}),
            listed.waiting,
            listed.elsewhere,
            listed.set_aside,
            sum(each.is_masked for each in listed.letters),
        )


def folded(letters: Sequence[ListedLetter], leaders: Mapping[DocumentId, DocumentId]) -> tuple[RegisterLetter, ...]:
    """Return one letter for all copies that have one number, or none; near copies with numbers of their own are letters of their own."""
    groups: dict[DocumentId, list[ListedLetter]] = defaultdict(list)
    for each in letters:
        groups[leaders.get(each.document, each.document)].append(each)
    found: list[RegisterLetter] = []
    for leader, group in groups.items():
        by_number: dict[str, list[ListedLetter]] = defaultdict(list)
        for each in group:
            by_number[each.letter.number.normal if each.letter.number else ""].append(each)
        if len(by_number) == 2 and "" in by_number:  # A copy whose number is cut off is a copy of the one that has it.
            bare = by_number.pop("")
            next(iter(by_number.values())).extend(bare)
        found += [_one(leader, same) for same in by_number.values()]
    return tuple(found)


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


def _one(leader: DocumentId, same: Sequence[ListedLetter]) -> RegisterLetter:
    chosen = next((each for each in same if each.document == leader and each.letter.number), None)
    chosen = chosen or next((each for each in same if each.letter.number), same[0])
    return RegisterLetter.of(chosen.document, chosen.letter, tuple(each.document for each in same if each is not chosen))


def _twin_numbers(
    case: OpenCase, letters: Iterable[ListedLetter], leaders: Mapping[DocumentId, DocumentId]
) -> list[tuple[ListedLetter, ListedLetter]]:
    """Return the near copies that are letters with numbers, two by two."""
    numbered = {each.document: each for each in letters if each.letter.number}
    members: AbstractCollection[DocumentId] = {*leaders, *leaders.values()} & numbered.keys()
    near = [link for link in case.view.copy_links(sorted(members)) if link.kind is CopyKind.NEAR]
    return [(numbered[link.of], numbered[link.document]) for link in near if link.of in numbered and link.document in numbered]


def _compared(case: OpenCase, one: ListedLetter, other: ListedLetter) -> NumberTwins:
    numbers = tuple(each.letter.number.said.text if each.letter.number else "" for each in (one, other))
    return NumberTwins((numbers[0], numbers[1]), compare(case, one.document, other.document))
