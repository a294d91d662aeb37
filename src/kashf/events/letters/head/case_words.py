"""Where words of a case's own lexicon stand in the folded text of a paper: its labels, titles and phrases that open an act."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from kashf.domain.letters.letter_lexicon import CodedPhrase, LetterLexicon
from kashf.events.letters.phrases import WORD_END, any_of, by_code
from kashf.language.words.folding import fold

#: A label stands where those of the tables do; behind it a sign, or what cannot be a sentence.
_BEFORE: Final = r"(?:^|(?<=\t)|(?<=  )|(?<=[|]))\s*"
_BEHIND: Final = rf"(?:\s*[.]?\s*[:/؛]\s*|{WORD_END}\.?\s*(?=[(\d]|[^\W\d_]{{1,5}}[/.\-]\s?\d)|\s*$)"
_ADDRESSED: Final = "addressee"


def labels_in(folded: str, lexicon: LetterLexicon) -> list[tuple[str, int, int]]:
    """Return the labels of a lexicon in a folded line: what each announces, where it begins and where its value may; addressees aside."""
    labels = tuple(each for each in lexicon.labels if each[0] != _ADDRESSED)
    if not labels:
        return []
    pattern, codes = _coded(labels)
    found = re.compile(rf"{_BEFORE}(?P<phrase>{pattern}){_BEHIND}").finditer(folded)
    return [(codes[_key(each["phrase"])], each.start(), each.end()) for each in found]


def addressed_in(folded: str, lexicon: LetterLexicon) -> re.Match[str] | None:
    """Return what stands before those whom a folded line addresses by a label of a lexicon; None for any other line."""
    labels = tuple(each for each in lexicon.labels if each[0] == _ADDRESSED)
    return re.compile(rf"(?:{_coded(labels)[0]}){WORD_END}\s*[:/]?\s*(?=\S)").match(folded) if labels else None


def title_in(title: str, lexicon: LetterLexicon) -> str | None:
    """Return what a paper of a folded title does by a lexicon; None where it has no such title."""
    return _coded(lexicon.titles)[1].get(_key(title)) if lexicon.titles else None


def openers_in(folded: str, start: int, end: int, lexicon: LetterLexicon) -> list[tuple[str, int, int]]:
    """Return the phrases of a lexicon that open an act between two places: the code of the force, and where each begins and ends."""
    if not lexicon.openers:
        return []
    pattern, codes = _coded(lexicon.openers)
    found = re.compile(rf"(?<!\w)(?:و|ف)?(?P<phrase>{pattern}){WORD_END}").finditer(folded, start, end)
    return [(codes[_key(each["phrase"])], each.start("phrase"), each.end()) for each in found]


@lru_cache(maxsize=32)
def _coded(phrases: tuple[CodedPhrase, ...]) -> tuple[str, Mapping[str, str]]:
    codes = {code: "|".join(phrase for of, phrase in phrases if of == code) for code in dict.fromkeys(code for code, _ in phrases)}
    return any_of("|".join(codes.values())), by_code(codes)


def _key(phrase: str) -> str:
    return " ".join(fold(phrase).split())
