"""From the port's query to tantivy's, node by node. Its own query parser is never used: it drops `*` after Arabic in silence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import combinations
from math import log
from typing import Final

from tantivy import FieldType, Occur, Query, Schema, Searcher

from kashf.adapters.index.fields import FOREVER, days
from kashf.language.words.folding import fold
from kashf.ports.search import All, AnyWord, Days, Either, Field, Fuzzy, IndexQuery, Layer, Phrase, Prefix, Stem, Without

#: Alternatives that are ranked by how rare they are together; more than these are only found, with one score for all.
_MOST_RANKED: Final = 64


class QueryBuilder:
    """Makes tantivy queries for one state of an index.

    Args:
        schema: Of the index.
        searcher: Knows how rare words are.
    """

    def __init__(self, schema: Schema, searcher: Searcher) -> None:
        self._schema = schema
        self._searcher = searcher

    def whole(self, query: IndexQuery, *, layer: Layer) -> Query:
        """Return the query for the passages of a layer."""
        if layer is Layer.ALL:
            clauses = [(Occur.MustNot, self._of(Layer.ABOUT))]
        elif layer is Layer.SHOWN:  # Most are, so that leaving the others out is quicker.
            clauses = [(Occur.MustNot, self._of(other)) for other in (Layer.PASSED_OVER, Layer.UNSURE, Layer.ABOUT)]
        else:
            clauses = [(Occur.Must, _filter(self._of(layer)))]
        return Query.boolean_query([(Occur.Must, self._node(query)), *clauses])

    def _of(self, layer: Layer) -> Query:
        return Query.term_query(self._schema, "layer", layer.value)

    def _node(self, node: IndexQuery) -> Query:
        match node:
            case All(parts):
                return self._all(parts)
            case Either(parts):
                return Query.boolean_query([(Occur.Should, self._node(part)) for part in parts]) if parts else Query.empty_query()
            case Without():
                return self._all((node,))
            case Field(name, values):
                folded = [fold(value) for value in values] if name == "channel" else list(values)
                return _filter(Query.term_set_query(self._schema, name, folded))
            case Days(date):
                return _filter(self._days(*days(date)))
            case _:
                return self._words(node)

    def _days(self, first: int, last: int) -> Query:
        """Return what may be of one of these days, begins no later than the last and ends no earlier than the first; (0, 0) for no date."""
        # A document without a date has 0 for both, and ends before any day.
        sides = (("first_day", 0, last), ("last_day", max(first, 1), FOREVER) if last else ("last_day", 0, 0))
        ranges = [Query.range_query(self._schema, name, FieldType.Unsigned, low, high) for name, low, high in sides]
        return Query.boolean_query([(Occur.Must, each) for each in ranges])

    def _all(self, parts: Sequence[IndexQuery]) -> Query:
        clauses = [
            (Occur.MustNot, self._node(part.part)) if isinstance(part, Without) else (Occur.Must, self._node(part)) for part in parts
        ]
        if all(isinstance(part, Without) for part in parts):
            clauses.append((Occur.Must, _filter(Query.all_query())))
        return Query.boolean_query(clauses)

    def _words(self, node: AnyWord | Stem | Prefix | Fuzzy | Phrase) -> Query:
        match node:
            case AnyWord(words):
                return self._any_word(sorted(words))
            case Stem(stem):
                return Query.term_query(self._schema, "stem", stem)
            case Prefix(beginning):
                return Query.regex_query(self._schema, "exact", re.escape(beginning) + ".*")
            case Fuzzy(word, distance):
                return Query.fuzzy_term_query(self._schema, "exact", word, distance)
            case Phrase(places, slop):
                return self._phrase(places, slop)

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
        return Query.disjunction_max_query([self._placed(name, terms, layout) for layout in _layouts(len(terms), slop)])

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
        case Prefix() | Fuzzy() | Field() | Days() | Without():
            return True
        case _:
            return False


def _layouts(places: int, slop: int) -> Iterable[tuple[int, ...]]:
    """Yield where the words of a phrase may stand, in order, with up to `slop` other words between them in all."""
    for rest in combinations(range(1, places + slop), places - 1):
        yield (0, *rest)


def _filter(query: Query) -> Query:
    """Let a query choose passages without a say in their order."""
    return Query.const_score_query(query, 0.0)
