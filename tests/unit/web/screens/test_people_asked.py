"""Forms that may be one man's are asked about side by side, without a word of what is sealed; an answer stands until it is taken back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from kashf.bootstrap import create_case, open_case, open_for_writing
from kashf.services.forms.keep_families import keep_families
from kashf.settings import Settings
from kashf.web.app import create_app
from tests.unit.services.forms.people.entry_forms import entry_form, take_in
from tests.unit.web.conftest import PORT, TOKEN, NoSandbox, Visitor


@pytest.fixture
def asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Visitor]:
    """Somebody at work in a case of four men's forms, and another one of the first."""
    monkeypatch.setenv("KASHF_HOME", str(tmp_path / "home"))
    settings, path = Settings(actor="amal", home=tmp_path / "home"), tmp_path / "entry.case"
    create_case(path, name="Entry", settings=settings)
    with open_for_writing(path, settings=settings) as writable:
        again = entry_form(0, came="2/9/2015", extra="came back", nation="Laputa")
        take_in(writable, *map(entry_form, range(4)), again)
        keep_families(writable)
    case = open_case(path)
    someone = Visitor(create_app(case, NoSandbox(), token=TOKEN, port=PORT))
    someone.enter()
    someone.post("/at-work", {"name": "Layla Haddad", "back": "/people"})
    yield someone
    case.close()


def test_two_forms_are_asked_about_side_by_side_and_settled_and_taken_back(asked: Visitor) -> None:
    (question,) = asked.get("/people?format=json").json()["people"]
    page = asked.get("/people").text

    assert {"name": "agrees", "birth": "agrees", "mother": "agrees", "phone": "agrees"} == question["traits"]
    assert [True, True, False, False] == [words in page for words in ("Walid Omar al-Shamali", "Laputa", "+963944", "<bdi>Layla</bdi>")]
    assert 200 == asked.get(f"/people?left={question['left']}&right={question['right']}&lang=ar").status_code
    (left, left_nth), (right, right_nth) = (question[side].split("/") for side in ("left", "right"))
    pair = {"left": left, "left_nth": left_nth, "right": right, "right_nth": right_nth, "back": "/people"}
    assert [400, 400] == [asked.post("/forms/people", {**pair, **wrong}).status_code for wrong in ({"verdict": "unsure"}, {"left": "x"})]
    answer = asked.post("/forms/people", {**pair, "verdict": "same", "why": "the same birth"})

    assert (303, "/people") == (answer.status_code, answer.headers["location"])
    assert {"people": []} == asked.get("/people?format=json").json()
    settled = asked.get("/people").text
    assert "the same birth" in settled
    assert 404 == asked.get(f"/people?left={question['left']}&right={question['right']}").status_code
    entry = re.search(r'action="/forms/seen/undo">.*?name="entry" value="([0-9a-f]{64})"', settled)
    assert entry
    asked.post("/forms/seen/undo", {"entry": entry[1], "back": "/people"})
    assert [question] == asked.get("/people?format=json").json()["people"]
