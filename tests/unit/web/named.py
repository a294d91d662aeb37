"""A made-up case in which people, groups and places are named, and a ledger that takes what is decided in the browser."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from kashf.domain.entity import Mention, MentionType, PlacedMention
from kashf.domain.ids import DocumentId, EntryId
from kashf.domain.ledger import Entry
from kashf.entities.resolving.resolve import join_names, score_pairs
from kashf.entities.tagging.keys import name_key
from kashf.errors import CaseLockedError
from kashf.language.words.spans import SpanSet
from kashf.ports.mentions import DecidedTerms, Membership, Resolution
from kashf.ports.stages import DocumentStage
from kashf.services.case.open import OpenCase, WritableCase
from kashf.services.ledger.persons import person_called
from tests.fakes import FakeCaseView, FakeClock
from tests.searchable import case_of

LETTERS = (
    "وصل أبو محمد الشمالي إلى القلعة يوم الجمعة",
    "Abu Mohammed al-Shamali signed the order of Liwa al-Yaqut.",
    "عاد الشمالي من الجسر",
    "Abu Mohammed al-Adnani came to the citadel with Abu Mohammed al-Shamali.",
)
NAMES = {
    MentionType.PERSON: ("أبو محمد الشمالي", "Abu Mohammed al-Shamali", "Abu Mohammed al-Adnani", "الشمالي"),
    MentionType.GROUP: ("Liwa al-Yaqut",),
    MentionType.PLACE: ("citadel", "القلعة"),
}


def view_of(case: OpenCase) -> FakeCaseView:
    assert isinstance(case.view, FakeCaseView)
    return case.view


def named_case(folder: Path, *letters: str, names: Mapping[MentionType, Sequence[str]] = NAMES) -> OpenCase:
    """Return a case with a document for each letter, indexed, its names found and compared."""
    case = case_of(folder, *(letters or LETTERS))
    view = view_of(case)
    view.named = tuple(_mentions(view, names))
    view.resolved = {type: _resolved(view, type) for type in names}
    return case


@dataclass
class Notebook:
    """Takes decisions into the ledger of a fake case, as the real store does, unless others are at work there."""

    case: OpenCase
    is_locked: bool = False
    moved: list[tuple[MentionType, Sequence[Membership]]] = field(default_factory=list)
    aside: tuple[str, ...] = ()

    @contextmanager
    def decide(self, name: str) -> Iterator[WritableCase]:
        if self.is_locked:
            raise CaseLockedError("files are being taken in")
        store: Any = self
        yield WritableCase(self.case, store, "e" * 32, name or "layla", FakeClock(), person_called(self.case, name or "layla"))

    def unit(self) -> NotebookUnit:
        return NotebookUnit(self, view_of(self.case))

    @property
    def entries(self) -> list[Entry]:
        return [entry for entry, _ in self.case.view.entries() if entry.device == "e" * 32]


@dataclass
class NotebookUnit:
    """One decision; what is not committed is forgotten."""

    notebook: Notebook
    view: FakeCaseView
    fresh: list[Entry] = field(default_factory=list)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.fresh = []

    def tail(self, chain: str) -> Entry | None:
        return next((entry for entry in reversed(self.view.ledger) if entry.chain == chain), None)

    def append(self, entry: Entry) -> EntryId:
        self.fresh.append(entry)
        return entry.id

    def wait_again(self, stage: DocumentStage, documents: Sequence[DocumentId]) -> None:
        """Nothing goes through stages here."""

    def set_aside(self, causes: Sequence[str]) -> None:
        self.notebook.aside = tuple(causes)

    def put_members(self, type: MentionType, members: Sequence[Membership]) -> None:
        self.notebook.moved.append((type, members))
        before = self.view.resolved[type]
        changed = {member.key: member for member in members}
        kept = tuple(changed.get(member.key, member) for member in before.members)
        self.view.resolved = {**self.view.resolved, type: Resolution(before.version, before.pairs, kept)}

    def put_terms(self, type: MentionType, terms: DecidedTerms) -> None:
        self.view.terms[type] = terms

    def put_mentions(self, items: Sequence[tuple[DocumentId, Sequence[PlacedMention]]]) -> None:
        new = dict(items)
        others = [each for each in self.view.named if each.document not in new]
        self.view.named = (*others, *(each for mentions in new.values() for each in mentions))

    def commit(self) -> None:
        self.view.ledger, self.fresh = (*self.view.ledger, *self.fresh), []


def _mentions(view: FakeCaseView, names: Mapping[MentionType, Sequence[str]]) -> Iterator[PlacedMention]:
    for id, pages in view.texts.items():
        for page in pages:
            taken = SpanSet()
            for type, texts in names.items():
                for text in texts:
                    start = page.text.find(text)
                    if start >= 0 and taken.add(start, start + len(text)):
                        mention = Mention(start, start + len(text), text, type, "rules:test", 1.0)
                        yield PlacedMention(view.known[id].id, page.number, name_key(text, type), mention)


def _resolved(view: FakeCaseView, type: MentionType) -> Resolution:
    names = view.names(type, limit=1000)
    pairs = tuple(score_pairs(names))
    return Resolution("1", pairs, join_names(type, names, pairs, ()).members)
