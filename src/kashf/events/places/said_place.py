"""A place as a paper says it: its name apart from the words that say of what kind it is, and the areas that are said to hold it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from typing import Final

from kashf.language.tables.places import place_kinds
from kashf.language.words.clitics import readings_behind_letters
from kashf.language.words.folding import Folded
from kashf.language.words.tokens import folded_words


class PlaceSort(StrEnum):
    """What kind of place is said; the words for each stand in `language/tables/places`."""

    UNSAID = "unsaid"
    TOWN = "town"
    VILLAGE = "village"
    QUARTER = "quarter"
    DISTRICT = "district"
    COUNTRYSIDE = "countryside"
    PROVINCE = "province"
    COUNTRY = "country"
    FEATURE = "feature"

    @property
    def is_area(self) -> bool:
        """Whether what is said so is no point of a map, whatever its name."""
        return self in {PlaceSort.DISTRICT, PlaceSort.COUNTRYSIDE, PlaceSort.PROVINCE, PlaceSort.COUNTRY}


@dataclass(frozen=True, slots=True)
class PlaceReading:
    """One way of reading what is said.

    Args:
        name: The folded words of the name.
        sort: What kind of place is said.
        is_near: Whether it is said to lie near the place, or on one side of it.
    """

    name: tuple[Folded, ...]
    sort: PlaceSort
    is_near: bool = False


@dataclass(frozen=True, slots=True)
class SaidPlace:
    """A place as a paper says it; what is said in the same words is the same.

    Args:
        text: Verbatim.
        readings: Ways of reading it, the one with most words of a name first; alternative names are readings of the same length.
        within: Areas right behind it that are said to hold it: village, district.
    """

    text: str
    readings: tuple[PlaceReading, ...] = field(compare=False)
    within: tuple[SaidPlace, ...] = ()
    #: What kind of place is said, as far as anything says it.
    sort: PlaceSort = field(init=False, compare=False)
    #: What tells it from other names: its words, "town" and "village" left out, since they are written or not; "" without readings.
    key: str = field(init=False, compare=False)

    def __post_init__(self) -> None:
        sort = next((each.sort for each in self.readings if each.sort is not PlaceSort.UNSAID), PlaceSort.UNSAID)
        is_plain = sort in {PlaceSort.UNSAID, PlaceSort.TOWN, PlaceSort.VILLAGE}
        object.__setattr__(self, "sort", sort)
        object.__setattr__(self, "key", " ".join(self.readings[-1 if is_plain else 0].name) if self.readings else "")


_LONGEST: Final = 8
_PARTS: Final = re.compile(r"[,،;؛]|\s-\s")
#: Prepositions behind a name that lead elsewhere, and those that may lead to what holds it.
_ENDS: Final = frozenset(
    {
        *("الي", "حتي", "علي", "عن", "خلال", "بعد", "قبل"),
        *("to", "until", "by", "before", "after", "on", "with", "and", "for", "from"),
    }
)
_WITHIN: Final = frozenset({"في", "من", "ضمن", "in", "within"})
_ALTERNATIVES: Final = re.compile(r"[/()\[\]]")


def said_place(text: str) -> SaidPlace:
    """Return what a phrase says of a place; without readings where there is no name in it.

    Args:
        text: The name with the words of kind around it, as a paper has it; what is too long is no name.

    Example:
        >>> said_place("قرية التلة ناحية السهل").key, said_place("قرية التلة ناحية السهل").within[0].sort.value
        ('التله', 'district')
        >>> [(" ".join(each.name), each.sort.value) for each in said_place("Nurana Military Airport").readings]
        [('nurana military airport', 'unsaid'), ('nurana', 'feature')]
    """
    phrases = [part for part in _PARTS.split(text) for part in _split_at_kinds(part)]
    said = [SaidPlace(part.strip(), tuple(_readings(part))) for part in phrases if part.strip()]
    if not said:
        return SaidPlace(text.strip(), ())
    return SaidPlace(said[0].text, said[0].readings, tuple(each for each in said[1:3] if each.readings))


def kind_of(word: Folded) -> PlaceSort:
    """Return what kind of place a folded word says, clitics written onto it or not.

    >>> kind_of(Folded("بمحافظه")).value, kind_of(Folded("village")).value, kind_of(Folded("order")).value
    ('province', 'village', 'unsaid')
    """
    table = _kinds()
    found = table.get(word)
    if found is None and not word.isascii():
        found = next((table[form] for form, _ in readings_behind_letters(word) if form in table), None)
    return found or PlaceSort.UNSAID


def says_near(word: Folded) -> bool:
    """Return whether a folded word says that something lies near what follows.

    >>> says_near(Folded("شرق")), says_near(Folded("near")), says_near(Folded("in"))
    (True, True, False)
    """
    return word in _near()


def _split_at_kinds(phrase: str) -> Iterator[str]:
    """Yield a phrase cut before each Arabic word of an area behind a name, قرية التلة ناحية السهل; other phrases behind it are left."""
    words = phrase.split()[: 2 * _LONGEST]
    first = 0
    has_name = False
    for index, word in enumerate(words):
        folded = Folded(" ".join(folded_words(word)))
        sort = kind_of(folded)
        following = Folded(" ".join(folded_words(words[index + 1]))) if index + 1 < len(words) else folded
        if has_name and (folded in _ENDS or (folded in _WITHIN and not kind_of(following).is_area)):
            yield " ".join(words[first:index])
            return
        if has_name and folded in _WITHIN:
            yield " ".join(words[first:index])
            first, has_name = index + 1, False
        elif has_name and sort.is_area and not folded.isascii():
            yield " ".join(words[first:index])
            first, has_name = index, False
        has_name = has_name or (sort is PlaceSort.UNSAID and bool(folded) and not says_near(folded))
    yield " ".join(words[first:])


def _readings(phrase: str) -> Iterator[PlaceReading]:
    alternatives = [each for part in _ALTERNATIVES.split(phrase) if (each := tuple(folded_words(part)))]
    kinds = next((sort for words in alternatives for word in words if (sort := kind_of(word)) is not PlaceSort.UNSAID), PlaceSort.UNSAID)
    seen: set[PlaceReading] = set()
    rounds = [list(_peeled(words, kinds if len(alternatives) > 1 else PlaceSort.UNSAID)) for words in alternatives]
    for step in range(max(map(len, rounds), default=0)):
        for some in rounds:
            if step < len(some) and some[step] not in seen:
                seen.add(some[step])
                yield some[step]


def _peeled(words: Sequence[Folded], shared: PlaceSort) -> Iterator[PlaceReading]:
    """Yield a name with the words of kind around it, and then without them.

    Args:
        words: Folded.
        shared: What kind an alternative beside it says.
    """
    if not 0 < len(words) <= _LONGEST:
        return
    kept, sort, near = list(words), PlaceSort.UNSAID, False
    while len(kept) > 1:
        shorter = _without_first(kept) or _without_last(kept)
        if shorter is None:
            break
        gone, kept = shorter
        sort = kind_of(gone) if sort is PlaceSort.UNSAID else sort
        near = near or says_near(gone) or gone in _sides()
    if tuple(words) != tuple(kept):
        yield PlaceReading(tuple(words), shared)
    elif kind_of(kept[0]) is not PlaceSort.UNSAID:
        return  # Nothing but a word of kind.
    yield PlaceReading(tuple(kept), sort if sort is not PlaceSort.UNSAID else shared, near)


def _without_first(words: list[Folded]) -> tuple[Folded, list[Folded]] | None:
    first = words[0]
    if says_near(first) or kind_of(first) is not PlaceSort.UNSAID or first in _sides() or first in _qualifiers():
        rest = words[1:]
        while len(rest) > 1 and rest[0] in {"of", "the", "de", "at", "in"}:
            rest = rest[1:]
        return first, rest
    return None


def _without_last(words: list[Folded]) -> tuple[Folded, list[Folded]] | None:
    last = words[-1]
    if last in _sides() or last in _qualifiers() or (last.isascii() and kind_of(last) is not PlaceSort.UNSAID):
        return last, words[:-1]
    return None


@lru_cache(maxsize=1)
def _kinds() -> Mapping[Folded, PlaceSort]:
    tables = (place_kinds.ARABIC_KINDS, place_kinds.LATIN_KINDS)
    return {word: PlaceSort(sort) for table in tables for sort, words in table.items() for word in folded_words(words)}


@lru_cache(maxsize=1)
def _near() -> frozenset[Folded]:
    return frozenset(folded_words(f"{place_kinds.ARABIC_NEAR} {place_kinds.LATIN_NEAR}"))


@lru_cache(maxsize=1)
def _sides() -> frozenset[Folded]:
    return frozenset(folded_words(f"{place_kinds.ARABIC_SIDES} {place_kinds.LATIN_SIDES}"))


@lru_cache(maxsize=1)
def _qualifiers() -> frozenset[Folded]:
    return frozenset(folded_words(place_kinds.LATIN_QUALIFIERS))
