"""A proof leads to the root of the tree from its own leaf, and from no other."""

from __future__ import annotations

from hashlib import sha256

from hypothesis import given
from hypothesis import strategies as st

from kashf.domain.ledger import merkle_root
from kashf.publish.release.inclusion import Inclusion, commitment, inclusion, root_by


@given(st.integers(1, 70), st.data())
def test_a_proof_leads_to_the_root_from_its_own_leaf_alone(size: int, data: st.DataObject) -> None:
    leaves = [sha256(bytes([at])).digest() for at in range(size)]
    at, other = data.draw(st.integers(0, size - 1)), data.draw(st.integers(0, size - 1))
    proof = inclusion(leaves, at)
    assert merkle_root(leaves) == root_by(leaves[at], proof)
    assert (at == other) == (merkle_root(leaves) == root_by(leaves[other], proof))


def test_what_is_no_proof_leads_nowhere() -> None:
    leaves = [sha256(bytes([at])).digest() for at in range(5)]
    whole = inclusion(leaves, 3)
    for index, size, path in ((5, 5, whole.path), (-1, 5, whole.path), (3, 5, whole.path[:-1]), (3, 5, (*whole.path, "ab" * 32))):
        assert root_by(leaves[3], Inclusion(index, size, path)) is None


def test_a_commitment_is_not_the_hash_of_what_it_commits_to() -> None:
    assert commitment("one", "ab" * 32) != commitment("two", "ab" * 32)
    assert commitment("one", "ab" * 32).hex() != "ab" * 32
