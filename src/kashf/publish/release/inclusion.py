"""Proofs that a leaf is in a Merkle tree, without the other leaves. Source: RFC 6962 section 2.1.1."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from kashf.domain.ledger import merkle_root, node_hash


@dataclass(frozen=True, slots=True)
class Inclusion:
    """A proof.

    Args:
        index: Of the leaf, from 0.
        size: How many leaves the tree has.
        path: Hashes of what stands beside it, from the leaf up, in hex.
    """

    index: int
    size: int
    path: tuple[str, ...]


def inclusion(leaves: Sequence[bytes], index: int) -> Inclusion:
    """Return the proof that a leaf is in the tree of some leaf hashes.

    >>> leaves = [bytes([n]) * 32 for n in range(5)]
    >>> all(root_by(leaves[at], inclusion(leaves, at)) == merkle_root(leaves) for at in range(5))
    True
    """
    return Inclusion(index, len(leaves), tuple(each.hex() for each in _path(leaves, index)))


def root_by(leaf: bytes, proof: Inclusion) -> bytes | None:
    """Return the root that a proof leads to from a leaf; None where the proof is none. Source: RFC 9162 section 2.1.3.2."""
    if not 0 <= proof.index < proof.size:
        return None
    at, last, found = proof.index, proof.size - 1, leaf
    for sibling in map(bytes.fromhex, proof.path):
        if last == 0:
            return None
        if at % 2 or at == last:
            found = node_hash(sibling, found)
            while at % 2 == 0 and at:
                at, last = at // 2, last // 2
        else:
            found = node_hash(found, sibling)
        at, last = at // 2, last // 2
    return found if last == 0 else None


def commitment(salt: str, content: str) -> bytes:
    """Return the leaf that commits to the id of some content without telling it. Salts are drawn by chance and stay in the case."""
    return hashlib.sha256(b"\x00" + salt.encode() + b":" + content.encode()).digest()


def _path(leaves: Sequence[bytes], index: int) -> list[bytes]:
    if len(leaves) == 1:
        return []
    half = 1 << (len(leaves) - 1).bit_length() - 1
    if index < half:
        return [*_path(leaves[:half], index), merkle_root(leaves[half:])]
    return [*_path(leaves[half:], index - half), merkle_root(leaves[:half])]
