"""Checks the files of the search index against the hashes that the run kept which wrote it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kashf.domain.entries.projections import in_order
from kashf.domain.ids import is_digest
from kashf.domain.ledger import EntryKind, Fault, Recorded
from kashf.errors import UnfinishedError
from kashf.ports.stages import INDEX
from kashf.services.case.open import OpenCase

_REINDEX: Final = "kashf rebuild CASE --index"
_PROCESS: Final = "kashf process CASE"
#: What is said to be changed where it is not known which files are, and missing where none is there.
_ALL: Final = "index"


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
    """Hash the files of the index and hold them against what was kept of them; some 5 s a gigabyte.

    That the index is being written to is said by its own list, which anybody may write; it excuses what is otherwise only where something
    was entered in the ledger since the last run, or waits to be indexed.
    """
    digest, is_last = digest_of_index(entries)
    found = case.index.check(digest)
    waits = _waits(case)
    is_excused = not found.is_sure and waits  # it is made, or made anew, by a run that has not ended
    changed = tuple((name, what) for name, what in found.changed if not (is_excused and what == "missing"))
    if digest and is_last and not (found.is_sure or waits or changed):
        changed = ((_ALL, "something else, and nothing was entered or left to do since"),)
    return IndexChecked(tuple(_fault(name, what) for name, what in changed), found.is_sure)


def _fault(name: str, what: str) -> Fault:
    if (name, what) == (_ALL, "missing"):
        return Fault("index", name, "made by a run", "none is there yet, or none any more: a backup holds none", remedy=_PROCESS)
    return Fault("index", name, "as the last run left it", what, remedy=_REINDEX)


def digest_of_index(entries: Sequence[Recorded]) -> tuple[str, bool]:
    """Return the digest that the last run which told one kept of the index's files, "" where none did, and whether no entry came later."""
    digest, is_last = "", False
    for entry, _ in in_order(entries):  # whatever a clock said that was set back
        told = entry.body.get("index") if entry.kind == EntryKind.RUN else None
        is_last = isinstance(told, str) and is_digest(told)
        digest = str(told) if is_last else digest
    return digest, is_last


def _waits(case: OpenCase) -> bool:
    try:
        return case.view.count_waiting(INDEX) > 0
    except UnfinishedError:
        return True
