"""Stand-ins for what lies behind the ports, small enough to be read at a glance."""

from __future__ import annotations

import datetime as dt
import io
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from kashf.domain.decisions import Judged, history, standing
from kashf.domain.document import Page, Sighting
from kashf.domain.entity import Judgement, MentionType, NameKey, PlacedMention
from kashf.domain.ids import DocumentId, EntryId, SightingId
from kashf.domain.ledger import Entry
from kashf.errors import CaseLockedError, NotAllowedError, NotFoundError
from kashf.ports.blobs import BlobDraft
from kashf.ports.mentions import NameTotal, Resolution
from kashf.ports.resolutions import Membership, NamePair
from kashf.ports.runtime import MemberWriter, Outcome, Task
from kashf.ports.search import IndexQuery, IndexWriter, PassageHits
from kashf.ports.stores import CopyGroup, DocumentRecord, Totals


@dataclass
class FakeClock:
    """Stands still until it is set."""

    time: dt.datetime = dt.datetime(2016, 5, 2, 9, 30, tzinfo=dt.UTC)

    def now(self) -> dt.datetime:
        return self.time


@dataclass
class FakeIndex:
    """Answers every query with the same passages and facets."""

    answers: PassageHits = field(default_factory=lambda: PassageHits((), 0))
    counts: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    asked: list[IndexQuery] = field(default_factory=list)
    is_readable: bool = True

    def writer(self) -> IndexWriter:
        raise CaseLockedError("a fake index takes nothing in")

    def is_whole(self) -> bool:
        return self.is_readable

    def search(self, query: IndexQuery, *, limit: int, offset: int = 0, marked: bool = False) -> PassageHits:
        self.asked.append(query)
        return PassageHits(self.answers.hits[offset : offset + limit], self.answers.total)

    def facets(self, query: IndexQuery, *, marked: bool = False) -> Mapping[str, Mapping[str, int]]:
        return self.counts

    def size_bytes(self) -> int:
        return 0

    def clear(self) -> None:
        self.answers = PassageHits((), 0)


@dataclass
class FakeBlobs:
    """Bytes in memory. Only what reading a case needs; a local file is one that is not there."""

    kept: dict[str, bytes] = field(default_factory=dict)

    def draft(self) -> BlobDraft:
        raise NotAllowedError("fake blobs are read only")

    def keep(self, drafts: Sequence[BlobDraft]) -> None:
        raise NotAllowedError("fake blobs are read only")

    def local(self, id: DocumentId) -> AbstractContextManager[Path]:
        return nullcontext(Path("/nonexistent") / id)

    def open(self, id: DocumentId) -> BinaryIO:
        return io.BytesIO(self.kept[id])

    def ids(self) -> Iterator[DocumentId]:
        return iter(DocumentId(id) for id in sorted(self.kept))

    def fault(self, id: DocumentId) -> str:
        return "" if id in self.kept else "missing"

    def sweep(self) -> int:
        return 0


@dataclass
class FakeCaseView:
    """A case that is what the test says."""

    is_so: Totals = field(default_factory=Totals)
    ledger: tuple[Entry, ...] = ()
    known: Mapping[str, DocumentRecord] = field(default_factory=dict)
    texts: Mapping[str, tuple[Page, ...]] = field(default_factory=dict)
    seen: Mapping[str, tuple[tuple[Sighting, EntryId | None], ...]] = field(default_factory=dict)
    inside: Mapping[str, tuple[Sighting, ...]] = field(default_factory=dict)
    shut: tuple[Sighting, ...] = ()
    groups: tuple[CopyGroup, ...] = ()
    alike: Mapping[str, tuple[DocumentId, ...]] = field(default_factory=dict)
    received_by: Mapping[SightingId, EntryId] = field(default_factory=dict)
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    named: tuple[PlacedMention, ...] = ()
    resolved: Mapping[MentionType, Resolution] = field(default_factory=dict)
    is_closed: bool = False

    def snapshot(self) -> AbstractContextManager[None]:
        return nullcontext()

    def totals(self) -> Totals:
        return self.is_so

    def entries(self, *, kinds: Sequence[str] = ()) -> tuple[tuple[Entry, EntryId], ...]:
        return tuple((entry, entry.id) for entry in self.ledger if not kinds or entry.kind in kinds)

    def resolve(self, beginning: str) -> DocumentId:
        found = [id for id in self.known if id.startswith(beginning)]
        if len(found) != 1:
            raise NotFoundError(f"{len(found)} documents begin with {beginning}")
        return DocumentId(found[0])

    def records(self, documents: Sequence[DocumentId]) -> tuple[DocumentRecord, ...]:
        return tuple(self.known[id] for id in documents if id in self.known)

    def documents(self, *, after: str = "", limit: int = 100, status: str = "") -> tuple[DocumentRecord, ...]:
        ids = sorted(id for id, record in self.known.items() if id > after and (not status or (record.status or "waiting") == status))
        return tuple(self.known[id] for id in ids[:limit])

    def pages(self, document: DocumentId) -> tuple[Page, ...]:
        return self.texts.get(document, ())

    def page(self, document: DocumentId, number: int) -> Page | None:
        return next((page for page in self.pages(document) if page.number == number), None)

    def sightings(self, document: DocumentId) -> tuple[tuple[Sighting, EntryId | None], ...]:
        return self.seen.get(document, ())

    def members(self, document: DocumentId) -> tuple[Sighting, ...]:
        return self.inside.get(document, ())

    def channels(self, documents: Sequence[DocumentId]) -> Mapping[DocumentId, tuple[str, ...]]:
        return {id: tuple(sorted({seen.channel for seen, _ in self.sightings(id)})) for id in documents}

    def receipts_of(self, documents: Sequence[DocumentId]) -> Mapping[DocumentId, tuple[EntryId, ...]]:
        return {id: tuple(sorted({receipt for _, receipt in self.sightings(id) if receipt})) for id in documents}

    def brought_by(self, receipts: Sequence[EntryId]) -> tuple[DocumentId, ...]:
        return tuple(DocumentId(id) for id in sorted(self.seen) if set(self.receipts_of([DocumentId(id)])[DocumentId(id)]) & {*receipts})

    def unreadable(self) -> tuple[Sighting, ...]:
        return self.shut

    def copies(self) -> tuple[CopyGroup, ...]:
        return self.groups

    def same_text(self, document: DocumentId) -> tuple[DocumentId, ...]:
        return self.alike.get(document, ())

    def received(self) -> Mapping[SightingId, EntryId]:
        return self.received_by

    def signatures(self) -> tuple[tuple[DocumentId, bytes, bool], ...]:
        return ()

    def words_with(self, skeletons: Sequence[str]) -> Mapping[str, tuple[str, ...]]:
        return {skeleton: self.words[skeleton] for skeleton in skeletons if skeleton in self.words}

    def names(self, type: MentionType, *, after: str = "", limit: int = 100, containing: str = "") -> tuple[NameTotal, ...]:
        found = [total for total in self._totals(type) if containing in total.key]
        found.sort(key=lambda total: (-total.mentions, total.key))
        if after:
            found = found[[str(total.key) for total in found].index(after) + 1 :]
        return tuple(found[:limit])

    def names_with(self, type: MentionType, keys: Sequence[NameKey]) -> tuple[NameTotal, ...]:
        totals = {total.key: total for total in self._totals(type)}
        return tuple(totals[key] for key in keys if key in totals)

    def mentions_of(self, type: MentionType, keys: Sequence[NameKey]) -> tuple[PlacedMention, ...]:
        return tuple(each for each in self._placed() if each.mention.type is type and each.key in keys)

    def documents_with(self, type: MentionType, keys: Sequence[NameKey]) -> tuple[DocumentId, ...]:
        return tuple(dict.fromkeys(each.document for each in self.mentions_of(type, keys)))

    def mentions_in(self, document: DocumentId, *, page: int | None = None) -> tuple[PlacedMention, ...]:
        return tuple(each for each in self._placed() if each.document == document and page in (None, each.page))

    def mentions(self, *, after: str = "", limit: int = 500) -> tuple[PlacedMention, ...]:
        documents = sorted({each.document for each in self.named if each.document > after})[:limit]
        return tuple(each for each in self._placed() if each.document in documents)

    def resolution_version(self, type: MentionType) -> str:
        return self.resolved[type].version if type in self.resolved else ""

    def name_pairs(self, type: MentionType, keys: Sequence[NameKey] | None = None) -> tuple[NamePair, ...]:
        pairs = self.resolved[type].pairs if type in self.resolved else ()
        return tuple(pair for pair in pairs if keys is None or pair.left in keys or pair.right in keys)

    def memberships(self, type: MentionType, keys: Sequence[NameKey] | None = None) -> tuple[Membership, ...]:
        members = self.resolved[type].members if type in self.resolved else ()
        leaders = {member.leader for member in members if keys is None or member.key in keys}
        return tuple(sorted((member for member in members if member.leader in leaders), key=lambda member: (member.leader, member.key)))

    def judgements(self) -> tuple[Judgement, ...]:
        return standing(self.judgement_history())

    def judgement_history(self) -> tuple[Judged, ...]:
        return history(self.entries())

    def close(self) -> None:
        self.is_closed = True

    def _placed(self) -> list[PlacedMention]:
        return sorted(self.named, key=lambda each: (each.document, each.page, each.mention.start))

    def _totals(self, type: MentionType) -> Iterator[NameTotal]:
        keys = sorted({each.key for each in self.named if each.mention.type is type})
        for key in keys:
            places = self.mentions_of(type, [key])
            texts = Counter(each.mention.text for each in places)
            first, *others = sorted(texts, key=lambda text: (-texts[text], text))
            yield NameTotal(type, key, first, len(places), len({each.document for each in places}), tuple(others))


#: What a worker that read a short text answers.
GOOD: dict[str, object] = {
    "type": "text/plain",
    "status": "done",
    "reason": None,
    "detail": "",
    "pages": [{"number": 1, "text": "أمر", "origin": "digital", "confidence": 1.0, "marks": [], "boxes": []}],
    "metadata": {},
    "engines": {},
    "members": 0,
}

Answer = Callable[[Task, MemberWriter | None], Outcome]


@dataclass
class FakeWorker:
    """Answers as the test says, and remembers what it was asked."""

    answer: Answer
    asked: list[Task] = field(default_factory=list)
    is_closed: bool = False

    def run(self, task: Task, *, members: MemberWriter | None = None) -> Outcome:
        self.asked.append(task)
        return self.answer(task, members)

    def close(self) -> None:
        self.is_closed = True

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()


@dataclass
class FakeSandbox:
    """Hands out one worker."""

    made: FakeWorker
    grade: str = "none"

    def worker(self) -> FakeWorker:
        return self.made
