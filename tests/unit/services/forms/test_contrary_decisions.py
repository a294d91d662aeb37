from __future__ import annotations

from dataclasses import replace

from kashf.domain.entity import Verdict
from kashf.domain.forms.form_decisions import FieldMapped
from kashf.domain.forms.template_fields import FieldKey, FieldKind
from kashf.services.case.open import WritableCase
from kashf.services.forms.contrary_decisions import FormConflict, form_conflicts
from kashf.services.forms.decide_forms import join_values, map_field, take_back
from kashf.services.forms.keep_families import keep_families
from kashf.services.forms.told_families import FormFamily, families, field_named
from kashf.services.ledger.persons import introduce
from kashf.show.forms.form_answers import conflict_answer
from kashf.show.forms.told_forms import conflict_lines
from tests.unit.services.forms.filled import fill, sheet

BY = FieldKey("spoken for by")


def two(case: WritableCase) -> tuple[WritableCase, WritableCase]:
    """Take in sheets, and return the case as two persons open it."""
    fill(case, *(sheet(at, nation="Arcadian" if at == 1 else "Arcadia") for at in range(4)))
    keep_families(case)
    amal, basim = (introduce(case, name).id for name in ("Amal", "Basim"))
    return replace(case, person=amal, actor="Amal"), replace(case, person=basim, actor="Basim")


def only(case: WritableCase) -> FormFamily:
    (found,) = families(case.reading).families
    return found


def say(case: WritableCase, kind: FieldKind, *, is_sealed: bool = False) -> str:
    of = only(case)
    return map_field(case, of, field_named(of, BY), FieldMapped(BY, kind, "", is_sealed), why=f"it is {kind}").id


def conflicts(case: WritableCase) -> tuple[FormConflict, ...]:
    return form_conflicts(case.reading.view, only(case))


def test_what_two_persons_say_that_a_field_asks_is_told_with_what_stands_until_one_gives_way(case: WritableCase) -> None:
    amal, basim = two(case)
    say(amal, FieldKind.GUARANTOR)
    assert () == conflicts(case)
    last = say(basim, FieldKind.GO_BETWEEN)

    (conflict,) = conflicts(case)
    told = conflict_answer(conflict)
    assert (["Basim", "Amal"], last, "kind") == ([each["by"] for each in told["said"]], told["stands"], told["about"])
    lines = list(conflict_lines(conflict))
    assert [True, False] == [line.endswith("  stands") for line in lines[1:3]]
    assert "go-between" in lines[1]
    assert FieldKind.GO_BETWEEN is field_named(only(case), BY).kind

    again = say(amal, FieldKind.GO_BETWEEN)
    assert () == conflicts(case)
    take_back(amal, again)
    assert 1 == len(conflicts(case))
    take_back(basim, last)
    assert () == conflicts(case)


def test_one_person_who_changes_his_mind_contradicts_nobody_and_a_seal_is_something_to_differ_about(case: WritableCase) -> None:
    amal, basim = two(case)
    say(amal, FieldKind.PERSON)
    say(amal, FieldKind.GUARANTOR)
    assert () == conflicts(case)

    say(basim, FieldKind.GUARANTOR, is_sealed=True)
    assert 1 == len(conflicts(case))


def test_values_that_one_joins_and_another_parts_are_told_and_neither_word_stands(case: WritableCase) -> None:
    amal, basim = two(case)
    of = only(case)
    nation = field_named(of, "nationality")
    join_values(amal, of, nation, ("Arcadian", "Arcadia"))
    join_values(basim, of, nation, ("Arcadian", "Arcadia"), verdict=Verdict.DIFFERENT)

    (conflict,) = conflicts(case)
    assert (None, "values", ["different", "same"]) == (
        conflict.stands,
        conflict_answer(conflict)["about"],
        [each["verdict"] for each in conflict_answer(conflict)["said"]],
    )
    assert "neither is followed" in list(conflict_lines(conflict))[-1]

    map_field(amal, of, nation, FieldMapped(nation.key, FieldKind.NATIONALITY, "", is_sealed=True))
    told = str([conflict_answer(each) for each in conflicts(case)]) + "".join(
        line for each in conflicts(case) for line in conflict_lines(each)
    )
    assert "arcadia" not in told.casefold()
