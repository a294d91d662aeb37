"""From paths to searchable text: receive, read, index; killed at any moment, it goes on where it stopped."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import kashf
from kashf.domain.date import UNDATED, FuzzyDate
from kashf.domain.document import Sighting
from kashf.domain.entries.delivery import Collection
from kashf.domain.ids import DocumentId, EntryId, Json
from kashf.domain.ledger import EntryKind
from kashf.domain.letters.letter_lexicon import NO_LEXICON, LetterLexicon
from kashf.intake.paths import display_path
from kashf.intake.receive import Batch, find_files, receive, write_manifest
from kashf.ports.runtime import Sandbox
from kashf.ports.stages import ARCHIVE, DATES, INDEX, LETTERS, LOGGED, MAIL, NAMES, QUOTES, READ, CaseStage, DocumentStage
from kashf.ports.stores import UnitOfWork
from kashf.ports.taggers import Tagger, TaggerKit
from kashf.ports.views import Totals
from kashf.services.case.brought.raised_budgets import times_decided
from kashf.services.case.documents import status
from kashf.services.case.open import WritableCase
from kashf.services.case.versions import (
    INDEX_VERSION,
    READ_VERSION,
    archive_version,
    dates_version,
    letters_version,
    logged_version,
    mail_version,
    names_version,
    tagger_versions,
)
from kashf.services.ingest.budgets.budget_book import BudgetBook
from kashf.services.ingest.changes import take_up_again, try_again
from kashf.services.ingest.joining.check_archived import check_archived
from kashf.services.ingest.joining.join import join_parts
from kashf.services.ingest.looking.find_in_texts import TEXT_STAGES
from kashf.services.ingest.looking.index_stage import IndexWork
from kashf.services.ingest.looking.look_stage import LookWork
from kashf.services.ingest.looking.text_crew import TextCrew
from kashf.services.ingest.opening.keyring import Keyring
from kashf.services.ingest.opening.unsafe_parsing import note_grade
from kashf.services.ingest.quote_stage import QuoteWork
from kashf.services.ingest.read_stage import ReadWork
from kashf.services.ingest.readers import HowToRead, Readers
from kashf.services.ingest.stage_work import Progress, Report, StageWork
from kashf.services.ingest.taken_up import OnlyNew, tell_new
from kashf.services.ingest.taking_in.received import Received, documents_aside, new_documents, with_batch
from kashf.services.ingest.tombstones import destroyed
from kashf.services.ingest.whole.case_stages import run_case_stages
from kashf.services.ledger.checking.unnamed_blobs import settle_blobs
from kashf.services.ledger.code_names import enter_source, list_sources, taken_code_name
from kashf.services.ledger.custody import bring_forward
from kashf.services.ledger.passwords import kept_passwords
from kashf.services.ledger.place_decisions import keep_quotes
from kashf.services.ledger.record import record
from kashf.services.ledger.vault.keep_note import keep_note
from kashf.services.letters.kept_lexicon import kept_lexicon

#: Seconds to wait for workers when there is nothing to do here, at most: what was read is kept as often.
_PATIENCE_SECONDS = 1.0
#: Keeps what could name a source, and returns what receipts hold of it.
_Seal = Callable[[UnitOfWork], Mapping[str, Json]]


@dataclass(frozen=True, slots=True)
class Delivery:
    """What was said about the files that are received.

    Args:
        channel: Who passed them on, by the code name the case has for them.
        received: When they came into our hands, if not today.
        note: Free words of the person who receives them; sealed, with the paths on this machine.
        collection: What they are to the case.
    """

    channel: str
    received: FuzzyDate = UNDATED
    note: str = ""
    collection: Collection = Collection.LEAK


def add(case: WritableCase, paths: Sequence[Path], delivery: Delivery, *, report: Report) -> Received:
    """Receive files and record where they came from; nothing is opened yet.

    A path that was received before from the same channel with the same bytes is not recorded again, so that an interrupted run
    is taken up by running it again.

    Raises:
        BadPathError: A path does not exist.
        UsageError: The source is new, and its code name may tell who it is.
        NoSpaceError: The disk is full; what was received is safe.
    """
    found = find_files(paths, leave_out=case.reading.path)
    batches = receive(found, channel=delivery.channel, blobs=case.reading.blobs, refused=destroyed(case.reading.view))
    given: list[Json] = [display_path(os.fsencode(path.resolve()))[0] for path in paths]
    return take_in(case, batches, delivery, note={"note": delivery.note, "given": given}, report=report)


def take_in(case: WritableCase, batches: Iterable[Batch], delivery: Delivery, *, note: Mapping[str, Json], report: Report) -> Received:
    """Record batches that were received, and what is said of all of them.

    Args:
        case: Which case.
        batches: Each durable when it is given; none is asked for before the source's code name was looked at.
        delivery: What was said about the files.
        note: What could name a source: kept in the vault, once, and only if there is anything new.
        report: Told how far it is.

    Raises:
        UsageError: The source is new, and its code name may tell who it is.
        NoSpaceError: The disk is full; what was received is safe.
    """
    taken_code_name(list_sources(case.reading), delivery.channel)
    bring_forward(case)
    sum_up, kept = Received(), dict[str, Json]()

    def seal(uow: UnitOfWork) -> Mapping[str, Json]:
        if not kept:
            kept.update(keep_note(case, uow, note))
        return kept

    new_of = tell_new(case.reading.view)
    for batch in batches:
        new, aside = new_documents(case.reading.view, batch), documents_aside(case.reading.view, batch)
        receipt = _record_batch(case, batch, delivery, seal=seal, new_of=new_of)
        sum_up = with_batch(case.reading.view, sum_up, batch, receipt, new=new, was_aside=aside)
        report(Progress("receive", sum_up.files))
    return sum_up


def process(  # noqa: PLR0913  (how a run goes, told once)
    case: WritableCase,
    sandbox: Sandbox,
    how: HowToRead,
    *,
    kit: TaggerKit,
    report: Report,
    may_wait: bool = False,
    leaves_whole: bool = False,
) -> Totals:
    """Read and index what is waiting, look for names in it, join those that are one, and return where everything stands afterwards.

    Args:
        case: Which case.
        sandbox: Where files are opened, and their texts looked through.
        how: How they are read.
        kit: What finds names; with others than last time, every text is looked through again.
        report: Told how far it is.
        may_wait: Whether what is learned of all documents together may wait where few are new; answers say so until it is done.
        leaves_whole: Whether it is left out, whatever is new.

    Raises:
        SandboxError: There is no safe place to open files.
        NoSpaceError: The disk is full; what was read is safe.
    """
    keep_quotes(case)
    bring_forward(case)
    case.reading.blobs.sweep()
    settle_blobs(case)
    kit = replace(kit, lexicon=kept_lexicon(case.reading))
    keyring = Keyring(how.passwords, kept_passwords(case.reading))
    refused, book = destroyed(case.reading.view), BudgetBook(times_decided(case.reading.view))
    with (
        Readers(sandbox, case.reading.blobs, count=how.workers, limits=how.limits, refused=refused, keyring=keyring, book=book) as readers,
        TextCrew(sandbox, kit, count=how.workers, limits=how.limits, bell=readers.bell, book=book) as crew,
    ):
        versions = run_versions(kit)
        texts = {stage: versions[stage] for stage in TEXT_STAGES}
        take_up_again(case, versions, readers, report)
        if how.retry_failed:
            _retry_failed(case)
        if how.passwords:
            try_again(case)
        reading = ReadWork(case, readers, how.workers, report, waiting=case.reading.view.totals().waiting)
        if case.reading.view.totals().waiting or case.reading.view.totals().names_waiting:
            note_grade(case, sandbox.grade)
        with closing(case.reading.index.writer()) as writer:
            indexing, quotes = IndexWork(case, writer, report), QuoteWork(case, report, mail_version())
            looking = LookWork(case, crew, texts, how.workers, report, indexing)
            _go((reading, looking, indexing, quotes), bell=readers.bell, more=lambda: join_parts(case, readers) > 0)
    settle_blobs(case)
    check_archived(case)
    run_case_stages(case, may_wait=may_wait, leaves_whole=leaves_whole, report=partial(_tell, report))
    after = status(case.reading)
    done = {READ: reading.done, **looking.done, QUOTES: quotes.done}
    if any(done.values()):
        _record_run(
            case, versions, done, after, {"sandbox": sandbox.grade, "opened": reading.opened, "taggers": tagger_versions(kit.taggers)}
        )
    return after


def _tell(report: Report, stage: CaseStage, done: int, total: int) -> None:
    report(Progress(stage.name, done, total))


def run_versions(kit: TaggerKit) -> dict[DocumentStage, str]:
    """Return the stages that documents go through before any is of the whole case, each with the version of what does it."""
    return {READ: READ_VERSION, **text_versions(kit.taggers, kit.lexicon), QUOTES: mail_version()}


def text_versions(taggers: Sequence[Tagger], lexicon: LetterLexicon = NO_LEXICON) -> dict[DocumentStage, str]:
    """Return the stages that need nothing but what was read, each with the version of what does it."""
    versions = {INDEX: INDEX_VERSION, MAIL: mail_version(), NAMES: names_version(taggers), ARCHIVE: archive_version()}
    versions |= {LETTERS: letters_version(lexicon), LOGGED: logged_version(), DATES: dates_version(lexicon)}
    return {stage: versions[stage] for stage in TEXT_STAGES}


def _go(works: Sequence[StageWork], *, bell: threading.Event, more: Callable[[], bool]) -> None:
    """Work until nothing waits.

    Args:
        works: The stages.
        bell: Rung when workers have something.
        more: Asked when all is done; returns whether it brought more to do.
    """
    while True:
        if _go_round(works):
            continue
        if any(work.is_busy for work in works):
            bell.wait(_PATIENCE_SECONDS)
            bell.clear()
        elif not more():
            break
    for work in works:
        work.finish()


def _go_round(works: Sequence[StageWork]) -> bool:
    """Let each stage work a little, and return whether any has more to do here."""
    has_worked, is_idle = False, True
    for work in works:
        has_worked = work.go_on(is_idle=is_idle) or has_worked
        is_idle = is_idle and not has_worked and not work.is_busy
    return has_worked


def _retry_failed(case: WritableCase) -> None:
    with case.store.unit() as uow:
        uow.reopen(READ, unless_version=READ_VERSION, failed=True)
        uow.commit()


def _record_batch(
    case: WritableCase, batch: Batch, delivery: Delivery, *, seal: Callable[[UnitOfWork], Mapping[str, Json]], new_of: OnlyNew
) -> EntryId | None:
    with case.store.unit() as uow:
        fresh = new_of(uow.unseen(batch.sightings))
        if not fresh:
            return None
        draft = case.reading.blobs.draft()
        manifest = write_manifest(fresh, draft=draft)
        source = enter_source(case, uow, delivery.channel)
        case.reading.blobs.keep([draft])
        receipt = record(case, uow, EntryKind.RECEIPT, {**_receipt(fresh, delivery, manifest), "source": source.id, **seal(uow)})
        uow.sight(fresh, receipt=receipt, depth=0)
        uow.commit()
    return receipt


def _receipt(fresh: Sequence[Sighting], delivery: Delivery, manifest: DocumentId) -> dict[str, Json]:
    return {
        "channel": delivery.channel,
        "collection": delivery.collection,
        "received": delivery.received.edtf() or None,
        "manifest": manifest,
        "files": len(fresh),
        "bytes": sum(sighting.size_bytes for sighting in fresh),
        "unreadable": sum(1 for sighting in fresh if sighting.document is None),
        "tool": f"kashf {kashf.__version__}",
    }


def _record_run(
    case: WritableCase, versions: Mapping[DocumentStage, str], done: Mapping[DocumentStage, int], after: Totals, beside: Mapping[str, Json]
) -> None:
    body: dict[str, Json] = {
        "tool": f"kashf {kashf.__version__}",
        "versions": {stage.name: version for stage, version in versions.items()},
        **beside,
        "done": {stage.name: count for stage, count in done.items()},
        "found": after.found,
        "waiting": after.waiting,
        **({"index": digest} if (digest := case.reading.index.digest()) else {}),
    }
    with case.store.unit() as uow:
        record(case, uow, EntryKind.RUN, body)
        uow.commit()
    case.reading.index.settle()
