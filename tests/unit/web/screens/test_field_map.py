from __future__ import annotations

import re

import pytest

from kashf.settings import load_settings
from tests.able_to_sign import able_to_sign
from tests.unit.web.conftest import Visitor


@pytest.fixture
def family(clerk: Visitor) -> str:
    return str(clerk.get("/forms?format=json").json()["families"][0]["id"])


def fields(clerk: Visitor, family: str) -> dict[str, dict[str, object]]:
    told = clerk.get(f"/forms/{family}?format=json").json()
    return {each["label"]: each for each in told["fields"]}


def send(clerk: Visitor, path: str, family: str, **said: str) -> None:
    answer = clerk.post(path, {"family": family, "back": f"/forms/{family}#field-4", **said})
    assert (303, f"/forms/{family}#field-4") == (answer.status_code, answer.headers["location"])


def test_a_field_shows_its_label_what_it_may_ask_what_became_of_it_and_its_values(clerk: Visitor, family: str) -> None:
    page = clerk.get(f"/forms/{family}").text
    nation = page[page.index('id="field-3"') : page.index('id="field-4"')]

    assert "Nationality" in nation
    assert "Proposed: nationality (100 %)" in nation
    assert '<option value="nationality" selected>' in nation
    assert ["5", "1"] == re.findall(r"<b>(\d+)</b> (?:filled in|none)", nation)
    assert f"/records?family={family}&amp;field=nationality&amp;value=SE" in nation


def test_what_a_field_asks_is_decided_signed_and_taken_back_where_it_stands(clerk: Visitor, family: str) -> None:
    send(clerk, "/forms/map", family, field="spoken for by", kind="guarantor", name="who vouched", why="the stamp", sealed="true")
    decided = fields(clerk, family)["Spoken for by"]
    page = clerk.get(f"/forms/{family}").text

    assert ("guarantor", "who vouched", True) == (decided["kind"], decided["name"], decided["sealed"])
    assert "guarantor, decided by" in page
    assert "the stamp" in page
    assert "data-undo" in page

    entry = re.search(r'action="/forms/undo">.*?name="entry" value="([0-9a-f]{64})"', page)
    assert entry
    assert 303 == clerk.post("/forms/undo", {"entry": entry[1], "back": f"/forms/{family}"}).status_code
    assert "free" == fields(clerk, family)["Spoken for by"]["kind"]
    assert "taken back by" in clerk.get(f"/forms/{family}").text


def test_values_that_nobody_decided_on_come_first_and_are_joined_there(clerk: Visitor, family: str) -> None:
    address = f"/forms/{family}?field=nationality"
    before = clerk.get(address).text
    assert before.index(">Arcadia<") < before.index(">Sweden<") if ">Sweden<" in before else True
    keys = {each["label"]: each["key"] for each in clerk.get(f"{address}&format=json").json()["values"]}

    send(clerk, "/forms/values", family, field="nationality", left=keys["Arcadia"], right=keys["Arcadian"], verdict="same", why="adjective")

    told = clerk.get(f"{address}&format=json").json()
    assert (0, 2) == (told["undecided"], told["different"])
    assert "adjective" in clerk.get(f"/forms/{family}").text


def test_a_sealed_field_shows_how_many_and_nothing_of_what_it_says(clerk: Visitor, family: str) -> None:
    for path in (f"/forms/{family}", f"/forms/{family}?field=mother s name"):
        for kind in ("html", "json", "csv"):
            answer = clerk.get(f"{path}{'&' if '?' in path else '?'}format={kind}")
            assert 200 == answer.status_code
            assert "Mother of" not in answer.text
    assert "sealed" in clerk.get(f"/forms/{family}?field=mother s name").text


def test_a_shortened_id_leads_to_the_whole_one_and_an_unknown_one_is_explained(clerk: Visitor, family: str) -> None:
    assert f"/forms/{family}?field=name" == clerk.get(f"/forms/{family[:5]}?field=name").headers["location"]
    unknown = clerk.get("/forms/ffffffffffff?lang=ar")

    assert 404 == unknown.status_code
    assert "عائلات الاستمارات" in unknown.text


def test_two_families_that_share_no_word_are_not_joined_by_a_broken_pair(clerk: Visitor, family: str) -> None:
    answer = clerk.post("/forms/editions", {"family": family, "other": family, "pair": "name", "back": "/forms"})

    assert 400 == answer.status_code


def test_what_two_persons_say_otherwise_stands_above_the_map_with_what_is_followed(clerk: Visitor, family: str) -> None:
    send(clerk, "/forms/map", family, field="spoken for by", kind="guarantor", name="", why="the stamp")
    able_to_sign(load_settings(actor="Basim"))
    clerk.post("/at-work", {"name": "Basim", "back": "/forms"})
    assert 'id="conflicts"' not in clerk.get(f"/forms/{family}").text
    send(clerk, "/forms/map", family, field="spoken for by", kind="go-between", name="", why="the label")
    page, told = clerk.get(f"/forms/{family}").text, clerk.get(f"/forms/{family}?format=json").json()
    (conflict,) = told["conflicts"]

    assert [("Basim", "go-between"), ("Layla", "guarantor")] == [(each["by"], each["kind"]) for each in conflict["said"]]
    banner = page[page.index('id="conflicts"') : page.index('id="map-title"')]
    assert [True, True, True] == [words in banner for words in ("the stamp", "the label", "stands, as the last word")]
    assert "settle" not in clerk.get(f"/forms/{family}?lang=ar").text

    send(clerk, "/forms/map", family, field="spoken for by", kind="guarantor", name="", why="agreed")
    assert [] == clerk.get(f"/forms/{family}?format=json").json()["conflicts"]
