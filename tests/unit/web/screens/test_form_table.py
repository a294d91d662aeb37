from __future__ import annotations

import csv
import html
import io
import re

import pytest

from tests.unit.web.conftest import Visitor


@pytest.fixture
def family(clerk: Visitor) -> str:
    return str(clerk.get("/forms?format=json").json()["families"][0]["id"])


def test_two_fields_are_chosen_first_and_no_sealed_one_can_be(clerk: Visitor, family: str) -> None:
    page = clerk.get(f"/table?family={family}").text

    assert "Choose two fields." in page
    assert '<option value="nationality">' in page
    assert "mother s name" not in page
    assert f"/table?family={family}" in clerk.get(f"/forms/{family}").text


def test_each_cell_opens_its_forms(clerk: Visitor, family: str) -> None:
    page = clerk.get(f"/table?family={family}&rows=nationality&columns=4").text
    links = {html.unescape(href): int(number) for href, number in re.findall(r'<a href="(/records\?[^"]+)">(\d+)</a>', page)}

    assert links
    for href, number in links.items():
        assert number == clerk.get(f"{href}&format=json").json()["total"], href


def test_denominators_and_blanks_are_said_with_the_comparison(clerk: Visitor, family: str) -> None:
    address = f"/table?family={family}&rows=nationality&columns=1&compare=Sweden&among=Salim Q.,Ziyad Q."

    english, arabic = (clerk.get(f"{address}&lang={language}").text for language in ("en", "ar"))

    assert "6 forms answer both fields of 6 in all" in html.unescape(english)
    assert "of all 6 that do" in english
    assert "name <bdi>Salim Q.</bdi> or <bdi>Ziyad Q.</bdi> as name give <bdi>Sweden</bdi>" in english
    assert "الفرق" in arabic


def test_a_sealed_field_has_no_table_and_half_a_comparison_is_refused(clerk: Visitor, family: str) -> None:
    sealed = clerk.get(f"/table?family={family}&rows=nationality&columns=mother&lang=ar")
    half = clerk.get(f"/table?family={family}&rows=nationality&columns=1&compare=Sweden")

    assert (403, True) == (sealed.status_code, "مختوم" in sealed.text)
    assert 400 == half.status_code


def test_the_file_for_spreadsheets_has_no_small_count(clerk: Visitor, family: str) -> None:
    file = clerk.get(f"/table?family={family}&rows=nationality&columns=4&format=csv").text

    header, *lines = csv.reader(io.StringIO(file.lstrip("\ufeff")))
    counts = [cell for line in lines[: lines.index([])] for cell in line[1:]]
    assert "all" == header[-1]
    assert all(cell in {"<5", "closed"} or int(cell) >= 5 for cell in counts)
