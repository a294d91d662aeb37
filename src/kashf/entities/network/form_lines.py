"""What forms print: lines that stand in many documents word for word, which say nothing about whom they name."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import Final, TypeVar

from kashf.language.words.tokens import folded_words

#: A line is a form from this share of the documents on, and from this many.
_SHARE: Final = 0.05
_LEAST: Final = 10
#: Where `str.splitlines` ends a line.
_LINE_ENDS: Final = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"

Document = TypeVar("Document")


def least_of_form(documents: int) -> int:
    """Return in how many of some documents a line has to stand for it to be one of a form.

    >>> least_of_form(20), least_of_form(1000)
    (10, 50)
    """
    return max(_LEAST, math.ceil(_SHARE * documents))


def form_lines(lines: Iterable[tuple[Document, str]], *, documents: int) -> frozenset[str]:
    """Return the lines, as `line_words` gives them, that stand in so many documents that they are a form's.

    Args:
        lines: Lines of some documents, each with its document.
        documents: How many documents were looked at.
    """
    seen: dict[str, set[Document]] = {}
    for document, line in lines:
        seen.setdefault(line, set()).add(document)
    counts: Mapping[str, int] = {line: len(among) for line, among in seen.items() if line}
    return frozenset(line for line, count in counts.items() if count >= least_of_form(documents))


def line_words(line: str) -> str:
    """Return what makes two lines the same: their folded words without numbers, which are what is filled in."""
    return " ".join(word for word in folded_words(line) if not word.isdecimal())


def line_at(text: str, start: int) -> str:
    """Return the line around a place of a page."""
    first = max(text.rfind(end, 0, start) for end in _LINE_ENDS) + 1
    last = min((at for end in _LINE_ENDS if (at := text.find(end, start)) >= 0), default=len(text))
    return text[first:last]
