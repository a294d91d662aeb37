"""The phrases by which a text counts one day from another, and the words without which it does not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Generic, TypeVar

from kashf.language.tables.dates import relative_phrases as said
from kashf.language.words.clitics import LETTERS, with_letters
from kashf.language.words.tokens import Word, folded_words

T = TypeVar("T")

_LONGEST: Final = 6


class RulePhrases(Generic[T]):
    """Folded phrases with what they stand for."""

    def __init__(self, listed: Mapping[str, T]) -> None:
        self._known = {phrase: value for name, value in listed.items() if (phrase := " ".join(folded_words(name)))}
        self.begins: dict[str, int] = {}
        self.phrases = frozenset(self._known)
        for phrase in self._known:
            begin = phrase.partition(" ")[0]
            self.begins[begin] = max(self.begins.get(begin, 0), phrase.count(" ") + 1)

    def at(self, words: Sequence[Word], index: int) -> tuple[int, T] | None:
        """Return how many words the longest phrase has that begins with a word, and what it stands for."""
        if index >= len(words):
            return None
        first = words[index].folded
        longest = self.begins.get(first)
        if longest and (found := self._longest(words, index, first, longest)):
            return found
        if first[0] in LETTERS and (longest := self.begins.get(first[1:])):
            return self._longest(words, index, first[1:], longest)
        return None

    def _longest(self, words: Sequence[Word], index: int, first: str, longest: int) -> tuple[int, T] | None:
        for length in range(min(longest, len(words) - index), 0, -1):
            phrase = " ".join((first, *(word.folded for word in words[index + 1 : index + length]))) if length > 1 else first
            if phrase in self._known:
                return length, self._known[phrase]
        return None

    def before(self, words: Sequence[Word], index: int) -> tuple[int, T] | None:
        """Return the same of the longest phrase that ends before a word."""
        for length in range(min(_LONGEST, index), 0, -1):
            found = self.at(words, index - length)
            if found and found[0] == length:
                return found
        return None


def _one(listed: str) -> dict[str, bool]:
    return dict.fromkeys(listed.split("|"), True)


def _many(listed: Mapping[T, str]) -> dict[str, T]:
    return {name: value for value, names in listed.items() for name in names.split("|")}


@dataclass(frozen=True, slots=True)
class RuleTables:
    """All phrases of rules, by what they say."""

    away: RulePhrases[int]
    units: RulePhrases[str]
    two: RulePhrases[str]
    within: RulePhrases[bool]
    ago: RulePhrases[bool]
    ahead: RulePhrases[bool]
    before_now: RulePhrases[bool]
    after_now: RulePhrases[bool]
    counted: RulePhrases[bool]
    before: RulePhrases[bool]
    anchors: RulePhrases[str]
    at_once: RulePhrases[bool]
    every: RulePhrases[bool]
    every_month: RulePhrases[bool]
    hijri_month: RulePhrases[bool]
    beside: RulePhrases[tuple[str, int]]
    persian: RulePhrases[int]
    turns: RulePhrases[int]
    of_month: RulePhrases[int]
    month_before: RulePhrases[int]
    #: The words that a rule begins with, each with those of which one stands behind it; () for a word that is enough.
    begins: Mapping[str, frozenset[str]]
    signs: frozenset[str]
    #: The words that a day beside that of writing is known by begin with these.
    beside_begins: frozenset[str]


@lru_cache(maxsize=1)
def rule_tables() -> RuleTables:
    """Return the phrases, folded once."""
    beside = {
        **{
            name: ("month", ahead)
            for ahead, names in ((1, said.NEXT_MONTH), (-1, said.LAST_MONTH), (0, said.THIS_MONTH))
            for name in names.split("|")
        },
        **{name: ("week", ahead) for ahead, names in ((1, said.NEXT_WEEK), (-1, said.LAST_WEEK)) for name in names.split("|")},
        **{name: ("year", ahead) for ahead, names in ((1, said.NEXT_YEAR), (-1, said.LAST_YEAR)) for name in names.split("|")},
    }
    away, units, two = RulePhrases(_many(said.DAYS_AWAY)), RulePhrases(_many(said.UNITS)), RulePhrases(_many(said.TWO))
    at_once, every, near = RulePhrases(_one(said.AT_ONCE)), RulePhrases(_one(said.EVERY)), RulePhrases(beside)
    persian, before_day = RulePhrases(_many(said.PERSIAN_DAYS_AWAY)), RulePhrases(_many(said.MONTH_BEFORE_DAY))
    turns = RulePhrases({**dict.fromkeys(said.LAST.split("|"), -1), **dict.fromkeys(said.NEXT.split("|"), 1)})
    of_month = RulePhrases(_many({0: said.OF_THIS_MONTH, -1: said.OF_LAST_MONTH, 1: said.OF_NEXT_MONTH}))
    mine = (away, units, two, at_once, every, near, persian, turns, of_month, before_day)
    own = frozenset[str]().union(*(each.phrases for each in mine))
    rest = (said.WITHIN, said.AGO, said.AHEAD, said.BEFORE_NOW, said.AFTER_NOW, said.FROM, said.BEFORE)
    within, ago, ahead, before_now, after_now, counted, before = (RulePhrases(_one(listed)) for listed in rest)
    anchors = RulePhrases(_many(said.ANCHORS))
    month, hijri = RulePhrases(_one(said.EVERY_DAY_OF)), RulePhrases(_one(said.HIJRI_MONTH))
    return RuleTables(
        *(away, units, two, within, ago, ahead, before_now, after_now, counted, before, anchors, at_once, every, month, hijri, near),
        *(persian, turns, of_month, before_day),
        begins=_begins(own),
        signs=frozenset(each for phrase in own for each in with_letters(_longest_word(phrase))),
        beside_begins=frozenset(_begins((*turns.phrases, *of_month.phrases, *before_day.phrases))),
    )


def _begins(phrases: Iterable[str]) -> Mapping[str, frozenset[str]]:
    """Return the first words of phrases, particles before them too, each with the second ones; empty where a phrase is one word."""
    seconds: dict[str, set[str]] = {}
    for phrase in phrases:
        first, *rest = phrase.split(" ")
        for written in with_letters(first):
            seconds.setdefault(written, set()).add(rest[0] if rest else "")
    return {first: frozenset[str]() if "" in behind else frozenset(behind) for first, behind in seconds.items()}


def _longest_word(phrase: str) -> str:
    """Return the word of a phrase that stands in fewest texts: the longest, the last of such."""
    return max(reversed(phrase.split(" ")), key=len)


def signs_of_rules() -> frozenset[str]:
    """Return the words without one of which no day is counted from another: the longest of each phrase, particles before it."""
    return rule_tables().signs
