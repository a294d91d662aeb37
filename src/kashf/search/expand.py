"""From the tree of a query to a question for the index, each word with its forms and with its spellings in the case.

Unless asked for exactly, a word is found as it is, in its grammatical forms, behind written-on particles (و ف ب ل ك), in every spelling of
either script that occurs in the case and is close enough, joined and apart. Each is kept as a `WayToFind`, so that a hit can say why.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from kashf.errors import UsageError
from kashf.language.sounds.units import is_arabic
from kashf.language.words.clitics import ARTICLE, ARTICLES
from kashf.language.words.tokens import folded_words
from kashf.ports.search import All, Either, Field, Fuzzy, IndexQuery, InDocument, OfFile, Pattern, Preferring, Prefix, Vocabulary, Without
from kashf.search.facets import FILE_FIELDS, OF_FORMS, facet
from kashf.search.pattern import MOST_FITTING, fitting, literal_beginning, of_expression, of_wildcard
from kashf.search.query import And, Beginning, Expression, Leaf, Narrow, Node, Not, Or, Quoted, Similar, Term, Wildcard, every_leaf, leaves
from kashf.search.ways.name_spellings import MOST_SPELLED, WordList, in_one_word, spellings
from kashf.search.ways.of_phrase import broken_at_line_end, ways_to_find_phrase
from kashf.search.ways.of_word import ways_to_find_word
from kashf.search.ways.side_by_side import side_by_side, ways_to_find_together
from kashf.search.ways.way import FUNCTION_WORDS, EveryWord, WayToFind, in_a_row

#: Fields whose values are names of people.
_NAMES: Final = frozenset({"from", "to"})
_ONE_NAME: Final = re.compile(r"[^\W\d_](?:[^\W\d_]|['`´’‘\u0610-\u061a\u064b-\u065f\u0670-])*")
#: A number and no name.
_ROMAN: Final = re.compile("[IVX]{2,}")
#: What asks for all of a query within one passage.
_WITHIN_PAGE: Final = Narrow("within", "page")


@dataclass(frozen=True, slots=True)
class ExpandedQuery:
    """What the index is asked, and why.

    Args:
        query: For the index.
        aims: What is looked for, the most literal first for each word; what is left out is not among it.
        spellings: The case's own spellings that are looked for, by word of the query, closest first.
    """

    query: IndexQuery
    aims: tuple[WayToFind, ...]
    spellings: Mapping[str, tuple[str, ...]]


def expand(
    node: Node,
    words: WordList,
    *,
    exact: bool = False,
    variants: bool = True,
    vocabulary: Vocabulary | None = None,
    forms: Mapping[Narrow, Collection[str]] = MappingProxyType({}),
) -> ExpandedQuery:
    """Return the question that a query asks of the index.

    Args:
        node: The parsed query.
        words: The case's word list.
        exact: Only words as they stand, folded.
        variants: With the spellings found in the case; without effect when `exact`.
        vocabulary: The words of the case, as its index knows them; None where it is not known which there are.
        forms: Ids of the documents of which a form says what `field:` asks, for each such part of the query.

    Raises:
        UsageError: More words than spellings are looked up for, or a pattern fits too many words.
    """
    found = node if exact else side_by_side(node)
    expander = _Expander(
        _spellings(found, words) if variants and not exact else {},
        vocabulary or EveryWord(),
        exact=exact,
        by_page=_WITHIN_PAGE in leaves(node),
        forms=forms,
    )
    aims = dict.fromkeys(aim for leaf in leaves(found) for aim in expander.aims(leaf))
    query = expander.query(found)
    if not exact and any(isinstance(leaf, Term | Quoted) for leaf in leaves(node)):
        query = Preferring(query, _literal(node))
    return ExpandedQuery(query, tuple(aims), {word: found for word, found in expander.spellings.items() if found})


class _Expander:
    def __init__(
        self,
        spellings: Mapping[str, tuple[str, ...]],
        vocabulary: Vocabulary,
        *,
        exact: bool,
        by_page: bool,
        forms: Mapping[Narrow, Collection[str]],
    ) -> None:
        self.spellings = spellings
        self._forms = forms
        self._vocabulary = vocabulary
        self._exact = exact
        self._all = All if by_page else InDocument
        self._aims: dict[Leaf, list[WayToFind]] = {}

    def query(self, node: Node) -> IndexQuery:
        match node:
            case And(parts):
                return self._all(tuple(map(self.query, parts)))
            case Or(parts):
                return Either(tuple(map(self.query, parts)))
            case Not(part):
                return Without(self.query(part))
            case Narrow(field, value):
                return self._narrow(field, value)
            case _:
                return _either([*(aim.leaf for aim in self.aims(node)), *self._broken(node)])

    def aims(self, leaf: Leaf) -> list[WayToFind]:
        """Return the ways to find a leaf; none for a field, which finds documents and no words."""
        if leaf not in self._aims:
            self._aims[leaf] = self._ways(leaf)
        return self._aims[leaf]

    def _ways(self, leaf: Leaf) -> list[WayToFind]:
        match leaf:
            case Term(text):
                return self._word(text)
            case Quoted(text, slop):
                literal = [WayToFind(text, "phrase", in_a_row(folded_words(text), slop))]
                return literal if self._exact else ways_to_find_phrase(text, slop, self._vocabulary)
            case Beginning(text):
                letters = folded_words(text)[0]
                return [WayToFind(text, "prefix", Prefix(each)) for each in (letters, *self._behind_article(letters))]
            case Wildcard(text) | Expression(text):
                expression = of_wildcard(text) if isinstance(leaf, Wildcard) else of_expression(text)
                behind = self._behind_article(literal_beginning(expression)) if isinstance(leaf, Wildcard) else ()
                articles = [each.removesuffix(literal_beginning(expression)) for each in behind]
                return [WayToFind(text, "pattern", self._pattern(f"{article}{expression}")) for article in ("", *articles)]
            case Similar(text, distance):
                return [WayToFind(text, "fuzzy", Fuzzy(folded_words(text)[0], distance))]
            case Narrow():
                return []

    def _word(self, text: str) -> list[WayToFind]:
        if self._exact:
            return [WayToFind(text, "exact", in_a_row(folded_words(text)))]
        if " " in text:
            return ways_to_find_together(text, self.spellings.get(in_one_word(text), ()), self._vocabulary)
        return ways_to_find_word(text, self.spellings, self._vocabulary)

    def _broken(self, leaf: Leaf) -> Iterator[IndexQuery]:
        if isinstance(leaf, Quoted) and not leaf.slop and not self._exact:
            yield from broken_at_line_end(leaf.text)

    def _behind_article(self, beginning: str) -> tuple[str, ...]:
        """Return the beginning of an Arabic word behind each article, since nobody who asks for its beginning thinks of one."""
        is_bare = beginning and is_arabic(beginning) and not beginning.startswith(ARTICLE)
        return tuple(f"{article}{beginning}" for article in ARTICLES) if is_bare and not self._exact else ()

    def _pattern(self, expression: str) -> Pattern:
        """Return what asks for the words that an expression fits.

        Raises:
            UsageError: They are too many.
        """
        fits = fitting(expression)
        found = sum(1 for word in self._vocabulary.beginning(literal_beginning(expression)) if fits(word))
        if found > MOST_FITTING:
            raise UsageError(
                f"the pattern fits {found:,} words of this case; give more of its letters, so that it fits {MOST_FITTING:,} at most",
                code="pattern-too-wide",
                found=found,
                most=MOST_FITTING,
            )
        return Pattern(expression)

    def _narrow(self, field: str, value: str) -> IndexQuery:
        if field == OF_FORMS:
            return Field("document", tuple(sorted(self._forms[Narrow(field, value)])))
        if field in FILE_FIELDS:
            return OfFile(field, _all_of([_either([aim.leaf for aim in self._word(word)]) for word in value.split() if folded_words(word)]))
        asked = facet(field, value)
        names = asked.parts if isinstance(asked, All) and asked.parts else (asked,)
        return All(tuple(self._spelled(part) for part in names)) if field in _NAMES else asked

    def _spelled(self, part: IndexQuery) -> IndexQuery:
        if not isinstance(part, Field):
            return part
        return Field(part.name, tuple(word for value in part.values for word in (value, *self.spellings.get(value, ()))))


def _either(queries: Sequence[IndexQuery]) -> IndexQuery:
    return queries[0] if len(queries) == 1 else Either(tuple(queries))


def _all_of(queries: Sequence[IndexQuery]) -> IndexQuery:
    return queries[0] if len(queries) == 1 else All(tuple(queries))


def _literal(node: Node) -> IndexQuery:
    """Return what a passage answers that has each word of the query as it was typed; fields and patterns have no say."""
    match node:
        case And(parts):
            return All(tuple(_literal(part) for part in parts if not isinstance(part, Not | Narrow)))
        case Or(parts):
            return Either(tuple(map(_literal, parts)))
        case Term(text) | Quoted(text):
            return in_a_row(folded_words(text))
        case _:
            return All(())


def _spellings(node: Node, words: WordList) -> dict[str, tuple[str, ...]]:
    """Return the case's spellings of each word that may be a name, closest first."""
    asked = dict.fromkeys(name for leaf in every_leaf(node) for name in _names(leaf))
    if len(asked) > MOST_SPELLED:
        raise UsageError(
            f"spellings are looked up for at most {MOST_SPELLED} words; ask for fewer at a time, or search exactly",
            code="too-many-words-to-spell",
            most=MOST_SPELLED,
        )
    return spellings(tuple(asked), words)


def _names(leaf: Leaf) -> Iterator[str]:
    """Yield what of a leaf may be a name: one word, or several that only hyphens and apostrophes part (al-Shamali)."""
    match leaf:
        case Term(text) if " " in text:
            yield from filter(None, [in_one_word(text)])
        case Term(text) if _ONE_NAME.fullmatch(text) and not _ROMAN.fullmatch(text) and not FUNCTION_WORDS.issuperset(folded_words(text)):
            yield text
        case Narrow(field, value) if field in _NAMES | FILE_FIELDS:
            yield from folded_words(value)
        case _:
            return
