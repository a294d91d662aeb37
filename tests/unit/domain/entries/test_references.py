from __future__ import annotations

import datetime as dt

from kashf.domain.entries.references import reference_faults
from kashf.domain.ids import EntryId, Json
from kashf.domain.ledger import GENESIS, Entry, EntryKind, Recorded, chain_for

NOW = dt.datetime(2026, 3, 1, tzinfo=dt.UTC)


def recorded(seq: int, kind: EntryKind, *, device: str = "d" * 32, **body: Json) -> Recorded:
    entry = Entry(chain_for(device, kind), seq, GENESIS, NOW + dt.timedelta(seconds=seq), "amal", kind, body)
    return entry, entry.id


def found(*entries: Recorded) -> list[tuple[str, str]]:
    return [(fault.expected, fault.found) for fault in reference_faults(entries)]


CREATED = recorded(0, EntryKind.CREATED, name="a")
SAVED = recorded(0, EntryKind.SEARCH_SAVED, name="s")
PERSON = recorded(1, EntryKind.PERSON, name="Layla Haddad")


def test_entries_that_name_what_is_there_have_no_fault() -> None:
    undone = recorded(2, EntryKind.UNDONE, entry=SAVED[1], person=PERSON[1])

    assert [] == found(CREATED, SAVED, PERSON, undone)


def test_undoing_nothing_is_a_fault() -> None:
    assert [(f"an entry {'ab' * 6} that undone is about", "missing")] == found(CREATED, recorded(0, EntryKind.UNDONE, entry="ab" * 32))


def test_an_entry_that_is_about_one_of_another_kind_is_a_fault() -> None:
    seen = recorded(2, EntryKind.SEARCH_SEEN, entry=PERSON[1])

    assert [(f"search-saved entry {PERSON[1][:12]} that search-seen is about", "person")] == found(CREATED, SAVED, PERSON, seen)


def test_a_second_beginning_is_a_fault() -> None:
    second = recorded(0, EntryKind.CREATED, device="e" * 32, name="a", later=True)

    assert [("one entry that made the case", "another")] == found(CREATED, second)


def test_what_nobody_of_the_case_signed_is_a_fault() -> None:
    signed = recorded(2, EntryKind.SEARCH_SAVED, name="t", person=EntryId("cd" * 32))

    assert [("a person of the case who signed", "nobody")] == found(CREATED, SAVED, PERSON, signed)


def test_custody_alone_knows_no_persons() -> None:
    receipt = recorded(1, EntryKind.RECEIPT, person=PERSON[1])

    assert [] == found(CREATED, receipt)
