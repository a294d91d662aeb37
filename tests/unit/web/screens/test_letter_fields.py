"""A letter is looked at field by field; what somebody says of a field stands on its page at once, beside what was read."""

from __future__ import annotations

import html
from collections.abc import Iterator
from pathlib import Path

import pytest

from kashf.bootstrap import open_case
from kashf.settings import load_settings
from kashf.web.app import create_app
from tests.able_to_sign import able_to_sign
from tests.corrected import ORDER, letter_case, read_letter_anew
from tests.stories.test_several_letters import ORDERS
from tests.transcribed import TypedCase
from tests.unit.web.conftest import PORT, TOKEN, NoSandbox, Visitor


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> TypedCase:
    monkeypatch.setenv("KASHF_HOME", str(tmp_path / "home"))
    case = letter_case(tmp_path)
    able_to_sign(load_settings(actor="Layla"))
    return case


@pytest.fixture
def desk(made: TypedCase) -> Iterator[Visitor]:
    """Somebody at work in a case with a letter."""
    case = open_case(made.path)
    someone = Visitor(create_app(case, NoSandbox(), token=TOKEN, port=PORT))
    assert 303 == someone.enter().status_code
    assert 303 == someone.post("/at-work", {"name": "Layla", "back": "/letters"}).status_code
    yield someone
    case.close()


def send(desk: Visitor, made: TypedCase, **said: str) -> int:
    form = {"document": made.letter, "field": "number", "saying": "said", "typed": "114", "back": f"/letter/{made.letter}"}
    return desk.post("/letters/correct", {**form, **said}).status_code


def page(desk: Visitor, made: TypedCase) -> str:
    return html.unescape(desk.get(f"/letter/{made.letter}?lang=en").text)


def test_what_somebody_types_stands_beside_what_was_read(desk: Visitor, made: TypedCase) -> None:
    assert 303 == send(desk, made, why="seen on the original")

    shown = page(desk, made)
    assert "<bdi>114</bdi>" in shown
    assert "read: <bdi>٣/٦/١٠٤</bdi>" in shown
    assert "seen on the original" in shown
    (letter,) = desk.get(f"/letter/{made.letter}?format=json").json()["letters"]
    assert ("114", "3/6/104") == (letter["number"]["normal"], letter["read"]["number"]["normal"])


def test_a_date_that_a_machine_read_is_confirmed_by_nobody_until_somebody_says_it_is_right(desk: Visitor, made: TypedCase) -> None:
    assert "confirmed by nobody" in page(desk, made)
    assert 303 == send(desk, made, field="date", saying="confirmed", typed="")
    assert 303 == send(desk, made, field="number", saying="confirmed", typed="")

    assert "confirmed by nobody" not in page(desk, made)


def test_an_act_that_was_not_read_is_added_by_its_place_and_corrected_by_its_parts(desk: Visitor, made: TypedCase) -> None:
    start = ORDER.index("والجسر خال قبل الليل")
    assert 303 == send(desk, made, field="act", typed="evacuate", force="planned", at=f"1:{start}-{start + 20}")
    assert 303 == send(desk, made, field="act.2.who", typed="الحرس")

    shown = page(desk, made)
    assert "<bdi>والجسر خال قبل الليل</bdi>" in shown
    assert "<bdi>الحرس</bdi>" in shown


def test_a_paper_that_is_no_letter_says_so_and_the_decision_is_taken_back_on_its_page(desk: Visitor, made: TypedCase) -> None:
    assert 303 == send(desk, made, field="letter", saying="not-said", typed="")
    shown = page(desk, made)
    assert "this is no letter" in shown
    entry = shown.split('name="entry" value="')[1][:64]
    assert 303 == desk.post("/letters/undo", {"entry": entry, "back": f"/letter/{made.letter}"}).status_code

    assert "this is no letter" not in page(desk, made)


def test_every_field_has_a_row_in_the_spreadsheet(desk: Visitor, made: TypedCase) -> None:
    send(desk, made)
    rows = desk.get(f"/letter/{made.letter}?format=csv").text.splitlines()

    assert '"field","stands","read","said_by"' == rows[0].lstrip("\ufeff")
    assert '"number","114","٣/٦/١٠٤","Layla"' in rows


@pytest.mark.parametrize(
    ("wrong", "status"),
    [
        ({"field": "nose"}, 400),
        ({"typed": "no number"}, 400),
        ({"saying": "sung"}, 400),
        ({"document": "f" * 64}, 404),
        ({"field": "act", "typed": "evacuate", "at": "x"}, 400),
        ({"field": "act.7.who"}, 404),
        ({"token": "of another session"}, 403),
    ],
)
def test_what_cannot_be_said_changes_nothing(desk: Visitor, made: TypedCase, wrong: dict[str, str], status: int) -> None:
    assert status == send(desk, made, **wrong)
    assert "What people said" not in page(desk, made)


def test_the_card_of_a_letter_leads_to_its_fields_and_a_short_address_to_the_whole_one(desk: Visitor, made: TypedCase) -> None:
    assert f'href="/letter/{made.letter}"' in desk.get(f"/document/{made.letter}").text
    assert f"/letter/{made.letter}" in desk.get(f"/letter/{made.letter[:12]}").headers["location"]


def test_each_of_several_letters_has_its_own_fields_and_a_wrong_number_is_refused(made: TypedCase, desk: Visitor) -> None:
    read_letter_anew(made, "\f".join(ORDERS))
    second = f"/letter/{made.letter}.2"

    moved = desk.get(f"/letter/{made.letter}")
    assert f"/letter/{made.letter}.1" == moved.headers["location"]
    form = {"document": f"{made.letter}.2", "field": "number", "saying": "said", "typed": "114", "back": second}
    assert 303 == desk.post("/letters/correct", form).status_code
    assert ["101", "114", "104"] == [
        desk.get(f"/letter/{made.letter}.{nth}?format=json").json()["letters"][0]["number"]["normal"] for nth in (1, 2, 3)
    ]
    page = html.unescape(desk.get(f"{second}?lang=en").text)
    assert f'href="/letter/{made.letter}.3"' in page
    assert f'href="/letter/{made.letter}.2"' in desk.get(f"/document/{made.letter}?page=2").text
    assert 404 == desk.get(f"/letter/{made.letter}.4").status_code
