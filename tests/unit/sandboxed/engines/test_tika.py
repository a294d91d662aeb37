from __future__ import annotations

import io
import os
import struct
import zipfile
from pathlib import Path

import pytest

from kashf.domain.document import Reason
from kashf.ports.engines import EngineError, Extract, Limits
from kashf.sandboxed.engines.tika import TikaReader
from tests.documents import ARABIC, ENGLISH, broken_zip, docx, rtf, source_of

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def _read(folder: Path, content: bytes, type: str) -> Extract:
    return TikaReader().read(source_of(folder, content, type), limits=Limits())


def test_a_word_document_gives_its_text_header_and_title(tmp_path: Path) -> None:
    extract = _read(tmp_path, docx([ENGLISH, ARABIC], header="Northern sector", title="Order"), DOCX)

    assert ["Northern sector", ENGLISH, ARABIC] == extract.pages[0].text.splitlines()
    assert "Order" == extract.metadata["dc:title"]


def test_letters_beyond_the_first_plane_come_through(tmp_path: Path) -> None:
    assert "dawn 🕌 𐌲𐌿" == _read(tmp_path, docx(["dawn 🕌 𐌲𐌿"]), DOCX).pages[0].text


@pytest.mark.parametrize(("is_unpacked", "text"), [(False, "before a.txt inside after"), (True, "before after")])
def test_what_is_read_as_a_member_is_no_text_of_the_document(tmp_path: Path, is_unpacked: bool, text: str) -> None:
    body = struct.pack("<H", 2) + b"a.txt\0a.txt\0" + struct.pack("<HHI", 0, 3, 6) + b"a.txt\0" + struct.pack("<I", 6) + b"inside"
    written = struct.pack("<III", 0x501, 2, 8) + b"Package\0" + bytes(8) + struct.pack("<I", len(body)) + body
    content = b"{\\rtf1 before\\par{\\object\\objemb{\\*\\objdata " + written.hex().encode() + b"}}after\\par}"

    extract = TikaReader(lambda type: is_unpacked).read(source_of(tmp_path, content, "application/rtf"), limits=Limits())

    assert text.split() == extract.pages[0].text.split()


@pytest.mark.slow
def test_a_long_document_is_not_cut(tmp_path: Path) -> None:
    text = _read(tmp_path, docx([ENGLISH] * 15_000), DOCX).pages[0].text

    assert 15_000 == text.count(ENGLISH)


def test_rich_text_is_read(tmp_path: Path) -> None:
    assert ENGLISH == _read(tmp_path, rtf(ENGLISH), "application/rtf").pages[0].text


def test_cells_of_a_table_are_divided_by_tabs_and_rows_by_lines(tmp_path: Path) -> None:
    from docx import Document

    document = Document()
    table = document.add_table(2, 2)
    for cell, text in zip((cell for row in table.rows for cell in row.cells), ("a", "b", "c", "d"), strict=True):
        cell.text = text
    buffer = io.BytesIO()
    document.save(buffer)

    assert ["a\tb", "c\td"] == _read(tmp_path, buffer.getvalue(), DOCX).pages[0].text.split("\n")


def test_targets_of_links_follow_the_text(tmp_path: Path) -> None:
    odt = io.BytesIO()
    namespaces = " ".join(
        f'xmlns:{short}="{long}"'
        for short, long in {
            "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
            "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
            "xlink": "http://www.w3.org/1999/xlink",
        }.items()
    )
    body = '<text:p>See <text:a xlink:href="https://lantern.example/map">the map</text:a>.</text:p>'
    with zipfile.ZipFile(odt, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        package.writestr(
            "content.xml",
            f"<office:document-content {namespaces}><office:body><office:text>{body}</office:text></office:body></office:document-content>",
        )

    text = _read(tmp_path, odt.getvalue(), "application/vnd.oasis.opendocument.text").pages[0].text

    assert "See the map.\n\nhttps://lantern.example/map" == text


def test_a_document_without_a_word_is_no_failure_and_unknown_bytes_are(tmp_path: Path) -> None:
    assert () == _read(tmp_path, docx([]), DOCX).pages

    with pytest.raises(EngineError) as fault:
        _read(tmp_path, bytes(range(256)) * 20, "application/octet-stream")

    assert Reason.UNSUPPORTED is fault.value.reason


def test_a_document_that_breaks_off_is_damaged(tmp_path: Path) -> None:
    with pytest.raises(EngineError) as fault:
        _read(tmp_path, broken_zip(), DOCX)

    assert Reason.DAMAGED is fault.value.reason


@pytest.mark.parametrize(
    ("type", "reads"),
    [
        (DOCX, True),
        ("audio/midi", True),
        ("audio/mpeg", False),
        ("video/mp4", False),
        ("application/pdf", False),
        ("image/png", False),
        ("application/zip", False),
    ],
)
def test_only_what_others_do_not_read_better_is_taken(type: str, reads: bool) -> None:
    assert reads == TikaReader().reads(type)


@pytest.mark.slow
def test_children_of_a_process_that_was_warmed_up_can_read(tmp_path: Path) -> None:
    """Its collector runs in a child on what it left in memory before the fork; many documents make it run."""
    TikaReader().warm_up()
    for _ in range(5):
        _read(tmp_path, docx([ENGLISH] * 300), DOCX)  # threads of Tika started after the warm-up count too
    content = docx([ENGLISH] * 3000)

    child = os.fork()
    if child == 0:
        texts = {_read(tmp_path, content, DOCX).pages[0].text for _ in range(30)}
        os._exit(0 if len(texts) == 1 else 1)

    assert 0 == os.waitpid(child, 0)[1]


def test_of_what_tika_says_about_its_own_work_only_its_parsers_are_kept(tmp_path: Path) -> None:
    told = _read(tmp_path, docx([ENGLISH]), DOCX).metadata

    assert "OOXMLParser" in told["parsers"]
    assert not any(key.startswith("X-TIKA") for key in told)
