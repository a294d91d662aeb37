"""The parts of a personal name: title, kunya (Abu Mohammed), ism (Khaled), nasab (bin Walid), nisba (al-Shamali), laqab (al-Assad)."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from kashf.language.person_names.particles import (
    behind_father,
    completes_compound,
    in_plain_form,
    is_article,
    is_servant,
    split_compound,
    without_article_behind,
)
from kashf.language.person_names.titles import titles_before
from kashf.language.person_names.vocabulary import ABD, FATHER, MOTHER, PARTICLES, is_common_given_name, is_given_name
from kashf.language.sounds.units import without_article
from kashf.language.words.folding import NOTHING, Folded
from kashf.language.words.tokens import folded_words


class PartKind(StrEnum):
    """What a part of a name says."""

    TITLE = "title"
    KUNYA = "kunya"
    ISM = "ism"
    NASAB = "nasab"
    NISBA = "nisba"
    LAQAB = "laqab"


@dataclass(frozen=True, slots=True)
class NamePart:
    """One part of a name.

    Attributes:
        kind: What it says.
        words: Its folded words without particle and article; two for a compound (عبد, رحمن).
        particle: "abu", "umm", "ibn" or "bint"; empty for the other kinds.
        has_article: Whether it was written with ال or al-.
    """

    kind: PartKind
    words: tuple[Folded, ...]
    particle: str = ""
    has_article: bool = False


#: Kinds that tell one man from his namesakes better than the others do.
TELLING: Final = frozenset({PartKind.NISBA, PartKind.LAQAB})


def name_parts(text: str) -> tuple[NamePart, ...]:
    """Return the parts of a personal name in either script, in order; empty when there is no word in it.

    Example:
        >>> [(part.kind.value, part.words) for part in name_parts("الشيخ أبو عبد الرحمن الشمالي")]
        [('title', ('الشيخ',)), ('kunya', ('عبد', 'رحمن')), ('nisba', ('شمالي',))]
        >>> [(part.kind.value, part.words) for part in name_parts("Khaled bin Walid ash-Shamali")]
        [('ism', ('khaled',)), ('nasab', ('walid',)), ('nisba', ('shamali',))]
    """
    return tuple(_Reader(folded_words(text)).parts())


class _Reader:
    """Reads a name from left to right, one part at a time."""

    def __init__(self, words: list[Folded]) -> None:
        self._words = words
        self._at = 0
        self._found: list[NamePart] = []

    def parts(self) -> list[NamePart]:
        self._found = [NamePart(PartKind.TITLE, (self._take(),)) for _ in range(titles_before(self._words))]
        while self._more():
            self._found.append(self._part())
        return self._found

    def _part(self) -> NamePart:
        particle = PARTICLES.get(self._word(), "") if self._more() > 1 else ""
        if particle:
            self._take()
        elif rest := self._joined_father():
            particle = FATHER
            self._words[self._at] = rest
        has_article, words = self._content()
        return NamePart(self._kind(particle, words, has_article=has_article), words, particle, has_article)

    def _joined_father(self) -> Folded:
        """Return the name behind an "abu" that is written onto it, if what follows is a name: Abubakr, not Aboud."""
        rest = behind_father(self._word())
        return rest if rest and (is_given_name(without_article(rest)) or len(split_compound(rest)) > 1 or not rest.isascii()) else NOTHING

    def _content(self) -> tuple[bool, tuple[Folded, ...]]:
        has_article = False
        while self._more() > 1 and is_article(self._word(), self._word(1)):
            self._take()
            has_article = True
        first = self._take()
        compound = split_compound(first)
        if len(compound) > 1:
            return has_article, compound
        skipped = 1 if self._more() > 1 and is_article(self._word(), self._word(1)) else 0
        if self._more() > skipped and completes_compound(first, self._word(skipped), has_article=bool(skipped)):
            self._at += skipped
            second = self._take()
            return has_article, (_first(first, second), _second(second))
        return has_article or without_article(first) != first, (without_article(first),)

    def _kind(self, particle: str, words: tuple[Folded, ...], *, has_article: bool) -> PartKind:
        if particle:
            return PartKind.KUNYA if particle in {FATHER, MOTHER} else PartKind.NASAB
        kinds = {part.kind for part in self._found}
        known = len(words) > 1 or is_common_given_name(words[0])
        if not has_article and PartKind.ISM not in kinds and (known or not self._found_names()):
            return PartKind.ISM
        if not has_article and known:
            return PartKind.NASAB  # A father's name without "bin": Ahmad Mohammed Haddad. A rare name is rather a family's: Darwish.
        return PartKind.NISBA if words[-1].endswith(("ي", "i", "y")) else PartKind.LAQAB

    def _found_names(self) -> bool:
        return any(part.kind is not PartKind.TITLE for part in self._found)

    def _more(self) -> int:
        return len(self._words) - self._at

    def _word(self, ahead: int = 0) -> Folded:
        return self._words[self._at + ahead]

    def _take(self) -> Folded:
        word = self._word()
        self._at += 1
        return word


def _first(word: Folded, second: Folded) -> Folded:
    """Return the first word of a compound in its plain form."""
    if is_servant(word):
        return ABD if word == ABD else Folded("abd")
    return word if second == "allah" else without_article_behind(word)


def _second(word: Folded) -> Folded:
    """Return the second word of a compound in its plain form."""
    if word in {"الله", "allah"}:
        return word
    is_faith = word.isascii() and word.endswith(("din", "dine", "deen")) and word.startswith(("ed", "ud", "ad", "d"))
    return Folded("din") if is_faith else in_plain_form(Folded(word.removeprefix("ال")))
