"""Numbers of papers as registers write them: digits and letters of departments with strokes between (١٢/ش/٣٤٥, /Sh.3/Q.4/1603, 7-3-h)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import MappingProxyType
from typing import Final

from kashf.domain.entity import NO_VALUE, Value
from kashf.language.identifiers.plain_signs import plain, seen
from kashf.language.tables.numbering.identifier_words import COLON_WORDS, DATE_WORDS, NUMBER_WORDS, PHONE_WORDS, REGISTER_WORDS
from kashf.language.words.page import WordPage
from kashf.language.words.tokens import folded_words

_NUMBER_WORDS, _REGISTER_WORDS, _COLON_WORDS, _DATES, _PHONES = (
    frozenset(folded_words(table)) for table in (NUMBER_WORDS, REGISTER_WORDS, COLON_WORDS, DATE_WORDS, PHONE_WORDS)
)
_TRIGGERS: Final = _NUMBER_WORDS | _REGISTER_WORDS | _COLON_WORDS
#: Words that mean a number only with a point, a colon or a capital: "no man".
_WEAK: Final = frozenset({"no", "az"})

_LETTER: Final = r"[^\W\d_]"
_UNSEEN: Final = "\u200e?"
#: What may stand between the word and its number, and around strokes and hyphens that join parts.
_GAP: Final = r"[/\\]?[\s:.()\[\]«»\"°º#№\u200e-]{0,6}"
_STROKE: Final = rf"{_UNSEEN}[ ]?{_UNSEEN}[/\\]{_UNSEEN}[ ]?{_UNSEEN}"
_JOIN: Final = rf"(?:{_STROKE}|[ ]?-[ ]?|\.)"
#: A part: digits, or letters with points between that digits follow somewhere. Behind the last digits up to four letters more.
_LETTERS: Final = rf"{_LETTER}{{1,4}}(?:\.{_LETTER}{{1,4}}){{0,3}}"
_PART: Final = rf"(?:\d{{1,12}}|{_LETTERS}\.?\d{{1,12}})"
_LONG: Final = rf"(?:{_LETTERS}|{_LETTER}{{5,15}}(?={_STROKE}\d))"
_REFERENCE: Final = re.compile(
    rf"{_GAP}((?:/{_UNSEEN}(?=\w))?(?:{_LETTERS}{_JOIN}|{_LETTERS}/{_LETTERS}[:]?[ ]){{0,3}}{_PART}"
    rf"(?:{_JOIN}(?:{_PART}|{_LONG}(?!{_LETTER})))*)(?![^\W_])"
)
_MOST: Final = 60
_SIGN: Final = re.compile(r"(?<![\w#&/])(?:[#№]|[Nn][°º]\.?)\s?(\d+(?:[/-]\d+)*)(?!\w)")
_IS_DAY: Final = re.compile(r"(?:\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}|\d{4}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{1,2})")
_TRAILING_WORD: Final = re.compile(rf"{_JOIN}({_LETTER}+)\Z")

Span = tuple[int, int]


def document_numbers(page: WordPage, text: str) -> list[Span]:
    """Return the places of numbers that a word before them calls the number of a paper, an order, an identity card, in order.

    Args:
        page: The words of the text.
        text: The same text in plain signs.
    """
    found: set[Span] = {match.span(1) for match in _SIGN.finditer(text)}
    for index, word in enumerate(page.words):
        if word.folded in _TRIGGERS and _says_number(page, index):
            found.update(_behind(page, text, index))
    return sorted(found)


def document_number_value(text: str) -> Value:
    """Return the number of a paper with its letters and strokes, digits in Latin ones, in the order in which they are written.

    Example:
        >>> dict(document_number_value("١٢ / ش / ٣٤٥"))
        {'number': '12/ش/345'}
    """
    number = seen(plain(text)).translate({ord(sign): None for sign in "()[]«»\\"})
    return MappingProxyType({"number": number}) if number else NO_VALUE


def _says_number(page: WordPage, index: int) -> bool:
    """Return whether a word that may say "number" does: "no" does before a point, a colon or as No."""
    word = page.words[index]
    if word.folded not in _WEAK:
        return True
    return page.written(index)[0].isupper() or page.text[word.end : word.end + 1] in {".", ":", "°", "º"}


def _behind(page: WordPage, text: str, index: int) -> Iterator[Span]:
    """Yield the place of the number behind a word that calls it one, at once or behind one word more."""
    word = page.folded(index)
    for behind in (index, index + 1):
        if behind > index and (word not in _NUMBER_WORDS or not page.goes_on(index) or page.folded(behind) in _PHONES | _DATES):
            return
        end = page.words[behind].end
        if word in _COLON_WORDS and not text[end : end + 2].lstrip(" ").startswith(":"):
            return
        found = _REFERENCE.match(text, end, end + _MOST + 8)
        if found and _is_apart(text[end : found.start(1)], found[1]):
            yield _trimmed(found)
            return


def _trimmed(found: re.Match[str]) -> Span:
    """Return the place of a number without a word of a date joined to its end."""
    tail = _TRAILING_WORD.search(found[1])
    return found.start(1), found.end(1) - (len(tail[0]) if tail and folded_words(tail[1])[:1] and folded_words(tail[1])[0] in _DATES else 0)


def _is_apart(gap: str, number: str) -> bool:
    """Return whether what stands before a number lets it belong to its word: on another line only behind a colon, and no day."""
    if "\n" not in gap:
        return True
    return gap.count("\n") == 1 and ":" in gap and _IS_DAY.fullmatch(number) is None
