"""What a proof found in a redaction that must not be in it, each with the way by which it was found; never the words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from kashf.publish.protected.protected_strings import ProtectedStrings
from kashf.publish.protected.raw_bytes import bytes_hold


class Extractor(StrEnum):
    """A way to get something out of a redaction."""

    PDFIUM = "pdfium"
    PDFMINER = "pdfminer"
    TIKA = "tika"
    STRINGS = "strings"
    OCR = "ocr"
    PARTS = "parts"
    PIXELS = "pixels"


#: The five that look for words.
READERS = (Extractor.PDFIUM, Extractor.PDFMINER, Extractor.TIKA, Extractor.STRINGS, Extractor.OCR)


@dataclass(frozen=True, slots=True, order=True)
class ProofFinding:
    """Something that a redaction must not have.

    Attributes:
        extractor: By which way it was found.
        number: Which protected string, from 1; 0 for what is no string.
        what: How it stands there, or which part, or what of the pixels.
        page: Where, from 1; 0 where that is not known.
    """

    extractor: Extractor
    number: int
    what: str
    page: int = 0


def text_findings(protected: ProtectedStrings, texts: Mapping[Extractor, str]) -> tuple[ProofFinding, ...]:
    """Return which protected strings were read, each once for an extractor."""
    return tuple(
        sorted({ProofFinding(way, hit.number, hit.written.value) for way, text in texts.items() for hit in protected.in_text(text)})
    )


def byte_findings(protected: ProtectedStrings, contents: Iterable[bytes]) -> tuple[ProofFinding, ...]:
    """Return which protected strings stand in bytes of the file, or of what its streams unpack to."""
    return tuple(sorted({ProofFinding(Extractor.STRINGS, number, way) for data in contents for number, way in bytes_hold(protected, data)}))


def part_findings(parts: Iterable[str]) -> tuple[ProofFinding, ...]:
    """Return a finding for each part that no redaction has."""
    return tuple(ProofFinding(Extractor.PARTS, 0, part) for part in sorted(set(parts)))
