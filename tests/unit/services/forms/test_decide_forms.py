from __future__ import annotations

from dataclasses import replace

import pytest

from kashf.domain.entity import Verdict
from kashf.domain.forms.form_decisions import FieldMapped
from kashf.domain.forms.template_fields import FieldKey, FieldKind, FieldState
from kashf.errors import NotAllowedError, NotFoundError, UsageError
from kashf.services.case.open import WritableCase
from kashf.services.forms.decide_forms import join_families, join_values, map_field, take_back
from kashf.services.forms.form_values import FieldValues, ValueGroup, cells_of, records, values_of
from kashf.services.forms.keep_families import keep_families
from kashf.services.forms.told_families import FormFamily, count_states, families, family, field_named
from tests.unit.services.forms.filled import fill, sheet

BY = FieldKey("spoken for by")


def only(case: WritableCase) -> FormFamily:
    (found,) = families(case.reading).families
    return found


def field(case: WritableCase, asked: str) -> FieldValues:
    of = only(case)
    return values_of(case.reading, of, field_named(of, asked))


def groups(case: WritableCase, asked: str) -> list[tuple[str, int]]:
    return [(each.label, each.records) for each in field(case, asked).groups]


@pytest.fixture
def filled(case: WritableCase) -> WritableCase:
    """Six data sheets, one of them without whoever recommended him; two say the country in other words."""
    nations = ("Sweden", "Sweden", "Swedish", "Arcadia", "Arcadian", "none")
    fill(case, *(sheet(at, nation=nation, by="" if at == 5 else "Abu Jabir") for at, nation in enumerate(nations)))
    keep_families(case)
    return case


def test_a_field_that_somebody_maps_is_read_by_that_at_once_and_on_forms_that_come_later(filled: WritableCase) -> None:
    of = only(filled)
    assert [BY] == [each.key for each in of.unmapped if each.key == BY]

    decided = map_field(
        filled, of, field_named(of, "4"), FieldMapped(BY, FieldKind.GUARANTOR, "who vouched", is_sealed=False), why="the stamp"
    )
    assert ("who vouched", FieldKind.GUARANTOR, "the stamp") == (*_told(filled, "who vouched"), decided.why)
    fill(filled, sheet(6, by="Abu Jabir"), first=6)
    keep_families(filled)

    assert FieldKind.GUARANTOR in filled.reading.view.kept_families()[0].kinds
    assert [("Abu Jabir", 6)] == groups(filled, "guarantor")


def test_what_is_taken_back_is_read_as_before(filled: WritableCase) -> None:
    of = only(filled)
    before = filled.reading.view.form_records(records(filled.reading, of))
    decided = map_field(filled, of, field_named(of, "nationality"), FieldMapped(BY, FieldKind.YES_NO, "", is_sealed=True))
    assert before != filled.reading.view.form_records(records(filled.reading, of))
    assert field_named(only(filled), "3").is_sealed

    take_back(filled, decided.id[:12])

    assert before == filled.reading.view.form_records(records(filled.reading, of))
    with pytest.raises(NotFoundError):
        take_back(filled, decided.id)


def test_values_that_say_one_thing_are_counted_as_one_and_blank_apart_from_none(filled: WritableCase) -> None:
    nations = field(filled, "nationality")

    assert ("SE", 3) == (nations.groups[0].key, nations.groups[0].records)
    assert {FieldState.FILLED: 5, FieldState.NONE: 1} == nations.states
    assert {FieldState.FILLED: 5, FieldState.BLANK: 1} == field(filled, "spoken").states
    assert {FieldState.FILLED: 5, FieldState.BLANK: 1} == count_states(filled.reading, only(filled))[BY]


def test_values_are_joined_and_parted_by_people(filled: WritableCase) -> None:
    of = only(filled)
    nation = field_named(of, "nationality")
    before = {each.label: each for each in field(filled, "nationality").groups[1:]}
    assert {"Arcadia": True, "Arcadian": True} == {label: each.is_undecided for label, each in before.items()}

    joined = join_values(filled, of, nation, ("arcadian", "Arcadia"), why="adjective")
    told = field(filled, "nationality")
    assert [("SE", 3), (before["Arcadia"].key, 2)] == [(each.key, each.records) for each in told.groups]
    assert ({before["Arcadia"].key, before["Arcadian"].key}, 0) == ({*told.groups[1].keys}, told.undecided)
    cells = cells_of(filled.reading, of, nation)
    assert ["SE", "SE", "SE", told.groups[1].key, told.groups[1].key, ""] == [cell.key for cell in cells]
    assert 2 == len(records(filled.reading, of, [(nation, told.groups[1].key)]))

    take_back(filled, joined.id)
    join_values(filled, of, nation, ("Arcadian", "Arcadia"), verdict=Verdict.DIFFERENT)
    assert [("Arcadia", False), ("Arcadian", False)] == [(each.label, each.is_undecided) for each in _others(filled)]


def test_a_same_that_would_cross_a_different_is_not_followed(filled: WritableCase) -> None:
    of = only(filled)
    nation = field_named(of, "nationality")
    join_values(filled, of, nation, ("Arcadian", "Sweden"), verdict=Verdict.DIFFERENT)
    join_values(filled, of, nation, ("Arcadia", "Sweden"))
    join_values(filled, of, nation, ("Arcadian", "Arcadia"))

    assert 4 == field(filled, "nationality").groups[0].records


def test_what_two_people_say_otherwise_is_followed_on_neither_side(filled: WritableCase) -> None:
    of = only(filled)
    join_values(replace(filled, person="p1"), of, field_named(of, "3"), ("Arcadian", "Arcadia"))
    join_values(replace(filled, person="p2"), of, field_named(of, "3"), ("Arcadian", "Arcadia"), verdict=Verdict.DIFFERENT)

    assert [("Arcadia", True), ("Arcadian", True)] == [(each.label, each.is_undecided) for each in _others(filled)]


def test_only_who_signed_a_decision_takes_it_back(filled: WritableCase) -> None:
    of = only(filled)
    signed = map_field(replace(filled, person="p1"), of, of.fields[0], FieldMapped(BY, FieldKind.FREE, "", is_sealed=False))

    with pytest.raises(NotAllowedError):
        take_back(replace(filled, person="p2"), signed.id)


def test_two_families_that_are_editions_of_one_template_are_told_as_one(case: WritableCase) -> None:
    other = ("Full name", "Blood group", "Height", "Weight", "Shoe size")
    fill(case, *(sheet(at) for at in range(4)))
    people = [("Adil S.", "O", "180", "81", "43"), ("Badr T.", "A", "171", "70", "41"), ("Fadi U.", "B", "169", "77", "42")]
    texts = ["INTAKE CARD\n" + "\n".join(f"{label}: {value}" for label, value in zip(other, values, strict=True)) for values in people]
    fill(case, *texts, first=4)
    keep_families(case)
    first, second = families(case.reading).families

    joined = join_families(case, first, second, [(field_named(first, "name"), field_named(second, "full name"))])
    one = only(case)

    assert (7, 2, first.id) == (one.records, len(one.members), one.id)
    assert one == family(case.reading, second.id[:6])
    names = values_of(case.reading, one, field_named(one, "1"))
    assert ({FieldState.FILLED: 7}, 3) == (names.states, count_states(case.reading, one)[FieldKey("nationality")][FieldState.NOT_ASKED])
    take_back(case, joined.id)
    assert 2 == len(families(case.reading).families)
    with pytest.raises(UsageError):
        join_families(case, first, first)


def test_a_field_or_a_family_that_nothing_or_too_much_answers_to_is_refused(filled: WritableCase) -> None:
    of = only(filled)

    for asked in ("9", "shoe size", ""):
        with pytest.raises(NotFoundError):
            field_named(of, asked)
    for beginning in ("", "zz"):
        with pytest.raises(NotFoundError):
            family(filled.reading, beginning)
    with pytest.raises(UsageError):
        join_values(filled, of, field_named(of, "3"), ("Sweden", "SE"))


def _told(case: WritableCase, asked: str) -> tuple[str, FieldKind]:
    found = field_named(only(case), asked)
    return found.name, found.kind


def _others(case: WritableCase) -> tuple[ValueGroup, ...]:
    return tuple(sorted(field(case, "nationality").groups[1:], key=lambda each: each.label))
