"""Cut a query into signs and leaves; faults inside a leaf are told here."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from math import comb
from typing import Final

from kashf.errors import QuerySyntaxError
from kashf.language.words.tokens import folded_words
from kashf.search.facets import FIELDS, facet, nearest
from kashf.search.query import Beginning, Leaf, Narrow, Quoted, Similar, Term

#: Code points; nobody types more, and a file given by mistake is refused at once.
MOST_CHARACTERS: Final = 10_000
#: Words in one query.
MOST_WORDS: Final = 2_000
#: Other words between those of a phrase; more is a search for the words in any place.
MOST_SLOP: Final = 10
#: Ways in which a phrase with words between may lie, each of which is looked up.
MOST_LAYOUTS: Final = 1_000

OPERATORS: Final = ("AND", "OR", "NOT")

_QUOTES: Final = '"“”„«»'
_PIECE: Final = re.compile(rf"[(){_QUOTES}]|[^\s(){_QUOTES}]+")
_CLOSING: Final = re.compile(f"[{_QUOTES}]")
_FIELD: Final = re.compile(r"([A-Za-z]+):(.*)", re.DOTALL)
#: What may follow a closing quote without a space.
_TAIL: Final = re.compile(rf"[^\s(){_QUOTES}]*")


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the query.

    Args:
        position: Code point of the query at which it begins.
        kind: "(", ")", "AND", "OR" or "NOT"; "" for a leaf.
        leaf: What to look for; None for signs and operators.
    """

    position: int
    kind: str
    leaf: Leaf | None = None


def tokens(query: str) -> tuple[Token, ...]:
    """Return the pieces of a query; punctuation that stands alone is passed over, as it is in documents.

    Raises:
        QuerySyntaxError: A leaf is malformed, or there is too much of them.
    """
    _check_characters(query)
    found = tuple(_scan(query))
    if sum(_words(token.leaf) for token in found) > MOST_WORDS:
        raise QuerySyntaxError(
            f"the query has more than {MOST_WORDS:,} words; ask for fewer at a time", position=0, code="too-many-words", most=MOST_WORDS
        )
    return found


def _check_characters(query: str) -> None:
    if len(query) > MOST_CHARACTERS:
        message = f"the query has {len(query):,} characters, more than {MOST_CHARACTERS:,}; ask for less at a time"
        raise QuerySyntaxError(message, position=MOST_CHARACTERS, code="too-many-characters", length=len(query), most=MOST_CHARACTERS)
    for position, character in enumerate(query):
        if unicodedata.category(character) in {"Cc", "Cs"} and not character.isspace():
            raise QuerySyntaxError(
                f"the query contains the invisible character U+{ord(character):04X}; take it out",
                position=position,
                code="invisible-character",
                character=f"U+{ord(character):04X}",
            )


def _words(leaf: Leaf | None) -> int:
    return len(folded_words(leaf.text)) if isinstance(leaf, Term | Quoted) else int(leaf is not None)


def _scan(query: str) -> Iterator[Token]:
    position = 0
    leaf: Leaf
    while piece := _PIECE.search(query, position):
        start, position = piece.span()
        if piece[0] in "()":
            yield Token(start, piece[0])
        elif piece[0] in _QUOTES:
            leaf, position = _quoted(query, start)
            yield Token(start, "", leaf)
        elif (text := _visible(piece[0])) in OPERATORS:
            yield Token(start, text)
        elif field := _FIELD.fullmatch(text):
            leaf, position = _narrow(query, field, start=start, end=position)
            yield Token(start, "", leaf)
        elif folded_words(text):
            yield Token(start, "", _bare(text, start))


def _visible(piece: str) -> str:
    """Take direction marks and other invisible signs off both ends: they come along when text is copied."""
    first, last = 0, len(piece)
    while first < last and unicodedata.category(piece[first]) == "Cf":
        first += 1
    while last > first and unicodedata.category(piece[last - 1]) == "Cf":
        last -= 1
    return piece[first:last]


def _quoted(query: str, start: int) -> tuple[Quoted, int]:
    """Read a phrase, with the number of words that may come between, and where it ends."""
    text, end = _between_quotes(query, start)
    words = len(folded_words(text))
    if not words:
        raise QuerySyntaxError("there is no word between these quotes", position=start, code="empty-quotes")
    if not query.startswith("~", end):
        return Quoted(text), end
    tail = _TAIL.match(query, end)
    number = tail[0][1:] if tail else ""
    if not (number.isascii() and number.isdecimal() and int(number) <= MOST_SLOP):
        raise QuerySyntaxError(
            f'after a phrase, ~ takes a number up to {MOST_SLOP}, as in "abu omar"~2', position=end, code="phrase-distance", most=MOST_SLOP
        )
    slop = int(number)
    if comb(words - 1 + slop, slop) > MOST_LAYOUTS:
        raise QuerySyntaxError(
            f"a phrase of {words} words is too long for ~{slop}; leave some out, or take a smaller number",
            position=end,
            code="phrase-too-long",
            words=words,
            slop=slop,
        )
    return Quoted(text, slop), end + 1 + len(number)


def _between_quotes(query: str, start: int) -> tuple[str, int]:
    closing = _CLOSING.search(query, start + 1)
    if not closing:
        raise QuerySyntaxError("this quote is not closed; add another at the end of the phrase", position=start, code="open-quote")
    return query[start + 1 : closing.start()], closing.end()


def _narrow(query: str, field: re.Match[str], *, start: int, end: int) -> tuple[Narrow, int]:
    """Read a field with its value, which may stand in quotes, and where it ends."""
    name, value = field[1].lower(), _visible(field[2])
    if name not in FIELDS:
        meant = nearest(name)
        help_ = f"did you mean {meant}: ?" if meant else f"there are {', '.join(FIELDS)}; to find the text itself, put quotes around it"
        raise QuerySyntaxError(
            f"there is no field {name}: {help_}", position=start, code="no-such-field", name=name, fields=", ".join(FIELDS)
        )
    if not value and _CLOSING.match(query, end):
        value, end = _between_quotes(query, end)
    if not value.strip():
        raise QuerySyntaxError(f"{name}: needs a value right after the colon", position=start, code="field-without-value", name=name)
    try:
        facet(name, value)
    except ValueError as error:
        raise QuerySyntaxError(str(error), position=start + len(name) + 1, code="bad-field-value", name=name, value=value) from error
    return Narrow(name, value), end


def _bare(text: str, start: int) -> Term | Beginning | Similar:
    """Read a word that stands without quotes."""
    if text.startswith("-") and folded_words(text[1:2]):
        raise QuerySyntaxError(f"to leave a word out, write NOT {text[1:]}", position=start, code="minus-for-not", word=text[1:])
    if "*" in text:
        return _beginning(text, start)
    base, tilde, number = text.rpartition("~")
    if tilde and folded_words(base) and (not number or number.isdecimal()):
        return _similar(base, number, start)
    return Term(text)


def _beginning(text: str, start: int) -> Beginning:
    base, words = text[:-1], folded_words(text)
    if text.find("*") != len(text) - 1:
        raise QuerySyntaxError(
            "* stands at the end of a word, for any ending; elsewhere it finds nothing", position=start + text.find("*"), code="star-inside"
        )
    if len(words) != 1:
        raise QuerySyntaxError("* works on one word; put a space between the words before it", position=start, code="star-on-words")
    if len(words[0]) < 2:
        raise QuerySyntaxError("* needs at least two letters before it", position=start, code="star-too-short")
    return Beginning(base)


def _similar(base: str, number: str, start: int) -> Similar:
    words = folded_words(base)
    if number not in {"", "1", "2"}:
        raise QuerySyntaxError(
            "after a word, ~ takes 1 or 2, the number of letters that may be wrong", position=start + len(base), code="word-distance"
        )
    if len(words) != 1:
        raise QuerySyntaxError("~ works on one word; put a space between the words before it", position=start, code="tilde-on-words")
    if len(words[0]) < 3:
        raise QuerySyntaxError("~ needs at least three letters before it", position=start, code="tilde-too-short")
    return Similar(base, int(number or "1"))
