from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kashf.bootstrap import create_case, open_for_writing
from kashf.domain.forms.template_fields import FieldKind
from kashf.services.case.copies.witnesses import group_copies
from kashf.services.case.open import WritableCase
from kashf.services.forms.keep_families import keep_families
from kashf.services.twins.changed_fields import changed_fields
from kashf.services.twins.twins import twins
from kashf.settings import Settings
from kashf.show.copy_words import compared_answer, field_line
from tests.unit.services.case.copies.test_filled_copies import own
from tests.unit.services.forms.filled import fill


@pytest.fixture
def case(tmp_path: Path) -> Iterator[WritableCase]:
    settings = Settings(actor="amal", home=tmp_path / "home")
    create_case(tmp_path / "a.case", name="a", settings=settings)
    with open_for_writing(tmp_path / "a.case", settings=settings) as opened:
        yield opened


def test_a_twin_says_which_field_of_the_form_was_changed_and_how(case: WritableCase) -> None:
    first, *_ = fill(case, *map(own, range(8)), own(0, nation="Ruritania"))
    keep_families(case)
    group_copies(case)

    (pair,) = twins(case.reading, first).compared
    assert [("3", FieldKind.NATIONALITY, "Arcadia", "Ruritania")] == [
        (each.number, each.kind, each.left.text, each.right.text) for each in pair.fields
    ]
    assert "field 3 \u2068Nationality\u2069: \u2068Arcadia\u2069 -> \u2068Ruritania\u2069" == field_line(pair.fields[0])
    assert ["Nationality"] == [each["label"] for each in compared_answer(pair)["fields"]]


def test_the_values_of_a_sealed_field_that_differs_are_not_told(case: WritableCase) -> None:
    first, *_, twin = fill(case, *map(own, range(8)), own(0, mother="Somebody Else"))
    keep_families(case)

    (changed,) = changed_fields(case.reading.view, first, twin)
    assert ("", "", True) == (changed.left.text, changed.right.text, changed.left.is_hidden)
    assert "field 2 \u2068Mother's name\u2069: sealed -> sealed" == field_line(changed)


def test_documents_that_are_no_forms_of_one_template_differ_in_no_fields(case: WritableCase) -> None:
    first, *_, letter = fill(case, *map(own, range(8)), "a letter that nobody filled in")
    keep_families(case)

    assert () == changed_fields(case.reading.view, first, letter)
