"""All that can be got out of a PDF, by five ways that know nothing of each other, and what parts it has beside pictures of pages."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from pypdfium2 import raw

from kashf.domain.document import Reason
from kashf.ports.engines import EngineError, Limits, Source
from kashf.sandboxed.engines.attachments.pdf import PdfUnpacker
from kashf.sandboxed.engines.pdfium import PdfiumReader, opened_pdf
from kashf.sandboxed.engines.tika import TikaReader
from kashf.sandboxed.ocr.scans import grey_of, is_blank, read_scan
from kashf.sandboxed.read import Engines
from kashf.sandboxed.redacting.pdf_objects import PdfStrings, strings_of

_STREAM: Final = re.compile(rb"stream\r?\n")
#: Bytes that one stream, and all together, may unpack to.
_MOST_A_STREAM: Final = 64 << 20
_MOST: Final = 512 << 20
#: How a text is drawn that nobody sees. Source: ISO 32000-1, table 106.
_INVISIBLE: Final = 3


def extracts(source: Source, *, params: Mapping[str, Any], engines: Engines, limits: Limits) -> dict[str, object]:
    """Return the texts of a PDF by extractor, and the names of its parts that no redaction has.

    Raises:
        EngineError: It is no PDF that can be opened.
    """
    source = replace(source, type="application/pdf")
    said = strings_of(source.read())
    texts = {"pdfium": _by_pdfium(source, limits), "pdfminer": said.text, "tika": _by_tika(source, limits)}
    ocr, parts = _by_ocr(source, int(params["longest_side"]), engines=engines, limits=limits)
    return {"texts": {**texts, "ocr": ocr}, "parts": sorted({*_parts(source, said), *parts})}


def unpacked_streams(data: bytes) -> bytes:
    """Return what the streams of a PDF unpack to, whether anything in it names them or not."""
    found = bytearray()
    for start in _STREAM.finditer(data):
        unpack = zlib.decompressobj()
        try:
            found += unpack.decompress(data[start.end() :], _MOST_A_STREAM) + b"\n"
        except zlib.error:
            continue
        if len(found) > _MOST:
            raise EngineError(Reason.BOMB, "streams unpack to far too much")
    return bytes(found)


def _by_pdfium(source: Source, limits: Limits) -> str:
    reader = PdfiumReader()
    read = reader.read(source, limits=limits)
    attached = []
    for member in PdfUnpacker().members(source, limits=limits):
        content = b"".join(member.chunks or ())
        attached.append(f"{member.untrusted_name.decode('utf-8', 'replace')}\n{content.decode('utf-8', 'replace')}")
    with opened_pdf(source) as document:
        plain = [page.get_textpage().get_text_range() for page in document]
        titles = [each.get_title() for each in document.get_toc()]
    return "\n\n".join((*(page.text for page in read.pages), *plain, *titles, *read.metadata.values(), *attached))


def _by_tika(source: Source, limits: Limits) -> str:
    try:
        read = TikaReader().read(source, limits=limits)
    except EngineError as fault:
        if fault.reason is Reason.UNSUPPORTED:
            return ""  # No text at all.
        raise
    told = (value for key, value in read.metadata.items() if key.lower().startswith(("dc:", "pdf:docinfo", "meta:", "xmp", "custom")))
    return "\n\n".join((*(page.text for page in read.pages), *told))


def _by_ocr(source: Source, longest_side: int, *, engines: Engines, limits: Limits) -> tuple[str, set[str]]:
    if engines.ocr is None:
        raise EngineError(Reason.UNSUPPORTED, f"OCR needs {', '.join(engines.missing_for_ocr)}")
    with opened_pdf(source) as document:
        count = len(document)
    texts = []
    for page in range(1, count + 1):
        grey = grey_of(PdfiumReader().draw(source, page=page, longest_side=longest_side, limits=limits))
        if not is_blank(grey):
            texts.append(read_scan(grey, ocr=engines.ocr, number=page).text)
    return "\n\n".join(texts), set()


def _parts(source: Source, said: PdfStrings) -> Iterator[str]:
    """Yield what a PDF has that is neither a page image nor a word nobody sees."""
    yield from said.parts
    if source.read().count(b"%%EOF") > 1:
        yield "revisions"
    with opened_pdf(source) as document:
        if document.get_formtype():
            yield "form"
        for page in document:
            for item in page.get_objects(max_depth=4):
                if item.type == raw.FPDF_PAGEOBJ_TEXT:
                    if raw.FPDFTextObj_GetTextRenderMode(item.raw) != _INVISIBLE:
                        yield "drawn-text"
                elif item.type != raw.FPDF_PAGEOBJ_IMAGE:
                    yield "drawing"
