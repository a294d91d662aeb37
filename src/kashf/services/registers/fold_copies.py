"""Copies of a letter folded into one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from kashf.domain.ids import DocumentId
from kashf.events.registers.register_letters import RegisterLetter
from kashf.services.letters.list_letters import ListedLetter


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


def _one(leader: DocumentId, same: Sequence[ListedLetter]) -> RegisterLetter:
    chosen = next((each for each in same if each.document == leader and each.letter.number), None)
    chosen = chosen or next((each for each in same if each.letter.number), same[0])
    return RegisterLetter.of(chosen.document, chosen.letter, tuple(each.document for each in same if each is not chosen))
