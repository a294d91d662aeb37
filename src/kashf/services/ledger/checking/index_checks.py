"""Checks the files of the search index against the hashes that the run kept which wrote it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kashf.domain.ids import is_digest
from kashf.domain.ledger import EntryKind, Fault, Recorded
from kashf.errors import UnfinishedError
from kashf.ports.stages import INDEX
from kashf.services.case.open import OpenCase

_REINDEX: Final = "kashf rebuild CASE --index"


@dataclass(frozen=True, slots=True)
class IndexChecked:
    """What was found out about the index.

    Args:
        faults: What is not as the run left it that wrote it.
        is_sure: Whether every file was held against the hashes that the ledger names; not so since the index was written to after the
            last run that ended, or where an earlier kashf wrote it.
    """

    faults: tuple[Fault, ...]
    is_sure: bool


def check_index(case: OpenCase, entries: Sequence[Recorded]) -> IndexChecked:
    """Hash the files of the index and hold them against what was kept of them; some 5 s a gigabyte."""
    found = case.index.check(digest_of_index(entries))
    is_excused = not found.is_sure and _waits(case)  # it is made, or made anew, by a run that has not ended
    faults = [Fault("index", name, "as the last run left it", what, remedy=_REINDEX) for name, what in found.changed]
    return IndexChecked(tuple(fault for fault in faults if not (is_excused and fault.found == "missing")), found.is_sure)


def digest_of_index(entries: Sequence[Recorded]) -> str:
    """Return the digest that the last run which told one kept of the index's files; "" where none did."""
    told = [(entry.time, entry.chain, entry.seq, entry.body.get("index")) for entry, _ in entries if entry.kind == EntryKind.RUN]
    digests = [str(digest) for *_, digest in sorted(told, key=lambda each: each[:3]) if isinstance(digest, str) and is_digest(digest)]
    return digests[-1] if digests else ""


def _waits(case: OpenCase) -> bool:
    try:
        return case.view.count_waiting(INDEX) > 0
    except UnfinishedError:
        return True
