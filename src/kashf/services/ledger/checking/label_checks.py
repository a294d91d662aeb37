"""Checks case.toml against the entry that made the case."""

from __future__ import annotations

from collections.abc import Sequence

from kashf.domain.files.case_label import CaseLabel
from kashf.domain.ledger import EntryKind, Fault, Recorded, format_time


def label_faults(label: CaseLabel, entries: Sequence[Recorded]) -> list[Fault]:
    """Return what case.toml says otherwise than the entry that made the case; a format may be later, since cases are brought forward."""
    made = next((entry for entry, _ in entries if entry.kind == EntryKind.CREATED and entry.seq == 0), None)
    if made is None:
        return []  # said of the ledger
    told = [("name", str(made.body.get("name")), label.name)] if not label.key else []
    if label.created is not None:
        told.append(("created", format_time(made.time), format_time(label.created)))
    else:
        told.append(("created", format_time(made.time), "missing"))
    faults = [Fault("case.toml", what, recorded, found) for what, recorded, found in told if recorded != found]
    format = made.body.get("format")
    if isinstance(format, int) and label.format < format:
        faults.append(Fault("case.toml", "format", str(format), str(label.format)))
    return faults
