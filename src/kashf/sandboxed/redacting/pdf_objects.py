"""Every string of every object of a PDF, and its text by the fonts, by pdfminer, which shares nothing with pdfium and Tika."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from pdfminer.high_level import extract_text
from pdfminer.layout import LAParams
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfexceptions import PDFException, PDFObjectNotFound
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFStream
from pdfminer.psparser import PSException, PSLiteral

#: Keys of what a redaction has no use for, and the name of each part.
_KEYS: Final = {
    **dict.fromkeys(("Annots", "Annot"), "annotations"),
    **dict.fromkeys(("JavaScript", "JS", "OpenAction", "AA"), "scripts"),
    **dict.fromkeys(("EmbeddedFiles", "EmbeddedFile", "EF", "AF"), "attachments"),
    **dict.fromkeys(("Info", "Metadata"), "metadata"),
    **dict.fromkeys(("OCProperties", "OCG", "OC"), "layers"),
    "AcroForm": "form",
    "XFA": "form",
    "Thumb": "thumbnails",
    "Outlines": "outline",
    "PieceInfo": "private-data",
    "StructTreeRoot": "structure",
    "ActualText": "structure",
    "Encrypt": "encryption",
}
#: Objects that are looked through, and how deep.
_MOST: Final = 500_000
_DEPTH: Final = 60


@dataclass(frozen=True, slots=True)
class PdfStrings:
    """What pdfminer finds.

    Attributes:
        text: Of the pages by their fonts, and all strings.
        parts: Names of parts that no redaction has.
    """

    text: str
    parts: frozenset[str]


def strings_of(data: bytes) -> PdfStrings:
    """Return what a PDF says; no text where pdfminer can make nothing of it."""
    parts: set[str] = set()
    strings: list[str] = []
    try:
        document = PDFDocument(PDFParser(io.BytesIO(data)))
        for trailer in (xref.get_trailer() for xref in document.xrefs):
            _walk(trailer, strings, parts, 0)
        numbers = sorted({number for xref in document.xrefs for number in xref.get_objids()})
        for number in numbers[:_MOST]:
            try:
                _walk(document.getobj(number), strings, parts, 0)
            except (PDFObjectNotFound, PSException, PDFException, ValueError, TypeError):
                continue
        text = extract_text(io.BytesIO(data), laparams=LAParams(all_texts=True))
    except (PSException, PDFException):
        text = ""
    return PdfStrings("\n".join((text, *strings)), frozenset(parts))


def _walk(value: Any, strings: list[str], parts: set[str], depth: int) -> None:
    """Take the strings and names of a value and of those in it; objects it refers to are looked at by themselves."""
    inner: Iterable[Any] = ()
    match value:
        case PDFStream():
            inner = (value.attrs,)
        case dict():
            inner = (*(PSLiteral(str(key)) for key in value), *value.values())
        case list() | tuple():
            inner = value
        case PSLiteral():
            name = value.name if isinstance(value.name, str) else value.name.decode("utf-8", "replace")
            strings.append(name)
            parts.update([_KEYS[name]] if name in _KEYS else [])
        case bytes():
            strings.extend(_decoded(value))
        case str():
            strings.append(value)
    for each in inner if depth < _DEPTH else ():
        _walk(each, strings, parts, depth + 1)


def _decoded(value: bytes) -> Iterator[str]:
    if value.startswith((b"\xfe\xff", b"\xff\xfe")):
        yield value.decode("utf-16", "replace")
    else:
        yield value.decode("utf-8", "replace")
        if not value.isascii():
            yield value.decode("cp1256", "replace")
