"""Text that is put together from stretches about which something must be said: struck out, put in, noted, hidden."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final

from kashf.domain.document import Mark, MarkKind
from kashf.ports.engines import Limits

#: Some text and what is said of it.
Stretch = tuple[str, MarkKind | None]
#: One line: a paragraph, or a row of a table.
Line = Sequence[Stretch]

_SPACE: Final = re.compile(r"(\s+)")
_CHANGED: Final = frozenset({MarkKind.DELETED, MarkKind.INSERTED})


def joined(lines: Iterable[Line], *, most: int = Limits().text_characters) -> tuple[str, tuple[Mark, ...]]:
    """Return the lines as one text with its marks; lines without a visible character are left out.

    No further line is asked for once there are more than `most` characters; the text is then longer than may be kept.

    A word that was changed in part stands twice, as it was and as it is, so that both are words.

    >>> text, marks = joined([[("Day", None), ("s", MarkKind.DELETED), (" of ", None), ("rain", MarkKind.INSERTED)]])
    >>> text, [(text[mark.start : mark.end], str(mark.kind)) for mark in marks]
    ('Days Day of rain', [('Days', 'deleted'), ('rain', 'inserted')])
    """
    parts, marks, position = list[str](), list[Mark](), 0
    for line in lines:
        if not any(text.strip() for text, _ in line):
            continue
        if parts:
            parts.append("\n")
            position += 1
        for text, kind in _trimmed(_both_readings(line)):
            end = position + len(text)
            if kind is not None and marks and marks[-1].kind is kind and position - marks[-1].end <= 1:
                marks[-1] = Mark(marks[-1].start, end, kind)
            elif kind is not None and text:
                marks.append(Mark(position, end, kind))
            parts.append(text)
            position = end
        if position > most:
            break
    return "".join(parts), tuple(marks)


def plain(line: Line) -> str:
    """Return the text of a line."""
    return "".join(text for text, _ in line)


def marked(line: Line, kind: MarkKind) -> Line:
    """Return a line of which all is of one kind, such as a comment."""
    return [(plain(line), kind)]


def _both_readings(line: Line) -> Iterator[Stretch]:
    """Yield the stretches of a line; of each word that was changed in part first what it was, then what it is."""
    if _CHANGED.isdisjoint(kind for _, kind in line):
        yield from line
        return
    pieces = ((piece, kind) for text, kind in line for piece in _SPACE.split(text) if piece)
    for is_space, group in groupby(pieces, key=lambda piece: piece[0].isspace()):
        word = list(group)
        kinds = {kind for _, kind in word}
        if is_space or MarkKind.DELETED not in kinds or len(kinds) == 1:
            yield from word
            continue
        yield "".join(text for text, kind in word if kind is not MarkKind.INSERTED), MarkKind.DELETED
        yield " ", None
        yield from ((text, kind) for text, kind in word if kind is not MarkKind.DELETED)


def _trimmed(stretches: Iterable[Stretch]) -> list[Stretch]:
    """Return the stretches without white space at the end of the line."""
    kept = list(stretches)
    while kept and not kept[-1][0].strip():
        kept.pop()
    if kept:
        kept[-1] = (kept[-1][0].rstrip(), kept[-1][1])
    return kept
