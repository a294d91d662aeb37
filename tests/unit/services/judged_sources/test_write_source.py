"""What people write about a source is signed, keeps its words out of the ledger, and is taken back by who wrote it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from kashf.domain.ids import canonical_json
from kashf.domain.judged_sources.source_entries import CheckOutcome
from kashf.errors import NotAllowedError, NotFoundError, UsageError
from kashf.services.judged_sources.source_record import WitnessStake, source_record, witness_stakes
from kashf.services.judged_sources.write_source import (
    CheckOfBatch,
    check_batch,
    describe_witness,
    grade_source,
    known_source,
    name_parent,
    say_kinds,
    source_entries,
    take_back_about_source,
)
from kashf.services.ledger.code_names import add_source, list_sources
from kashf.services.ledger.custody import verify
from tests.transcribed import TypedCase, typed_case

CHECK = CheckOfBatch("spring", CheckOutcome.GENUINE, "dispatches", "two are in the archive of Ziraa", "the desk", "Umm Salim")


@pytest.fixture
def made(tmp_path: Path) -> TypedCase:
    found = typed_case(tmp_path)
    with found.as_person("Nour") as case:
        add_source(case, "kestrel-2")
    return found


def test_only_code_names_stand_in_the_ledger_and_it_verifies(made: TypedCase) -> None:
    with made.as_person("Nour") as case:
        check_batch(case, "Kestrel-2", CHECK)
        name_parent(case, "kestrel-2", "flint-3")
        say_kinds(case, "kestrel-2", ["letters", "films", "letters"])
        grade_source(case, "kestrel-2", "D", "he owes the governor of Ziraa")
        describe_witness(case, "kestrel-2", gains="a pardon in Ziraa", access="kept the desk of the dispatches")

    with made.reading() as case:
        every = b"".join(canonical_json(entry.body) for entry, _ in case.view.entries())
        assert [False] * 5 == [word in every for word in (b"Ziraa", b"Salim", b"spring", b"dispatches", b"desk")]
        assert ["flint-3", "kestrel-2"] == [each.code_name for each in list_sources(case)]
        assert {"kestrel-2"} == {each.source for each in source_entries(case).values()}
        assert verify(case).ok


@pytest.mark.parametrize(
    "fault",
    [{"batch": " "}, {"kind": ""}, {"how": ""}, {"chosen_by": ""}, {"checked_by": ""}, {"batch": "x" * 101}, {"on": dt.date(9000, 1, 1)}],
)
def test_a_check_says_all_of_it_and_lies_in_the_past(made: TypedCase, fault: dict[str, str]) -> None:
    with made.as_person("Nour") as case, pytest.raises(UsageError):
        check_batch(case, "kestrel-2", replace(CHECK, **fault))  # type: ignore[arg-type]  # faults of several types

    with made.reading() as case:
        assert {} == source_entries(case)


def test_no_name_that_may_tell_who_somebody_is_gets_in_as_a_parent(made: TypedCase) -> None:
    with made.as_person("Nour") as case:
        with pytest.raises(UsageError, match="can never be taken out"):
            name_parent(case, "kestrel-2", "Khalid the tailor")
        with pytest.raises(UsageError, match="himself"):
            name_parent(case, "kestrel-2", "KESTREL-2")
        with pytest.raises(NotFoundError):
            check_batch(case, "gannet-7", CHECK)
        with pytest.raises(UsageError):
            say_kinds(case, "kestrel-2", [])

    with made.reading() as case:
        assert {} == source_entries(case)
        with pytest.raises(NotFoundError):
            known_source(case, "")


@pytest.mark.parametrize(("letter", "why"), [("D", " "), ("G", "because"), ("", "because")])
def test_a_letter_by_hand_is_a_letter_with_a_reason(made: TypedCase, letter: str, why: str) -> None:
    with made.as_person("Nour") as case, pytest.raises(UsageError):
        grade_source(case, "kestrel-2", letter, why)


def test_only_who_wrote_it_takes_it_back(made: TypedCase) -> None:
    with made.as_person("Nour") as case:
        entry = check_batch(case, "kestrel-2", CHECK)
    with made.as_person("Rana") as case, pytest.raises(NotAllowedError, match="Nour"):
        take_back_about_source(case, entry[:12])
    with made.as_person("Nour") as case:
        take_back_about_source(case, entry[:12])
        with pytest.raises(NotFoundError):
            take_back_about_source(case, entry[:12])

    with made.reading() as case:
        assert [True] == [each.signed.undone is not None for each in source_entries(case).values()]


def test_a_witness_is_described_by_what_they_gain_and_how_they_could_know_and_the_last_word_holds(made: TypedCase) -> None:
    with made.as_person("Nour") as case:
        describe_witness(case, "kestrel-2", gains="nothing that we know of", access="saw it")
        last = describe_witness(case, "kestrel-2", gains="a pardon", access="kept the keys")
        for gains, access in (("", "saw it"), ("a pardon", " \u200b")):
            with pytest.raises(UsageError):
                describe_witness(case, "kestrel-2", gains=gains, access=access)
    with made.reading() as case:
        assert {"kestrel-2": WitnessStake("a pardon", "kept the keys", "Nour")} == witness_stakes(case)
        assert source_record(case, "kestrel-2").stake == witness_stakes(case)["kestrel-2"]

    with made.as_person("Nour") as case:
        take_back_about_source(case, last)
    with made.reading() as case:
        assert "nothing that we know of" == witness_stakes(case)["kestrel-2"].gains
