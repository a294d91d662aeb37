"""Makes a drawn share of a case again, in the sandbox, and holds what is stored against it."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import Final

from kashf.domain.document import Origin, Reading, Reason, Sighting, Status
from kashf.domain.entries.projections import in_order
from kashf.domain.ids import DocumentId
from kashf.domain.ledger import EntryKind, Fault
from kashf.ports.runtime import Sandbox
from kashf.ports.stages import READ, DocumentStage
from kashf.ports.taggers import TaggerKit
from kashf.ports.views import CaseView
from kashf.services.case.brought.known_as import known_as
from kashf.services.case.open import OpenCase
from kashf.services.ingest.process import process, run_versions
from kashf.services.ingest.readers import HowToRead
from kashf.services.ingest.rereading.compare_readings import differences
from kashf.services.ingest.rereading.compare_tables import REBUILD, ToCompare, TwoMakings, compare_tables
from kashf.services.letters.kept_lexicon import kept_lexicon

#: Fewest documents that are read again, where there are as many.
_LEAST: Final = 20
#: Documents of a case up to which what is learned of all of them together is computed again for a share of them, too.
SMALL_PILE: Final = 2000
#: How a reading may end on a machine that is busy, whatever the file is.
_OF_THE_MACHINE: Final = frozenset({Reason.TIMEOUT, Reason.MEMORY, Reason.CRASHED, Reason.TOO_LARGE})


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
class Drawn:
    """The documents that are read again.

    Args:
        documents: Which, by id.
        of: From how many they were drawn: read, and neither destroyed nor set aside.
        seed: By which they were drawn.
        is_all: Whether it is all, so that the whole case is made again from ledger and bytes.
    """

    documents: tuple[DocumentId, ...]
    of: int
    seed: int
    is_all: bool


@dataclass(frozen=True, slots=True)
class Reread:
    """What came of reading a share of a case again.

    Args:
        asked: Documents that were drawn.
        of: Documents from which they were drawn: read, and neither destroyed nor set aside.
        seed: By which they were drawn; the same seed draws the same of the same case.
        same: Documents that read as they are stored.
        other_engines: Documents that other engines, or another version of kashf, had read and that read otherwise now; no fault.
        not_read: Documents of which nothing can be said: too much for this machine just now, or then.
        shut: Documents that were not opened again, or in part, for want of a password.
        typed: Documents that hold what people typed or decided: it is taken from the ledger, and what machines read is compared.
        stages: Stages whose rows were computed again and compared.
        whole: What was made of the whole case, computed again and compared, in words.
        left: What was not compared again, each with why.
        faults: What is stored otherwise than it reads.
    """

    asked: int
    of: int
    seed: int
    same: int
    other_engines: int
    not_read: int
    shut: int
    typed: int
    stages: tuple[str, ...]
    whole: tuple[str, ...]
    left: tuple[str, ...]
    faults: tuple[Fault, ...]


def draw(documents: Sequence[DocumentId], *, share: float, seed: int) -> tuple[DocumentId, ...]:
    """Return a share [0..1] of some documents, by chance, at least 20 where there are as many, in their order.

    >>> len(draw([DocumentId(str(n)) for n in range(1000)], share=0.05, seed=1)), len(draw([DocumentId("a")], share=0.05, seed=1))
    (50, 1)
    """
    count = min(len(documents), max(_LEAST, ceil(len(documents) * share)))
    return tuple(sorted(random.Random(seed).sample(sorted(documents), count)))  # noqa: S311  (a seed that is told is no secret)


def draw_documents(case: OpenCase, drawing: Drawing) -> Drawn:
    """Return the documents of a case that are to be read again.

    Raises:
        UnfinishedError: The tables of the case wait to be made anew.
    """
    whole = [record.id for record in case.view.walk() if record.status not in {None, Status.DESTROYED}]
    return Drawn(draw(whole, share=drawing.share, seed=drawing.seed), len(whole), drawing.seed, drawing.share >= 1)


def versions_now(case: OpenCase, kit: TaggerKit) -> Mapping[DocumentStage, str]:
    """Return the versions by which stages of a case would run now."""
    return run_versions(replace(kit, lexicon=kept_lexicon(case)))


def read_again(two: TwoMakings, sandbox: Sandbox, how: HowToRead, *, kit: TaggerKit, drawn: Drawn) -> Reread:
    """Read what waits in the second making of a case, and hold the first against it; nothing is written to the first.

    Args:
        two: The case, and its second making.
        sandbox: Where files are opened and texts looked through.
        how: How many at once, and at what cost.
        kit: What finds names.
        drawn: Which of its documents wait.

    Raises:
        SandboxError: There is no safe place to open files.
    """
    is_small = drawn.is_all or drawn.of <= SMALL_PILE
    process(two.again, sandbox, how, kit=kit, report=lambda _: None, leaves_whole=not is_small)
    now = versions_now(two.stored, kit)
    judged = _Judging(two, _last_versions(two.stored), now[READ])
    faults = [fault for id in drawn.documents for fault in judged.faults_of(id)]
    compared = [id for id in drawn.documents if id not in judged.unsettled]
    why = "" if is_small else f"more than {SMALL_PILE:,} documents, so that it takes --all"
    waiting = two.stored.view.totals()
    if not why and (waiting.waiting or waiting.names_waiting or waiting.uncompared):
        why = "documents wait in the case; `kashf process` goes on with them"
    if not why and judged.unsettled:
        why = f"{len(judged.unsettled)} documents could not be read again as they were"
    stale = {stage.name for stage, version in now.items() if judged.last.get(stage.name, version) != version}
    tables = compare_tables(two, ToCompare(compared, frozenset(judged.told), frozenset(stale), why, drawn.is_all))
    return Reread(
        asked=len(drawn.documents),
        of=drawn.of,
        seed=drawn.seed,
        same=judged.same,
        other_engines=judged.others,
        not_read=judged.of_machine,
        shut=judged.shut,
        typed=judged.typed,
        stages=tables.stages,
        whole=tables.whole,
        left=tables.left,
        faults=(*faults, *tables.faults),
    )


class _Judging:
    """Holds the readings of documents against one another, and counts.

    Args:
        two: The case, and its second making.
        last: Versions by which stages last ran in it, by name.
        reading: The version of reading now.
    """

    def __init__(self, two: TwoMakings, last: Mapping[str, str], reading: str) -> None:
        self._two, self.last, self._reading = two, last, reading
        self.same = self.others = self.of_machine = self.shut = self.typed = 0
        #: Documents of which a reading says nothing, and those of which it was said already what differs.
        self.unsettled: set[DocumentId] = set()
        self.told: set[DocumentId] = set()

    def faults_of(self, document: DocumentId) -> list[Fault]:
        """Return in what a document reads otherwise than it is stored."""
        stored, again = self._two.stored.view, self._two.again.reading.view
        had, has = stored.machine_reading(document), again.machine_reading(document)
        name = known_as(stored, document)
        if had is None or has is None:
            self.told.add(document)
            what = ("what was read of it", "missing") if had is None else ("a document", "nothing that was received brings it")
            return [Fault("reading", document, *what, name, REBUILD)]
        self.typed += any(page.origin is Origin.TRANSCRIPTION for page in stored.pages(document))
        inside = stored.members(document), again.members(document)
        found = list(differences(had, has, stored_members=inside[0], members=inside[1]))
        if _is_shut(has, inside[1]):
            self.shut += 1
        elif {had.reason, has.reason} & _OF_THE_MACHINE:
            self.of_machine += 1
        elif found and self._is_of_others(stored, document, has):
            self.others += 1
        elif found:
            self.told.add(document)
            return [Fault("reading", document, f"{where}: {was} stored", f"read again: {now}", name, REBUILD) for where, was, now in found]
        else:
            self.same += 1
            return []
        if found or had.reason != has.reason:
            self.unsettled.add(document)
        return []

    def _is_of_others(self, view: CaseView, document: DocumentId, has: Reading) -> bool:
        """Return whether a document was read by other engines than those of now, or by another version of kashf."""
        engines = {name: version for record in view.records([document]) for name, version in record.engines.items()}
        return engines != dict(has.engines) or self.last.get(READ.name) != self._reading


def _is_shut(reading: Reading, members: Sequence[Sighting]) -> bool:
    return reading.reason is Reason.ENCRYPTED or any(seen.reason == Reason.ENCRYPTED for seen in members)


def _last_versions(case: OpenCase) -> Mapping[str, str]:
    """Return the versions by which stages last ran, by name."""
    versions = [entry.body.get("versions") for entry, _ in in_order(case.view.entries(kinds=(EntryKind.RUN,)))]
    return {str(name): str(version) for told in versions if isinstance(told, dict) for name, version in told.items()}
