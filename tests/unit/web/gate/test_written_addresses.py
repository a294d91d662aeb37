"""What a page writes is changed on its way out, and nothing of a case can pass for an address."""

from __future__ import annotations

import asyncio

from markupsafe import escape
from starlette.types import Message

from kashf.web.gate.written_addresses import Rewriting


def sent(*pieces: bytes, kind: bytes = b"text/html; charset=utf-8", **headers: bytes) -> list[Message]:
    messages: list[Message] = []

    async def onward(message: Message) -> None:
        messages.append(message)

    async def go() -> None:
        rewriting = Rewriting(onward, lambda address: "/s" + address)
        said = [(b"content-type", kind), *((name.replace("_", "-").encode(), value) for name, value in headers.items())]
        await rewriting.send({"type": "http.response.start", "status": 200, "headers": said})
        for number, piece in enumerate(pieces, 1):
            await rewriting.send({"type": "http.response.body", "body": piece, "more_body": number < len(pieces)})

    asyncio.run(go())
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
