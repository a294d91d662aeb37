"""What is sealed on a form is opened by its page's own form alone, with a reason, and shown on one page."""

from __future__ import annotations

import html
import json

import pytest

from tests.unit.web.conftest import Visitor

SEALED = "Mother of"


def a_form(clerk: Visitor) -> dict[str, object]:
    family = clerk.get("/forms?format=json").json()["families"][0]["id"]
    document = clerk.get(f"/records?family={family}&format=json").json()["records"][0]["document"]
    back = f"/record/{document}"
    return {"document": document, "nth": 1, "field": "mother s name", "why": "two men of one name", "back": back}


def test_what_is_opened_is_shown_on_the_next_page_of_the_form_and_on_no_other(clerk: Visitor) -> None:
    form = a_form(clerk)
    before = clerk.get(str(form["back"])).text
    answer = clerk.post("/forms/open", form)
    shown, again = clerk.get(answer.headers["location"]).text, clerk.get(answer.headers["location"]).text

    assert (303, form["back"]) == (answer.status_code, answer.headers["location"])
    assert [False, True, False] == [SEALED in page for page in (before, shown, again)]
    assert 'value="mother s name" form="opening"' in before
    assert ["two men of one name" in page for page in (before, shown, again)] == [False, True, True]
    assert "no-store" == clerk.get(str(form["back"])).headers["cache-control"]
    assert SEALED not in answer.text + str(answer.headers)


def test_another_form_or_what_a_program_asks_for_shows_nothing_of_it(clerk: Visitor) -> None:
    form = a_form(clerk)
    family = clerk.get("/forms?format=json").json()["families"][0]["id"]
    other = clerk.get(f"/records?family={family}&format=json").json()["records"][1]["document"]
    clerk.post("/forms/open", form)
    told = [clerk.get(f"{form['back']}?format={kind}").text for kind in ("json", "csv")]
    pages = [clerk.get(path).text for path in (f"/record/{other}", str(form["back"]))]

    assert [] == [text for text in (*told, *pages) if SEALED in text]


@pytest.mark.parametrize(
    ("wrong", "status", "says"),
    [
        ({"why": "   "}, 400, "with a reason"),
        ({"field": "nationality"}, 400, "nothing of what was asked for is sealed"),
        ({"field": ""}, 400, "nothing of what was asked for is sealed"),
        ({"document": "f" * 64}, 404, "no such form"),
        ({"token": "of another session"}, 403, "not of this session"),
    ],
)
def test_nothing_is_opened_without_a_reason_or_from_elsewhere(clerk: Visitor, wrong: dict[str, object], status: int, says: str) -> None:
    form = a_form(clerk)
    answer = clerk.post("/forms/open", {**form, **wrong})

    assert (status, True) == (answer.status_code, says in html.unescape(answer.text))
    assert "openings-title" not in clerk.get(str(form["back"])).text
    assert 400 == clerk.get(f"/forms/open?document={form['document']}&nth=1&field=all&why=x").status_code


def test_what_is_sealed_stands_at_no_door_of_the_web_that_lists_cites_or_refuses(clerk: Visitor) -> None:
    form = a_form(clerk)
    document, family = form["document"], clerk.get("/forms?format=json").json()["families"][0]["id"]
    paths = [
        *("/", "/receipts", "/handover", "/diff", "/exceptions", "/documents", "/saved", "/mail", "/names", "/network", "/audit"),
        *(
            "/review",
            "/transcribe",
            "/contested",
            "/queries",
            "/search?q=Salim",
            '/search?q="Mother of Salim"',
            "/search?field=mother=Salim",
        ),
        *("/forms", f"/forms/{family}", f"/forms/{family}?field=mother s name", f"/records?family={family}"),
        *(f"/records?family={family}&columns=mother s name|name", f"/records?family={family}&field=mother s name&value=mother of salim"),
        *(
            f"/table?family={family}&rows=mother s name&columns=nationality",
            f"/table?family={family}&rows=nationality&columns=spoken for by",
        ),
        *(f"/record/{document}", f"/record/{document}?nth=9", f"/fields?family={family}&key=mother s name"),
        *(f"/compare?left={document}", "/name?type=PER&name=Mother of Salim"),
    ]
    answers = {
        path + form: clerk.get(path + form)
        for path in paths
        for form in ("", *(f"{'&' if '?' in path else '?'}format={kind}" for kind in ("json", "csv")))
    }
    asked = {"/search", "/name"}  # What somebody types into a search stands in its box: only words around it would tell something.
    found = {
        path: "Mother of Z" in each.text + str(each.headers) or (path.split("?")[0] not in asked and SEALED in each.text)
        for path, each in answers.items()
    }

    assert {200, 400, 403, 404} >= {each.status_code for each in answers.values()}
    assert 200 == answers[f"/record/{document}"].status_code
    assert [] == [path for path, tells in found.items() if tells]
    assert SEALED in clerk.get(f"/document/{document}").text
    assert json.loads(answers[f"/record/{document}?format=json"].text)["document"] == document
