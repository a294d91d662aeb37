from __future__ import annotations

import dataclasses
import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Iterable

import pytest

from kashf.domain.ids import EntryId
from kashf.domain.ledger import (
    GENESIS,
    Entry,
    EntryKind,
    Recorded,
    case_id,
    chain_faults,
    chain_for,
    count_unknown,
    format_time,
    leaf_hash,
    merkle_root,
    parse_entry,
    parse_time,
)

NOW = dt.datetime(2016, 5, 2, 9, 30, 0, 125, tzinfo=dt.UTC)

#: Leaves and heads that implementations of RFC 6962 are tested against. Source: certificate-transparency, merkle_tree_test.
LEAVES = [
    b"",
    b"\x00",
    b"\x10",
    b"\x20\x21",
    b"\x30\x31",
    b"\x40\x41\x42\x43",
    bytes(range(0x50, 0x58)),
    bytes(range(0x60, 0x70)),
]
HEADS = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]


def chain(length: int, device: str = "d" * 32) -> list[Entry]:
    entries: list[Entry] = []
    for seq in range(length):
        prev = entries[-1].id if entries else GENESIS
        entries.append(Entry(device, seq, prev, NOW, "amal", EntryKind.RECEIPT, {"n": seq}))
    return entries


def recorded(entries: Iterable[Entry]) -> list[Recorded]:
    return [(entry, entry.id) for entry in entries]


@pytest.mark.parametrize("size", range(1, 9))
def test_the_head_is_that_of_rfc_6962(size: int) -> None:
    assert HEADS[size - 1] == merkle_root([leaf_hash(leaf) for leaf in LEAVES[:size]]).hex()


def test_the_head_of_nothing_is_the_hash_of_nothing() -> None:
    assert hashlib.sha256(b"").digest() == merkle_root([])


def test_an_untouched_chain_has_no_fault_in_any_order_of_reading() -> None:
    entries = [*chain(5), *chain(3, "e" * 32)]

    assert () == chain_faults(reversed(recorded(entries)))


@pytest.mark.parametrize("place", range(5))
def test_a_changed_entry_is_noticed(place: int) -> None:
    entries = recorded(chain(5))
    entry, id = entries[place]
    entries[place] = (dataclasses.replace(entry, body={"n": 99}), id)

    faults = chain_faults(entries)

    assert f"{'d' * 32}/{place}" in [fault.where for fault in faults]


@pytest.mark.parametrize("place", range(4))
def test_a_missing_entry_is_noticed_unless_it_is_the_last(place: int) -> None:
    entries = recorded(chain(5))
    del entries[place]

    assert chain_faults(entries)


def test_two_entries_that_changed_places_are_noticed() -> None:
    entries = chain(4)
    first, second = entries[1], entries[2]
    swapped = [entries[0], dataclasses.replace(second, seq=1), dataclasses.replace(first, seq=2), entries[3]]

    assert chain_faults(recorded(swapped))


def test_an_entry_rewritten_with_its_id_breaks_the_next_one() -> None:
    entries = chain(3)
    entries[1] = dataclasses.replace(entries[1], actor="somebody else")

    faults = chain_faults(recorded(entries))

    assert [f"{'d' * 32}/2"] == [fault.where for fault in faults]


def test_a_time_is_written_to_the_microsecond_and_comes_back() -> None:
    assert "2016-05-02T09:30:00.000125Z" == format_time(NOW)
    assert NOW == parse_time(format_time(NOW))


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        format_time(dt.datetime(2016, 5, 2))  # noqa: DTZ001 - that is what is tested


def test_the_id_of_an_entry_is_its_leaf_hash() -> None:
    (entry,) = chain(1)

    assert EntryId(hashlib.sha256(b"\x00" + entry.canonical()).hexdigest()) == entry.id


def test_an_entry_of_a_kind_of_a_later_kashf_is_hashed_chained_and_counted() -> None:
    entries = chain(2)
    later = Entry("d" * 32, 2, entries[-1].id, NOW, "amal", "claim", {"text": "x"})
    after = Entry("d" * 32, 3, later.id, NOW, "amal", EntryKind.RUN, {})
    told = recorded([*entries, later, after])

    assert (1, ()) == (count_unknown(Counter(entry.kind for entry, _ in told)), chain_faults(told))
    told[2] = (dataclasses.replace(later, body={"text": "y"}), later.id)
    assert {f"{'d' * 32}/2", f"{'d' * 32}/3"} == {fault.where for fault in chain_faults(told)}


@pytest.mark.parametrize("kind", EntryKind)
def test_what_people_decide_is_on_the_chain_of_work_and_all_else_in_custody(kind: EntryKind) -> None:
    entry = Entry(chain_for("d" * 32, kind), 0, GENESIS, NOW, "amal", kind, {})

    assert "d" * 32 == entry.device
    work = ["judged", "undone", "page-read", "quoted", "person", "set-aside", "exception", "search-saved", "search-seen"]
    work += ["judged-together", "reassigned", "not-a-name", "screened", "lines-drawn", "keyed", "settled", "translated"]
    work += ["contested", "contest-settled", "heard", "heard-confirmed"]
    work += ["model-measured", "lines-drafted", "field-mapped", "values-joined", "families-joined"]
    work += ["people-joined", "value-seen", "fields-opened", "events-added", "places-added", "place-chosen"]
    work += ["letter-corrected", "letters-learnt", "person-key"]
    work += ["card-worded", "card-evidence", "card-explanation", "card-checked", "card-settled"]
    work += ["source-checked", "source-parent", "source-kinds", "source-graded", "source-witness", "board-cell", "plan-frozen", "plan-run"]
    work += ["card-asked", "card-answered"]
    work += ["code-frozen", "coded", "code-settled", "redacted"]
    work += ["released", "release-signed", "board-genuine"]
    assert (kind not in work) == entry.is_custody


def test_a_case_is_told_from_another_by_the_entry_that_made_it() -> None:
    made = Entry("e" * 32, 0, GENESIS, NOW, "amal", EntryKind.CREATED, {"name": "Harbour"})

    assert made.id == case_id(recorded([*chain(2), made]))
    assert "" == case_id(recorded(chain(2)))


@pytest.mark.parametrize("suffix", ["/work", "/releases"])
def test_a_chain_with_a_name_of_its_own_is_no_custody_also_one_of_a_later_kashf(suffix: str) -> None:
    entry = Entry(f"{'d' * 32}{suffix}", 0, GENESIS, NOW, "amal", "claim", {})

    assert ("d" * 32, False) == (entry.device, entry.is_custody)


def test_an_entry_is_read_back_from_its_canonical_form_and_from_no_other() -> None:
    (entry,) = chain(1)
    line = entry.canonical()

    assert entry == parse_entry(line)
    for other in (line + b" ", line.replace(b"{", b"{ ", 1), b"", b"null", b"[" * 100_000, line.replace(b'"seq":0', b'"seq":true')):
        with pytest.raises(ValueError):  # noqa: PT011 - each of them for another reason
            parse_entry(other)
