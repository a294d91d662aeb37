from __future__ import annotations

import random
from collections.abc import Sequence

import pytest

from kashf.domain.forms.template_fields import FieldState
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


#: What is asked of two guarantors, and what the form asks before, with what it may share with them, and behind.
BLOCK = ("Full name", "Date of birth", "Address")
OWN = ("Applicant", "Unit", "Date of entry")
SHARED = ("Full name", "Unit", "Date of entry")
BEHIND = ("Remarks", "Signed by")


def _with_guarantors(own: Sequence[str], behind: Sequence[str], block: Sequence[str], *, of: int, chance: random.Random) -> str:
    def asked(labels: Sequence[str]) -> list[str]:
        return [f"{label}: {answer}" for label, answer in zip(labels, answers(len(labels), chance), strict=True)]

    blocks = [[f"Guarantor {number}", *asked(block)] for number in range(1, of + 1)]
    return "\n".join(["APPLICATION", *asked(own), *(line for each in blocks for line in each), *asked(behind)])


@pytest.mark.parametrize("own", [OWN, SHARED])
@pytest.mark.parametrize("behind", [(), BEHIND])
@pytest.mark.parametrize("block", [BLOCK, (*BLOCK, "Telephone")])
@pytest.mark.parametrize("of", [2, 3])
def test_a_block_that_is_asked_of_each_guarantor_is_of_one_form_also_where_many_lie_in_a_file(
    own: Sequence[str], behind: Sequence[str], block: Sequence[str], of: int
) -> None:
    chance = random.Random(2)
    single = [document(_with_guarantors(own, behind, block, of=of, chance=chance)) for _ in range(14)]
    pairs = ["\n\n".join(_with_guarantors(own, behind, block, of=of, chance=chance) for _ in range(2)) for _ in range(6)]

    found = find_families([*single, *map(document, pairs)])

    (family,) = found.families
    assert (26, 20) == (family.records, family.documents)
    assert len(own) + of * len(block) + len(behind) == len(family.fields)
    assert {FieldState.FILLED} == {value.state for record in found.records for value in record.values}
