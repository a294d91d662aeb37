"""Has texts looked through in sandbox workers, several batches at once, and hands back checked findings in the order of asking."""

from __future__ import annotations

import json
import secrets
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from types import TracebackType
from typing import Final, Self

from kashf.domain.document import Reason
from kashf.domain.ids import DocumentId
from kashf.errors import UnfinishedError
from kashf.ports.counted.received_costs import NO_COST, Cost
from kashf.ports.engines import Limits
from kashf.ports.runtime import Outcome, Sandbox, Task, Worker
from kashf.ports.stages import INDEX, NAMES
from kashf.ports.taggers import TaggerKit
from kashf.services.ingest.budgets.budget_book import BudgetBook
from kashf.services.ingest.looking.check_found import Found, check_found
from kashf.services.ingest.looking.crew import Crew
from kashf.services.ingest.looking.found_parts import FoundParts
from kashf.services.ingest.looking.sent_texts import SentText, packed
from kashf.services.ingest.warming import WarmingWorker

#: Bytes of text looked through in a second, by a slow machine that does other things too; ours alone does ten times as many.
_BYTES_A_SECOND: Final = 20_000
#: Bytes of memory that what is found in a byte of text may take.
_MEMORY_A_BYTE: Final = 40
#: Bytes of a document from which on what is found in it comes in parts: below, all of it at once takes some ten times as many.
_LONG_BYTES: Final = 1_000_000
#: Bytes of all parts of an answer, as many as of an answer that comes whole.
_PARTS_BYTES: Final = 256 << 20
#: Texts up to which a worker begins cold: to make all tables takes as long as to look through twenty.
_FEW: Final = 3
#: What a stage is called where it could not be done.
_UNDONE: Final = "{}: {}"


@dataclass(frozen=True, slots=True)
class Looked:
    """What came of one document.

    Args:
        document: Which.
        found: Rows by stage; a stage that failed is not there.
        reason: Why one failed; None where none did.
        detail: Which did and why, for a person.
        failed: The names of those that did.
        cost: What it took.
        is_cut: Whether something is left out since the received file that it came in had cost what it may.
    """

    document: DocumentId
    found: Found
    reason: Reason | None = None
    detail: str = ""
    failed: tuple[str, ...] = ()
    cost: Cost = NO_COST
    is_cut: bool = False


@dataclass(slots=True)
class _Batch:
    number: int
    sent: tuple[SentText, ...]


class TextCrew:
    """Workers that look through texts.

    Args:
        sandbox: Makes the workers.
        kit: What finds names.
        count: How many work at once.
        limits: What one batch may cost.
        bell: Set whenever there is a result.
        book: What received files may cost; what it does not know is not counted.
    """

    def __init__(
        self,
        sandbox: Sandbox,
        kit: TaggerKit,
        *,
        count: int,
        limits: Limits,
        bell: threading.Event | None = None,
        book: BudgetBook | None = None,
    ) -> None:
        self._kit = kit
        #: Returns which of so many texts that were looked through together is looked through alone as well; nobody can know before.
        self.draw: Callable[[int], int] = secrets.randbelow
        self.book = book or BudgetBook()
        self._limits = limits
        self._sandbox = sandbox
        self._crew: Crew[_Batch, tuple[int, tuple[Looked, ...]]] = Crew(
            "texts", count=count, make=self._new_worker, do=self._look, bell=bell
        )
        self._model_lock = threading.Lock()
        self._is_model_loaded = False
        self._texts = 0
        self._asked = 0
        self._handed_back = 0
        self._early: dict[int, tuple[Looked, ...]] = {}

    def __enter__(self) -> Self:
        """Start; workers start when there is something to do."""
        self._crew.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """End the workers; after an error, what was not begun is left."""
        self._crew.end(is_broken=error is not None, seconds=self._limits.seconds if error is None else 5)

    @property
    def bell(self) -> threading.Event:
        """Set whenever there is a result."""
        return self._crew.bell

    @property
    def under_way(self) -> int:
        """How many batches were not handed back yet."""
        return self._asked - self._handed_back

    def ask(self, sent: Sequence[SentText]) -> None:
        """Have documents looked through together."""
        self._texts += len(sent)
        self._crew.ask(_Batch(self._asked, tuple(sent)))
        self._asked += 1

    def next(self) -> tuple[Looked, ...]:
        """Return the next batch in the order of asking, as soon as it is there; nothing before.

        Raises:
            KashfError: What a thread met that is no fault of a text.
        """
        while done := self._crew.next(timeout=0):
            self._early[done[0]] = done[1]
        looked = self._early.pop(self._handed_back, None)
        if looked is None:
            return ()
        self._handed_back += 1
        return looked

    def _new_worker(self) -> Worker:
        make = partial(self._sandbox.text_worker, english_model=self._kit.english_model)
        return WarmingWorker(lambda is_warm: make(is_warm=is_warm), lambda: self._texts > _FEW)

    def _look(self, worker: Worker, batch: _Batch) -> tuple[int, tuple[Looked, ...]]:
        with self._model_lock:
            if self._kit.learnt is not None and not self._is_model_loaded:
                self._load_model(worker)
        return batch.number, tuple(self._looked(worker, batch.sent))

    def _load_model(self, worker: Worker) -> None:
        """Have what was learnt in the case loaded once without any text: it lay in the case's folder, where others may have written.

        Raises:
            UnfinishedError: It cannot be loaded.
        """
        if self._asked_and_checked(worker, ())[1] is None:
            raise UnfinishedError(
                "what was learnt from this case's names cannot be loaded (cache/learned-names); delete it, or learn again",
                code="learnt-unreadable",
            )
        self._is_model_loaded = True

    def _looked(self, worker: Worker, sent: Sequence[SentText]) -> Iterator[Looked]:
        """Yield what came of some documents, as they were sent; one that cannot be looked through costs only itself.

        One that is drawn is looked through alone as well. Where something else is found then, one of the texts has spoken for others.
        """
        outcome, found = self._asked_and_checked(worker, sent)
        if found and (len(sent) == 1 or self._is_found_alone(worker, sent, found)):
            each_seconds = self._spread(outcome.seconds, sent)
            for each, rows, seconds in zip(sent, found, each_seconds, strict=True):
                yield self._within_budget(Looked(each.record.id, rows), seconds)
        elif len(sent) > 1:
            for each in sent:
                yield from self._looked(worker, (each,))
        else:
            yield self._stage_by_stage(worker, sent[0], outcome)

    def _is_found_alone(self, worker: Worker, sent: Sequence[SentText], found: Sequence[Found]) -> bool:
        drawn = self.draw(len(sent))
        alone = (sent[drawn],)
        _, again = self._asked_and_checked(worker, alone)
        return again is not None and again[0] == found[drawn]

    def _stage_by_stage(self, worker: Worker, sent: SentText, whole: Outcome) -> Looked:
        """Return what came of a document that failed: what the stages find that do not, in no more time together than it had."""
        done: dict[str, Found] = {}
        faults: dict[str, Outcome] = {}
        left = self._limits_of((sent,), len(packed((sent,)))).seconds
        seconds = whole.seconds
        for place, name in enumerate(sent.stages):
            alone = (sent.only(name),)
            outcome, found = self._asked_and_checked(worker, alone, seconds=left / (len(sent.stages) - place))
            left, seconds = left - outcome.seconds, seconds + outcome.seconds
            if found:
                done[name] = found[0]
            else:
                faults[name] = outcome
        rows: Found = {stage: rows for found in done.values() for stage, rows in found.items()}
        if not faults:
            return self._within_budget(Looked(sent.record.id, rows), seconds)
        detail = "; ".join(_UNDONE.format(name, fault.detail or "the answer is not well formed") for name, fault in faults.items())
        reason = next(fault.reason or Reason.CRASHED for fault in faults.values())
        return self._within_budget(Looked(sent.record.id, rows, reason, detail, tuple(faults)), seconds)

    def _spread(self, seconds: float, sent: Sequence[SentText]) -> list[float]:
        """Return the share of each document in the time of all."""
        sizes = [1 + sum(len(page.text) for page in each.pages) for each in sent]
        return [seconds * size / sum(sizes) for size in sizes]

    def _within_budget(self, looked: Looked, seconds: float) -> Looked:
        """Return what came of a document without the rows that are more than it, or the received file that it came in, may have."""
        document, is_known = looked.document, self.book.has(self.book.received(looked.document))
        left = self.book.left(document) if is_known else Cost(names=self._limits.rows, rows=self._limits.rows)
        found, cuts = dict(looked.found), []
        counts = {"names": 0, "rows": 0}
        for stage, rows in looked.found.items():
            if stage == INDEX:
                continue
            kind = "names" if stage == NAMES else "rows"
            most = max(0, min(self._limits.rows, getattr(left, kind) - counts[kind]))
            if stage == NAMES:
                most = min(most, self.book.names_within(document, rows[:most]))
            if len(rows) > most:
                found[stage] = rows[:most]
                cuts.append(f"{stage.name}: the first {most:,} are kept")
            counts[kind] += len(found[stage])
        cost = Cost(seconds, **counts)
        if is_known:
            self.book.spend(document, cost)
        if not cuts:
            return replace(looked, cost=cost)
        detail = "; ".join((*cuts, *([looked.detail] if looked.detail else [])))
        return replace(looked, found=found, reason=looked.reason or Reason.TOO_LARGE, detail=detail, cost=cost, is_cut=True)

    def _limits_of(self, sent: Sequence[SentText], size_bytes: int) -> Limits:
        """Return what it may cost to look through some documents; one alone no more than is left to the received file that it came in."""
        limits = limits_for(self._limits, size_bytes)
        documents = [each.record.id for each in sent if self.book.has(self.book.received(each.record.id))]
        if len(sent) > 1 or not documents:
            return limits
        return replace(limits, seconds=min(limits.seconds, self.book.left(documents[0]).seconds))

    def _asked_and_checked(
        self, worker: Worker, sent: Sequence[SentText], *, seconds: float | None = None
    ) -> tuple[Outcome, tuple[Found, ...] | None]:
        """Return how it went, and what was found in documents; None where they were not looked through, or that is not well formed."""
        parts = FoundParts()
        task = self._task(sent, seconds=seconds)
        outcome = worker.run(task, members=parts if task.params["in_parts"] else None)
        if outcome.reason is not None:
            return outcome, None
        try:
            return replace(outcome, untrusted_answer=None), check_found(outcome.untrusted_answer, sent, parts.take())
        except ValueError:
            return outcome, None

    def _task(self, sent: Sequence[SentText], *, seconds: float | None) -> Task:
        documents = packed(sent)
        kit = self._kit
        limits = self._limits_of(sent, len(documents))
        said = {
            "accepted": [[*each] for each in kit.accepted],
            "english_model": kit.english_model,
            "is_learnt": kit.learnt is not None,
            "lexicon": kit.lexicon.as_json(),
        }
        payloads = (json.dumps(said, ensure_ascii=False).encode("utf-8", "surrogatepass"), kit.learnt or b"", documents)
        limits = replace(limits, seconds=min(limits.seconds, seconds)) if seconds is not None else limits
        in_parts = len(sent) == 1 and len(documents) >= _LONG_BYTES
        return Task("look", (), {"in_parts": in_parts}, limits, payloads)


def limits_for(limits: Limits, size_bytes: int) -> Limits:
    """Return what a batch of this size may cost: a long text has more names, and takes longer, than a short one.

    >>> limits_for(Limits(), 2_000_000).seconds
    220.0
    """
    seconds = limits.seconds + size_bytes / _BYTES_A_SECOND
    memory_bytes = limits.memory_bytes + _MEMORY_A_BYTE * size_bytes
    return replace(limits, seconds=seconds, memory_bytes=memory_bytes, unpacked_bytes=_PARTS_BYTES)
