"""A case for another newsroom's program: its documents, groups and places; people, identifiers and texts stay here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from kashf.domain.entity import MentionType, NameKey
from kashf.domain.entries.delivery import Collection, Scope
from kashf.domain.ids import DocumentId
from kashf.ports.forms import is_sealed
from kashf.ports.views import CaseView, DocumentRecord
from kashf.publish.exchange.ftm_entities import ExchangedDocument, ftm_lines
from kashf.services.case.collections import is_in, narrow
from kashf.services.case.open import OpenCase


@dataclass(frozen=True, slots=True)
class ExchangedCase:
    """What leaves, and what does not.

    Args:
        content: The file.
        documents: How many it has.
        mentions: How many places in them that name a group or a place are told in it.
        withheld: Places that name something else, by what they name: nobody signs for these in bulk.
        sealed: Places that stand in sealed fields.
        elsewhere: Documents of the other collections.
    """

    content: bytes
    documents: int
    mentions: int
    withheld: Mapping[MentionType, int]
    sealed: int
    elsewhere: Mapping[Collection, int]


def exchange_case(case: OpenCase, *, scope: Scope = Scope.LEAK) -> ExchangedCase:
    """Return the documents of a collection with the groups and places that they name, as FollowTheMoney entities."""
    with case.view.snapshot():
        narrowed = narrow(case, scope)
        view = narrowed.case.view
        records = tuple(view.walk())
        leaders = view.leaders(MentionType.GROUP)
        groups: dict[DocumentId, dict[NameKey, Counter[str]]] = {}
        places: dict[DocumentId, set[str]] = {}
        names: dict[NameKey, Counter[str]] = {}
        withheld: Counter[MentionType] = Counter()
        told = sealed = 0
        hidden = case.shown.sealed_in([record.id for record in records])
        for each in view.walk_mentions():
            text, type = " ".join(each.mention.text.split()), each.mention.type
            if type is MentionType.PERSON or not type.traits.is_resolved:
                withheld[type] += 1
            elif is_sealed(hidden, each.span):
                sealed += 1
            elif type is MentionType.PLACE:
                places.setdefault(each.document, set()).add(text)
                told += 1
            else:
                key = leaders.get(each.key, each.key)
                groups.setdefault(each.document, {}).setdefault(key, Counter())[text] += 1
                names.setdefault(key, Counter())[text] += 1
                told += 1
        found = [_document(view, each, places.get(each.id, set()), groups.get(each.id, {})) for each in records]
        content = ftm_lines(found, {key: _ordered(some) for key, some in names.items()})
        return ExchangedCase(
            content, len(found), told, withheld, sealed, narrowed.elsewhere(lambda other: sum(1 for _ in other.view.walk()))
        )


def _document(view: CaseView, record: DocumentRecord, places: set[str], groups: Mapping[NameKey, Counter[str]]) -> ExchangedDocument:
    parents = {seen.parent for seen, _ in view.sightings(record.id) if seen.parent}
    return ExchangedDocument(
        id=record.id,
        file_name=record.name.replace("\\", "/").rsplit("/", 1)[-1],
        size_bytes=record.size_bytes,
        type=record.type,
        language=record.language,
        parents=tuple(sorted(parent for parent in parents if is_in(view, parent))),
        is_container=bool(view.members(record.id)),
        places=tuple(sorted(places)),
        groups={key: _ordered(some) for key, some in groups.items()},
    )


def _ordered(texts: Counter[str]) -> tuple[str, ...]:
    return tuple(sorted(texts, key=lambda text: (-texts[text], text)))
