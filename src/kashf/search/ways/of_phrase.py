"""The ways to find words in quotes: as they stand, and with what may be written onto them, joined, or broken at the end of a line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from kashf.language.forms.compounds import as_one_word, as_two_words
from kashf.language.forms.joined import joined_whole
from kashf.language.forms.spellings_of_word import other_spellings
from kashf.language.sounds.units import is_arabic
from kashf.language.words.clitics import ARTICLES
from kashf.language.words.folding import Folded
from kashf.language.words.tokens import folded_words
from kashf.ports.search import All, AnyWord, IndexQuery, Joined, Phrase, Vocabulary
from kashf.search.ways.of_word import of_places
from kashf.search.ways.way import WayToFind, in_a_row, with_particles

_PRONOUNS: Final = ("ه", "ها", "هم", "هن", "نا", "كم", "ي")
#: Words of the longest phrase that is looked for in other ways too.
_MOST_WORDS: Final = 20


def ways_to_find_phrase(text: str, slop: int, vocabulary: Vocabulary) -> list[WayToFind]:
    """Return the ways to find a phrase, the literal one first.

    Args:
        text: As typed, without its quotes.
        slop: Words that may come between; only the literal way has them.
        vocabulary: The words of the case.
    """
    words = folded_words(text)
    ways = [WayToFind(text, "phrase", in_a_row(words, slop))]
    if slop or len(words) > _MOST_WORDS:
        return ways
    loose = (_loosely(written, text, vocabulary) for written in _ways_of_writing(words))
    ways += [WayToFind(text, "stem", leaf) for leaf in loose if leaf and leaf != ways[0].leaf]
    forms = joined_whole(text) | ({Folded("".join(words))} if any(map(str.isdigit, words)) else set())
    ways += [WayToFind(text, "joined", Joined(forms))] if forms else []
    return [*ways, *(of_places(text, vocabulary) if len(words) > 1 else ())]


def broken_at_line_end(text: str) -> Iterator[IndexQuery]:
    """Yield what asks for a phrase of which one word goes over the end of a line: that word in one, what stands before and behind it."""
    words = folded_words(text)
    if not 1 < len(words) <= _MOST_WORDS:
        return
    for place, word in enumerate(words):
        around = [in_a_row(side) for side in (words[:place], words[place + 1 :]) if side]
        if len(word) > 3:
            yield All((*around, Joined(frozenset({word}))))


def _ways_of_writing(words: Sequence[Folded]) -> Iterator[tuple[Folded, ...]]:
    """Yield the words, and the words with two of them written as one, or with one as two."""
    yield tuple(words)
    for place, (first, second) in enumerate(pairwise(words)):
        if one := as_one_word(first, second):
            yield (*words[:place], one, *words[place + 2 :])
    for place, word in enumerate(words):
        yield from ((*words[:place], *two, *words[place + 1 :]) for two in as_two_words(word))


def _loosely(words: Sequence[Folded], text: str, vocabulary: Vocabulary) -> AnyWord | Phrase | None:
    """Return a phrase of words with all that may be written onto each; None where one of them stands nowhere."""
    typed = text.split()
    spelled = typed if len(typed) == len(words) else words
    places = [vocabulary.known(_written_on(word, other_spellings(each))) for word, each in zip(words, spelled, strict=True)]
    if not all(places):
        return None
    leaves = tuple(AnyWord(place) for place in places)
    return leaves[0] if len(leaves) == 1 else Phrase(leaves)


def _written_on(word: Folded, others: frozenset[Folded]) -> frozenset[Folded]:
    if not is_arabic(word):
        return frozenset({word, *others})
    bases = {word, *others}
    ends = {Folded(base[:-1] + "ت" + pronoun if base.endswith("ه") else base + pronoun) for base in bases for pronoun in _PRONOUNS}
    bare = {base.removeprefix("ال") if len(base) > 4 else base for base in bases}
    behind_article = {Folded(article + base) for article in ARTICLES for base in bare}
    return with_particles(bases) | ends | behind_article
