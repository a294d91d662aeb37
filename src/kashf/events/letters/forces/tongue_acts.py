"""Acts in French, Turkish and Persian, at a first level: a clause with a word that orders, and each deed that "and" adds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final

from kashf.domain.letters.instructions import Force, Instruction
from kashf.events.letters.act_clauses import Clause
from kashf.events.letters.phrases import WORD_END, any_of, signs_of
from kashf.events.letters.sheet_text import SheetText
from kashf.language.tables.letters.deeds.tongue_words import AND, FRENCH_BEFORE, FRENCH_OBJECTS, OPENERS, STEMS

#: How sure an act of these languages is.
_SCORE: Final = 0.6
#: Code points behind a French word that orders within which its first infinitive stands.
_NEAR: Final = 80
_FRENCH: Final = "fr"
#: Turkish verbal nouns by which papers order, with the endings of their cases; and infinitives, which are forbidden.
_TURKISH: Final = r"\w{2,}(?:m[ae]s[iı](?:n[iı]n?|na|ne|nda|nde)?|m[ae]lar[iı]n?[iı]?|mak|mek)"
_OF_LATIN_LETTERS: Final = ("fr", "tr")
_OF_ARABIC_LETTERS: Final = ("fa",)
#: The letter without which hardly a line in Arabic letters is.
_ALEF: Final = "\u0627"


def tongue_of(folded: str) -> str:
    """Return the language of a paper that orders in French, Turkish or Persian, by such a word; "" where none stands in it."""
    tongues = _OF_ARABIC_LETTERS if _ALEF in folded else _OF_LATIN_LETTERS
    found = (each for each in tongues if any(sign in folded for sign in _signs(each)) and _opener(each).search(folded))
    return next(found, "")


def tongue_acts(sheet: SheetText, clause: Clause, tongue: str) -> Sequence[Instruction]:
    """Return the acts that a clause tells of; none where no word of that language orders in it.

    Args:
        sheet: The paper.
        clause: Which.
        tongue: "fr", "tr" or "fa".
    """
    opener = _opener(tongue).search(sheet.folded, clause.start, clause.end)
    if opener is None:
        return ()
    deeds = list(_deeds(sheet.folded, clause, opener, tongue))
    starts = [clause.start, *(start for start, _ in deeds[1:])]
    found = (
        (sheet.said(start, end, f"act:{kind}", _SCORE), kind)
        for (start, end), (_, kind) in zip(pairwise([*starts, clause.end]), deeds, strict=False)
    )
    return [
        Instruction(said=said, kind=kind, force=Force(str(opener.lastgroup)), author=clause.author)
        for said, kind in found
        if said is not None
    ]


def _deeds(folded: str, clause: Clause, opener: re.Match[str], tongue: str) -> Iterator[tuple[int, str]]:
    """Yield where each deed of a clause begins, "and" aside, and its kind: the first one, and those behind "and"."""
    begin = opener.end() if tongue == _FRENCH else clause.start
    at = begin
    for deed in _deed(tongue).finditer(folded, begin, clause.end):
        joints = list(_and(tongue).finditer(folded, at, deed.end("deed")))
        if at == begin:
            if tongue == _FRENCH and deed.start() - begin > _NEAR:
                return
            yield deed.start(), _kind(deed["deed"], tongue)
        elif joints:
            yield joints[-1].end(), _kind(deed["deed"], tongue)
        else:
            continue
        at = deed.end()


def _kind(word: str, tongue: str) -> str:
    found = _stems(tongue).match(word)
    return str(found.lastgroup) if found else "other"


@lru_cache(maxsize=3)
def _signs(tongue: str) -> frozenset[str]:
    return frozenset(sign for phrases in OPENERS[tongue].values() for sign in signs_of(phrases))


@lru_cache(maxsize=3)
def _opener(tongue: str) -> re.Pattern[str]:
    every = "|".join(f"(?P<{force}>{any_of(phrases)})" for force, phrases in OPENERS[tongue].items())
    return re.compile(rf"(?<!\w)(?:{every}){WORD_END}")


@lru_cache(maxsize=3)
def _stems(tongue: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<{kind}>{any_of(stems)})" for kind, stems in STEMS[tongue].items()))


@lru_cache(maxsize=3)
def _deed(tongue: str) -> re.Pattern[str]:
    """Return what a deed looks like: an infinitive behind "of" or "and", a verbal noun, a noun of the table."""
    if tongue == "tr":
        return re.compile(rf"(?<!\w)(?P<deed>(?:teslim\s|tahliye\s)?{_TURKISH}){WORD_END}")
    if tongue == "fa":
        return re.compile(rf"(?<!\w)(?P<deed>{any_of('|'.join(STEMS['fa'].values()))})")
    before, objects = any_of(f"{FRENCH_BEFORE}|{AND['fr']}"), any_of(FRENCH_OBJECTS)
    return re.compile(
        rf"(?:(?<!\w){before}\s?|(?<=veuillez)\s|(?<=\bde)\s)(?:{objects}\s?)*(?<!\w)(?P<deed>[a-z]{{2,}}(?:er|ir|re)){WORD_END}"
    )


@lru_cache(maxsize=3)
def _and(tongue: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of(AND[tongue])}\s+")
