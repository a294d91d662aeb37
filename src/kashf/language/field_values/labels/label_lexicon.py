"""The words of labels with what each of them says, found in whatever form a label has them, misread letters included."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from typing import Final

from kashf.domain.forms.template_fields import FieldKind
from kashf.language.tables.field_words.label_heads import HEADS
from kashf.language.tables.field_words.label_topics import TOPICS
from kashf.language.words.clitics import ARTICLE, TO_THE
from kashf.language.words.folding import Folded
from kashf.language.words.tokens import Word, folded_words


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


#: What says nothing about what is asked.
FILLING: Final = frozenset({LabelRole.AND, LabelRole.EMPTY})

#: What divides two things that are asked, as "and" does.
_DIVIDES: Final = re.compile(r"[/،,;؛&+|\n]")
_JOINED_AND: Final = "و"
#: Written onto the end of a noun: his, her, your, my. Before them ة is written ت.
_ENDINGS: Final = ("هم", "ها", "كم", "ه", "ك", "ي")
_FEWEST: Final = 3
#: Letters from which one, and from which two of them may be misread.
_ONE_WRONG: Final = 4
_TWO_WRONG: Final = 8

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LabelWord:
    """A word or phrase of a label that says something.

    Args:
        role: What it says.
        first: Index of its first word.
        end: One past its last.
        is_divided: Whether "and" is written onto it, or a stroke or comma stands before it.
        wrong: How many letters are not as they should be.
    """

    role: LabelRole | FieldKind
    first: int
    end: int
    is_divided: bool = False
    wrong: int = 0


def label_words(label: str, places: Sequence[Word]) -> tuple[LabelWord, ...]:
    """Return what the words of a label say, in order, the longest phrase first where several begin; unknown words are passed over.

    Args:
        label: Verbatim.
        places: Its words.
    """
    found: list[LabelWord] = []
    readings = [_readings(word.folded) for word in places]
    at = 0
    while at < len(places):
        word = _longest(readings, at)
        if word:
            behind = places[found[-1].end - 1].end if found else 0
            is_divided = word.is_divided or bool(found and _DIVIDES.search(label, behind, places[at].start))
            found.append(replace(word, is_divided=is_divided))
        at = word.end if word else at + 1
    return tuple(found)


def _longest(readings: list[tuple[_Reading, ...]], at: int) -> LabelWord | None:
    lexicon = _lexicon()
    open_ends: list[tuple[Phrase, _Reading]] = [((reading.form,), reading) for reading in readings[at]]
    found: LabelWord | None = None
    for end in range(at + 1, len(readings) + 1):
        kept = [(phrase, first) for phrase, first in open_ends if phrase in lexicon.beginnings]
        for phrase, first in kept:
            if phrase in lexicon.roles and (found is None or found.end < end):
                found = LabelWord(lexicon.roles[phrase], at, end, first.has_and, first.wrong)
        if not kept or end == len(readings):
            return found
        open_ends = [((*phrase, reading.form), first) for phrase, first in kept for reading in readings[end]]
    return found


@dataclass(frozen=True, slots=True)
class _Reading:
    form: str
    has_and: bool = False
    wrong: int = 0


@lru_cache(maxsize=1 << 13)
def _readings(word: Folded) -> tuple[_Reading, ...]:
    """Return what a word may be that is known in some phrase, the nearest to how it is written first."""
    known = _lexicon().words
    bare = tuple(_bare_forms(word))
    exact = tuple(reading for reading in bare if reading.form in known)
    return exact or tuple(_misread(bare))


def _bare_forms(word: str) -> Iterator[_Reading]:
    """Yield a word, then what it is without what may be written onto it."""
    yield _Reading(word)
    if word.isascii() or not "ء" <= word[0] <= "ي":
        return
    starts = [(word, False)]
    if word.startswith(_JOINED_AND) and len(word) > _FEWEST:
        starts.append((word[1:], True))
    for start, has_and in starts:
        for stem in dict.fromkeys((start, _without_article(start))):
            yield _Reading(stem, has_and)
            for ending in _ENDINGS:
                if stem.endswith(ending) and len(stem) - len(ending) >= 2:
                    core = stem.removesuffix(ending)
                    yield _Reading(core, has_and)
                    if core.endswith("ت"):
                        yield _Reading(core[:-1] + "ه", has_and)


def _without_article(word: str) -> str:
    for article in (ARTICLE, "بال", TO_THE):
        if word.startswith(article) and len(word) - len(article) >= 2:
            return word.removeprefix(article)
    return word


def _misread(bare: tuple[_Reading, ...]) -> Iterator[_Reading]:
    """Yield the one known word that is nearest to an unknown one, when it is near."""
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    best: dict[str, _Reading] = {}
    for reading in bare:
        allowed = 0 if len(reading.form) < _ONE_WRONG else 1 if len(reading.form) < _TWO_WRONG else 2
        if not allowed:
            continue
        for form, wrong, _ in extract(reading.form, _lexicon().long_words, scorer=OSA.distance, score_cutoff=allowed, limit=3):
            if form not in best or best[form].wrong > wrong:
                best[form] = _Reading(form, reading.has_and, int(wrong))
    least = min((reading.wrong for reading in best.values()), default=0)
    yield from (reading for reading in best.values() if reading.wrong == least)


@dataclass(frozen=True, slots=True)
class _Lexicon:
    roles: Mapping[Phrase, LabelRole | FieldKind]
    beginnings: frozenset[Phrase]
    words: frozenset[str]
    long_words: tuple[str, ...]


@lru_cache(maxsize=1)
def _lexicon() -> _Lexicon:
    roles: dict[Phrase, LabelRole | FieldKind] = {}
    for code, listed in HEADS.items():
        roles |= dict.fromkeys(map(_phrase, listed.split("|")), LabelRole(code))
    for code, listed in TOPICS.items():
        roles |= dict.fromkeys(map(_phrase, listed.split("|")), FieldKind(code))
    beginnings = frozenset(phrase[:length] for phrase in roles for length in range(1, len(phrase) + 1))
    words = frozenset(word for phrase in roles for word in phrase)
    return _Lexicon(roles, beginnings, words, tuple(sorted(word for word in words if len(word) >= _ONE_WRONG)))


def _phrase(written: str) -> Phrase:
    return tuple(_without_article(word) for word in folded_words(written))
