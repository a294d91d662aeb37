"""One way to find a word of a query, and what is asked of a case to know which ways there are."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from kashf.language.sounds.units import is_arabic
from kashf.language.tables import stop_words
from kashf.language.words.clitics import written_onto
from kashf.language.words.folding import Folded
from kashf.language.words.tokens import folded_words
from kashf.ports.search import AnyWord, Phrase, WordQuery

By = Literal["exact", "stem", "spelling", "place", "joined", "misread", "nearest", "prefix", "pattern", "fuzzy", "phrase"]

#: Words that are in every text, and no name's spelling.
FUNCTION_WORDS: Final = frozenset(folded_words(stop_words.FUNCTION_WORDS))


class EveryWord:
    """The vocabulary of no case: every word may stand there."""

    def known(self, words: Collection[str]) -> frozenset[str]:
        """Return all of them."""
        return frozenset(words)

    def beginning(self, letters: str) -> Sequence[str]:
        """Return these letters, the one word that is told of."""
        return (letters,)


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
    leaf: WordQuery


def in_a_row(words: Sequence[str], slop: int = 0) -> AnyWord | Phrase:
    """Return what asks for words next to one another, or for one."""
    places = tuple(AnyWord(frozenset({word})) for word in words)
    return places[0] if len(places) == 1 else Phrase(places, slop)


def behind_particles(word: Folded) -> Iterable[Folded]:
    """Return an Arabic word with each particle that can be written onto it; nothing for other scripts."""
    return (form for form, _ in written_onto(word)) if is_arabic(word) else ()


def with_particles(words: Iterable[Folded]) -> frozenset[Folded]:
    """Return words, and the Arabic ones of them behind particles."""
    return frozenset(form for word in words for form in (word, *behind_particles(word)))
