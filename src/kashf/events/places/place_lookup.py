"""Places by their names: those of the table that ships with kashf and a case's own, in either script, by letters and then by sound."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from kashf.domain.place import KnownPlace
from kashf.language.person_names.particles import is_article
from kashf.language.places.place_table import PlaceTable
from kashf.language.sounds.similarity import SAME_NAME, similarity, skeleton, skeletons
from kashf.language.words.clitics import ARTICLE
from kashf.language.words.folding import Folded
from kashf.language.words.tokens import folded_words

#: Consonants that a name has at least to be looked for by its sound: of two almost any name sounds like some other.
_LEAST_SOUNDS: Final = 3
#: An article more or less says little against a name: Raqqa, al-Raqqa.
_WITH_ARTICLE: Final = 0.97


@dataclass(frozen=True, slots=True)
class NamedSo:
    """A place that may be meant by a name.

    Args:
        place: Which.
        likeness: In (0..1]; 1 for the same folded words.
        rule: "same", "article" or "sound".
    """

    place: KnownPlace
    likeness: float
    rule: str


class Gazetteer:
    """Finds places by name; what was asked once is remembered. Of the table only the lines that are asked for are parsed."""

    def __init__(self, table: PlaceTable, own: Sequence[KnownPlace] = ()) -> None:
        """Take a table and a case's own places, which come first."""
        self._table = table
        self._own = tuple(own)
        self._own_forms: dict[str, list[int]] = {}
        for index, place in enumerate(self._own):
            for name in (place.name, *place.others):
                if form := " ".join(folded_words(name)):
                    self._own_forms.setdefault(form, []).append(index)
        self._known: dict[tuple[Folded, ...], tuple[NamedSo, ...]] = {}

    def named(self, name: tuple[Folded, ...]) -> tuple[NamedSo, ...]:
        """Return the places that a name may mean, by letters where there are any, else by sound; empty where there is none.

        Args:
            name: Its folded words, without words of kind.
        """
        if name not in self._known:
            found = tuple(self._by_letters(name)) or tuple(self._by_sound(name))
            best: dict[str, NamedSo] = {}
            for each in found:
                if each.place.id not in best or best[each.place.id].likeness < each.likeness:
                    best[each.place.id] = each
            self._known[name] = tuple(best.values())
        return self._known[name]

    def with_id(self, id: str) -> KnownPlace | None:
        """Return one of a case's own places by its id."""
        return next((place for place in self._own if place.id == id), None)

    def _places(self, form: str) -> Iterator[KnownPlace]:
        yield from (self._own[index] for index in self._own_forms.get(form, ()))
        yield from map(self._table.place, self._table.by_form.get(form, ()))

    def _by_letters(self, name: tuple[Folded, ...]) -> Iterator[NamedSo]:
        form = " ".join(name)
        yield from (NamedSo(place, 1.0, "same") for place in self._places(form))
        others = [" ".join(_without_articles(name))]
        if not form.isascii():
            others += [form.removeprefix(ARTICLE), ARTICLE + form]
        for other in dict.fromkeys(others):
            if other != form:
                yield from (NamedSo(place, _WITH_ARTICLE, "article") for place in self._places(other))

    def _by_sound(self, name: tuple[Folded, ...]) -> Iterator[NamedSo]:
        words = _without_articles(name)
        if len("".join(map(skeleton, words))) < _LEAST_SOUNDS:
            return
        for form in self._sounds.like(words):
            likeness = _likeness(words, form)
            if likeness >= SAME_NAME:
                yield from (NamedSo(place, likeness, "sound") for place in self._places(" ".join(form)))

    @cached_property
    def _sounds(self) -> _Sounds:
        """Every name by its consonants; it takes half a second, and is put off until a name is not found by its letters."""
        return _Sounds({**dict.fromkeys(self._own_forms), **dict.fromkeys(self._table.by_form)})


class _Sounds:
    """Names by the codes of their words, and by the code of all of them where one is written together."""

    def __init__(self, forms: Iterable[str]) -> None:
        self._forms: list[tuple[Folded, ...]] = []
        self._with_word: dict[tuple[int, str], set[int]] = {}
        self._joined: dict[str, list[int]] = {}
        for form in forms:
            words = tuple(map(Folded, form.split()))
            codes = [skeleton(word) for word in _without_articles(words)]
            number = len(self._forms)
            self._forms.append(words)
            self._joined.setdefault("".join(codes), []).append(number)
            for code in codes:
                self._with_word.setdefault((len(codes), code), set()).add(number)

    def like(self, words: Sequence[Folded]) -> Iterator[tuple[Folded, ...]]:
        """Yield the names that may sound so, in the order in which they were given."""
        of_words = [set().union(*(self._with_word.get((len(words), code), ()) for code in skeletons(word))) for word in words]
        numbers = set.intersection(*of_words) | set(self._joined.get("".join(map(skeleton, words)), ()))
        yield from (self._forms[number] for number in sorted(numbers))


def _likeness(words: Sequence[Folded], form: Sequence[Folded]) -> float:
    """Return how alike two names sound: the least alike of their words, or the names as one word where one is written together."""
    other = _without_articles(form)
    if len(words) == len(other):
        return min(similarity(left, right) for left, right in zip(words, other, strict=True))
    return similarity("".join(words), "".join(other))


def _without_articles(words: Sequence[Folded]) -> tuple[Folded, ...]:
    kept = [word for word, after in zip(words, (*words[1:], Folded("")), strict=True) if not (after and is_article(word, after))]
    return tuple(kept) or tuple(words)
