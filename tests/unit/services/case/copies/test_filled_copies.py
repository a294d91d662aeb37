from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kashf.bootstrap import create_case, open_for_writing
from kashf.domain.ids import DocumentId
from kashf.services.case.copies.filled_copies import FilledCopies
from kashf.services.case.copies.find_links import find_links
from kashf.services.case.copies.sheet_fits import SheetFits
from kashf.services.case.open import WritableCase
from kashf.services.forms.keep_families import keep_families
from kashf.settings import Settings
from tests.unit.services.forms.filled import fill, sheet

COUNTRIES = ("Arcadia", "Ruritania", "Freedonia")


@pytest.fixture
def case(tmp_path: Path) -> Iterator[WritableCase]:
    settings = Settings(actor="amal", home=tmp_path / "home")
    create_case(tmp_path / "a.case", name="a", settings=settings)
    with open_for_writing(tmp_path / "a.case", settings=settings) as opened:
        yield opened


def own(at: int, **changed: str) -> str:
    """Return a sheet of which each answer but the nation is of its own."""
    filled = {"nation": COUNTRIES[at % 3], "by": f"Abu {'ABCDEFGHIJ'[at]}adi", "extra": f"came by way of {'qwertyuiop'[at] * 4}"}
    return sheet(at, **(filled | changed))


def pairs(case: WritableCase) -> set[frozenset[DocumentId]]:
    """Return which documents are copies."""
    keep_families(case)
    return {frozenset({each.document, each.of}) for each in find_links(case.reading.view, SheetFits())}


def test_a_form_with_one_changed_value_is_a_twin_of_the_other(case: WritableCase) -> None:
    first, *_, twin = fill(case, *map(own, range(8)), own(0, nation="Ruritania"))

    assert {frozenset({first, twin})} == pairs(case)


def test_a_form_typed_anew_is_a_copy(case: WritableCase) -> None:
    retyped = own(3).replace("Name: Murad Q.", "Name:  Murad  Q").replace("DATA SHEET", "DATA SHEET, copy")
    ids = fill(case, *map(own, range(8)), retyped)

    assert {frozenset({ids[3], ids[8]})} == pairs(case)


def test_two_people_s_forms_are_no_copies_however_much_is_the_same(case: WritableCase) -> None:
    other = own(0, name="Idris W.")
    fill(case, *map(own, range(8)), other)

    assert set() == pairs(case)


def test_a_second_form_of_one_man_is_no_copy_of_the_first(case: WritableCase) -> None:
    fill(case, *map(own, range(8)), own(0, by="Abu Zaki", extra="went home twice"))

    assert set() == pairs(case)


def test_of_what_is_no_form_nothing_is_said_by_what_is_filled_in(case: WritableCase) -> None:
    ids = fill(case, *map(own, range(8)), "a letter that nobody filled in")
    keep_families(case)
    filled = FilledCopies(case.reading.view)

    assert filled.are_copies(ids[0], ids[8]) is None
    assert filled.are_copies(ids[0], ids[1]) is False


def test_what_is_perhaps_no_form_is_no_copy_and_no_twin_by_what_stands_in_it(case: WritableCase) -> None:
    words = ("river", "stone", "market", "window", "garden", "silver")
    asked = ("Serves", "Preparation", "Cooking", "Ingredients", "Tip")
    ids = fill(case, *("\n".join(f"{label}: {words[at]} {at * 7}" for label in asked) for at in range(6)))
    keep_families(case)
    filled = FilledCopies(case.reading.view)

    assert (None, []) == (filled.are_copies(ids[0], ids[1]), [*filled.links(set())])
