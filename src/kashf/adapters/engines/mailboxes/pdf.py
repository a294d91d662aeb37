"""Files embedded in PDF files, by pdfium."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import metadata
from typing import Any

from kashf.domain.document import Reason
from kashf.ports.engines import Limits, Member, Source


class PdfUnpacker:
    """Takes out the files that a PDF carries as a whole; a PDF portfolio is nothing else. Files pinned to a page are not seen."""

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
                document = pypdfium2.PdfDocument(file)
            except pypdfium2.PdfiumError:
                return
            try:
                for ordinal in range(document.count_attachments()):
                    yield _member(document, ordinal)
            finally:
                document.close()


def _member(document: Any, ordinal: int) -> Member:
    """Return one embedded file."""
    import pypdfium2

    untrusted_name = ""
    try:
        attachment = document.get_attachment(ordinal)
        untrusted_name = attachment.get_name()
        content = bytes(attachment.get_data())
    except (pypdfium2.PdfiumError, ValueError):
        return Member(ordinal, untrusted_name.encode("utf-8", "replace"), None, Reason.DAMAGED)
    return Member(ordinal, untrusted_name.encode("utf-8", "replace"), iter((content,)))
