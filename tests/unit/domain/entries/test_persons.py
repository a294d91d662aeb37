from __future__ import annotations

import datetime as dt

import pytest

from kashf.domain.entries.persons import Person, find_person, persons_of, signer
from kashf.domain.ledger import GENESIS, Entry, EntryKind

NOW = dt.datetime(2016, 5, 2, 9, 30, tzinfo=dt.UTC)


def test_persons_are_those_who_were_introduced_in_order_by_the_entry_that_did() -> None:
    layla = Entry("d" * 32, 0, GENESIS, NOW, "layla", EntryKind.PERSON, {"name": "Layla"})
    run = Entry("d" * 32, 1, layla.id, NOW, "amal", EntryKind.RUN, {})
    omar = Entry("d" * 32, 2, run.id, NOW, "omar", EntryKind.PERSON, {"name": "Omar"})

    told = persons_of([(entry, entry.id) for entry in (omar, run, layla)])

    assert (Person(layla.id, "Layla"), Person(omar.id, "Omar")) == told


def test_a_person_is_found_by_the_name_however_it_is_written_and_no_other_is() -> None:
    persons = (Person("1", "Layla Haddad"), Person("2", "layla haddad"), Person("3", "أمل"))

    assert ["1", "3"] == [found.id for name in (" LAYLA  haddad", "أمل") if (found := find_person(persons, name))]
    assert find_person(persons, "Layla") is None


@pytest.mark.parametrize("name", ["Lay\u200bla Haddad", "\u202eLayla\u00a0Haddad", "\uff2cayla Haddad", "Layla\nHaddad"])
def test_nobody_is_a_second_person_by_what_cannot_be_seen(name: str) -> None:
    assert Person("1", "Layla Haddad") == find_person([Person("1", "Layla Haddad")], name)


def test_an_entry_is_signed_by_the_person_it_names_and_by_nobody_else() -> None:
    assert "1" == signer(Entry("d" * 32, 0, GENESIS, NOW, "layla", EntryKind.JUDGED, {"person": "1"}))
    assert "" == signer(Entry("d" * 32, 0, GENESIS, NOW, "layla", EntryKind.JUDGED, {}))
    assert "" == signer(Entry("d" * 32, 0, GENESIS, NOW, "layla", EntryKind.JUDGED, {"person": 7}))
