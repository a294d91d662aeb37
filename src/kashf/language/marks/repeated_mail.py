"""Tells which lines of quoted mail repeat what stands in another mail, word for word.

A line is repeated when each of its words, and each step from one to the next, stands in a run of four words that the original has, too.
Mail programs break lines anew and put signs before them, but whoever changes a number, drops a "not" or answers between the lines makes a
line that is nobody's repetition.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final
from zlib import crc32

from kashf.domain.document import Mark, MarkKind, Page
from kashf.language.marks.quoted_mail import Range, heads_and_signs
from kashf.language.words.tokens import folded_words

#: Words in a run; three of a common phrase stand in many mails.
_RUN: Final = 4
#: Runs of a mail by which another that quotes it is found. Source: bottom-k sketches, Cohen and Kaplan 2007.
_ANCHORS: Final = 8
_SIGN: Final = re.compile(r"^[ \t>\uff1e|]+")
_QUOTED: Final = (MarkKind.QUOTED, MarkKind.REPEATED)


@dataclass(frozen=True)
class OwnText:
    """What the writer of a mail wrote, as lines of folded words."""

    lines: tuple[tuple[str, ...], ...]

    @cached_property
    def runs(self) -> frozenset[str]:
        """Each run of words in it, over line ends."""
        return frozenset(_runs([word for line in self.lines for word in line]))

    @cached_property
    def whole_lines(self) -> frozenset[str]:
        """Its lines, and all of it as one."""
        return frozenset([*(" ".join(line) for line in self.lines), " ".join(word for line in self.lines for word in line)])


@dataclass(slots=True)
class _Line:
    """A line of quoted mail: its place, its words, the signs before them, and whether they speak of the mail instead of being in it."""

    start: int
    end: int
    words: tuple[str, ...]
    depth: int
    is_head: bool
    is_repeated: bool = field(default=False)


def own_text(pages: Iterable[Page]) -> OwnText:
    """Return what a mail says itself, without header lines of the page and without what it quotes or sends on."""
    lines = (tuple(folded_words(line)) for passage in own_passages(pages) for line in passage.splitlines())
    return OwnText(tuple(filter(None, lines)))


def own_passages(pages: Iterable[Page]) -> Iterator[str]:
    """Yield the stretches of a mail that its writer wrote, verbatim."""
    for page in pages:
        start = _body(page)
        for quote in (*quoted_ranges(page), (len(page.text), len(page.text))):
            yield page.text[start : quote[0]]
            start = max(start, quote[1])


def anchors(own: OwnText) -> tuple[str, ...]:
    """Return the few runs of words, as hexadecimal digests, by which a mail that quotes this one is found."""
    words = [word for line in own.lines for word in line]
    return _digests(_runs(words) if len(words) >= _RUN else [" ".join(words)] * bool(words))[:_ANCHORS]


def quoted_anchors(page: Page) -> frozenset[str]:
    """Return what the anchors of a mail that a page quotes would be among."""
    runs: list[str] = []
    for lines in map(list, _stretches(page)):
        words = [word for line in lines for word in line.words]
        runs += _runs(words) if len(words) >= _RUN else [" ".join(words)]
    return frozenset(_digests(runs))


def quoted_ranges(page: Page) -> tuple[Range, ...]:
    """Return what is quoted or sent on, repeated or not, in order."""
    joined: list[Range] = []
    for mark in page.marks:
        if mark.kind in _QUOTED and joined and joined[-1][1] == mark.start:
            joined[-1] = (joined[-1][0], mark.end)
        elif mark.kind in _QUOTED:
            joined.append((mark.start, mark.end))
    return tuple(joined)


def with_repeated(page: Page, originals: Sequence[OwnText]) -> tuple[Mark, ...]:
    """Return the marks of a page, with each line of its quoted mail told as quoted, or as repeated where an original has it."""
    others = [mark for mark in page.marks if mark.kind not in _QUOTED]
    runs = frozenset().union(*(original.runs for original in originals))
    whole = frozenset().union(*(original.whole_lines for original in originals))
    quotes = (mark for start, end in quoted_ranges(page) for mark in _marks(_compared(page, (start, end), runs, whole)))
    return tuple(sorted((*others, *quotes), key=lambda mark: mark.start))


def _body(page: Page) -> int:
    return page.text.find("\n\n") + 2 if page.number == 1 and "\n\n" in page.text else 0


def _runs(words: Sequence[str]) -> list[str]:
    return [" ".join(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1)]


def _digests(runs: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({f"{crc32(run.encode()):08x}" for run in runs}))


def _lines(page: Page, place: Range) -> list[_Line]:
    """Return the lines of a quoted stretch."""
    heads = sorted(heads_and_signs(page.text, *place), reverse=True)
    lines, position = [], place[0]
    for line in page.text[slice(*place)].splitlines(keepends=True):
        while heads and heads[-1][1] <= position:
            heads.pop()
        is_head = bool(heads) and heads[-1][0] < position + len(line)
        words, signs = tuple(folded_words(_SIGN.sub("", line))), _SIGN.match(line)
        lines.append(_Line(position, position + len(line), words, sum(signs[0].count(sign) for sign in ">\uff1e") if signs else 0, is_head))
        position += len(line)
    return lines


def _stretches(page: Page) -> Iterator[list[_Line]]:
    for place in quoted_ranges(page):
        yield from _between_heads(_lines(page, place))


def _between_heads(lines: Sequence[_Line]) -> Iterator[list[_Line]]:
    """Yield the lines with words that follow one another, as deeply quoted, without a head between them."""
    together: list[_Line] = []
    for line in lines:
        if together and (line.is_head or (line.words and line.depth != together[-1].depth)):
            yield together
            together = []
        if line.words and not line.is_head:
            together.append(line)
    if together:
        yield together


def _compared(page: Page, place: Range, runs: frozenset[str], whole: frozenset[str]) -> list[_Line]:
    """Return the lines of a quoted stretch, each told whether it is repeated; heads and empty lines go with the line they belong to."""
    lines = _lines(page, place)
    for together in _between_heads(lines):
        _compare(together, runs, whole)
    _give_heads(lines)
    return lines


def _compare(lines: Sequence[_Line], runs: frozenset[str], whole: frozenset[str]) -> None:
    words = [word for line in lines for word in line.words]
    if len(words) < _RUN:
        is_whole = " ".join(words) in whole
        for line in lines:
            line.is_repeated = is_whole or " ".join(line.words) in whole
        return
    found = [at for at, run in enumerate(_runs(words)) if run in runs]
    words_there = {place for at in found for place in range(at, at + _RUN)}
    joins_there = {place for at in found for place in range(at, at + _RUN - 1)}
    position = 0
    for line in lines:
        end = position + len(line.words)
        line.is_repeated = words_there.issuperset(range(position, end)) and joins_there.issuperset(range(position, end - 1))
        position = end


def _give_heads(lines: Sequence[_Line]) -> None:
    """Tell heads as the first line with words below them, empty lines as the line above."""
    below = False
    for line in reversed(lines):
        if line.is_head:
            line.is_repeated = below
        elif line.words:
            below = line.is_repeated
    above = False
    for line in lines:
        if not line.words and not line.is_head:
            line.is_repeated = above
        above = line.is_repeated


def _marks(lines: Iterable[_Line]) -> Iterator[Mark]:
    """Yield marks that cover the lines, one for lines of one kind that follow each other."""
    mark: Mark | None = None
    for line in lines:
        kind = MarkKind.REPEATED if line.is_repeated else MarkKind.QUOTED
        if mark and mark.kind is kind:
            mark = Mark(mark.start, line.end, kind)
        else:
            if mark:
                yield mark
            mark = Mark(line.start, line.end, kind)
    if mark:
        yield mark
