"""What is named in a case, where, how often, and what people decided about it: the part of a case's view that tells of names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from kashf.domain.entity import Judgement, MentionType, NameKey, PlacedMention
from kashf.domain.ids import DocumentId
from kashf.domain.judging import Judged

#: Code points that a mention's text or key may have: what is longer is no name, and the key of no index.
NAME_LENGTH = 300


@dataclass(frozen=True, slots=True)
class NameTotal:
    """A name and how often it stands in the case; names that fold alike are one.

    Args:
        type: What is named.
        key: What it is counted under.
        text: Its most frequent spelling.
        mentions: Places that name it.
        documents: Documents with such places, copies included.
        variants: Its other spellings, the most frequent first.
    """

    type: MentionType
    key: NameKey
    text: str
    mentions: int
    documents: int
    variants: tuple[str, ...] = ()


class NamesView(Protocol):
    """Reads names and decisions. What tells of names raises UnfinishedError for a case of an earlier kashf, which did not look for any."""

    def names(self, type: MentionType, *, after: str = "", limit: int = 100, containing: str = "") -> tuple[NameTotal, ...]:
        """Return the names of one type, the most frequent first, those as frequent by key.

        Args:
            type: What is named.
            after: A key from an earlier answer, from which to go on; "" for the beginning.
            limit: How many at most; one large number is faster than many small ones.
            containing: A part of the key, folded; "" for all.

        Raises:
            NotFoundError: There is no name `after`.
        """
        ...

    def names_with(self, type: MentionType, keys: Sequence[NameKey]) -> tuple[NameTotal, ...]:
        """Return the totals of some names, in the order asked for; unknown keys are left out."""
        ...

    def mentions_of(self, type: MentionType, keys: Sequence[NameKey]) -> tuple[PlacedMention, ...]:
        """Return every place that names one of these, by document, page and place."""
        ...

    def mentions_in(self, document: DocumentId, *, page: int | None = None) -> tuple[PlacedMention, ...]:
        """Return what is named in a document, or on one page of it, by page and place."""
        ...

    def mentions(self, *, after: str = "", limit: int = 500) -> tuple[PlacedMention, ...]:
        """Return what is named in the `limit` documents with mentions that follow the id `after`, by document, page and place.

        For walking through all of them.
        """
        ...

    def judgements(self) -> tuple[Judgement, ...]:
        """Return what people decided and did not undo, the latest about each pair, oldest first."""
        ...

    def judgement_history(self) -> tuple[Judged, ...]:
        """Return everything that was decided, oldest first, with what was undone."""
        ...
