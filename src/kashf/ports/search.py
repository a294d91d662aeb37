"""The search index: what goes in, what may be asked, what comes out.

The index is derived and disposable. It holds folded words and stems of each passage by position and the facets of its document;
texts and offsets come from the case. Words are made by `kashf.language.words.tokens` on both sides, so the index never sees raw text.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final, Protocol

from kashf.domain.date import UNDATED, FuzzyDate
from kashf.domain.ids import DocumentId
from kashf.language.words.folding import Folded
from kashf.ports.sound.index_files import IndexOfFiles

#: Kind of the passage that a translation is.
TRANSLATION: Final = "translation"


class Layer(StrEnum):
    """Which text is searched; every passage belongs to one of the first five."""

    #: What default answers speak of.
    SHOWN = "shown"
    #: What they pass over on pages that were read surely: tickers, navigation, quoted mail.
    PASSED_OVER = "passed-over"
    UNSURE = "unsure"  # pages of which words are more often wrong than right
    #: No text of a document: names of files, and what they say about themselves.
    ABOUT = "about"
    #: No text of a document: what people, and programs they asked, translated of its pages.
    TRANSLATED = "translated"
    ALL = "all"  # text of documents


@dataclass(frozen=True, slots=True)
class Facets:
    """What a document can be narrowed by.

    Args:
        type: Media type.
        channels: Who passed it on.
        languages: ISO 639 codes of what the passage holds.
        file_date: The date its metadata give.
        sender: Folded words of the sender.
        recipient: Folded words of the recipients.
        origin: "digital", "ocr", "mixed" or "".
        own_date: When this passage was written, a message of a conversation; None where the case knows when its document was.
    """

    type: str = ""
    channels: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    file_date: FuzzyDate = UNDATED
    sender: tuple[Folded, ...] = ()
    recipient: tuple[Folded, ...] = ()
    origin: str = ""
    own_date: FuzzyDate | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A page, or a piece of a long one, as the index takes it.

    Args:
        document: Whose page it is.
        page: Number, from 1; 0 for one thing known of the document beside its text. Of that, and of a translation, `start` is the number.
        start: Code point of the page's text at which the piece begins.
        end: One past its last code point.
        words: Folded words in order.
        facets: Of its document.
        is_marked: True for text that default search passes over.
        is_unsure: True for a page of which words are more often wrong than right.
        joined: Forms of what stands in it without the signs that part letters and digits, in no order.
        onward: Its last words and the first ones of what follows in the document, for phrases that run over its end.
        kind: What is known of the document: "name", "folder", "title", "author"; `TRANSLATION`; "" for others, and for text.
        has_others: Whether its document has other passages.
        is_whole: True for a message of a conversation: no phrase runs over its end.
    """

    document: DocumentId
    page: int
    start: int
    end: int
    words: Sequence[Folded]
    facets: Facets
    is_marked: bool = False
    is_unsure: bool = False
    joined: Sequence[Folded] = ()
    onward: Sequence[Folded] = ()
    kind: str = ""
    has_others: bool = False
    is_whole: bool = False

    @property
    def layer(self) -> Layer:
        """To which text it belongs."""
        if not self.page:
            return Layer.ABOUT
        if self.kind == TRANSLATION:
            return Layer.TRANSLATED
        return Layer.UNSURE if self.is_unsure else Layer.PASSED_OVER if self.is_marked else Layer.SHOWN


@dataclass(frozen=True, slots=True)
class AnyWord:
    """One place in the text filled by any of these folded words, compared exactly."""

    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Stem:
    """One place filled by any word with this stem."""

    stem: str


@dataclass(frozen=True, slots=True)
class Prefix:
    """One place filled by any folded word that begins like this."""

    beginning: str


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """One place filled by any folded word within `distance` edits (1 or 2)."""

    word: str
    distance: int


@dataclass(frozen=True, slots=True)
class Pattern:
    """One place filled by any folded word that this regular expression fits from its first letter to its last."""

    expression: str


@dataclass(frozen=True, slots=True)
class Joined:
    """Anywhere, one of these forms without the signs that part letters and digits."""

    forms: frozenset[str]


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words or stems next to one another, in order; up to `slop` other words between them."""

    places: tuple[AnyWord | Stem, ...]
    slop: int = 0


@dataclass(frozen=True, slots=True)
class Field:
    """A document facet has this value: type, channel, language, sender, recipient, origin. `values` are alternatives."""

    name: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Days:
    """When it was written may be one of these days; with `of_file` its file's date may; `UNDATED` asks for what says none.

    `written` holds the documents of these days, for `UNDATED` all that have a day; `is_sure` wants all days of a message among these.
    """

    date: FuzzyDate
    of_file: bool = False
    written: frozenset[DocumentId] | None = None
    is_sure: bool = False


@dataclass(frozen=True, slots=True)
class All:
    """Every part holds for the passage."""

    parts: tuple[IndexQuery, ...]


@dataclass(frozen=True, slots=True)
class InDocument:
    """Every part holds somewhere in the document; of one whose passages hold only some of them, those that hold any answer."""

    parts: tuple[IndexQuery, ...]


@dataclass(frozen=True, slots=True)
class OfFile:
    """Something known of the document's file, of one kind ("name", "folder", "title", "author"), answers."""

    kind: str
    query: IndexQuery


@dataclass(frozen=True, slots=True)
class Preferring:
    """The query holds; passages that also answer `first` come before all others."""

    query: IndexQuery
    first: IndexQuery


@dataclass(frozen=True, slots=True)
class Either:
    """At least one part holds."""

    parts: tuple[IndexQuery, ...]


@dataclass(frozen=True, slots=True)
class Without:
    """The part does not hold."""

    part: IndexQuery


WordQuery = AnyWord | Stem | Prefix | Fuzzy | Pattern | Joined | Phrase
IndexQuery = WordQuery | Field | Days | OfFile | All | InDocument | Either | Without | Preferring


@dataclass(frozen=True, slots=True)
class PassageHit:
    """A passage that answers a query.

    Args:
        document: Whose page it is.
        page: Number.
        start: Where the passage begins on the page.
        end: Where it ends.
        score: Higher is better; comparable within one answer only.
        is_marked: Whether it is text that default search passes over.
        is_unsure: Whether its page is one of which words are more often wrong than right.
    """

    document: DocumentId
    page: int
    start: int
    end: int
    score: float
    is_marked: bool = False
    is_unsure: bool = False


@dataclass(frozen=True, slots=True)
class PassageHits:
    """One answer: the hits asked for, and how many there are in all."""

    hits: tuple[PassageHit, ...]
    total: int


class IndexWriter(Protocol):
    """The one writer of an index."""

    def put(self, passages: Sequence[Passage]) -> None:
        """Add passages; those of the same documents that were added before must be dropped first."""
        ...

    def drop(self, documents: Sequence[DocumentId]) -> None:
        """Take out all passages of some documents."""
        ...

    def commit(self) -> None:
        """Make it durable and visible to new searches.

        Raises:
            NoSpaceError: The disk is full.
        """
        ...

    def close(self) -> None:
        """Let go without committing."""
        ...


class Vocabulary(Protocol):
    """The folded words of all texts of a case, and of what is known of its files."""

    def known(self, words: Collection[str]) -> frozenset[str]:
        """Return which of these stand anywhere."""
        ...

    def beginning(self, letters: str) -> Sequence[str]:
        """Return those that begin like this, the most frequent first; "" for all."""
        ...


class SearchIndex(IndexOfFiles, Protocol):
    """A case's index; what reads it raises DamagedIndexError where it is missing or unreadable."""

    def writer(self) -> IndexWriter:
        """Return the writer; an index that is missing or of another version is made anew.

        Raises:
            CaseLockedError: Another process writes to it.
        """
        ...

    def clear(self) -> None:
        """Throw the index away; the next writer makes it anew.

        Raises:
            CaseLockedError: Another process writes to it.
        """
        ...

    def is_whole(self) -> bool:
        """Return whether there is a readable index of this version."""
        ...

    def search(self, query: IndexQuery, *, limit: int, offset: int = 0, layer: Layer = Layer.SHOWN) -> PassageHits:
        """Return passages by score, then document, page and start, so that the same index gives the same order every time.

        Of documents that were indexed again one by one, passages that were taken out may weigh in the scores for a while.
        """
        ...

    def facets(
        self, query: IndexQuery, *, layer: Layer = Layer.SHOWN, months: Mapping[DocumentId, str] = MappingProxyType({})
    ) -> Mapping[str, Mapping[str, int]]:
        """Return how many documents answer, by type, channel, language, origin and month ("yyyy-mm") as told, or of a message."""
        ...

    def documents(self, query: IndexQuery, *, layer: Layer = Layer.SHOWN) -> tuple[DocumentId, ...]:
        """Return which documents answer, each once, by id."""
        ...

    def pages(self, query: IndexQuery, *, but: Collection[tuple[DocumentId, int]] = ()) -> frozenset[tuple[DocumentId, int]]:
        """Return the pages on which what is shown answers, other than those that are known already."""
        ...

    def vocabulary(self) -> Vocabulary:
        """Return the words that it holds now."""
        ...

    def size_bytes(self) -> int:
        """Return what the index takes on disk."""
        ...
