"""Types are told by bytes; every sample here is made by code, most under a name that lies."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from kashf.ports.engines import Source
from kashf.sandboxed.engines.libmagic import LibmagicIdentifier
from tests.recordings import amr, mp4, opus, wav, webm

OOXML = "application/vnd.openxmlformats-officedocument"
MAIL = (
    b"From: Courier <courier@example.org>\r\nTo: Registry\r\nMessage-ID: <1@example.org>\r\nSubject: =?utf-8?B?2KPZhdix?=\r\n\r\nBody\r\n"
)
TABLE = "".join(f"{number},سائق {number},{number * 7}\n" for number in range(12))


def zipped(members: Mapping[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, content in members.items():
            package.writestr(name, content)
    return buffer.getvalue()


def office(main_part: str, folder: str) -> bytes:
    types = f'<Types><Override PartName="/{folder}" ContentType="application/{main_part}+xml"/></Types>'
    return zipped({"[Content_Types].xml": types.encode(), folder: b"<x/>"})


@pytest.fixture
def identified(tmp_path: Path) -> Callable[..., str]:
    def identify(content: bytes, *, name: str = "") -> str:
        path = tmp_path / "3"
        path.write_bytes(content)
        return LibmagicIdentifier().identify(Source(path, len(content), untrusted_name=name))

    return identify


@pytest.mark.parametrize(
    ("content", "type"),
    [
        (b"", "inode/x-empty"),
        (b"\0" * 4096, "application/octet-stream"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n", "application/pdf"),
        (b"junk before\n%PDF-1.4\n", "application/pdf"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\2\0\0\0", "image/png"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0", "image/jpeg"),
        (b"{\\rtf1\\ansi\\ansicpg1256 \\'c3\\'e3\\'d1}", "application/rtf"),
        (b"bplist00" + bytes(40), "application/x-bplist"),
        (b"SQLite format 3\0" + bytes(100), "application/vnd.sqlite3"),
        (b"\x37\x7f\x06\x82" + bytes(40), "application/x-sqlite3-wal"),
        (b"filedesc://a.arc 0.0.0.0 20140925083000 text/plain 76\n", "application/x-internet-archive"),
        (wav(), "audio/wav"),
        (mp4(), "video/mp4"),
        (mp4(brand=b"M4A "), "audio/mp4"),
        (mp4(brand=b"3gp4"), "video/3gpp"),
        (b"\0\0\0\x08wide" + mp4(), "video/quicktime"),
        (webm(), "video/webm"),
        (webm(kind=b"matroska"), "video/x-matroska"),
        (opus(), "audio/ogg"),
        (amr(), "audio/amr"),
        (b"ID3\3\0\0\0\0\0\0" + bytes(20), "audio/mpeg"),
        (b"!BDN" + b"\1" * 600, "application/vnd.ms-outlook-pst"),
        (b"7z\xbc\xaf\x27\x1c\0\4" + b"\0" * 40, "application/x-7z-compressed"),
        (b"Rar!\x1a\7\1\0" + b"\0" * 40, "application/vnd.rar"),
        (b"\x1f\x8b\x08\0\0\0\0\0\0\3\3\0\0\0\0\0\0\0\0\0", "application/gzip"),
    ],
)
def test_a_file_is_what_its_bytes_say_under_any_name(identified: Callable[..., str], content: bytes, type: str) -> None:
    assert type == identified(content, name="report.docx")


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("أمر رقم ١٢\nإلى آمر السرية", "text/plain"),
        ("User-Agent: all\nDisallow: /\n", "text/plain"),
        ("From: the commander\nTo: the driver\n\nLet him pass.\n", "text/plain"),
        (MAIL.decode(), "message/rfc822"),
        ("Return-Path: <a@example.org>\nReceived: by example.org\n\nx", "message/rfc822"),
        ("From a@example.org Mon Oct  6 10:00:00 2014\nFrom: a\n\nx\n", "application/mbox"),
        ("From the first day on it rained.\nThen it stopped.\n", "text/plain"),
        ("\n<!-- saved --> <!DOCTYPE html>\n<html dir=rtl><body>نص</body></html>", "text/html"),
        ('<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"/>', "text/html"),
        ("<p>a paragraph that begins a page</p><html>", "text/html"),
        ('<?xml version="1.0"?><!-- x --><!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg"/>', "image/svg+xml"),
        ("<?xml version='1.0'?><orders><order/></orders>", "text/xml"),
        (
            '<?xml version="1.0"?><p:package xmlns:p="urn:p"><p:part p:name="/word/document.xml"/></p:package>',
            "application/vnd.ms-word2006ml",
        ),
        ('<?xml version="1.0"?><p:package xmlns:p="urn:p"><p:part p:name="/ppt/slides/slide1.xml"/></p:package>', "text/xml"),
        ('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>', "application/vnd.ms-spreadsheetml"),
        ('<?xml version="1.0"?><Workbook xmlns="urn:orders"/>', "text/xml"),
        ('<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>', "text/xml"),
        ('{"order": 12, "place": "x"}', "application/json"),
        ('[{"order": 12}]', "application/json"),
        ('{"status": "x", "metadata": {"url": "u", "_processed_at": "2024"}}', "application/vnd.auto-archiver+json"),
        ('{"status": "x", "metadata": {"url": "u"}}', "application/json"),
        ("[1] a footnote\n[2] another", "text/plain"),
        (TABLE, "text/csv"),
        (TABLE.replace(",", ";"), "text/csv"),
        (TABLE.replace(",", "\t"), "text/tab-separated-values"),
        ("one, two, three.\nFour and five.\nSix, seven\n", "text/plain"),
        ("BEGIN:VCARD\nFN:Abu Example\nEND:VCARD\n", "text/vcard"),
        ("\r\nbegin:vcard\r\nfn:Abu Example\r\nend:vcard\r\n", "text/vcard"),
        ("BEGIN:VCALENDAR\nEND:VCALENDAR\n", "text/calendar"),
        ('window.YTD.messages.part0 = [ {"text" : "a"} ]', "application/json"),
        ("<?xml version='1.0'?><plist version='1.0'><dict/></plist>", "application/x-plist"),
        ("%PDF is how such files begin, he wrote.", "text/plain"),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_text_is_told_by_its_first_lines_in_any_unicode(identified: Callable[..., str], text: str, type: str, encoding: str) -> None:
    assert type == identified(text.encode(encoding), name="scan.jpg")


@pytest.mark.parametrize(
    ("text", "name", "type"),
    [
        ("From: the commander\nTo: the driver\n\nLet him pass.\n", "letter.eml", "message/rfc822"),
        ("id,name\n1,Qasim\n", "list.csv", "text/csv"),
        ("id,name\n1,Qasim\n", "", "text/plain"),
        ("just a line", "list.csv", "text/plain"),
    ],
)
def test_the_name_decides_only_where_the_lines_leave_room(identified: Callable[..., str], text: str, name: str, type: str) -> None:
    assert type == identified(text.encode(), name=name)


def test_text_in_an_arabic_code_page_is_text(identified: Callable[..., str]) -> None:
    assert "text/plain" == identified(("أمر إلى آمر السرية الثانية بالانسحاب من القرية\n" * 20).encode("cp1256"))


@pytest.mark.parametrize(
    ("content", "type"),
    [
        (
            office("vnd.openxmlformats-officedocument.wordprocessingml.document.main", "word/document.xml"),
            f"{OOXML}.wordprocessingml.document",
        ),
        (office("vnd.openxmlformats-officedocument.spreadsheetml.sheet.main", "xl/workbook.xml"), f"{OOXML}.spreadsheetml.sheet"),
        (office("vnd.ms-word.document.macroEnabled.main", "word/document.xml"), "application/vnd.ms-word.document.macroenabled.12"),
        (zipped({"word/document.xml": b"<x/>"}), f"{OOXML}.wordprocessingml.document"),
        (zipped({"mimetype": b"application/epub+zip", "a.xhtml": b""}), "application/epub+zip"),
        (zipped({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b""}), "application/vnd.oasis.opendocument.text"),
        (zipped({"META-INF/MANIFEST.MF": b""}), "application/java-archive"),
        (zipped({"mimetype": b"no type at all", "word.txt": b""}), "application/zip"),
        (zipped({"mimetype": b"application/pdf", "hidden.txt": b""}), "application/zip"),
        (zipped({"word/document list.pdf": b"", "xl/workbook": b""}), "application/zip"),
        (zipped({"a/word/document.xml": b""}), "application/zip"),
        (zipped({}), "application/zip"),
        (b"program" * 50 + b"\0" + zipped({"a.txt": b"a"}), "application/zip"),
    ],
)
def test_a_zip_is_what_it_holds(identified: Callable[..., str], content: bytes, type: str) -> None:
    assert type == identified(content, name="photo.png")


def test_an_office_document_whose_end_is_lost_is_still_one(identified: Callable[..., str]) -> None:
    whole = office("vnd.openxmlformats-officedocument.wordprocessingml.document.main", "word/document.xml")

    assert f"{OOXML}.wordprocessingml.document" == identified(whole[:-30])


def test_an_ole_file_without_streams_is_just_that(identified: Callable[..., str]) -> None:
    assert "application/x-ole-storage" == identified(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, name="a.doc")


@pytest.mark.parametrize(
    "text",
    [
        "<!---->" * 9000,
        "<?xml ?>" * 8000,
        "From " + "a" * 65_000,
        "From a " + "1:" * 32_000,
        '{"' + "\\" * 65_000,
        "<!DOCTYPE " + "[" * 65_000,
        "<a " * 20_000,
        "a:" * 32_000,
        ",".join("a" * 32_000),
    ],
    ids=range(9),
)
def test_lines_made_to_be_slow_are_told_at_once(identified: Callable[..., str], text: str) -> None:
    """Were a pattern to try every way to read these, the test would not end."""
    assert identified(text.encode()).startswith("text/")
