"""What stands on a PDF page without being part of its text: comments, filled-in form fields, targets of links."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from pypdfium2 import raw

#: Annotations whose contents only repeat those of another one.
_REPEATING = frozenset({raw.FPDF_ANNOT_POPUP})
#: Annotations of one page that are looked at; maps made by programs carry tens of thousands.
_MOST = 2000
#: A field that is only a button to press says "Off" or nothing.
_NO_VALUE = frozenset({"", "Off"})


def notes(document: Any, page: Any) -> tuple[str, bool]:
    """Return comments as "author: words", form fields as "name: value" and link targets, a line each, and whether these are all."""
    count = raw.FPDFPage_GetAnnotCount(page)
    lines = (line for index in range(min(count, _MOST)) for line in _annotation_lines(document, page, index))
    return "\n".join(dict.fromkeys(lines)), count <= _MOST


def _annotation_lines(document: Any, page: Any, index: int) -> Iterator[str]:
    annotation = raw.FPDFPage_GetAnnot(page, index)
    if not annotation:
        return
    try:
        kind = raw.FPDFAnnot_GetSubtype(annotation)
        if kind == raw.FPDF_ANNOT_LINK:
            yield from _link(document, annotation)
        elif kind == raw.FPDF_ANNOT_WIDGET:
            yield from _field(document, annotation)
        elif kind not in _REPEATING:
            yield from _comment(annotation)
    finally:
        raw.FPDFPage_CloseAnnot(annotation)


def _comment(annotation: Any) -> Iterator[str]:
    words = _string(partial(raw.FPDFAnnot_GetStringValue, annotation, b"Contents"))
    author = _string(partial(raw.FPDFAnnot_GetStringValue, annotation, b"T"))
    if words.strip():
        yield f"{author}: {words}" if author else words


def _field(document: Any, annotation: Any) -> Iterator[str]:
    if document.formenv is None:
        return
    name = _string(partial(raw.FPDFAnnot_GetFormFieldName, document.formenv, annotation))
    value = _string(partial(raw.FPDFAnnot_GetFormFieldValue, document.formenv, annotation))
    if value.strip() not in _NO_VALUE:
        yield f"{name.rpartition('.')[2]}: {value}"


def _link(document: Any, annotation: Any) -> Iterator[str]:
    action = raw.FPDFLink_GetAction(raw.FPDFAnnot_GetLink(annotation))
    size = raw.FPDFAction_GetURIPath(document, action, None, 0) if action else 0
    if size > 1:
        buffer = ctypes.create_string_buffer(size)
        raw.FPDFAction_GetURIPath(document, action, buffer, size)
        yield buffer.value.decode("utf-8", "replace")


def _string(get: Callable[[Any, int], int]) -> str:
    """Return a UTF-16 string that pdfium first tells the size of in bytes, its end mark included."""
    size = get(None, 0)
    if size <= 2:
        return ""
    buffer = (ctypes.c_ushort * (size // 2))()
    get(buffer, size)
    return bytes(buffer)[: size - 2].decode("utf-16-le", "replace").replace("\r\n", "\n").replace("\r", "\n")
