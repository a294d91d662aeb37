"""Finds earlier mail that is quoted in a mail: kept, and passed over so that one sentence is not counted in every answer to it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kashf.domain.document import Mark, MarkKind
from kashf.language.tables import page_phrases

#: A line that begins with >, as mail programs quote.
_QUOTED_LINE = re.compile(r"(?m)^[ \t]*>.*(?:\n|\Z)")
_WROTE = re.compile("|".join(page_phrases.WROTES), re.DOTALL | re.MULTILINE)
_ORIGINAL = re.compile("|".join(page_phrases.ORIGINALS), re.MULTILINE)
_FORWARD = re.compile(page_phrases.FORWARD, re.IGNORECASE)
_NOT_EMPTY = re.compile(r"^[ \t]*\S", re.MULTILINE)
#: Fewest letters of its own that a mail needs above a quotation; without them the quotation is the message.
_OWN_LETTERS = 2


def quoted(text: str) -> tuple[Mark, ...]:
    r"""Return marks on the earlier mail that is quoted in the text of a mail, header lines first; nothing for a forwarded one.

    >>> text = "From: a\n\nAgreed.\n> Shall we?\nUntil Monday"
    >>> [text[mark.start : mark.end] for mark in quoted(text)]
    ['> Shall we?\n']
    """
    body = text.find("\n\n") + 2 if "\n\n" in text else 0
    if _FORWARD.search(text, 0, body):
        return ()
    ranges = list(_ranges(text, body))
    own, position = "", body
    for start, end in ranges:
        own, position = own + text[position:start], end
    own += text[position:]
    if sum(map(str.isalpha, own)) < _OWN_LETTERS:
        return ()
    return tuple(Mark(start, end, MarkKind.QUOTED) for start, end in ranges)


def _ranges(text: str, body: int) -> Iterator[tuple[int, int]]:
    """Yield the quoted ranges in order, joined where one follows another."""
    original = _ORIGINAL.search(text, body)
    until = original.start() if original else len(text)
    pieces = [match.span() for match in _QUOTED_LINE.finditer(text, body, until)]
    beginnings = {start for start, _ in pieces}
    for match in _WROTE.finditer(text, body, until):
        following = _NOT_EMPTY.search(text, match.end(), until)
        end = following.start() if following else until
        if end in beginnings or (original and end == until):
            pieces.append((match.start(), end))
    if original:
        pieces.append((until, len(text)))
    joined: list[tuple[int, int]] = []
    for start, end in sorted(pieces):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    yield from joined
