"""What entries of a ledger say about one another: an entry that speaks of what is not there was put in by no kashf."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from kashf.domain.entries.persons import signer
from kashf.domain.ids import EntryId, Json
from kashf.domain.ledger import Entry, EntryKind, Fault, Recorded

#: Where the body of an entry names others, by its kind, and of which kind these are; "" for any.
_NAMES: Final = {
    EntryKind.UNDONE: ("entry", ""),
    EntryKind.PERSON_KEY: ("of", EntryKind.PERSON),
    EntryKind.QUOTED: ("entry", EntryKind.JUDGED),
    EntryKind.SEARCH_SEEN: ("entry", EntryKind.SEARCH_SAVED),
    EntryKind.CONTEST_SETTLED: ("entry", EntryKind.CONTESTED),
    EntryKind.HEARD_CONFIRMED: ("entry", EntryKind.HEARD),
    EntryKind.SETTLED: ("keyings", EntryKind.KEYED),
    EntryKind.SET_ASIDE: ("receipts", EntryKind.RECEIPT),
    EntryKind.HANDOVER: ("receipts", EntryKind.RECEIPT),
    EntryKind.PLAN_FROZEN: ("catalogue", EntryKind.EVENTS_ADDED),
    EntryKind.PLAN_RUN: ("plan", EntryKind.PLAN_FROZEN),
    EntryKind.CODED: ("question", EntryKind.CODE_FROZEN),
    EntryKind.CODE_SETTLED: ("question", EntryKind.CODE_FROZEN),
}


def reference_faults(entries: Sequence[Recorded]) -> tuple[Fault, ...]:
    """Return a fault for each entry that names another which is not there, or not of its kind, and for a second beginning.

    Args:
        entries: All of a ledger, or its custody alone, which knows no persons, with the ids that follow from what they say.
    """
    kinds = {id: entry.kind for entry, id in entries}
    missing = ((entry, *told) for entry, _ in entries for told in _missing(entry, kinds))
    faults = [Fault("ledger", _place(entry), wanted, found) for entry, wanted, found in missing]
    if any(not entry.is_custody for entry, _ in entries):
        nobodys = (entry for entry, _ in entries if (person := signer(entry)) and kinds.get(EntryId(person)) != EntryKind.PERSON)
        faults += [Fault("ledger", _place(entry), "a person of the case who signed", "nobody") for entry in nobodys]
    made = sorted((entry for entry, _ in entries if entry.kind == EntryKind.CREATED), key=lambda entry: (entry.time, entry.chain))
    faults += [Fault("ledger", _place(entry), "one entry that made the case", "another") for entry in made[1:]]
    faults += [Fault("ledger", _place(entry), "the first entry of its chain", "a later one") for entry in made[:1] if entry.seq]
    return tuple(faults)


def _missing(entry: Entry, kinds: dict[EntryId, str]) -> Iterator[tuple[str, str]]:
    if entry.kind not in _NAMES:
        return
    key, wanted = _NAMES[EntryKind(entry.kind)]
    for named in _texts(entry.body.get(key)):
        kind = kinds.get(EntryId(named))
        if kind is None or (wanted and kind != wanted):
            yield f"{wanted or 'an'} entry {named[:12]} that {entry.kind} is about", kind or "missing"


def _texts(told: Json) -> Iterator[str]:
    for each in told if isinstance(told, list) else [told]:
        yield each if isinstance(each, str) else ""


def _place(entry: Entry) -> str:
    return f"{entry.chain}/{entry.seq}"
