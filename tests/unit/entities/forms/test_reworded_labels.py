"""Fields that another edition asks in other words, and labels that are fields of their own."""

from __future__ import annotations

from kashf.entities.forms.reworded_labels import reworded


def test_a_label_that_another_edition_asks_beside_the_field_is_no_other_wording_of_it() -> None:
    both = ("no", "full name", "family name", "when", "place")
    editions = [both, ("full name", "when", "place"), ("no", "family name", "when")]

    found, readings = reworded(editions, {label: label for label in both})

    assert editions == found
    assert {label: label for label in both} == readings


def test_a_label_in_other_words_is_so_in_all_editions() -> None:
    editions = [("no", "name", "when"), ("no", "full name", "when"), ("full name", "when", "place")]

    found, readings = reworded(editions, {label: label for edition in editions for label in edition})

    assert [("no", "name", "when"), ("name", "when", "place")] == found
    assert "name" == readings["full name"]
    assert {key for edition in found for key in edition} <= set(readings.values())
