"""Stand-ins for what lies behind the ports, small enough to be read at a glance."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import json
import tempfile
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import BinaryIO, Self, cast

from kashf.domain.acts.catalogue_record import CatalogueRecord, PastRun
from kashf.domain.date import FOREVER
from kashf.domain.decisions import Decision, decisions_of, in_force
from kashf.domain.document import Origin, Page, Reading, Reason, Sighting, Span, storable
from kashf.domain.entity import Judgement, MentionType, NameKey, PlacedMention
from kashf.domain.entries.device_keys import EntrySignature
from kashf.domain.forms.form_families import FamilyId, RecordId
from kashf.domain.forms.template_fields import FieldKey, FieldState
from kashf.domain.ids import DocumentId, EntryId, Json, SightingId, canonical_json
from kashf.domain.ledger import Entry, Fault, Recorded
from kashf.domain.models.installed import Model
from kashf.domain.witness.seen_case import seen_now
from kashf.errors import BrokenCustodyError, CaseLockedError, NotFoundError, VaultClosedError
from kashf.ports.blobs import BlobDraft
from kashf.ports.copy_groups import CopyKind, CopyLink
from kashf.ports.forms import FieldPlace, KeptFamily, KeptRecord, KeptValue, RecordHead, ValueCell
from kashf.ports.mentions import (
    FOUND_AGAIN,
    DecidedTerms,
    EntityTotal,
    Membership,
    NameDocuments,
    NamedPlace,
    NamePair,
    NameTotal,
    Resolution,
)
from kashf.ports.runtime import MemberWriter, Outcome, Task
from kashf.ports.search import IndexQuery, IndexWriter, Layer, PassageHits, Vocabulary
from kashf.ports.sound.index_files import IndexFiles
from kashf.ports.sound.records_condition import RecordsCondition
from kashf.ports.stages import DATES, READ, DocumentStage, OwnDate, StageRow
from kashf.ports.taggers import Tagger
from kashf.ports.views import CopyGroup, DocumentRecord, Outline, Totals
from kashf.search.ways.way import EveryWord
from kashf.services.ingest.looking.find_in_texts import find_in
from kashf.services.ingest.looking.sent_texts import unpacked_texts
from tests.filled_forms import Found


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

    def search(self, query: IndexQuery, *, limit: int, offset: int = 0, layer: Layer = Layer.SHOWN) -> PassageHits:
        self.asked.append(query)
        return PassageHits(self.answers.hits[offset : offset + limit], self.answers.total)

    def facets(
        self, query: IndexQuery, *, layer: Layer = Layer.SHOWN, months: Mapping[DocumentId, str] = MappingProxyType({})
    ) -> Mapping[str, Mapping[str, int]]:
        return self.counts

    def documents(self, query: IndexQuery, *, layer: Layer = Layer.SHOWN) -> tuple[DocumentId, ...]:
        return tuple(sorted({hit.document for hit in self.answers.hits}))

    def pages(self, query: IndexQuery, *, but: Collection[tuple[DocumentId, int]] = ()) -> frozenset[tuple[DocumentId, int]]:
        self.asked.append(query)
        return frozenset((hit.document, hit.page) for hit in self.answers.hits) - frozenset(but)

    def vocabulary(self) -> Vocabulary:
        return EveryWord()

    def size_bytes(self) -> int:
        return 0

    def clear(self) -> None:
        self.answers = PassageHits((), 0)

    def digest(self) -> str:
        return ""

    def settle(self) -> None:
        """It has no files."""

    def check(self, recorded: str) -> IndexFiles:
        return IndexFiles((), is_sure=not recorded)


@dataclass
class FakeDraft:
    """Bytes that grow in memory."""

    content: bytearray = field(default_factory=bytearray)
    is_open: bool = True

    def write(self, chunk: bytes, /) -> int:
        self.content += chunk
        return len(chunk)

    @property
    def id(self) -> DocumentId:
        return DocumentId(hashlib.sha256(self.content).hexdigest())

    @property
    def size_bytes(self) -> int:
        return len(self.content)

    def discard(self) -> None:
        self.is_open = False


@dataclass
class FakeBlobs:
    """Bytes in memory."""

    kept: dict[str, bytes] = field(default_factory=dict)
    drafts: list[FakeDraft] = field(default_factory=list)
    waiting: set[DocumentId] = field(default_factory=set)

    def draft(self) -> FakeDraft:
        self.drafts.append(FakeDraft())
        return self.drafts[-1]

    def keep(self, drafts: Sequence[BlobDraft]) -> None:
        for draft in cast("Sequence[FakeDraft]", drafts):
            self.waiting |= {draft.id} - self.kept.keys()
            self.kept.setdefault(draft.id, bytes(draft.content))
            draft.discard()

    @contextmanager
    def local(self, id: DocumentId) -> Iterator[Path]:
        with self.open(id) as stream, tempfile.NamedTemporaryFile() as file:
            file.write(stream.read())
            file.flush()
            yield Path(file.name)

    def open(self, id: DocumentId) -> BinaryIO:
        if id not in self.kept:
            raise BrokenCustodyError(expected=id, found="missing")
        return io.BytesIO(self.kept[id])

    def ids(self) -> Iterator[DocumentId]:
        return iter(DocumentId(id) for id in sorted(self.kept))

    def destroy(self, id: DocumentId) -> None:
        self.kept.pop(id, None)

    def ill_kept(self, id: DocumentId) -> str:
        return ""

    def strange(self) -> Iterator[tuple[str, str]]:
        return iter(())

    def mark_pending(self, ids: Sequence[DocumentId]) -> None:
        self.waiting |= {*ids}

    def pending(self, *, of_others: bool) -> frozenset[DocumentId]:
        return frozenset(self.waiting)

    def settle(self) -> None:
        self.waiting.clear()

    def fault(self, id: DocumentId) -> str:
        if id not in self.kept:
            return "missing"
        found = hashlib.sha256(self.kept[id]).hexdigest()
        return "" if found == id else found

    def sweep(self) -> int:
        left = sum(draft.is_open for draft in self.drafts)
        self.drafts.clear()
        return left


@dataclass
class FakeRunLog:
    """Runs and plans in memory."""

    runs: list[tuple[str, PastRun]] = field(default_factory=list)
    frozen: dict[str, str] = field(default_factory=dict)

    def record(self, events_sha256: str) -> CatalogueRecord:
        runs = tuple(run for catalogue, run in self.runs if catalogue == events_sha256)
        plans = [plan for plan, catalogue in self.frozen.items() if catalogue == events_sha256]
        return CatalogueRecord(tuple(dict.fromkeys([*plans, *(run.plan for run in runs if run.plan)])), runs)

    def add(self, events_sha256: str, run: PastRun) -> None:
        self.runs.append((events_sha256, run))

    def freeze(self, plan: str, *, events_sha256: str, when: str) -> None:
        self.frozen[plan] = events_sha256

    def was_frozen(self, plan: str) -> bool:
        return plan in self.frozen


def _id(entry: Entry) -> EntryId:
    """Return the id of an entry; of one that no ledger can hold, since half a pair of surrogates stands in it, another."""
    try:
        return entry.id
    except UnicodeEncodeError:
        return EntryId("0" * 64)


@dataclass
class FakeCaseView:
    """A case that is what the test says."""

    is_so: Totals = field(default_factory=Totals)
    ledger: tuple[Entry, ...] = ()
    known: dict[DocumentId, DocumentRecord] = field(default_factory=dict)
    texts: dict[DocumentId, tuple[Page, ...]] = field(default_factory=dict)
    seen: Mapping[str, tuple[tuple[Sighting, EntryId | None], ...]] = field(default_factory=dict)
    shut: tuple[Sighting, ...] = ()
    read_again: Mapping[DocumentId, tuple[Page, ...]] = field(default_factory=dict)
    signed: Mapping[str, bytes] = field(default_factory=dict)
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    named: tuple[PlacedMention, ...] = ()
    terms: dict[MentionType, DecidedTerms] = field(default_factory=dict)
    resolved: Mapping[MentionType, Resolution] = field(default_factory=dict)
    rows: dict[str, dict[DocumentId, Sequence[StageRow]]] = field(default_factory=dict)
    aside: tuple[DocumentId, ...] = ()
    grouped: Sequence[CopyLink] = ()
    forms: Found = field(default_factory=Found)
    is_closed: bool = False

    def over_budget(self) -> tuple[DocumentId, ...]:
        return ()

    def snapshot(self) -> AbstractContextManager[None]:
        return nullcontext()

    def totals(self) -> Totals:
        return self.is_so

    def entries(self, *, kinds: Sequence[str] = (), naming: str = "") -> tuple[tuple[Entry, EntryId], ...]:
        found = (entry for entry in self.ledger if not kinds or entry.kind in kinds)
        return tuple((entry, _id(entry)) for entry in found if not naming or naming.encode() in canonical_json(entry.body))

    def condition(self) -> RecordsCondition:
        return RecordsCondition()

    def whole_ledger(self) -> tuple[tuple[Recorded, ...], tuple[Fault, ...]]:
        return self.entries(), ()

    def entry_signatures(self) -> tuple[EntrySignature, ...]:
        return ()

    def chain_ends(self) -> Mapping[str, tuple[int, EntryId]]:
        return seen_now((entry, entry.id) for entry in self.ledger).ends

    def entry_ids(self) -> Mapping[str, Sequence[EntryId]]:
        ids: dict[str, list[EntryId]] = {}
        for entry in sorted(self.ledger, key=lambda each: (each.chain, each.seq)):
            ids.setdefault(entry.chain, []).append(entry.id)
        return ids

    def entry_id_at(self, chain: str, place: int) -> str:
        return next((entry.id for entry in self.ledger if (entry.chain, entry.seq) == (chain, place)), "")

    def entry_kinds(self) -> Mapping[str, int]:
        return Counter(entry.kind for entry in self.ledger)

    def resolve(self, beginning: str) -> DocumentId:
        found = [id for id in self.known if beginning and id.startswith(beginning)]
        if len(found) != 1:
            raise NotFoundError(f"{len(found)} documents begin with {beginning}")
        return DocumentId(found[0])

    def records(self, documents: Sequence[DocumentId]) -> tuple[DocumentRecord, ...]:
        return tuple(self.known[id] for id in documents if id in self.known)

    def walk(self, *, after: str = "", status: str = "") -> Iterator[DocumentRecord]:
        ids = sorted(id for id, record in self.known.items() if id > after and (not status or (record.status or "waiting") == status))
        return (self.known[id] for id in ids)

    def pages(self, document: DocumentId) -> tuple[Page, ...]:
        return self.texts.get(document, ())

    def page(self, document: DocumentId, number: int) -> Page | None:
        return next((page for page in self.pages(document) if page.number == number), None)

    def pages_at(self, places: Sequence[tuple[DocumentId, int]]) -> Mapping[tuple[DocumentId, int], Page]:
        return {place: replace(page, boxes=()) for place in places if (page := self.page(*place))}

    def texts_at(self, places: Sequence[tuple[DocumentId, int]]) -> Mapping[tuple[DocumentId, int], str]:
        return {place: page.text for place, page in self.pages_at(places).items()}

    def second_readings(self, document: DocumentId, *, page: int | None = None) -> tuple[Page, ...]:
        found = self.read_again.get(document, ())
        return tuple(sorted((each for each in found if page in (None, each.number)), key=lambda each: each.number))

    def machine_reading(self, document: DocumentId) -> Reading | None:
        record = self.known.get(document)
        if record is None or record.status is None:
            return None
        reason = Reason(record.reason) if record.reason else None
        return Reading(document, record.type, record.status, reason, record.detail, self.pages(document), record.metadata, record.engines)

    def unsure_pages(self) -> Mapping[DocumentId, tuple[int, ...]]:
        unsure = {id: tuple(page.number for page in pages if page.text and not page.is_sure) for id, pages in self.texts.items()}
        return {DocumentId(id): numbers for id, numbers in sorted(unsure.items()) if numbers}

    def sightings(self, document: DocumentId) -> tuple[tuple[Sighting, EntryId | None], ...]:
        return self.seen.get(document, ())

    def members(self, document: DocumentId) -> tuple[Sighting, ...]:
        held = [*self.shut, *(seen for seen, _ in self._seen())]
        return tuple(sorted((seen for seen in held if seen.parent == document), key=lambda seen: seen.ordinal))

    def channels(self, documents: Sequence[DocumentId]) -> Mapping[DocumentId, tuple[str, ...]]:
        return {id: tuple(sorted(self._channels(id))) for id in documents}

    def receipts_of(self, documents: Sequence[DocumentId]) -> Mapping[DocumentId, tuple[EntryId, ...]]:
        return {id: tuple(sorted({receipt for _, receipt in self.sightings(id) if receipt})) for id in documents}

    def brought_by(self, receipts: Sequence[EntryId]) -> tuple[DocumentId, ...]:
        return tuple(DocumentId(id) for id in sorted(self.seen) if set(self.receipts_of([DocumentId(id)])[DocumentId(id)]) & {*receipts})

    def pile(self, receipts: Sequence[EntryId]) -> tuple[Sighting, ...]:
        listed = [seen for seen, receipt in self._seen() if receipt in receipts]
        return (*listed, *(member for seen in listed if seen.document for member in self.members(seen.document)))

    def stage_rows(self, stage: DocumentStage, documents: Sequence[DocumentId] | None = None) -> tuple[tuple[DocumentId, StageRow], ...]:
        kept = sorted(self.rows.get(stage.name, {}).items())
        return tuple((id, row) for id, rows in kept if documents is None or id in documents for row in rows)

    def own_dates(self, first: int = 0, last: int = FOREVER) -> tuple[OwnDate, ...]:
        rows = [(id, row) for id, rows in sorted(self.rows.get(DATES.name, {}).items()) for row in rows if row[10]]
        found = [OwnDate(DocumentId(id), row[5], row[6], row[7], bool(row[9])) for id, row in rows]
        return tuple(each for each in found if each.first_day <= last and each.last_day >= first)

    def unreadable(self) -> tuple[Sighting, ...]:
        return self.shut

    def count_unreadable(self, among: Sequence[SightingId] | None = None) -> int:
        return sum(1 for seen in self.shut if among is None or (among and seen.id in among))

    def copies(self) -> tuple[CopyGroup, ...]:
        places = {id: tuple(seen.path for seen, _ in found) for id, found in sorted(self.seen.items())}
        texts = {record.text_key: self._with_text(record.text_key) for record in self.known.values() if record.text_key}
        groups = [CopyGroup("bytes", (DocumentId(id),), paths) for id, paths in places.items() if len(paths) > 1]
        groups += [CopyGroup("text", ids, tuple(self.known[id].name for id in ids)) for ids in texts.values() if len(ids) > 1]
        return tuple(sorted(groups, key=lambda group: (-len(group.paths), group.kind, group.documents)))

    def ink_prints(self) -> Iterator[tuple[DocumentId, int, bytes]]:
        return iter(())

    def copies_version(self) -> str:
        return "1" if self.grouped else ""

    def copy_leaders(self, documents: Sequence[DocumentId] | None = None) -> Mapping[DocumentId, DocumentId]:
        return {each.document: each.of for each in self._copies(documents) if each.kind is CopyKind.ANY}

    def copies_of(self, leader: DocumentId) -> tuple[DocumentId, ...]:
        return tuple(sorted(each.document for each in self.grouped if (each.kind, each.of) == (CopyKind.ANY, leader)))

    def copy_links(self, documents: Sequence[DocumentId] | None = None) -> tuple[CopyLink, ...]:
        found = (each for each in self._copies(documents) if each.kind is not CopyKind.ANY)
        return tuple(sorted(found, key=lambda each: (each.document, each.kind)))

    def _copies(self, documents: Sequence[DocumentId] | None) -> list[CopyLink]:
        return [each for each in self.grouped if documents is None or each.document in documents]

    def same_text(self, document: DocumentId) -> tuple[DocumentId, ...]:
        key = self.known[document].text_key
        return tuple(id for id in self._with_text(key) if id != document) if key else ()

    def places(self, documents: Sequence[DocumentId]) -> Mapping[DocumentId, tuple[str, ...]]:
        return {id: tuple(seen.path for seen, _ in self.seen.get(id, ())) for id in documents}

    def documents_at(self, channel: str, paths: Sequence[str]) -> Mapping[str, DocumentId]:
        seen = ((each, id) for id, some in self.seen.items() for each, _ in some)
        return {each.path: id for each, id in seen if each.channel == channel and each.path in set(paths)}

    def outlines(self) -> Iterator[Outline]:
        read = (self.known[id] for id in sorted(self.known) if self.known[id].status)
        return (Outline(each.id, each.name, each.type, each.reason, each.detail) for each in read)

    def documents_aside(self) -> tuple[DocumentId, ...]:
        return self.aside

    def count_set_aside(self) -> int:
        return self.is_so.set_aside

    def count_waiting(self, *stages: DocumentStage) -> int:
        waiting = self.is_so.by_stage
        return waiting.get(READ.name, 0) + max((waiting.get(stage.name, 0) for stage in stages), default=0)

    def moment(self) -> str:
        return ""

    def received(self) -> Mapping[SightingId, EntryId]:
        return {_as_stored(seen).id: receipt for seen, receipt in self._seen() if receipt}

    def signatures(self) -> tuple[tuple[DocumentId, bytes, bool], ...]:
        scanned = {id for id in self.signed if any(page.origin is Origin.OCR for page in self.texts.get(id, ()))}
        return tuple((DocumentId(id), self.signed[id], id in scanned) for id in sorted(self.signed))

    def words_with(self, skeletons: Sequence[str]) -> Mapping[str, tuple[str, ...]]:
        return {skeleton: self.words[skeleton] for skeleton in skeletons if skeleton in self.words}

    def names(self, type: MentionType, *, after: str = "", limit: int | None = 100, containing: str = "") -> tuple[NameTotal, ...]:
        found = [total for total in self._totals(type) if containing in total.key]
        found.sort(key=lambda total: (-total.mentions, total.key))
        keys = ["", *(str(total.key) for total in found)]
        if after not in keys:
            raise NotFoundError(f"no name {after}")
        return tuple(found[keys.index(after) :][:limit])

    def names_with(self, type: MentionType, keys: Sequence[NameKey]) -> tuple[NameTotal, ...]:
        totals = {total.key: total for total in self._totals(type)}
        return tuple(totals[key] for key in keys if key in totals)

    def entities(self, type: MentionType, *, limit: int | None = 100, containing: str = "") -> tuple[EntityTotal, ...]:
        leaders = {member.key: member.leader for member in self.memberships(type)}
        mine: dict[NameKey, list[PlacedMention]] = {}
        for each in self._placed():
            if each.mention.type is type:
                mine.setdefault(leaders.get(each.key, each.key), []).append(each)
        found = [
            EntityTotal(leader, len(places), len({each.document for each in places}))
            for leader, places in mine.items()
            if any(containing in each.key for each in places)
        ]
        return tuple(sorted(found, key=lambda total: (-total.mentions, total.leader))[:limit])

    def keys_with_words(self, type: MentionType, words: Collection[str]) -> tuple[NameKey, ...]:
        keys = {each.key for each in self._placed() if each.mention.type is type}
        return tuple(sorted(key for key in keys if not set(words).isdisjoint(key.split(" "))))

    def pages_with(self, type: MentionType, keys: Sequence[NameKey]) -> frozenset[tuple[DocumentId, int]]:
        return frozenset((each.document, each.page) for each in self.mentions_of(type, keys))

    def keys_on(self, type: MentionType, pages: Sequence[tuple[DocumentId, int]]) -> Mapping[tuple[DocumentId, int], Sequence[NameKey]]:
        named = {page: [each.key for each in self.mentions_on([page]) if each.mention.type is type] for page in pages}
        return {page: keys for page, keys in named.items() if keys}

    def mentions_of(self, type: MentionType, keys: Sequence[NameKey]) -> tuple[PlacedMention, ...]:
        return tuple(each for each in self._placed() if each.mention.type is type and each.key in keys)

    def found_by(
        self, type: MentionType, sources: Sequence[str], *, documents: Sequence[DocumentId] | None = None
    ) -> Mapping[NameKey, int]:
        places = [each for each in self._placed() if each.mention.type is type and each.mention.source in sources]
        asked = {(each.key, each.document) for each in places if documents is None or each.document in documents}
        return Counter(key for key, _ in asked)

    def keys_in(self, document: DocumentId) -> Iterator[NameKey]:
        return (each.key for each in self._placed() if each.mention.source != FOUND_AGAIN and each.document == document)

    def first_places(self, type: MentionType, keys: Sequence[NameKey]) -> Mapping[NameKey, Span]:
        """Return for each of some names a place that names it, of all its places always the same one."""
        found: dict[NameKey, Span] = {}
        for each in self.mentions_of(type, keys):
            found.setdefault(each.key, Span(each.document, each.page, each.mention.start, each.mention.end))
        return found

    def documents_with(self, type: MentionType, keys: Sequence[NameKey]) -> tuple[DocumentId, ...]:
        return tuple(dict.fromkeys(each.document for each in self.mentions_of(type, keys)))

    def mentions_on(self, pages: Sequence[tuple[DocumentId, int]]) -> tuple[PlacedMention, ...]:
        return tuple(each for each in self._placed() if (each.document, each.page) in pages)

    def mentions_in(self, document: DocumentId, *, page: int | None = None) -> tuple[PlacedMention, ...]:
        return tuple(each for each in self._placed() if each.document == document and page in (None, each.page))

    def stored_mentions(self, document: DocumentId) -> Iterator[PlacedMention]:
        return (each for each in self._placed(with_no_names=True) if each.document == document)

    def walk_mentions(self) -> Iterator[PlacedMention]:
        return iter(self._placed())

    def name_documents(self, types: Collection[MentionType]) -> NameDocuments:
        found = [each for each in self._placed() if each.mention.type in types]
        documents = sorted({each.document for each in found})
        standing: dict[tuple[MentionType, NameKey], list[int]] = {}
        for each in found:
            standing.setdefault((each.mention.type, each.key), []).append(documents.index(each.document))
        names = sorted(standing)
        return NameDocuments(dict(enumerate(documents)), names, [standing[name] for name in names])

    def mentions_among(self, documents: Sequence[DocumentId], types: Collection[MentionType]) -> Iterator[NamedPlace]:
        for each in self._placed():
            if each.document in documents and each.mention.type in types:
                yield NamedPlace(each.mention.type, each.key, each.document, each.page, each.mention.start, each.mention.end)

    def forms_version(self) -> str:
        return ""

    def form_lines(self) -> int:
        return 0

    def printed_documents(self, types: Collection[MentionType]) -> NameDocuments:
        return NameDocuments({}, (), ())

    def printed_places(self, documents: Sequence[DocumentId]) -> frozenset[Span]:
        return frozenset()

    def families_version(self) -> str:
        return self.forms.version

    def kept_families(self) -> tuple[KeptFamily, ...]:
        return self.forms.families

    def record_heads(self, family: FamilyId | None = None) -> tuple[RecordHead, ...]:
        found = (each.form for each in self.forms.records if family in (None, each.form.family))
        return tuple(sorted(RecordHead(each.id.document, each.id.nth, each.family, each.edition, False) for each in found))

    def count_states(self, family: FamilyId, documents: Sequence[DocumentId] | None = None) -> Mapping[FieldKey, Mapping[FieldState, int]]:
        told = next((each.family for each in self.forms.families if each.family.id == family), None)
        fields = [field.key for field in told.fields] if told else []
        values = {field: self.values_in(family, field) for field in fields}
        return {
            field: dict(Counter(each.value.state for each in some if documents is None or each.record.document in documents))
            for field, some in values.items()
        }

    def value_cells(self, family: FamilyId, field: FieldKey) -> tuple[ValueCell, ...]:
        return tuple(
            ValueCell(each.record.document, each.record.nth, each.value.state, read.key, read.label, read.is_doubtful, each.value.is_unseen)
            for each in self.values_in(family, field)
            for read in (each.read,)
        )

    def values_in(self, family: FamilyId, field: FieldKey) -> tuple[KeptValue, ...]:
        mine = sorted((each for each in self.forms.records if each.form.family == family), key=lambda each: each.form.id)
        return tuple(value for each in mine for value in each.values() if value.value.field == field)

    def form_records(self, records: Sequence[RecordId]) -> tuple[KeptRecord, ...]:
        known = {each.form.id: each for each in self.forms.records}
        return tuple(known[id] for id in records if id in known)

    def records_in(self, documents: Sequence[DocumentId]) -> Mapping[DocumentId, tuple[RecordId, ...]]:
        ids = sorted(each.form.id for each in self.forms.records)
        found = {document: tuple(id for id in ids if id.document == document) for document in documents}
        return {document: some for document, some in found.items() if some}

    def field_places(self, documents: Sequence[DocumentId]) -> Iterator[FieldPlace]:
        places = (
            FieldPlace(span.document, span.page, span.start, span.end, each.form.family, value.field, each.form.id.nth)
            for each in self.forms.records
            for value in each.form.values
            if (span := value.span) and span.document in documents
        )
        return iter(sorted(places))

    def template_places(self, documents: Sequence[DocumentId]) -> Mapping[tuple[DocumentId, int], Sequence[tuple[int, int]]]:
        found: dict[tuple[DocumentId, int], list[tuple[int, int]]] = {}
        for place in (place for each in self.forms.forms for place in each.printed):
            if place.document in documents:
                found.setdefault((place.document, place.page), []).append((place.start, place.end))
        return found

    def leaders(self, type: MentionType) -> Mapping[NameKey, NameKey]:
        return {member.key: member.leader for member in self.memberships(type) if member.key != member.leader}

    def scanned_pages(self) -> frozenset[tuple[DocumentId, int]]:
        return frozenset((id, page.number) for id, pages in self.texts.items() for page in pages if page.origin is Origin.OCR)

    def page_counts(self) -> Mapping[DocumentId, int]:
        unsure = self.unsure_pages()
        counts = {record.id: record.pages - len(unsure.get(record.id, ())) for record in self.walk()}
        return {document: pages for document, pages in counts.items() if pages > 0}

    def bare_pages(self, documents: Sequence[DocumentId]) -> Iterator[tuple[DocumentId, tuple[Page, ...]]]:
        return ((id, tuple(replace(page, boxes=()) for page in self.pages(id))) for id in documents if self.pages(id))

    def walk_pages(self, document: DocumentId) -> Iterator[Page]:
        return (page for _, pages in self.bare_pages([document]) for page in pages)

    def bare_second_readings(self, documents: Sequence[DocumentId]) -> Iterator[tuple[DocumentId, tuple[Page, ...]]]:
        seconds = ((id, self.second_readings(id)) for id in documents)
        return ((id, tuple(replace(page, boxes=()) for page in pages)) for id, pages in seconds if pages)

    def page_texts(self, documents: Sequence[DocumentId]) -> Iterator[tuple[DocumentId, int, str]]:
        return ((document, page.number, page.text) for document in documents for page in self.pages(document))

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
        return in_force(self.judgement_history())

    def judgement_history(self) -> tuple[Decision, ...]:
        return decisions_of(self.entries())

    def close(self) -> None:
        self.is_closed = True

    def _seen(self) -> Iterator[tuple[Sighting, EntryId | None]]:
        return chain.from_iterable(self.seen[id] for id in sorted(self.seen))

    def _channels(self, document: str) -> set[str]:
        """Return who passed a document on, by itself or inside a container."""
        found = [seen for seen, _ in self.seen.get(document, ())]
        return {seen.channel for seen in found if not seen.parent}.union(*(self._channels(seen.parent) for seen in found if seen.parent))

    def _with_text(self, key: str | None) -> tuple[DocumentId, ...]:
        return tuple(DocumentId(id) for id in sorted(self.known) if self.known[id].text_key == key)

    def _placed(self, *, with_no_names: bool = False) -> list[PlacedMention]:
        hidden = {(type, key) for type, terms in self.terms.items() for key in terms.no_names if not with_no_names}
        shown = (each for each in self.named if (each.mention.type, each.key) not in hidden)
        return sorted(shown, key=lambda each: (each.document, each.page, each.mention.start))

    def _totals(self, type: MentionType) -> Iterator[NameTotal]:
        labels = self.terms[type].labels if type in self.terms else {}
        keys = sorted({each.key for each in self._placed() if each.mention.type is type})
        for key in keys:
            places = self.mentions_of(type, [key])
            texts = Counter(each.mention.text for each in places)
            first, *others = sorted(texts, key=lambda text: (-texts[text], text))
            if key in labels:
                first, others = labels[key], [first, *others]
            yield NameTotal(type, key, first, len(places), len({each.document for each in places}), tuple(others))


def _as_stored(seen: Sighting) -> Sighting:
    return replace(seen, path=storable(seen.path), channel=storable(seen.channel))


#: What a worker that read a short text answers.
GOOD: dict[str, object] = {
    "type": "text/plain",
    "status": "done",
    "reason": None,
    "detail": "",
    "pages": [{"number": 1, "text": "أمر", "origin": "digital", "confidence": 1.0, "marks": [], "boxes": []}],
    "second_readings": [],
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
    """Hands out one worker, and for texts one that looks through them here."""

    made: FakeWorker
    taggers: Sequence[Tagger] = ()
    grade: str = "bubblewrap"
    warmth: list[bool] = field(default_factory=list)
    text_warmth: list[bool] = field(default_factory=list)
    texts: FakeWorker = field(init=False)

    def __post_init__(self) -> None:
        self.texts = FakeWorker(self._look)

    def worker(self, *, is_warm: bool = True) -> FakeWorker:
        self.warmth.append(is_warm)
        return self.made

    def text_worker(self, *, english_model: bool, is_warm: bool = True) -> FakeWorker:
        self.text_warmth.append(is_warm)
        return self.texts

    def _look(self, task: Task, members: MemberWriter | None) -> Outcome:
        return Outcome(json.loads(json.dumps({"found": find_in(unpacked_texts(task.payloads[-1]), self.taggers)})))


@dataclass
class FakeBoxes:
    """Boxes of models, in which one worker answers as the test says."""

    answer: Answer
    asked: list[Task] = field(default_factory=list)

    def worker(self, model: Model, folder: Path) -> FakeWorker:
        return FakeWorker(self.answer, self.asked)


@dataclass
class FakeVaultKeys:
    """Keys of a vault that is open unless a test closes it."""

    public: str = "ab" * 32
    ways: tuple[str, ...] = ()
    lies_open: bool = True
    is_closed: bool = False

    def begin(self) -> str:
        return self.public

    def unlock(self, passphrase: str) -> None:
        self.is_closed = False

    def unlock_with(self, identities: str) -> None:
        self.is_closed = False

    def add_recipient(self, name: str, recipient: str) -> None:
        self.ways = (*self.ways, name)

    def use_installation(self, folder: Path) -> None:
        pass

    def private(self) -> bytes:
        return b"" if self.is_closed else b"key"

    def set_passphrase(self, name: str, passphrase: str) -> None:
        self.ways, self.lies_open = (*self.ways, name), False

    def remove_passphrase(self, name: str) -> None:
        self.ways = tuple(way for way in self.ways if way != name)


@dataclass
class FakeSealed:
    """Sealed notes in memory, by numbers instead of commitments."""

    kept: dict[str, Mapping[str, Json]] = field(default_factory=dict)
    keys: FakeVaultKeys = field(default_factory=FakeVaultKeys)

    def seal(self, content: Mapping[str, Json]) -> str:
        name = f"{len(self.kept):064}"
        self.kept[name] = content
        return name

    def keep_password(self, content: Mapping[str, Json]) -> str:
        return self.seal(content)

    def note(self, commitment: str) -> Mapping[str, Json] | None:
        if self.keys.is_closed and commitment in self.kept:
            raise VaultClosedError("closed")
        return self.kept.get(commitment)

    def box(self, commitment: str) -> str:
        return "b" * 64 if commitment in self.kept else ""

    def fault(self, commitment: str, box: str) -> str:
        return "" if commitment in self.kept else "missing"

    def plain(self) -> tuple[str, ...]:
        return ()

    def move(self, commitment: str, *, is_password: bool) -> str:
        return self.box(commitment)
