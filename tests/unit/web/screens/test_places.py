"""Names of places are listed with what each may be; what somebody chooses stands at once, signed, and can be taken back."""

from __future__ import annotations

import html
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from kashf.bootstrap import open_case
from kashf.cli.commands import places
from kashf.settings import load_settings
from kashf.web.app import create_app
from tests.able_to_sign import able_to_sign
from tests.corrected import ORDER, letter_case
from tests.transcribed import TypedCase
from tests.unit.web.conftest import PORT, TOKEN, NoSandbox, Visitor

TRIPOLI = "طرابلس"


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> TypedCase:
    monkeypatch.setenv("KASHF_HOME", str(tmp_path / "home"))
    case = letter_case(tmp_path, ORDER.replace("وادي الغيم", TRIPOLI))
    able_to_sign(load_settings(actor="Layla"))
    return case


@pytest.fixture
def desk(made: TypedCase) -> Iterator[Visitor]:
    """Somebody at work in a case with a letter that names a place of which there are several."""
    case = open_case(made.path)
    someone = Visitor(create_app(case, NoSandbox(), token=TOKEN, port=PORT))
    assert 303 == someone.enter().status_code
    assert 303 == someone.post("/at-work", {"name": "Layla", "back": "/places"}).status_code
    yield someone
    case.close()


def send(desk: Visitor, made: TypedCase, **said: str) -> int:
    form = {"name": TRIPOLI, "chosen": "unknown", "document": made.letter, "back": "/places"}
    return desk.post("/places/choose", {**form, **said}).status_code


def page(desk: Visitor, asked: str = "/places?lang=en") -> str:
    return html.unescape(desk.get(asked).text)


def candidates(desk: Visitor) -> list[str]:
    return [each["id"] for each in desk.get("/places?format=json").json()["places"][0]["candidates"]]


def test_a_chosen_candidate_stands_at_once_with_who_said_so_and_is_taken_back(desk: Visitor, made: TypedCase) -> None:
    first, second, *_ = candidates(desk)
    assert f'value="{second}"' in page(desk)
    assert 303 == send(desk, made, chosen=second, why="the port is spoken of")

    (told,) = desk.get("/places?format=json").json()["places"]
    assert ("decided", second) == (told["state"], told["place"]["id"])
    shown = page(desk)
    assert all(each in shown for each in ("the port is spoken of", "Layla", "in this paper and those like it"))
    assert 303 == desk.post("/places/undo", {"entry": told["decision"], "back": "/places"}).status_code
    assert "decided" != desk.get("/places?format=json").json()["places"][0]["state"]
    assert first != second


def test_none_of_these_is_a_decision_for_every_paper_where_somebody_says_so(desk: Visitor, made: TypedCase) -> None:
    assert 303 == send(desk, made, everywhere="yes")

    (decision,) = desk.get("/places?format=json").json()["decisions"]
    assert (None, True) == (decision["place"], decision["is_everywhere"])
    assert "none of these can be told · in every paper" in " ".join(page(desk).split())
    assert "قُرِّر" in page(desk, "/places?lang=ar")


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ({"chosen": "geonames:0"}, 404),
        ({"name": "Qaf-Qafqaf"}, 404),
        ({"chosen": ""}, 400),
        ({"document": "f" * 63}, 400),
        ({"document": "f" * 64}, 404),
        ({"everywhere": "no"}, 400),
        ({"name": "x" * 401}, 400),
        ({"token": "another"}, 403),
        ({"colour": "red"}, 400),
    ],
)
def test_what_no_button_of_the_page_sends_is_refused_and_nothing_is_written(
    desk: Visitor, made: TypedCase, said: dict[str, str], status: int
) -> None:
    assert status == send(desk, made, **said)
    assert [] == desk.get("/places?format=json").json()["decisions"]


def test_nobody_is_asked_to_decide_who_did_not_say_who_he_is(made: TypedCase) -> None:
    with made.reading() as case:
        someone = Visitor(create_app(case, NoSandbox(), token=TOKEN, port=PORT))
        assert 303 == someone.enter().status_code

        assert 'action="/places/choose"' not in someone.get("/places").text


def test_the_list_as_json_is_what_the_command_prints(made: TypedCase, desk: Visitor, capsys: pytest.CaptureFixture[str]) -> None:
    assert 0 == places.command(made.path, as_json=True)

    assert json.loads(capsys.readouterr().out) == desk.get("/places?format=json").json()


def test_states_narrow_the_list_and_the_map_leads_to_it(desk: Visitor) -> None:
    assert "No name of a place." in page(desk, "/places?lang=en&told=decided")
    assert 400 == desk.get("/places?told=nothing").status_code
    assert f"{TRIPOLI}" in desk.get("/places?format=csv").text
    assert 'href="/places' in desk.get("/map").text
