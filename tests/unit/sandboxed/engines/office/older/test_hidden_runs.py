from __future__ import annotations

import struct

import pytest

from kashf.sandboxed.engines.office.older.hidden_runs import hidden_texts

#: Where the text and the page of properties stand in the documents that are made here.
TEXT_AT, PAGE_AT = 0x400, 0x1000
#: The property of hidden letters, switched on; one of bold letters before it, so that it has to be found.
HIDES = bytes.fromhex("35080100 3c0801".replace(" ", ""))[:3] + bytes.fromhex("3c0801")


def document(text: str, hidden: tuple[int, int], *, encoding: str, version: int = 0x00C1) -> tuple[bytes, tuple[bytes, bytes]]:
    """Return the streams of a document of Word 97: some text of which the letters between two places are hidden."""
    width = 1 if encoding == "cp1252" else 2
    places = [TEXT_AT, *(TEXT_AT + width * place for place in hidden), TEXT_AT + width * len(text)]
    page = struct.pack("<4L", *places) + bytes([0, 200, 0])
    page = page.ljust(400, b"\0") + bytes([len(HIDES)]) + HIDES
    pages = struct.pack("<3L", places[0], places[-1], PAGE_AT // 512)
    at = TEXT_AT if width == 2 else (TEXT_AT * 2) | 1 << 30
    piece = struct.pack("<LLHLH", 0, len(text), 0, at, 0)
    pieces = b"\x01\x02\x00zz\x02" + struct.pack("<L", len(piece)) + piece
    head = bytearray(TEXT_AT)
    struct.pack_into("<HH", head, 0, 0xA5EC, version)
    struct.pack_into("<H", head, 0x0A, 0x0200)
    struct.pack_into("<LL", head, 0x00FA, 0, len(pages))
    struct.pack_into("<LL", head, 0x01A2, len(pages), len(pieces))
    stream = (bytes(head) + text.encode(encoding)).ljust(PAGE_AT, b"\0") + page.ljust(511, b"\0") + b"\x03"
    return stream, (b"", pages + pieces)


@pytest.mark.parametrize(("text", "encoding"), [("The convoy left at midnight.", "cp1252"), ("غادرت القافلة الجسر ليلا", "utf-16-le")])
def test_hidden_letters_are_told_with_those_before_them(text: str, encoding: str) -> None:
    assert [(text[:4], text[4:10])] == [*hidden_texts(*document(text, (4, 10), encoding=encoding))]


def test_documents_that_keep_no_pieces_tell_nothing() -> None:
    assert [] == [*hidden_texts(*document("The convoy", (4, 10), encoding="cp1252", version=0x0068))]


def test_a_document_that_breaks_off_is_damaged() -> None:
    stream, tables = document("The convoy", (4, 10), encoding="cp1252")

    with pytest.raises(ValueError, match="page of properties"):
        [*hidden_texts(stream[:-200], tables)]
