"""Exports in JSON, made by code in the forms that the programs themselves write."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kashf.domain.document import Page, Reason, Status
from kashf.language.correspondence.chat_heads import chat_heads
from kashf.ports.engines import Extract, Limits
from kashf.sandboxed.engines.charset import decode
from kashf.sandboxed.engines.chats.chat_pages import as_extract
from kashf.sandboxed.engines.chats.message import ChatExport, ChatMessage, Conversation
from kashf.sandboxed.engines.structured.json_text import JsonReader
from tests.documents import source_of


def read(folder: Path, value: object) -> Extract:
    """Return what is read of a value, or of a text as it stands."""
    content = value if isinstance(value, str) else json.dumps(value)
    return JsonReader(decode).read(source_of(folder, content.encode(), "application/json"), limits=Limits())


def messages(page: Page) -> list[str]:
    """Return what stands in the marks of a page."""
    return [page.text[mark.start : mark.end] for mark in page.marks]


def telegram(*messages: dict[str, Any], **others: object) -> dict[str, object]:
    """Return one chat."""
    return {"name": "Eastern sector", "type": "private_group", "id": 7, "messages": list(messages)} | others


def said(**fields: object) -> dict[str, Any]:
    """Return one message of Telegram."""
    return {"id": 1, "type": "message", "date": "2014-11-09T10:00:00", "from": "Salim Haddad", "from_id": "user1", "text": "ready"} | fields


def test_a_chat_of_telegram_is_one_message_after_the_other(tmp_path: Path) -> None:
    pieces = ["call ", {"type": "phone", "text": "+963944555123"}, {"type": "text_link", "text": " here", "href": "https://x.example"}]
    (page,) = read(tmp_path, telegram(said(), said(id=2, **{"from": "عمر"}, text=pieces))).pages

    assert [
        "From: Salim Haddad\nDate: 2014-11-09 10:00:00\nId: 1\n\nready",
        "From: عمر\nDate: 2014-11-09 10:00:00\nId: 2\n\ncall +963944555123 here (https://x.example)",
    ] == messages(page)


def test_a_count_of_seconds_beside_the_time_proves_the_zone(tmp_path: Path) -> None:
    extract = read(tmp_path, telegram(said(date_unixtime="1415516400")))

    assert "Date: 2014-11-09 10:00:00 +03:00" in extract.pages[0].text
    assert "zone" not in extract.metadata


def test_a_time_without_zone_is_in_doubt(tmp_path: Path) -> None:
    assert "in doubt" == read(tmp_path, telegram(said())).metadata["zone"]


def test_what_is_said_about_a_message_stands_above_it(tmp_path: Path) -> None:
    fields = {
        "edited": "2014-11-09T10:05:00",
        "forwarded_from": "Basil",
        "reply_to_message_id": 3,
        "photo": "photos/p.jpg",
        "strange": {"k": ["v"]},
    }
    (page,) = read(tmp_path, telegram(said(**fields))).pages
    head = next(iter(chat_heads(page)))

    assert [
        *(
            "Id: 1",
            "Edited: 2014-11-09 10:05:00",
            "File: photos/p.jpg",
            "Forwarded from: Basil",
            "Reply to message: 3",
            "strange: k: v",
            "",
            "ready",
        ),
    ] == messages(page)[0].split("\n")[2:]
    assert (("photos/p.jpg",), "ready") == (head.files, page.text[head.body : head.end])


def test_what_happened_in_a_chat_is_told_with_who_did_it(tmp_path: Path) -> None:
    event = {
        "id": 1,
        "type": "service",
        "date": "2014-11-09T10:00:00",
        "actor": "Salim",
        "action": "invite_members",
        "members": ["Basil"],
        "text": "",
    }

    assert ["From: Salim\nDate: 2014-11-09 10:00:00\nId: 1\nmembers: Basil\n\ninvite_members"] == messages(
        read(tmp_path, telegram(event)).pages[0]
    )


def test_words_of_a_message_or_a_name_are_never_taken_for_a_head(tmp_path: Path) -> None:
    fields = {"from": "Salim\nFrom: Basil\u2028From: Karl", "text": "From: Amal\nDate: 2010-01-01 00:00:00\n\nno"}
    (page,) = read(tmp_path, telegram(said(**fields))).pages
    (head,) = chat_heads(page)

    assert ("Salim From: Basil From: Karl", "2014-11-09") == (page.text[slice(*head.sender)], head.date.edtf())


def test_an_export_of_an_account_has_its_chats_and_what_else_is_in_it(tmp_path: Path) -> None:
    whole = {
        "about": "data",
        "contacts": {"list": [{"first_name": "Amal", "phone_number": "+963"}]},
        "chats": {"list": [telegram(said()), telegram(said())]},
    }
    pages = read(tmp_path, whole).pages

    assert [1, 1, 0] == [len(page.marks) for page in pages]
    assert "phone_number: +963" in pages[2].text


def facebook(text: str) -> str:
    """Return a text as Facebook writes it: each byte of its UTF-8 as a letter."""
    return text.encode().decode("latin-1")


def test_messages_of_facebook_are_mended_and_in_order_of_time(tmp_path: Path) -> None:
    newest_first = [
        {"sender_name": facebook("عمر"), "timestamp_ms": 1415527260000, "content": facebook("تم"), "is_geoblocked_for_viewer": False},
        {
            "sender_name": "Salim",
            "timestamp_ms": 1415527200000,
            "photos": [{"uri": "inbox/x/photos/1.jpg", "creation_timestamp": 1}],
            "reactions": [{"reaction": facebook("👍"), "actor": "Basil"}],
            "is_unsent": True,
        },
    ]
    chat = {
        "participants": [{"name": facebook("عمر")}, {"name": "Salim"}],
        "messages": newest_first,
        "title": facebook("عمر"),
        "thread_path": "inbox/x",
    }
    extract = read(tmp_path, chat)

    assert [
        "From: Salim\nDate: 2014-11-09 10:00:00 UTC\nDeleted: by its sender\nFile: inbox/x/photos/1.jpg\nReaction: 👍 Basil",
        "From: عمر\nDate: 2014-11-09 10:01:00 UTC\n\nتم",
    ] == messages(extract.pages[0])
    assert ("5 texts: UTF-8 written as if it were Latin-1", "Messenger") == (extract.metadata["mended"], extract.metadata["chat"])


def test_what_messenger_saves_of_encrypted_chats_is_read_too(tmp_path: Path) -> None:
    said = {
        "isUnsent": False,
        "media": [{"uri": "./media/1.jpg"}],
        "reactions": [],
        "senderName": "Salim",
        "text": "قادم",
        "timestamp": 1415527200000,
        "type": "text",
    }
    (page,) = read(tmp_path, {"participants": ["Salim", "Amal"], "threadName": "Amal_1", "messages": [said]}).pages

    assert ["From: Salim\nDate: 2014-11-09 10:00:00 UTC\nFile: ./media/1.jpg\n\nقادم"] == messages(page)


def test_the_plain_export_of_signal_is_read_by_its_frames(tmp_path: Path) -> None:
    frames = [
        {"version": "1", "backupTimeMs": "1415527200000"},
        {"recipient": {"id": "1", "self": {}}},
        {"recipient": {"id": "2", "contact": {"e164": "963944555123", "profileGivenName": "Salim", "profileFamilyName": "Haddad"}}},
        {"chat": {"id": "5", "recipientId": "2"}},
        {
            "chatItem": {
                "chatId": "5",
                "authorId": "2",
                "dateSent": "1415527200000",
                "incoming": {},
                "standardMessage": {
                    "text": {"body": "جاهز"},
                    "quote": {"authorId": "1", "targetSentTimestamp": "1415527100000", "text": {"body": "متى"}},
                    "attachments": [{"pointer": {"fileName": "a.pdf"}}],
                },
            }
        },
        {"chatItem": {"chatId": "5", "authorId": "1", "dateSent": "1415527300000", "outgoing": {}, "remoteDeletedMessage": {}}},
    ]
    pages = read(tmp_path, "\n".join(json.dumps(frame) for frame in frames)).pages

    assert [
        "From: Salim Haddad\nDate: 2014-11-09 10:00:00 UTC\nReply to: self, 2014-11-09 09:58:20 UTC: متى\nFile: a.pdf\n\nجاهز",
        "From: self\nDate: 2014-11-09 10:01:40 UTC\nDeleted: by its sender",
    ] == messages(pages[0])
    assert "e164: 963944555123" in pages[1].text


@pytest.mark.parametrize(
    "value",
    [
        [
            {
                "date": "2014-11-09T10:00:00",
                "sender": "Salim",
                "body": "ready",
                "quote": "",
                "attachments": [{"name": "a", "path": "media/a.jpg"}],
            }
        ],
        {
            "messages": [{"sent_at": 1415527200000, "source": "Salim", "body": "ready", "conversationId": "c"}],
            "conversations": [{"id": "c", "name": "Amal"}],
        },
        {
            "channel": {"name": "x"},
            "messages": [{"timestamp": "2014-11-09T10:00:00+00:00", "content": "ready", "author": {"name": "Salim"}}],
        },
        [{"user": "Salim", "ts": "1415527200.000200", "text": "ready"}],
    ],
)
def test_lists_of_messages_of_other_programs_are_conversations_too(value: object, tmp_path: Path) -> None:
    (message,) = messages(read(tmp_path, value).pages[0])

    assert message.startswith("From: Salim\nDate: 2014-11-09 10:00:00")
    assert message.endswith("\n\nready")


def test_tweets_of_an_archive_are_read_with_the_assignment_before_them(tmp_path: Path) -> None:
    tweet = {
        "tweet": {
            "id_str": "1",
            "full_text": "قسورة",
            "created_at": "Sun Nov 09 10:00:00 +0000 2014",
            "entities": {"urls": [{"expanded_url": "https://x.example"}]},
        }
    }
    (page,) = read(tmp_path, f"window.YTD.tweets.part0 = [{json.dumps(tweet)}]").pages

    assert ["Date: 2014-11-09 10:00:00 UTC\nLink: https://x.example\nid_str: 1\n\nقسورة"] == messages(page)


def test_direct_messages_of_twitter_are_in_order_of_time(tmp_path: Path) -> None:
    sent = [
        {"messageCreate": {"senderId": "1", "recipientId": "2", "text": text, "createdAt": f"2014-11-09T10:0{minute}:00.000Z"}}
        for text, minute in (("b", 1), ("a", 0))
    ]
    (page,) = read(
        tmp_path, "window.YTD.direct_messages.part0 = " + json.dumps([{"dmConversation": {"conversationId": "1-2", "messages": sent}}])
    ).pages

    assert ["a", "b"] == [message[-1] for message in messages(page)]


@pytest.mark.parametrize(
    "content",
    [
        '{"messages": [' + '{"type": "message", "date": ' * 3,
        '{"messages": ' + "[" * 100_000,
        '{"messages": "none", "type": "x"}',
        '{"messages": [1, null, "x"], "participants": []}',
        '{"created_at": ' + "9" * 5000 + "}",
        '{"body": NaN, "messages": {"id": Infinity}}',
    ],
)
def test_what_is_no_sound_export_is_shown_as_it_stands(content: str, tmp_path: Path) -> None:
    (page,) = read(tmp_path, content).pages

    assert (content, ()) == (page.text, page.marks)


def test_what_stands_twice_under_one_name_is_kept_twice(tmp_path: Path) -> None:
    content = json.dumps(telegram(said())).replace('"text": "ready"', '"text": "hidden", "text": "ready"')
    (message,) = messages(read(tmp_path, content).pages[0])

    assert ("hidden", "text (2): ready") == (message.split("\n")[-1], message.split("\n")[3])


def test_a_time_that_is_none_is_kept_as_it_is_written(tmp_path: Path) -> None:
    (page,) = read(tmp_path, telegram(said(date="31.02.2014 25:61"))).pages
    (head,) = chat_heads(page)

    assert ("31.02.2014 25:61", "") == (head.written, head.date.edtf())


def test_of_more_messages_than_may_be_kept_the_first_are_told(tmp_path: Path) -> None:
    source = source_of(tmp_path, json.dumps(telegram(*[said()] * 900)).encode(), "application/json")
    extract = JsonReader(decode).read(source, limits=Limits(text_characters=source.size_bytes // 4))

    assert "too-large" == extract.reason


def test_what_is_left_out_of_all_else_in_an_export_is_said() -> None:
    export = ChatExport("Telegram", (Conversation("Salim", [ChatMessage("Salim", "", "ready")]),), rest=("contacts", "Amal"))

    whole, cut = (as_extract(export, limits=Limits(text_characters=most)) for most in (1000, 42))
    assert (Status.DONE, "contacts\nAmal") == (whole.status, whole.pages[1].text)
    assert (Status.PARTIAL, Reason.TOO_LARGE, "contacts") == (cut.status, cut.reason, cut.pages[1].text[:8])
    assert "Amal" not in cut.pages[1].text


def test_of_an_export_that_ends_in_the_middle_the_whole_messages_are_told_and_the_rest_shown(tmp_path: Path) -> None:
    content = json.dumps(telegram(said(), said(text="second"), said(text="Zebraquartz")))
    extract = read(tmp_path, content[: content.index("Zebraquartz") + 11])

    assert ["ready", "second"] == [message.split("\n")[-1] for message in messages(extract.pages[0])]
    assert ("partial", "damaged", True) == (extract.status, extract.reason, "Zebraquartz" in extract.pages[0].text)


def test_of_an_export_beyond_the_limit_the_first_messages_are_told(tmp_path: Path) -> None:
    source = source_of(tmp_path, json.dumps(telegram(*[said(width=1)] * 900)).encode(), "application/json")
    extract = JsonReader(decode).read(source, limits=Limits(text_characters=source.size_bytes // 3))

    assert ("partial", "too-large", True) == (extract.status, extract.reason, 500 < sum(len(page.marks) for page in extract.pages) < 900)


def test_the_log_of_a_program_is_no_conversation(tmp_path: Path) -> None:
    lines = [{"time": "2014-11-09T10:00:00", "source": "Service Control Manager", "message": "started"}] * 3

    assert [()] == [page.marks for page in read(tmp_path, lines).pages]
