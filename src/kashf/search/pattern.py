"""Wildcards and regular expressions on one word, as the index takes them: folded, and without what could take long to fit."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from kashf.errors import QuerySyntaxError
from kashf.language.words.folding import fold
from kashf.language.words.tokens import folded_words

#: Code points of a regular expression.
LONGEST_EXPRESSION: Final = 200
#: Repeats without an end in one pattern; each multiplies the time that a long word takes.
MOST_REPEATS: Final = 3
#: The most that a counted repeat may ask for.
MOST_TIMES: Final = 20
#: Ways in which a pattern may be gone through, repeats without an end apart: optional letters and alternatives multiply them.
MOST_WAYS: Final = 1_000
#: Letters of the longest word that a pattern is held against: longer ones are keys and encoded bytes, and take longest.
LONGEST_WORD: Final = 100
#: Letters that a wildcard must have beside its signs.
LEAST_LETTERS: Final = 2
#: Words of a case that a pattern may fit; one that fits more says nothing.
MOST_FITTING: Final = 2_000

_SIGNS: Final = re.compile(r"[*?]+")
_ATOM: Final = re.compile(r"\\[dw.*+?()\[\]{}|/\\-]|\[\^?(?:\\.|[^\]\\\[])+\]|[^\\*+?(){}\[\]|^$]")
_TIMES: Final = re.compile(r"\{(\d{1,3})(?:,(\d{0,3}))?\}")
_CHOICE: Final = re.compile(rf"{_ATOM.pattern}|{_TIMES.pattern}|.")


def of_wildcard(text: str) -> str:
    r"""Return the expression for a word with `*` for any letters and `?` for one; at the end of a word, for one or none.

    >>> of_wildcard("zul*da"), of_wildcard("Zulqad?"), of_wildcard("ال?مرد")
    ('zul.*da', 'zulqad.?', 'ال.مرد')

    Raises:
        QuerySyntaxError: It is of several words, or of too few letters, or has too many signs.
    """
    letters = [folded_words(piece) for piece in _SIGNS.split(text)]
    if any(len(words) > 1 for words in letters):
        raise QuerySyntaxError("* and ? work on one word; put a space between the words", position=0, code="star-on-words")
    if sum(len(word) for words in letters for word in words) < LEAST_LETTERS:
        raise QuerySyntaxError(f"* and ? need at least {LEAST_LETTERS} letters beside them", position=0, code="star-too-short")
    signs = _SIGNS.findall(text)
    if sum("*" in sign for sign in signs) > MOST_REPEATS:
        raise QuerySyntaxError(f"a word may have * in at most {MOST_REPEATS} places", position=0, code="too-many-stars")
    made = ["".join(words) for words in letters]
    for place, sign in enumerate(signs):
        at_end = place == len(signs) - 1 and not letters[-1]
        made[place] = re.escape(made[place]) + (
            ".*" if "*" in sign else "." * len(sign) if not at_end else f".{{0,{len(sign)}}}" if len(sign) > 1 else ".?"
        )
    made[-1] = re.escape(made[-1])
    return "".join(made)


def of_expression(text: str) -> str:
    r"""Return a regular expression as it fits folded words: letters, `.`, classes, `\d`, `\w`, groups, `|`, and repeats of one letter.

    >>> of_expression("أبو[ا-ي]+"), of_expression("^Sham(al|ol)i?$")
    ('ابو[ا-ي]+', 'sham(al|ol)i?')

    Raises:
        QuerySyntaxError: It is no such expression, or may take long to fit.
    """
    expression = text.removeprefix("^").removesuffix("$")
    if len(expression) > LONGEST_EXPRESSION:
        raise QuerySyntaxError(f"a regular expression has at most {LONGEST_EXPRESSION} characters", position=0, code="expression-too-long")
    _check(expression)
    if _ways(expression) > MOST_WAYS:
        message = f"a pattern may be gone through in at most {MOST_WAYS:,} ways; leave out some of its ?, | and {{}}"
        raise QuerySyntaxError(message, position=0, code="too-many-ways", most=MOST_WAYS)
    folded = "".join(piece if piece.startswith("\\") else fold(piece) for piece in re.split(r"(\\.)", expression))
    try:
        re.compile(folded)
    except re.error as error:
        raise _unreadable() from error
    return folded


def literal_beginning(expression: str) -> str:
    r"""Return the letters with which every word begins that an expression fits.

    >>> literal_beginning("zul.*da"), literal_beginning("sham(al|ol)i?"), literal_beginning("ab?c"), literal_beginning("ab|c")
    ('zul', 'sham', 'a', '')
    """
    if "|" in expression:
        return literal_beginning(expression.partition("(")[0]) if "|" not in expression.partition("(")[0] and "(" in expression else ""
    letters = re.match(r"[^\W_]*", expression)
    found = letters[0] if letters else ""
    return found[:-1] if expression[len(found) :].startswith(("*", "?", "{")) else found


def fitting(expression: str) -> Callable[[str], bool]:
    """Return what tells whether a folded word is one that an expression of this module fits."""
    fits = re.compile(expression).fullmatch
    return lambda word: len(word) <= LONGEST_WORD and fits(word) is not None


def _check(expression: str) -> None:
    """Go over an expression once: what is repeated is one letter or class, and a group at most left out."""
    at, depth, endless, is_open = 0, 0, 0, False
    while at < len(expression):
        if atom := _ATOM.match(expression, at):
            at, is_open = atom.end(), True
        elif expression[at] == "(" and not expression.startswith("(?", at):
            at, depth, is_open = at + 1, depth + 1, False
        elif expression[at] == ")" and depth:
            at, depth, is_open = at + 1, depth - 1, False
            at += expression.startswith("?", at)
        elif expression[at] == "|":
            at, is_open = at + 1, False
        elif is_open and expression[at] in "*+?":
            endless += expression[at] != "?"
            at, is_open = at + 1, False
        elif is_open and (times := _TIMES.match(expression, at)) and int(times[2] or times[1]) <= MOST_TIMES and times[2] != "":
            at, is_open = times.end(), False
        else:
            raise _unreadable()
    if depth:
        raise _unreadable()
    if endless > MOST_REPEATS:
        raise QuerySyntaxError(f"a pattern may have * and + in at most {MOST_REPEATS} places", position=0, code="too-many-stars")


def _ways(expression: str) -> int:
    """Return in how many ways an expression may be gone through, repeats without an end apart."""
    outer: list[tuple[int, int]] = []
    ways, others = 1, 0
    for piece in _CHOICE.finditer(expression):
        if piece[0] == "(":
            outer.append((ways, others))
            ways, others = 1, 0
        elif piece[0] == "|":
            ways, others = 1, others + ways
        elif piece[0] == ")":
            inner = ways + others
            ways, others = outer.pop()
            ways *= inner
        elif times := _TIMES.fullmatch(piece[0]):
            ways *= 1 + max(0, int(times[2] or times[1]) - int(times[1]))
        elif piece[0] == "?":
            ways *= 2
    return ways + others


def _unreadable() -> QuerySyntaxError:
    message = r"this regular expression cannot be read: it may have letters, . [classes] \d \w (groups) | and * + ? {2,5} behind one letter"
    return QuerySyntaxError(message, position=0, code="bad-expression")
