"""Learn to read digits: ``python data/make_digits.py [--strips N] [--seed S] [--out FILE]``.

Numbers and words are drawn in the fonts of this machine as scans show them (`draw_digits.py`), cut into strokes as kashf cuts pages, and a
net of one hidden layer learns which sign each stroke is. Whole families of fonts are kept from it. What it prints says which fonts took
part, which were kept back, and how many strokes of either are told right. The same fonts and the same seed give the same table, as far as
the processor adds up alike.
"""

import argparse
import io
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import repeat
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

sys.path.insert(0, str(Path(__file__).parent.parent))

from data.draw_digits import LEFT_OUT, Drawn, Face, draw, faces
from kashf.sandboxed.ocr.digits.classifier import OTHER, SIGNS, SignClassifier
from kashf.sandboxed.ocr.digits.features import FEATURES, told_by
from kashf.sandboxed.ocr.digits.strokes import Frame, Shape, connected, darkest, frame_of, joined, shapes_of

OUT = Path(__file__).parent.parent / "src/kashf/sandboxed/ocr/digits/signs.npz"
HIDDEN = 160
EPOCHS, BATCH, RATE = 10, 384, 3e-3
#: Strips that are drawn by one throw of the dice, so that several processes draw the same as one.
AT_ONCE = 3000
#: Shares of a stroke's pixels that are of one sign, and of the sign's pixels that are in it, from which on it is that sign; with less
#: than the second pair it is none; in between nobody could tell.
IS_SIGN, IS_NONE = (0.88, 0.8), (0.75, 0.65)
#: Of strokes that are no sign, and there are many, this share is learnt from.
KEPT_OF_NONE = 0.4
#: Share of strokes that are bent, so that other fonts than those drawn are learnt too, and of those the share that leans as italics do.
BENT, ITALIC = 0.6, 0.25


def strokes(strip: Drawn, chance: np.random.Generator) -> Iterator[tuple[Shape, Frame, int]]:
    """Yield each stroke of a strip, and up to three together, with the frame and the number of its sign in SIGNS."""
    dark = darkest(strip.grey)
    shapes = shapes_of(connected(dark))
    frame = frame_of(shapes)
    ink = np.bincount(strip.owners[dark].ravel(), minlength=len(strip.signs) + 1)
    for first in range(len(shapes)):
        for count in (1, 2, 3):
            some = shapes[first : first + count]
            if len(some) < count or max(each.right for each in some) - min(each.left for each in some) > 1.4 * frame.height:
                continue
            shape = joined(some)
            whose = strip.owners[shape.top : shape.bottom, shape.left : shape.right][shape.ink]
            sign = _sign_of(np.bincount(whose, minlength=len(strip.signs) + 1), ink, strip.signs)
            if sign and (sign != OTHER or chance.random() < KEPT_OF_NONE):
                yield shape, frame_of(some) if chance.random() < 0.1 else frame, SIGNS.index(sign)


def _sign_of(mine: NDArray[np.int64], ink: NDArray[np.int64], signs: str) -> str:
    """Return the sign of a stroke by whose pixels it holds; "" when nobody could tell."""
    owned = mine[1:]
    if not owned.sum():
        return OTHER
    owner = int(np.argmax(owned))
    purity, cover = owned[owner] / owned.sum(), owned[owner] / ink[owner + 1]
    if purity >= IS_SIGN[0] and cover >= IS_SIGN[1]:
        return signs[owner]
    return OTHER if purity < IS_NONE[0] or cover < IS_NONE[1] else ""


def bent(shape: Shape, frame: Frame, chance: np.random.Generator) -> tuple[Shape, Frame]:
    """Return a stroke wider or narrower, slanted, turned, thicker or thinner, in a frame that is a little off."""
    height, width = shape.ink.shape
    wider, slant, turn = np.exp(chance.normal(0, 0.15)), chance.normal(0, 0.1), chance.normal(0, 0.06)
    if chance.random() < ITALIC:
        slant += chance.uniform(0.1, 0.45)
    size = int(width * wider) + int(0.9 * height) + 6, height + 2 * max(3, int(0.15 * width) + 2)
    across = width / 2 - size[0] / 2 / wider - slant * size[1] / 2
    down = height / 2 - turn * size[0] / 2 - size[1] / 2
    matrix = (1 / wider, slant, across, turn, 1, down)
    picture = Image.fromarray(shape.ink.astype(np.uint8) * 255).transform(size, Image.Transform.AFFINE, matrix, Image.Resampling.BILINEAR)
    pen = chance.random()
    if frame.height > 22 and pen < 0.3:
        picture = picture.filter(ImageFilter.MaxFilter(3) if pen < 0.15 else ImageFilter.MinFilter(3))
    ink = np.asarray(picture) > 110
    rows, columns = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
    if not rows.size:
        return shape, frame
    top = round(shape.top + rows[0] - (size[1] - height) / 2)
    first, last = (round(edge + off) for edge, off in zip((frame.top, frame.bottom), chance.normal(0, 0.04, 2) * frame.height, strict=True))
    return Shape(shape.left, top, ink[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]), Frame(first, max(first + 1, last))


def told(
    found: Sequence[tuple[Shape, Frame, int]], share_bent: float, chance: np.random.Generator
) -> tuple[NDArray[np.float16], NDArray[np.int64]]:
    """Return what tells some strokes, a share of which is bent, and their signs."""
    rows = [
        told_by([shape], in_frame)[0] for shape, in_frame in (_maybe_bent(shape, frame, share_bent, chance) for shape, frame, _ in found)
    ]
    return np.array(rows, dtype=np.float16), np.array([sign for _, _, sign in found])


def _maybe_bent(shape: Shape, frame: Frame, share_bent: float, chance: np.random.Generator) -> tuple[Shape, Frame]:
    return bent(shape, frame, chance) if chance.random() < share_bent else (shape, frame)


def collect(fonts: Sequence[Face], count: int, *, share_bent: float, seed: int) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
    """Return what tells the strokes of `count` strips, and their signs; each family is drawn as often as any other."""
    counts = [min(AT_ONCE, count - done) for done in range(0, count, AT_ONCE)]
    with ProcessPoolExecutor() as pool:
        parts = list(pool.map(_some, repeat(fonts), counts, repeat(share_bent), [(seed, part) for part in range(len(counts))]))
    rows, signs = zip(*parts, strict=True)
    return np.concatenate(rows).astype(np.float32), np.concatenate(signs)


def _some(fonts: Sequence[Face], count: int, share_bent: float, seed: tuple[int, int]) -> tuple[NDArray[np.float16], NDArray[np.int64]]:
    chance = np.random.default_rng(seed)
    families = sorted({face.family for face in fonts})
    found: list[tuple[Shape, Frame, int]] = []
    for _ in range(count):
        family = families[chance.integers(len(families))]
        mine = [face for face in fonts if face.family == family]
        found += strokes(draw(mine[chance.integers(len(mine))], chance), chance)
    return told(found, share_bent, np.random.default_rng((*seed, 1)))


def learn(rows: NDArray[np.float32], signs: NDArray[np.int64], chance: np.random.Generator) -> dict[str, NDArray[np.float32]]:
    """Return the weights of the net (Adam, Kingma and Ba 2015; the rate falls to nothing by half a cosine)."""
    weights = {
        "hidden": chance.normal(0, (2 / FEATURES) ** 0.5, (FEATURES, HIDDEN)).astype(np.float32),
        "hidden_bias": np.zeros(HIDDEN, dtype=np.float32),
        "signs": chance.normal(0, HIDDEN**-0.5, (HIDDEN, len(SIGNS))).astype(np.float32),
        "signs_bias": np.zeros(len(SIGNS), dtype=np.float32),
    }
    middle, spread = rows.mean(axis=0), rows.std(axis=0) + 0.05
    rows = (rows - middle) / spread
    means, squares = ({name: np.zeros_like(each) for name, each in weights.items()} for _ in range(2))
    steps, step = EPOCHS * (len(rows) // BATCH), 0
    for epoch in range(EPOCHS):
        order = chance.permutation(len(rows))
        loss = 0.0
        for begin in range(0, len(order) - BATCH + 1, BATCH):
            some, step = order[begin : begin + BATCH], step + 1
            slopes, cost = _slopes(weights, rows[some], signs[some], chance)
            loss += cost
            rate = RATE * 0.5 * (1 + np.cos(np.pi * step / steps))
            for name, slope in slopes.items():
                means[name] = 0.9 * means[name] + 0.1 * slope
                squares[name] = 0.999 * squares[name] + 0.001 * slope**2
                change = means[name] / (1 - 0.9**step) / (np.sqrt(squares[name] / (1 - 0.999**step)) + 1e-8)
                weights[name] -= (rate * (change + 1e-3 * weights[name])).astype(np.float32)
        print(f"epoch {epoch + 1}: loss {loss / max(1, len(order) // BATCH):.4f}", flush=True)
    weights["hidden"] /= spread[:, None]
    weights["hidden_bias"] -= middle @ weights["hidden"]
    return weights


def _slopes(
    weights: dict[str, NDArray[np.float32]], rows: NDArray[np.float32], signs: NDArray[np.int64], chance: np.random.Generator
) -> tuple[dict[str, NDArray[np.float32]], float]:
    """Return by how much each weight changes the loss on some strokes, and the loss; a tenth of the hidden layer rests each time."""
    resting = (chance.random((len(rows), HIDDEN)) > 0.1).astype(np.float32) / 0.9
    before = rows @ weights["hidden"] + weights["hidden_bias"]
    hidden = np.maximum(before, 0) * resting
    scores = hidden @ weights["signs"] + weights["signs_bias"]
    shares = np.exp(scores - scores.max(axis=1, keepdims=True))
    shares /= shares.sum(axis=1, keepdims=True)
    each = np.arange(len(rows))
    loss = float(-np.log(shares[each, signs] + 1e-9).mean())
    shares[each, signs] -= 1
    shares /= len(rows)
    back = (shares @ weights["signs"].T) * resting * (before > 0)
    return {"hidden": rows.T @ back, "hidden_bias": back.sum(0), "signs": hidden.T @ shares, "signs_bias": shares.sum(0)}, loss


def packed(weights: dict[str, NDArray[np.float32]]) -> bytes:
    """Return the table: each column of weights as whole numbers in [-127..127] with the size of its step."""
    kept: dict[str, NDArray[np.generic]] = {}
    for name, each in weights.items():
        step = np.maximum(np.abs(each).max(axis=0), 1e-9).astype(np.float32) / 127
        kept[name], kept[f"{name}_step"] = np.round(each / step).astype(np.int8), step
    buffer = io.BytesIO()
    np.savez_compressed(buffer, **kept)  # type: ignore[arg-type] # numpy's stub takes the keywords for its own
    return buffer.getvalue()


def right(classifier: SignClassifier, rows: NDArray[np.float32], signs: NDArray[np.int64]) -> str:
    """Return how many strokes are told right, and which digits are taken for which."""
    hidden = np.maximum(rows @ classifier.hidden + classifier.hidden_bias, 0)
    best = np.argmax(hidden @ classifier.signs + classifier.signs_bias, axis=1)
    digits = signs < SIGNS.index("/")
    wrong = Counter(f"{SIGNS[sign]}>{SIGNS[other]}" for sign, other in zip(signs[digits], best[digits], strict=True) if sign != other)
    return f"all {(best == signs).mean():.4f}, digits {(best == signs)[digits].mean():.4f} of {digits.sum()}; {wrong.most_common(12)}"


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--strips", type=int, default=6_000)
    parser.add_argument("--seed", type=int, default=77)
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    every = faces()
    learnt, kept_back = ([face for face in every if face.is_kept_back is kept] for kept in (False, True))
    print("left out: " + "; ".join(f"{family} {why}" for family, why in LEFT_OUT.items()))
    for words, some in (("learnt from", learnt), ("kept back", kept_back)):
        print(f"{words}: {len(some)} files; " + ", ".join(sorted({face.family for face in some})))
    rows, signs = collect(learnt, options.strips, share_bent=BENT, seed=options.seed)
    print(f"{len(signs)} strokes: " + " ".join(f"{SIGNS[sign]}{count}" for sign, count in sorted(Counter(signs.tolist()).items())))
    table = packed(learn(rows, signs, np.random.default_rng(options.seed)))
    options.out.write_bytes(table)
    classifier = SignClassifier.of(table)
    print("learnt fonts:", right(classifier, rows[:50_000], signs[:50_000]))
    print("unseen fonts:", right(classifier, *collect(kept_back, options.strips // 10, share_bent=0.0, seed=options.seed + 1)))
    print(f"{len(table)} bytes to {options.out}")


if __name__ == "__main__":
    main()
