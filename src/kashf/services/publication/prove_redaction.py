"""Proves that nothing of what is covered is in a redaction: five extractors, the parts of the file, and every pixel beside the boxes."""

from __future__ import annotations

from collections.abc import Sequence

from kashf.publish.protected.protected_strings import ProtectedStrings
from kashf.publish.redaction.proof_findings import Extractor, ProofFinding, byte_findings, part_findings, text_findings
from kashf.services.publication.boxed_tasks import PageAreas, RedactionBox


def prove_redaction(
    box: RedactionBox, made: bytes, protected: ProtectedStrings | None, pages: Sequence[PageAreas], *, black_and_white: bool = False
) -> tuple[ProofFinding, ...]:
    """Return everything in a redaction that must not be in it; nothing where it holds.

    Args:
        box: The sandbox, with the document that was redacted.
        made: The redaction.
        protected: What must not be in it; None where only areas were drawn by hand.
        pages: What was covered on each page, and where protected words stand.
        black_and_white: Whether it was made so.

    Raises:
        NoPictureError: The document or the redaction cannot be opened.
    """
    texts, parts, streams = box.extracts(made)
    found = part_findings(parts)
    if protected:
        found += text_findings(protected, texts) + byte_findings(protected, (made, streams))
    for check in box.compare(made, pages, black_and_white=black_and_white):
        found += ((ProofFinding(Extractor.PIXELS, 0, "changed", check.page),) if check.changed else ()) + (
            (ProofFinding(Extractor.PIXELS, 0, "shown", check.page),) if check.shown else ()
        )
    return tuple(dict.fromkeys(found))
