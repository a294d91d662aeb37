"""Small documents of every kind, made by code. Names, places and units are invented."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

from kashf.ports.engines import Source
from tests.contracts.compound import compound_file

ENGLISH = "The convoy passed the second checkpoint before dawn"
ARABIC = "إلى أمير القاطع الشمالي نعلمكم بضرورة سحب الأسلحة"
NASKH = "NotoNaskhArabic-Regular.ttf"
SERIF = "NotoSerif-Regular.ttf"


def source_of(folder: Path, content: bytes, type: str = "", *, name: str = "file") -> Source:
    """Return some bytes as a file in `folder`."""
    path = folder / name
    path.write_bytes(content)
    return Source(path, len(content), untrusted_name=name, type=type)


@cache
def font(name: str, size: int) -> ImageFont.FreeTypeFont:
    """Return a Noto font; the test is skipped where Debian's fonts-noto-core is not installed."""
    found = next(Path("/usr/share/fonts").rglob(name), None)
    if found is None:
        pytest.skip(f"{name} is not installed")
    return ImageFont.truetype(found, size, layout_engine=ImageFont.Layout.RAQM)


def scan(lines: Sequence[str], *, size: int = 40, width: int = 1240) -> Image.Image:
    """Return a page image with printed lines; those that begin in Arabic run from the right."""
    image = Image.new("L", (width, 160 + 2 * size * len(lines)), 255)
    draw = ImageDraw.Draw(image)
    for number, line in enumerate(lines):
        is_leftward, place = _is_arabic(line.split()[0]), 80.0
        for word in line.split():
            face = font(NASKH if _is_arabic(word) else SERIF, size)
            length = draw.textlength(word, font=face)
            draw.text((width - place - length if is_leftward else place, 80 + 2 * size * number), word, font=face, fill=0)
            place += length + 0.3 * size
    return image


def _is_arabic(word: str) -> bool:
    return any("\u0600" <= letter <= "\u06ff" for letter in word)


def encoded(image: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    """Return a picture as the bytes of a file."""
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def pdf(pages: Sequence[str | Image.Image], *, password: str = "", title: str = "") -> bytes:
    """Return a PDF with a page for each text, line by line, or for each picture, which fills its page."""
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(595, 842), encrypt=password or None, invariant=1)
    canvas.setTitle(title)
    for page in pages:
        if isinstance(page, str):
            for number, line in enumerate(page.splitlines()):
                canvas.drawString(72, 770 - 16 * number, line)
        else:
            canvas.drawImage(ImageReader(page), 0, 0, 595, 842)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def docx(paragraphs: Sequence[str], *, header: str = "", title: str = "") -> bytes:
    """Return a Word document."""
    from docx import Document

    document = Document()
    document.core_properties.title = title
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    if header:
        document.sections[0].header.paragraphs[0].text = header
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def xlsx(sheets: dict[str, Sequence[Sequence[object]]], *, hidden: Sequence[str] = (), comment: str = "") -> bytes:
    """Return a workbook; `comment` is put on the first cell of its first sheet."""
    from openpyxl import Workbook
    from openpyxl.comments import Comment

    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
        sheet.sheet_state = "hidden" if name in hidden else "visible"
    if comment:
        book.worksheets[0]["A1"].comment = Comment(comment, "R. Sahin")
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def rtf(text: str) -> bytes:
    """Return a rich text file of ASCII text."""
    return b"{\\rtf1\\ansi " + text.encode("ascii") + b"\\par}"


def broken_zip() -> bytes:
    """Return the beginning of an office document."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>" * 50)
        package.writestr("word/document.xml", "<w:document/>" * 50)
    return buffer.getvalue()[:400]


def outlook_message(body: str, *, subject: str = "Convoy", sender: str = "R. Sahin") -> bytes:
    """Return a message as Outlook saves it (.msg). Source: MS-OXMSG section 2.4."""
    texts = {0x001A: "IPM.Note", 0x0037: subject, 0x0C1A: sender, 0x1000: body}
    tree: dict[str, bytes] = {f"__substg1.0_{tag:04X}001F": text.encode("utf-16-le") for tag, text in texts.items()}
    entries = (struct.pack("<HHIII", 0x001F, tag, 6, 2 * len(text) + 2, 0) for tag, text in texts.items())
    tree["__properties_version1.0"] = bytes(32) + b"".join(entries)
    return compound_file(tree)
