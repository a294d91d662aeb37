"""Whether a case goes on from where this installation last saw it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kashf.adapters.seen_cases import SeenCases
from kashf.domain.ledger import EntryKind, case_id
from kashf.domain.witness.seen_case import SeenCase, not_continued
from kashf.errors import RewoundCaseError

if TYPE_CHECKING:
    from kashf.ports.views import CaseView
    from kashf.settings import Settings


def last_seen(path: Path, settings: Settings) -> SeenCase | None:
    """Return what this installation last saw of the case in a folder; None when it never did, or, as the log tells, cannot read that."""
    try:
        return _seen_cases(settings).last(path)
    except (OSError, ValueError) as error:
        _log_warning("case.memory-damaged", kind=type(error).__name__)
        return None


def remember(path: Path, view: CaseView, settings: Settings) -> None:
    """Keep how far the case in a folder is now; a full or read-only disk, which cannot take that up, is told in the log alone."""
    try:
        _seen_cases(settings).remember(path, SeenCase(_id(view), view.chain_ends()))
    except OSError as error:
        _log_warning("case.not-remembered", reason=error.strerror or type(error).__name__)


def check_continued(path: Path, view: CaseView, settings: Settings) -> None:
    """Check, before anything is written, that the case in a folder has all that this installation saw of it.

    Raises:
        RewoundCaseError: Entries are missing or others, or another case lies there.
    """
    seen = last_seen(path, settings)
    if seen and (faults := not_continued(seen, _id(view), view.entry_id_at)):
        fault = faults[0]
        raise RewoundCaseError(
            f"this case is behind what was last seen here, or another: {fault.where} should be {fault.expected}, is {fault.found}",
            code="case-rewound",
        )


def _id(view: CaseView) -> str:
    return case_id((entry, entry.id) for entry, _ in view.entries(kinds=(EntryKind.CREATED,)))


def _log_warning(event: str, **about: str) -> None:
    from kashf.logs import get_log  # costs a command that only reads a fifth of a second

    get_log().warning(event, **about)


def _seen_cases(settings: Settings) -> SeenCases:
    return SeenCases(settings.home / "heads")
