"""How else one word is spelled: carriers of the hamza, cases of "father of", words of two spellings, letters that OCR mixes up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice, product
from typing import Final

from kashf.language.forms.joined import joined_whole, not_drawn_out
from kashf.language.tables.spelling.broken_plurals import OF_NAMES, OTHER_WAYS
from kashf.language.words.folding import Folded, fold
from kashf.language.words.tokens import folded_words

#: Folded carriers that stand for one another, by the letter that was typed.
_CARRIERS: Final = {
    "ؤ": ("و", "ء", "ي"),
    "ئ": ("ي", "ء", "و"),
    "ء": ("ء", "ي", "و", ""),
    "أ": ("ا", "ي"),
    "آ": ("ا", "اا"),
}
_MOST: Final = 24
_UNITS: Final = re.compile("لا|.")
#: Forms of the words of names that other words are too; they are found, and do not find the others.
_NOT_ASKED: Final = frozenset({"um", "om", "ben", "bn", "bu", "abi", "bou"})
#: Latin letters that OCR takes for one another.
_MISREAD: Final = (
    *(("rn", "m"), ("cl", "d"), ("vv", "w"), ("ii", "u"), ("li", "h"), ("nn", "m"), ("ri", "n")),
    *(("0", "o"), ("1", "l"), ("5", "s"), ("8", "b"), ("6", "b"), ("ij", "y")),
)
#: Letters of a word from which on its misreadings, and the word backwards, are looked for.
_LONG: Final = 5


def other_spellings(typed: str) -> frozenset[Folded]:
    """Return how else a word may be spelled by habit, by case or without its hamza, folded; the word itself is not among them.

    >>> sorted(other_spellings("مسؤول"))
    ['مسءول', 'مسيول']
    >>> {"ابي", "abu"} <= other_spellings("أبو"), sorted(other_spellings("يااارب"))
    (True, ['ياارب', 'يارب'])
    """
    words = folded_words(typed)
    if len(words) != 1:
        return frozenset()
    (word,) = words
    found = {*_by_case().get(word, ()), *_other_ways().get(word, ()), *not_drawn_out(word), *joined_whole(typed), *_with_carriers(typed)}
    return frozenset(found - {word, Folded("")})


def misread(word: Folded) -> frozenset[Folded]:
    """Return what OCR may make of a folded Latin word of five letters or more: one pair of letters taken for another.

    >>> "cornmander" in misread("commander"), misread("oil")
    (True, frozenset())
    """
    if len(word) < _LONG or not word.isascii():
        return frozenset()
    pairs = (*_MISREAD, *((right, left) for left, right in _MISREAD))
    return frozenset(
        Folded(word[:place] + read + word[place + len(meant) :])
        for meant, read in pairs
        for place in range(len(word))
        if word.startswith(meant, place)
    )


def backwards(word: Folded) -> frozenset[Folded]:
    """Return a folded Arabic word of five letters or more with its letters in reverse, as files of old programs have it.

    >>> backwards("الشمالي"), backwards("order")
    (frozenset({'يلامشلا'}), frozenset())
    """
    if len(word) < _LONG or not "ء" <= word[0] <= "ي":
        return frozenset()
    # A lam with its alef may be one sign, whose letters stay as they are.
    return frozenset({Folded(word[::-1]), Folded("".join(reversed(_UNITS.findall(word))))})


def _with_carriers(typed: str) -> Iterator[Folded]:
    """Yield a word with another carrier for each hamza; the first letter has its alef."""
    choices = [_CARRIERS.get(letter, (letter,)) if place else (letter,) for place, letter in enumerate(typed)]
    if len(typed) >= _LONG - 1 and any(len(choice) > 1 for choice in choices):
        yield from (fold("".join(letters)) for letters in islice(product(*choices), _MOST))


@lru_cache(maxsize=1)
def _by_case() -> dict[str, tuple[Folded, ...]]:
    lines = [tuple(folded_words(line)) for line in OF_NAMES.strip().splitlines()]
    return {form: line for line in lines for form in line if form not in _NOT_ASKED}


@lru_cache(maxsize=1)
def _other_ways() -> dict[Folded, tuple[Folded, ...]]:
    lines = [tuple(folded_words(line)) for line in OTHER_WAYS.strip().splitlines()]
    return {form: line for line in lines for form in line}
