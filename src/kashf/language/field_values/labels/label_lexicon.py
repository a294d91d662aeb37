"""The words of labels with what each of them says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final

from kashf.domain.forms.template_fields import FieldKind
from kashf.language.tables.field_words.label_heads import HEADS
from kashf.language.tables.field_words.label_people import OF_PEOPLE
from kashf.language.tables.field_words.label_topics import OF_THINGS
from kashf.language.tables.field_words.look_alikes import LATIN, LETTERS
from kashf.language.words.clitics import ARTICLE, TO_THE
from kashf.language.words.tokens import folded_words

#: Letters of the shortest word of which one may be misread.
ONE_WRONG: Final = 4
_SHAPES: Final = str.maketrans({letter: letters[0] for letters in LETTERS for letter in letters})

Phrase = tuple[str, ...]


class LabelRole(StrEnum):
    """What a word of a label says that names no kind by itself. A word that does has the code of the kind instead."""

    DATE = "date-head"
    PLACE = "place-head"
    NAME = "name-head"
    NUMBER = "number-head"
    PHONE = "phone-head"
    COUNT = "count-head"
    CHOICE = "choice-head"
    YES_NO = "yes-no-head"
    #: What happened, as entry or death: asked for its day unless a head says otherwise.
    EVENT = "event"
    #: Divides two things that are asked.
    AND = "and"
    #: Divides two answers of which one is to be chosen.
    OR = "or"
    EMPTY = "empty"
    #: A word that is in no list.
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class LabelLexicon:
    """What is known of the words of labels.

    Args:
        roles: What each phrase says.
        beginnings: Of all phrases, themselves included.
        words: All that stand in a phrase.
        long_words: Those of which a letter may be misread.
        by_shape: The one word of each shape, for shapes that one word has.
    """

    roles: Mapping[Phrase, LabelRole | FieldKind]
    beginnings: frozenset[Phrase]
    words: frozenset[str]
    long_words: tuple[str, ...]
    by_shape: Mapping[str, str]


@lru_cache(maxsize=1)
def label_lexicon() -> LabelLexicon:
    """Return what is known of the words of labels. What a phrase is about goes before how it is written, where it may be either."""
    roles: dict[Phrase, LabelRole | FieldKind] = {}
    for code, listed in HEADS.items():
        roles |= dict.fromkeys(map(_phrase, listed.split("|")), LabelRole(code))
    for code, listed in (*OF_PEOPLE.items(), *OF_THINGS.items()):
        roles |= dict.fromkeys(map(_phrase, listed.split("|")), FieldKind(code))
    beginnings = frozenset(phrase[:length] for phrase in roles for length in range(1, len(phrase) + 1))
    words = frozenset(word for phrase in roles for word in phrase)
    by_shape: dict[str, str] = {}
    for word in sorted(words):
        by_shape[shape(word)] = "" if shape(word) in by_shape else word
    long_words = tuple(sorted(word for word in words if len(word) >= ONE_WRONG))
    return LabelLexicon(roles, beginnings, words, long_words, {of: word for of, word in by_shape.items() if word})


def shape(word: str) -> str:
    """Return what a folded word has in common with all that a bad print or a scan may make of it: no dots, no Latin look-alikes.

    >>> shape("بلد") == shape("ثلذ"), shape("name") == shape("narne")
    (True, True)
    """
    for written, seen in LATIN:
        word = word.replace(written, seen)
    return word.translate(_SHAPES)


def without_article(word: str) -> str:
    """Return a folded word without its article, with a preposition written onto that or not."""
    for article in (ARTICLE, "بال", TO_THE):
        if word.startswith(article) and len(word) - len(article) >= 2:
            return word.removeprefix(article)
    return word


def _phrase(written: str) -> Phrase:
    return tuple(without_article(word) for word in folded_words(written))
