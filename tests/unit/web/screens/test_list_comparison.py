"""Two lists beside each other on a screen."""

from __future__ import annotations

import html

import pytest

from tests.unit.web.conftest import Visitor


@pytest.fixture
def family(clerk: Visitor) -> str:
    return str(clerk.get("/forms?format=json").json()["families"][0]["id"])


def test_two_lists_are_chosen_first(clerk: Visitor, family: str) -> None:
    page = clerk.get("/compare-lists").text

    assert "Choose two lists" in page
    assert f'<option value="{family}">' in page
    assert "/compare-lists" in clerk.get("/forms").text
    assert f"/compare-lists?left={family}" in clerk.get(f"/forms/{family}").text
    assert [family] == [each["list"] for each in clerk.get("/compare-lists?format=json").json()["lists"]]


def test_one_form_is_held_against_another_and_a_list_against_itself_is_refused(clerk: Visitor, family: str) -> None:
    records = clerk.get(f"/records?family={family}&format=json").json()["records"]
    left, right = (f"{family}/{each['document'][:12]}" for each in records[:2])
    address = f"/compare-lists?left={left}&right={right}"
    english, arabic = (html.unescape(clerk.get(f"{address}&show=only-left&lang={language}").text) for language in ("en", "ar"))
    answer = clerk.get(f"{address}&format=json").json()

    assert (1, 1) == (answer["left"]["rows"], answer["right"]["rows"])
    assert 1 == answer["same"] + answer["left"]["maybe"] + answer["left"]["only"] + answer["left"]["unread"]
    assert "Only in the first 1" in english
    assert f"/record/{records[0]['document']}" in english
    assert "في الأولى وحدها" in arabic
    assert "mother of" not in f"{english}{clerk.get(f'{address}&format=csv').text}".casefold()
    refused = clerk.get(f"/compare-lists?left={family}&right={right}&lang=ar")
    assert (400, True) == (refused.status_code, "جزء من الأخرى" in refused.text)
