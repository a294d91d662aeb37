"""Makes of a table a table of what remains: cells with names or identifiers say that they are covered, and no formula is left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from kashf.domain.ids import DocumentId
from kashf.errors import NotFoundError, UsageError
from kashf.publish.protected.protected_strings import ProtectedStrings
from kashf.publish.redaction.identifier_patterns import pattern_spans
from kashf.publish.redaction.proof_findings import Extractor, byte_findings, text_findings
from kashf.services.case.open import OpenCase
from kashf.services.publication.redact_document import RedactionAsked, refused, strings_asked

#: What stands in a cell that is covered; it says nothing of what stood there, nor how long it was.
COVERED_CELL: Final = "[covered]"
_TABLES: Final = (
    "text/csv",
    "text/tab-separated-values",
    "application/vnd.ms-excel",
    "application/vnd.openxmlformats-officedocument.spreadsheetml",
    "application/vnd.oasis.opendocument.spreadsheet",
)


@dataclass(frozen=True, slots=True)
class RedactedTable:
    """What remains of a table.

    Attributes:
        document: Of which document.
        sheets: Rows of cells, by sheet.
        covered: Cells that are covered.
        protected: What was covered, which must not be in what is made of it.
    """

    document: DocumentId
    sheets: tuple[tuple[tuple[str, ...], ...], ...]
    covered: int
    protected: ProtectedStrings


def is_table(case: OpenCase, beginning: str) -> bool:
    """Return whether a document is a sheet or a list, which has no page image.

    Raises:
        NotFoundError: No such document.
    """
    (record,) = case.view.records([case.view.resolve(beginning)])
    return record.type.startswith(_TABLES)


def redact_table(case: OpenCase, asked: RedactionAsked) -> RedactedTable:
    """Return what remains of a table, proven to hold none of what was covered.

    Raises:
        UsageError: An area is asked for, or nothing is to be covered.
        NotFoundError: Nothing of what is to be covered is in it.
        NotAllowedError: Something is still in it.
    """
    if asked.areas:
        raise UsageError("a table has no page image: cover its cells by --entity, --pattern or --protect", code="redact-table-area")
    document = case.view.resolve(asked.document)
    texts = [page.text for page in case.shown.pages(document)]
    found = [*strings_asked(case, asked), *(text[start:end] for text in texts for start, end in pattern_spans(text, asked.patterns))]
    if not found:
        raise UsageError("nothing is to be covered: name --entity, --pattern or --protect", code="redact-nothing")
    protected = ProtectedStrings.of(found)
    sheets, covered = [], 0
    for text in texts:
        hits = protected.in_text(text)
        rows, at = [], 0
        for line in text.split("\n"):
            cells = []
            for cell in line.split("\t"):
                is_hit = any(hit.start < at + len(cell) and at < hit.end for hit in hits) or bool(protected.in_text(cell))
                cells.append(COVERED_CELL if is_hit else cell)
                covered += is_hit
                at += len(cell) + 1
            rows.append(tuple(cells))
        sheets.append(tuple(rows))
    if not covered:
        raise NotFoundError("nothing of what is to be covered is in the table", code="redact-table-nowhere")
    return RedactedTable(document, tuple(sheets), covered, protected)


def prove_table(protected: ProtectedStrings, content: bytes) -> None:
    """Refuse the bytes of a table in which something is that was to be covered.

    Raises:
        NotAllowedError: There is.
    """
    said = {Extractor.STRINGS: content.decode("utf-8", "replace")}
    if findings := (*text_findings(protected, said), *byte_findings(protected, (content,))):
        raise refused(findings)
