"""Whose nation a value names, as a country, its people or an adjective, in whatever language of forms; never from anybody's name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Final

from kashf.domain.entity import unchanging
from kashf.domain.forms.form_families import ReadValue
from kashf.language.tables.field_words.nation_neighbours import BEHIND, FILLING, ORIGIN
from kashf.language.words.clitics import ARTICLE
from kashf.language.words.folding import Folded, fold
from kashf.language.words.tokens import folded_words

#: What a rule of its language puts onto the end of a word, the longest first: feminine, plural, case.
_ARABIC_ENDINGS: Final = ("ون", "ين", "ات", "ه")
_CYRILLIC_ENDINGS: Final = tuple(map(fold, ("ого", "ому", "ыми", "ий", "ая", "ое", "ой", "ие", "ую", "ка", "цы", "и", "а", "ы")))
_LATIN_ENDINGS: Final = ("innen", "nes", "ne", "es", "en", "er", "em", "in", "s", "e", "n")
_IS_ARABIC: Final = re.compile("[ء-ي]")
_IS_CYRILLIC: Final = re.compile("[а-я]")
_LONGEST: Final = 4
_STEM: Final = 3
#: Letters from which one, and from which two of a word may be wrong; a word of fewer is nobody's misspelling.
_ONE_WRONG: Final = 4
_TWO_WRONG: Final = 8
#: A value of more words is a story, in which a country may be anything.
_MOST_WORDS: Final = 12


@dataclass(frozen=True, slots=True)
class _Nation:
    arabic: str
    english: str


def read_nation(text: str) -> ReadValue:
    """Return the nation that a value names by its ISO 3166 code, two with a plus between, in the order of the alphabet.

    Misspelt ones are doubtful, as is whatever has words besides that say nothing. Where it is none that is known the key is its words.

    Example:
        >>> [read_nation(text).key for text in ("سويديّة", "السويد", "Sweden", "suédoise", "İsveçli", "швед")] == ["SE"] * 6
        True
        >>> read_nation("فرنسي من أصل جزائري").key, read_nation("franco-algérien").key, read_nation("سويدي").label
        ('FR', 'DZ+FR', 'السويد')
    """
    words = folded_words(text)[: _MOST_WORDS + 1]
    found, unknown = _nations(words)
    guessed = not found and len(unknown) <= 2
    if guessed:
        found = _misspelt(unknown)
    papers = sorted({code for code, is_origin in found if not is_origin} or {code for code, _ in found})
    if not papers or len(words) > _MOST_WORDS:
        return ReadValue(" ".join(words), " ".join(text.split()), is_doubtful=True)
    origin = sorted({code for code, is_origin in found if is_origin} - set(papers))
    value = {"countries": papers, **({"origin": origin} if origin else {})}
    return ReadValue(
        "+".join(papers), " / ".join(country_label(code, text) for code in papers), unchanging(value), is_doubtful=guessed or bool(unknown)
    )


def nation_in(words: Sequence[Folded]) -> str:
    """Return the code of the nation that folded words name, as they are; "" for none."""
    forms = _forms()
    return next((forms[form] for form in _spellings(words) if form in forms), "")


def country_label(code: str, text: str) -> str:
    """Return how a country is called in the writing of a text: in Arabic, or else in English."""
    nation = _table()[code]
    return nation.arabic if _IS_ARABIC.search(fold(text)) else nation.english


def _nations(words: Sequence[Folded]) -> tuple[list[tuple[str, bool]], list[Folded]]:
    """Return the nations that words name, each with whether it is an origin, and the words that say nothing known."""
    found: list[tuple[str, bool]] = []
    unknown: list[Folded] = []
    is_origin, at = False, 0
    while at < len(words):
        length, code = _longest(words, at)
        word = words[at]
        if code:
            found.append((code, is_origin))
        elif word in _listed(BEHIND) and len(found) > 1:
            found[-1] = (found[-1][0], True)
        elif word in _listed(ORIGIN):
            is_origin = True
        elif word not in _listed(FILLING):
            unknown.append(word)
        at += length
    return found, unknown


def _longest(words: Sequence[Folded], at: int) -> tuple[int, str]:
    """Return how many words from a place name a nation, the most first, and its code; (1, "") where none do."""
    lengths = range(min(_LONGEST, len(words) - at), 0, -1)
    return next(((length, code) for length in lengths if (code := nation_in(words[at : at + length]))), (1, ""))


def _spellings(words: Sequence[Folded]) -> Iterator[str]:
    """Yield how words may be listed, as they are first: without "and" and article, and without endings."""
    first = words[0]
    starts = dict.fromkeys((first, first.removeprefix("و") if len(first) > _STEM else first))
    bare = {start: start.removeprefix(ARTICLE) if len(start) > len(ARTICLE) + 1 else start for start in starts}
    for start in dict.fromkeys((*starts, *bare.values())):
        spelled = " ".join((start, *words[1:]))
        yield spelled
        yield ARTICLE + spelled
        for ending in _endings(spelled):
            if spelled.endswith(ending) and len(spelled) - len(ending) >= _STEM:
                yield spelled.removesuffix(ending)


def _endings(word: str) -> tuple[str, ...]:
    if _IS_ARABIC.search(word):
        return _ARABIC_ENDINGS
    return _CYRILLIC_ENDINGS if _IS_CYRILLIC.search(word) else _LATIN_ENDINGS


def _misspelt(words: Sequence[Folded]) -> list[tuple[str, bool]]:
    """Return the one nation to whose names a misspelt word is nearest, if it is near and no other is as near."""
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    forms = _forms()
    nearest: dict[str, int] = {}
    for spelled in dict.fromkeys(form for form in _spellings(words) if len(form) >= _ONE_WRONG) if words else ():
        allowed = 2 if len(spelled) >= _TWO_WRONG else 1
        for form, wrong, _ in extract(spelled, _long_forms(_endings(spelled)), scorer=OSA.distance, score_cutoff=allowed, limit=8):
            code = forms[form]
            nearest[code] = min(nearest.get(code, allowed), int(wrong))
    least = [code for code, wrong in nearest.items() if wrong == min(nearest.values())]
    return [(least[0], False)] if len(least) == 1 else []


@lru_cache(maxsize=8)
def _listed(listed: str) -> frozenset[str]:
    return frozenset(word for phrase in listed.split("|") for word in folded_words(phrase))


@lru_cache(maxsize=1)
def _rows() -> tuple[tuple[str, str, str, str], ...]:
    table = (resources.files("kashf.language.tables.field_words") / "nations.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines())
    return tuple((code, arabic, english, forms) for code, arabic, english, forms in rows)


@lru_cache(maxsize=1)
def _table() -> Mapping[str, _Nation]:
    return {code: _Nation(arabic, english) for code, arabic, english, _ in _rows()}


@lru_cache(maxsize=1)
def _forms() -> Mapping[str, str]:
    return {form: code for code, _, _, forms in _rows() for form in forms.split("|")}


@lru_cache(maxsize=3)
def _long_forms(endings: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words of one writing that a misspelt word may stand for."""
    return tuple(form for form in _forms() if len(form) >= _ONE_WRONG and _endings(form) is endings)
