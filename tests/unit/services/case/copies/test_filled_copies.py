from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from random import Random

import pytest

from kashf.bootstrap import create_case, open_for_writing
from kashf.domain.ids import DocumentId
from kashf.intake.near_texts.compared_text import ComparedText
from kashf.ports.views import CaseView
from kashf.services.case.copies import find_links as find_links_module
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


def test_the_words_of_forms_that_say_enough_are_not_compared(case: WritableCase, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    fill(case, *map(own, range(8)), own(0, nation="Ruritania"), "a letter that nobody filled in")
    keep_families(case)
    texts = find_links_module._texts

    def counted(view: CaseView, ids: Sequence[str], mails: frozenset[DocumentId]) -> Iterator[tuple[str, ComparedText]]:
        read.extend(ids)
        return texts(view, ids, mails)

    monkeypatch.setattr(find_links_module, "_texts", counted)

    assert [] != [*find_links(case.reading.view, SheetFits())]
    assert [] == read


def test_a_form_that_says_nothing_of_its_own_is_compared_by_its_words(case: WritableCase) -> None:
    """Of what is filled in nothing tells whose they are, so that the first of two alike is found by the text."""
    bare = {"name": "", "mother": "", "nation": "Arcadia", "by": "Abu Jabir", "extra": ""}
    first, *_, second = fill(case, sheet(0, **bare), *map(own, range(1, 9)), sheet(0, **bare).replace("DATA SHEET", "DATA  SHEET, copy"))
    keep_families(case)

    assert not {first, second} & FilledCopies(case.reading.view).settled().keys()


def test_forms_are_held_against_those_with_two_rare_values_of_theirs_alone(case: WritableCase, monkeypatch: pytest.MonkeyPatch) -> None:
    ids = fill(case, *map(own, range(8)), own(0, nation="Ruritania"), own(1, by="Abu Gadi"))
    keep_families(case)
    asked: list[frozenset[DocumentId]] = []
    are_copies = FilledCopies.are_copies

    def counted(self: FilledCopies, left: DocumentId, right: DocumentId) -> bool | None:
        asked.append(frozenset({left, right}))
        return are_copies(self, left, right)

    monkeypatch.setattr(FilledCopies, "are_copies", counted)

    assert {frozenset({ids[0], ids[8]})} <= {frozenset({each.document, each.of}) for each in FilledCopies(case.reading.view).links(set())}
    assert {frozenset({ids[0], ids[8]}), frozenset({ids[1], ids[9]})} >= {*asked}


@pytest.mark.parametrize("seed", range(3))
def test_every_pair_that_is_a_copy_by_what_is_filled_in_is_found(case: WritableCase, seed: int) -> None:
    rng = Random(seed)
    changes = ({rng.choice(["nation", "extra"]): rng.choice(["Elbonia", "Ruritania"])} for _ in range(8))
    sheets = [*map(own, range(8)), *(own(rng.randrange(8), **changed) for changed in changes)]
    ids = fill(case, *dict.fromkeys(sheets))
    keep_families(case)
    filled = FilledCopies(case.reading.view)
    each_with_each = {frozenset(pair) for pair in combinations(ids, 2) if filled.are_copies(*sorted(pair))}
    first = {min(pair) for pair in each_with_each}

    assert each_with_each
    assert {document for pair in each_with_each for document in pair} == first | {each.document for each in filled.links(set())}


def test_what_many_forms_say_is_held_once_and_what_is_long_in_part(case: WritableCase) -> None:
    ids = fill(case, *(own(at, nation="Arcadia", extra=f"{'long ' * 100}{at}") for at in range(8)))
    keep_families(case)
    filled = FilledCopies(case.reading.view)
    said = [filled.forms[each][0][1] for each in ids]

    assert len({id(some[2]) for some in said}) == 1
    assert len({some[4] for some in said}) == len(said)
    assert all(len(value.told) < 500 and len(value.words) < 500 for some in said for value in some if value)
