"""The words beside a name that say it is a place: مدينة, province, in. What a name that is also an ordinary word needs beside it."""

from __future__ import annotations

from typing import Final

from kashf.language.measures.currencies import CURRENCIES
from kashf.language.person_names.vocabulary import PARTICLES, is_given_name
from kashf.language.tables import place_neighbours
from kashf.language.words.clitics import strip_proclitics
from kashf.language.words.folding import Folded
from kashf.language.words.tokens import folded_words

#: Nouns that stand right before the name of a place in Arabic; clitics may be written onto them.
_ARABIC_BEFORE: Final = frozenset(folded_words(place_neighbours.ARABIC_BEFORE))
#: Words that stand before the name of a place in Latin letters, "of" between them or not.
_LATIN_BEFORE: Final = frozenset(folded_words(place_neighbours.LATIN_BEFORE))
_LATIN_AFTER: Final = frozenset(folded_words(place_neighbours.LATIN_AFTER))
#: Countries whose names are adjectives as well, طائرة تركية: they stand behind a preposition.
_ADJECTIVES: Final = frozenset(folded_words(place_neighbours.ADJECTIVES))
_PREPOSITIONS: Final = frozenset(folded_words(place_neighbours.PREPOSITIONS))
_IN: Final = frozenset({"in", "near", "outside", "around"})


def says_place(before: tuple[Folded, Folded], name: Folded, after: Folded) -> bool:
    """Return whether the words beside a name say that it is a place.

    Args:
        before: The two folded words before it, the nearer first; empty where the line or the sentence begins.
        name: The folded name.
        after: The folded word behind it.

    Example:
        >>> says_place(("مدينه", "في"), "الباب", ""), says_place(("امام", ""), "الباب", "")
        (True, False)
        >>> says_place(("of", "city"), "nice", ""), says_place(("was", "it"), "nice", "")
        (True, False)
    """
    near, far = before
    if name in _ADJECTIVES:
        return near in _PREPOSITIONS
    if not name.isascii():
        return near in _ARABIC_BEFORE or any(form in _ARABIC_BEFORE for form in strip_proclitics(near))
    if near in _LATIN_BEFORE or (near == "of" and far in _LATIN_BEFORE) or after in _LATIN_AFTER:
        return True
    return near in _IN and not is_given_name(name)


def says_money(near: str, name: str, after: str) -> bool:
    """Return whether a name of a place stands for whose money it is: 500 US dollars, ليرة سوريا.

    Example:
        >>> says_money("500", "us", "dollars"), says_money("from", "us", "troops")
        (True, False)
    """
    return not CURRENCIES.keys().isdisjoint((near, name, after))


def says_person(before: tuple[Folded, Folded], *, article: bool) -> bool:
    """Return whether the words before a name of a place make it part of somebody's: أبو حلب, Ali al-Qasr.

    Args:
        before: The two folded words before it and its article, the nearer first.
        article: Whether an article stands before the name in Latin letters.

    Example:
        >>> says_person(("ابو", ""), article=False), says_person(("ali", ""), article=True), says_person(("from", ""), article=True)
        (True, True, False)
    """
    near, far = before
    return near in PARTICLES or (article and (is_given_name(near) or (far in PARTICLES and bool(near))))
