from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kashf.domain.document import Page, Reason, Status
from kashf.ports.engines import EngineError, Extract, Limits, Source
from kashf.sandboxed.engines import ooxml_integrity
from kashf.sandboxed.engines.ooxml_integrity import PackageReader, is_whole_package
from kashf.sandboxed.engines.spreadsheets import SpreadsheetReader
from kashf.sandboxed.engines.tika import TikaReader
from tests.documents import docx, source_of, xlsx

#: Words that do not pack well, so that the text fills most of the document.
WORDS = [f"{number * number:x} lantern {number * 7919:x}" for number in range(3000)]
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
READ = Extract((Page(1, "some text"),))


def zipped(method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as package:
        package.writestr("word/document.xml", "<w:document>order</w:document>" * 20)
    return buffer.getvalue()


def overwritten(content: bytes) -> bytes:
    middle = len(content) // 2
    return content[:middle] + bytes(range(200)) + content[middle + 200 :]


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_LZMA])
def test_a_package_as_it_was_packed_is_whole(method: int) -> None:
    assert is_whole_package(io.BytesIO(zipped(method)))


@given(st.integers(min_value=1, max_value=len(zipped()) - 1))
def test_a_package_that_was_cut_anywhere_is_not_whole(length: int) -> None:
    assert not is_whole_package(io.BytesIO(zipped()[:length]))


def test_a_flipped_bit_in_a_member_is_noticed() -> None:
    content = bytearray(zipped(zipfile.ZIP_STORED))
    content[content.index(b"order")] ^= 1

    assert not is_whole_package(io.BytesIO(content))


def test_a_member_that_needs_a_password_is_no_damage() -> None:
    content = bytearray(zipped())
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1

    assert is_whole_package(io.BytesIO(content))


def test_no_more_is_unpacked_than_is_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    content = bytearray(zipped(zipfile.ZIP_STORED))
    content[content.index(b"order")] ^= 1
    monkeypatch.setattr(ooxml_integrity, "_MOST_BYTES", 0)

    assert is_whole_package(io.BytesIO(content))


class Answers:
    """A reader that gives the same answer to every file."""

    name, version = "answers", "1"

    def __init__(self, extract: Extract) -> None:
        self.extract = extract

    def reads(self, type: str) -> bool:
        return type == DOCX

    def read(self, source: Source, *, limits: Limits) -> Extract:
        return self.extract


def said(folder: Path, content: bytes, extract: Extract) -> Extract:
    return PackageReader(Answers(extract)).read(source_of(folder, content), limits=Limits())


def test_a_reader_keeps_its_name_and_its_types() -> None:
    reader = PackageReader(Answers(READ))

    assert ("answers", "1", True, False) == (reader.name, reader.version, reader.reads(DOCX), reader.reads(XLSX))
    assert not hasattr(reader, "warm_up")


def test_what_is_no_package_is_not_looked_at(tmp_path: Path) -> None:
    assert READ is said(tmp_path, b"{\\rtf1 order}", READ)


def test_what_a_reader_has_called_partial_keeps_its_reason(tmp_path: Path) -> None:
    partial = Extract(READ.pages, status=Status.PARTIAL, reason=Reason.TOO_LARGE)

    assert partial is said(tmp_path, zipped()[:50], partial)


@pytest.mark.parametrize("text", ["", " \n"])
def test_a_damaged_package_without_text_is_a_failure(tmp_path: Path, text: str) -> None:
    with pytest.raises(EngineError) as fault:
        said(tmp_path, zipped()[:50], Extract((Page(1, text),)))

    assert Reason.DAMAGED is fault.value.reason


@pytest.mark.parametrize("damage", [lambda content: content[: len(content) // 2], overwritten], ids=["cut", "overwritten"])
def test_a_letter_that_is_half_there_is_partial_and_its_text_is_kept(tmp_path: Path, damage: object) -> None:
    assert callable(damage)
    whole = docx([" ".join(WORDS[n : n + 30]) for n in range(0, len(WORDS), 30)])

    extract = PackageReader(TikaReader()).read(source_of(tmp_path, damage(whole), DOCX), limits=Limits())

    assert (Status.PARTIAL, Reason.DAMAGED) == (extract.status, extract.reason)
    assert WORDS[0] in extract.pages[0].text
    assert Status.DONE is PackageReader(TikaReader()).read(source_of(tmp_path, whole, DOCX), limits=Limits()).status


def test_a_workbook_with_a_damaged_part_is_partial(tmp_path: Path) -> None:
    buffer = io.BytesIO(xlsx({"list": [["order"]]}))
    with zipfile.ZipFile(buffer, "a") as package:
        package.writestr("xl/media/image1.png", b"picture" * 100)
    whole = buffer.getvalue()

    extract = PackageReader(SpreadsheetReader()).read(
        source_of(tmp_path, whole.replace(b"picturepicture", b"picturePicture"), XLSX), limits=Limits()
    )

    assert (Status.PARTIAL, Reason.DAMAGED) == (extract.status, extract.reason)
    assert Status.DONE is PackageReader(SpreadsheetReader()).read(source_of(tmp_path, whole, XLSX), limits=Limits()).status
