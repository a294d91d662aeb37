"""From the port's query to tantivy's, node by node. Its own query parser is never used: it drops `*` after Arabic in silence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import combinations
from math import log
from typing import Final, cast

from tantivy import FieldType, Occur, Query, Schema, Searcher

from kashf.adapters.index.fields import HAS_OTHERS, owner_number
from kashf.domain.date import FOREVER
from kashf.language.words.folding import fold
from kashf.ports.search import (
    All,
    AnyWord,
    Days,
    Either,
    Field,
    Fuzzy,
    IndexQuery,
    InDocument,
    Joined,
    Layer,
    OfFile,
    Pattern,
    Phrase,
    Preferring,
    Prefix,
    Stem,
    Without,
    WordQuery,
)

#: What is no text of documents.
_NO_TEXT: Final = (Layer.ABOUT, Layer.TRANSLATED)
#: Alternatives that are ranked by how rare they are together; more than these are only found, with one score for all.
_MOST_RANKED: Final = 64
#: Documents of several passages up to which a part of a query is asked of all, and that a further part is narrowed to.
_MOST_OWNERS: Final = 5_000
#: Added to the score of a passage that holds all of what its document holds, and of one that answers word for word: more than any sum of
#: words comes to.
_WHOLE: Final = 500.0
_FIRST: Final = 1_000.0


class QueryBuilder:
    """Makes tantivy queries for one state of an index.

    Args:
        schema: Of the index.
        searcher: Knows how rare words are, and which documents answer a part of a query.
    """

    def __init__(self, schema: Schema, searcher: Searcher) -> None:
        self._schema = schema
        self._searcher = searcher
        self._layer = Layer.SHOWN
        self._others: dict[Layer, int] = {}

    def has(self, layer: Layer) -> bool:
        """Return whether there may be any passage of a layer."""
        return layer in {Layer.SHOWN, Layer.ALL} or self._searcher.doc_freq("layer", layer.value) > 0

    def whole(self, query: IndexQuery, *, layer: Layer) -> Query:
        """Return the query for the passages of a layer."""
        self._layer = layer
        return Query.boolean_query([(Occur.Must, self._node(query)), *self._in_layer(layer)])

    def _in_layer(self, layer: Layer) -> list[tuple[Occur, Query]]:
        if layer is Layer.ALL:
            return [(Occur.MustNot, self._of(other)) for other in _NO_TEXT]
        if layer is Layer.SHOWN:  # Most are, so that leaving the others out is quicker.
            return [(Occur.MustNot, self._of(other)) for other in (Layer.PASSED_OVER, Layer.UNSURE, *_NO_TEXT) if self.has(other)]
        return [(Occur.Must, _filter(self._of(layer)))]

    def _of(self, layer: Layer) -> Query:
        return Query.term_query(self._schema, "layer", layer.value)

    def _node(self, node: IndexQuery) -> Query:
        match node:
            case All(parts):
                return self._all(parts)
            case InDocument(parts):
                return self._in_document(parts)
            case Without():
                return self._all((node,))
            case Either(parts):
                return _any([self._node(part) for part in parts])
            case Preferring(query, first):
                preferred = Query.const_score_query(self._node(first), _FIRST)
                return Query.boolean_query([(Occur.Must, self._node(query)), (Occur.Should, preferred)])
            case _:
                return _filter(self._documents(node)) if isinstance(node, Field | Days | OfFile) else self._words(node)

    def _documents(self, node: Field | Days | OfFile) -> Query:
        """Return what is true of whole documents."""
        match node:
            case Field(name, values):
                return Query.term_set_query(self._schema, name, [fold(value) for value in values] if name == "channel" else list(values))
            case Days():
                return self._days(node)
            case OfFile(kind, query):
                of_kind = _filter(Query.term_query(self._schema, "kind", kind))
                return self._owned_by(self._owners(Query.boolean_query([(Occur.Must, self._node(query)), (Occur.Must, of_kind)])))

    def _days(self, asked: Days) -> Query:
        """Return what was written on one of some days, by itself or as its document was; for `UNDATED` what was at no known time."""
        first, last = asked.date.day_numbers()
        if asked.of_file:
            return self._between("file_", first, last, is_sure=False)
        by_itself = self._between("", first, last, is_sure=asked.is_sure)
        documents = self._owned_by(set(map(owner_number, asked.written or ())))
        return _any([by_itself, documents]) if last else Query.boolean_query([(Occur.Must, by_itself), (Occur.MustNot, documents)])

    def _between(self, kind: str, first: int, last: int, *, is_sure: bool) -> Query:
        """Return what may be of one of these days, begins no later than the last and ends no earlier than the first; (0, 0) for no date."""
        # What has no date has 0 for both, and ends before any day.
        begins, ends = f"first_{kind}day", f"last_{kind}day"
        if is_sure:
            sides = ((begins, max(first, 1), last), (ends, max(first, 1), last))
        else:
            sides = ((begins, 0, last), (ends, max(first, 1), FOREVER) if last else (ends, 0, 0))
        ranges = [Query.range_query(self._schema, name, FieldType.Unsigned, low, high) for name, low, high in sides]
        return Query.boolean_query([(Occur.Must, each) for each in ranges])

    def _all(self, parts: Sequence[IndexQuery]) -> Query:
        clauses = [
            (Occur.MustNot, self._node(part.part)) if isinstance(part, Without) else (Occur.Must, self._node(part)) for part in parts
        ]
        if all(isinstance(part, Without) for part in parts):
            clauses.append((Occur.Must, _filter(Query.all_query())))
        return Query.boolean_query(clauses)

    def _in_document(self, parts: Sequence[IndexQuery]) -> Query:
        """Return what holds every part, or some of them where the rest stands on other pages; nothing that is left out on any page."""
        left_out = [part.part for part in parts if isinstance(part, Without)]
        kept = [part for part in parts if not isinstance(part, Without)]
        wanted = [self._node(part) for part in kept]
        words = [query for part, query in zip(kept, wanted, strict=True) if not _narrows(part)]
        found = self._all(parts)
        if len(words) > 1 and self._looks_beyond() and (owners := self._owners_of_all(wanted)):
            whole = Query.boolean_query([(Occur.Must, found), (Occur.Should, Query.const_score_query(Query.all_query(), _WHOLE))])
            of_some = Query.boolean_query([(Occur.Must, _any(words)), (Occur.Must, self._owned_by(owners))])
            found = _any([whole, of_some])
        beyond = left_out if self._looks_beyond() else []
        apart = set[int]().union(*(self._owners(self._elsewhere(self._node(part))) for part in beyond if not _narrows(part)))
        return Query.boolean_query([(Occur.Must, found), (Occur.MustNot, self._owned_by(apart))]) if apart else found

    def _looks_beyond(self) -> bool:
        """Return whether documents have several passages in what is searched; how much more there is elsewhere is told by passage."""
        is_text = self._layer in {Layer.SHOWN, Layer.ALL}
        return self._layer in _NO_TEXT or (is_text and self._having_others() > 0)

    def _having_others(self) -> int:
        """Return how many passages of what is searched have others of their document beside them there."""
        if self._layer not in self._others:
            self._others[self._layer] = self._count(self._elsewhere(_filter(Query.all_query())))
        return self._others[self._layer]

    def _owners_of_all(self, parts: Sequence[Query]) -> set[int]:
        """Return the documents of several passages that hold every part, looked up from the rarest on where there are many."""
        several = [self._elsewhere(part) for part in parts]
        if self._having_others() > _MOST_OWNERS:
            several.sort(key=self._count)
        owners: set[int] = set()
        for number, asked in enumerate(several):
            is_narrow = bool(number) and len(owners) <= _MOST_OWNERS
            found = self._owners(Query.boolean_query([(Occur.Must, asked), (Occur.Must, self._owned_by(owners))]) if is_narrow else asked)
            owners = owners & found if number else found
            if not owners:
                break
        return owners

    def _elsewhere(self, query: Query) -> Query:
        """Narrow to documents of several passages, in the layer that is searched."""
        several = [] if self._layer in _NO_TEXT else [(Occur.Must, _filter(Query.term_query(self._schema, "extent", HAS_OTHERS)))]
        return Query.boolean_query([(Occur.Must, query), *several, *self._in_layer(self._layer)])

    def _count(self, query: Query) -> int:
        return int(self._searcher.search(query, limit=1).count or 0)  # type: ignore[attr-defined]  # the stub leaves it out

    def _owners(self, query: Query) -> set[int]:
        hits = self._searcher.search(query, limit=max(self._searcher.num_docs, 1), count=False).hits
        return set(cast("list[int]", self._searcher.fast_field_values("owner", [address for _, address in hits])))

    def _owned_by(self, owners: set[int]) -> Query:
        return _filter(Query.term_set_query(self._schema, "owner", sorted(owners))) if owners else Query.empty_query()

    def _words(self, node: WordQuery) -> Query:
        match node:
            case AnyWord(words):
                return self._any_word(sorted(words))
            case Phrase(places, slop):
                return self._phrase(places, slop)
            case Stem(stem):
                return Query.term_query(self._schema, "stem", stem)
            case Joined(forms):
                return _filter(Query.term_set_query(self._schema, "joined", sorted(forms)))
            case Fuzzy(word, distance):
                return Query.fuzzy_term_query(self._schema, "exact", word, distance)
            case Prefix() | Pattern():
                expression = node.expression if isinstance(node, Pattern) else f"{re.escape(node.beginning)}.*"
                return Query.regex_query(self._schema, "exact", expression)

    def _any_word(self, words: Sequence[str]) -> Query:
        """Rank alternatives as if they were one word, so that a rare misspelling does not outrank the common spelling."""
        found = [(word, count) for word in words if (count := self._searcher.doc_freq("exact", word))]
        if len(found) > _MOST_RANKED:
            return Query.term_set_query(self._schema, "exact", [word for word, _ in found])
        if not found:
            return Query.empty_query()
        together = self._rarity(sum(count for _, count in found))
        return Query.disjunction_max_query(
            [Query.boost_query(Query.term_query(self._schema, "exact", word), together / self._rarity(count)) for word, count in found]
        )

    def _rarity(self, count: int) -> float:
        """Inverse document frequency as BM25 has it; never 0."""
        everything = self._searcher.num_docs
        count = min(count, everything)
        return log(1 + (everything - count + 0.5) / (count + 0.5))

    def _phrase(self, places: tuple[AnyWord | Stem, ...], slop: int) -> Query:
        """Spell out where the words may stand: tantivy's own slop also takes them in another order and misses some in this one."""
        if len(places) == 1:
            return self._node(places[0])
        if all(isinstance(place, AnyWord) for place in places):
            name, terms = "exact", [sorted(place.words) for place in places if isinstance(place, AnyWord)]
        elif all(isinstance(place, Stem) for place in places):
            name, terms = "stem", [[place.stem] for place in places if isinstance(place, Stem)]
        else:
            raise TypeError("a phrase is of words or of stems, not of both")
        fields = (name, "onward") if name == "exact" else (name,)
        layouts = list(_layouts(len(terms), slop))
        return Query.disjunction_max_query([self._placed(field, terms, layout) for field in fields for layout in layouts])

    def _placed(self, name: str, terms: Sequence[Sequence[str]], layout: Sequence[int]) -> Query:
        if all(len(alternatives) == 1 for alternatives in terms):
            query = Query.phrase_query(self._schema, name, [(at, word) for at, (word,) in zip(layout, terms, strict=True)])
        else:
            patterns = ["|".join(map(re.escape, alternatives)) for alternatives in terms]
            query = Query.regex_phrase_query(self._schema, name, list(zip(layout, patterns, strict=True)))
        between = layout[-1] - len(terms) + 1
        return Query.boost_query(query, 1 / (1 + between))


def all_score_alike(query: IndexQuery) -> bool:
    """Return whether every passage that answers has the same score, because none of the words has one."""
    match query:
        case All(parts):
            return all(map(all_score_alike, parts))
        case Prefix() | Fuzzy() | Pattern() | Joined() | Field() | Days() | OfFile() | Without():
            return True
        case _:
            return False


def _layouts(places: int, slop: int) -> Iterable[tuple[int, ...]]:
    """Yield where the words of a phrase may stand, in order, with up to `slop` other words between them in all."""
    for rest in combinations(range(1, places + slop), places - 1):
        yield (0, *rest)


def _narrows(query: IndexQuery) -> bool:
    """Return whether a query is about whole documents alone, and about no word of them."""
    match query:
        case Field() | Days() | OfFile():
            return True
        case All(parts) | Either(parts) | InDocument(parts):
            return all(map(_narrows, parts))
        case Without(part):
            return _narrows(part)
        case _:
            return False


def _any(queries: Sequence[Query]) -> Query:
    return Query.boolean_query([(Occur.Should, query) for query in queries]) if queries else Query.empty_query()


def _filter(query: Query) -> Query:
    """Let a query choose passages without a say in their order."""
    return Query.const_score_query(query, 0.0)
