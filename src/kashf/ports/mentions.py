"""What is named in a case, where, how often, and what people decided about it: the parts of a case's store that know of names."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from kashf.domain.decisions import Decision
from kashf.domain.document import Span
from kashf.domain.entity import Judgement, MentionType, NameKey, PlacedMention
from kashf.domain.ids import DocumentId
from kashf.domain.reasons import NO_REASONS, Reasons

#: What found a name where nothing says what it is, since it is sure elsewhere in the case.
FOUND_AGAIN = "gazetteer:found"
#: What found a whole name, sure elsewhere in the case, where a shorter one had been found: it stays in the place of that one.
FOUND_LONGER = "gazetteer:longer"
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


@dataclass(frozen=True, slots=True)
class EntityTotal:
    """An entity and how often it is named in the case, by any of its names; a name that was not resolved is an entity of its own.

    Args:
        leader: The name it goes by.
        mentions: Places that name it.
        documents: Documents with such places, copies included, each counted once.
    """

    leader: NameKey
    mentions: int
    documents: int


@dataclass(frozen=True, slots=True)
class NamePair:
    """Two names of one type that are, or may be, names of one.

    Args:
        left: The one that sorts first.
        right: The other.
        score: In [0..1]; how alike they are.
        why: The reasons.
        warning: What makes them false friends; empty when nothing does.
    """

    left: NameKey
    right: NameKey
    score: float
    why: Reasons
    warning: Reasons = NO_REASONS


@dataclass(frozen=True, slots=True)
class Membership:
    """Which entity a name belongs to, and why.

    Args:
        key: The name.
        leader: The name its entity goes by: its most frequent full form.
        via: The member it was joined to; "" for the leader.
        score: In [0..1]; of that join, 1 for the leader and for what people decided.
        why: The reasons; none for the leader.
        is_undecided: Whether it is a partial name, or one that fits several entities, so that it stands apart until somebody decides.
    """

    key: NameKey
    leader: NameKey
    via: NameKey
    score: float
    why: Reasons
    is_undecided: bool = False


@dataclass(frozen=True, slots=True)
class Resolution:
    """Which names of one type are one, as far as scores and decisions say.

    Args:
        version: Of what it was made from and by; whoever makes it knows by it whether to make it again.
        pairs: Names that are or may be one, by their keys.
        members: Every name with its entity, by key.
    """

    version: str
    pairs: tuple[NamePair, ...]
    members: tuple[Membership, ...]


@dataclass(frozen=True, slots=True)
class DecidedTerms:
    """What people decided about terms of one type, as far as it changes what is told of names.

    Args:
        labels: What those names are called that were made for another man of a name, by key.
        no_names: Terms that are no names: nothing tells of them.
    """

    labels: Mapping[NameKey, str]
    no_names: frozenset[NameKey] = frozenset()


class NamedPlace(NamedTuple):
    """Where something is named: the least of a mention, of which there may be many.

    Args:
        type: What is named.
        key: The key of the name.
        document: Whose page it is.
        page: Number, from 1.
        start: First code point of the page's text.
        end: One past the last.
    """

    type: MentionType
    key: NameKey
    document: DocumentId
    page: int
    start: int
    end: int

    @property
    def span(self) -> Span:
        """The place, as it is cited."""
        return Span(self.document, self.page, self.start, self.end)


@dataclass(frozen=True, slots=True)
class NameDocuments:
    """In which documents names stand, as numbers, since there may be a million places.

    Args:
        documents: The documents by their numbers.
        names: What is named, with the key of the name.
        standing: For each name the numbers of its documents, in any order, a document once for each place.
    """

    documents: Mapping[int, DocumentId]
    names: Sequence[tuple[MentionType, NameKey]]
    standing: Sequence[Sequence[int]]


class NamesUnit(Protocol):
    """The part of a unit of work that keeps names."""

    def put_mentions(self, items: Sequence[tuple[DocumentId, Sequence[PlacedMention]]]) -> None:
        """Store what is named in documents in place of what was stored of them."""
        ...

    def put_terms(self, type: MentionType, terms: DecidedTerms) -> None:
        """Store what people decided about terms of a type in place of what was stored before; mentions stay as they are."""
        ...

    def put_resolution(self, type: MentionType, resolution: Resolution) -> None:
        """Store which names of a type are one, in place of what was stored before."""
        ...

    def put_members(self, type: MentionType, members: Sequence[Membership]) -> None:
        """Store the entities of some names in place of those they had; other names stay where they are."""
        ...

    def put_forms(self, version: str, *, lines: int, places: Sequence[Span]) -> None:
        """Store which places of names are printed by forms, in place of what was stored before.

        It is forgotten by whatever stores or leaves out mentions afterwards.

        Args:
            version: Of what finds forms.
            lines: How many lines of forms there are.
            places: Places of mentions.
        """
        ...


class NamesView(Protocol):
    """Reads names and decisions; of terms that are no names nothing is told.

    What tells of names raises UnfinishedError for a case of an earlier kashf, which did not look for any.
    """

    def names(self, type: MentionType, *, after: str = "", limit: int | None = 100, containing: str = "") -> tuple[NameTotal, ...]:
        """Return the names of one type, the most frequent first, those as frequent by key.

        Args:
            type: What is named.
            after: A key from an earlier answer, from which to go on; "" for the beginning.
            limit: How many at most; None for all, which is faster than many small numbers.
            containing: A part of the key, folded; "" for all.

        Raises:
            NotFoundError: There is no name `after`.
        """
        ...

    def names_with(self, type: MentionType, keys: Sequence[NameKey]) -> tuple[NameTotal, ...]:
        """Return the totals of some names, in the order asked for; unknown keys are left out."""
        ...

    def entities(self, type: MentionType, *, limit: int | None = 100, containing: str = "") -> tuple[EntityTotal, ...]:
        """Return the entities of one type, the most often named first, those as often named by leader.

        Args:
            type: What is named.
            limit: How many at most; None for all.
            containing: A part of the key of one of its names, folded; "" for all.
        """
        ...

    def keys_with_words(self, type: MentionType, words: Collection[str]) -> tuple[NameKey, ...]:
        """Return the names of a type in which one of these words stands, by key."""
        ...

    def pages_with(self, type: MentionType, keys: Sequence[NameKey]) -> frozenset[tuple[DocumentId, int]]:
        """Return the pages that name one of these."""
        ...

    def keys_on(self, type: MentionType, pages: Sequence[tuple[DocumentId, int]]) -> Mapping[tuple[DocumentId, int], Sequence[NameKey]]:
        """Return the names of one type on each of some pages, as often as they stand there; pages without any are left out."""
        ...

    def mentions_of(self, type: MentionType, keys: Sequence[NameKey]) -> tuple[PlacedMention, ...]:
        """Return every place that names one of these, by document, page and place."""
        ...

    def first_places(self, type: MentionType, keys: Sequence[NameKey]) -> Mapping[NameKey, Span]:
        """Return for each of some names a place that names it, of all its places always the same one."""
        ...

    def found_by(
        self, type: MentionType, sources: Sequence[str], *, documents: Sequence[DocumentId] | None = None
    ) -> Mapping[NameKey, int]:
        """Return the names that some sources found, with in how many documents each.

        Args:
            type: What is named.
            sources: As mentions have them.
            documents: Where; None for everywhere.
        """
        ...

    def keys_in(self, document: DocumentId) -> Iterator[NameKey]:
        """Yield the names that stand in a document, one for each place that another source than `FOUND_AGAIN` found; few are held."""
        ...

    def documents_with(self, type: MentionType, keys: Sequence[NameKey]) -> tuple[DocumentId, ...]:
        """Return the documents that name one of these, each once, by id."""
        ...

    def mentions_on(self, pages: Sequence[tuple[DocumentId, int]]) -> tuple[PlacedMention, ...]:
        """Return what is named on some pages, by document, page and place."""
        ...

    def mentions_in(self, document: DocumentId, *, page: int | None = None) -> tuple[PlacedMention, ...]:
        """Return what is named in a document, or on one page of it, by page and place."""
        ...

    def stored_mentions(self, document: DocumentId) -> Iterator[PlacedMention]:
        """Yield everything that is stored of a document, as whoever stores it anew has to know it: terms that are no names as well.

        By page and place; few are held at a time, and nothing of it may be written before the end.
        """
        ...

    def walk_mentions(self) -> Iterator[PlacedMention]:
        """Yield everything that is named, by document, page and place; it is read as one goes, some documents at a time."""
        ...

    def name_documents(self, types: Collection[MentionType]) -> NameDocuments:
        """Return the documents in which names of these types stand, once for each place, by one query."""
        ...

    def mentions_among(self, documents: Sequence[DocumentId], types: Collection[MentionType]) -> Iterator[NamedPlace]:
        """Yield what of these types is named in some documents, and where, by document, page and place."""
        ...

    def resolution_version(self, type: MentionType) -> str:
        """Return the version of what is stored of resolving a type, or "" when nothing is."""
        ...

    def name_pairs(self, type: MentionType, keys: Sequence[NameKey] | None = None) -> tuple[NamePair, ...]:
        """Return the stored pairs of names of a type that are or may be one, by their keys.

        Args:
            type: What is named.
            keys: Pairs with one of these names on either side; None for all there are.
        """
        ...

    def memberships(self, type: MentionType, keys: Sequence[NameKey] | None = None) -> tuple[Membership, ...]:
        """Return the names of a type with the entities they belong to, by leader and key; empty before the first resolving.

        Args:
            type: What is named.
            keys: All names of the entities to which one of these belongs; None for all there are.
        """
        ...

    def forms_version(self) -> str:
        """Return the version by which forms were found, or "" where they were not since mentions were last stored or left out."""
        ...

    def form_lines(self) -> int:
        """Return how many lines of forms there are."""
        ...

    def printed_documents(self, types: Collection[MentionType]) -> NameDocuments:
        """Return the documents in which names of these types stand in forms, once for each place."""
        ...

    def printed_places(self, documents: Sequence[DocumentId]) -> frozenset[Span]:
        """Return the places of names in some documents that stand in forms."""
        ...

    def leaders(self, type: MentionType) -> Mapping[NameKey, NameKey]:
        """Return the name its entity goes by for each name of a type that goes by another than its own."""
        ...

    def judgements(self) -> tuple[Judgement, ...]:
        """Return what people decided and did not undo, what holds about each pair, in the order in which it was last decided on."""
        ...

    def judgement_history(self) -> tuple[Decision, ...]:
        """Return everything that was decided, oldest first, with what was undone."""
        ...
