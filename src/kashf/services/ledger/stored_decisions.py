"""Bring what is stored of names to what people decided: places under the name they were given to, and nothing of what is no name.

What a mention is counted under is its own key, unless somebody gave its place to another name. Once another man was found to bear a name,
places of it that came later, in documents received since, wait under a key of their own until somebody says whom they name.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from kashf.domain.decisions import in_force, labels, namesakes, not_names, reassigned
from kashf.domain.document import Span
from kashf.domain.entity import Judgement, Mention, MentionType, NameKey, PlacedMention, is_unassigned, unassigned_key
from kashf.domain.ids import DocumentId, EntryId
from kashf.domain.ledger import EntryKind
from kashf.entities.tagging.keys import mention_key
from kashf.ports.mentions import DecidedTerms, NameTotal
from kashf.ports.views import CaseView
from kashf.services.case.open import WritableCase
from kashf.services.ledger.place_decisions import place_decisions

#: What found a mention that a person pointed at.
DECIDED_SOURCE: Final = "decided"

#: A name of a type.
TypedKey = tuple[MentionType, NameKey]


def store_decisions(case: WritableCase) -> frozenset[TypedKey]:
    """Store places under the names they were given to, and which terms are no names; does nothing where all is so already.

    Returns:
        The names that places were taken from or given to.
    """
    view = case.reading.view
    decided = _Decided.of(view)
    stale = [document for document in sorted(decided.documents(view)) for _ in decided.changed(view, document)]
    with case.store.unit() as uow:
        decided = _Decided.of(view)  # Somebody may have decided meanwhile, or a run have looked for names.
        changed = {document: mentions for document in stale for mentions in decided.changed(view, document)}
        uow.put_mentions([(document, after) for document, (_, after) in changed.items()])
        uow.commit()
    with case.store.unit() as uow:  # What waits is called as the rest of the name is spelled.
        decided = _Decided.of(view)
        for type in MentionType:
            uow.put_terms(type, decided.terms(view, type))
        uow.commit()
    return frozenset((each.mention.type, each.key) for before, after in changed.values() for each in {*before} ^ {*after})


@dataclass(frozen=True, slots=True)
class _Decided:
    """What people decided about places and terms.

    Args:
        standing: What holds about each pair.
        followed: The "same" of places that were given to another name, as far as they are followed.
        ever: Names that places were ever given to, and keys under which they may wait.
        targets: Where the words of places stand now, by document, with whom they name.
        since: For each name that another man was found to bear, when that was first said.
        receipts: When each receipt was written.
    """

    standing: tuple[Judgement, ...]
    followed: tuple[Judgement, ...]
    ever: frozenset[TypedKey]
    targets: Mapping[DocumentId, Sequence[tuple[Span, MentionType, NameKey]]]
    since: Mapping[TypedKey, dt.datetime]
    receipts: Mapping[EntryId, dt.datetime] = field(default_factory=dict)

    @classmethod
    def of(cls, view: CaseView) -> _Decided:
        history = view.judgement_history()
        followed = reassigned(history)
        given = [each.judgement for each in history if each.judgement.reassigned]
        if not given:
            return cls(in_force(history), (), frozenset(), {}, {})
        ever = {(each.type, key) for each in given if each.reassigned for key in (each.right, unassigned_key(each.reassigned.origin))}
        targets: dict[DocumentId, list[tuple[Span, MentionType, NameKey]]] = {}
        for each in place_decisions(view, followed):
            if each.place:
                targets.setdefault(each.place.document, []).append((each.place, each.judgement.type, each.judgement.right))
        since: dict[TypedKey, dt.datetime] = {}
        for judgement in followed:
            if judgement.reassigned and judgement.reassigned.label:
                since.setdefault((judgement.type, judgement.reassigned.origin), judgement.when)
        receipts = {id: entry.time for entry, id in view.entries(kinds=[EntryKind.RECEIPT])}
        return cls(in_force(history), followed, frozenset(ever), targets, since, receipts)

    def terms(self, view: CaseView, type: MentionType) -> DecidedTerms:
        """Return what is told of terms of a type."""
        shared = [key for kind, key in self.since if kind is type]
        texts = {total.key: total.text for total in view.names_with(type, shared)} if shared else {}
        waiting = {unassigned_key(key): f"{texts.get(key, key)} ?" for key in shared}
        return DecidedTerms(waiting | {**labels(self.followed, type)}, not_names(self.standing, type))

    def documents(self, view: CaseView) -> Collection[DocumentId]:
        """Return the documents in which a mention may have to be counted otherwise."""
        found = set(self.targets)
        for type in {type for type, _ in self.ever}:
            found.update(view.documents_with(type, sorted(key for kind, key in {*self.ever, *self.since} if kind is type)))
        return found

    def changed(self, view: CaseView, document: DocumentId) -> Iterator[tuple[tuple[PlacedMention, ...], tuple[PlacedMention, ...]]]:
        """Yield what is named in a document as it is stored and as it is to be, if these differ."""
        before = tuple(view.stored_mentions(document))
        is_late = self._is_late(view, document)
        kept = [each for each in before if each.mention.source != DECIDED_SOURCE or self._target(each)]
        after = [PlacedMention(each.document, each.page, self._key(each, is_late=is_late), each.mention) for each in kept]
        after += self._missing(view, document, after)
        ordered = tuple(sorted(after, key=lambda each: (each.page, each.mention.start)))
        if ordered != before:
            yield before, ordered

    def _key(self, placed: PlacedMention, *, is_late: Mapping[TypedKey, bool]) -> NameKey:
        type = placed.mention.type
        given = self._target(placed)
        if given:
            return given
        own = mention_key(placed.mention) if (type, placed.key) in self.ever else placed.key
        return unassigned_key(own) if is_late.get((type, own)) else own

    def _target(self, placed: PlacedMention) -> NameKey | None:
        """Return the name that the place of a mention was given to, if it is one."""
        given = {
            key
            for span, type, key in self.targets.get(placed.document, ())
            if (span.page, type) == (placed.page, placed.mention.type)
            and span.start < placed.mention.end
            and placed.mention.start < span.end
        }
        return given.pop() if len(given) == 1 else None

    def _missing(self, view: CaseView, document: DocumentId, there: Sequence[PlacedMention]) -> Iterator[PlacedMention]:
        """Yield a mention for each place that was given to a name and at which nothing was found."""
        taken = [(each.page, each.mention.start, each.mention.end) for each in there]
        for span, type, key in self.targets.get(document, ()):
            page = view.page(document, span.page)
            if page and not any(number == span.page and start < span.end and span.start < end for number, start, end in taken):
                text = page.text[span.start : span.end]
                yield PlacedMention(document, span.page, key, Mention(span.start, span.end, text, type, DECIDED_SOURCE, 1.0))

    def _is_late(self, view: CaseView, document: DocumentId) -> Mapping[TypedKey, bool]:
        """Return, for each name that several bear, whether a document came after that was said."""
        came = [self.receipts[id] for id in view.receipts_of([document]).get(document, ()) if id in self.receipts]
        return {key: bool(came) and min(came) > time for key, time in self.since.items()}


def waiting_places(view: CaseView, type: MentionType) -> tuple[NameTotal, ...]:
    """Return the names that several bear, under the key of places that came since and wait for somebody to say whom they name."""
    keys = sorted(unassigned_key(key) for key in namesakes(view.judgements(), type) if not is_unassigned(key))
    return view.names_with(type, keys)
