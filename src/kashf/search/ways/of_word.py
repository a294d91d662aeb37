"""The ways to find one word, or several that hyphens and the like join, the most literal first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from kashf.language.forms.arabic_nouns import arabic_forms, is_listed
from kashf.language.forms.compounds import as_one_word, as_two_words, several_ways
from kashf.language.forms.english import english_forms
from kashf.language.forms.joined import joined_whole, not_drawn_out
from kashf.language.forms.spellings_of_word import backwards, misread, other_spellings
from kashf.language.person_names.vocabulary import is_given_name
from kashf.language.places.other_names import other_place_names
from kashf.language.sounds.heard import heard
from kashf.language.sounds.units import is_arabic
from kashf.language.words.folding import Folded
from kashf.language.words.stemming import stem
from kashf.language.words.tokens import folded_words
from kashf.ports.search import AnyWord, Fuzzy, Joined, Phrase, Stem, Vocabulary
from kashf.search.ways.name_spellings import two_words
from kashf.search.ways.way import FUNCTION_WORDS, WayToFind, behind_particles, in_a_row, with_particles

#: Articles that stand alone before the second word of a name in Latin letters.
_ARTICLES: Final = frozenset(f"{vowel}{letter}" for vowel in "aeiu" for letter in ("l", "d", "r", "s", "n", "z", "t", "dh", "sh"))
_SCHEME: Final = re.compile(r"^\w+://(?=.)")
#: Letters of a word that stands nowhere from which on the nearest words are looked for.
_LONG: Final = 6
#: Other spellings of one word, by its hamza or by habit, whose forms are looked for as well.
_MOST_INFLECTED: Final = 6
#: Words of one place name beyond which a name is left out.
_MOST_WORDS: Final = 4


def ways_to_find_word(text: str, spellings: Mapping[str, Sequence[str]], vocabulary: Vocabulary) -> list[WayToFind]:
    """Return the ways to find what was typed without quotes.

    Args:
        text: As typed.
        spellings: The case's own spellings of it, and of its two words where it is written as one.
        vocabulary: The words of the case.
    """
    words = folded_words(_SCHEME.sub("", text)) or folded_words(text)
    ways = [WayToFind(text, "exact", in_a_row(words))]
    if len(words) == 1:
        ways += _of_single(text, words[0], vocabulary)
    ways += _joined(text, words)
    if forms := vocabulary.known(with_particles(_cases(map(Folded, spellings.get(text, ()))))):
        ways.append(WayToFind(text, "spelling", AnyWord(forms)))
    ways += _as_two(text, spellings, vocabulary)
    ways += of_places(text, vocabulary)
    if len(words) == 1 and is_absent(ways, words[0], vocabulary):
        ways.append(WayToFind(text, "nearest", Fuzzy(words[0], 1)))
    return ways


def of_places(text: str, vocabulary: Vocabulary) -> Iterator[WayToFind]:
    """Yield the ways to find a place by its other names."""
    single: set[Folded] = set()
    for name in other_place_names(text):
        one = as_one_word(*name) if len(name) == 2 else None
        single.update(with_particles([name[0]] if len(name) == 1 else [one] if one else []))
        if len(name) == 1:
            continue
        if len(name) <= _MOST_WORDS and len(vocabulary.known(name)) == len(set(name)):
            yield WayToFind(text, "place", in_a_row(name))
    if known := vocabulary.known(single):
        yield WayToFind(text, "place", AnyWord(known))


def is_absent(ways: Sequence[WayToFind], word: Folded, vocabulary: Vocabulary) -> bool:
    """Return whether a word that may be misspelled, and is no name, stands nowhere in any form."""
    bare = word.removeprefix("ال")
    may_be_misspelled = len(bare) >= _LONG - is_arabic(word) and word.isalpha() and not is_given_name(heard(word).folded)
    exact = [way.leaf.words for way in ways if isinstance(way.leaf, AnyWord)]
    return may_be_misspelled and not any(vocabulary.known(words) for words in exact)


def _of_single(text: str, word: Folded, vocabulary: Vocabulary) -> Iterator[WayToFind]:
    is_plain = not _is_name(text, word)
    if is_plain:
        yield WayToFind(text, "stem", Stem(stem(word)))
    behind = frozenset(behind_particles(word))
    spellings = other_spellings(text)
    inflected = [word, *sorted(spellings)[:_MOST_INFLECTED]] if is_plain or is_listed(word) else []
    others = frozenset(form for each in inflected for form in _forms(each))
    if forms := vocabulary.known((behind | others) - {word}):
        yield WayToFind(text, "stem", AnyWord(forms))
    if spelled := vocabulary.known(with_particles(spellings)):
        yield WayToFind(text, "spelling", AnyWord(spelled))
    for candidates in (misread(word), backwards(word)):
        if known := vocabulary.known(candidates):
            yield WayToFind(text, "misread", AnyWord(known))
    for other in several_ways([word]):
        yield WayToFind(text, "joined", in_a_row(other))
    for parts in as_two_words(word):
        if len(vocabulary.known(parts)) == len(set(parts)):
            yield WayToFind(text, "joined", in_a_row(parts))


def _is_name(text: str, word: Folded) -> bool:
    """Return whether a word is a given name or a place, which have no other grammatical forms."""
    return is_given_name(heard(word).folded) or bool(other_place_names(text))


def _forms(word: Folded) -> frozenset[Folded]:
    """Return the other grammatical forms of a word."""
    if (word in FUNCTION_WORDS and not is_listed(word)) or not word.isalpha():
        return frozenset()
    if is_arabic(word):
        return arabic_forms(word) - FUNCTION_WORDS
    return english_forms(word) - FUNCTION_WORDS if word.isascii() else frozenset()


def _as_two(text: str, spellings: Mapping[str, Sequence[str]], vocabulary: Vocabulary) -> Iterator[WayToFind]:
    """Yield the ways to find a name that is written as one word as two, with an article between them in Latin letters too."""
    parts = two_words(text)
    if not parts:
        return
    first, second = ({part, Folded(f"ال{part}"), *other_spellings(part), *map(Folded, spellings.get(part, ()))} for part in parts)
    sides = [vocabulary.known(with_particles(first)), vocabulary.known(second)]
    if all(sides):
        left, right = map(AnyWord, sides)
        yield WayToFind(text, "spelling", Phrase((left, right)))
        if articles := vocabulary.known(_ARTICLES):
            yield WayToFind(text, "spelling", Phrase((left, AnyWord(articles), right)))


def _joined(text: str, words: Sequence[Folded]) -> Iterator[WayToFind]:
    whole = joined_whole(text) | {Folded("".join(words)), *(form for word in words for form in not_drawn_out(word))}
    if forms := frozenset(form for form in whole if len(form) > 1 or form.isdigit()):
        yield WayToFind(text, "joined", Joined(forms))
    if apart := whole - set(words):
        yield WayToFind(text, "joined", AnyWord(frozenset(apart)))


def _cases(words: Iterator[Folded]) -> Iterator[Folded]:
    """Yield words, and what else stands for those that show their case."""
    for word in words:
        yield word
        if is_arabic(word):
            yield from other_spellings(word)
