"""What a page writes is changed on its way out, and nothing of a case can pass for an address."""

from __future__ import annotations

import asyncio
import re
from concurrent.futures import ThreadPoolExecutor

import pytest
from markupsafe import escape
from starlette.types import Message

from kashf.web.gate.veil import Veil
from kashf.web.gate.written_addresses import Rewriting, Written
from tests.unit.web.conftest import TOKEN, Visitor


def sent(*pieces: bytes, kind: bytes = b"text/html; charset=utf-8", **headers: bytes) -> list[Message]:
    messages: list[Message] = []

    async def onward(message: Message) -> None:
        messages.append(message)

    async def go() -> None:
        rewriting = Rewriting(onward, Written(under="/s"))
        said = [(b"content-type", kind), *((name.replace("_", "-").encode(), value) for name, value in headers.items())]
        await rewriting.send({"type": "http.response.start", "status": 200, "headers": said})
        for number, piece in enumerate(pieces, 1):
            await rewriting.send({"type": "http.response.body", "body": piece, "more_body": number < len(pieces)})

    # In a thread of its own, because a browser test in this process keeps an event loop running in the main one.
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, go()).result()
    return messages


def test_links_forms_pictures_and_what_scripts_ask_for_are_changed_and_public_files_are_not() -> None:
    page = b'<a href="/search?q=a&amp;b=1#x">/search</a><form action="/names" hx-get="/names"><img src="/document/1/picture/2">'
    more = b'<p data-cite="/document/1?at=START-END"><link href="/static/kashf.css"><a href="#x"><svg><image xlink:href="/p"/></svg>'
    start, body = sent(page[:40], page[40:] + more)

    assert body["body"] == (
        b'<a href="/s/search?q=a&amp;b=1#x">/search</a><form action="/s/names" hx-get="/s/names"><img src="/s/document/1/picture/2">'
        b'<p data-cite="/s/document/1?at=START-END"><link href="/static/kashf.css"><a href="#x"><svg><image xlink:href="/s/p"/></svg>'
    )
    assert (b"content-length", str(len(body["body"])).encode()) in start["headers"]


def test_text_of_a_document_that_looks_like_a_link_is_left_alone() -> None:
    page = f'<p>{escape(chr(32) + "href=" + chr(34) + "/search" + chr(34))}</p><input value="/etc/passwd" name="back">'.encode()

    assert page == sent(page)[1]["body"]


def test_other_kinds_of_answers_are_sent_as_they_come() -> None:
    assert [b'{" href=\\"/x"', b"}"] == [each["body"] for each in sent(b'{" href=\\"/x"', b"}", kind=b"application/json")[1:]]


def test_where_an_answer_sends_the_browser_is_changed() -> None:
    start = sent(b"", kind=b"text/plain", location=b"/review#x", hx_replace_url=b"/search?q=a")[0]

    assert {(b"location", b"/s/review#x"), (b"hx-replace-url", b"/s/search?q=a")} <= set(start["headers"])


@pytest.fixture
def private(visitor: Visitor) -> Visitor:
    """Somebody who came in and asked that nothing is to be read from addresses."""
    visitor.app.state.visitor.veil = Veil()
    return visitor


def hidden_in(page: str, pattern: str) -> str:
    (found,) = re.findall(pattern, page)
    return str(found)


def test_no_address_and_no_title_says_anything_where_that_is_asked_for(private: Visitor) -> None:
    for path in ("/search?q=shamali", "/documents", "/help", "/nowhere"):
        page = private.get(path).text
        written = re.findall(r'(?:href|action|src|hx-get|hx-post|data-[a-z]+)="(/[^"]*)', page)

        assert "<title>kashf</title>" in page
        assert len(written) > 10
        assert [] == [each for each in written if not each.startswith(("/~", "/static/"))]
        assert [] == re.findall(r'<form(?![^>]*method="(?:post|dialog)")[^>]*>', page)


def test_a_file_that_is_kept_has_a_name_that_says_nothing(private: Visitor) -> None:
    assert 'attachment; filename="kashf.csv"' == private.get("/documents?format=csv").headers["content-disposition"]


def test_a_hidden_link_leads_where_it_led(private: Visitor) -> None:
    page = private.get("/").text
    plain, veiled = private.get("/documents").text, private.get(hidden_in(page, r'<a href="(/~[^"]*)" data-go="d"')).text

    without_nonces = [re.sub(r'nonce="[^"]*"', "", each) for each in (plain, veiled)]
    assert without_nonces[0] == without_nonces[1]


def test_what_a_form_asks_is_sent_and_answered_by_an_address_that_says_nothing(private: Visitor) -> None:
    action = hidden_in(private.get("/help").text, r'<form method="post" class="box"[^>]* action="([^"]*)"')

    sent = private.post(action, {"q": "القلعة"})

    assert 303 == sent.status_code
    assert sent.headers["location"].startswith("/~")
    assert "?" not in sent.headers["location"]


def test_a_script_that_asks_as_somebody_types_is_answered_at_once(private: Visitor) -> None:
    form = hidden_in(private.get("/search").text, r'(<form method="post" class="box"[^>]*>)')
    assert "hx-get" not in form

    ours = {"Origin": "null", "Sec_Fetch_Site": "same-origin", "HX_Request": "true"}
    sent = private.ask("POST", hidden_in(form, r'hx-post="([^"]*)"'), **ours)

    assert 200 == sent.status_code
    assert sent.headers["hx-replace-url"].startswith("/~")


def test_a_hidden_address_of_another_server_is_not_found_and_lets_nobody_in(private: Visitor) -> None:
    stranger = Visitor(private.app)

    assert 404 == private.get(Veil().hide("/documents")).status_code
    assert 403 == stranger.get(private.app.state.visitor.veil.hide("/documents")).status_code


def test_a_form_that_decides_goes_on_to_a_hidden_address(reader: Visitor) -> None:
    reader.app.state.visitor.veil = Veil()
    action = hidden_in(reader.get("/review").text, r'<form[^>]*method="post" action="([^"]*)"><input[^>]*><input[^>]*><label>')

    sent = reader.post(action, {"name": "Layla", "back": "/review?type=PER"})

    assert 303 == sent.status_code
    assert "/review?type=PER" == reader.app.state.visitor.veil.behind(sent.headers["location"])
    assert "Layla" == reader.app.state.visitor.at_work


def test_where_it_is_called_by_number_too_hidden_addresses_lie_under_the_secret_path(stranger: Visitor) -> None:
    known = stranger.app.state.visitor
    known.veil = Veil()
    entered = stranger.get(f"/enter/{TOKEN}", Host=known.number)
    cookie = {"Host": known.number, "Cookie": entered.headers["set-cookie"].split(";")[0]}

    link = hidden_in(stranger.get(f"{known.path}/help", **cookie).text, r'<a href="([^"]*)" data-go="d"')

    assert link.startswith(f"{known.path}/~")
    assert 200 == stranger.get(link, **cookie).status_code
