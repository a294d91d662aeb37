"""What is taken for filled in, and what is printed around it."""

import random

import pytest

from kashf.domain.forms.template_fields import FieldState
from kashf.entities.forms.find_families import FoundFamilies, PageTexts, find_families
from tests.unit.entities.forms.pages import ENTRY, NAMES, answers, document, filled, forms

_FRENCH = ("Nom et prénom", "Surnom", "Nationalité", "Lieu de naissance", "Compétences", "Signature")


def _texts(found: FoundFamilies, texts: PageTexts) -> dict[str, str]:
    return {str(value.field): value.text for record in found.records if record.id.document == texts.document for value in record.values}


@pytest.mark.parametrize("stamp", ["Vu et approuvé", "Page 1 sur 2"])
def test_a_stamp_below_a_last_label_that_nobody_answered_is_no_answer(stamp: str) -> None:
    stamped = document(filled(_FRENCH, [*answers(5, random.Random(7)), ""], title="Fiche", line="{label} : {value}") + "\n" + stamp)
    found = find_families([*forms(12, _FRENCH, title="Fiche", line="{label} : {value}"), stamped])
    assert _texts(found, stamped)["signature"] == ""


def test_a_last_answer_below_its_label_is_one_where_all_are() -> None:
    some = forms(12, _FRENCH, title="Fiche", line="{label}\n{value}")
    found = find_families(some)
    assert all(_texts(found, each)["signature"] for each in some)


def test_a_running_foot_between_fields_is_no_part_of_an_answer() -> None:
    chance = random.Random(3)
    values = answers(len(ENTRY), chance)
    broken = document(filled(ENTRY, values).replace("\n5 ", "\n   بيانات    صفحة 1 من 2\n5 "))
    found = find_families([*forms(12), broken])
    assert list(_texts(found, broken).values()) == values


def test_a_name_that_nearly_all_begin_with_a_kunya_keeps_it() -> None:
    chance = random.Random(5)
    some = []
    for _ in range(20):
        values = answers(len(ENTRY), chance)
        values[1] = f"أبو {chance.choice(NAMES)}"
        some.append((values, document(filled(ENTRY, values, line="{number}- {label} {value}"))))
    found = find_families([texts for _, texts in some])
    assert [_texts(found, texts)["الكنيه"] for _, texts in some] == [values[1] for values, _ in some]


def test_a_form_that_leaves_out_the_colons_of_the_others_is_read_by_its_numbers() -> None:
    values = answers(len(ENTRY), random.Random(9))
    bare = document(filled(ENTRY, values, line="{number}. {label} {value}"))
    found = find_families([*forms(30), bare])
    assert list(_texts(found, bare).values()) == values


@pytest.mark.parametrize("line", ["{number} {label}: {value}", "{number} {label} {value}", "{number} {label}\t{value}"])
def test_a_stroke_is_none_and_not_blank(line: str) -> None:
    values = answers(len(ENTRY), random.Random(9))
    struck = document(filled(ENTRY, [*values[:3], "---", *values[4:]], line=line))
    found = find_families([*forms(30, line=line), struck])
    states = [record.values[3].state for record in found.records if record.id.document == struck.document]
    assert states == [FieldState.NONE]


def test_second_pages_behind_all_first_ones_are_taken_in_their_order_and_doubted() -> None:
    chance = random.Random(4)
    first, second = (answers(len(ENTRY), chance) for _ in range(2))
    halves = [filled(ENTRY, values).split("\n5 ") for values in (first, second)]
    apart = document(*(top for top, _ in halves), *(f"بيانات وافد\n5 {rest}" for _, rest in halves))
    found = find_families([*forms(20), apart])
    records = [record for record in found.records if record.id.document == apart.document]
    assert [[value.text for value in record.values] for record in records] == [first, second]
    assert [[bool(value.notes) for value in record.values] for record in records] == [[False] * 4 + [True] * 4] * 2


def test_a_first_page_without_its_second_takes_none_of_the_next_form() -> None:
    chance = random.Random(4)
    first, second = (answers(len(ENTRY), chance) for _ in range(2))
    top = filled(ENTRY, first).split("\n5 ")[0]
    found = find_families([*forms(20), alone := document(top, *filled(ENTRY, second).split("\n5 "))])
    records = [record for record in found.records if record.id.document == alone.document]
    assert [value.text for value in records[0].values] == first[:4] + [""] * 4


def test_words_beside_an_answer_and_struck_ones_are_told() -> None:
    values = answers(len(ENTRY), random.Random(9))
    noted = document(filled(ENTRY, [f"{values[0]} (مكرر؟)", f"~~{values[1]}~~ سالم", *values[2:]]))
    found = find_families([*forms(12), noted])
    record = next(record for record in found.records if record.id.document == noted.document)
    assert [value.notes for value in record.values[:3]] == [("added",), ("struck",), ()]


def test_a_row_of_a_table_whose_label_was_not_read_is_no_part_of_the_answer_above() -> None:
    labels = ENTRY[:6]
    some = forms(6, labels, line="{label}\t{value}")
    lines = [f"{label}\tvalue{at}" if at != 3 else f"#!~\tvalue{at}" for at, label in enumerate(labels)]
    odd = document("\n".join(["بيانات وافد", *lines]))
    (record,) = (each for each in find_families([*some, odd]).records if each.id.document == odd.document)
    texts = [value.text for value in record.values]

    assert "value2" in texts
    assert not any("value3" in text for text in texts)
