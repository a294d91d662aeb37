"""Which keys the ledger knows, and which of them count: every entry is signed by the key of the installation that wrote it.

The entry that makes a case names the key of the installation that made it. An entry of kind `device-key` names a further one: that of the
installation which writes it, before anything that it signs, or that of another, which is thereby let in. A key counts when a key that
counts signed the entry that names it. So nobody comes in whom nobody let in, and verifying needs nothing from outside of the case.

Where nobody is in any more, an entry may say that an installation starts the case again by itself: a restart. What rests on one is never
counted with the rest, and is told beside every answer; whoever is in may let that installation in later.

A case of a kashf before keys begins to be signed when somebody works on it. The first key says how far every chain was by then, a later
one how far its own: what lies before is counted as unsigned, and can be changed no more without changing what was signed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kashf.domain.entries.heads import ChainState, chain_states
from kashf.domain.ids import EntryId, Json, is_digest
from kashf.domain.ledger import Entry, EntryKind, Recorded, format_time

#: In which entries keys are named.
KEY_KINDS: Final = (EntryKind.CREATED, EntryKind.DEVICE_KEY)
#: Where an entry says why its installation starts the case again, which nobody let in.
RESTART: Final = "restart"
#: With which keys entries are signed.
SignedWith = Mapping[EntryId, Iterable[str]]
#: Before what is signed, so that no signature can be taken for one under something else.
_PREFIX: Final = b"kashf ledger entry\x00"


@dataclass(frozen=True, slots=True)
class NamedKey:
    """A key of an installation, as an entry names it.

    Args:
        device: Whose key.
        key: The public key, in hex.
        by: Which installation wrote the entry.
        entry: Its id.
        when: When it was written, by the clock of that machine.
        made_case: Whether it is the entry that made the case.
        before: How far chains were that nobody signed until then.
        is_restart: Whether nobody let the installation in, and it says so.
        why: What it gives as its reason then.
    """

    device: str
    key: str
    by: str
    entry: EntryId
    when: str
    made_case: bool = False
    before: tuple[ChainState, ...] = ()
    is_restart: bool = False
    why: str = ""


@dataclass(frozen=True, slots=True)
class EntrySignature:
    """A signature under an entry of the ledger, as it is stored: nothing of it has been checked.

    Args:
        entry: Id of the entry.
        key: The public key, in hex.
        signature: Of `signed_message`, in hex.
    """

    entry: str
    key: str
    signature: str


def signed_message(entry: EntryId) -> bytes:
    """Return what is signed of an entry: its id, which is the hash of all that it says."""
    return _PREFIX + bytes.fromhex(entry)


def named_keys(entries: Iterable[Recorded]) -> tuple[NamedKey, ...]:
    """Return the keys that entries name, in order of time; entries of other kinds, and those that name none, are passed over."""
    found = [named for entry, id in entries if entry.kind in KEY_KINDS and (named := _named(entry, id))]
    return tuple(sorted(found, key=lambda each: (not each.made_case, each.when, each.entry)))


def counting_keys(named: Sequence[NamedKey], signed_with: SignedWith) -> Mapping[tuple[str, str], NamedKey]:
    """Return the keys that count, by installation and key, each with what let it in; those that rest on a restart are not among them.

    Args:
        named: As `named_keys` returns them: the first is counted, since somebody has to be.
        signed_with: With which keys the entries are signed that name keys.
    """
    usual = [each for each in named if not each.is_restart]
    return _with_let_in({(each.device, each.key): each for each in usual[:1]}, usual, signed_with)


def restarted_keys(
    named: Sequence[NamedKey], signed_with: SignedWith, counting: Mapping[tuple[str, str], NamedKey]
) -> Mapping[tuple[str, str], NamedKey]:
    """Return the keys that count only since a restart, each with the restart on which it rests.

    Args:
        named: As `named_keys` returns them.
        signed_with: With which keys the entries are signed that name keys.
        counting: As `counting_keys` returns them.
    """
    usual = [each for each in named if not each.is_restart]
    found: dict[tuple[str, str], NamedKey] = {}
    for each in named:
        itself = each.device, each.key
        if each.is_restart and each.by == each.device and each.key in signed_with.get(each.entry, ()) and itself not in counting:
            reached = _with_let_in({**counting, **found, itself: each}, usual, signed_with)
            found |= {key: each for key in reached if key not in counting and key not in found}
    return found


def _with_let_in(
    keys: Mapping[tuple[str, str], NamedKey], named: Sequence[NamedKey], signed_with: SignedWith
) -> Mapping[tuple[str, str], NamedKey]:
    """Return keys with all that they let in, and those that these did."""
    counting = dict(keys)
    while True:
        fresh = {
            (each.device, each.key): each
            for each in named
            if (each.device, each.key) not in counting and any((each.by, key) in counting for key in signed_with.get(each.entry, ()))
        }
        if not fresh:
            return counting
        counting |= fresh


def key_body(device: str, key: str, before: Iterable[ChainState] = ()) -> dict[str, Json]:
    """Return what an entry says that names a key."""
    return {
        "device": device,
        "key": key,
        "before": [{"chain": each.chain, "length": each.length, "root": each.root} for each in before],
    }


def unsigned_so_far(entries: Sequence[Recorded], device: str) -> tuple[ChainState, ...]:
    """Return how far chains are when an installation enters its first key: all chains for the first key of a case, else its own."""
    mine = entries if not named_keys(entries) else [(entry, id) for entry, id in entries if entry.device == device]
    return chain_states((entry, entry.id) for entry, _ in mine)


def _named(entry: Entry, id: EntryId) -> NamedKey | None:
    made_case = entry.kind == EntryKind.CREATED
    device, key = entry.device if made_case else entry.body.get("device"), entry.body.get("key")
    if not isinstance(device, str) or not isinstance(key, str) or not is_digest(key):
        return None
    before = tuple(_states(entry.body.get("before")))
    is_restart, why = not made_case and RESTART in entry.body, entry.body.get(RESTART)
    return NamedKey(
        device, key, entry.device, id, format_time(entry.time), made_case, before, is_restart, why if isinstance(why, str) else ""
    )


def _states(told: Json) -> Iterable[ChainState]:
    for each in told if isinstance(told, list) else ():
        if isinstance(each, dict):
            chain, length, root = each.get("chain"), each.get("length"), each.get("root")
            if isinstance(chain, str) and type(length) is int and isinstance(root, str):
                yield ChainState(chain, length, root)
