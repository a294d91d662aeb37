from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import pytest

from kashf.domain.document import Reason
from kashf.ports.engines import EngineError, Extract, Limits
from kashf.sandboxed.engines.charset import decode
from kashf.sandboxed.engines.mail import MailReader, OutlookReader
from kashf.sandboxed.engines.webpage import WebPageReader
from tests.documents import ARABIC, ENGLISH, outlook_message, source_of


def _read(folder: Path, content: bytes) -> Extract:
    return MailReader(decode, WebPageReader(decode).text).read(source_of(folder, content, "message/rfc822"), limits=Limits())


def _mail(body: str = ENGLISH) -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Karim Dalloul <karim@lantern.example>"
    message["To"] = "r.sahin@lantern.example"
    message["Date"] = "Thu, 25 Sep 2014 08:30:00 +0300"
    message["Subject"] = "قافلة"
    message.set_content(body)
    return message


def test_the_header_lines_stand_above_the_text_and_are_metadata_too(tmp_path: Path) -> None:
    extract = _read(tmp_path, _mail().as_bytes())

    assert [
        "From: Karim Dalloul <karim@lantern.example>",
        "To: r.sahin@lantern.example",
        "Date: Thu, 25 Sep 2014 08:30:00 +0300",
        "Subject: قافلة",
        "",
        ENGLISH,
    ] == extract.pages[0].text.splitlines()
    assert ("قافلة", "r.sahin@lantern.example") == (extract.metadata["subject"], extract.metadata["to"])


def test_the_plain_version_is_preferred_to_the_one_in_html(tmp_path: Path) -> None:
    message = _mail(ARABIC)
    message.add_alternative(f"<p>{ARABIC}</p><p>footer</p>", subtype="html")

    assert ARABIC == _read(tmp_path, message.as_bytes()).pages[0].text.split("\n\n")[1]


def test_html_is_read_when_the_plain_version_says_nothing(tmp_path: Path) -> None:
    message = _mail("HTML only")
    message.add_alternative(f"<p>{ENGLISH}</p><p>{ARABIC}</p>", subtype="html")

    assert f"{ENGLISH}\n{ARABIC}" == _read(tmp_path, message.as_bytes()).pages[0].text.split("\n\n")[1]


def test_attachments_are_left_to_be_read_by_themselves(tmp_path: Path) -> None:
    message = _mail()
    message.add_attachment("secret list", filename="list.txt")
    inner = _mail("inner mail")
    message.add_attachment(inner)

    text = _read(tmp_path, message.as_bytes()).pages[0].text

    assert ENGLISH in text
    assert "secret list" not in text
    assert "inner mail" not in text


@pytest.mark.parametrize(
    ("stated", "encoding"),
    [("windows-1256", "cp1256"), ("us-ascii", "cp1256"), ("iso-8859-1", "cp1256"), ("no-such", "utf-8"), ("utf-8", "cp1256")],
)
def test_arabic_is_read_whatever_charset_is_stated(tmp_path: Path, stated: str, encoding: str) -> None:
    head = f"From: a@lantern.example\r\nContent-Type: text/plain; charset={stated}\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"

    assert ARABIC == _read(tmp_path, head.encode() + ARABIC.encode(encoding)).pages[0].text.split("\n\n")[1]


@pytest.mark.parametrize("encoding", ["utf-8", "cp1256"])
def test_a_subject_that_was_sent_unencoded_is_read(tmp_path: Path, encoding: str) -> None:
    content = b"From: a@lantern.example\nSubject: " + ARABIC.encode(encoding) + b"\n\nbody\n"

    assert ARABIC == _read(tmp_path, content).metadata["subject"]


def test_a_subject_that_is_encoded_in_part_and_folded_is_one_line(tmp_path: Path) -> None:
    content = b"From: a@lantern.example\nSubject: Re: =?windows-1256?B?zscg?=\n =?utf-8?Q?caf=C3=A9?= now\n\nbody\n"

    assert "Re: خا café now" == " ".join(_read(tmp_path, content).metadata["subject"].split())


def test_a_subject_whose_encoding_is_broken_is_shown_as_it_is(tmp_path: Path) -> None:
    content = b"From: a@lantern.example\nSubject: =?utf-8?B?A?= end\n\nbody\n"

    assert "end" in _read(tmp_path, content).metadata["subject"]


def test_several_texts_of_one_mail_follow_each_other(tmp_path: Path) -> None:
    content = b"From: a\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\none\n--x\n\ntwo\n--x--\n"

    assert ["From: a", "one", "two"] == _read(tmp_path, content).pages[0].text.split("\n\n")


def test_a_mail_without_header_and_text_is_none(tmp_path: Path) -> None:
    with pytest.raises(EngineError) as fault:
        _read(tmp_path, b"\n\n")

    assert Reason.UNSUPPORTED is fault.value.reason


def test_an_outlook_message_is_read_like_any_other(tmp_path: Path) -> None:
    content = outlook_message(ARABIC, subject="قافلة", sender="=?utf-8?B?2YPYsdmK2YU=?=")

    extract = OutlookReader(WebPageReader(decode).text).read(source_of(tmp_path, content), limits=Limits())

    assert ["From: كريم", "Subject: قافلة", "", ARABIC] == extract.pages[0].text.splitlines()


def test_an_outlook_message_without_a_body_is_left_to_others(tmp_path: Path) -> None:
    with pytest.raises(EngineError) as fault:
        OutlookReader(WebPageReader(decode).text).read(source_of(tmp_path, outlook_message("")), limits=Limits())

    assert Reason.UNSUPPORTED is fault.value.reason
