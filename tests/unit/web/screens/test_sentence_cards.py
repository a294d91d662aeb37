"""From a place on a page to a card in two steps; on it everything can be said, taken back, and seen to be missing."""

from __future__ import annotations

import csv
import html
import io
from collections.abc import Iterator
from pathlib import Path

import pytest

from kashf.bootstrap import open_case
from kashf.settings import load_settings
from kashf.web.app import create_app
from tests.able_to_sign import able_to_sign
from tests.corrected import ORDER, letter_case
from tests.transcribed import TypedCase
from tests.unit.web.conftest import PORT, TOKEN, NoSandbox, Visitor

SENTENCE, WORDS = "The council closed the road before it was asked.", "يمنع على التجار السفر"


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> TypedCase:
    monkeypatch.setenv("KASHF_HOME", str(tmp_path / "home"))
    case = letter_case(tmp_path)
    for name in ("Layla", "Omar"):
        able_to_sign(load_settings(actor=name))
    return case


@pytest.fixture
def desk(made: TypedCase) -> Iterator[Visitor]:
    """Somebody at work in a case with a letter."""
    case = open_case(made.path)
    someone = Visitor(create_app(case, NoSandbox(), token=TOKEN, port=PORT))
    assert 303 == someone.enter().status_code
    sign_in(someone, "Layla")
    yield someone
    case.close()


def sign_in(desk: Visitor, name: str) -> None:
    assert 303 == desk.post("/at-work", {"name": name, "back": "/cards"}).status_code


def used(desk: Visitor, made: TypedCase, **more: str) -> str:
    """Use the words for a new sentence, and return the address of its card."""
    start = ORDER.index(WORDS)
    form = {"document": made.letter, "at": f"1:{start}-{start + len(WORDS)}", "bearing": "supports", "sentence": SENTENCE, "back": "/cards"}
    return desk.post("/card/use", {**form, **more}).headers["location"]


def say(desk: Visitor, card: str, action: str, **said: str) -> int:
    return desk.post(f"/card/{action}", {"card": card.rpartition("/")[2], "back": card, **said}).status_code


def page(desk: Visitor, card: str) -> str:
    return html.unescape(desk.get(f"{card}?lang=en").text)


def test_a_cited_place_offers_to_be_used_to_who_is_at_work(desk: Visitor, made: TypedCase) -> None:
    shown = desk.get(f"/document/{made.letter}?at=0-5&lang=en").text
    assert 'action="/card/use"' in shown
    card = used(desk, made)

    assert SENTENCE in html.unescape(desk.get(f"/document/{made.letter}?at=0-5&lang=en").text)
    shown = page(desk, card)
    assert all(each in shown for each in (SENTENCE, WORDS, "The paper says", "Weakest point:", "other explanations not looked into: 6"))


def test_words_go_on_a_card_that_is_there_too(desk: Visitor, made: TypedCase) -> None:
    card = used(desk, made)

    assert card == used(desk, made, card=card.rpartition("/")[2], sentence="", bearing="against")
    assert ["supports", "against"] == [each["bearing"] for each in desk.get(f"{card}?format=json").json()["evidence"]]
    assert 400 == desk.post("/card/use", {"document": made.letter, "at": "1:0-5", "bearing": "supports", "back": "/cards"}).status_code


def test_a_card_is_cleared_by_another_person_when_nothing_is_missing(desk: Visitor, made: TypedCase) -> None:
    card = used(desk, made)
    assert 403 == say(desk, card, "settle", state="cleared")
    assert 'value="cleared"' not in desk.get(card).text
    for each in ("invented", "misread", "planted", "coincidence", "own-intelligence", "public-warning"):
        assert 303 == say(desk, card, "explanation", explanation=each, weighed="ruled-out", because="two registers have it")
    assert 303 == say(desk, card, "check", check="reply", allegation="You closed it.", to="the council", deadline="Friday")
    assert "it is not written down what came" in page(desk, card)
    sign_in(desk, "Omar")
    for each in ("second-eyes", "translation", "names", "source"):
        assert 303 == say(desk, card, "check", check=each)
    assert 303 == say(desk, card, "check", check="reply", answer="No comment.")

    assert 'value="cleared"' in desk.get(card).text
    assert 303 == say(desk, card, "settle", state="cleared")
    told = desk.get(f"{card}?format=json").json()
    assert ("cleared", "") == (told["state"], told["settled"].get("suggested", ""))
    assert SENTENCE in html.unescape(desk.get("/cards?stands=cleared").text)
    assert SENTENCE not in html.unescape(desk.get("/cards?stands=open").text)


def test_a_card_shows_its_working_and_a_cell_is_set_with_a_reason(desk: Visitor, made: TypedCase) -> None:
    card = used(desk, made)
    for each in ("invented", "misread", "planted", "coincidence", "own-intelligence", "public-warning"):
        assert 303 == say(desk, card, "explanation", explanation=each, weighed="ruled-out", because="two registers have it")
    assert "nothing on the board tells the leading rows apart" in page(desk, card)
    (paper,) = desk.get(f"{card}?format=json").json()["evidence"]
    assert 400 == say(desk, card, "cell", evidence=paper["entry"], row="selection", band="--")
    assert 303 == say(desk, card, "cell", evidence=paper["entry"], row="selection", band="--", because="all of it was asked for")
    for each in ("invented", "misread", "planted", "coincidence", "own-intelligence", "public-warning"):
        assert 303 == say(desk, card, "cell", evidence=paper["entry"], row=each, band="--", because="two registers have it")

    shown = page(desk, card)
    assert all(each in shown for each in ("Show working", "Leads: genuine, and as we read it.", "all of it was asked for"))
    assert f"The papers say: “{SENTENCE}” How likely it is" in shown
    assert f"تقول الأوراق: «{SENTENCE}»" in shown


def test_for_a_court_a_card_has_ratios_alone_and_no_word_of_chance(desk: Visitor, made: TypedCase) -> None:
    card = used(desk, made)
    (paper,) = desk.get(f"{card}?format=json").json()["evidence"]
    assert 303 == say(desk, card, "cell", evidence=paper["entry"], row="selection", band="--", because="all of it was asked for")
    board, court = (desk.get(f"{card}?format=json{view}").json() for view in ("", "&working=court"))
    ratios = {each["against"]: each for each in court["court"]["ratios"]}

    assert ("--", 7) == (board["board"]["evidence"][0]["cells"]["selection"], len(ratios))
    assert (pytest.approx(16), "moderate support") == (ratios["selection"]["ratio"], ratios["selection"]["words"])
    assert ("board" not in court, "court" not in board) == (True, True)
    shown = html.unescape(desk.get(f"{card}?working=court&lang=en").text)
    assert "16</bdi> times as probable" in shown
    assert not [word for word in ("How likely it is", "Chance", "likely", "Leads:") if word in shown]
    assert "?working=court#working" in page(desk, card)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_card_without_evidence_has_a_page_that_says_its_board_is_empty(desk: Visitor, language: str) -> None:
    card = desk.post("/card/sentence", {"sentence": SENTENCE, "back": "/cards"}).headers["location"]

    shown = desk.get(f"{card}?lang={language}")
    assert 200 == shown.status_code
    assert {"en": "Nothing stands on the board", "ar": "لا شيء على اللوحة"}[language] in shown.text


def test_a_sentence_that_says_too_much_says_so_and_cannot_be_cleared(desk: Visitor, made: TypedCase) -> None:
    card = used(desk, made, sentence="The letter proves a deal.")

    shown = page(desk, card)
    assert all(each in shown for each in ("it does not prove", "no conclusion of ours", "worded as no finding may be"))


def test_witnesses_and_conclusions_stand_on_it_and_are_taken_back(desk: Visitor, made: TypedCase) -> None:
    card = used(desk, made)
    assert 303 == say(
        desk, card, "said", witness="plover-1", knows="heard", heard_from="gannet-2", said="They closed it.", bearing="against"
    )
    assert 303 == say(desk, card, "said", said="So it was meant.", bearing="supports")
    assert 400 == say(desk, card, "said", witness="Salim al-Wardi", knows="saw", said="x", bearing="supports")
    told = desk.get(f"{card}?format=json").json()["evidence"]
    assert [("paper", ""), ("people", "plover-1"), ("concluded", "")] == [(each["strip"], each["witness"]) for each in told]
    assert "evidence that speaks against it: 1" in page(desk, card)

    assert card == desk.post("/card/undo", {"entry": told[1]["entry"], "back": card}).headers["location"]
    assert 2 == len(desk.get(f"{card}?format=json").json()["evidence"])


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_colleague_is_asked_finds_it_first_of_all_and_answers(desk: Visitor, made: TypedCase, language: str) -> None:
    card = used(desk, made)
    assert 404 == say(desk, card, "ask", whom="Omar", say="By the mill?")
    sign_in(desk, "Omar")
    sign_in(desk, "Layla")
    assert 303 == say(desk, card, "ask", whom="Omar", say="By the <b>mill</b>?")
    assert 400 == say(desk, card, "ask", whom="Layla", say="By the mill?")
    assert 303 == say(desk, card, "settle", state="refused", why="not yet")
    assert 'action="/card/answer"' not in page(desk, card)
    assert [] == desk.get("/cards?format=json").json()["asked_of_you"]

    sign_in(desk, "Omar")
    (asked,) = desk.get("/cards?stands=cleared&format=json").json()["asked_of_you"]
    assert ("Layla", "Omar", None) == (asked["by"], asked["whom"], asked["answer"])
    assert {"en": "Asked of you", "ar": "أسئلة إليك"}[language] in desk.get(f"/cards?lang={language}").text
    assert "&lt;b&gt;mill&lt;/b&gt;" in desk.get(f"{card}?lang={language}").text
    assert 404 == say(desk, card, "answer", question="0" * 64, say="No.")
    assert 303 == say(desk, card, "answer", question=asked["entry"], say="No.", opens="yes")
    assert [] == desk.get("/cards?format=json").json()["asked_of_you"]
    told = desk.get(f"{card}?format=json").json()
    assert ("open", "No.") == (told["state"], told["asked"][0]["answer"]["says"])


def test_a_sentence_is_worded_anew_and_the_first_wording_taken_back_takes_the_card(desk: Visitor, made: TypedCase) -> None:
    card = used(desk, made)
    assert card == desk.post("/card/sentence", {"card": card.rpartition("/")[2], "sentence": "Closed.", "back": card}).headers["location"]
    told = desk.get(f"{card}?format=json").json()
    assert ("Closed.", [SENTENCE]) == (told["sentence"], told["earlier"])

    assert "/cards" == desk.post("/card/undo", {"entry": told["card"], "back": card}).headers["location"]
    assert 404 == desk.get(card).status_code


def test_a_shortened_id_leads_to_the_card_and_the_list_is_a_table_too(desk: Visitor, made: TypedCase) -> None:
    card = used(desk, made)

    assert card == desk.get(card[:20]).headers["location"]
    header, row = desk.get("/cards?format=csv").text.strip().splitlines()[-2:]
    assert "sentence" in header
    assert SENTENCE in row
    assert WORDS in desk.get(f"{card}?format=csv").text


def test_who_is_not_at_work_is_told_where_to_say_so(made: TypedCase) -> None:
    case = open_case(made.path)
    someone = Visitor(create_app(case, NoSandbox(), token=TOKEN, port=PORT))
    someone.enter()

    assert 'href="/cards"' in someone.get(f"/document/{made.letter}?at=0-5&lang=en").text
    assert 'action="/at-work"' in someone.get("/cards?lang=en").text
    case.close()


@pytest.mark.parametrize("token", ["", "guess", "é" * 43])
def test_no_form_of_a_card_does_anything_without_the_token_of_the_session(desk: Visitor, made: TypedCase, token: str) -> None:
    card = used(desk, made)
    before = desk.get(f"{card}?format=json").json()
    forms: dict[str, dict[str, str]] = {
        "sentence": {"sentence": "Another."},
        "said": {"witness": "plover-1", "knows": "saw", "said": "It fell.", "bearing": "supports"},
        "explanation": {"explanation": "planted", "weighed": "possible", "because": "x"},
        "check": {"check": "names"},
        "cell": {"evidence": before["evidence"][0]["entry"], "row": "selection", "band": "--", "because": "x"},
        "settle": {"state": "refused", "why": "x"},
        "ask": {"whom": "Omar", "say": "x"},
        "answer": {"question": "0" * 64, "say": "x"},
        "undo": {"entry": before["evidence"][0]["entry"]},
    }
    for action, fields in forms.items():
        assert 403 == say(desk, card, action, token=token, **fields), action

    assert before == desk.get(f"{card}?format=json").json()


@pytest.mark.parametrize("begins", "=+-@")
def test_no_cell_of_an_export_of_cards_begins_a_formula(desk: Visitor, made: TypedCase, begins: str) -> None:
    formula = f'{begins}HYPERLINK("https://example.invalid")'
    card = used(desk, made, sentence=formula)
    assert 303 == say(desk, card, "said", witness="plover-1", knows="saw", said=formula, bearing="supports")

    for address in ("/cards", card):
        rows = list(csv.reader(io.StringIO(desk.get(f"{address}?format=csv").text.removeprefix("\ufeff"))))
        cells = [cell for row in rows for cell in row if "HYPERLINK" in cell]
        assert cells
        assert not [cell for cell in cells if cell[0] in "=+-@\t\r"]
