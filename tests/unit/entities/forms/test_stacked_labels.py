from __future__ import annotations

import random

from kashf.domain.document import Page
from kashf.domain.forms.template_fields import FieldState
from kashf.entities.forms.find_families import PageTexts, find_families
from kashf.entities.forms.stacked_labels import bare_lines, stacked_labels
from tests.unit.entities.forms.pages import document, letters

LABELS = ("Name", "Known as", "Mother", "Nationality", "Go-between", "Profession")
FIRST = ("Omar", "Salim", "Nadir", "Tariq", "Walid", "Yusuf", "Hassan", "Mazin", "Khalid", "Rashid")
TRADES = ("driver", "baker", "smith", "teacher", "weaver", "mason")


def answered(chance: random.Random, **given: str) -> dict[str, str]:
    """Return what one man filled in."""
    name, other = (" ".join(chance.sample(FIRST, 2)) for _ in range(2))
    mine = {"Name": name, "Known as": f"Abu {chance.choice(FIRST)}", "Mother": f"{chance.choice(FIRST)}a", "Go-between": other}
    return mine | {"Nationality": chance.choice(("Sweden", "Norway", "Jordan")), "Profession": chance.choice(TRADES)} | given


def stacked(values: dict[str, str], title: str = "DATA SHEET") -> PageTexts:
    return document("\n".join([title, *(f"{label}\n{value}" for label, value in values.items())]))


def sheets(count: int = 20, *, seed: int = 1, **given: str) -> list[PageTexts]:
    chance = random.Random(seed)
    return [stacked(answered(chance, **given)) for _ in range(count)]


def test_an_answer_below_its_label_that_all_give_stays_the_answer_of_a_field() -> None:
    found = find_families(sheets(Nationality="Sweden", Profession="fighter"))

    (family,) = found.families
    assert ({*LABELS}, "DATA SHEET") == ({field.label for field in family.fields}, family.title)
    told = [{value.field: value.text for value in record.values} for record in found.records]
    assert [("Sweden", "fighter")] * 20 == [(each["nationality"], each["profession"]) for each in told]
    assert all(each["known as"].startswith("Abu ") for each in told)


def test_forms_that_ask_the_same_of_coming_and_of_going_are_two_families() -> None:
    chance = random.Random(3)
    asked = {"Date of entry": "ENTRY", "Date of exit": "EXIT"}
    documents = [
        stacked({**answered(chance), label: f"{chance.randrange(1, 28)}.3.2014", f"{title.title()} by way of": chance.choice(FIRST)}, title)
        for label, title in asked.items()
        for _ in range(15)
    ]

    found = {family.title: family for family in find_families(documents).families}

    assert {"ENTRY": 15, "EXIT": 15} == {title: family.records for title, family in found.items()}
    assert [{label} for label in asked] == [asked.keys() & {field.label for field in found[title].fields} for title in asked.values()]


def test_a_value_that_is_a_label_is_a_value() -> None:
    chance = random.Random(4)
    odd = [stacked(answered(chance, **given)) for given in ({"Name": "Mother"}, {"Nationality": "Name"}, {"Profession": "Known as"})]

    records = {record.id.document: record for record in find_families([*sheets(), *odd]).records}

    for texts, (field, text) in zip(odd, (("name", "Mother"), ("nationality", "Name"), ("profession", "Known as")), strict=True):
        values = {value.field: value for value in records[texts.document].values}
        assert [FieldState.FILLED] * 6 == [value.state for value in values.values()]
        assert text == values[field].text


def test_headings_above_and_between_are_no_labels_and_neither_are_lines_of_letters() -> None:
    lines = [("ministry", "data sheet", "name", "", "part two", "mother", "", "age", "", "trade", "") for _ in range(9)]

    assert frozenset({"name", "mother", "age", "trade"}) == stacked_labels(lines)
    assert frozenset() == stacked_labels([bare_lines(texts.pages) for texts in letters(20)])


def test_a_bare_line_is_one_cell_that_nothing_parts() -> None:
    assert ("name", "", "", "") == bare_lines([Page(1, "Name\nBorn: 1980\na word\tanother\n3.4.1980")])
