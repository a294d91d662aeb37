"""A redaction as an answer in JSON: places, numbers and hashes, and no word that was covered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kashf.domain.ids import Json
from kashf.services.publication.redact_document import ENOUGH_NAMES

if TYPE_CHECKING:
    from kashf.domain.ids import EntryId
    from kashf.services.publication.redact_document import RedactionMade
    from kashf.services.publication.redact_table import RedactedTable


def redaction_answer(made: RedactionMade, *, out: str, entry: EntryId) -> dict[str, Json]:
    """Return what is told of a redaction of pages."""
    return {
        "document": made.document,
        "out": out,
        "sha256": made.sha256,
        "entry": entry,
        "pages": [*made.pages],
        "areas": [{"page": page, "box": area.as_json()} for page, area in made.areas],
        "covered_again": made.again,
        "whole_by_reading": made.whole_by_reading,
        "strings": made.strings,
        "proof": {"holds": True, "extractors": ["pdfium", "pdfminer", "tika", "strings", "ocr"] if made.strings else [], "pixels": True},
        "names_that_fit": [
            {"page": each.page, "box": each.box.as_json(), "names": each.names, "enough": each.names >= ENOUGH_NAMES}
            for each in made.anonymity
        ],
        "copies": [{"document": document, "redacted": known} for document, known in made.copies],
    }


def table_answer(made: RedactedTable, *, out: str) -> dict[str, Json]:
    """Return what is told of a redaction of a table."""
    return {"document": made.document, "out": out, "cells": made.covered, "strings": len(made.protected), "proof": {"holds": True}}
