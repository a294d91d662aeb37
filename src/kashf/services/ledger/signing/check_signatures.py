"""Whether the entries of a ledger are signed by those who wrote them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kashf.domain.entries.device_keys import EntrySignature, NamedKey, counting_keys, named_keys, restarted_keys, signed_message
from kashf.domain.entries.heads import prefix_roots
from kashf.domain.entries.persons import as_called, persons_of, signer
from kashf.domain.ids import EntryId
from kashf.domain.ledger import Entry, EntryKind, Fault, Recorded
from kashf.ports.runtime import SignatureCheck


@dataclass(frozen=True, slots=True)
class Restart:
    """An installation that nobody let in went on with the case, and said so.

    Args:
        device: Which.
        key: What its signatures are checked with.
        where: The entry that says so, by chain and place.
        when: By the clock of that machine.
        why: What it gives as its reason; "" for none that can be read.
        entries: How many entries rest on that alone, its own and those of whom it let in.
        since: The first of them in each chain, by chain and place.
        let_in: Whether somebody who is in let that installation in all the same; then nothing rests on the restart.
    """

    device: str
    key: str
    where: str
    when: str
    why: str
    entries: int
    since: tuple[str, ...]
    let_in: bool


@dataclass(frozen=True, slots=True)
class SignaturesChecked:
    """What signatures say of a ledger.

    Args:
        signed: Entries whose installation signed them, with a key that counts.
        before_keys: Entries from before there were keys in the case, which nobody signed.
        own: Entries that this installation signed, which nobody who is in the case let in: known here, a fault everywhere else.
        faults: What is not signed as it should be.
        restarts: Where an installation that nobody let in started the case again.
    """

    signed: int
    before_keys: int
    own: int
    faults: tuple[Fault, ...]
    restarts: tuple[Restart, ...] = ()


def check_signatures(
    entries: Sequence[Recorded], signatures: Sequence[EntrySignature], holds: SignatureCheck, *, own: tuple[str, str] = ("", "")
) -> SignaturesChecked:
    """Check every signature; a signature by `holds` takes about .1 ms.

    Args:
        entries: All of a ledger, with the ids that are recorded beside them.
        signatures: As they are stored.
        holds: Checks one.
        own: Name and key of the installation that asks; it knows what it signed itself.
    """
    ledger = _SignedLedger.of(entries, signatures, holds)
    counting = counting_keys(ledger.named, ledger.good)
    restarted = restarted_keys(ledger.named, ledger.good, counting)
    resting: dict[EntryId, list[Entry]] = {}
    unsigned = _unsigned_lengths(ledger, counting)
    faults, tally, strangers = [*ledger.faults], Counter[str](), Counter[tuple[str, str]]()
    for entry, id in ledger.entries:
        place, keys = f"{entry.chain}/{entry.seq}", ledger.good.get(id, ())
        if any((entry.device, key) in counting for key in keys):
            tally["signed"] += 1
        elif rests := [restarted[entry.device, key] for key in keys if (entry.device, key) in restarted]:
            resting.setdefault(rests[0].entry, []).append(entry)
        elif own[0] == entry.device and own[1] in keys:
            tally["own"] += 1
        elif claimed := [key for key in keys if (entry.device, key) in ledger.claimed]:
            strangers[entry.device, claimed[0]] += 1
        elif entry.seq < unsigned.get(entry.chain, 0):
            tally["before"] += 1
        elif id in ledger.wrong:
            faults.append(Fault("signature", place, "one of the installation that wrote it", "one that does not hold"))
        else:
            faults.append(Fault("signature", place, "one of the installation that wrote it", "missing"))
    faults += _person_faults(ledger, unsigned)
    faults += [Fault("installation", device, "let in by one that is in the case", f"key {key}") for device, key in strangers]
    restarts = _restarts(ledger, counting, resting)
    if own in counting:
        let_in = "let in by this installation, or another that is in", "started again by one that nobody let in"
        faults += [Fault("restart", each.where, *let_in) for each in restarts if not each.let_in]
    return SignaturesChecked(tally["signed"], tally["before"], tally["own"], tuple(faults), restarts)


@dataclass(slots=True)
class _SignedLedger:
    """A ledger with the keys of which each entry has a signature that holds.

    Args:
        entries: With the ids that follow from what they say.
        named: Keys that entries name.
        good: Keys by entry.
        wrong: Entries under which a signature does not hold.
        faults: Signatures that do not hold, or under nothing.
    """

    entries: list[Recorded]
    named: tuple[NamedKey, ...]
    good: dict[EntryId, list[str]] = field(default_factory=dict)
    wrong: set[EntryId] = field(default_factory=set)
    faults: list[Fault] = field(default_factory=list)

    @classmethod
    def of(cls, entries: Sequence[Recorded], signatures: Sequence[EntrySignature], holds: SignatureCheck) -> _SignedLedger:
        own = [(entry, entry.id) for entry, _ in entries]
        ledger = cls(own, named_keys(own))
        there = {id: id for _, id in own} | {recorded: id for (_, recorded), (_, id) in zip(entries, own, strict=True)}
        for each in signatures:
            id = there.get(EntryId(each.entry))
            if id is None:
                ledger.faults.append(Fault("signature", each.entry, "an entry", "missing"))
            elif holds(each.key, each.signature, signed_message(id)):
                ledger.good.setdefault(id, []).append(each.key)
            else:
                ledger.wrong.add(id)
        signed = {id for id in ledger.wrong if id in ledger.good}
        places = {id: f"{entry.chain}/{entry.seq}" for entry, id in own} if signed else {}
        ledger.faults += [Fault("signature", places[id], "signatures that hold", "one that does not") for id in sorted(signed)]
        return ledger

    @property
    def claimed(self) -> frozenset[tuple[str, str]]:
        """Keys that some installation entered as its own."""
        return frozenset((each.device, each.key) for each in self.named if each.by == each.device)


def _restarts(
    ledger: _SignedLedger, counting: Mapping[tuple[str, str], NamedKey], resting: Mapping[EntryId, Sequence[Entry]]
) -> tuple[Restart, ...]:
    said = {each.entry: each for each in ledger.named if each.is_restart}
    found = []
    for entry, id in ledger.entries if said else ():
        if (named := said.get(id)) is None:
            continue
        mine = resting.get(id, ())
        first: dict[str, int] = {}
        for each in mine:
            first[each.chain] = min(each.seq, first.get(each.chain, each.seq))
        since = tuple(f"{chain}/{seq}" for chain, seq in sorted(first.items()))
        let_in = (named.device, named.key) in counting
        found.append(Restart(named.device, named.key, f"{entry.chain}/{entry.seq}", named.when, named.why, len(mine), since, let_in))
    return tuple(found)


def _person_faults(ledger: _SignedLedger, unsigned: Mapping[str, int]) -> list[Fault]:
    """Return what somebody is said to have written and did not sign, keys that nobody showed to have, and keys and names of two persons."""
    persons = {each.id: each for each in persons_of(ledger.entries)}
    faults = []
    for entry, id in ledger.entries:
        place, keys = f"{entry.chain}/{entry.seq}", ledger.good.get(id, ())
        named = entry.body.get("key") if entry.kind in {EntryKind.PERSON, EntryKind.PERSON_KEY} else None
        if named is not None and named not in keys:
            faults.append(Fault("signature", place, "one with the key that it names", "missing"))
        who = persons.get(signer(entry))
        if who and entry.seq >= unsigned.get(entry.chain, 0) and (not who.key or who.key not in keys):
            faults.append(Fault("signature", place, f"one of {who.name}, who is said to have written it", "missing"))
    for told, of in (
        ("key", [each.key for each in persons.values() if each.key]),
        ("name", [as_called(each.name) for each in persons.values()]),
    ):
        faults += [Fault("person", each[:12], f"the {told} of one person", f"of {n}") for each, n in Counter(of).items() if n > 1]
    return faults


def _unsigned_lengths(ledger: _SignedLedger, counting: Mapping[tuple[str, str], NamedKey]) -> dict[str, int]:
    """Return how far each chain may be unsigned: all of it before there are keys, then as far as keys that count found it."""
    if not ledger.named:
        lengths = Counter(entry.chain for entry, _ in ledger.entries)
        return dict(lengths)
    roots = _Roots(ledger.entries)
    first = next(iter(counting.values()))
    found: dict[str, int] = {}
    for named in counting.values():
        for state in named.before:
            is_its_own = state.chain.partition("/")[0] == named.by
            if (named is first or is_its_own) and roots.of(state.chain, state.length) == state.root:
                found[state.chain] = max(found.get(state.chain, 0), state.length)
    return found


class _Roots:
    """What the beginnings of chains come to."""

    def __init__(self, entries: Sequence[Recorded]) -> None:
        self._ids: dict[str, list[bytes]] = {}
        for entry, id in sorted(entries, key=_by_place):
            self._ids.setdefault(entry.chain, []).append(bytes.fromhex(id))
        self._roots: dict[str, list[str]] = {}

    def of(self, chain: str, length: int) -> str:
        """Return the Merkle tree hash, in hex, of the beginning of a chain; "" when it is not that long."""
        if chain not in self._roots:
            self._roots[chain] = [root.hex() for root in prefix_roots(self._ids.get(chain, ()))]
        return self._roots[chain][length - 1] if 0 < length <= len(self._roots[chain]) else ""


def _by_place(recorded: Recorded) -> tuple[str, int]:
    entry: Entry = recorded[0]
    return entry.chain, entry.seq
