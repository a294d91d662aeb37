"""Copies of one text look like a template of which everything is printed."""

from __future__ import annotations

import random

import pytest

from kashf.domain.document import Origin
from kashf.entities.forms.find_families import PageTexts, find_families
from tests.unit.entities.forms.pages import ENTRY, answers, document, filled

SCRAWLS = "·*~^"


def copies(count: int, *, changed: int = 0, origin: Origin = Origin.DIGITAL) -> list[PageTexts]:
    """Return copies of one form, of which the first answers are others in each."""
    values = answers(len(ENTRY), random.Random(3))
    found = []
    for at in range(count):
        own = [f"{value} {SCRAWLS[at % 4] if origin is Origin.OCR else ''}".strip() for value in values]
        own[:changed] = answers(changed, random.Random(100 + at))
        found.append(document(filled(ENTRY, own) + f"\n{'-' * at}", origin=origin))
    return found


@pytest.mark.parametrize("changed", [0, 1])
@pytest.mark.parametrize("origin", [Origin.DIGITAL, Origin.OCR])
def test_copies_of_one_text_and_its_twins_are_no_family(changed: int, origin: Origin) -> None:
    assert () == find_families(copies(12, changed=changed, origin=origin)).families


def test_two_answers_that_vary_make_a_family_of_forms() -> None:
    (family,) = find_families(copies(12, changed=2)).families

    assert 12 == family.records


def test_what_stands_above_the_labels_is_printed_and_what_stands_below_is_not() -> None:
    chance = random.Random(9)
    signed = [document(filled(ENTRY, answers(8, chance)) + "\nأبو صخر البلدي") for _ in range(12)]

    filled_in = find_families(signed).filled
    texts = {each.document: each.pages[0].text for each in signed}

    for each in filled_in:
        printed = [texts[each.document][span.start : span.end] for span in each.printed]
        assert "بيانات وافد" in printed
        assert "أبو صخر البلدي" not in printed
    assert 12 == len(filled_in)


@pytest.mark.parametrize(("origin", "asked"), [(Origin.OCR, True), (Origin.DIGITAL, False)])
def test_of_two_scans_each_label_counts_that_surely_is_one(origin: Origin, asked: bool) -> None:
    chance = random.Random(11)
    sound, misread = ENTRY, (*ENTRY[:4], "احتمه", *ENTRY[5:])

    (family,) = find_families(document(filled(labels, answers(len(labels), chance)), origin=origin) for labels in (sound, misread)).families

    assert asked == ("الجنسية" in {field.label for field in family.fields})
    assert "احتمه" not in {field.label for field in family.fields}
