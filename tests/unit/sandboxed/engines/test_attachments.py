from __future__ import annotations

from collections.abc import Callable
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

import pypdfium2
import pytest

from kashf.domain.document import Reason
from kashf.ports.engines import EngineError, Limits, Member, Source
from kashf.sandboxed.engines.attachments import unpackers
from tests.contracts.compound import message_tree, outlook_message
from tests.contracts.containers import a_plain_mail, mail, mbox, pdf, winmail

Unpack = Callable[..., list[tuple[Member, bytes | None]]]


@pytest.fixture
def unpacked(tmp_path: Path) -> Unpack:
    """Return members with their contents."""

    def unpack(content: bytes, type: str, *, limits: Limits | None = None) -> list[tuple[Member, bytes | None]]:
        path = tmp_path / "3"
        path.write_bytes(content)
        engine = next(each for each in unpackers() if each.unpacks(type))
        given = engine.members(Source(path, len(content), type=type), limits=limits or Limits())
        return [(member, None if member.chunks is None else b"".join(member.chunks)) for member in given]

    return unpack


def a_mail() -> EmailMessage:
    message = EmailMessage(policy=SMTP)
    message["From"], message["Subject"] = "a@example.org", "أمر"
    message.set_content("نص")
    message.add_alternative("<p dir=rtl>نص</p>", subtype="html")
    return message


def test_the_texts_of_a_message_are_no_members(unpacked: Unpack) -> None:
    assert [] == unpacked(a_mail().as_bytes(), "message/rfc822")


@pytest.mark.parametrize("lost", [0, 1, 2, 3, 4, 5])
def test_an_attachment_whose_message_breaks_off_is_its_beginning_and_not_its_base64(unpacked: Unpack, lost: int) -> None:
    attached = bytes(range(256)) * 3
    message = a_mail()
    message.add_attachment(attached, maintype="application", subtype="octet-stream", filename="record.bin")
    content = message.as_bytes()
    end = content.rindex(b"\r\n--") - 2

    [(_, found)] = unpacked(content[: end - lost], "message/rfc822")

    assert found is not None
    assert attached.startswith(found)
    assert len(found) >= len(attached) - 6


def test_an_attached_text_is_a_member(unpacked: Unpack) -> None:
    message = a_mail()
    message.add_attachment("سري", filename="سجل.txt")

    ((member, content),) = unpacked(message.as_bytes(), "message/rfc822")

    assert ("سجل.txt", "سري\n") == (member.untrusted_name.decode(), (content or b"").decode())


def test_a_name_in_an_encoded_word_is_decoded(unpacked: Unpack) -> None:
    message = mail({"x.txt": b"x"}).replace(b'filename="x.txt"', b'filename="=?utf-8?B?2LPYrNmELnR4dA==?="')

    assert ["سجل.txt"] == [member.untrusted_name.decode() for member, _ in unpacked(message, "message/rfc822")]


@pytest.mark.parametrize(
    ("parameter", "name"),
    [
        (b'filename="\xd3\xcc\xe1.txt"', "سجل.txt".encode("cp1256")),
        (b"filename*=raw_unicode_escape''%5Cud800.txt", b"?.txt"),
        (b"filename*=no-such-code''a.txt", b"a.txt"),
        (b"filename==?no-such-code?q?a?=", b"=?no-such-code?q?a?="),
        (b"filename==?utf-8?b?a?=", b"=?utf-8?b?a?="),
    ],
)
def test_a_name_in_a_wrong_or_hostile_encoding_is_still_a_name(unpacked: Unpack, parameter: bytes, name: bytes) -> None:
    message = mail({"x.txt": b"x"}).replace(b'filename="x.txt"', parameter)

    assert [(name, b"x")] == [(member.untrusted_name, content) for member, content in unpacked(message, "message/rfc822")]


def test_a_picture_in_the_text_is_a_member_named_after_its_type(unpacked: Unpack) -> None:
    message = a_mail()
    html = message.get_body(("html",))
    assert isinstance(html, EmailMessage)
    html.add_related(b"GIF89a", maintype="image", subtype="gif", cid="<1>")

    assert [(b"part.gif", b"GIF89a")] == [(m.untrusted_name, content) for m, content in unpacked(message.as_bytes(), "message/rfc822")]


def test_a_forwarded_message_is_one_member_with_its_own_attachments_inside(unpacked: Unpack) -> None:
    message = a_mail()
    message.add_attachment(message_from_bytes(mail({"x.txt": b"deep"}), policy=SMTP))

    ((member, content),) = unpacked(message.as_bytes(), "message/rfc822")

    assert b"message.eml" == member.untrusted_name
    assert [(b"x.txt", b"deep")] == [(m.untrusted_name, inner) for m, inner in unpacked(content or b"", "message/rfc822")]


def test_parts_nested_beyond_counting_are_told_as_too_deep(unpacked: Unpack) -> None:
    inner = b"Content-Type: text/plain\n\nx"
    for depth in range(3000):
        inner = b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n%b\n--b%d--\n" % (depth, depth, inner, depth)

    with pytest.raises(EngineError) as caught:
        unpacked(b"From: a@example.org\n" + inner, "message/rfc822")

    assert Reason.TOO_DEEP is caught.value.reason


def test_a_message_that_would_not_fit_into_memory_is_not_begun(unpacked: Unpack) -> None:
    with pytest.raises(EngineError) as caught:
        unpacked(mail(), "message/rfc822", limits=Limits(memory_bytes=1000))

    assert Reason.TOO_LARGE is caught.value.reason


def test_messages_of_an_mbox_come_out_byte_for_byte(unpacked: Unpack) -> None:
    found = unpacked(mbox(3), "application/mbox")

    assert [(b"%05d.eml" % number, a_plain_mail(number)) for number in (1, 2, 3)] == [(m.untrusted_name, c) for m, c in found]


@pytest.mark.parametrize("ending", [b"\n", b"\r\n"])
def test_lines_that_only_begin_like_a_separator_do_not_part_a_message(unpacked: Unpack, ending: bytes) -> None:
    text = b"From: a@example.org\n\nOne\n\nFrom what I know, he left.\nFrom a@example.org Mon Oct  6 10:00:00 2014\n".replace(b"\n", ending)
    box = b"From a@example.org Mon Oct  6 10:00:00 2014" + ending + text + ending

    assert [text] == [content for _, content in unpacked(box, "application/mbox")]


def test_text_before_the_first_separator_is_no_message(unpacked: Unpack) -> None:
    assert 2 == len(unpacked(b"this is my mail\n\n" + mbox(2), "application/mbox"))


def test_messages_that_nobody_reads_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "3"
    path.write_bytes(mbox(5))
    engine = next(each for each in unpackers() if each.unpacks("application/mbox"))

    names = [member.untrusted_name for member in engine.members(Source(path, 1, type="application/mbox"), limits=Limits())]

    assert [b"00001.eml", b"00002.eml", b"00003.eml", b"00004.eml", b"00005.eml"] == names


def test_a_message_inside_an_outlook_message_is_written_out_as_mail(unpacked: Unpack) -> None:
    inner = message_tree("أمر الانسحاب", {"list.bin": b"\1\2\3" * 3000})

    ((member, content),) = unpacked(outlook_message("FW", {"order": inner}), "application/vnd.ms-outlook")
    written = message_from_bytes(content or b"", policy=SMTP)

    assert (b"order.eml", "أمر الانسحاب") == (member.untrusted_name, written["Subject"])
    assert [(b"list.bin", b"\1\2\3" * 3000)] == [(m.untrusted_name, c) for m, c in unpacked(content or b"", "message/rfc822")]


def test_an_object_of_another_program_in_an_outlook_message_is_listed_as_unsupported(unpacked: Unpack) -> None:
    found = unpacked(outlook_message("x", {"drawing": {"Contents": b"x"}}), "application/vnd.ms-outlook")

    assert [(b"drawing", Reason.UNSUPPORTED, None)] == [(m.untrusted_name, m.reason, c) for m, c in found]


def test_an_attachment_of_winmail_without_a_long_name_has_its_short_one(unpacked: Unpack) -> None:
    content = winmail({"x.txt": b"x"}).replace(b"\x1f\0\x07\x37", b"\x1f\0\x08\x37")

    assert [(b"SHORT.TXT", b"x")] == [(m.untrusted_name, held) for m, held in unpacked(content, "application/vnd.ms-tnef")]


def test_a_pdf_that_cannot_be_opened_has_no_members_since_its_reader_says_why(unpacked: Unpack) -> None:
    assert [] == unpacked(b"%PDF-1.7\nnothing else", "application/pdf")


def test_a_file_pinned_to_a_page_of_a_pdf_is_a_member(unpacked: Unpack) -> None:
    assert [(b"pinned.txt", b"seen")] == [(m.untrusted_name, content) for m, content in unpacked(pdf_with_pinned_file(), "application/pdf")]


def pdf_with_pinned_file() -> bytes:
    """Return a PDF whose page has a paper clip with a file; written by hand, since pdfium cannot pin one itself."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Annots[4 0 R]>>",
        b"<</Type/Annot/Subtype/FileAttachment/Rect[0 0 9 9]/FS 5 0 R>>",
        b"<</Type/Filespec/F(pinned.txt)/UF(pinned.txt)/EF<</F 6 0 R>>>>",
        b"<</Type/EmbeddedFile/Length 4>>\nstream\nseen\nendstream",
    ]
    content = b"%PDF-1.7\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(content))
        content += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return content + b"xref\n0 7\n0000000000 65535 f \n%btrailer\n<</Size 7/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (table, len(content))


def test_the_pdf_made_here_is_one() -> None:
    assert 1 == len(pypdfium2.PdfDocument(pdf_with_pinned_file()))
    assert 3 == pypdfium2.PdfDocument(pdf()).count_attachments()
