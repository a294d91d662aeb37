"""A release proves itself: whatever is altered in it is found."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kashf.publish.release.check_release import check_release
from kashf.publish.release.release_bag import bagged
from tests.released import alter, holds, pages, release, remade


def test_a_release_is_intact_and_says_what_it_leads_to() -> None:
    checked = check_release(release(), holds, pages)
    assert () == checked.faults
    assert (1, 2, 3, 2) == (checked.findings, checked.values, checked.numbers, checked.proofs)
    assert [("Layla Haddad", "Omar Zaki"), ()] == [tuple(name for name, _ in checked.signed), checked.missing]


def test_a_signature_that_is_not_there_is_missed() -> None:
    files = {path: content for path, content in release().items() if not path.startswith("signatures/b")}
    checked = check_release(files, holds, pages)
    assert ((), ("Omar Zaki",)) == (checked.faults, checked.missing)


@pytest.mark.parametrize("seed", range(60))
def test_whatever_is_altered_is_found(seed: int) -> None:
    checked = check_release(alter(release(), seed), holds, pages)
    assert checked.faults or checked.missing


def sentence(told: dict[str, Any]) -> None:
    told["report.json"]["findings"][0]["sentence"] = "On 24 November 2013 at the latest 41 trucks were to leave al-Rayhana."


def figure(told: dict[str, Any]) -> None:
    told["report.json"]["findings"][0]["roads"] = 7


def value(told: dict[str, Any]) -> None:
    told["values.json"]["1.roads"]["result"]["roads"] = 7


def paper(told: dict[str, Any]) -> None:
    told["proofs.json"]["papers"][0]["commitment"] = "ab" * 32


def head(told: dict[str, Any]) -> None:
    told["proofs.json"]["head"]["root"] = "ab" * 32


def signers(told: dict[str, Any]) -> None:
    told["proofs.json"]["signers"] = told["proofs.json"]["signers"][:1]


@pytest.mark.parametrize(
    ("change", "what"),
    [(sentence, "number"), (figure, "value"), (value, "value"), (paper, "proof"), (head, "proof"), (signers, "proof")],
)
def test_also_where_everything_that_can_be_made_again_is(change: Callable[[dict[str, Any]], None], what: str) -> None:
    """Manifest, pages, hashes and both signatures are made anew by whoever has the keys: the figures tell it all the same."""
    checked = check_release(remade(release(), change), holds, pages)
    assert what in {fault.what for fault in checked.faults}


def test_what_is_no_release_is_told_and_breaks_nothing() -> None:
    for payload in ({}, {"report.json": b"[]"}, {"report.json": b"{}\n", "values.json": b"{}\n", "proofs.json": b"{}\n"}):
        assert check_release(bagged(payload), holds, pages).faults
    assert not check_release(release(), holds, pages).faults
