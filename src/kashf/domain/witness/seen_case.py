"""How far the chains of a case were when this installation last saw them, so that it notices when they are not continued.

An entry names the one before it, so the id of the last one of a chain stands for all of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from kashf.domain.ids import EntryId, Json, is_digest
from kashf.domain.ledger import Fault, Recorded, case_id

#: How many entries a chain has, and the id of the last.
End = tuple[int, EntryId]


@dataclass(frozen=True, slots=True)
class SeenCase:
    """A case as it was when it was last seen.

    Args:
        case: Its id.
        ends: How far each chain was.
    """

    case: str
    ends: Mapping[str, End]

    def body(self) -> dict[str, Json]:
        """Return it as JSON, for a file."""
        return {"case": self.case, "chains": {chain: {"length": length, "last": last} for chain, (length, last) in self.ends.items()}}


def parse_seen(told: Json) -> SeenCase:
    """Return what `SeenCase.body` told.

    Raises:
        ValueError: It is something else.
    """
    if not isinstance(told, Mapping) or not isinstance(told.get("case"), str) or not isinstance(chains := told.get("chains"), Mapping):
        raise ValueError("not what was seen of a case")
    ends: dict[str, End] = {}
    for chain, end in chains.items():
        length, last = (end.get("length"), end.get("last")) if isinstance(end, Mapping) else (None, None)
        if type(length) is not int or length < 1 or not isinstance(last, str) or not is_digest(last):
            raise ValueError("not how far a chain was")
        ends[chain] = length, EntryId(last)
    return SeenCase(str(told["case"]), ends)


def seen_now(entries: Iterable[Recorded]) -> SeenCase:
    """Return how far the chains of a ledger are.

    Args:
        entries: All, with the ids that follow from what they say.
    """
    told = [*entries]
    ends: dict[str, End] = {}
    for entry, id in sorted(told, key=lambda pair: (pair[0].chain, pair[0].seq)):
        ends[entry.chain] = entry.seq + 1, id
    return SeenCase(case_id(told), ends)


def not_continued(seen: SeenCase, case: str, id_at: Callable[[str, int], str]) -> tuple[Fault, ...]:
    """Return a fault for each chain that is shorter than it was seen to be, or another, or one fault when it is another case.

    Args:
        seen: What was seen.
        case: Id of the case that is there now.
        id_at: Returns the id of an entry by chain and place, "" when there is none.
    """
    if seen.case != case:
        return (Fault("seen here", "the case in this folder", f"case {seen.case[:12]}", f"case {case[:12]}" if case else "none"),)
    faults = []
    for chain, (length, last) in sorted(seen.ends.items()):
        found = id_at(chain, length - 1)
        if found != last:
            there = f"another, {found[:12]}" if found else "missing"
            faults.append(Fault("seen here", f"{chain}/{length - 1}", f"entry {last[:12]}", there))
    return tuple(faults)
