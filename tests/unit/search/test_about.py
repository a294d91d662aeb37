"""What is known of a file beside its text: its name in words, its folders, what it says about itself, and no noise."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kashf.ports.search import Layer
from kashf.search.about import about_lines, about_passages, in_words
from kashf.search.passages import Indexable
from tests.unit.search.test_passages import LETTER


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("IMG_20141025-DeirHafir12.jpg", "IMG 20141025 Deir Hafir 12 jpg"),
        ("أمر_الانسحاب2.pdf", "أمر الانسحاب 2 pdf"),
        ("PDFReport", "PDF Report"),
        ("plain name", "plain name"),
    ],
)
def test_a_name_falls_into_words(name: str, expected: str) -> None:
    assert expected == in_words(name)


def test_names_folders_and_what_names_somebody_are_known_and_settings_of_programs_are_not() -> None:
    metadata = {"author": "Mansour Haddad", "latitude": "36.2", "x-parsed-by": "tika", "pdf:version": "1.4", "company": "Al-Yaqut"}

    found = about_lines(["leak/orders/a.pdf", "other/a.pdf"], metadata)

    assert ["file-name", "folder", "folder", "author", "latitude", "company"] == [line.field for line in found]


def test_each_line_is_a_passage_of_its_own_that_is_no_text() -> None:
    item = Indexable(replace(LETTER, metadata={"author": "Mansour"}), (), places=("leak/Amr_12.pdf",))

    found = list(about_passages(item))

    assert {(Layer.ABOUT, 0)} == {(passage.layer, passage.page) for passage in found}
    assert {"amr", "12", "pdf"} <= set(found[0].words)
    assert ["mansour"] == list(found[-1].words)
