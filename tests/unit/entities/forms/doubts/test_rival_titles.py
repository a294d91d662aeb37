from __future__ import annotations

import random

from kashf.entities.forms.find_families import PageTexts, find_families
from tests.unit.entities.forms.pages import ENTRY, answers, document, filled


def titled(count: int, title: str, *, seed: int) -> list[PageTexts]:
    chance = random.Random(seed)
    return [document(filled(ENTRY, answers(len(ENTRY), chance), title=title)) for _ in range(count)]


def test_forms_that_ask_the_same_under_two_titles_are_said_to_be_perhaps_of_two_templates() -> None:
    (family,) = find_families([*titled(14, "DATA OF FIGHTERS", seed=1), *titled(6, "DATA OF TRADERS", seed=2)]).families

    assert (20, (("DATA OF FIGHTERS", 14), ("DATA OF TRADERS", 6))) == (family.records, family.titles)


def test_titles_of_several_lines_are_told_together_without_those_that_all_have() -> None:
    one, other = titled(12, "MINISTRY\nDATA OF FIGHTERS\nfirst bureau", seed=1), titled(8, "MINISTRY\nDATA OF TRADERS\nmarket", seed=2)

    (family,) = find_families([*one, *other]).families

    assert (("DATA OF FIGHTERS / first bureau", 12), ("DATA OF TRADERS / market", 8)) == family.titles


def test_one_title_a_line_of_each_form_s_own_and_a_title_of_one_form_are_nothing_to_tell() -> None:
    own = [titled(1, f"DATA SHEET\n{word}", seed=at)[0] for at, word in enumerate(("river", "stone", "market", "window", "garden"))]

    (family,) = find_families([*titled(20, "DATA SHEET", seed=20), *own, *titled(1, "ENTRY", seed=30)]).families

    assert () == family.titles
