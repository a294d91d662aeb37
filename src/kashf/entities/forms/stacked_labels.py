"""Labels that stand on lines of their own, each above its answer: told by where printed lines stand among those that differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from kashf.domain.document import Page
from kashf.domain.forms.template_fields import FieldKind
from kashf.entities.forms.cells import cells, label_key, lines_of
from kashf.language.field_values.field_kinds import propose_kind

#: Documents with a line word for word, at least, and as a share of all, for it to be printed, or an answer that many gave.
_LEAST: Final = 5
_SHARE: Final = 0.2
#: Labels of a form at least, and the share of its lines that they and the lines below them are.
_LEAST_LABELS: Final = 4
_LINES: Final = 0.7
#: Score in [0..1] from which on a line above all labels is itself one, and no title in which a word of a label stands.
_SURE: Final = 0.9


def bare_lines(pages: Sequence[Page]) -> tuple[str, ...]:
    """Return for each line of a document that is one cell, which nothing parts, its key as a label; "" for any other line."""
    return tuple(
        label_key(page.text[row[0].start : row[0].end]) if len(row) == 1 and not (row[0].is_parted or row[0].number) else ""
        for page in pages
        for row in lines_of(cells(page.text))
    )


def stacked_labels(documents: Sequence[Sequence[str]]) -> frozenset[str]:
    """Return the keys of labels that stand above their answers; none of documents that are not laid out so.

    Of lines that many documents have, the last before one that differs is a label. What stands before that in pairs is a label with an
    answer that many gave; a line that is left over, or stands above all labels, is a heading.

    Args:
        documents: Of one template, each as `bare_lines` gives it.
    """
    counts = Counter(key for lines in documents for key in set(lines) if key)
    printed = {key for key, count in counts.items() if count >= max(_LEAST, _SHARE * len(documents))}
    votes: dict[str, Counter[bool]] = {}
    for lines in documents:
        for key, is_label in _told(lines, printed):
            votes.setdefault(key, Counter())[is_label] += 1
    found = {key for key, said in votes.items() if said[True] > said[False]}
    answered = sum(one in found and other not in found for lines in documents for one, other in pairwise(lines))
    is_stacked = len(found) >= _LEAST_LABELS and 2 * answered >= _LINES * sum(map(len, documents))
    return frozenset(found) if is_stacked else frozenset()


def _told(lines: Sequence[str], printed: set[str]) -> Iterator[tuple[str, bool]]:
    """Yield the lines of a document that many have, each with whether it stands where labels do."""
    run: list[str] = []
    is_top = True
    for key in (*lines, None):
        if key in printed:
            run.append(key)
            continue
        if run and key is not None:
            yield run[-1], True
            del run[-1]
        yield from _pairs(run, is_top=is_top)
        run, is_top = [], False


def _pairs(run: Sequence[str], *, is_top: bool) -> Iterator[tuple[str, bool]]:
    """Yield lines between a line that differs and a label, those in pairs as labels with their answers."""
    first = len(run) % 2
    if is_top:
        asked = (at for at, key in enumerate(run) if _is_asked(key) and (len(run) - at) % 2 == 0)
        first = next(asked, len(run))
    for at, key in enumerate(run):
        yield key, at >= first and (at - first) % 2 == 0


def _is_asked(key: str) -> bool:
    found = propose_kind(key)
    return found.score >= _SURE and found.kind is not FieldKind.FREE
