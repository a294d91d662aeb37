from __future__ import annotations

import random

from kashf.entities.forms.find_families import find_families
from tests.unit.entities.forms.pages import answers, document, filled, forms

ASKED = ("Name", "Date of birth", "Telephone", "Guarantor", "Telephone", "Nationality")


def test_a_label_that_is_asked_twice_without_numbers_is_two_fields_of_one_form() -> None:
    chance = random.Random(1)
    documents = [document(filled(ASKED, answers(6, chance), line="{label}: {value}")) for _ in range(20)]

    found = find_families(documents)

    (family,) = found.families
    assert (20, 20) == (family.records, family.documents)
    assert ["name", "date of birth", "telephone", "guarantor", "telephone #2", "nationality"] == [field.key for field in family.fields]
    assert all(len({value.text for value in record.values}) == 6 for record in found.records)


def test_a_second_form_behind_the_first_is_one_of_its_own() -> None:
    pairs = zip(forms(12, seed=3), forms(12, seed=4), strict=True)

    (family,) = find_families([document(f"{one.pages[0].text}\n\n{other.pages[0].text}") for one, other in pairs]).families

    assert (24, 12, 8) == (family.records, family.documents, len(family.fields))
