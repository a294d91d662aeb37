"""Names in a text by how they sound: either script, with what is written onto Arabic words, compounds as one word and as two."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kashf.language.forms.spellings_of_word import other_spellings
from kashf.language.person_names.particles import is_article, split_compound
from kashf.language.person_names.transliterated import in_two_scripts
from kashf.language.sounds.heard import heard
from kashf.language.sounds.similarity import SAME_NAME, skeleton, skeletons
from kashf.language.words.clitics import strip_proclitics
from kashf.language.words.common_words import is_english_word
from kashf.language.words.folding import NOTHING, Folded
from kashf.language.words.tokens import folded_words, words
from kashf.search.ways.name_spellings import likeness


@dataclass(frozen=True, slots=True)
class SpelledWord:
    """One word of a text, or one of the two of which it is made.

    Attributes:
        start: Of the word in its text, in code points.
        end: One past its end.
        folded: Its search form.
    """

    start: int
    end: int
    folded: Folded


def spelled_words(text: str) -> tuple[SpelledWord, ...]:
    """Return the words of a text in order, those of compounds one by one, articles that stand alone left out.

    Example:
        >>> [word.folded for word in spelled_words("Abdulrahman al-Shamali")]
        ['abd', 'rahman', 'shamali']
    """
    found = [SpelledWord(word.start, word.end, part) for word in words(text) for part in _parts(word.folded)]
    following = [*(word.folded for word in found[1:]), NOTHING]
    return tuple(word for word, behind in zip(found, following, strict=False) if not (behind and is_article(word.folded, behind)))


def name_parts(string: str) -> tuple[Folded, ...]:
    """Return the words by which a protected string is looked for.

    Example:
        >>> name_parts("عبدالرحمن الشمالي")
        ('عبد', 'رحمن', 'الشمالي')
    """
    return tuple(word.folded for word in spelled_words(in_two_scripts(string)))


def places_of_name(parts: Sequence[Folded], text: Sequence[SpelledWord]) -> Iterator[tuple[int, int]]:
    """Yield where the words of a name stand one after the other, each in any of its spellings, from start to one past the end."""
    if not parts:
        return
    for first in range(len(text) - len(parts) + 1):
        row = text[first : first + len(parts)]
        if all(is_spelling(part, word.folded) for part, word in zip(parts, row, strict=True)):
            yield row[0].start, row[-1].end


@lru_cache(maxsize=1 << 18)
def is_spelling(part: Folded, word: Folded) -> bool:
    """Return whether a folded word of a text is a folded word of a protected string.

    Example:
        >>> is_spelling("شمالي", "chemali"), is_spelling("شمالي", "والشمالي"), is_spelling("شمالي", "شامل"), is_spelling("salim", "already")
        (True, True, False, False)
    """
    own = _others(part)
    forms = (word, *strip_proclitics(word))
    if not own.isdisjoint(forms):
        return True
    if part.isdigit() or (word.isascii() and is_english_word(word)):
        return False
    codes = _codes(part)
    return any(skeleton(heard(form).folded) in codes and likeness(part, form) >= SAME_NAME for form in map(_as_latin, forms))


@lru_cache(maxsize=1 << 14)
def _parts(word: Folded) -> tuple[Folded, ...]:
    return split_compound(word)


@lru_cache(maxsize=1 << 12)
def _others(part: Folded) -> frozenset[str]:
    return frozenset((part, *other_spellings(part)))


@lru_cache(maxsize=1 << 12)
def _codes(part: Folded) -> frozenset[str]:
    return skeletons(heard(part).folded)


def _as_latin(word: Folded) -> Folded:
    """Return a word in letters other than Latin and Arabic as the Latin letters of its sounds."""
    return word if word.isascii() or "\u0621" <= word[0] <= "\u064a" else Folded("".join(folded_words(in_two_scripts(word))))
