"""A page read in several ways, by machines and by people: which of them its text is, and which stand beside it."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from kashf.domain.document import Page


class ReadingKind(StrEnum):
    """How a page came to be read; the later ones stand above the earlier ones."""

    TRANSLATION = "translation"
    OCR_SECOND = "ocr-2"
    OCR = "ocr"
    DIGITAL = "digital"
    TRANSCRIPTION = "transcription"
    CORRECTION = "correction"


_RANK: Final = {kind: rank for rank, kind in enumerate(ReadingKind)}


@dataclass(frozen=True, slots=True)
class PageReading:
    """One reading of one page.

    Args:
        page: What it reads.
        kind: How it was made.
        by: Who made it: a person's id, or an engine with its version.
        made: When; the later of two of a kind stands above the earlier.
    """

    page: Page
    kind: ReadingKind
    by: str
    made: dt.datetime

    @property
    def digest(self) -> str:
        """What tells this reading of the page from every other."""
        return text_digest(self.page)


def text_digest(page: Page) -> str:
    """Return the SHA-256 of a page's text, in hex: a place in the text is one in every reading of this digest."""
    return hashlib.sha256(page.text.encode("utf-8", "surrogatepass")).hexdigest()


def current(readings: Iterable[PageReading]) -> PageReading | None:
    """Return the reading that is searched, counted and quoted; None where there is none.

    A correction stands above a transcription, that above text that was typed, that above OCR; a translation is shown beside its
    original and is never the page's text.
    """
    candidates = [reading for reading in readings if reading.kind is not ReadingKind.TRANSLATION]
    return max(candidates, key=lambda reading: (_RANK[reading.kind], reading.made), default=None)
