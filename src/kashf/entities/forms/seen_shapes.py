"""What may be forms in many documents, gathered in one reading of them all."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from kashf.domain.document import Page
from kashf.domain.ids import DocumentId
from kashf.entities.forms.label_shapes import LEAST_LABELS, LabelRun, Seen, Shape, heading_key, label_runs, told_apart
from kashf.entities.forms.openings import learned_labels

#: Documents, the first by id, which is a hash, from which labels are learned that nothing parts from what is filled in; and their longest.
_HELD: Final = 3000
_LONGEST: Final = 20_000
#: How often a label must be met to be known elsewhere.
_FREQUENT: Final = 5
#: Cells of a row of a table at most of which every other may be a label.
_WIDEST: Final = 8


@dataclass(slots=True)
class SeenShapes:
    """What may be forms, in all documents.

    Args:
        shapes: Each with how often it was seen.
        spellings: How often a key of a label or a heading is printed in which way.
        labels: How often a key may be a label.
        open: How often nothing parts a label from what is filled in.
        empty: How often nothing at all stands between such a label and the next.
        assigned: How often an equals sign parts a label from what is filled in.
    """

    shapes: dict[Shape, Seen] = field(default_factory=dict)
    spellings: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    labels: Counter[str] = field(default_factory=Counter)
    open: Counter[str] = field(default_factory=Counter)
    empty: Counter[str] = field(default_factory=Counter)
    assigned: Counter[str] = field(default_factory=Counter)

    def add(self, runs: Iterable[LabelRun]) -> None:
        """Count what may be forms in one document."""
        for run in runs:
            if len(run.labels) >= LEAST_LABELS:
                self._add(run)

    def _add(self, run: LabelRun) -> None:
        shape = told_apart(run.labels)
        seen = run.seen()
        if shape in self.shapes:
            self.shapes[shape].add(seen)
        else:
            self.shapes[shape] = seen
        self.open.update(run.open)
        self.empty.update(run.empty & run.open)
        self.assigned.update(run.assigned)
        self.labels.update(key for _, key in shape)
        for (_, key), text in zip(shape, run.printed, strict=True):
            self.spellings[key][text] += 1
        for text in run.loose[: run.headings]:
            self.spellings[heading_key(text)][text] += 1

    def frequent(self) -> frozenset[str]:
        """Return the labels that were printed often enough to be known where two stand in one cell."""
        return frozenset(key for key, count in self.labels.items() if count >= _FREQUENT)

    def spelling(self, key: str) -> str:
        """Return how a key is printed most often; "" for none."""
        counts = self.spellings.get(key) if key else None
        return min(counts, key=lambda text: (-counts[text], text)) if counts else key


def gather_shapes(documents: Iterable[tuple[DocumentId, Sequence[Page]]]) -> SeenShapes:
    """Return every shape that may be a form, in any document; each is read once, in any order."""
    gathered = SeenShapes()
    held: list[tuple[DocumentId, Sequence[Page]]] = []
    for document, pages in documents:
        runs = list(label_runs(pages))
        if not runs or all(run.is_told for run in runs) or sum(len(page.text) for page in pages) > _LONGEST:
            gathered.add(runs)
        else:
            held.append((document, pages))
        if len(held) >= 2 * _HELD:
            held = _kept(held, gathered)
    held = _kept(held, gathered)
    learned = learned_labels(pages for _, pages in held)
    known = learned | gathered.frequent()
    for _, pages in held:
        runs = list(label_runs(pages, known, opening_with=learned))
        is_read = any(len(run.labels) >= LEAST_LABELS for run in runs)
        gathered.add(runs if is_read else label_runs(pages, widest=_WIDEST))
    return gathered


def _kept(held: list[tuple[DocumentId, Sequence[Page]]], gathered: SeenShapes) -> list[tuple[DocumentId, Sequence[Page]]]:
    """Return the first documents by id, and take the others as they are."""
    held.sort(key=lambda each: each[0])
    for _, pages in held[_HELD:]:
        gathered.add(label_runs(pages, widest=_WIDEST))
    return held[:_HELD]
