"""From the tree of a query to a question for the index, each word with its stem and with its spellings in the case.

Unless asked for exactly, a word is found as it is, by its stem, behind written-on particles (و ف ب ل ك), and in every spelling of either
script that occurs in the case and is close enough. Phrases are literal. Each is kept as a `WayToFind`, so that a hit can say why.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from kashf.errors import UsageError
from kashf.language.person_names.vocabulary import is_given_name
from kashf.language.sounds.heard import heard
from kashf.language.sounds.similarity import similarity, skeletons
from kashf.language.tables import stop_words
from kashf.language.words.clitics import written_onto
from kashf.language.words.folding import Folded
from kashf.language.words.stemming import stem
from kashf.language.words.tokens import folded_words
from kashf.ports.search import All, AnyWord, Either, Field, Fuzzy, IndexQuery, Phrase, Prefix, Stem, Without
from kashf.search.facets import facet
from kashf.search.query import And, Beginning, Leaf, Narrow, Node, Not, Or, Quoted, Similar, Term, leaves

#: Spellings of one word that are looked for, the closest first.
MOST_SPELLINGS: Final = 60

#: From this similarity on, a word of the case is a spelling. On 10,395 pairs of Latin and Arabic names (CC0) .90 finds .80 of the true
#: ones among 20,000 words, with half a false one a name; .85 finds .01 more with three quarters of a false one, .94 finds .73.
LEAST_LIKENESS: Final = 0.9
#: Letters of a word in small Latin letters up to which it is looked for in its own script as it stands, unless it is a given name.
_SHORT: Final = 4

#: What ş š, ç č and ğ stand for; folded, nobody sees that they had a mark.
_MARKED: Final = {"s": "sh", "c": "ch", "g": "gh"}

#: Words of one query for which spellings are looked up: each is compared with hundreds of words of the case.
MOST_SPELLED: Final = 100

#: Fields whose values are names of people.
_NAMES: Final = frozenset({"from", "to"})
_ONE_NAME: Final = re.compile(r"[^\W\d_](?:[^\W\d_]|['`´’‘\u0610-\u061a\u064b-\u065f\u0670-])*")
_FUNCTION_WORDS: Final = frozenset(folded_words(stop_words.FUNCTION_WORDS))

By = Literal["exact", "stem", "spelling", "prefix", "fuzzy", "phrase"]
#: Gives the case's folded words by consonant skeleton, as CaseView.words_with does.
WordList = Callable[[Sequence[str]], Mapping[str, tuple[str, ...]]]


@dataclass(frozen=True, slots=True)
class WayToFind:
    """One way in which a word of the query is looked for.

    Args:
        asked: The word or phrase as it was typed.
        by: What makes a word of the text an answer.
        leaf: What the index is asked.
    """

    asked: str
    by: By
    leaf: AnyWord | Stem | Prefix | Fuzzy | Phrase


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


def expand(node: Node, words: WordList, *, exact: bool = False, variants: bool = True) -> ExpandedQuery:
    """Return the question that a query asks of the index.

    Args:
        node: The parsed query.
        words: The case's word list.
        exact: Only words as they stand, folded.
        variants: With the spellings found in the case; without effect when `exact`.

    Raises:
        UsageError: More words than spellings are looked up for.
    """
    expander = _Expander(_spellings(node, words) if variants and not exact else {}, exact=exact)
    aims = dict.fromkeys(aim for leaf in leaves(node) for aim in expander.aims(leaf))
    return ExpandedQuery(
        expander.query(node), tuple(aims), {word: spellings for word, spellings in expander.spellings.items() if spellings}
    )


class _Expander:
    def __init__(self, spellings: Mapping[str, tuple[str, ...]], *, exact: bool) -> None:
        self.spellings = spellings
        self._exact = exact

    def query(self, node: Node) -> IndexQuery:
        match node:
            case And(parts):
                return All(tuple(map(self.query, parts)))
            case Or(parts):
                return Either(tuple(map(self.query, parts)))
            case Not(part):
                return Without(self.query(part))
            case Narrow(field, value):
                return self._narrow(field, value)
            case _:
                ways = tuple(aim.leaf for aim in self.aims(node))
                return ways[0] if len(ways) == 1 else Either(ways)

    def aims(self, leaf: Leaf) -> list[WayToFind]:
        """Return the ways to find a leaf; none for a field, which finds documents and no words."""
        match leaf:
            case Term(text):
                return self._word(text)
            case Quoted(text, slop):
                return [WayToFind(text, "phrase", _phrase(folded_words(text), slop))]
            case Beginning(text):
                return [WayToFind(text, "prefix", Prefix(folded_words(text)[0]))]
            case Similar(text, distance):
                return [WayToFind(text, "fuzzy", Fuzzy(folded_words(text)[0], distance))]
            case Narrow():
                return []

    def _word(self, text: str) -> list[WayToFind]:
        words = folded_words(text)
        aims = [WayToFind(text, "exact", _phrase(words, 0))]
        if len(words) == 1 and not self._exact:
            aims.append(WayToFind(text, "stem", Stem(stem(words[0]))))
            if behind := frozenset(_behind_particles(words[0])):
                aims.append(WayToFind(text, "stem", AnyWord(behind)))
        if spellings := self.spellings.get(text):
            forms = frozenset(form for word in spellings for form in (word, *_behind_particles(Folded(word))))
            aims.append(WayToFind(text, "spelling", AnyWord(forms)))
        return aims

    def _narrow(self, field: str, value: str) -> IndexQuery:
        asked = facet(field, value)
        names = asked.parts if isinstance(asked, All) else (asked,)
        return All(tuple(self._spelled(part) for part in names)) if field in _NAMES else asked

    def _spelled(self, part: IndexQuery) -> IndexQuery:
        if not isinstance(part, Field):
            return part
        return Field(part.name, tuple(word for value in part.values for word in (value, *self.spellings.get(value, ()))))


def _phrase(words: Sequence[str], slop: int) -> AnyWord | Phrase:
    places = tuple(AnyWord(frozenset({word})) for word in words)
    return places[0] if len(places) == 1 else Phrase(places, slop)


def _behind_particles(word: Folded) -> Iterable[str]:
    """Return an Arabic word with each particle that can be written onto it; nothing for other scripts."""
    return (form for form, _ in written_onto(word)) if "ء" <= word[0] <= "ي" else ()


def _spellings(node: Node, words: WordList) -> dict[str, tuple[str, ...]]:
    """Return the case's spellings of each word that may be a name, closest first."""
    asked = list(dict.fromkeys(name for leaf in _every_leaf(node) for name in _names(leaf)))
    if len(asked) > MOST_SPELLED:
        raise UsageError(
            f"spellings are looked up for at most {MOST_SPELLED} words; ask for fewer at a time, or search exactly",
            code="too-many-words-to-spell",
            most=MOST_SPELLED,
        )
    codes = {name: sorted(skeletons(heard(name).folded)) for name in asked}
    known = words(sorted({code for some in codes.values() for code in some}))
    return {name: _closest(name, {word for code in codes[name] for word in known.get(code, ())}) for name in asked}


def _closest(name: str, candidates: set[str]) -> tuple[str, ...]:
    itself = "".join(folded_words(name))
    # Of short common words in the same script many others are spellings: oil, will, well, all.
    is_plain = len(name) <= _SHORT and name.isascii() and name.islower() and not is_given_name(heard(name).folded)
    others = [word for word in candidates - _FUNCTION_WORDS if word != itself and not (is_plain and word.isascii())]
    scored = sorted((-_likeness(name, word), word) for word in others)
    return tuple(word for score, word in scored if -score >= LEAST_LIKENESS)[:MOST_SPELLINGS]


@lru_cache(maxsize=1 << 16)
def _likeness(name: str, word: str) -> float:
    return max(similarity(name, reading) for reading in readings(Folded(word)))


def readings(word: Folded) -> Iterator[Folded]:
    """Yield a folded word, and what it was if folding took a mark off a Latin letter that stood for two.

    >>> list(readings("simali")), list(readings("شمالي"))
    (['simali', 'shimali'], ['شمالي'])
    """
    yield word
    if word.isascii():
        yield from (Folded(word.replace(letter, meant)) for letter, meant in _MARKED.items() if letter in word and meant not in word)


def _every_leaf(node: Node) -> Iterator[Leaf]:
    match node:
        case And(parts) | Or(parts):
            for part in parts:
                yield from _every_leaf(part)
        case Not(part):
            yield from _every_leaf(part)
        case _:
            yield node


def _names(leaf: Leaf) -> Iterator[str]:
    """Yield what of a leaf may be a name: one word, or several that only hyphens and apostrophes part (al-Shamali)."""
    match leaf:
        case Term(text) if _ONE_NAME.fullmatch(text) and not _FUNCTION_WORDS.issuperset(folded_words(text)):
            yield text
        case Narrow(field, value) if field in _NAMES:
            yield from folded_words(value)
        case _:
            return
