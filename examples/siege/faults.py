"""Broken files: cut off, empty, blank, misnamed, locked."""

import struct
import zlib
from collections.abc import Callable
from io import BytesIO
from random import Random
from zipfile import ZipFile, ZipInfo

from examples.siege.document import Document, Made
from examples.siege.office import write_docx
from examples.siege.pdf import write_pdf
from examples.siege.scans import write_scan

#: Kind of fault -> the extension the file goes under.
FAULTS = {
    "truncated_pdf": "pdf",
    "truncated_zip": "zip",
    "truncated_image": "jpg",
    "empty": "txt",
    "zero_filled": "docx",
    "random_bytes": "doc",
    "docx_named_pdf": "pdf",
    "pdf_named_docx": "docx",
    "image_named_txt": "txt",
    "locked_zip": "zip",
    "locked_pdf": "pdf",
}
#: These can be read all the same, by whoever looks at the bytes and not at the name.
READABLE = {"docx_named_pdf", "pdf_named_docx", "image_named_txt"}
NEEDS_OCR = {"truncated_image", "image_named_txt"}
PASSWORD = "kunafa"  # noqa: S105 - the tests open the locked files with it


def break_document(document: Document, fault: str, rng: Random) -> Made:
    """Return a document ruined in a way named in `FAULTS`."""
    if fault in _MISNAMED:
        whole = _MISNAMED[fault](document, rng)
        return Made(whole.data, whole.parts, fault)
    data = _RUINED[fault](document, rng)
    return Made(data, Made.single(data).parts, fault)


def _scan(document: Document, rng: Random) -> Made:
    return write_scan(document, "jpg", setting=rng, noise=rng)


def _cut(data: bytes, rng: Random) -> bytes:
    return data[: int(len(data) * rng.uniform(0.3, 0.8))]


def _zip(document: Document) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        archive.writestr(ZipInfo("كتاب.txt"), document.whole().words)
    return stream.getvalue()


def locked_zip(name: str, data: bytes, rng: Random) -> bytes:
    """Return a ZIP with one stored member under `PASSWORD`, in the old cipher that every program knows.

    Source: PKWARE APPNOTE.TXT 6.3.10, section 6.1 (traditional encryption).
    """
    checksum = zlib.crc32(data)
    sealed = _encrypted(rng.randbytes(11) + bytes([checksum >> 24]) + data, PASSWORD.encode())
    encoded = name.encode()
    utf8_and_encrypted, stored, midnight, first_of_1980 = 0x0801, 0, 0, 0x0021
    common = struct.pack(
        "<HHHHHIIIHH", 20, utf8_and_encrypted, stored, midnight, first_of_1980, checksum, len(sealed), len(data), len(encoded), 0
    )
    local = b"PK\x03\x04" + common + encoded
    central = b"PK\x01\x02" + struct.pack("<H", 20) + common + struct.pack("<HHHII", 0, 0, 0, 0, 0) + encoded
    end = b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, 1, 1, len(central), len(local) + len(sealed), 0)
    return local + sealed + central + end


def _encrypted(plain: bytes, password: bytes) -> bytes:
    keys = [0x12345678, 0x23456789, 0x34567890]
    for byte in password:
        _turn(keys, byte)
    sealed = bytearray()
    for byte in plain:
        mixed = (keys[2] | 2) & 0xFFFF
        sealed.append(byte ^ (mixed * (mixed ^ 1) >> 8 & 0xFF))
        _turn(keys, byte)
    return bytes(sealed)


def _turn(keys: list[int], byte: int) -> None:
    keys[0] = _crc(keys[0], byte)
    keys[1] = ((keys[1] + (keys[0] & 0xFF)) * 134775813 + 1) & 0xFFFFFFFF
    keys[2] = _crc(keys[2], keys[1] >> 24)


def _crc(key: int, byte: int) -> int:
    """Return one step of CRC-32 without the inversions that zlib wraps around it."""
    return zlib.crc32(bytes([byte]), key ^ 0xFFFFFFFF) ^ 0xFFFFFFFF


_MISNAMED: dict[str, Callable[[Document, Random], Made]] = {
    "docx_named_pdf": write_docx,
    "pdf_named_docx": write_pdf,
    "image_named_txt": _scan,
}
_RUINED: dict[str, Callable[[Document, Random], bytes]] = {
    "truncated_pdf": lambda document, rng: _cut(write_pdf(document, rng).data, rng),
    "truncated_image": lambda document, rng: _cut(_scan(document, rng).data, rng),
    "truncated_zip": lambda document, rng: _cut(_zip(document), rng),
    "empty": lambda _document, _rng: b"",
    "zero_filled": lambda _document, rng: bytes(rng.randrange(2_000, 60_000)),
    "random_bytes": lambda _document, rng: rng.randbytes(rng.randrange(2_000, 20_000)),
    "locked_pdf": lambda document, rng: write_pdf(document, rng, password=PASSWORD).data,
    "locked_zip": lambda document, rng: locked_zip("كتاب.txt", document.whole().words.encode(), rng),
}
