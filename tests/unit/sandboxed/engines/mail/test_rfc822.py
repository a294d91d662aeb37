from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import pytest

from kashf.domain.document import MarkKind, Reason, Status
from kashf.ports.engines import EngineError, Extract, Limits
from kashf.sandboxed.engines.charset import decode
from kashf.sandboxed.engines.mail.outlook import OutlookReader
from kashf.sandboxed.engines.mail.rfc822 import MailReader
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


def _mime(type: str, *parts: str) -> bytes:
    body = "".join(f"--x\n{part}\n" for part in parts)
    return f"From: a@lantern.example\nMIME-Version: 1.0\nContent-Type: {type}; boundary=x\n\n{body}--x--\n".encode()


def _text(folder: Path, content: bytes) -> str:
    return _read(folder, content).pages[0].text.split("\n\n", 1)[1]


def test_a_line_of_the_html_version_that_the_plain_one_lacks_is_read(tmp_path: Path) -> None:
    message = _mail("The meeting is on Monday at the usual place.")
    message.add_alternative("<p>The meeting is on Monday at the usual place.</p><p>Bring two lorries.</p>", subtype="html")

    assert "The meeting is on Monday at the usual place.\n\nBring two lorries." == _text(tmp_path, message.as_bytes()).strip()


def test_an_encrypted_mail_is_partial_and_keeps_its_header(tmp_path: Path) -> None:
    content = _mime(
        "multipart/encrypted", "Content-Type: application/pgp-encrypted\n\nVersion: 1", "Content-Type: application/octet-stream\n\nxx"
    )

    extract = _read(tmp_path, content)

    assert (Status.PARTIAL, Reason.ENCRYPTED, "a@lantern.example") == (extract.status, extract.reason, extract.metadata["from"])


def test_armour_within_the_text_is_told_as_encrypted(tmp_path: Path) -> None:
    body = "Karim,\n-----BEGIN PGP MESSAGE-----\n\njA0ECQMCBBw4\n-----END PGP MESSAGE-----\n"

    extract = _read(tmp_path, _mail(body).as_bytes())

    assert (Reason.ENCRYPTED, True, False) == (extract.reason, "Karim," in extract.pages[0].text, "jA0" in extract.pages[0].text)


def test_a_signed_mail_is_read_and_its_signature_named(tmp_path: Path) -> None:
    content = _mime("multipart/signed", "\none", "Content-Type: application/pkcs7-signature; name=smime.p7s\n\nxx")

    extract = _read(tmp_path, content)

    assert ("S/MIME", Status.DONE, True) == (extract.metadata["signature"], extract.status, extract.pages[0].text.endswith("one"))


def test_a_report_about_a_mail_that_could_not_be_delivered_is_read(tmp_path: Path) -> None:
    said = "Reporting-MTA: dns; mx.lantern.example\n\nFinal-Recipient: rfc822; r@lantern.example\nStatus: 5.1.1"

    text = _text(tmp_path, _mime("multipart/report", "\nIt came back.", f"Content-Type: message/delivery-status\n\n{said}"))

    assert f"It came back.\n\n{said}" == text


def test_a_read_receipt_is_read(tmp_path: Path) -> None:
    receipt = "Content-Type: message/disposition-notification\n\nDisposition: manual-action; displayed"

    assert "It was read.\n\nDisposition: manual-action; displayed" == _text(tmp_path, _mime("multipart/report", "\nIt was read.", receipt))


def test_what_is_written_behind_the_last_part_is_read(tmp_path: Path) -> None:
    assert "one\n\nnot to be overlooked" == _text(tmp_path, _mime("multipart/mixed", "\none") + b"not to be overlooked\n")


def test_parts_that_cannot_be_told_apart_are_one_text(tmp_path: Path) -> None:
    content = b"From: a@lantern.example\nContent-Type: multipart/mixed; boundary=y\n\n--x\n\none\n--x--\n"

    assert "one" in _text(tmp_path, content)


def test_two_html_parts_of_one_version_are_both_read(tmp_path: Path) -> None:
    pieces = "".join(f"--z\nContent-Type: text/html\n\n<p>{word}</p>\n" for word in ("first", "second"))
    html = f"Content-Type: multipart/mixed; boundary=z\n\n{pieces}--z--"

    assert "first\n\nsecond" == _text(tmp_path, _mime("multipart/alternative", html)).strip()


@pytest.mark.parametrize("quote", ["<blockquote type=cite>Shall we?</blockquote>", '<div class="gmail_quote">Shall we?</div>'])
def test_what_html_shows_as_quoted_is_marked(tmp_path: Path, quote: str) -> None:
    page = _read(tmp_path, f"From: a@x.example\nContent-Type: text/html\n\n<p>Yes.</p>{quote}".encode()).pages[0]

    (mark,) = page.marks
    assert (MarkKind.QUOTED, "Shall we?") == (mark.kind, page.text[mark.start : mark.end].strip())


def test_a_mail_of_apple_mail_is_read_without_what_the_program_keeps_behind_it(tmp_path: Path) -> None:
    content = _mail().as_bytes()

    extract = _read(tmp_path, b"%d       \n" % len(content) + content + b'<?xml version="1.0"?><plist><dict/></plist>')

    assert ("قافلة", ENGLISH) == (extract.metadata["subject"], extract.pages[0].text.split("\n\n", 1)[1])


@pytest.mark.parametrize("stated", ["charset*0*=utf-8''ut; charset*1*=f-8", "charset=undefined", "charset=idna", "charset=rot13"])
def test_a_charset_that_the_library_gives_up_at_costs_no_mail(tmp_path: Path, stated: str) -> None:
    content = f"From: a@lantern.example\nContent-Type: text/plain; {stated}\n\n{ARABIC}"

    assert ARABIC == _text(tmp_path, content.encode())
