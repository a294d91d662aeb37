"""Who and what the documents of an answer name, what they hold, and where they lay, by how many documents: what it can be narrowed to."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Final

from kashf.domain.entity import MentionType, NameKey
from kashf.domain.ids import DocumentId
from kashf.errors import UnfinishedError
from kashf.ports.views import CaseView
from kashf.services.search.within import HAS, HOLDABLE, NAMED

#: Documents of an answer up to which names are counted: a person is waiting, and an answer that large is narrowed by other things first.
MOST_COUNTED: Final = 500
#: Names of each sort that are told.
_MOST_NAMES: Final = 30
#: Names that are joined to those of their entities before they are told.
_MOST_JOINED: Final = 100
#: The facet of folders, a field of the query language.
FOLDER: Final = "folder"

Facets = Mapping[str, Mapping[str, int]]


def named_facets(view: CaseView, documents: Sequence[DocumentId]) -> Facets:
    """Return how many of some documents name whom, hold what, and lay in which folder; nothing of more than MOST_COUNTED documents.

    Args:
        view: Their case.
        documents: Of the answer.
    """
    if not documents or len(documents) > MOST_COUNTED:
        return {}
    found: dict[str, Mapping[str, int]] = {FOLDER: _folders(view, documents)}
    with suppress(UnfinishedError):  # of a case that was not searched for names yet, which the page says
        by_key = _by_key(view, documents)
        found |= {word: dict(_entities(view, type, by_key[type])) for word, type in NAMED.items()}
        held = {kind: set().union(*by_key[type].values()) for kind, type in HOLDABLE.items() if type in by_key}
        found[HAS] = {kind: len(some) for kind, some in held.items()}
    return {name: counts for name, counts in found.items() if counts}


def _by_key(view: CaseView, documents: Sequence[DocumentId]) -> dict[MentionType, dict[NameKey, set[DocumentId]]]:
    found: dict[MentionType, dict[NameKey, set[DocumentId]]] = defaultdict(lambda: defaultdict(set))
    for place in view.mentions_among(documents, list(MentionType)):
        found[place.type][place.key].add(place.document)
    return found


def _entities(view: CaseView, type: MentionType, by_key: Mapping[NameKey, set[DocumentId]]) -> Iterator[tuple[str, int]]:
    """Yield the names that most documents have, each with all names of its entity, by the name it goes by."""
    often = sorted(by_key, key=lambda key: (-len(by_key[key]), key))[:_MOST_JOINED]
    members = view.memberships(type, often) if often else ()
    leaders = {key: key for key in often} | {member.key: member.leader for member in members}
    joined: dict[NameKey, set[DocumentId]] = defaultdict(set)
    for key, leader in leaders.items():
        joined[leader] |= by_key.get(key, set())
    texts = {total.key: total.text for total in view.names_with(type, sorted(joined))}
    first = sorted((leader for leader in joined if leader in texts), key=lambda leader: (-len(joined[leader]), leader))[:_MOST_NAMES]
    yield from ((texts[leader], len(joined[leader])) for leader in first)


def _folders(view: CaseView, documents: Sequence[DocumentId]) -> Mapping[str, int]:
    """Return in how many of its places' folders documents lay, each folder once a document."""
    counts: Counter[str] = Counter()
    for places in view.places(documents).values():
        counts.update({folder for place in places if (folder := place.rpartition("/")[0])})
    return dict(counts.most_common(_MOST_NAMES))
