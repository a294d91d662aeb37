"""Forms among other documents: which are of one template, and what each has in which field."""

from __future__ import annotations

import random

from kashf.domain.forms.form_families import FamilyKind
from kashf.domain.forms.template_fields import FieldState
from kashf.entities.forms.find_families import FamilyCounts, find_families, find_templates
from tests.unit.entities.forms.pages import ENTRY, answers, document, filled, forms, letters


def test_forms_among_letters_are_one_family_whole_and_without_strangers() -> None:
    filled_in, strangers = forms(40), letters(60)

    found = find_families([*filled_in, *strangers])

    (family,) = found.families
    assert (FamilyKind.FORM, "بيانات وافد", 40) == (family.kind, family.title, family.records)
    assert ENTRY == tuple(field.label for field in family.fields)
    assert [str(number) for number in range(1, 9)] == [field.number for field in family.fields]
    assert {texts.document for texts in filled_in} == {record.id.document for record in found.records}


def test_each_value_is_verbatim_at_its_span() -> None:
    texts = forms(12)
    by_id = {each.document: each.pages[0].text for each in texts}

    for record in find_families(texts).records:
        lines = [line.split(": ", 1)[1] for line in by_id[record.id.document].splitlines()[1:]]
        assert lines == [value.text for value in record.values]
        for value in record.values:
            assert value.span is not None
            assert value.text == by_id[value.span.document][value.span.start : value.span.end]


def test_a_value_that_all_forms_share_is_a_value_where_structure_says_so() -> None:
    chance = random.Random(5)
    texts = [document(filled(ENTRY, [*answers(7, chance), "لا يوجد"])) for _ in range(20)]

    assert {"لا يوجد"} == {record.values[-1].text for record in find_families(texts).records}


def test_a_field_that_nobody_filled_in_is_blank_and_one_that_is_not_there_is_not_found() -> None:
    chance = random.Random(6)
    blank = document(filled(ENTRY, [*answers(4, chance), "", *answers(3, chance)]))
    torn = document(filled(ENTRY[:6], answers(6, chance)))

    states = {each.id.document: [value.state for value in each.values] for each in find_families([*forms(20), blank, torn]).records}

    assert FieldState.BLANK is states[blank.document][4]
    assert [FieldState.NOT_FOUND] * 2 == states[torn.document][6:]


def test_counting_documents_one_by_one_says_the_same_in_any_order() -> None:
    texts = [*forms(15), *letters(15)]
    whole = find_families(texts).families
    random.Random(7).shuffle(texts)

    templates = find_templates(texts)
    counts = FamilyCounts(templates.found)
    for each in texts:
        counts.add(templates.read(each))

    assert whole == counts.families()
