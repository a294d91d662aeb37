"""Small good files of many formats, made by code: what hostile ones are broken or mutated from."""

from __future__ import annotations

import io
import plistlib
import sqlite3
import zipfile
from collections.abc import Callable, Mapping
from contextlib import closing
from functools import cache

import docx
import openpyxl
from PIL import Image, ImageDraw

from tests.contracts.compound import outlook_message
from tests.contracts.containers import libarchive_file, mail, mbox, pdf, tar_file, zip_file

TEXT = "أمر رقم ١٢ إلى آمر السرية الثانية: يسمح للسائق بالمرور.\nOrder 12 to the second company: let the driver pass.\n"
_FEW = {"order.txt": TEXT.encode(), "list.csv": b"id,name\n1,Qasim\n2,Layla\n"}


def word_document() -> bytes:
    """Return a docx of one paragraph."""
    document = docx.Document()
    document.add_paragraph(TEXT)
    buffer = io.BytesIO()
    document.save(buffer)
    return rewritten(buffer.getvalue(), {})


def workbook() -> bytes:
    """Return an xlsx of three rows."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (("id", "name"), (1, "قاسم"), (2, "Layla")):
        sheet.append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    return rewritten(buffer.getvalue(), {})


def rewritten(package: bytes, changes: Mapping[str, bytes]) -> bytes:
    """Return an office document with some of its parts replaced."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return zip_file(parts | dict(changes))


def picture(format: str) -> bytes:
    """Return an image with a word on it."""
    image = Image.new("L", (120, 40), 255)
    ImageDraw.Draw(image).text((10, 12), "ORDER 12", fill=0)
    buffer = io.BytesIO()
    image.save(buffer, format=format)
    return buffer.getvalue()


def database() -> bytes:
    """Return a SQLite database with a table of messages and an index of their words."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE TABLE messages (id INTEGER PRIMARY KEY, text TEXT, sent INTEGER, packed BLOB)")
        connection.execute("CREATE VIRTUAL TABLE found USING fts5(body)")
        connection.executemany("INSERT INTO messages VALUES (?, ?, 1457811667, ?)", [(row, TEXT, bytes(row)) for row in range(40)])
        connection.execute("INSERT INTO found VALUES (?)", (TEXT,))
        connection.commit()
        return connection.serialize()


def text_pdf(*, objects: Mapping[int, bytes] | None = None) -> bytes:
    """Return a PDF of one page of text; objects by number replace its own: 1 catalog, 2 pages, 3 page, 4 content, 5 font."""
    words = b"BT /F1 12 Tf 20 100 Td (Order 12 to the second company) Tj ET"
    own = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        4: b"<</Length %d>>\nstream\n%b\nendstream" % (len(words), words),
        5: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    }
    return assembled_pdf(own | dict(objects or {}))


def assembled_pdf(objects: Mapping[int, bytes], *, trailer: bytes = b"") -> bytes:
    """Return a PDF of numbered objects with its table of places; number 1 is the catalog."""
    content, places = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", {}
    for number, body in sorted(objects.items()):
        places[number] = len(content)
        content += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    size = max(objects) + 1
    lines = [b"%010d 00000 n \n" % places[number] if number in places else b"0000000000 65535 f \n" for number in range(1, size)]
    table = b"xref\n0 %d\n0000000000 65535 f \n%b" % (size, b"".join(lines))
    return content + table + b"trailer\n<</Size %d/Root 1 0 R%b>>\nstartxref\n%d\n%%%%EOF" % (size, trailer, len(content))


#: File name -> its bytes.
SEEDS: Mapping[str, Callable[[], bytes]] = {
    "plain.txt": TEXT.encode,
    "windows.txt": lambda: TEXT.replace("١٢", "12").encode("cp1256"),
    "page.html": f"<!DOCTYPE html><html dir=rtl><head><title>x</title></head><body><p>{TEXT}</p></body></html>".encode,
    "data.xml": f'<?xml version="1.0" encoding="utf-8"?><orders><order id="12">{TEXT}</order></orders>'.encode,
    "data.json": lambda: b'{"order": 12, "to": ["second", "company"], "text": "\\u0623\\u0645\\u0631"}',
    "settings.plist": lambda: plistlib.dumps({"order": TEXT, "to": ["second", {"company": 2}]}, fmt=plistlib.FMT_BINARY),
    "messages.db": database,
    "contacts.vcf": f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Qasim\r\nNOTE:{TEXT.splitlines()[0]}\r\nEND:VCARD\r\n".encode,
    "table.csv": lambda: b"id,name\n" + b"".join(b"%d,Qasim %d\n" % (number, number) for number in range(20)),
    "letter.rtf": lambda: (
        b"{\\rtf1\\ansicpg1256{\\fonttbl{\\f0 Arial;}}\\f0 Order 12 \\'c3\\'e3\\'d1{\\*\\footnote why}{\\deleted no}\\par{\\v x}\\u1575?}"
    ),
    "drawing.svg": f'<svg xmlns="http://www.w3.org/2000/svg"><text x="1" y="9">{TEXT}</text></svg>'.encode,
    "mail.eml": lambda: mail(_FEW),
    "box.mbox": mbox,
    "message.msg": lambda: outlook_message("أمر", _FEW),
    "papers.zip": lambda: zip_file(_FEW),
    "papers.tar": lambda: tar_file(_FEW),
    "papers.7z": lambda: libarchive_file("7zip", _FEW),
    "papers.iso": lambda: libarchive_file("iso9660", {"a.txt": b"a"}),
    "order.docx": word_document,
    "list.xlsx": workbook,
    "order.pdf": text_pdf,
    "portfolio.pdf": lambda: pdf(_FEW),
    "scan.png": lambda: picture("PNG"),
    "scan.jpg": lambda: picture("JPEG"),
    "scan.tif": lambda: picture("TIFF"),
    "scan.gif": lambda: picture("GIF"),
    "scan.bmp": lambda: picture("BMP"),
}


@cache
def seed(name: str) -> bytes:
    """Return the bytes of a seed, made once."""
    return SEEDS[name]()
