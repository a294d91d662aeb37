"""Entries about releases: what left, its hashes, who is to sign it, and each signature; no word of it stands in the ledger."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kashf.domain.ids import DocumentId, EntryId, Json


@dataclass(frozen=True, slots=True)
class ReleaseEntry:
    """What an entry says about a release.

    Args:
        words: The blob with the salts of its commitments, and why it may hold what is rare.
        report: Hash of its report.json.
        values: Hash of its values.json.
        commitments: Merkle tree hash over the salted commitments to the papers it cites, in hex.
        findings: The cards it tells of.
        head: Head of the ledger that its report names.
        signers: Name and key of who is to sign.
    """

    words: DocumentId
    report: str
    values: str
    commitments: str
    findings: Sequence[EntryId]
    head: str
    signers: Sequence[tuple[str, str]]

    def body(self) -> Mapping[str, Json]:
        """Return the body of an entry of kind "released"."""
        return {
            "words": self.words,
            "report": self.report,
            "values": self.values,
            "commitments": self.commitments,
            "findings": list(self.findings),
            "head": self.head,
            "signers": [{"name": name, "key": key} for name, key in self.signers],
        }


def signed_body(release: EntryId, manifest: str, key: str) -> Mapping[str, Json]:
    """Return the body of an entry of kind "release-signed".

    Args:
        release: The entry of the release.
        manifest: Hash of its last manifest.
        key: Of who signed.
    """
    return {"release": release, "manifest": manifest, "key": key}
