"""Files embedded in PDF files, by pdfium."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from importlib import metadata
from typing import Any

from kashf.domain.document import Reason
from kashf.ports.engines import Limits, Member, Source


class PdfUnpacker:
    """Takes out the files that a PDF carries, as a whole (a portfolio is nothing else) or pinned to a page."""

    name = "pdfium"
    version = metadata.version("pypdfium2")

    def unpacks(self, type: str) -> bool:
        """Return whether `type` is a PDF."""
        return type == "application/pdf"

    def members(self, source: Source, *, limits: Limits) -> Iterator[Member]:
        """Yield embedded files; none for a PDF that cannot be opened, since its reader says why."""
        import pypdfium2

        # By descriptor: a path would be resolved to one that does not exist in the sandbox.
        with source.open() as file:
            try:
                document = pypdfium2.PdfDocument(file, source.keys[0].decode() if source.keys else None)
            except pypdfium2.PdfiumError:
                return
            try:
                for ordinal, attachment in enumerate(_attachments(document, limits)):
                    yield _member(attachment, ordinal)
            finally:
                document.close()


def _attachments(document: Any, limits: Limits) -> Iterator[Any]:
    """Yield the files of the document, then those that are pinned to its pages."""
    import pypdfium2

    for index in range(document.count_attachments()):
        with suppress(pypdfium2.PdfiumError):
            yield document.get_attachment(index)
    for number in range(min(len(document), limits.pages)):
        yield from _pinned(document, number)


def _pinned(document: Any, number: int) -> Iterator[Any]:
    """Yield the files that annotations of one page carry; nothing for a page that cannot be opened."""
    import pypdfium2
    from pypdfium2 import raw

    page = raw.FPDF_LoadPage(document, number)
    if not page:
        return
    try:
        for index in range(raw.FPDFPage_GetAnnotCount(page)):
            annotation = raw.FPDFPage_GetAnnot(page, index)
            if not annotation:
                continue
            attachment = raw.FPDFAnnot_GetFileAttachment(annotation)
            if attachment:
                yield pypdfium2.PdfAttachment(attachment, document)
            raw.FPDFPage_CloseAnnot(annotation)
    finally:
        raw.FPDF_ClosePage(page)


def _member(attachment: Any, ordinal: int) -> Member:
    """Return one embedded file."""
    import pypdfium2

    untrusted_name = ""
    try:
        untrusted_name = attachment.get_name()
        content = bytes(attachment.get_data())
    except (pypdfium2.PdfiumError, ValueError):
        return Member(ordinal, untrusted_name.encode("utf-8", "replace"), None, Reason.DAMAGED)
    return Member(ordinal, untrusted_name.encode("utf-8", "replace"), iter((content,)))
