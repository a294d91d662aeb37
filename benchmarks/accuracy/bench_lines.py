"""How many of the lines of a page get a box of their own, by kind of page: written by hand, sloping, bent, dense, ruled, photographed.

Run: python -m benchmarks.accuracy.bench_lines [--seed N] [--each N] [--kind K ...] [--show DIR] [--json FILE]

A true line is boxed when one box covers at least .8 of the height of its ink and .9 of its width, and of the ink in that box no other
line's is more than a third; of several such boxes one counts, and one box counts for one line. A box in which no line's ink is most is
false. Order is the share of neighbouring true lines, of those boxed, that come one after the other. Pages are made by
`benchmarks.pages.handwritten`; CPU seconds are of the finding alone.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import fmean

import numpy as np
from PIL import Image, ImageDraw

from benchmarks.pages.handwritten import KINDS, Labels, Written, pages
from kashf.domain.document import BOX_GRID
from kashf.sandboxed.ocr.tracing.line_boxes import Box, find_regions

#: The rule, see above.
HEIGHT, WIDTH, OTHERS = 0.8, 0.9, 1 / 3


@dataclass(frozen=True, slots=True)
class Score:
    """What came of one page.

    Args:
        kind: Of page.
        lines: True ones.
        boxed: Of them.
        boxes: Found.
        false: Of them, those on no line.
        in_order: Pairs of boxed neighbours that follow each other.
        pairs: Of boxed neighbours.
        seconds: CPU.
    """

    kind: str
    lines: int
    boxed: int
    boxes: int
    false: int
    in_order: int
    pairs: int
    seconds: float


def main() -> None:
    """Print a row for each kind of page, and the whole."""
    parser = argparse.ArgumentParser(description="Share of the lines of a page that get a box of their own")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--each", type=int, default=3)
    parser.add_argument("--kind", action="append", choices=sorted(KINDS))
    parser.add_argument("--show", type=Path)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    scores = []
    for number, page in enumerate(pages(seed=options.seed, each=options.each, kinds=tuple(options.kind or ()))):
        began = time.process_time()
        boxes = find_regions(np.asarray(page.image.convert("L")))
        scores.append(score(page, boxes, seconds=time.process_time() - began))
        if options.show:
            show(page, boxes, options.show / f"{page.kind}_{number:03}.png")
    print(f"{'kind':16} {'lines':>5} {'boxed':>6} {'false':>5} {'order':>6} {'CPU s':>6}")
    for kind in dict.fromkeys(each.kind for each in scores):
        row(kind, [each for each in scores if each.kind == kind])
    row("all", scores)
    if options.json:
        options.json.write_text(json.dumps([asdict(each) for each in scores], indent=1), "utf-8")


def row(kind: str, scores: Sequence[Score]) -> None:
    """Print what came of some pages."""
    lines, pairs = sum(each.lines for each in scores), sum(each.pairs for each in scores)
    boxed = f"{sum(each.boxed for each in scores) / lines:6.3f}" if lines else "     -"
    order = f"{sum(each.in_order for each in scores) / pairs:6.3f}" if pairs else "     -"
    print(f"{kind:16} {lines:5} {boxed} {sum(each.false for each in scores):5} {order} {fmean(each.seconds for each in scores):6.2f}")


def score(page: Written, boxes: Sequence[Box], *, seconds: float) -> Score:
    """Return what the boxes of a page are worth."""
    extents = _extents(page.labels)
    of_line: dict[int, int] = {}
    false = 0
    for number, box in enumerate(boxes):
        counts = np.bincount(_inside(page.labels, box).ravel(), minlength=page.lines + 1)[1:]
        total = int(counts.sum())
        if not total:
            false += 1
            continue
        for line in np.argsort(counts)[::-1][:3].tolist():
            others = np.delete(counts, line).max(initial=0)
            if line + 1 not in of_line and others <= OTHERS * total and _covers(page.labels, box, extents.get(line + 1)):
                of_line[line + 1] = number
                break
    there = [(of_line[line], of_line[line + 1]) for line in range(1, page.lines) if {line, line + 1} <= of_line.keys()]
    order = sum(1 for one, other in there if other > one)
    return Score(page.kind, len(extents), len(of_line), len(boxes), false, order, len(there), round(seconds, 3))


def _extents(labels: Labels) -> dict[int, tuple[int, int, int, int]]:
    """Return left, top, right and bottom of each line that can be seen."""
    rows, columns = np.nonzero(labels)
    found = {}
    for line in np.unique(labels[rows, columns]).tolist():
        here = labels[rows, columns] == line
        found[line] = (int(columns[here].min()), int(rows[here].min()), int(columns[here].max()) + 1, int(rows[here].max()) + 1)
    return found


def _pixels(labels: Labels, box: Box) -> tuple[float, float, float, float]:
    high, wide = labels.shape
    return box[0] * wide / BOX_GRID, box[1] * high / BOX_GRID, box[2] * wide / BOX_GRID, box[3] * high / BOX_GRID


def _inside(labels: Labels, box: Box) -> Labels:
    left, top, right, bottom = _pixels(labels, box)
    return labels[int(top) : round(bottom), int(left) : round(right)]


def _covers(labels: Labels, box: Box, line: tuple[int, int, int, int] | None) -> bool:
    if line is None:
        return False
    left, top, right, bottom = _pixels(labels, box)
    wide, high = min(right, line[2]) - max(left, line[0]), min(bottom, line[3]) - max(top, line[1])
    return wide >= WIDTH * (line[2] - line[0]) and high >= HEIGHT * (line[3] - line[1])


def show(page: Written, boxes: Sequence[Box], path: Path) -> None:
    """Write the page with its boxes drawn on it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    image = page.image.convert("RGB")
    draw = ImageDraw.Draw(image)
    for number, box in enumerate(boxes):
        left, top, right, bottom = _pixels(page.labels, box)
        draw.rectangle((left, top, right, bottom), outline=("red", "blue", "green")[number % 3], width=3)
    image.thumbnail((1200, 1600))
    Image.Image.save(image, path)


if __name__ == "__main__":
    main()
