"""Who and what new documents name: for the first time in a case, or more of who was known."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from kashf.domain.entity import RESOLVED, MentionType, NameKey
from kashf.domain.ids import DocumentId
from kashf.ports.views import CaseView
from kashf.services.names.list import Named


@dataclass(frozen=True, slots=True)
class NameGain:
    """Somebody or something that new documents name.

    Args:
        type: What it is.
        key: The name it goes by.
        text: As it is written most often.
        more: Places in new documents that name it, by any of its names.
        in_documents: New documents with such places.
        mentions: Places in the whole case.
    """

    type: MentionType
    key: NameKey
    text: str
    more: int
    in_documents: int
    mentions: int

    @property
    def before(self) -> int:
        """Places in what was there before."""
        return self.mentions - self.more

    @property
    def is_new(self) -> bool:
        """Whether nothing that was there before names it."""
        return self.before == 0


@dataclass(slots=True)
class _Gain:
    places: int = 0
    documents: set[DocumentId] = field(default_factory=set)


def name_gains(view: CaseView, new: Collection[DocumentId], named: Collection[Named]) -> tuple[NameGain, ...]:
    """Return who and what new documents name: people, groups and places first, then those with the most places in them.

    Args:
        view: The case.
        new: Ids of the new documents.
        named: Everybody and everything of the case, as its list of names has it.
    """
    gains = _gains(view, new)
    found = (
        NameGain(each.type, each.key, each.text, gain.places, len(gain.documents), each.mentions)
        for each in named
        if (gain := gains.get((each.type, each.key)))
    )
    return tuple(sorted(found, key=lambda each: (each.type not in RESOLVED, -each.more, each.type, each.key)))


def _gains(view: CaseView, new: Collection[DocumentId]) -> Mapping[tuple[MentionType, NameKey], _Gain]:
    leaders = {type: view.leaders(type) for type in RESOLVED}
    found: dict[tuple[MentionType, NameKey], _Gain] = defaultdict(_Gain)
    for place in view.mentions_among(sorted(new), list(MentionType)):
        gain = found[place.type, leaders.get(place.type, {}).get(place.key, place.key)]
        gain.places += 1
        gain.documents.add(place.document)
    return found
