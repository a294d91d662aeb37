"""The names in the value of a header line: From, To, Cc. Written after RFC 5322, 3.4, and as mail programs show what they decoded.

What was encoded loses its quotes, so that "Haddad, Salim <s@example.org>" may be one person or two; a piece with neither an address nor
quotes before one that has an address is its surname.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

Span = tuple[int, int]

#: A piece between commas or semicolons: quoted strings, addresses in brackets and comments are whole.
_PIECE: Final = re.compile(r'(?:"(?:\\.|[^"\\\n]){0,300}"|<[^<>\n]{0,300}>|\([^()\n]{0,200}\)|[^,;\n])+')
_QUOTED: Final = re.compile(r'"((?:\\.|[^"\\\n]){0,300})"')
_BRACKETED: Final = re.compile(r"<[^<>\n]{0,300}>|\[mailto:[^\]\n]{0,300}\]", re.IGNORECASE)
_COMMENT: Final = re.compile(r"\(([^()\n]{1,200})\)")
#: The name of a group of addresses; "mailto:" is none.
_GROUP: Final = re.compile(r'\s*(?!mailto:)[^"<@:\[\n]{1,80}:', re.IGNORECASE)
#: What mail programs and lists put behind a name.
_TAIL: Final = re.compile(r"(?:\s+(?:via|on behalf of|par|im Auftrag von)\s.*|\s*[(\[/|].*)\Z", re.IGNORECASE)
_TRIMMED: Final = " ,;\t\"'‘’“”«»*<>\u200e\u200f\u202a\u202b\u202c"


def display_names(text: str, start: int, end: int) -> Iterator[tuple[Span, bool]]:
    """Yield the places of the names in the value of a header line, in order, each with whether an address stands beside it.

    Example:
        >>> line = 'Salim Haddad <s@example.org>, "Oliveira, Marta" <m@example.org>, z@example.org (Zara Young)'
        >>> [line[slice(*span)] for span, _ in display_names(line, 0, len(line))]
        ['Salim Haddad', 'Oliveira, Marta', 'Zara Young']
    """
    waiting: Span | None = None
    for piece in _PIECE.finditer(text, start, end):
        first, last = _behind_group(text, piece.start(), piece.end()), piece.end()
        bare = not re.search(r'[@"<(\[]', text[first:last])
        if waiting and (bare or first > piece.start() or not _has_bracket_behind_words(text, first, last)):
            yield waiting, False
            waiting = None
        if bare and text[last : last + 1] == ",":
            waiting = trimmed(text, first, last)
            continue
        span, has_address = _of_piece(text, waiting[0] if waiting else first, last)
        waiting = None
        if span[0] < span[1]:
            yield span, has_address
    if waiting and waiting[0] < waiting[1]:
        yield waiting, False


def trimmed(text: str, start: int, end: int) -> Span:
    """Return a place without the spaces, quotes and brackets at its ends; empty where it has nothing else."""
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip(_TRIMMED))
    return start + left, max(start + left, start + len(piece.rstrip(_TRIMMED)))


def _of_piece(text: str, start: int, end: int) -> tuple[Span, bool]:
    """Return the place of the name in one piece, empty where it has none, and whether there is an address."""
    piece = text[start:end]
    if address := _BRACKETED.search(piece):
        return _named(text, start, start + address.start()), True
    if "@" in piece:
        comment = _COMMENT.search(piece)
        return (trimmed(text, start + comment.start(1), start + comment.end(1)) if comment else (start, start)), True
    return _named(text, start, end), False


def _named(text: str, start: int, end: int) -> Span:
    """Return the place of a name as it stands before an address: what is quoted, or all without what programs add."""
    if quoted := _QUOTED.search(text, start, end):
        start, end = quoted.span(1)
    if tail := _TAIL.search(text[start:end]):
        end = start + tail.start()
    first, last = trimmed(text, start, end)
    return (first, last) if "@" not in text[first:last] else (first, first)


def _behind_group(text: str, start: int, end: int) -> int:
    found = _GROUP.match(text, start, end)
    return found.end() if found else start


def _has_bracket_behind_words(text: str, start: int, end: int) -> bool:
    """Return whether a piece is a bare name with an address in brackets behind it: the rest of "surname, name"."""
    address = _BRACKETED.search(text, start, end)
    return address is not None and '"' not in text[start : address.start()] and bool(text[start : address.start()].strip())
