"""The head of a case: one hash over all chains of its ledger, and the search for what an earlier head covered.

A head is the Merkle tree hash over one leaf a chain, in order of their names: the chain's name, its length and the Merkle tree hash over
its entries. So a chain that another installation adds later leaves the others' leaves as they were, and an earlier head is found again by
shortening the chains. The first format made its head over all entries, by chain and place; those are found too.

Source: RFC 6962 section 2.1 (Merkle hash trees).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain as joined
from itertools import combinations, islice, product
from typing import Final

from kashf.domain.entries.projections import in_order
from kashf.domain.ids import EntryId, canonical_json
from kashf.domain.ledger import Entry, Recorded, leaf_hash, merkle_root, node_hash

#: How many combinations of lengths are tried beside those that were so by the clock; each costs about as many hashes as there are chains.
MOST_TRIED: Final = 300_000
#: How many installations may be left out in every combination; beyond that, only one or all of them are tried.
_MOST_DEVICES: Final = 6

Lengths = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class ChainState:
    """How far a chain is.

    Args:
        chain: Its name.
        length: How many entries it has.
        root: Merkle tree hash over them, in hex.
    """

    chain: str
    length: int
    root: str


@dataclass(frozen=True, slots=True)
class Covered:
    """What an earlier head covered.

    Args:
        chains: The chains as they were then, by name.
        entries: How many entries they had.
        time: When the last of these was written, by the clock of its machine.
        is_first_format: Whether it is a head as the first format made it.
    """

    chains: tuple[ChainState, ...]
    entries: int
    time: dt.datetime
    is_first_format: bool = False


def chain_states(entries: Iterable[Recorded]) -> tuple[ChainState, ...]:
    """Return how far each chain is, by name, if the ids beside the entries are theirs."""
    ids: dict[str, list[EntryId]] = {}
    for entry, id in sorted(entries, key=lambda pair: (pair[0].chain, pair[0].seq)):
        ids.setdefault(entry.chain, []).append(id)
    return states_of(ids)


def states_of(ids: Mapping[str, Sequence[EntryId]]) -> tuple[ChainState, ...]:
    """Return how far each chain is, by name, that has these entries, in their order."""
    return tuple(ChainState(name, len(own), merkle_root([*map(bytes.fromhex, own)]).hex()) for name, own in sorted(ids.items()))


def head_of(states: Iterable[ChainState]) -> str:
    """Return the head over some chains, in hex."""
    return merkle_root([chain_leaf(state.chain, state.length, bytes.fromhex(state.root)) for state in states]).hex()


def find_head(entries: Iterable[Recorded], head: str, *, most_tried: int = MOST_TRIED, count: int = 0) -> Covered | None:
    """Return what a head covered, or None when nothing in this case gives it.

    Tried are, in this order: the states of the case as they followed each other by the clock, also before another installation's entries
    came in, and of custody alone; then other lengths of the chains, for clocks that were set back; then heads of the first format.

    Args:
        entries: All that are there, with the ids that follow from what they say.
        head: 64 hex digits.
        count: How many entries it covers, where that was kept too: lengths that do not come to it are not tried; 0 where it was not.
        most_tried: How many other lengths, and entries of the first format, are tried at most.
    """
    chains = _Chains(in_order(entries))
    wanted = bytes.fromhex(head)
    for lengths in joined(chains.by_time(), islice(chains.any_lengths(), most_tried)):
        if count in {0, total := sum(lengths.values())} and total and chains.head(lengths) == wanted:
            return chains.covered(lengths)
    for lengths, root in chains.first_format(most_hashed=most_tried * 10):
        if root == wanted and count in {0, sum(lengths.values())}:
            return chains.covered(lengths, is_first_format=True)
    return None


def prefix_roots(leaves: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the Merkle tree hash of the first leaf, of the first two, and so on: about as many hashes for each as its number has bits."""
    peaks: list[tuple[int, bytes]] = []
    for leaf in leaves:
        size, node = 1, leaf
        while peaks and peaks[-1][0] == size:
            node = node_hash(peaks.pop()[1], node)
            size *= 2
        peaks.append((size, node))
        root = node
        for _, peak in reversed(peaks[:-1]):
            root = node_hash(peak, root)
        yield root


class _Chains:
    """The chains of a case with what every beginning of each comes to.

    Args:
        entries: With their ids, in the order in which they were written, by the clock.
    """

    def __init__(self, entries: Sequence[Recorded]) -> None:
        self._entries = [entry for entry, _ in entries]
        self._own: dict[str, list[Entry]] = {}
        self._ids: dict[str, list[bytes]] = {}
        for entry, id in sorted(entries, key=lambda pair: (pair[0].chain, pair[0].seq)):
            self._own.setdefault(entry.chain, []).append(entry)
            self._ids.setdefault(entry.chain, []).append(bytes.fromhex(id))
        self._roots = {name: tuple(prefix_roots(ids)) for name, ids in self._ids.items()}
        self._leaves = {name: [chain_leaf(name, n, root) for n, root in enumerate(roots, 1)] for name, roots in self._roots.items()}

    def states(self, lengths: Lengths) -> tuple[ChainState, ...]:
        """Return the chains of some lengths; those of none are not there."""
        return tuple(ChainState(name, n, self._roots[name][n - 1].hex()) for name, n in sorted(lengths.items()) if n)

    def head(self, lengths: Lengths) -> bytes:
        """Return the head over the chains when they had these lengths."""
        return merkle_root([self._leaves[name][n - 1] for name, n in sorted(lengths.items()) if n])

    def covered(self, lengths: Lengths, *, is_first_format: bool = False) -> Covered:
        """Return what the chains of some lengths hold."""
        last = max(entry.time for name, n in lengths.items() for entry in self._own[name][:n])
        return Covered(self.states(lengths), sum(lengths.values()), last, is_first_format)

    def by_time(self) -> Iterator[Lengths]:
        """Yield the lengths that the chains had one after the other, for all of them and for some alone."""
        for some in self._parts():
            lengths: dict[str, int] = dict.fromkeys(some, 0)
            for entry in self._entries:
                if entry.chain in lengths:
                    lengths[entry.chain] += 1
                    yield lengths

    def any_lengths(self) -> Iterator[Lengths]:
        """Yield other lengths: near those of `by_time` first, as a clock is set back by little, then any."""
        for lengths in self.by_time():
            for name, length in lengths.items():
                for other in range(max(0, length - 4), min(len(self._own[name]), length + 4) + 1):
                    yield {**lengths, name: other}
        names = sorted(self._own)
        for each in product(*(range(len(self._own[name]) + 1) for name in names)):
            yield dict(zip(names, each, strict=True))

    def first_format(self, *, most_hashed: int) -> Iterator[tuple[Lengths, bytes]]:
        """Yield heads as the first format made them: over all entries, by chain and place."""
        names = [name for name, own in self._own.items() if own[0].is_custody]
        for name in names:
            yield from (({name: n}, root) for n, root in enumerate(self._roots[name], 1))
        hashed = 0
        lengths = dict.fromkeys(names, 0)
        for entry in self._entries:
            if entry.chain in lengths and len(names) > 1:
                lengths[entry.chain] += 1
                hashed += sum(lengths.values())
                if hashed > most_hashed:
                    return
                yield lengths, merkle_root([id for name in names for id in self._ids[name][: lengths[name]]])

    def _parts(self) -> Iterator[frozenset[str]]:
        """Yield the groups of chains that a head may have been made of: of all installations or some, custody and work or custody alone."""
        devices = sorted({entry.device for entry in self._entries})
        counts = range(len(devices), 0, -1) if len(devices) <= _MOST_DEVICES else (len(devices), 1)
        for some in joined.from_iterable(combinations(devices, count) for count in counts):
            mine = frozenset(name for name, own in self._own.items() if own[0].device in some)
            custody = frozenset(name for name in mine if self._own[name][0].is_custody)
            yield mine
            if custody != mine:
                yield custody


def chain_leaf(chain: str, length: int, root: bytes) -> bytes:
    """Return the leaf that a chain of some length is in the head of a case."""
    return leaf_hash(canonical_json({"chain": chain, "length": length, "root": root.hex()}))
