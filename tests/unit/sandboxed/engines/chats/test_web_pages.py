from __future__ import annotations

from pathlib import Path

import pytest

from kashf.domain.document import Page
from kashf.ports.engines import EngineError, Extract, Limits
from kashf.sandboxed.engines.charset import decode
from kashf.sandboxed.engines.chats.web_pages.chat_page_reader import ConversationPageReader
from kashf.sandboxed.engines.webpage import WebPageReader
from tests.documents import source_of


def read(folder: Path, body: str) -> Extract:
    """Return what is read of a page."""
    html = f'<!DOCTYPE html><html><head><meta charset="utf-8"/><title>Exported Data</title></head><body>{body}</body></html>'
    return ConversationPageReader(WebPageReader(decode).decoded).read(source_of(folder, html.encode(), "text/html"), limits=Limits())


def messages(page: Page) -> list[str]:
    """Return what stands in the marks of a page."""
    return [page.text[mark.start : mark.end] for mark in page.marks]


def telegram(number: int, inner: str, *, sender: str = "Salim", kind: str = "default clearfix", when: str = "09.11.2014 10:00:00") -> str:
    """Return one message as Telegram writes it."""
    name = f'<div class="from_name">{sender}</div>' if sender else ""
    return (
        f'<div class="message {kind}" id="message{number}"><div class="body">'
        f'<div class="pull_right date details" title="{when}">10:00</div>'
        f"{name}{inner}</div></div>"
    )


def test_a_page_of_telegram_is_a_conversation(tmp_path: Path) -> None:
    header = '<div class="page_header"><div class="content"><div class="text bold">القاطع</div></div></div>'
    texts = telegram(1, '<div class="text">one<br>two <a href="https://x.example/">here</a></div>', when="09.11.2014 10:00:00 UTC+03:00")
    (page,) = read(tmp_path, f'<div class="page_wrap">{header}<div class="history">{texts}</div></div>').pages

    assert page.text.startswith("Chat: القاطع\n")
    assert ["From: Salim\nDate: 2014-11-09 10:00:00 +03:00\nId: 1\n\none\ntwo here (https://x.example/)"] == messages(page)


def test_a_message_that_is_joined_to_the_one_before_is_of_the_same_sender(tmp_path: Path) -> None:
    joined = telegram(2, '<div class="text">b</div>', sender="", kind="default clearfix joined")
    (page,) = read(tmp_path, telegram(1, '<div class="text">a</div>') + joined).pages

    assert ["From: Salim", "From: Salim"] == [message.split("\n")[0] for message in messages(page)]


def test_the_sender_of_a_message_at_the_beginning_of_a_later_file_is_not_guessed(tmp_path: Path) -> None:
    (page,) = read(tmp_path, telegram(2, '<div class="text">b</div>', sender="", kind="default clearfix joined")).pages

    assert ["Date: 2014-11-09 10:00:00\nId: 2\n\nb"] == messages(page)


def test_answers_forwards_and_files_stand_above_a_message(tmp_path: Path) -> None:
    inner = (
        '<div class="reply_to details">In reply to <a href="#go_to_message7">this message</a></div>'
        '<div class="forwarded body"><div class="from_name">News '
        '<span class="date details" title="08.11.2014 09:00:00"> 08.11.2014</span></div>'
        '<div class="media_wrap clearfix"><a class="photo_wrap" href="photos/p.jpg"></a></div><div class="text">قسورة</div></div>'
    )
    (page,) = read(tmp_path, telegram(1, inner)).pages

    assert ["Id: 1", "Forwarded from: News, 2014-11-08 09:00:00", "Reply to message: 7", "File: photos/p.jpg", "", "قسورة"] == messages(
        page
    )[0].split("\n")[2:]


def test_what_stands_beside_the_messages_is_kept(tmp_path: Path) -> None:
    pages = read(tmp_path, telegram(1, '<div class="text">a</div>') + "<p>Zebraquartz</p>").pages

    assert "Zebraquartz" == pages[-1].text


def test_messages_of_messenger_come_oldest_first(tmp_path: Path) -> None:
    def said(name: str, text: str, when: str) -> str:
        return (
            f'<div class="pam _3-95 _2ph- _a6-g"><div class="_3-95 _2pim _a6-h _a6-i">{name}</div>'
            f'<div class="_3-95 _a6-p"><div>{text}</div></div>'
            f'<div class="_3-94 _a6-o"><div class="_a72d">{when}</div></div></div>'
        )

    newest_first = said("Amal", 'second<a href="inbox/x/photos/1.jpg"></a>', "Nov 9, 2014 10:05:00 PM") + said(
        "Salim", "first", "Nov 9, 2014 9:05:00 AM"
    )
    (page,) = read(tmp_path, newest_first).pages

    assert [
        "From: Salim\nDate: 2014-11-09 09:05:00\n\nfirst",
        "From: Amal\nDate: 2014-11-09 22:05:00\nFile: inbox/x/photos/1.jpg\n\nsecond",
    ] == messages(page)


@pytest.mark.parametrize("body", ["<p>message default</p>", '<div class="message-box">no</div>', '<div class="message default">'[:20]])
def test_other_pages_are_left_to_the_reader_of_web_pages(body: str, tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="no conversation"):
        read(tmp_path, body)


def test_a_page_that_nests_without_end_costs_no_stack(tmp_path: Path) -> None:
    (page,) = read(tmp_path, telegram(1, '<div class="text">' + "<b>" * 20_000 + "deep")).pages[:1]

    assert page.text
