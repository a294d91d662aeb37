"""Reads a drawn share of a case again, in the sandbox, and holds what is stored against it."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any, Final

from kashf.domain.document import Reason, Status
from kashf.domain.entries.projections import in_order
from kashf.domain.ids import DocumentId
from kashf.domain.ledger import EntryKind, Fault
from kashf.ports.blobs import BlobStore
from kashf.ports.runtime import Sandbox
from kashf.ports.stages import ARCHIVE, DATES, LETTERS, LOGGED, MAIL, READ, DocumentStage, Job
from kashf.ports.views import DocumentRecord
from kashf.services.case.brought.known_as import known_as
from kashf.services.case.brought.whose_archive import look_for_signs
from kashf.services.case.messages import look_at
from kashf.services.case.open import OpenCase
from kashf.services.case.versions import READ_VERSION, archive_version, dates_version, letters_version, logged_version, mail_version
from kashf.services.dates.keep_dates import keep_dates
from kashf.services.ingest.joining.part_groups import is_candidate
from kashf.services.ingest.readers import HowToRead, Read, Readers
from kashf.services.ingest.rereading.borrowed_blobs import BorrowedBlobs
from kashf.services.ingest.rereading.compare_readings import differences
from kashf.services.letters.keep_letters import keep_letters
from kashf.services.letters.kept_lexicon import kept_lexicon
from kashf.services.registers.keep_logged import keep_logged

#: Fewest documents that are read again, where there are as many.
_LEAST: Final = 20
_REBUILD: Final = "kashf rebuild CASE"
#: How a reading may end on a machine that is busy, or without a password, whatever the file is.
_OF_THE_MACHINE: Final = frozenset({Reason.TIMEOUT, Reason.MEMORY, Reason.CRASHED, Reason.TOO_LARGE, Reason.ENCRYPTED})


@dataclass(frozen=True, slots=True)
class Drawing:
    """Which documents are read again.

    Args:
        share: Of all, in [0..1]; 1 for all.
        seed: By which they are drawn.
    """

    share: float
    seed: int


@dataclass(frozen=True, slots=True)
class Reread:
    """What came of reading a share of a case again.

    Args:
        asked: Documents that were drawn.
        of: Documents from which they were drawn: read, and neither destroyed nor set aside.
        seed: By which they were drawn; the same seed draws the same of the same case.
        same: Documents that read as they are stored.
        other_engines: Documents that other engines, or another version of kashf, had read and that read otherwise now; no fault.
        not_read: Documents of which nothing can be said: parts of a divided archive, shut, or too much for this machine just now.
        stages: Stages whose rows were computed again for the drawn documents and compared.
        faults: What is stored otherwise than it reads.
    """

    asked: int
    of: int
    seed: int
    same: int
    other_engines: int
    not_read: int
    stages: tuple[str, ...]
    faults: tuple[Fault, ...]


def draw(documents: Sequence[DocumentId], *, share: float, seed: int) -> tuple[DocumentId, ...]:
    """Return a share [0..1] of some documents, by chance, at least 20 where there are as many, in their order.

    >>> len(draw([DocumentId(str(n)) for n in range(1000)], share=0.05, seed=1)), len(draw([DocumentId("a")], share=0.05, seed=1))
    (50, 1)
    """
    count = min(len(documents), max(_LEAST, ceil(len(documents) * share)))
    return tuple(sorted(random.Random(seed).sample(sorted(documents), count)))  # noqa: S311  (a seed that is told is no secret)


def read_again(case: OpenCase, sandbox: Sandbox, how: HowToRead, *, aside: BlobStore, drawing: Drawing) -> Reread:
    """Read a share of a case again and compare it with what is stored; nothing is written to the case.

    Args:
        case: Which case.
        sandbox: Where files are opened.
        how: How many at once, and at what cost.
        aside: Where what is unpacked goes; thrown away afterwards.
        drawing: Which of its documents.

    Raises:
        SandboxError: There is no safe place to open files.
        UnfinishedError: The tables of the case wait to be made anew.
    """
    whole = [record for record in case.view.walk() if record.status not in {None, Status.DESTROYED}]
    drawn = draw([record.id for record in whole], share=drawing.share, seed=drawing.seed)
    records = {record.id: record for record in case.view.records(drawn)}
    faults: list[Fault] = []
    same = other = left = 0
    last = _last_versions(case)
    for read in _readings(case, sandbox, how, aside, records.values()):
        found = None if _is_of_machine(read, records[read.job.document]) else _compare(case, read)
        if found is None:
            left += 1
        elif not found:
            same += 1
        elif _is_of_others(read, records[read.job.document], last):
            other += 1
        else:
            faults += found
    stages, of_stages = _stages_again(case, drawn, last)
    return Reread(len(drawn), len(whole), drawing.seed, same, other, left, stages, (*faults, *of_stages))


def _readings(case: OpenCase, sandbox: Sandbox, how: HowToRead, aside: BlobStore, records: Iterable[DocumentRecord]) -> Iterable[Read]:
    jobs = [Job(each.id, READ, 1, 0, each.name, each.size_bytes) for each in records]
    with Readers(sandbox, BorrowedBlobs(case.blobs, aside), count=how.workers, limits=how.limits) as readers:
        readers.ask(jobs)
        while readers.under_way:
            yield from readers.next(timeout=1.0)


def _is_of_machine(read: Read, record: DocumentRecord) -> bool:
    reason = read.stored.reading.reason
    if is_candidate(record.name) and reason in {Reason.DIVIDED, Reason.DAMAGED}:
        return True  # it is read together with other parts
    return (reason in _OF_THE_MACHINE and reason != record.reason) or record.reason in {Reason.TOO_DEEP, Reason.DIVIDED, *_OF_THE_MACHINE}


def _compare(case: OpenCase, read: Read) -> list[Fault]:
    document = read.job.document
    stored = case.view.machine_reading(document)
    name = known_as(case.view, document)
    if stored is None:
        return [Fault("reading", document, "what was read of it", "missing", name)]
    found = differences(stored, read.stored.reading, stored_members=case.view.members(document), members=read.members)
    return [Fault("reading", document, f"{where}: {had} stored", f"read again: {has}", name, _REBUILD) for where, had, has in found]


def _is_of_others(read: Read, record: DocumentRecord, last: Mapping[str, str]) -> bool:
    """Return whether a document was read by other engines than those of now, or by another version of kashf."""
    return dict(record.engines) != dict(read.stored.reading.engines) or last.get(READ.name) != READ_VERSION


def _last_versions(case: OpenCase) -> Mapping[str, str]:
    """Return the versions by which stages last ran, by name."""
    versions = [entry.body.get("versions") for entry, _ in in_order(case.view.entries(kinds=(EntryKind.RUN,)))]
    return {str(name): str(version) for told in versions if isinstance(told, dict) for name, version in told.items()}


def _stages_again(case: OpenCase, drawn: Sequence[DocumentId], last: Mapping[str, str]) -> tuple[tuple[str, ...], list[Fault]]:
    """Compute the rows of stages again that need nothing but text and wait for none, and return those with what is stored otherwise."""
    lexicon = kept_lexicon(case)
    asked: dict[DocumentStage, tuple[str, Callable[[], Iterable[tuple[DocumentId, Sequence[Any]]]]]] = {
        MAIL: (mail_version(), lambda: look_at(case.view, drawn)),
        ARCHIVE: (archive_version(), lambda: look_for_signs(case.view, drawn)),
        LETTERS: (letters_version(lexicon), lambda: keep_letters(case.view, drawn, lexicon=lexicon)),
        LOGGED: (logged_version(), lambda: keep_logged(case.view, drawn)),
        DATES: (dates_version(lexicon), lambda: keep_dates(case.view, drawn, lexicon=lexicon)),
    }
    corrected = {str(entry.body.get("document")) for entry, _ in case.view.entries(kinds=(EntryKind.LETTER_CORRECTED,))}
    is_done = {stage: last.get(stage.name) == version and not case.view.count_waiting(stage) for stage, (version, _) in asked.items()}
    current = {stage: compute for stage, (_, compute) in asked.items() if is_done[stage]}
    faults: list[Fault] = []
    for stage, compute in current.items():
        stored: dict[DocumentId, list[tuple[Any, ...]]] = {id: [] for id in drawn}
        for id, row in case.view.stage_rows(stage, drawn):
            stored[id].append(tuple(row))
        for id, rows in compute():
            count = _count_unlike(stored[id], [tuple(row) for row in rows])
            if count and id not in corrected:  # what people corrected stands where the machine's was
                told = f"{count} rows differ", known_as(case.view, id), _REBUILD
                faults.append(Fault("reading", id, f"{stage.name}: {len(stored[id])} rows stored", *told))
    return tuple(stage.name for stage in current), faults


def _count_unlike(one: Sequence[tuple[Any, ...]], other: Sequence[tuple[Any, ...]]) -> int:
    return sum(left != right for left, right in zip(one, other, strict=False)) + abs(len(one) - len(other))
