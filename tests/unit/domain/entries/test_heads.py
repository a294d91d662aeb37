"""Every head that a case ever had can be proven, also when chains of others came in or a clock was set back; no other can."""

from __future__ import annotations

import dataclasses
import datetime as dt
import random
from collections.abc import Sequence

import pytest

from kashf.domain import ledger as domain_ledger
from kashf.domain.entries import heads
from kashf.domain.entries.heads import Covered, chain_states, find_head, head_of, prefix_roots
from kashf.domain.ids import EntryId
from kashf.domain.ledger import GENESIS, Entry, EntryKind, Recorded, chain_for, leaf_hash, merkle_root, node_hash

NOW = dt.datetime(2016, 5, 2, 9, 30, tzinfo=dt.UTC)
MINUTE = dt.timedelta(minutes=1)
FIRST, SECOND = "1" * 32, "2" * 32


class Ledger:
    """Writes entries as kashf does, and keeps each head it had."""

    def __init__(self) -> None:
        self.entries: list[Recorded] = []
        self.heads: list[str] = []

    def write(self, device: str, kind: str, *, minutes: int, chain: str = "") -> Entry:
        chain = chain or chain_for(device, kind)
        own = [entry for entry, _ in self.entries if entry.chain == chain]
        prev = own[-1].id if own else GENESIS
        entry = Entry(chain, len(own), prev, NOW + minutes * MINUTE, "amal", kind, {"n": len(self.entries)})
        self.entries.append((entry, entry.id))
        self.heads.append(head(self.entries))
        return entry


def head(entries: Sequence[Recorded]) -> str:
    return head_of(chain_states(entries))


def first_format_head(entries: Sequence[Recorded]) -> str:
    """Return the head as the first kashf made it: over all entries by device and place."""
    placed = sorted(entries, key=lambda pair: (pair[0].chain, pair[0].seq))
    return merkle_root([bytes.fromhex(id) for _, id in placed]).hex()


def written(*kinds: str, device: str = FIRST, start: int = 0) -> Ledger:
    ledger = Ledger()
    for number, kind in enumerate(kinds):
        ledger.write(device, kind, minutes=start + number)
    return ledger


def covered(found: Covered | None) -> tuple[int, bool]:
    assert found is not None
    return found.entries, found.is_first_format


KINDS = ("created", "receipt", "judged", "run", "judged", "undone", "claim", "receipt", "page-read", "run")


@pytest.mark.parametrize("number", range(len(KINDS)))
def test_every_head_a_case_had_says_what_it_covered(number: int) -> None:
    ledger = written(*KINDS)

    found = find_head(ledger.entries, ledger.heads[number])

    assert found is not None
    assert (number + 1, NOW + number * MINUTE, False) == (found.entries, found.time, found.is_first_format)
    assert head_of(found.chains) == ledger.heads[number]


@pytest.mark.parametrize("size", range(1, 20))
def test_roots_of_beginnings_are_those_of_rfc_6962(size: int) -> None:
    leaves = [leaf_hash(bytes([number])) for number in range(size)]

    assert [merkle_root(leaves[: number + 1]) for number in range(size)] == list(prefix_roots(leaves))


def test_a_head_of_a_tail_that_was_cut_off_is_of_nothing_in_the_case() -> None:
    ledger = written(*KINDS)

    assert find_head(ledger.entries[:-1], ledger.heads[-1]) is None
    assert find_head(ledger.entries[:-1], ledger.heads[-2]) is not None


@pytest.mark.parametrize("place", [0, 4, 9])
def test_a_head_of_before_an_entry_was_rewritten_is_of_nothing_in_the_case(place: int) -> None:
    ledger = written(*KINDS)
    entry = dataclasses.replace(ledger.entries[place][0], actor="somebody else")
    rewritten = [*ledger.entries]
    rewritten[place] = (entry, entry.id)

    assert [True] * (10 - place) == [find_head(rewritten, each) is None for each in ledger.heads[place:]]


def test_a_head_of_before_another_installation_came_in_is_found_after_it() -> None:
    mine = written(*KINDS, device=FIRST)
    theirs = written("receipt", "judged", "run", device=SECOND, start=3)

    both = [*mine.entries, *theirs.entries]

    assert [number + 1 for number in range(10)] == [covered(find_head(both, each))[0] for each in mine.heads]
    assert [1, 2, 3] == [covered(find_head(both, each))[0] for each in theirs.heads]


@pytest.mark.parametrize("seed", range(5))
def test_heads_of_two_installations_in_turn_are_found_though_clocks_go_wrong(seed: int) -> None:
    draw, ledger = random.Random(seed), Ledger()
    for number in range(24):
        ledger.write(draw.choice((FIRST, SECOND)), draw.choice(KINDS[1:]), minutes=number + draw.randint(-3, 3))

    assert [*range(1, 25)] == [covered(find_head(ledger.entries, each))[0] for each in ledger.heads]


def test_a_clock_that_was_set_back_by_years_hides_no_head_of_a_small_case() -> None:
    ledger = written("created", "receipt", "run", start=1_000_000)
    for number in range(6):
        ledger.write(FIRST, "judged", minutes=number)

    assert [*range(1, 10)] == [covered(find_head(ledger.entries, each))[0] for each in ledger.heads]


def test_a_head_of_custody_alone_is_found() -> None:
    ledger = written(*KINDS)
    custody = [each for each in ledger.entries if each[0].is_custody]

    found = find_head(ledger.entries, head(custody))

    assert found is not None
    assert [FIRST] == [state.chain for state in found.chains]


def test_heads_of_the_first_format_are_found_after_the_case_went_on_in_this_one() -> None:
    ledger, kept = Ledger(), []
    for number, kind in enumerate(KINDS):
        ledger.write(FIRST, kind, minutes=number, chain=FIRST)
        kept.append(first_format_head(ledger.entries))
    for number, kind in enumerate(KINDS):
        ledger.write(FIRST, kind, minutes=20 + number)

    assert [(number, True) for number in range(1, 11)] == [covered(find_head(ledger.entries, each)) for each in kept]


def test_heads_of_the_first_format_with_two_installations_are_found() -> None:
    ledger, kept = Ledger(), []
    for number, device in enumerate((SECOND, FIRST, SECOND, SECOND, FIRST)):
        ledger.write(device, "receipt", minutes=number, chain=device)
        kept.append(first_format_head(ledger.entries))

    assert [*range(1, 6)] == [covered(find_head(ledger.entries, each))[0] for each in kept]


def test_nothing_is_of_no_entries() -> None:
    nothing = merkle_root([]).hex()

    assert find_head([], nothing) is None
    assert find_head(written("created").entries, nothing) is None


@pytest.fixture
def hashed(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return a number, in a list, that grows by one with every inner node that is hashed."""
    number = [0]

    def counted(left: bytes, right: bytes) -> bytes:
        number[0] += 1
        return node_hash(left, right)

    for module in (heads, domain_ledger):
        monkeypatch.setattr(module, "node_hash", counted)
    return number


def ten_thousand() -> list[Recorded]:
    tails: dict[str, tuple[int, str]] = {FIRST: (-1, GENESIS), chain_for(FIRST, EntryKind.JUDGED): (-1, GENESIS)}
    entries: list[Recorded] = []
    for number in range(10_000):
        chain = list(tails)[number % 3 % 2]
        seq, prev = tails[chain]
        entry = Entry(chain, seq + 1, EntryId(prev), NOW + number * MINUTE, "amal", "run", {})
        tails[chain] = (entry.seq, entry.id)
        entries.append((entry, EntryId(tails[chain][1])))
    return entries


def test_ten_thousand_entries_cost_some_hashes_for_each_and_a_head_of_none_a_bounded_number(hashed: list[int]) -> None:
    entries = ten_thousand()
    half = head(entries[:5_000])
    assert hashed[0] < 5_000
    hashed[0] = 0

    assert covered(find_head(entries, half)) == (5_000, False)
    assert hashed[0] <= 10_000 * 14 + 5_000
    hashed[0] = 0
    assert find_head(entries, "0" * 64, most_tried=20_000) is None
    assert hashed[0] <= 10_000 * 14 + 2 * 10_000 + 20_000 + 10_000
