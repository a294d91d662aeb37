"""Cut a query into signs and leaves; faults inside a leaf are told here."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import comb
from types import MappingProxyType
from typing import Final

from kashf.errors import QuerySyntaxError
from kashf.language.tables.numbering import query_fields
from kashf.language.words.tokens import folded_words
from kashf.search.facets import FIELDS, FILE_DATE, OF_FORMS, facet
from kashf.search.pattern import of_expression, of_wildcard
from kashf.search.query import Beginning, Expression, Leaf, Narrow, Quoted, Similar, Term, Wildcard

#: Code points; nobody types more, and a file given by mistake is refused at once.
MOST_CHARACTERS: Final = 10_000
#: Words in one query.
MOST_WORDS: Final = 2_000
#: Other words between those of a phrase; more is a search for the words in any place.
MOST_SLOP: Final = 10
#: Ways in which a phrase with words between may lie, each of which is looked up.
MOST_LAYOUTS: Final = 1_000

OPERATORS: Final = ("AND", "OR", "NOT")
#: What people write for these between two things that they look for.
SAID_FOR: Final = MappingProxyType(
    {"and": "AND", "&": "AND", "&&": "AND", "و": "AND", "or": "OR", "|": "OR", "||": "OR", "أو": "OR", "او": "OR"}
)
#: Fields by another word.
_FIELD_SAID: Final = MappingProxyType(
    {
        **dict.fromkeys(query_fields.FORM_FIELD.split("|"), OF_FORMS),
        **dict.fromkeys(query_fields.WRITTEN.split("|"), "date"),
        **dict.fromkeys(query_fields.FILE_DATE.split("|"), FILE_DATE),
    }
)
#: Words that are looked for as such, though whoever typed them may have meant more.
LOOKS_LIKE: Final = frozenset({"not", "near", "without", "بدون", "ليس"})
#: Letters of a word up to which a question mark behind it ends a question.
_SHORT: Final = 4
#: Signs right before a word, a phrase or a group.
_MINUS: Final = "-\u2212"

QUOTES: Final = '"“”„‟«»‹›❝❞〝〞＂″'
_PIECE: Final = re.compile(
    rf"/(?:[^/\\\s]|\\.)+/(?=[\s()]|$)|‘[^‘’]*’(?![^\W_])|[+{_MINUS}](?=[({QUOTES}])|[()|{QUOTES}]|[^\s()|{QUOTES}]+"
)
_CLOSING: Final = re.compile(f"[{QUOTES}]")
_FIELD: Final = re.compile(rf"([A-Za-z]+|{'|'.join((FILE_DATE, *_FIELD_SAID))}):(.*)", re.DOTALL | re.IGNORECASE)
#: An address of the web or of mail, whose signs are no wildcards.
_ADDRESS: Final = re.compile(r"\w+://.*|www\..*|\S+@\S+\.\S+", re.DOTALL | re.IGNORECASE)
#: What may follow a closing quote without a space.
_TAIL: Final = re.compile(rf"[^\s(){QUOTES}]*")


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the query.

    Args:
        position: Code point of the query at which it begins.
        kind: "(", ")", "AND", "OR" or "NOT"; "" for a leaf.
        leaf: What to look for; None for signs and operators.
        said: The word that was taken for an operator, or may have been meant as one or as a field; "" for all others.
    """

    position: int
    kind: str
    leaf: Leaf | None = None
    said: str = ""


def tokens(query: str) -> tuple[Token, ...]:
    """Return the pieces of a query; punctuation that stands alone is passed over, as it is in documents.

    Raises:
        QuerySyntaxError: A leaf is malformed, or there is too much of them.
    """
    _check_characters(query)
    found = tuple(_operators(list(_scan(query))))
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


def _operators(scanned: Sequence[Token]) -> Iterator[Token]:
    """Take words and signs that people use for operators as such, where they stand between two things that are looked for."""
    for place, token in enumerate(scanned):
        before, after = (scanned[at] if 0 <= at < len(scanned) else None for at in (place - 1, place + 1))
        meant = SAID_FOR.get(token.said, "")
        is_between = before and after and (before.leaf or before.kind == ")") and (after.leaf or after.kind in {"(", "NOT"})
        if meant and is_between and before and before.said not in SAID_FOR:
            yield Token(token.position, meant, said=token.said)
        elif token.kind or token.leaf:
            yield token


def _scan(query: str) -> Iterator[Token]:
    position = 0
    while piece := _PIECE.search(query, position):
        start, position = piece.span()
        if piece[0] in QUOTES:
            leaf, position = _quoted(query, start)
            yield Token(start, "", leaf)
        elif piece[0] in "()":
            yield Token(start, piece[0])
        elif piece[0][0] == "/" == piece[0][-1] and len(piece[0]) > 2:
            yield Token(start, "", _expression(piece[0][1:-1], start))
        elif piece[0][0] == "‘" and folded_words(piece[0]):
            yield Token(start, "", Quoted(piece[0][1:-1]))
        elif piece[0] in _MINUS and piece.end() < len(query) and not query[piece.end()].isspace():
            yield Token(start, "NOT")
        else:
            found = _visible(piece[0])
            if found[:1] in _MINUS and found and folded_words(found[1:2]):
                yield Token(start, "NOT")
                found, start = found[1:], start + 1
            tokens_of_word, position = _word(query, found, start=start, end=position)
            yield from tokens_of_word


def _word(query: str, text: str, *, start: int, end: int) -> tuple[list[Token], int]:
    """Read what stands without quotes, and where it ends."""
    if text in OPERATORS:
        return [Token(start, text)], end
    if text.lower() in SAID_FOR:
        return [Token(start, "", Term(text) if folded_words(text) else None, said=text.lower())], end
    field = _FIELD.fullmatch(text)
    is_known = field is not None and _FIELD_SAID.get(field[1], field[1].lower()) in FIELDS
    if field and not is_known and _ADDRESS.fullmatch(text):
        field = None
    if field and is_known and (found := _narrow(query, field, start=start, end=end)):
        return [Token(start, "", found[0])], found[1]
    if not folded_words(text):
        return [], end
    is_odd = text.lower() in LOOKS_LIKE or (field and field[2])
    return [Token(start, "", _bare(text, start), said=text.lower() if is_odd else "")], end


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
    """Return what stands between quotes, and where it ends; all the rest where they are not closed."""
    closing = _CLOSING.search(query, start + 1)
    return (query[start + 1 : closing.start()], closing.end()) if closing else (query[start + 1 :], len(query))


def _narrow(query: str, field: re.Match[str], *, start: int, end: int) -> tuple[Narrow, int] | None:
    """Read a field with its value, which may stand in quotes, and where it ends; None where nothing stands right behind the colon.

    Raises:
        QuerySyntaxError: Nothing at all stands behind it, or no value of the field.
    """
    name, value = _FIELD_SAID.get(field[1], field[1].lower()), _visible(field[2])
    if not value and _CLOSING.match(query, end):
        value, end = _between_quotes(query, end)
        if name == OF_FORMS and query.startswith("=", end):  # field:"go-between"="Abu Omar"
            tail = _TAIL.match(query, end)
            value, end = (f"{value}{tail[0]}", tail.end()) if tail else (value, end)
    if name == OF_FORMS and value.endswith("=") and _CLOSING.match(query, end):  # field:go-between="Abu Omar"
        words, end = _between_quotes(query, end)
        value += words
    if not value.strip() and not query[end:].strip():
        told = f"nothing stands behind {field[1]}: - write the value right behind the colon, or put the word in quotes to look for it"
        raise QuerySyntaxError(told, position=start, code="empty-field", field=field[1])
    if not value.strip():
        return None
    try:
        facet(name, value)
    except ValueError as error:
        raise QuerySyntaxError(str(error), position=start + len(field[1]) + 1, code="bad-field-value", name=name, value=value) from error
    return Narrow(name, value), end


def _bare(text: str, start: int) -> Leaf:
    """Read a word that stands without quotes."""
    if _ADDRESS.fullmatch(text):
        return Term(text)
    base, tilde, number = text.rpartition("~")
    if tilde and folded_words(base) and (not number or number.isdecimal()):
        return _similar(base, number, start)
    if "*" in text or "?" in text:
        return _wildcard(text, start)
    return Term(text)


def _wildcard(text: str, start: int) -> Leaf:
    if text.startswith("*."):  # A kind of file, as a shell has it.
        return Term(text[2:]) if folded_words(text[2:]) and not {"*", "?"} & set(text[2:]) else _wildcard(text[2:], start)
    asked = text.rstrip("?")
    is_question = (
        "*" not in asked and "?" not in asked and (len(text) - len(asked) > 1 or len(folded_words(asked)) > 1 or len(asked) < _SHORT)
    )
    if is_question:  # Not a wildcard: the end of a question.
        return Term(asked)
    try:
        of_wildcard(text)
    except QuerySyntaxError as error:
        error.position += start + min(text.find(sign) for sign in "*?" if sign in text)
        raise
    return Beginning(text[:-1]) if text.find("*") == len(text) - 1 and "?" not in text else Wildcard(text)


def _expression(text: str, start: int) -> Expression:
    try:
        of_expression(text)
    except QuerySyntaxError as error:
        error.position += start
        raise
    return Expression(text)


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
