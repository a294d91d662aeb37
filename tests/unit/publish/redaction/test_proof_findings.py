"""Findings name the way and the number, and never the words."""

from kashf.publish.protected.protected_strings import ProtectedStrings
from kashf.publish.redaction.proof_findings import Extractor, ProofFinding, byte_findings, part_findings, text_findings

PROTECTED = ProtectedStrings.of(["Yusuf al-Darwazi", "0944123456"])


def test_a_string_is_found_once_for_each_extractor() -> None:
    found = text_findings(PROTECTED, {Extractor.OCR: "Yusuf al-Darwazi and yusuf al-darwazi", Extractor.TIKA: "tel 0944-123-456"})

    assert (ProofFinding(Extractor.OCR, 1, "words"), ProofFinding(Extractor.TIKA, 2, "digits")) == found
    assert "arwazi" not in repr(found)


def test_bytes_and_parts_are_findings() -> None:
    assert {1} == {each.number for each in byte_findings(PROTECTED, [b"\x00", "يوسف الدروازي".encode("utf-16-be")])}
    assert (ProofFinding(Extractor.PARTS, 0, "metadata"),) == part_findings(["metadata", "metadata"])
