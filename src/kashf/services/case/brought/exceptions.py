"""Files that are no simple success, by class, each with what a person decided is to become of it: the exceptions of a case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from kashf.domain.dispositions import OF_FILES, Disposition, DispositionKind, standing
from kashf.domain.document import Reason, storable
from kashf.domain.endings import is_wrong_ending
from kashf.domain.ids import DocumentId, SightingId
from kashf.errors import NotFoundError
from kashf.ports.views import CaseView
from kashf.services.case.brought.additions import dispositions
from kashf.services.case.brought.known_as import known_as, place_of
from kashf.services.case.open import OpenCase

#: A class of its own: the bytes are of another kind than the name promises.
WRONG_ENDING: Final = "wrong-ending"


@dataclass(frozen=True, slots=True)
class IrregularFile:
    """A file that was not read, not whole, or is not what its name says.

    Args:
        id: Of its document, or of the sighting for a path that could not be read from the disk.
        path: What people call it; "" where only its number is asked for.
        kind: Its class: a reason, or "wrong-ending".
        type: Its media type; "" when it is not known.
        detail: One line about it.
        decided: What is to become of it; None while that is open.
    """

    id: str
    path: str
    kind: str
    type: str
    detail: str
    decided: Disposition | None = None


@dataclass(frozen=True, slots=True)
class ExceptionsReport:
    """The exceptions of a case.

    Args:
        files: By class, then as they are called.
        open: How many nobody has decided about.
        decided: How many somebody has.
        by_class: Of each class, how many are open and how many decided.
    """

    files: tuple[IrregularFile, ...]
    open: int
    decided: int
    by_class: Mapping[str, Mapping[str, int]]


def exceptions_report(case: OpenCase) -> ExceptionsReport:
    """Return the exceptions of a case, those that were excluded too."""
    files = sorted(_irregular(case.view), key=lambda each: (each.kind, each.path, each.id))
    by_class: dict[str, dict[str, int]] = {}
    for each in files:
        counts = by_class.setdefault(each.kind, {"open": 0, "decided": 0})
        counts["decided" if each.decided else "open"] += 1
    decided = sum(1 for each in files if each.decided)
    return ExceptionsReport(tuple(files), len(files) - decided, decided, by_class)


def count_open(case: OpenCase) -> int:
    """Return how many exceptions nobody has decided about; paths that cannot be read are counted, not read, as there may be 100,000."""
    decided = _decided(case.view)
    unread = case.view.count_unreadable() - case.view.count_unreadable([SightingId(id) for id in decided])
    return unread + sum(1 for each in _not_whole(case.view, decided, with_paths=False) if each.decided is None)


def chosen(report: ExceptionsReport, *, kind: str = "", beginnings: Sequence[str] = ()) -> tuple[IrregularFile, ...]:
    """Return the exceptions of a class that are open, and those whose ids begin with some letters.

    Raises:
        NotFoundError: A beginning is that of no exception, or of more than one.
    """
    named = {_named(report, start).id for start in beginnings if start}
    return tuple(each for each in report.files if (kind and each.kind == kind and each.decided is None) or each.id in named)


def _named(report: ExceptionsReport, beginning: str) -> IrregularFile:
    found = [each for each in report.files if each.id.startswith(beginning)]
    if len(found) != 1:
        raise NotFoundError(f"{len(found)} exceptions begin with {beginning}", code="no-such-exception", file=beginning)
    return found[0]


def _decided(view: CaseView) -> Mapping[str, Disposition]:
    return {id: each for id, each in standing(dispositions(view)).items() if each.outcome in OF_FILES}


def _irregular(view: CaseView) -> Iterator[IrregularFile]:
    decided = _decided(view)
    for seen in view.unreadable():
        id = replace(seen, path=storable(seen.path), channel=storable(seen.channel)).id  # as the store has it
        yield IrregularFile(id, place_of(view, seen), Reason.UNREADABLE, "", seen.reason, decided.get(id))
    yield from _not_whole(view, decided, with_paths=True)


def _not_whole(view: CaseView, decided: Mapping[str, Disposition], *, with_paths: bool) -> Iterator[IrregularFile]:
    """Yield what there is a document of, and what was excluded."""
    for each in view.outlines():
        if kind := each.reason or (WRONG_ENDING if is_wrong_ending(each.name, each.type) else ""):
            path = known_as(view, each.id) if with_paths else ""
            yield IrregularFile(each.id, path, kind, each.type, each.detail or _promise(kind, each.type), decided.get(each.id))
    excluded = (id for id, each in decided.items() if each.outcome is DispositionKind.EXCLUDED)
    yield from _excluded(view, excluded, decided, with_paths=with_paths)


def _excluded(view: CaseView, ids: Iterable[str], decided: Mapping[str, Disposition], *, with_paths: bool) -> Iterator[IrregularFile]:
    """Yield what was excluded, which no list of the case has any more."""
    for each in view.records([DocumentId(id) for id in ids]):
        path = known_as(view, each.id) if with_paths else ""
        yield IrregularFile(each.id, path, each.reason or WRONG_ENDING, each.type, each.detail, decided[each.id])


def _promise(kind: str, type: str) -> str:
    return f"its bytes are {type}" if kind == WRONG_ENDING else ""
