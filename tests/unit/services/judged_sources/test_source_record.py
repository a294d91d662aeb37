"""The record of a source counts a batch once, leaves open what is disputed, and says who chose what was checked."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kashf.domain.judged_sources.source_entries import CheckOutcome
from kashf.evidence.reliability.beta_posterior import UNIFORM, Reliability
from kashf.services.judged_sources.source_record import SourceRecord, lower_bounds, passed_on_in, source_record, source_records
from kashf.services.judged_sources.write_source import (
    CheckOfBatch,
    check_batch,
    grade_source,
    name_parent,
    say_kinds,
    take_back_about_source,
)
from kashf.services.ledger.code_names import add_source
from tests.transcribed import TypedCase, typed_case

CHECK = CheckOfBatch("spring", CheckOutcome.GENUINE, "letters", "two are in the archive", "the desk", "Rana")
FALSE = replace(CHECK, outcome=CheckOutcome.FALSE, checked_by="Omar")


@pytest.fixture
def made(tmp_path: Path) -> TypedCase:
    found = typed_case(tmp_path)
    with found.as_person("Nour") as case:
        add_source(case, "kestrel-2")
    return found


def checked(made: TypedCase, *checks: CheckOfBatch) -> SourceRecord:
    with made.as_person("Nour") as case:
        for each in checks:
            check_batch(case, "kestrel-2", each)
    with made.reading() as case:
        return source_record(case, "kestrel-2")


def test_a_source_of_which_nothing_was_checked_has_too_little_record_and_no_bound(made: TypedCase) -> None:
    found = checked(made)

    assert ("F", "channel, 0 batches checked", False) == (found.grade.letter, found.grade.beside, found.is_chosen_by_source)
    with made.reading() as case:
        assert {} == lower_bounds(case)


def test_ten_batches_have_the_bound_of_ten_and_a_second_check_of_one_adds_nothing(made: TypedCase) -> None:
    found = checked(made, *(replace(CHECK, batch=f"batch {number}") for number in range(10)), replace(CHECK, batch="Batch  3"))

    assert (10, 0.9167, 0.7616, "C") == (
        found.record.counted.genuine,
        round(found.record.mean, 4),
        round(found.record.lower95, 4),
        found.grade.letter,
    )
    with made.reading() as case:
        assert {"kestrel-2": pytest.approx(Reliability(UNIFORM, 10, 0).lower())} == lower_bounds(case)
    assert found.record.deceiving
    assert found.record.deceiving.next_genuine < found.record.mean


def test_two_checks_of_a_batch_that_disagree_are_told_and_count_as_open_until_one_is_taken_back(made: TypedCase) -> None:
    found = checked(made, CHECK, replace(FALSE, batch="Spring"))
    assert (("spring",), 0, 0, 1) == (found.disagreeing, *_counted(found))

    with made.as_person("Nour") as case:
        take_back_about_source(case, found.checks[1].told.signed.id)
    again = checked(made)
    assert ((), 1, 0, 0) == (again.disagreeing, *_counted(again))


def test_what_is_open_is_no_disagreement(made: TypedCase) -> None:
    found = checked(made, CHECK, replace(CHECK, outcome=CheckOutcome.OPEN))

    assert ((), 1, 0, 0) == (found.disagreeing, *_counted(found))


@pytest.mark.parametrize("chooser", ["source", "Source", "KESTREL-2"])
def test_a_record_of_batches_that_the_source_chose_says_so(made: TypedCase, chooser: str) -> None:
    own = checked(made, replace(CHECK, chosen_by=chooser))
    assert own.is_chosen_by_source

    mixed = checked(made, replace(CHECK, batch="autumn"))
    assert (False, (0.6667, 0.2236)) == (mixed.is_chosen_by_source, _rounded(mixed))


def test_kinds_of_material_have_records_of_their_own_and_those_never_settled_are_named(made: TypedCase) -> None:
    with made.as_person("Nour") as case:
        say_kinds(case, "kestrel-2", ["Letters", "films", "voices"])
    found = checked(
        made, CHECK, replace(CHECK, batch="b", kind="films", outcome=CheckOutcome.OPEN), replace(FALSE, batch="c", kind="orders")
    )

    assert ["films", "letters", "orders"] == [each.material for each in found.by_kind]
    assert ("films", "voices") == found.unchecked


def test_a_letter_by_hand_stands_beside_the_derived_one_and_the_last_one_holds(made: TypedCase) -> None:
    with made.as_person("Nour") as case:
        grade_source(case, "kestrel-2", "A", "known for years")
        grade_source(case, "kestrel-2", "D", "caught twice elsewhere")
    found = checked(made)

    assert ("D", "F", "caught twice elsewhere") == (found.grade.letter, found.grade.derived, found.grade.why)


def test_who_passed_it_on_is_followed_and_a_circle_is_named(made: TypedCase) -> None:
    with made.as_person("Nour") as case:
        name_parent(case, "kestrel-2", "flint-3")
        name_parent(case, "flint-3", "quartz-4")
        name_parent(case, "quartz-4", "flint-3")

    with made.reading() as case:
        records = {each.code_name: each for each in source_records(case)}
        assert {"kestrel-2": ("flint-3",), "flint-3": ("quartz-4",), "quartz-4": ("flint-3",)} == passed_on_in(case)
    assert (("flint-3", "quartz-4"), ()) == (records["kestrel-2"].behind, records["kestrel-2"].circle)
    assert (("kestrel-2", "quartz-4"), ("flint-3", "quartz-4")) == (records["flint-3"].passes_to, records["flint-3"].circle)


def _counted(found: SourceRecord) -> tuple[int, int, int]:
    counted = found.record.counted
    return counted.genuine, counted.false, counted.open


def _rounded(found: SourceRecord) -> tuple[float, float]:
    assert found.record.without_chosen
    mean, lower = found.record.without_chosen
    return round(mean, 4), round(lower, 4)
