from __future__ import annotations

import pytest

from kashf.domain.document import Span
from kashf.domain.forms.form_decisions import FieldMapped
from kashf.domain.forms.form_families import FormDoubt
from kashf.domain.forms.template_fields import FieldKind, FieldState
from kashf.errors import NoSuchFieldError
from kashf.language.words.visible import isolate
from kashf.ports.stages import LETTERS
from kashf.services.case.open import WritableCase
from kashf.services.forms.decide_forms import map_field, take_back
from kashf.services.forms.keep_families import families_version, keep_families
from kashf.services.forms.told_families import families, field_named
from kashf.services.letters.keep_letters import keep_letters
from kashf.show.forms.form_answers import family_head
from kashf.show.forms.told_forms import family_line
from tests.contracts.case_stores import set_aside
from tests.unit.services.forms.filled import LABELS, fill, sheet


def test_forms_are_found_and_kept_with_what_they_say(case: WritableCase) -> None:
    ids = fill(case, *(sheet(at) for at in range(5)), sheet(5, nation="none"), "A letter without any form in it.")

    assert 6 == keep_families(case)
    view = case.reading.view
    (kept,) = view.kept_families()
    nation = kept.family.fields[2]
    assert (families_version(), [*LABELS.values()], 6) == (
        view.families_version(),
        [field.label for field in kept.family.fields],
        kept.family.records,
    )
    assert [FieldKind.NAME, FieldKind.MOTHER, FieldKind.NATIONALITY, FieldKind.FREE] == [*kept.kinds[:4]]
    assert [*[FieldState.FILLED] * 5, FieldState.NONE] == [cell.state for cell in view.value_cells(kept.family.id, nation.key)]
    start = sheet(0).index("Arcadia")
    assert Span(ids[0], 1, start, start + 7) == view.values_in(kept.family.id, nation.key)[0].value.span
    assert {(ids[0], 1)} == {*view.template_places(ids[:1])}


def test_nothing_is_done_where_nothing_changed_and_all_when_a_form_came(case: WritableCase) -> None:
    fill(case, *(sheet(at) for at in range(4)))
    told: list[tuple[int, int]] = []
    keep_families(case, report=lambda done, total: told.append((done, total)))

    assert ([(8, 8)], 0) == (told, keep_families(case))
    fill(case, sheet(4), first=4)
    assert 5 == keep_families(case)


def test_what_is_set_aside_is_gone_at_once_and_back_when_that_is_taken_back(case: WritableCase) -> None:
    ids = fill(case, *(sheet(at) for at in range(4)))
    keep_families(case)
    view = case.reading.view

    set_aside(case.store, ids[0])
    assert ids[1:] == [head.document for head in view.record_heads()]
    set_aside(case.store)
    keep_families(case)
    assert ids == [head.document for head in view.record_heads()]


def test_a_case_without_forms_has_no_families(case: WritableCase) -> None:
    fill(case, "One letter.", "Another one, of other words.")

    assert (0, ()) == (keep_families(case), case.reading.view.kept_families())
    assert families_version() == case.reading.view.families_version()


def recipes(count: int) -> list[str]:
    words = ("river", "stone", "market", "window", "garden", "silver")
    asked = ("Serves", "Preparation", "Cooking", "Ingredients", "Tip")
    return ["\n".join(f"{label}: {words[at]} {at * 7}" for label in asked) for at in range(count)]


def test_what_is_perhaps_no_form_stands_last_and_prints_nothing_until_a_person_maps_a_field(case: WritableCase) -> None:
    ids = fill(case, *recipes(6), *(sheet(at) for at in range(4)))
    keep_families(case)
    form, recipe = families(case.reading).families

    assert (None, FormDoubt.NO_KNOWN_FIELD, 4, 6) == (form.doubt, recipe.doubt, form.records, recipe.records)
    assert {(ids[6], 1)} == {*case.reading.view.template_places([ids[0], ids[6]])}

    decided = map_field(case, recipe, recipe.fields[0], FieldMapped(recipe.fields[0].key, FieldKind.NUMBER, "", is_sealed=False))
    assert 10 == keep_families(case)
    assert [None, None] == [each.doubt for each in families(case.reading).families]
    assert {(ids[0], 1), (ids[6], 1)} == {*case.reading.view.template_places([ids[0], ids[6]])}
    assert 0 == keep_families(case)

    take_back(case, decided.id)
    assert 10 == keep_families(case)
    assert [None, FormDoubt.NO_KNOWN_FIELD] == [each.doubt for each in families(case.reading).families]


LETTER = """Office of Wells
Number: {number}
Date: 0{day} June 2014
To: {office}
Subject: {subject} of the northern store
You are to hand over {number} radios to the Court.
Enclosed: list {number}
Copy: {copy}
"""
TOLD = (("Bridges", "radios", "Court"), ("Roads", "batteries", "Mill"), ("Stores", "spares", "Guard"), ("Mills", "cables", "Gate"))


def read_letters(case: WritableCase) -> None:
    """Keep what letters say as the stage would."""
    with case.store.unit() as uow:
        uow.lease(LETTERS, limit=100)
        uow.put_rows(LETTERS, [*keep_letters(case.reading.view, sorted(case.reading.view.page_counts()))], version="1")
        uow.commit()


def test_letters_of_one_layout_are_no_form_unless_a_person_says_so(case: WritableCase) -> None:
    told = enumerate(TOLD, 1)
    papers = [LETTER.format(number=11 * at, day=at, office=office, subject=what, copy=copy) for at, (office, what, copy) in told]
    ids = fill(case, *papers, *(sheet(at) for at in range(4)))
    read_letters(case)
    keep_families(case)
    form, letters = families(case.reading).families

    assert (None, FormDoubt.LETTERS, 4, 4) == (form.doubt, letters.doubt, form.records, letters.records)
    assert {(ids[5], 1)} == {*case.reading.view.template_places([ids[0], ids[5]])}

    field = letters.fields[0]
    map_field(case, letters, field, FieldMapped(field.key, FieldKind.NUMBER, "", is_sealed=False))
    keep_families(case)
    assert {(ids[0], 1), (ids[5], 1)} == {*case.reading.view.template_places([ids[0], ids[5]])}


def test_forms_of_one_family_with_two_titles_say_so(case: WritableCase) -> None:
    fill(case, *(sheet(at) for at in range(4)), *(sheet(at).replace("DATA SHEET", "ENTRY CARD") for at in range(4, 9)))
    keep_families(case)

    (found,) = families(case.reading).families

    assert (9, (("ENTRY CARD", 5), ("DATA SHEET", 4))) == (found.records, found.titles)
    assert f"; may be two templates: title {isolate('ENTRY CARD')} on 5 forms, {isolate('DATA SHEET')} on 4 forms" in family_line(found)
    assert [{"title": "ENTRY CARD", "records": 5}, {"title": "DATA SHEET", "records": 4}] == family_head(found)["titles"]


def test_a_field_that_is_not_there_is_answered_with_what_can_be_asked(case: WritableCase) -> None:
    fill(case, *(sheet(at) for at in range(4)))
    keep_families(case)
    (found,) = families(case.reading).families

    with pytest.raises(NoSuchFieldError) as refused:
        field_named(found, "nope")

    assert "0 fields of this family are called nope; it can be: 1 Name (name), " in str(refused.value)
    assert "4 Spoken for by (free)" in str(refused.value.about["could"])
