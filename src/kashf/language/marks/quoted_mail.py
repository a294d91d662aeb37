"""Finds earlier mail that is quoted or forwarded in a mail. All of it stays: it is left out only where its original is there too."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from kashf.domain.document import Mark, MarkKind
from kashf.language.tables import mail_phrases

Range = tuple[int, int]

#: A line that begins with >, as mail programs quote.
_QUOTED_LINE = re.compile(r"(?m)^[ \t]*[>\uff1e].*(?:\n|\Z)")
_WROTE = re.compile("|".join(mail_phrases.WROTES), re.DOTALL | re.MULTILINE | re.IGNORECASE)
_WROTE_WORD = re.compile(mail_phrases.WROTE_WORDS, re.IGNORECASE)
#: Lines above the word "wrote" on which a line of this kind may begin.
_WROTE_LINES = 3
#: An address, a time of day or a year: with one of them "... wrote:" speaks of a mail, and needs no sign before the lines that follow.
_OF_A_MAIL = re.compile(r"\S@\S|\d{1,2}[:.]\d{2}")
_ORIGINAL = re.compile("|".join(mail_phrases.ORIGINALS), re.MULTILINE | re.IGNORECASE)
_LABELS = {label: field for field, labels in mail_phrases.LABELS.items() for label in labels.split("|")}
_HEAD_LINE = re.compile(
    rf"^[ \t>*\u200e\u200f]*({'|'.join(sorted(map(re.escape, _LABELS), key=len, reverse=True))})[ \t\u00a0*]*[:：]\*?[ \t]*(.*)$",
    re.IGNORECASE,
)
#: Lines of a header within a text; fewer are a list, or somebody's words.
_FEWEST_HEAD_LINES = 3
_NOT_EMPTY = re.compile(r"^[ \t]*\S", re.MULTILINE)
_ADDRESS = re.compile(r"[^\s<>\[\]()\"':;,]+@[^\s<>\[\]()\"':;,]+")


@dataclass(frozen=True, slots=True)
class QuotedHead:
    """What a quotation says of the mail that it quotes.

    Args:
        start: First code point of the lines that say it.
        end: One past the last.
        sender: As written; an address where there is one; "" when it is not said apart.
        date: As written, or "".
        subject: As written, or "".
        said: The lines as they stand, as one.
    """

    start: int
    end: int
    sender: str = ""
    date: str = ""
    subject: str = ""
    said: str = ""


def quoted(text: str, *, shown: Iterable[Range] = ()) -> tuple[Mark, ...]:
    r"""Return marks on the earlier mail in the text of a mail, header lines first.

    Args:
        text: Header lines, an empty line, what the mail says.
        shown: Stretches that its layout shows as quoted.

    >>> text = "From: a\n\nAgreed.\n> Shall we?\nUntil Monday"
    >>> [text[mark.start : mark.end] for mark in quoted(text)]
    ['> Shall we?\n']
    """
    body = text.find("\n\n") + 2 if "\n\n" in text else 0
    return tuple(Mark(start, end, MarkKind.QUOTED) for start, end in _joined(_pieces(text, body, tuple(shown))))


def head_line(line: str) -> tuple[str, int] | None:
    """Return which header field a line is, in any language, and where its value begins in it; None for other lines.

    >>> head_line("> Von: Salim"), head_line("so: be it")
    (('from', 7), None)
    """
    found = _HEAD_LINE.match(line)
    return (_LABELS[found[1].lower()], found.start(2)) if found else None


def quoted_heads(text: str, start: int, end: int) -> Iterator[QuotedHead]:
    """Yield what is said of quoted mail within a stretch of a text, in order."""
    heads = chain(_header_blocks(text, start, end), (_wrote(found) for found in _wrote_lines(text, start, end)))
    yield from sorted(heads, key=lambda head: head.start)


def heads_and_signs(text: str, start: int, end: int) -> Iterator[Range]:
    """Yield the lines within quoted mail that its writer did not write: what is said of it, and signs such as "Original Message"."""
    yield from ((head.start, head.end) for head in quoted_heads(text, start, end))
    for found in _ORIGINAL.finditer(text, start, end):
        line_end = text.find("\n", found.end(), end)
        yield found.start(), end if line_end < 0 else line_end + 1


def _pieces(text: str, body: int, shown: Sequence[Range]) -> Iterator[Range]:
    """Yield stretches of earlier mail, in any order; they may overlap."""
    rest = [found.start() for found in _ORIGINAL.finditer(text, body)] + [head.start for head in _header_blocks(text, body, len(text))]
    until = min(rest, default=len(text))
    pieces = [*(found.span() for found in _QUOTED_LINE.finditer(text, body)), *shown]
    beginnings = {start for start, _ in pieces} | {until}
    for found in _wrote_lines(text, body, len(text)):
        following = _NOT_EMPTY.search(text, found.end())
        if following and (following.start() in beginnings or any(start <= following.start() < end for start, end in shown)):
            yield found.start(), following.start()
        elif following and _OF_A_MAIL.search(found[0]):
            yield found.start(), len(text)
    yield from pieces
    if until < len(text):
        yield until, len(text)


def _wrote_lines(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Yield the lines that say who wrote what follows; they are looked for from the word that ends them, which few lines have."""
    last = start
    for word in _WROTE_WORD.finditer(text, start, end):
        at = word.start()
        for _ in range(_WROTE_LINES):
            at = text.rfind("\n", last, at) + 1 or last
            found = _WROTE.match(text, at, end)
            if found and found.end() >= word.end():
                yield found
                last = found.end()
                break
            if at <= last:
                break
            at -= 1


def _joined(pieces: Iterable[Range]) -> list[Range]:
    joined: list[Range] = []
    for start, end in sorted(pieces):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _header_blocks(text: str, start: int, end: int) -> Iterator[QuotedHead]:
    """Yield the header lines that Outlook and its like write above an earlier mail: a sender, and two lines more, one after the other."""
    said: dict[str, str] = {}
    first = position = start
    for line in text[start:end].splitlines(keepends=True):
        found = _HEAD_LINE.match(line.rstrip())
        field = _LABELS[found[1].lower()] if found else ""
        if found and (said or field == "from"):
            first = first if said else position
            said.setdefault(field, found[2].strip(" *"))
        elif said and line.strip(" \t\r\n>*") and not line[:1].isspace():
            if head := _head(text, (first, position), said):
                yield head
            said = {}
        position += len(line)
    if said and (head := _head(text, (first, position), said)):
        yield head


def _head(text: str, place: Range, said: dict[str, str]) -> QuotedHead | None:
    if len(said) < _FEWEST_HEAD_LINES or not said.keys() & {"date", "subject"}:
        return None
    return QuotedHead(*place, said.get("from", ""), said.get("date", ""), said.get("subject", ""), " ".join(text[slice(*place)].split()))


def _wrote(found: re.Match[str]) -> QuotedHead:
    address = _ADDRESS.search(found[0])
    return QuotedHead(*found.span(), address[0] if address else "", said=" ".join(found[0].split()))
