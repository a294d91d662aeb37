"""Which words of the lexicon a word of a label may be: with what is written onto it, misread, or two that grew together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from kashf.language.field_values.labels.label_lexicon import ONE_WRONG, label_lexicon, shape, without_article
from kashf.language.tables.unit_words import OFFICES, PLACE_CLASSES, PLACES
from kashf.language.words.folding import Folded, fold

_AND: Final = "و"
#: Written onto the end of a noun: his, her, your, my. Before them ة is written ت.
_ENDINGS: Final = ("هم", "ها", "كم", "ه", "ك", "ي")
_STEM: Final = 2
#: Words that head names of offices and places: however near to a label's word, they are themselves and no misreading of it.
_HEADS: Final = frozenset(fold(f"{OFFICES} {PLACES} {PLACE_CLASSES}").split())
#: Letters from which two of a word may be misread.
_TWO_WRONG: Final = 9
#: Letters of the shorter of two words that grew together.
_HALF: Final = 3


@dataclass(frozen=True, slots=True)
class WordReading:
    """A word of the lexicon that a word of a label may be.

    Args:
        form: It.
        has_and: Whether "and" is written onto it.
        wrong: How many letters are not as they should be.
    """

    form: str
    has_and: bool = False
    wrong: int = 0


@lru_cache(maxsize=1 << 13)
def word_readings(word: Folded) -> tuple[WordReading, ...]:
    """Return what a word may be that is known in some phrase, the nearest to how it is written first; () for an unknown word.

    >>> word_readings("والولاده")[0], word_readings("قسطل"), word_readings("وزاره")
    (WordReading(form='ولاده', has_and=True, wrong=0), (), ())
    """
    known = label_lexicon().words
    bare = tuple(_bare_forms(word))
    exact = tuple(dict.fromkeys(reading for reading in bare if reading.form in known))
    if exact or any(without_article(each) in _HEADS for each in (word, *(reading.form for reading in bare))):
        return exact
    return tuple(_same_shape(bare)) or tuple(_misread(bare))


@lru_cache(maxsize=1 << 13)
def grown_together(word: Folded) -> tuple[Folded, ...]:
    """Return the two known words that an unknown one is made of; itself where it is known or is not made so.

    >>> grown_together("تاريخالولاده")
    ('تاريخ', 'الولاده')
    """
    if len(word) < 2 * _HALF or _is_known(word):
        return (word,)
    cuts = (cut for cut in range(_HALF, len(word) - _HALF + 1) if _is_known(word[:cut]) and _is_known(word[cut:]))
    cut = max(cuts, default=0)
    return (Folded(word[:cut]), Folded(word[cut:])) if cut else (word,)


def _is_known(word: str) -> bool:
    return any(reading.form in label_lexicon().words for reading in _bare_forms(word))


def _bare_forms(word: str) -> Iterator[WordReading]:
    """Yield a word, then what it is without what may be written onto it."""
    yield WordReading(word)
    if word.isascii() or not "ء" <= word[0] <= "ي":
        return
    starts = [(word, False)]
    if word.startswith(_AND) and len(word) > _STEM:
        starts.append((word[1:], True))
    for start, has_and in starts:
        for stem in dict.fromkeys((start, without_article(start))):
            yield WordReading(stem, has_and)
            for ending in _ENDINGS:
                if stem.endswith(ending) and len(stem) - len(ending) >= _STEM:
                    core = stem.removesuffix(ending)
                    yield WordReading(core, has_and)
                    if core.endswith("ت"):
                        yield WordReading(core[:-1] + "ه", has_and)


def _same_shape(bare: tuple[WordReading, ...]) -> Iterator[WordReading]:
    """Yield the known words of which only dots were misread, or letters that look alike."""
    for reading in bare:
        form = label_lexicon().by_shape.get(shape(reading.form), "") if len(reading.form) >= _HALF else ""
        if form:
            yield WordReading(form, reading.has_and, 1)


def _misread(bare: tuple[WordReading, ...]) -> Iterator[WordReading]:
    """Yield the one known word that is nearest to an unknown one, when it is near."""
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    best: dict[str, WordReading] = {}
    for reading in bare:
        allowed = 0 if len(reading.form) < ONE_WRONG else 1 if len(reading.form) < _TWO_WRONG else 2
        if not allowed:
            continue
        for form, wrong, _ in extract(reading.form, label_lexicon().long_words, scorer=OSA.distance, score_cutoff=allowed, limit=3):
            if form not in best or best[form].wrong > wrong:
                best[form] = WordReading(form, reading.has_and, int(wrong))
    least = min((reading.wrong for reading in best.values()), default=0)
    yield from (reading for reading in best.values() if reading.wrong == least)
