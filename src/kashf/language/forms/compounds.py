"""Two words that are also written as one, and one that is also written as two: عبد الله and عبدالله, دير الزور and ديرالزور."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from kashf.language.tables.spelling.broken_plurals import SEVERAL_WAYS
from kashf.language.words.clitics import ARTICLE
from kashf.language.words.folding import Folded
from kashf.language.words.tokens import folded_words

#: What is written onto any name that follows it.
_HEADS: Final = frozenset(
    ("عبد", "ابو", "ابا", "ابي", "ام", "ابن", "بن", "ال", "يا", "ذو", "بيت", "دير", "عين", "تل", "كفر", "خان", "بني", "بنو")
)
_LEAST: Final = 2
#: A number before what it is a number of.
_NUMBER_AND_UNIT: Final = re.compile(r"\d+ [a-z]{1,3}")
_GLUED_NUMBER: Final = re.compile(r"(\d+)([a-z]{1,3})")


def as_one_word(first: Folded, second: Folded) -> Folded | None:
    """Return two folded words written as one, where people do so: Arabic ones, and a number with its unit; None where they do not.

    >>> as_one_word("عبد", "الله"), as_one_word("في", "حلب") is None, as_one_word("3", "km")
    ('عبدالله', True, '3km')
    """
    if _NUMBER_AND_UNIT.fullmatch(f"{first} {second}"):
        return Folded(first + second)
    is_arabic = all("ء" <= word[0] <= "ي" for word in (first, second))
    belongs = first in _HEADS or (len(first) > _LEAST and second.startswith(ARTICLE) and len(second) > 3)
    return Folded(first + second) if is_arabic and belongs else None


def several_ways(words: Sequence[Folded]) -> tuple[tuple[Folded, ...], ...]:
    """Return how else some folded words are written, as fewer or more; nothing where they are not.

    >>> ("مازال",) in several_ways(("ما", "زال"))
    True
    """
    return tuple(way for way in _several_ways().get(tuple(words), ()) if way != tuple(words))


def as_two_words(word: Folded) -> Iterator[tuple[Folded, Folded]]:
    """Yield the ways in which a folded word falls into two that are also written as one.

    >>> list(as_two_words("سيفالدين")), list(as_two_words("ابومحمد")), list(as_two_words("كتاب"))
    ([('سيف', 'الدين')], [('ابو', 'محمد')], [])
    """
    if glued := _GLUED_NUMBER.fullmatch(word):
        yield Folded(glued[1]), Folded(glued[2])
    places = range(_LEAST, len(word) - _LEAST)
    yield from (
        (Folded(word[:place]), Folded(word[place:])) for place in places if as_one_word(Folded(word[:place]), Folded(word[place:])) == word
    )


@lru_cache(maxsize=1)
def _several_ways() -> dict[tuple[Folded, ...], tuple[tuple[Folded, ...], ...]]:
    lines = [tuple(tuple(folded_words(way)) for way in line.split("/")) for line in SEVERAL_WAYS.strip().splitlines()]
    return {way: line for line in lines for way in line}
