"""Finds what surrounds the article in a text that was saved from a web page: advertisements, tickers, notices, menus.

Ordinary letters, registers and tables of numbers must come through untouched, so a line is marked only for what it says as a whole, and
weak signs count only where strong ones show that the text comes from a web page at all.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kashf.domain.document import Mark, MarkKind
from kashf.language.tables import page_phrases

_ADVERTISEMENT = re.compile("|".join(page_phrases.ADVERTISEMENTS), re.IGNORECASE)
_AROUND = re.compile("|".join(page_phrases.AROUNDS), re.IGNORECASE)
#: A change of a price: +117.90 (+0.31%), on a line of its own or in a row with others.
_CHANGE = re.compile(r"[+\-−–]?\d[\d.,]*\s*\(\s*[+\-−–]?\d[\d.,]*\s*%\s*\)")
_SIGNED = re.compile(r"[+\-−–]\d")
_NUMBER = re.compile(r"[+\-−–$€£]?\s*\d[\d.,]*")
_BULLET = re.compile(r"^[•▪◦*·|►-]\s*")
#: Characters of a line that is part of a ticker or menu.
_SHORT = 48
#: Changes of prices that make a ticker, and lines that may lie between two of them: name, price, and empty ones.
_FEWEST_CHANGES, _MOST_BETWEEN = 3, 6
_FEWEST_REPEATS = 3


@dataclass(slots=True)
class _TextLine:
    start: int
    end: int
    words: str


def boilerplate(text: str) -> tuple[Mark, ...]:
    r"""Return marks on the lines of `text` that surround an article; empty for texts that do not come from a web page.

    >>> text = "Road closed\nADVERTISEMENT\nThe road is closed."
    >>> [text[mark.start : mark.end] for mark in boilerplate(text)]
    ['ADVERTISEMENT\n']
    """
    small = text.lower()
    if not any(sign in small for sign in page_phrases.SIGNS):
        return ()
    lines = list(_lines(text))
    strong = {number for number, line in enumerate(lines) if _ADVERTISEMENT.fullmatch(line.words)} | _tickers(lines)
    weak = {number for number, line in enumerate(lines) if number not in strong and _AROUND.fullmatch(line.words)}
    if not strong and len({lines[number].words.lower() for number in weak}) < 2:
        return ()
    marked = strong | weak | (_repeated(lines) if strong and weak else set())
    return tuple(_merged(text, [lines[number] for number in sorted(marked)]))


def _lines(text: str) -> Iterator[_TextLine]:
    """Yield the lines that are not empty, with their line ends; `words` is what they say, without bullet and white space."""
    start = 0
    for whole in text.splitlines(keepends=True):
        if words := _BULLET.sub("", whole.strip()).strip():
            yield _TextLine(start, start + len(whole), words)
        start += len(whole)


def _tickers(lines: Sequence[_TextLine]) -> set[int]:
    """Return the numbers of the lines of tickers: names, prices and changes, over and over."""
    changes = [number for number, line in enumerate(lines) if _CHANGE.fullmatch(line.words)]
    marked = {number for number, line in enumerate(lines) if len(_CHANGE.findall(line.words)) >= _FEWEST_CHANGES}
    group: list[int] = []
    for number in changes:
        if group and (number - group[-1] > _MOST_BETWEEN or not all(len(line.words) <= _SHORT for line in lines[group[-1] : number])):
            marked |= _ticker(lines, group)
            group = []
        group.append(number)
    return marked | _ticker(lines, group)


def _ticker(lines: Sequence[_TextLine], changes: Sequence[int]) -> set[int]:
    """Return the lines of one ticker, the name and price before its first change included."""
    signed = sum(1 for number in changes if _SIGNED.search(lines[number].words))
    if len(changes) < _FEWEST_CHANGES or 2 * signed < len(changes):
        return set()  # counts with their share of the whole, as in a census, have no sign
    first = changes[0]
    if first and _NUMBER.fullmatch(lines[first - 1].words):
        first -= 1
        first -= first > 0 and len(lines[first - 1].words) <= _SHORT
    return set(range(first, changes[-1] + 1))


def _repeated(lines: Sequence[_TextLine]) -> set[int]:
    """Return short lines of words that come again and again, such as the name of the site; never lines with a number."""
    counts = Counter(line.words for line in lines)
    return {
        number
        for number, line in enumerate(lines)
        if counts[line.words] >= _FEWEST_REPEATS and len(line.words) <= _SHORT and line.words.replace(" ", "").isalpha()
    }


def _merged(text: str, lines: Sequence[_TextLine]) -> Iterator[Mark]:
    """Yield marks that cover the lines and the empty lines after them."""
    start, end = -1, -1
    for line in lines:
        if line.start != end:
            if start >= 0:
                yield Mark(start, end, MarkKind.BOILERPLATE)
            start = line.start
        end = line.end
        while end < len(text) and text[end].isspace():
            newline = text.find("\n", end)
            if newline < 0 or text[end:newline].strip():
                break
            end = newline + 1
    if start >= 0:
        yield Mark(start, end, MarkKind.BOILERPLATE)
