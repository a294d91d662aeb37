"""The key under which a mention is counted: what stays of it when spelling, titles and grammar are taken off."""

from __future__ import annotations

from typing import Final

from kashf.domain.entity import MentionType, NameKey
from kashf.language.person_names.titles import titles_before
from kashf.language.person_names.vocabulary import FATHER, PARTICLES
from kashf.language.words.clitics import strip_proclitics
from kashf.language.words.folding import Folded
from kashf.language.words.tokens import folded_words

#: The first word of a kunya in the nominative: أبي and أبا are the same word after a preposition or as an object.
_FATHER: Final = Folded("ابو")
#: Articles that stand before names of groups and places as words of their own, and are no part of them.
_ARTICLES: Final = frozenset({"the", "la", "le", "les", "der", "die", "das"})
#: Words of a key. No name is longer; what is, is cut, so that a page without spaces makes no key of its own size.
_MOST_WORDS: Final = 24


def name_key(text: str, type: MentionType) -> NameKey:
    """Return the key of a mention: its folded words, without what is written onto the first and, for persons, without titles.

    Case endings of a kunya go too (أبي, أبا). Empty when there is no word in the text.

    Example:
        >>> name_key("ولأبي محمّد الشمالي", MentionType.PERSON), name_key("Sheikh Abu Omar", MentionType.PERSON)
        ('ابو محمد الشمالي', 'abu omar')
        >>> name_key("لواء المنارة", MentionType.GROUP), name_key("the Manara crossing", MentionType.PLACE)
        ('لواء المناره', 'manara crossing')
    """
    words = folded_words(text)[:_MOST_WORDS]
    if type.traits.has_titles:
        words = words[titles_before(words) :]
        words[:1] = [_nominative(word) for word in words[:1]]
    elif len(words) > 1 and words[0] in _ARTICLES:
        words = words[1:]
    return NameKey(" ".join(words))


def _nominative(word: Folded) -> Folded:
    """Return the first word of a person's name without clitics and case, as far as it is a known particle behind them."""
    if word.isascii():
        return word
    for reading in (word, *reversed(strip_proclitics(word))):
        particle = PARTICLES.get(reading)
        if particle:
            return _FATHER if particle == FATHER else reading
    return word
