"""Lays the ink of one page over that of another: turned, moved, stretched and bent as a second picture of one sheet may be."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from kashf.domain.document import INK_GRID
from kashf.intake.ink_maps.ink_map import Ink

Field = NDArray[np.float32]

#: Scales that are tried, of a picture that shows less, or more, around the sheet.
_SCALES: Final = (0.8, 0.84, 0.88, 0.92, 0.96, 1.0, 1.04, 1.09, 1.14, 1.19, 1.25)
#: Cells of the frame in which pages are laid over one another.
FRAME: Final = INK_GRID + 64
#: Cells of a piece whose shift is measured, between the middles of two pieces, and how far it may have moved; twice, finer.
_PIECES: Final = ((72, 36, 9), (48, 24, 5), (40, 20, 3))
#: Ink of a piece, in cells, that can be placed.
_LEAST_INK: Final = 40


def softened(ink: NDArray[np.generic], times: int = 1) -> Field:
    """Return ink with soft edges, so that what lies a cell beside it is a little like it."""
    soft = ink.astype(np.float32)
    for _ in range(times):
        padded = np.pad(soft, 1)
        across = padded[:, :-2] + 2 * padded[:, 1:-1] + padded[:, 2:]
        soft = (across[:-2] + 2 * across[1:-1] + across[2:]) / 16
    return soft


def framed(ink: Ink) -> Field:
    """Return the ink of a page, softened, in the middle of a frame."""
    frame = np.zeros((FRAME, FRAME), np.float32)
    top, left = (FRAME - ink.shape[0]) // 2, (FRAME - ink.shape[1]) // 2
    frame[top : top + ink.shape[0], left : left + ink.shape[1]] = ink
    return softened(frame)


def laid_over(here: Field, there: Field) -> Field:
    """Return `there`, framed, so that as much of its ink as can be lies on that of `here`."""
    return _bent(here, sampled(there, _coarse(here, there)))


def _coarse(here: Field, there: Field) -> Field:
    """Return the best of all turns, scales and shifts: where each place of the frame is found on `there`."""
    small, other = _halved(here), _halved(there)
    spectrum = np.fft.rfft2(small - small.mean())
    best, chosen = -np.inf, _grid(FRAME)
    for quarters in range(4):
        for scale in _SCALES:
            moved = sampled(other, _turned(len(small), quarters, scale))
            moved -= moved.mean()
            fit = np.fft.irfft2(np.conj(spectrum) * np.fft.rfft2(moved), s=small.shape) / max(1e-6, float(np.linalg.norm(moved)))
            if fit.max() > best:
                best = float(fit.max())
                down, across = (_signed(int(each), len(small)) for each in np.unravel_index(fit.argmax(), fit.shape))
                chosen = _turned(FRAME, quarters, scale, shift=(2 * down, 2 * across))
    return chosen


def _signed(place: int, period: int) -> int:
    return (place + period // 2) % period - period // 2


def _bent(here: Field, there: Field) -> Field:
    places, moved = _grid(FRAME), there
    for size, step, reach in _PIECES:
        middles, shifts, weights = _shifts(here, moved, size=size, step=step, reach=reach)
        if len(weights) < 4:
            break
        places = _after(places, _smooth(middles, shifts, weights, quadratic=len(weights) >= 12))
        moved = sampled(there, places)
    return moved


def _after(places: Field, displaced: Field) -> Field:
    """Return the places that are found by going to displaced places first."""
    return np.stack([sampled(axis, displaced) for axis in places])


def _shifts(here: Field, there: Field, *, size: int, step: int, reach: int) -> tuple[Field, Field, Field]:
    """Return the middles of pieces with ink, by how much each lies elsewhere on `there`, and how well it fits there."""
    middles, shifts, weights = [], [], []
    padded = np.pad(there, reach)
    for top in range(0, FRAME - size + 1, step):
        for left in range(0, FRAME - size + 1, step):
            piece = here[top : top + size, left : left + size]
            if piece.sum() < _LEAST_INK:
                continue
            around = padded[top : top + size + 2 * reach, left : left + size + 2 * reach]
            fit = _fits(piece - piece.mean(), around)
            down, across = np.unravel_index(int(fit.argmax()), fit.shape)
            middles.append((top + size / 2, left + size / 2))
            shifts.append((down - reach, across - reach))
            weights.append(max(0.0, float(fit[down, across])) ** 2)
    return np.array(middles, np.float32), np.array(shifts, np.float32), np.array(weights, np.float32)


def _fits(piece: Field, around: Field) -> Field:
    """Return how well a piece correlates with each place of what is around it."""
    windows = np.lib.stride_tricks.sliding_window_view(around, piece.shape)
    spectrum = np.fft.rfft2(around) * np.conj(np.fft.rfft2(piece, s=around.shape))
    product = np.fft.irfft2(spectrum, s=around.shape)[: windows.shape[0], : windows.shape[1]]
    mean, square = window_means(around, piece.shape[0]), window_means(around * around, piece.shape[0])
    spread = np.sqrt(np.maximum(square - mean * mean, 1e-6) * piece.size)
    fit: Field = (product / (spread * max(1e-6, float(np.linalg.norm(piece))))).astype(np.float32)
    return fit


def window_means(values: Field, size: int) -> Field:
    """Return the mean of every square of so many cells a side, by its upper left corner."""
    sums = np.pad(values.astype(np.float64).cumsum(0).cumsum(1), ((1, 0), (1, 0)))
    total = sums[size:, size:] - sums[:-size, size:] - sums[size:, :-size] + sums[:-size, :-size]
    means: Field = (total / size**2).astype(np.float32)
    return means


def _smooth(middles: Field, shifts: Field, weights: Field, *, quadratic: bool) -> Field:
    """Return where each place of the frame is found when all pieces move together; those that move otherwise count little."""
    rows, columns = (middles - FRAME / 2).T / (FRAME / 2)
    terms = _terms(rows, columns, quadratic=quadratic)
    trust = weights + 1e-6
    for _ in range(6):
        root = np.sqrt(trust)[:, None]
        found = np.linalg.lstsq(terms * root, shifts * root, rcond=None)[0]
        off = np.linalg.norm(shifts - terms @ found, axis=1)
        trust = (weights + 1e-6) / (1 + (off / 1.0) ** 2)
    down, across = (_grid(FRAME) - FRAME / 2) / (FRAME / 2)
    moved = _terms(down.ravel(), across.ravel(), quadratic=quadratic) @ found
    places: Field = (_grid(FRAME) + moved.T.reshape(2, FRAME, FRAME)).astype(np.float32)
    return places


def _terms(rows: Field, columns: Field, *, quadratic: bool) -> Field:
    more = (rows * columns, rows**2, columns**2) if quadratic else ()
    return np.stack([np.ones_like(rows), rows, columns, *more], axis=1)


def _grid(side: int) -> Field:
    return np.mgrid[0:side, 0:side].astype(np.float32)


def _turned(side: int, quarters: int, scale: float, shift: tuple[int, int] = (0, 0)) -> Field:
    rows, columns = _grid(side)
    rows, columns = rows + shift[0] - (side - 1) / 2, columns + shift[1] - (side - 1) / 2
    for _ in range(quarters):
        rows, columns = columns, -rows
    places: Field = (np.stack([rows, columns]) / scale + (side - 1) / 2).astype(np.float32)
    return places


def _halved(values: Field) -> Field:
    halved: Field = values.reshape(FRAME // 2, 2, FRAME // 2, 2).mean(axis=(1, 3))
    return halved


def sampled(values: Field, places: Field) -> Field:
    """Return the values at places between the cells; nothing outside."""
    rows, columns = places
    top, left = np.floor(rows).astype(np.int32), np.floor(columns).astype(np.int32)
    inside = (top >= 0) & (left >= 0) & (top < values.shape[0] - 1) & (left < values.shape[1] - 1)
    top, left = np.where(inside, top, 0), np.where(inside, left, 0)
    down, across = rows - top, columns - left
    upper = values[top, left] * (1 - across) + values[top, left + 1] * across
    lower = values[top + 1, left] * (1 - across) + values[top + 1, left + 1] * across
    found: Field = np.where(inside, upper * (1 - down) + lower * down, 0).astype(np.float32)
    return found
