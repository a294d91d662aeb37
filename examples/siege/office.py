"""Word and Excel files whose bytes depend on nothing but their content."""

import zipfile
from collections.abc import Mapping
from functools import cache
from io import BytesIO
from random import Random

import docx
import openpyxl  # type: ignore[import-untyped]  # openpyxl ships no types
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement

from examples.siege.document import Document, Made, Table
from examples.siege.plain import in_cell
from examples.siege.text import SOFT_BREAK, joined

#: Parts of the library's template that no reader needs and that are nine tenths of its size.
_BALLAST = ("stylesWithEffects", "thumbnail")
_CORE = (
    '<?xml version="1.0" encoding="UTF-8"?><cp:coreProperties '
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
    '<dc:creator>ديوان</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">{day}T08:00:00Z</dcterms:created>'
    '<dcterms:modified xsi:type="dcterms:W3CDTF">{day}T08:00:00Z</dcterms:modified></cp:coreProperties>'
)


def write_docx(document: Document, rng: Random) -> Made:
    """Return the document as a Word file, Arabic in right-to-left paragraphs; in one of four the text is cut into several runs."""
    text = document.whole()
    word = docx.Document(BytesIO(template()))
    cut = rng.random() < 0.25
    for paragraph in text.words.split("\n"):
        line = word.add_paragraph()
        if document.rtl:
            line.paragraph_format.element.get_or_add_pPr().append(OxmlElement("w:bidi"))
        for words in _runs(paragraph, rng) if cut else (paragraph,):
            run = line.add_run(words.replace(SOFT_BREAK, "\n"))
            run.font.rtl = document.rtl or None
    stream = BytesIO()
    word.save(stream)
    data = frozen_zip(stream.getvalue(), {"docProps/core.xml": _CORE.format(day=document.day).encode()})
    return Made.single(data, text.translated({ord(SOFT_BREAK): "\n"}), letter=document.letter)


def write_xlsx(table: Table) -> Made:
    """Return the table as an Excel file; whole numbers are numbers."""
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("سجل" if table.language == "ar" else "Sheet1")
    sheet.sheet_view.rightToLeft = table.language == "ar"
    for row in table.rows:
        sheet.append([int(cell.words) if cell.words.isdecimal() else cell.words for cell in row])
    stream = BytesIO()
    book.save(stream)
    data = frozen_zip(stream.getvalue(), {"docProps/core.xml": _CORE.format(day=table.day).encode()})
    rows = (
        joined((in_cell(cell, number, place) for place, cell in enumerate(row)), "\t") for number, row in enumerate(table.rows, start=1)
    )
    return Made.single(data, joined(rows, "\n"))


def frozen_zip(data: bytes, changed: Mapping[str, bytes]) -> bytes:
    """Return the same zip with every time at the start of 1980 and some members replaced."""
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as source, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(zipfile.ZipInfo(name), changed.get(name) or source.read(name), zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def _runs(paragraph: str, rng: Random) -> tuple[str, ...]:
    """Return the paragraph in three pieces, as an editor leaves it after corrections: a name may lie in two of them."""
    first, second = sorted((rng.randrange(len(paragraph) + 1), rng.randrange(len(paragraph) + 1)))
    return tuple(piece for piece in (paragraph[:first], paragraph[first:second], paragraph[second:]) if piece)


@cache
def template() -> bytes:
    """Return the library's own template without what makes it heavy."""
    word = docx.Document()
    for style in list(word.styles):
        if style.type == WD_STYLE_TYPE.TABLE:
            style.delete()
    for holder in (word.part, word.part.package):
        for key, relation in list(holder.rels.items()):
            if any(name in str(relation.reltype) for name in _BALLAST):
                del holder.rels[key]
    stream = BytesIO()
    word.save(stream)
    return stream.getvalue()
