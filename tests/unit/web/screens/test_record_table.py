from __future__ import annotations

import csv
import io

import pytest

from tests.unit.web.conftest import Visitor


@pytest.fixture
def family(clerk: Visitor) -> str:
    return str(clerk.get("/forms?format=json").json()["families"][0]["id"])


def test_each_form_is_a_row_whose_values_lead_to_their_place(clerk: Visitor, family: str) -> None:
    page = clerk.get(f"/records?family={family}").text
    first = clerk.get(f"/records?family={family}&format=json").json()["records"][0]
    name = first["values"][0]

    assert 6 == page.count("data-result")
    place = f"/document/{first['document']}?page=1&amp;at={name['place']['start']}-{name['place']['end']}#citation"
    assert f'<a href="{place}"><bdi>{name["text"]}</bdi></a>' in page
    assert 200 == clerk.get(place.replace("&amp;", "&")).status_code


def test_only_forms_with_a_value_or_a_state_are_shown(clerk: Visitor, family: str) -> None:
    swedish = clerk.get(f"/records?family={family}&field=nationality&value=SE&format=json").json()
    blank = clerk.get(f"/records?family={family}&field=nationality&value=none&field2=spoken for by&value2=blank&format=json").json()

    assert (3, 1) == (swedish["total"], blank["total"])
    assert "3 forms of 6" in clerk.get(f"/records?family={family}&field=nationality&value=SE").text
    assert (
        "No form has all of this"
        in clerk.get(f"/records?family={family}&field=nationality&value=SE&field2=spoken for by&value2=blank").text
    )


def test_columns_are_chosen_and_csv_has_them_with_state_and_place(clerk: Visitor, family: str) -> None:
    answer = clerk.get(f"/records?family={family}&columns=spoken for by|mother s name&format=csv").text
    header, *rows = csv.reader(io.StringIO(answer.lstrip("\ufeff")))

    assert ["record", "path", "edition", "4 Spoken for by", "4 Spoken for by state", "4 Spoken for by place"] == header[:6]
    assert {("Abu Jabir", "filled"), ("", "blank")} == {(row[3], row[4]) for row in rows}
    assert {("", "sealed", "")} == {tuple(row[6:9]) for row in rows}
    assert rows[0][5].startswith(f"{rows[0][0].partition('/')[0]}#1:")
    page = clerk.get(f"/records?family={family}&columns=spoken for by").text
    assert "Arcadia" not in page
    assert "Abu Jabir" in page


def test_what_is_sealed_is_not_shown_and_chooses_no_form(clerk: Visitor, family: str) -> None:
    page = clerk.get(f"/records?family={family}&columns=mother s name")
    asked = clerk.get(f"/records?family={family}&field=mother s name&value=x&lang=ar")

    assert "Mother of" not in page.text
    assert (403, True) == (asked.status_code, "مختومة" in asked.text)
    assert 200 == clerk.get(f"/records?family={family}&field=mother s name&value=filled&lang=en").status_code


@pytest.mark.parametrize("address", ["/records", "/records?family=xyz", "/records?family={}&field=name", "/records?family={}&value2=x"])
def test_half_a_question_is_refused(clerk: Visitor, family: str, address: str) -> None:
    assert 400 == clerk.get(address.format(family)).status_code


def test_pages_follow_each_other(clerk: Visitor, family: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kashf.web.screens.record_table.PAGE_LENGTH", 4)
    first, second = (clerk.get(f"/records?family={family}{page}").text for page in ("", "&page=2"))

    assert (4, 2) == (first.count("data-result"), second.count("data-result"))
    assert ('rel="next"' in first, 'rel="prev"' in second, 'rel="next"' in second) == (True, True, False)
