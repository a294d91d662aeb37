"""Sheets of paper in a photograph, or in a scan with dark borders: where their corners are, and what lies between them, flat."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import dist
from typing import Self

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from kashf.sandboxed.ocr.components import Components
from kashf.sandboxed.ocr.lines import Grey, Ink

Matrix = NDArray[np.float64]
Corners = tuple[tuple[float, float], ...]

#: Pixels; sheets are looked for on a picture reduced to about this.
_FINDING_SIDE = 480
#: Pixels of the reduced picture by which writing on a sheet is filled in.
_FILLED = 9
#: Shares of the picture that a sheet covers at least, and at most: more is a page without surroundings.
_LEAST, _MOST = 0.12, 0.985
#: Share of the figure between its corners that is bright, of a sheet that is whole.
_WHOLE = 0.93
#: Share of a sheet that is not written on.
_PAPER = 0.6
#: Grey levels between a sheet and what lies around it, and the share of its edge along which they are seen.
_STEP, _EDGE = 30, 0.75
#: Share of the edge of a picture that is dark where there is something around a sheet.
_DARK_EDGE = 0.1
#: Share of the surroundings that may be as bright as paper: more may be another page, which must not be lost.
_BRIGHT_AROUND = 0.12


@dataclass(frozen=True, slots=True)
class Paper:
    """What is to be read of a picture.

    Args:
        grey: The sheet, flat.
        back: Takes places on `grey`, in pixels, to places on the picture, in shares of its sides: homogeneous coordinates.
    """

    grey: Grey
    back: Matrix

    @classmethod
    def whole(cls, grey: Grey) -> Self:
        """Return the picture as it is."""
        return cls(grey, np.diag([1 / max(1, grey.shape[1]), 1 / max(1, grey.shape[0]), 1.0]))


def find_paper(grey: Grey) -> Paper:
    """Return the sheet of paper that a picture shows; the whole picture when there is nothing around it, or more than one sheet."""
    factor = max(1.0, max(grey.shape) / _FINDING_SIDE)
    size = (max(1, round(grey.shape[1] / factor)), max(1, round(grey.shape[0] / factor)))
    if min(size) < 4 * _FILLED:
        return Paper.whole(grey)
    reduced = np.asarray(Image.fromarray(grey).resize(size, Image.Resampling.BOX))
    corners = _corners(reduced)
    if corners is None:
        return Paper.whole(grey)
    return _flat(grey, tuple((x * grey.shape[1] / size[0], y * grey.shape[0] / size[1]) for x, y in corners))


def between(here: Corners, there: Corners) -> Matrix:
    """Return the projection that takes four points to four others."""
    rows: list[list[float]] = []
    for (x, y), (u, v) in zip(here, there, strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
    values = [value for point in there for value in point]
    return np.append(np.linalg.solve(np.array(rows), np.array(values)), 1.0).reshape(3, 3)


def _corners(reduced: Grey) -> Corners | None:
    """Return the corners of the sheet, from the top left clockwise; None when there is none."""
    bright = reduced > otsu(reduced)
    if np.concatenate((bright[0], bright[-1], bright[:, 0], bright[:, -1])).mean() > 1 - _DARK_EDGE:
        return None
    closed = (
        np.asarray(Image.fromarray(bright).convert("L").filter(ImageFilter.MaxFilter(_FILLED)).filter(ImageFilter.MinFilter(_FILLED))) > 0
    )
    found = Components.of(closed)
    if not found.area.size:
        return None
    sheet = found.ink(np.arange(found.area.size) == int(np.argmax(found.area)))
    corners = _extremes(sheet)
    inside = _filled(corners, reduced.shape)
    share = inside.mean()
    if not _LEAST < share < _MOST or sheet[inside].mean() < _WHOLE or bright[inside].mean() < _PAPER:
        return None
    if bright[~inside].mean() > _BRIGHT_AROUND or not _is_edged(reduced, corners):
        return None
    return corners


def _extremes(sheet: Ink) -> Corners:
    """Return the four points of a figure that lie furthest towards the corners of the picture."""
    rows, columns = np.nonzero(sheet)
    places = [
        int(np.argmin(columns + rows)),
        int(np.argmax(columns - rows)),
        int(np.argmax(columns + rows)),
        int(np.argmin(columns - rows)),
    ]
    return tuple((float(columns[place]) + dx, float(rows[place]) + dy) for place, (dx, dy) in zip(places, _OUTER, strict=True))


#: From the first pixel of a figure to its corner.
_OUTER = ((0, 0), (1, 0), (1, 1), (0, 1))


def _filled(corners: Corners, shape: tuple[int, ...]) -> Ink:
    """Return the pixels that lie between four corners."""
    rows, columns = np.mgrid[0 : shape[0], 0 : shape[1]] + 0.5
    inside = np.ones(shape, bool)
    for (x, y), (u, v) in _sides(corners):
        inside &= (u - x) * (rows - y) - (v - y) * (columns - x) >= -1e-6
    return inside


def _is_edged(reduced: Grey, corners: Corners) -> bool:
    """Tell whether it is clearly darker just outside of the sides that are not those of the picture."""
    height, width = reduced.shape
    middle = np.mean(corners, axis=0)
    seen = steps = 0
    for start, end in _sides(corners):
        along = np.linspace(0.08, 0.92, 40)[:, None]
        points = np.array(start) * (1 - along) + np.array(end) * along
        outward = points - middle
        normal = np.array([end[1] - start[1], start[0] - end[0]]) / max(1e-6, dist(start, end))
        normal *= np.sign((outward * normal).sum())
        out, within = points + 4 * normal, points - 4 * normal
        is_seen = ((out >= 0) & (out < (width, height))).all(axis=1)
        out, within = out[is_seen].astype(int), np.clip(within[is_seen], 0, (width - 1, height - 1)).astype(int)
        inner = np.maximum.reduce([reduced[within[:, 1], within[:, 0]], reduced[within[:, 1] - 1, within[:, 0]]]).astype(int)
        steps += int((inner - reduced[out[:, 1], out[:, 0]] > _STEP).sum())
        seen += int(is_seen.sum())
    return seen > 0 and steps >= _EDGE * seen


def _sides(corners: Corners) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    yield from zip(corners, (*corners[1:], corners[0]), strict=True)


def _flat(grey: Grey, corners: Corners) -> Paper:
    """Return what lies between four corners as a page of its own."""
    first, second, third, fourth = corners
    width = round(max(dist(first, second), dist(fourth, third)))
    height = round(max(dist(second, third), dist(first, fourth)))
    back = between(((0, 0), (width, 0), (width, height), (0, height)), corners)
    coefficients = tuple((back / back[2, 2]).ravel()[:8])
    image = Image.fromarray(grey).transform((width, height), Image.Transform.PERSPECTIVE, coefficients, Image.Resampling.BICUBIC)
    return Paper(np.asarray(image), np.diag([1 / grey.shape[1], 1 / grey.shape[0], 1.0]) @ back)


def otsu(grey: Grey) -> int:
    """Return the grey level that parts dark from bright best. Source: N. Otsu, IEEE Trans. SMC 9 (1979) 62."""
    counts = np.bincount(grey.ravel(), minlength=256).astype(np.float64)
    below, total = np.cumsum(counts), float(grey.size)
    sums = np.cumsum(counts * np.arange(256))
    with np.errstate(divide="ignore", invalid="ignore"):
        between_classes = (sums[-1] * below / total - sums) ** 2 / (below * (total - below))
    return int(np.nanargmax(np.nan_to_num(between_classes)))
