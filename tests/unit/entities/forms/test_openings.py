"""Where labels and values may stand: in every layout the same fields and the same values come out."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

import pytest

from kashf.entities.forms.cells import label_key
from kashf.entities.forms.find_families import PageTexts, find_families
from tests.unit.entities.forms.pages import ENTRY, answers, document, letters

Pairs = Sequence[tuple[str, str]]


def _lines(line: str) -> Callable[[Pairs], list[str]]:
    return lambda pairs: [line.format(n=n, label=label, value=value).rstrip() for n, (label, value) in enumerate(pairs, start=1)]


def _by_two(divider: str, between: str) -> Callable[[Pairs], list[str]]:
    return lambda pairs: [divider.join(f"{label}{between}{value}" for label, value in pairs[at : at + 2]) for at in range(0, len(pairs), 2)]


def _under_heads(pairs: Pairs) -> list[str]:
    rows = [pairs[at : at + 4] for at in range(0, len(pairs), 4)]
    return ["\t".join(each[of] for each in row) for row in rows for of in (0, 1)]


LAYOUTS: dict[str, Callable[[Pairs], list[str]]] = {
    "a colon without a number": _lines("{label}: {value}"),
    "a number without a colon": _lines("{n}. {label} {value}"),
    "neither": _lines("{label} {value}"),
    "a slash": _lines("{label} / {value}"),
    "dots": _lines("{n}) {label} ....{value}...."),
    "cells of a table": _lines("{label}\t{value}"),
    "numbered cells": _lines("{n}\t{label}\t{value}"),
    "two pairs in a row of a table": _by_two("\t", "\t"),
    "two pairs on a line": _by_two(" ", ": "),
    "labels above values": _lines("{label}\n{value}"),
    "numbered labels above values": _lines("{n}. {label}\n{value}"),
    "rows of labels above rows of values": _under_heads,
}
LABELS = {
    "Arabic": ENTRY,
    "English": ("Full name", "Known as", "Mother's name", "Date of birth", "Nationality", "Education", "Go-between", "Date of entry"),
    "Turkish": ("Adı soyadı", "Künye", "Anne adı", "Doğum tarihi", "Uyruğu", "Öğrenim durumu", "Aracı", "Giriş tarihi"),
    "French": ("Nom", "Surnom", "Nom de la mère", "Date de naissance", "Nationalité", "Études", "Intermédiaire", "Date d'entrée"),
    "Russian": ("Имя", "Прозвище", "Имя матери", "Дата рождения", "Гражданство", "Образование", "Посредник", "Дата въезда"),
    "Persian": ("نام", "کنیه", "نام مادر", "تاریخ تولد", "ملیت", "تحصیلات", "واسطه", "تاریخ ورود"),
}


def _table(texts: Sequence[PageTexts]) -> tuple[list[str], dict[str, list[str]]]:
    found = find_families(texts)
    (family,) = found.families
    return [field.label for field in family.fields], {each.id.document: [value.text for value in each.values] for each in found.records}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_forms_of_any_layout_give_one_table(layout: str) -> None:
    chance = random.Random(11)
    people = [answers(len(ENTRY), chance) for _ in range(30)]
    texts = [document("\n".join(["بيانات وافد", *LAYOUTS[layout](list(zip(ENTRY, person, strict=True)))])) for person in people]

    fields, records = _table([*texts, *letters(20)])

    assert list(ENTRY) == fields
    assert {each.document: person for each, person in zip(texts, people, strict=True)} == records


@pytest.mark.parametrize("language", LABELS)
def test_forms_in_any_language_give_one_table(language: str) -> None:
    chance = random.Random(12)
    labels = LABELS[language]
    people = [answers(len(labels), chance) for _ in range(10)]
    texts = [document("\n".join(_lines("{n}. {label}: {value}")(list(zip(labels, person, strict=True))))) for person in people]

    fields, records = _table(texts)

    assert [label_key(label) for label in labels] == [label_key(field) for field in fields]
    assert {each.document: person for each, person in zip(texts, people, strict=True)} == records


@pytest.mark.parametrize(("most", "title"), [("أبو", "سالم"), ("Dr", "Salem")])
def test_the_word_with_which_most_answers_begin_is_no_label_where_the_label_before_it_is_a_cell_of_its_own(most: str, title: str) -> None:
    texts = [
        document(
            f"Name\t{given} Wardi\tDoctor\t{most} {title}{given}\n"
            f"Ward\t{'AB'[at % 2]}\tState\t{'fever' if at % 5 else given}\n"
            f"Age\t{at + 20}\tDay\t{at + 1}/2/2014"
        )
        for at, given in enumerate(("Omar", "Salim", "Nadir", "Harun", "Idris", "Munir", "Tariq", "Bilal", "Zayd", "Jamil"))
    ]

    fields, records = _table(texts)

    assert fields == ["Name", "Doctor", "Ward", "State", "Age", "Day"]
    assert [said[1] for said in records.values()] == [f"{most} {title}{said[0].split()[0]}" for said in records.values()]
