"""Telephone numbers and the numbers of documents."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final

from kashf.language.measures.numerals import Tokens
from kashf.language.measures.unit_names import NUMBER_TRIGGERS, PHONE_TRIGGERS

#: What foreign prefixes and national numbers begin with, in three scripts.
_ZEROS: Final = {0x0660: "0", 0x06F0: "0"}

#: One run of digits with at most two dividing characters between two of them. ITU-T E.164: 15 digits at most.
_RUN: Final = re.compile(r"(?<![\w+/.,])(?:\+|[0٠۰]{2})?[(]?\d(?:[ .\-()\u200e\u200f\u202a-\u202c]{0,2}\d){5,15}(?![\w/]|[.,]\d)")
#: National numbers begin with 0 in all countries of the region; mobile and land lines have 9 to 11 digits.
_FEWEST, _MOST, _LEAST_ABROAD, _MOST_ABROAD = 9, 11, 10, 15
_FEWEST_SAID: Final = 6
#: How far before a number a word that says "telephone" may end, in code points.
_NEAR: Final = 12

#: A document's number: digits, with letters of a department and dividing strokes on either side (١٢/ش/٣٤٥, AB-1204).
_REFERENCE: Final = re.compile(
    r"[\s:.()\[\]«»\"°º#№\u200e\u200f\u202a-\u202c-]{0,6}"
    r"((?:[^\W\d_]{1,4}[/\-.])?\d+(?:[/\-](?:\d+|[^\W\d_]{1,3}(?![^\W\d_])))*)"
)
_SIGN: Final = re.compile(r"(?<![\w#&])[#№]\s?(\d+(?:[/-]\d+)*)(?!\w)")

Span = tuple[int, int]


def phone_numbers(tokens: Tokens) -> list[Span]:
    """Return the places of telephone numbers, in order.

    With a word before them that says "telephone" six digits are enough; without it they begin as numbers abroad (+963, 00963) or at home
    (09...) do.
    """
    said = [word.end for word in tokens.words if word.folded in PHONE_TRIGGERS]
    found: list[Span] = []
    for match in _RUN.finditer(tokens.text):
        written = match[0].translate(_ZEROS)
        count = sum(map(str.isdigit, written))
        if written.startswith(("+", "00")):
            fits = count - 2 * written.startswith("00") + 1 >= _LEAST_ABROAD and count <= _MOST_ABROAD + 2
        else:
            fits = written.lstrip("(").startswith("0") and _FEWEST <= count <= _MOST
        if fits or (_FEWEST_SAID <= count <= _MOST_ABROAD and _is_said(match.start(), said)):
            found.append(match.span())
    return found


def document_numbers(tokens: Tokens) -> list[Span]:
    """Return the places of numbers that a word before them calls the number of a paper, an order, an identity card, in order."""
    text = tokens.text
    found: set[Span] = {match.span(1) for match in _SIGN.finditer(text)}
    for index in [index for index, word in enumerate(tokens.words) if word.folded in NUMBER_TRIGGERS]:
        for behind in (index, index + 1):
            if behind > index and (not tokens.goes_on(index) or tokens.folded(behind) in PHONE_TRIGGERS or behind >= tokens.count):
                break
            if (match := _REFERENCE.match(text, tokens.words[behind].end)) and _is_apart(text, tokens.words[behind].end, match.start(1)):
                found.add(match.span(1))
                break
    return sorted(found)


def _is_said(start: int, ends: list[int]) -> bool:
    """Return whether a word that says "telephone" ends shortly before a place."""
    index = bisect_right(ends, start) - 1
    return index >= 0 and start - ends[index] <= _NEAR


def _is_apart(text: str, end: int, start: int) -> bool:
    return "\n" not in text[end:start] or (text[end:start].count("\n") == 1 and ":" in text[end:start])
