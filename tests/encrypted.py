"""Files with passwords, made by code: of every kind that is opened."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Mapping
from hashlib import md5
from pathlib import Path

import olefile  # type: ignore[import-untyped]  # it ships no types
import openpyxl
import py7zr
import pyzipper
from cryptography.hazmat.decrepit.ciphers.algorithms import ARC4
from cryptography.hazmat.primitives.ciphers import Cipher
from docx import Document
from fpdf import FPDF
from fpdf.enums import EncryptionMethod
from msoffcrypto.method.ecma376_agile import ECMA376Agile

from tests.contracts.compound import compound_file
from tests.office_files import presentation

WORD = "Zebraquartz"
_WORD97 = Path(__file__).parent / "fixtures" / "word97" / "letter.doc"
#: Where the part of a Word file's first block ends that is never encrypted, and what stands there. Source: MS-DOC 2.5.1, 2.2.6.2.
_FIB_BYTES, _FLAGS_AT, _KEY_AT, _ENCRYPTED, _PLACES_AT = 0x44, 10, 14, 0x100, 0x9A
_RC4_HEADER = struct.pack("<HH", 1, 1)


def aes_zip(members: Mapping[str, bytes], password: str, *, encoding: str = "utf-8") -> bytes:
    """Return a zip with AES-256."""
    buffer = io.BytesIO()
    with pyzipper.AESZipFile(buffer, "w", compression=pyzipper.ZIP_DEFLATED, encryption=pyzipper.WZ_AES) as archive:
        archive.setpassword(password.encode(encoding))
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def seven_zip(members: Mapping[str, bytes], password: str, *, names_too: bool = False) -> bytes:
    """Return a 7z archive with AES-256, over the names of members too on request."""
    buffer = io.BytesIO()
    with py7zr.SevenZipFile(buffer, "w", password=password, header_encryption=names_too) as archive:
        for name, content in members.items():
            archive.writestr(content, name)
    return buffer.getvalue()


def pdf(password: str, *, owner: str = "the owner", method: EncryptionMethod = EncryptionMethod.AES_256) -> bytes:
    """Return a PDF of one page."""
    made = FPDF()
    made.add_page()
    made.set_font("Helvetica")
    made.cell(text=WORD)
    made.set_encryption(owner_password=owner, user_password=password, encryption_method=method)
    return bytes(made.output())


def docx(password: str) -> bytes:
    """Return a document of Word."""
    buffer, document = io.BytesIO(), Document()
    document.add_paragraph(WORD)
    document.save(buffer)
    return office(buffer.getvalue(), password)


def xlsx(password: str) -> bytes:
    """Return a workbook of Excel."""
    buffer, workbook = io.BytesIO(), openpyxl.Workbook()
    workbook.active["A1"] = WORD
    workbook.save(buffer)
    return office(buffer.getvalue(), password)


def pptx(password: str) -> bytes:
    """Return a presentation of PowerPoint."""
    buffer = io.BytesIO(presentation([WORD]))
    with zipfile.ZipFile(buffer, "a") as package:
        # The library that encrypts files no stream shorter than 4,096 bytes as readers look for it.
        package.writestr("docProps/thumbnail.bin", bytes(range(256)) * 32)
    return office(buffer.getvalue(), password)


def office(package: bytes, password: str) -> bytes:
    """Return a package of Office encrypted as Office does since 2010."""
    return bytes(ECMA376Agile.encrypt(password, io.BytesIO(package)))


def doc(password: str) -> bytes:
    """Return a document of Word 97, encrypted by RC4 as that did."""
    with olefile.OleFileIO(_WORD97) as ole:
        main, table = ole.openstream("WordDocument").read(), ole.openstream("1Table").read()
    salt, verifier = bytes(range(16)), bytes(range(16, 32))
    checked = _rc4(password, salt, verifier + md5(verifier, usedforsecurity=False).digest())
    header = _RC4_HEADER + salt + checked
    main = _with_table_moved(main, len(header))
    encrypted = main[:_FIB_BYTES] + _rc4(password, salt, main)[_FIB_BYTES:]
    moved = bytes(len(header)) + table
    return compound_file({"WordDocument": encrypted, "1Table": header + _rc4(password, salt, moved)[len(header) :]})


def _with_table_moved(main: bytes, by: int) -> bytes:
    """Return the main stream of a document whose table begins with the header of its encryption."""
    changed = bytearray(main)
    struct.pack_into("<H", changed, _FLAGS_AT, struct.unpack_from("<H", main, _FLAGS_AT)[0] | _ENCRYPTED)
    struct.pack_into("<I", changed, _KEY_AT, by)
    for place in range(struct.unpack_from("<H", main, _PLACES_AT - 2)[0]):
        at = _PLACES_AT + 8 * place
        start, length = struct.unpack_from("<II", main, at)
        if length:
            struct.pack_into("<I", changed, at, start + by)
    return bytes(changed)


def _rc4(password: str, salt: bytes, content: bytes) -> bytes:
    """Return content encrypted in blocks of 512 bytes. Source: MS-OFFCRYPTO 2.3.6.2."""
    half = md5(password.encode("utf-16-le"), usedforsecurity=False).digest()[:5]
    whole = md5((half + salt) * 16, usedforsecurity=False).digest()[:5]
    blocks = []
    for number, at in enumerate(range(0, len(content), 512)):
        key = md5(whole + struct.pack("<I", number), usedforsecurity=False).digest()
        blocks.append(Cipher(ARC4(key), mode=None).encryptor().update(content[at : at + 512]))
    return b"".join(blocks)


def of_seven_kinds() -> dict[str, tuple[str, bytes]]:
    """Return a file of each kind by its name, with its password."""
    members = {"a.txt": WORD.encode()}
    return {
        "aes.zip": ("mill ", aes_zip(members, "mill ")),
        "letters.7z": ("سبعة أبواب", seven_zip(members, "سبعة أبواب")),
        "names.7z": ("harbour-7", seven_zip(members, "harbour-7", names_too=True)),
        "order.pdf": ("Orchard!", pdf("Orchard!")),
        "order.docx": ("الوردة ١٢", docx("الوردة ١٢")),
        "list.xlsx": ("quarry", xlsx("quarry")),
        "talk.pptx": ("lantern", pptx("lantern")),
        "old.doc": ("kestrel", doc("kestrel")),
    }
