from __future__ import annotations

import datetime as dt
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP

import pytest

from kashf.sandboxed.engines.attachments.mapi import (
    BINARY,
    BODY,
    DISPLAY_TO,
    HTML,
    IN_REPLY_TO,
    MESSAGE_CLASS,
    MESSAGE_FLAGS,
    MESSAGE_ID,
    REFERENCES,
    SENDER_NAME,
    SENDER_SMTP,
    STRING8,
    SUBJECT,
    SUBMIT_TIME,
    TIME,
    TRANSPORT_HEADERS,
    UNICODE,
    Attachment,
    Item,
    as_mail,
)

CODE_PAGE = 0x3FDE


def unicode(text: str) -> tuple[int, bytes]:
    return UNICODE, text.encode("utf-16-le")


NOTE = {MESSAGE_CLASS: unicode("IPM.Note")}


def written(item: Item) -> EmailMessage:
    message = message_from_bytes(b"".join(as_mail(item)), policy=SMTP)
    assert isinstance(message, EmailMessage)
    return message


def body(message: EmailMessage, kind: str = "plain") -> str:
    part = message.get_body((kind,))
    assert isinstance(part, EmailMessage)
    return str(part.get_content())


def test_an_item_without_a_header_gets_one_from_its_properties() -> None:
    ticks = int((dt.datetime(2014, 10, 25, 8, tzinfo=dt.UTC) - dt.datetime(1601, 1, 1, tzinfo=dt.UTC)).total_seconds()) * 10**7
    message = written(
        Item(
            NOTE
            | {
                SUBJECT: unicode("\x01\x04RE: أمر"),
                SENDER_NAME: unicode("أبو محمد"),
                SENDER_SMTP: unicode("am@example.org"),
                DISPLAY_TO: unicode("قاسم; ليلى"),
                SUBMIT_TIME: (TIME, ticks.to_bytes(8, "little")),
                BODY: unicode("نص"),
            }
        )
    )

    assert ("RE: أمر", "أبو محمد <am@example.org>") == (message["Subject"], str(message["From"]))
    assert dt.datetime(2014, 10, 25, 8, tzinfo=dt.UTC) == message["Date"].datetime
    assert "نص" == body(message).strip()


def test_an_item_says_what_it_answers_and_that_it_was_never_sent() -> None:
    ids = {MESSAGE_ID: unicode("<b@x>"), IN_REPLY_TO: unicode("<a@x>"), REFERENCES: unicode("<r@x> <a@x>")}
    message = written(Item(NOTE | ids | {MESSAGE_FLAGS: (0x0003, (0x8).to_bytes(4, "little"))}))

    assert ["<b@x>", "<a@x>", "<r@x> <a@x>", "1"] == [message[name] for name in ("Message-ID", "In-Reply-To", "References", "X-Unsent")]


def test_the_header_that_the_item_was_sent_with_is_kept_but_for_what_it_says_of_mime() -> None:
    mime = "Content-Type: multipart/mixed;\r\n boundary=old\r\nMIME-Version: 1.0\r\n"
    header = f"Received: from x\r\n by y\r\nSubject: one\r\n{mime}To: z@example.org\r\n"
    item = Item(NOTE | {TRANSPORT_HEADERS: unicode(header), SUBJECT: unicode("other"), BODY: unicode("text")})

    assert b"".join(as_mail(item)).startswith(
        b"Received: from x\r\n by y\r\nSubject: one\r\nTo: z@example.org\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="
    )
    assert "text" == body(written(item)).strip()


@pytest.mark.parametrize(("page", "encoding"), [(1256, "cp1256"), (65001, "utf-8"), (28596, "iso8859-6"), (1252, "cp1252")])
def test_eight_bit_text_is_read_in_the_code_page_of_the_item(page: int, encoding: str) -> None:
    text = "order" if encoding == "cp1252" else "أمر"

    assert text == Item({CODE_PAGE: (3, page.to_bytes(4, "little")), BODY: (STRING8, text.encode(encoding))}).text(BODY)


def test_an_unknown_code_page_is_taken_for_that_of_windows() -> None:
    assert "cp1252" == Item({CODE_PAGE: (3, b"\xff\xff\xff\x7f")}).encoding()


def test_html_keeps_its_bytes_and_names_its_encoding() -> None:
    item = Item(NOTE | {CODE_PAGE: (3, (1256).to_bytes(4, "little")), HTML: (BINARY, "<p>أمر</p>".encode("cp1256"))})

    assert "<p>أمر</p>" == body(written(item), "html").strip()


def test_a_contact_says_what_it_knows() -> None:
    item = Item(
        {MESSAGE_CLASS: unicode("IPM.Contact"), 0x3001: unicode("أبو محمد"), 0x3A1C: unicode("+963 555 0101"), BODY: unicode("note")}
    )

    assert ["أبو محمد", "+963 555 0101", "note"] == body(written(item)).splitlines()


def test_rtf_is_attached_where_there_is_no_other_text() -> None:
    types = [part.get_content_type() for part in written(Item(NOTE, rtf=b"{\\rtf1}")).walk()]

    assert ["multipart/mixed", "application/rtf"] == types


def test_attachments_of_any_length_come_back_byte_for_byte() -> None:
    contents = [bytes(range(256)) * count for count in (0, 1, 57, 300)]
    item = Item(NOTE, [Attachment(f"{number}.bin", [part[:100], part[100:]]) for number, part in enumerate(contents)])

    assert contents == [part.get_payload(decode=True) for part in written(item).iter_attachments()]


def test_a_line_end_in_a_property_begins_no_header_line() -> None:
    message = written(Item(NOTE | {SUBJECT: unicode("a\r\nBcc: x@example.org"), BODY: unicode("text")}))

    assert ("a Bcc: x@example.org", None) == (message["Subject"], message["Bcc"])


def test_the_same_item_is_written_the_same_each_time() -> None:
    def item() -> Item:
        return Item(NOTE | {SUBJECT: unicode("أمر")}, [Attachment("x", [b"x"])])

    assert b"".join(as_mail(item())) == b"".join(as_mail(item()))


def test_a_time_beyond_the_calendar_is_no_time() -> None:
    assert Item({SUBMIT_TIME: (TIME, b"\xff" * 8)}).time(SUBMIT_TIME) is None
