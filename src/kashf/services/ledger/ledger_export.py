"""The ledger outside of its case: as lines that whoever has them can check."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace

from kashf.domain.entries.device_keys import EntrySignature
from kashf.domain.ids import canonical_json
from kashf.domain.ledger import Recorded, parse_entry
from kashf.errors import UsageError
from kashf.ports.runtime import SignatureCheck, TimestampCheck
from kashf.services.case.open import OpenCase
from kashf.services.ledger.custody import Verification, verify_entries
from kashf.services.ledger.signing.check_signatures import check_signatures
from kashf.services.ledger.signing.timestamping import check_timestamps


def export_ledger(case: OpenCase, *, custody_only: bool = False) -> Iterable[bytes]:
    """Yield each ledger entry as a line of canonical JSON, by chain and place, then each signature under one of them.

    Args:
        case: Which case.
        custody_only: Leave out the chains of what people decided.
    """
    exported = set()
    for entry, _ in case.view.entries():
        if entry.is_custody or not custody_only:
            exported.add(entry.id)
            yield entry.canonical() + b"\n"
    for each in case.view.entry_signatures():
        if each.entry in exported:
            yield canonical_json({"entry": each.entry, "key": each.key, "signature": each.signature}) + b"\n"


def verify_export(
    untrusted_content: bytes, *, holds: SignatureCheck, vouches: TimestampCheck, earlier_head: str = "", covering: int = 0
) -> Verification:
    """Check an exported ledger by itself: that its entries follow one another, and are signed by those who are let in.

    That none is missing at the end, a head shows alone; and an earlier kashf exported no signatures: then none is counted as signed.

    Args:
        untrusted_content: As `export_ledger` made it.
        holds: Checks a signature.
        vouches: Says who signed a timestamp.
        earlier_head: One that was kept elsewhere; that of the exported chains, too, is one the case had.
        covering: How many entries it covers; 0 when that was not kept.

    Raises:
        UsageError: A line is neither an entry of a ledger nor a signature.
    """
    entries: list[Recorded] = []
    signatures: list[EntrySignature] = []
    for number, line in enumerate(untrusted_content.splitlines(), 1):
        try:
            if signature := _signature(line):
                signatures.append(signature)
                continue
            entry = parse_entry(line)
        except ValueError as error:
            raise UsageError(f"line {number} is no entry of an exported ledger") from error
        entries.append((entry, entry.id))
    told = verify_entries(entries, earlier_head=earlier_head, covering=covering)
    timestamps, faults = check_timestamps(entries, vouches)
    told = replace(told, timestamps=timestamps, faults=(*told.faults, *faults))
    if not signatures:
        return told
    signed = check_signatures(entries, signatures, holds)
    faults = (*told.faults, *signed.faults)
    return replace(told, signed=signed.signed, before_keys=signed.before_keys, restarts=signed.restarts, faults=faults)


def _signature(untrusted_line: bytes) -> EntrySignature | None:
    """Return the signature that a line is; None for an entry, or what is neither."""
    if not untrusted_line.startswith(b'{"entry":'):
        return None
    try:
        told = json.loads(untrusted_line)
        parts = [told[part] for part in ("entry", "key", "signature")]
    except (KeyError, RecursionError) as error:
        raise ValueError("no signature") from error
    if not all(isinstance(part, str) for part in parts):
        raise ValueError("no signature")
    return EntrySignature(*parts)
