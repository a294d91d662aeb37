"""How telling a word of a name is: a shared Mohammed says little, a shared Shamali much.

What a word tells is ``-ln(share)`` in nats, its share being how many names of a population carry it: the chance that two people share it by
accident. Source: Fellegi and Sunter 1969, "A theory for record linkage", §3.3 (weights by value).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import product
from typing import Final

from kashf.language.person_names.particles import split_compound
from kashf.language.person_names.transliterated import in_two_scripts
from kashf.language.sounds.similarity import similarity, skeleton
from kashf.language.tables import number_words
from kashf.language.tables.names import common_names as tables
from kashf.language.tables.names import unit_heads
from kashf.language.words.folding import Folded, fold
from kashf.language.words.remember import remembered

#: Nats. A word that nobody has met is still no proof; one that everybody carries still says a little.
_MOST: Final = 8.0
_LEAST: Final = 0.7
#: Shares of words that no table has: of an Arabic nisba, of any other word, of words so short that chance makes them.
NISBA_SHARE: Final = 0.002
_OTHER_SHARE: Final = 0.0007
_SHORT_SHARE: Final = 0.01
_HUNDRED: Final = 100
_LEGAL_SHARE: Final = 0.5
#: Of words that say what a body is or is about, where no table has more.
_UNIT_SHARE: Final = 0.03
#: From this similarity on, a word is a spelling of a common name and as common as that one.
_SPELLING: Final = 0.8
#: Names of a case that weigh as much as the built-in shares.
_PRIOR_NAMES: Final = 300


class Rarity:
    """How telling each word is in one population of names: the built-in shares, put right by the population's own counts."""

    def __init__(self, counts: Mapping[str, int] | None = None, *, names: int = 0) -> None:
        """Take how many names carry each word, by skeleton.

        Args:
            counts: Skeleton of a word -> names that have it; none for the built-in shares alone.
            names: How many names were counted.
        """
        self._counts = dict(counts or {})
        self._names = names
        self._known: dict[tuple[str, float], float] = {}

    @classmethod
    def of(cls, names: Iterable[Iterable[Folded]]) -> Rarity:
        """Return the rarity of the words of some names.

        Args:
            names: The folded words of each name, without particles (``Prepared.words``).

        Example:
            >>> rarity = Rarity.of([("ahmad", "shamali"), ("khaled", "shamali"), ("omar", "haddad")])
            >>> rarity.nats("haddad", 0.002) > rarity.nats("الشمالي", 0.002)
            True
        """
        counts: dict[str, int] = {}
        total = 0
        for words in names:
            total += 1
            for code in set(map(skeleton, words)):
                counts[code] = counts.get(code, 0) + 1
        return cls(counts, names=total)

    def nats(self, word: Folded, share: float) -> float:
        """Return how telling a word is, 0.7 to 8 nats.

        Args:
            word: Folded.
            share: Its built-in share, 0..1.
        """
        found = self._known.get((word, share))
        if found is None:
            count = self._counts.get(skeleton(word), 0) if self._counts else 0
            found = self._known[word, share] = nats((count + _PRIOR_NAMES * share) / (self._names + _PRIOR_NAMES))
        return found


def nats(share: float) -> float:
    """Return what a word of this share tells, in nats.

    Example:
        >>> nats(0.09) < nats(0.002) < nats(0.0)
        True
    """
    return min(_MOST, max(_LEAST, -math.log(max(share, 1e-9))))


@remembered(1 << 18)
def person_share(word: Folded) -> float:
    """Return the built-in share of people who carry a folded word in their name.

    Example:
        >>> person_share("محمد") == person_share("mohamed") > person_share("khaled") > person_share("qatrabi")
        True
    """
    shares = [share for name, share in _given_names().get(skeleton(word), ()) if similarity(name, word) >= _SPELLING]
    if shares:
        return max(shares)
    return _SHORT_SHARE if len(word) < 3 else _OTHER_SHARE


@remembered(1 << 16)
def group_share(word: str) -> float:
    """Return the built-in share of organisations and places that have a word in their name; the word as ``usual_word`` gives it."""
    if is_legal_form(word):
        return _LEGAL_SHARE
    return _group_words().get(word, _SHORT_SHARE if len(word) < 3 else _OTHER_SHARE)


def usual_word(word: str) -> str:
    """Return the English word for what names of organisations and places say in many languages, else the word itself.

    Example:
        >>> usual_word("وزاره"), usual_word("ministere"), usual_word("shamali")
        ('ministry', 'ministry', 'shamali')
    """
    return _usual_words().get(word, word)


def usual_phrases(words: list[Folded]) -> list[Folded]:
    """Return folded words with those that say one thing together as the English words for it.

    Example:
        >>> usual_phrases(["air", "force", "command"]), usual_phrases(["سلاح", "الجو"])
        (['forces', 'air', 'command'], ['forces', 'air'])
    """
    found: list[Folded] = []
    at = 0
    while at < len(words):
        fitting = ((phrase, meant) for phrase, meant in _phrases().get(words[at], ()) if tuple(words[at : at + len(phrase)]) == phrase)
        phrase, meant = next(fitting, ((words[at],), (words[at],)))
        found += meant
        at += len(phrase)
    return found


def is_unit_term(word: str) -> bool:
    """Return whether a word, as ``usual_word`` gives it, says what a body is or is about, so that another such word is another body."""
    return word in _unit_terms()


def is_legal_form(word: str) -> bool:
    """Return whether a folded word says under which law a company is (LLC, GmbH, ذ.م.م written together)."""
    return word in _legal_forms()


def is_group_head(word: str) -> bool:
    """Return whether a word, as ``usual_word`` gives it, makes a name that of an organisation or a place."""
    return word in _group_heads()


def ordinal(word: str) -> int:
    """Return the number that a folded word of the name of a unit orders by, 0 for none; tens may stand beside units.

    Example:
        >>> ordinal("رابعه"), ordinal("fourth"), ordinal("yirmi"), ordinal("xiv"), ordinal("khaled")
        (4, 4, 20, 14, 0)
    """
    return _ordinals().get(word, 0)


def is_small_word(word: str) -> bool:
    """Return whether a folded word of a name says nothing by itself: of, and, de, von."""
    return word in _small_words()


def _rows(table: str) -> Iterable[tuple[float, list[Folded]]]:
    for line in table.strip().splitlines():
        percent, *words = line.split()
        yield float(percent) / 100, [fold(word) for word in words]


@lru_cache(maxsize=1)
def _given_names() -> Mapping[str, tuple[tuple[str, float], ...]]:
    by_code: dict[str, list[tuple[str, float]]] = {}
    for share, words in (*_rows(tables.GIVEN_NAMES), *_rows(tables.OTHER_GIVEN_NAMES)):
        for word in words:
            telling = split_compound(word)[-1]
            by_code.setdefault(skeleton(telling), []).append((telling, share))
    return {code: tuple(names) for code, names in by_code.items()}


@lru_cache(maxsize=1)
def _group_words() -> Mapping[str, float]:
    known = {str(word): share for table in (tables.GROUP_HEADS, tables.GROUP_WORDS) for share, words in _rows(table) for word in words}
    return dict.fromkeys((str(row[0]) for row in (*_same(unit_heads.HEADS), *_same(unit_heads.SUBJECTS))), _UNIT_SHARE) | known


@lru_cache(maxsize=1)
def _unit_terms() -> frozenset[str]:
    return frozenset(usual_word(row[0]) for row in (*_same(unit_heads.HEADS), *_same(unit_heads.SUBJECTS)))


@lru_cache(maxsize=1)
def _group_heads() -> frozenset[str]:
    return frozenset((*(word for _, words in _rows(tables.GROUP_HEADS) for word in words), *(row[0] for row in _same(unit_heads.HEADS))))


@lru_cache(maxsize=1)
def _usual_words() -> Mapping[str, str]:
    rows = (*_same(unit_heads.HEADS), *_same(unit_heads.SUBJECTS), *_same(tables.SAME_WORDS))
    return {word: usual for usual, *others in rows for word in others}


def _same(table: str) -> list[list[Folded]]:
    """Return the rows of a table of words for one thing, folded: each as its letters and as its sounds (bakanligi, bakanlighi)."""
    return [[way for word in line.split() for way in _ways(word)] for line in table.strip().splitlines()]


def _ways(word: str) -> tuple[Folded, ...]:
    return tuple(dict.fromkeys((fold(word), fold(in_two_scripts(word)))))


@lru_cache(maxsize=1)
def _phrases() -> Mapping[Folded, tuple[tuple[tuple[Folded, ...], tuple[Folded, ...]], ...]]:
    """Return what several words together stand for, by the first of them, the longest first."""
    by_first: dict[Folded, dict[tuple[Folded, ...], tuple[Folded, ...]]] = {}
    for line in unit_heads.PHRASES.strip().splitlines():
        usual, written = line.split(":")
        meant = tuple(map(Folded, usual.split("_")))
        for phrase in written.split():
            for words in product(*map(_ways, phrase.split("_"))):
                by_first.setdefault(words[0], {})[words] = meant
    return {first: tuple(sorted(found.items(), key=lambda one: -len(one[0]))) for first, found in by_first.items()}


@lru_cache(maxsize=1)
def _legal_forms() -> frozenset[str]:
    return frozenset(map(fold, tables.LEGAL_FORMS.split()))


@lru_cache(maxsize=1)
def _small_words() -> frozenset[str]:
    return frozenset(way for word in tables.SMALL_WORDS.split() for way in _ways(word))


@lru_cache(maxsize=1)
def _ordinals() -> Mapping[str, int]:
    words = {way: number for number, line in unit_heads.ORDINALS.items() for word in line.split() for way in _ways(word)}
    tens, ones = ("", "x", "xx", "xxx", "xl"), ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
    roman = {ten + one: 10 * tens.index(ten) + ones.index(one) for ten in tens for one in ones if ten + one not in {"", "i"}}
    cardinals = {
        word: number
        for number, line in (number_words.ARABIC_NUMBERS | number_words.LATIN_NUMBERS).items()
        if 1 < number < _HUNDRED
        for word in fold(line).split()
    }
    return roman | cardinals | words
