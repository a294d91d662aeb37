"""A small signed file that somebody else keeps: which case had which head, and how long its chains were.

Whoever holds it can have it shown later that what is there continues what was there: each chain begins with as many entries, and their
Merkle tree hash is the same. Source: RFC 6962 section 2.1.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from kashf.domain.entries.heads import ChainState, prefix_roots
from kashf.domain.ids import Json, canonical_json, is_digest
from kashf.domain.ledger import Fault, Recorded, case_id

#: Before what is signed, so that it is taken for nothing else.
_PREFIX: Final = b"kashf witness\x00"


@dataclass(frozen=True, slots=True)
class WitnessedHead:
    """What a witness file says.

    Args:
        case: Id of the case.
        head: Over its chains, in hex.
        chains: How far each was.
        time: When the file was written, as `format_time` does.
        device: Which installation wrote it.
        key: With which key it is signed, in hex.
        signature: In hex; "" before it is signed.
    """

    case: str
    head: str
    chains: tuple[ChainState, ...]
    time: str
    device: str
    key: str
    signature: str = ""

    @property
    def entries(self) -> int:
        """How many entries the chains had."""
        return sum(each.length for each in self.chains)

    def message(self) -> bytes:
        """Return what is signed."""
        return _PREFIX + canonical_json(replace(self, signature="").body())

    def body(self) -> dict[str, Json]:
        """Return it as JSON, for the file."""
        chains: list[Json] = [{"chain": each.chain, "length": each.length, "root": each.root} for each in self.chains]
        about: dict[str, Json] = {"kind": "kashf witness", "case": self.case, "head": self.head, "chains": chains}
        return about | {"time": self.time, "device": self.device, "key": self.key, "signature": self.signature}


def parse_witness(untrusted: bytes) -> WitnessedHead:
    """Return what a file says; its signature is not checked.

    Raises:
        ValueError: It is no witness file.
    """
    try:
        told = json.loads(untrusted)
        chains = tuple(ChainState(each["chain"], each["length"], each["root"]) for each in told["chains"])
        witness = WitnessedHead(told["case"], told["head"], chains, told["time"], told["device"], told["key"], told["signature"])
        texts = [witness.case, witness.time, witness.device, witness.signature, *(each.chain for each in chains)]
        digests = [witness.head, witness.key, *(each.root for each in chains)]
        is_whole = all(isinstance(text, str) for text in texts) and all(type(each.length) is int and each.length > 0 for each in chains)
        if told["kind"] == "kashf witness" and is_whole and all(map(is_digest, digests)):
            return witness
    except (KeyError, TypeError, AttributeError, RecursionError, UnicodeError) as error:
        raise ValueError("no witness file") from error
    raise ValueError("no witness file")


def witness_faults(witness: WitnessedHead, entries: Sequence[Recorded]) -> tuple[Fault, ...]:
    """Return a fault for each chain that does not continue what was witnessed, or one when it is another case.

    Args:
        witness: Whose signature holds.
        entries: All of the ledger, with the ids that follow from what they say.
    """
    if (case := case_id(entries)) != witness.case:
        return (Fault("witness", "the case that was witnessed", f"case {witness.case[:12]}", f"case {case[:12]}" if case else "none"),)
    roots: Mapping[str, list[str]] = _roots(entries)
    faults = []
    for each in witness.chains:
        own = roots.get(each.chain, [])
        found = own[each.length - 1] if each.length <= len(own) else f"{len(own)} entries"
        if found != each.root:
            faults.append(Fault("witness", f"{each.chain}, its first {each.length} entries", each.root, found))
    return tuple(faults)


def _roots(entries: Sequence[Recorded]) -> dict[str, list[str]]:
    ids: dict[str, list[bytes]] = {}
    for entry, id in sorted(entries, key=lambda pair: (pair[0].chain, pair[0].seq)):
        ids.setdefault(entry.chain, []).append(bytes.fromhex(id))
    return {chain: [root.hex() for root in prefix_roots(own)] for chain, own in ids.items()}
