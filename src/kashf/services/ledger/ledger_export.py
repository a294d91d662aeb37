"""The ledger outside of its case: as lines that whoever has them can check."""

from __future__ import annotations

from collections.abc import Iterable

from kashf.domain.ledger import Recorded, parse_entry
from kashf.errors import UsageError
from kashf.services.case.open import OpenCase
from kashf.services.ledger.custody import Verification, verify_entries


def export_ledger(case: OpenCase, *, custody_only: bool = False) -> Iterable[bytes]:
    """Yield each ledger entry as a line of canonical JSON, by chain and place.

    Args:
        case: Which case.
        custody_only: Leave out the chains of what people decided.
    """
    for entry, _ in case.view.entries():
        if entry.is_custody or not custody_only:
            yield entry.canonical() + b"\n"


def verify_export(untrusted_content: bytes, *, earlier_head: str = "", covering: int = 0) -> Verification:
    """Check an exported ledger by itself: that its entries follow one another. That none is missing at the end, a head shows alone.

    Args:
        untrusted_content: As `export_ledger` made it.
        earlier_head: One that was kept elsewhere; that of the exported chains, too, is one the case had.
        covering: How many entries it covers; 0 when that was not kept.

    Raises:
        UsageError: A line is no entry of a ledger.
    """
    entries: list[Recorded] = []
    for number, line in enumerate(untrusted_content.splitlines(), 1):
        try:
            entry = parse_entry(line)
        except ValueError as error:
            raise UsageError(f"line {number} is no entry of an exported ledger") from error
        entries.append((entry, entry.id))
    return verify_entries(entries, earlier_head=earlier_head, covering=covering)
