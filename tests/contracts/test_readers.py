"""What every Reader must do, whatever it reads."""

from __future__ import annotations

import json
import plistlib
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from kashf.domain.document import Status
from kashf.ports.engines import MAX_DETAIL_LENGTH, EngineError, Extract, Limits, Reader, Source
from kashf.sandboxed import worker
from kashf.sandboxed.engines.character_runs import CONFIDENCE, CharacterRunReader
from kashf.sandboxed.engines.charset import decode
from kashf.sandboxed.engines.chats.web_pages.chat_page_reader import ConversationPageReader
from kashf.sandboxed.engines.chats.written import WrittenConversationReader
from kashf.sandboxed.engines.iwork.iwork_reader import IworkReader
from kashf.sandboxed.engines.mail.armour import ArmourReader
from kashf.sandboxed.engines.mail.outlook import OutlookReader
from kashf.sandboxed.engines.mail.rfc822 import MailReader
from kashf.sandboxed.engines.office.excel.workbook import WorkbookReader
from kashf.sandboxed.engines.office.older.old_word import OldWordReader
from kashf.sandboxed.engines.office.opendocument.reader import OpenDocumentReader
from kashf.sandboxed.engines.office.rich_text.rich_text_reader import RichTextReader
from kashf.sandboxed.engines.office.slides import SlideReader
from kashf.sandboxed.engines.office.visio.visio_reader import VisioReader
from kashf.sandboxed.engines.office.word import WordReader
from kashf.sandboxed.engines.package_parts import PackagePartReader
from kashf.sandboxed.engines.pdfium import PdfiumReader
from kashf.sandboxed.engines.pictures import PictureReader
from kashf.sandboxed.engines.plaintext import PlainTextReader
from kashf.sandboxed.engines.spreadsheets import CsvReader, SpreadsheetReader
from kashf.sandboxed.engines.structured.archived_pages import ArchivedPageReader
from kashf.sandboxed.engines.structured.contacts import ContactsReader
from kashf.sandboxed.engines.structured.json_text import JsonReader
from kashf.sandboxed.engines.structured.property_list import PropertyListReader
from kashf.sandboxed.engines.structured.sqlite import SqliteReader
from kashf.sandboxed.engines.structured.xml_text import XmlReader
from kashf.sandboxed.engines.tika import TikaReader
from kashf.sandboxed.engines.webarchives.warc import WarcReader
from kashf.sandboxed.engines.webpage import WebPageReader
from kashf.sandboxed.read import finish
from tests.apple_files import archive, iwork, story, visio
from tests.documents import ENGLISH, docx, encoded, outlook_message, pdf, rtf, scan, source_of, xlsx
from tests.office_files import opendocument, presentation
from tests.web_archives import record

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MAIL = b"From: karim@lantern.example\nSubject: Convoy\n\n"
#: More than the limits below let through.
MANY = tuple(f"{ENGLISH} {number:02}" for number in range(30))
#: Readers that say what a file is, and read no text of it whose length the file decides.
SAY_WHAT_IT_IS = frozenset({"divided", "exif", "recordings", "seal", "wacz-list"})


def database(*texts: str) -> bytes:
    """Return a database with a table for every three texts."""
    with closing(sqlite3.connect(":memory:")) as connection:
        for number, text in enumerate(texts):
            connection.execute(f"CREATE TABLE IF NOT EXISTS notes{number // 3} (note)")
            connection.execute(f"INSERT INTO notes{number // 3} VALUES (?)", (text,))
        connection.commit()
        return connection.serialize()


def open_slide(text: str) -> str:
    """Return the markup of a slide of OpenDocument."""
    return f"<draw:page><draw:frame><draw:text-box><text:p>{text}</text:p></draw:text-box></draw:frame></draw:page>"


class ReaderContract:
    """What every reader must do; an engine names one of its types and makes a file of texts."""

    made: Callable[[], Reader]
    type: str
    #: Makes a file of texts, each on a page of its own where files of the type have pages.
    content: Callable[..., bytes]
    has_own_text = True
    #: Of every page.
    confidence = 1.0

    @pytest.fixture
    def reader(self) -> Reader:
        return type(self).made()

    @pytest.fixture
    def source(self, tmp_path: Path) -> Source:
        return source_of(tmp_path, type(self).content(ENGLISH), self.type)

    def test_it_has_a_name_and_a_version(self, reader: Reader) -> None:
        assert reader.name
        assert reader.version

    def test_it_reads_its_own_type_and_no_directories(self, reader: Reader) -> None:
        assert reader.reads(self.type)
        assert not reader.reads("inode/directory")

    def test_pages_are_numbered_from_one_without_gaps(self, reader: Reader, source: Source) -> None:
        pages = reader.read(source, limits=Limits()).pages

        assert pages
        assert list(range(1, len(pages) + 1)) == [page.number for page in pages]

    def test_the_text_is_found_or_the_page_asks_to_be_read_from_its_image(self, reader: Reader, source: Source) -> None:
        pages = reader.read(source, limits=Limits()).pages

        assert self.has_own_text == (ENGLISH in _text(Extract(pages)))
        assert all(page.confidence == self.confidence for page in pages)

    def test_reading_twice_gives_the_same(self, reader: Reader, source: Source) -> None:
        assert reader.read(source, limits=Limits()) == reader.read(source, limits=Limits())

    def test_metadata_is_text(self, reader: Reader, source: Source) -> None:
        metadata = reader.read(source, limits=Limits()).metadata

        assert all(isinstance(key, str) and isinstance(value, str) for key, value in metadata.items())

    @pytest.mark.parametrize("cut", [0.1, 0.5, 0.9, 0.99])
    def test_a_file_that_breaks_off_is_read_in_part_or_refused_with_a_reason(self, reader: Reader, tmp_path: Path, cut: float) -> None:
        whole = type(self).content(ENGLISH)

        outcome = _outcome(reader, source_of(tmp_path, whole[: int(cut * len(whole))], self.type))

        assert isinstance(outcome, EngineError) or (outcome.status is Status.DONE) == (outcome.reason is None)

    def test_bytes_of_another_kind_are_refused_or_read_but_never_raise_anything_else(self, reader: Reader, tmp_path: Path) -> None:
        outcome = _outcome(reader, source_of(tmp_path, bytes(range(256)) * 8, self.type))

        assert isinstance(outcome, Extract) or 0 < len(outcome.detail) <= MAX_DETAIL_LENGTH

    @pytest.mark.parametrize("limits", [Limits(pages=2), *(Limits(text_characters=most) for most in (1, 100, 500, 1200, 1700))])
    def test_what_is_left_out_for_want_of_room_has_a_reason(self, reader: Reader, tmp_path: Path, limits: Limits) -> None:
        source = source_of(tmp_path, type(self).content(*MANY), self.type)
        whole, kept = (_finished(reader, source, each) for each in (Limits(), limits))

        assert isinstance(whole, Extract)
        assert not self.has_own_text or all(text in _text(whole) for text in MANY)
        assert isinstance(kept, EngineError) or (kept.status is not Status.DONE and kept.reason) or kept.pages == whole.pages

    def test_the_reason_holds_no_word_of_the_file(self, reader: Reader, tmp_path: Path) -> None:
        outcome = _outcome(reader, source_of(tmp_path, b"cedarwood " * 20 + bytes(range(32)) * 4, self.type))

        assert "cedarwood" not in (outcome.detail or "")


def _finished(reader: Reader, source: Source, limits: Limits) -> Extract | EngineError:
    """Return what is kept of a file within limits."""
    try:
        return finish(reader.read(source, limits=limits), type=source.type, language=lambda _: "", limits=limits)
    except EngineError as fault:
        return fault


def _text(extract: Extract) -> str:
    return "\n".join(page.text for page in extract.pages).replace("\t", " ")


def _outcome(reader: Reader, source: Source) -> Extract | EngineError:
    try:
        return reader.read(source, limits=Limits())
    except EngineError as fault:
        return fault


class TestPdfium(ReaderContract):
    type = "application/pdf"
    content = staticmethod(lambda *texts: pdf(texts))
    made = PdfiumReader


class TestPictures(ReaderContract):
    type = "image/tiff"
    content = staticmethod(
        lambda *texts: encoded(scan(texts[:1]), "TIFF", save_all=True, append_images=[scan([text]) for text in texts[1:]])
    )
    has_own_text = False
    confidence = 0.0
    made = PictureReader


class TestTelephonePictures(TestPictures):
    type = "image/heic"
    content = staticmethod(lambda *_: (Path(__file__).parents[1] / "fixtures/pictures/convoy.heic").read_bytes())


class TestPlainText(ReaderContract):
    type = "text/plain"
    content = staticmethod(lambda *texts: "\n".join(texts).encode())
    made = staticmethod(lambda: PlainTextReader(decode))


class TestWebPage(ReaderContract):
    type = "text/html"
    content = staticmethod(lambda *texts: f"<html><body><p>{'</p><p>'.join(texts)}</p></body></html>".encode())
    made = staticmethod(lambda: WebPageReader(decode))


class TestMail(ReaderContract):
    type = "message/rfc822"
    content = staticmethod(lambda *texts: MAIL + "\n".join(texts).encode())
    made = staticmethod(lambda: MailReader(decode, WebPageReader(decode).text))


class TestOutlook(ReaderContract):
    type = "application/vnd.ms-outlook"
    content = staticmethod(lambda *texts: outlook_message("\r\n".join(texts)))
    made = staticmethod(lambda: OutlookReader(WebPageReader(decode).text))


class TestArmour(ReaderContract):
    type = "application/pgp-encrypted"
    content = staticmethod(
        lambda *texts: "\n".join((*texts, "\n-----BEGIN PGP MESSAGE-----\n\njA0ECQ==\n-----END PGP MESSAGE-----\n")).encode()
    )
    made = staticmethod(lambda: ArmourReader(decode))


class TestRichText(ReaderContract):
    type = "application/rtf"
    content = staticmethod(lambda *texts: rtf("\\par ".join(texts)))
    made = staticmethod(lambda: RichTextReader(TikaReader()))


class TestOldWord(ReaderContract):
    type = "application/msword"
    content = staticmethod(lambda *texts: "\n".join(texts).encode())
    made = staticmethod(lambda: OldWordReader(PlainTextReader(decode)))


class TestCsv(ReaderContract):
    type = "text/csv"
    content = staticmethod(lambda *texts: "\n".join(",".join(text.split()) for text in texts for _ in range(5)).encode())
    made = staticmethod(lambda: CsvReader(decode))


class TestSpreadsheet(ReaderContract):
    type = XLSX
    content = staticmethod(lambda *texts: xlsx({f"Sheet {number}": [[text, 1]] for number, text in enumerate(texts)}))
    made = SpreadsheetReader


class TestWord(ReaderContract):
    type = DOCX
    content = staticmethod(lambda *texts: docx(texts))
    made = WordReader


class TestWorkbook(ReaderContract):
    type = XLSX
    content = staticmethod(lambda *texts: xlsx({f"Convoy {number}": [[text]] for number, text in enumerate(texts)}))
    made = WorkbookReader


class TestOpenDocument(ReaderContract):
    type = "application/vnd.oasis.opendocument.presentation"
    content = staticmethod(lambda *texts: opendocument(f"<office:presentation>{''.join(map(open_slide, texts))}</office:presentation>"))
    made = OpenDocumentReader


class TestSlides(ReaderContract):
    type = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
    content = staticmethod(lambda *texts: presentation(texts))
    made = SlideReader


class TestTika(ReaderContract):
    type = DOCX
    content = staticmethod(lambda *texts: docx(texts))
    made = TikaReader


class TestPackageParts(ReaderContract):
    type = DOCX
    content = staticmethod(lambda *texts: docx(texts))
    made = PackagePartReader


class TestCharacterRuns(ReaderContract):
    type = "application/octet-stream"
    content = staticmethod(lambda *texts: bytes(99) + bytes(99).join(text.encode() for text in texts) + bytes(99))
    confidence = CONFIDENCE
    made = CharacterRunReader


class TestVisio(ReaderContract):
    type = "application/vnd.ms-visio.drawing"
    content = staticmethod(lambda *texts: visio(*(f"<Shape><Text>{text}</Text></Shape>" for text in texts)))
    made = VisioReader


class TestIwork(ReaderContract):
    type = "application/vnd.apple.pages"
    content = staticmethod(lambda *texts: iwork({f"Document{number}": archive([story(text)]) for number, text in enumerate(texts)}))
    made = IworkReader


class TestWarc(ReaderContract):
    type = "application/warc"
    content = staticmethod(
        lambda *texts: b"".join(record("request", text.encode(), Target_URI="https://lantern.example") for text in texts)
    )
    made = WarcReader


class TestSqlite(ReaderContract):
    type = "application/vnd.sqlite3"
    content = staticmethod(database)
    made = staticmethod(lambda: SqliteReader(decode))


class TestPropertyList(ReaderContract):
    type = "application/x-bplist"
    content = staticmethod(lambda *texts: plistlib.dumps({"notes": texts}, fmt=plistlib.FMT_BINARY))
    made = PropertyListReader


class TestArchivedPage(ReaderContract):
    type = "application/vnd.auto-archiver+html"
    content = staticmethod(lambda *texts: f"<html><body><p>{'</p><p>'.join(texts)}</p></body></html>".encode())
    made = staticmethod(lambda: ArchivedPageReader(WebPageReader(decode), CsvReader(decode), decode))


class TestJson(ReaderContract):
    type = "application/json"
    content = staticmethod(lambda *texts: json.dumps({"notes": texts}).encode())
    made = staticmethod(lambda: JsonReader(decode))


class TestContacts(ReaderContract):
    type = "text/vcard"
    content = staticmethod(lambda *texts: "".join(f"BEGIN:VCARD\nNOTE:{text}\nEND:VCARD\n" for text in texts).encode())
    made = staticmethod(lambda: ContactsReader(decode))


class TestConversation(ReaderContract):
    type = "text/x-chat"
    content = staticmethod(lambda *texts: "".join(f"12/11/2014, 09:05 - Salim: {text}\n" for text in texts).encode())
    made = staticmethod(lambda: WrittenConversationReader(decode))


class TestXml(ReaderContract):
    type = "text/xml"
    content = staticmethod(lambda *texts: f"<notes><note>{'</note><note>'.join(texts)}</note></notes>".encode())
    made = staticmethod(lambda: XmlReader(decode))


class TestConversationPage(ReaderContract):
    type = "text/html"
    content = staticmethod(
        lambda *texts: "".join(f'<div class="message default"><div class="text">{text}</div></div>' for text in texts).encode()
    )
    made = staticmethod(lambda: ConversationPageReader(WebPageReader(decode).decoded))


def test_every_reader_that_reads_text_is_judged_here() -> None:
    judged = {case.made().name for case in ReaderContract.__subclasses__()}
    engines = worker._engines()

    assert {reader.name for reader in (*engines.readers, *engines.last_resorts, *engines.beside.values())} <= judged | SAY_WHAT_IT_IS
