"""Makes a case a second time beside itself, to be held against it; the case gets nothing. Imports wait until a function needs them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from kashf.bootstrap.cases import records_of, temporary_blobs
from kashf.services.case.open import WritableCase

if TYPE_CHECKING:
    from kashf.domain.ids import DocumentId
    from kashf.ports.stages import DocumentStage
    from kashf.services.case.open import OpenCase
    from kashf.services.ingest.rereading.compare_tables import TwoMakings
    from kashf.settings import Settings


@contextmanager
def made_twice(
    case: OpenCase, folder: Path, *, settings: Settings, drawn: Sequence[DocumentId] | None, versions: Mapping[DocumentStage, str]
) -> Iterator[TwoMakings]:
    """Give a case as it is at one moment, and a copy of it in which some documents, or all, wait to be made anew.

    Args:
        case: Which case.
        folder: Where the copy lies, which the caller throws away.
        settings: Who is at work.
        drawn: The documents that are made anew; None for all that was received, from ledger and bytes alone.
        versions: Of the stages of this kashf.

    Raises:
        NoSpaceError: There is no room for the copy.
        UnfinishedError: The tables of the case wait to be made anew.
    """
    from kashf.adapters.clock import SystemClock
    from kashf.adapters.index import TantivyIndex
    from kashf.adapters.records.copying.copied_moment import copy_records
    from kashf.adapters.records.copying.taken_anew import take_anew
    from kashf.adapters.records.sealing.rows_by_id import SqlRowsById
    from kashf.adapters.records.store import SqlStore, open_view
    from kashf.ports.stages import STAGES
    from kashf.services.ingest.rereading.borrowed_blobs import BorrowedBlobs
    from kashf.services.ingest.rereading.borrowed_notes import BorrowedNotes
    from kashf.services.ingest.rereading.compare_tables import TwoMakings
    from kashf.services.ledger.custody import rebuild

    where = records_of(case.path, case.label) if case.label else case.path / "case.db"
    with ExitStack() as stack:
        before = stack.enter_context(closing(open_view(where)))
        stack.enter_context(before.snapshot())  # what others write meanwhile is no fault
        copy = copy_records(before, where, folder / "case.db")
        if drawn is not None:
            take_anew(copy, drawn, {stage.name: version for stage, version in versions.items()})
        store = stack.enter_context(closing(SqlStore(copy)))
        view = stack.enter_context(closing(open_view(copy)))
        blobs, notes = BorrowedBlobs(case.blobs, temporary_blobs(folder)), BorrowedNotes(case.sealed)
        index = TantivyIndex(folder / "index")
        reading = replace(case, view=view, index=index, blobs=blobs, sealed=notes, caches=folder / "cache")
        again = WritableCase(reading, store, settings.device(), settings.actor, SystemClock())
        if drawn is None:
            rebuild(again)
        yield TwoMakings(replace(case, view=before), again, SqlRowsById(before.sql, STAGES), SqlRowsById(view.sql, STAGES))
