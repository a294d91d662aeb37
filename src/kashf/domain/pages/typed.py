r"""How people type what they read on an image: `[word?]` is uncertain, `[...]` cannot be read; `\[` is a bracket that stands there."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from kashf.domain.document import Mark, MarkKind

#: What stands in the text for something that cannot be read.
ILLEGIBLE_TEXT: Final = "\N{HORIZONTAL ELLIPSIS}"
#: Longest line that is typed, in code points.
LINE_LENGTH: Final = 2000

#: Marks that turn the direction of writing: nobody types them, a copied text brings them, and no search finds what holds them.
_DIRECTIONS: Final = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_NOTATION: Final = re.compile(
    r"\\(?P<escaped>[\[\]\\])"
    r"|\[(?P<illegible>\.\.\.|\N{HORIZONTAL ELLIPSIS}|[?\N{ARABIC QUESTION MARK}])\]"
    r"|\[(?P<uncertain>(?:\\[\[\]\\]|\\(?![\[\]\\])|[^\[\]\\])+)[?\N{ARABIC QUESTION MARK}]\]"
)
_ESCAPED: Final = re.compile(r"\\([\[\]\\])")
_TO_ESCAPE: Final = re.compile(r"([\[\]\\])")


@dataclass(frozen=True, slots=True)
class Typed:
    """What a person typed, as text with marks.

    Args:
        text: As it stands on the page; `ILLEGIBLE_TEXT` for what cannot be read.
        marks: What is uncertain and what illegible, in order, not overlapping.
    """

    text: str
    marks: tuple[Mark, ...] = ()


def parse_typed(typed: str) -> Typed:
    """Return the text and the marks of what a person typed.

    >>> parse_typed("to [Omar?], [...] tankers")
    Typed(text='to Omar, … tankers', marks=(Mark(start=3, end=7, kind=<MarkKind.UNCERTAIN: 'uncertain'>), \
Mark(start=9, end=10, kind=<MarkKind.ILLEGIBLE: 'illegible'>)))
    """
    parts, marks, length = list[str](), list[Mark](), 0
    for part, kind in _parts(typed):
        if kind is not None:
            marks.append(Mark(length, length + len(part), kind))
        parts.append(part)
        length += len(part)
    return Typed("".join(parts), tuple(marks))


def typed_form(text: str, marks: Iterable[Mark] = ()) -> str:
    r"""Return what a person would type for a text with such marks; `parse_typed` gives both again.

    >>> typed_form("see [4] and Omar", [Mark(12, 16, MarkKind.UNCERTAIN)])
    'see \\[4\\] and [Omar?]'
    """
    parts, position = list[str](), 0
    for mark in marks:
        words = _escape(text[mark.start : mark.end])
        parts += [_escape(text[position : mark.start]), "[...]" if mark.kind is MarkKind.ILLEGIBLE else f"[{words}?]"]
        position = mark.end
    return "".join([*parts, _escape(text[position:])])


def clean_line(untrusted_typed: str) -> str:
    r"""Return a line as it was typed, without what turns the direction of writing, and with single blanks for white space at its ends.

    Raises:
        ValueError: It is too long, or holds what no keyboard types: control characters, half a character.

    >>> clean_line(" to\tOmar\u200f ")
    'to Omar'
    """
    line = " ".join(_DIRECTIONS.sub("", untrusted_typed).split())
    if len(line) > LINE_LENGTH:
        raise ValueError(f"a line has at most {LINE_LENGTH} characters; this one has {len(line)}")
    if any(unicodedata.category(letter) in {"Cc", "Cs"} for letter in line):
        raise ValueError("the line holds control characters, or half a character")
    return line


def _parts(typed: str) -> Iterator[tuple[str, MarkKind | None]]:
    position = 0
    for found in _NOTATION.finditer(typed):
        yield typed[position : found.start()], None
        if found["illegible"]:
            yield ILLEGIBLE_TEXT, MarkKind.ILLEGIBLE
        elif found["uncertain"]:
            yield _ESCAPED.sub(r"\1", found["uncertain"]), MarkKind.UNCERTAIN
        else:
            yield found["escaped"], None
        position = found.end()
    yield typed[position:], None


def _escape(text: str) -> str:
    return _TO_ESCAPE.sub(r"\\\1", text)
