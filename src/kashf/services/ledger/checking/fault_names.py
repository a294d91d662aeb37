"""Names the files that faults are about as people know them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kashf.domain.ids import DocumentId, is_digest
from kashf.domain.ledger import Fault
from kashf.errors import DamagedCaseError, UnfinishedError
from kashf.services.case.brought.known_as import known_as
from kashf.services.case.open import OpenCase
from kashf.services.ledger.checking.receipt_checks import ListedInReceipts

#: What a fault is about where it is about no file.
_NO_FILES = frozenset({"ledger", "head", "manifest", "sealed note", "case.toml", "records", "index", "jobs", "typed words"})


def with_names(case: OpenCase, faults: Sequence[Fault], listed: ListedInReceipts) -> tuple[Fault, ...]:
    """Return faults with what people call the files they are about: as the receipts list them, else as the tables know them."""
    paths: dict[str, str] = {id: seen.path for key, (seen, _) in listed.sightings.items() for id in (key, seen.document) if id}

    def name(fault: Fault) -> str:
        if fault.what in _NO_FILES or not is_digest(fault.where):
            return ""
        try:
            return paths.get(fault.where) or ("" if fault.what == "sighting" else known_as(case.view, DocumentId(fault.where)))
        except (UnfinishedError, DamagedCaseError):  # nothing derived is needed to say what is wrong
            return ""

    return tuple(fault if fault.name else replace(fault, name="" if (found := name(fault)) == fault.where else found) for fault in faults)
