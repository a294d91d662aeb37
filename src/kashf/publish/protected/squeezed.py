"""A text without what may stand between the letters of a word: hyphens, spaces, line ends, controls, so that what was cut apart meets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from kashf.language.words.common_words import is_english_word
from kashf.language.words.folding import Folded, fold, is_word_character
from kashf.publish.protected.spelled_words import SpelledWord

#: A word that goes on in the next line.
_HYPHENATED: Final = re.compile(r"[-\u2010\u2011\u00ad¬]\s*\n\s*")
_WORD: Final = re.compile("[^ ]+")
#: Letters with a space between each two, as a heading has them: at least this many.
_SPACED_OUT: Final = re.compile(r"(?<!\w)\w(?:[ \u00a0]\w){3,}(?!\w)")


@dataclass(frozen=True, slots=True)
class Squeezed:
    """Folded letters and digits of a text, with the code point of the text that each comes from.

    Attributes:
        letters: Folded; a space stands where words part, if they were kept apart.
        origins: Of each letter; as many.
    """

    letters: str
    origins: tuple[int, ...]

    def places(self, sought: str) -> Iterator[tuple[int, int]]:
        """Yield where folded letters stand in the text, from start to one past the end, in order; common English words hold none."""
        at = self.letters.find(sought)
        while at >= 0:
            if not self._is_in_common_word(at, at + len(sought)):
                yield self.origins[at], self.origins[at + len(sought) - 1] + 1
            at = self.letters.find(sought, at + 1)

    def _is_in_common_word(self, start: int, end: int) -> bool:
        left, right = self.letters.rfind(" ", 0, start) + 1, self.letters.find(" ", end)
        whole = self.letters[left : right if right >= 0 else len(self.letters)]
        return len(whole) > end - start and whole.isascii() and whole.isalpha() and is_english_word(whole)


def in_words(text: str) -> Squeezed:
    r"""Return a text as words without what divides one: hyphens, underscores, apostrophes; white space alone parts them.

    Example:
        >>> in_words("Sha-\nmali, al-Ra_qqa k a s h f").letters
        'shamali alraqqa kashf'
    """
    apart = _without(text)
    letters: list[str] = []
    origins: list[int] = []
    for place, character in enumerate(text):
        if place in apart:
            continue
        for letter in fold(character):
            if letter.isspace():
                if letters and letters[-1] != " ":
                    letters.append(" ")
                    origins.append(place)
            elif is_word_character(letter):
                letters.append(letter)
                origins.append(place)
    return Squeezed("".join(letters).rstrip(), tuple(origins))


def squeezed_words(squeezed: Squeezed) -> tuple[SpelledWord, ...]:
    r"""Return the words that are left when nothing divides one, so that a name cut by a hyphen is known by its sound in either script.

    Example:
        >>> [(word.start, word.end, word.folded) for word in squeezed_words(in_words("to al-Dar-\nwazi"))]
        [(0, 2, 'to'), (3, 15, 'aldarwazi')]
    """
    found = (each.span() for each in _WORD.finditer(squeezed.letters))
    return tuple(
        SpelledWord(squeezed.origins[start], squeezed.origins[end - 1] + 1, Folded(squeezed.letters[start:end])) for start, end in found
    )


def without_words(squeezed: Squeezed) -> Squeezed:
    """Return the same letters with nothing between them.

    Example:
        >>> without_words(in_words("abu omar")).letters
        'abuomar'
    """
    kept = [(letter, origin) for letter, origin in zip(squeezed.letters, squeezed.origins, strict=False) if letter != " "]
    return Squeezed("".join(letter for letter, _ in kept), tuple(origin for _, origin in kept))


def _without(text: str) -> frozenset[int]:
    """Return the places of line ends and spaces that cut a word."""
    hyphens = (place for found in _HYPHENATED.finditer(text) for place in range(*found.span()))
    spaces = (place for found in _SPACED_OUT.finditer(text) for place in range(*found.span()) if text[place] in " \u00a0")
    return frozenset((*hyphens, *spaces))
