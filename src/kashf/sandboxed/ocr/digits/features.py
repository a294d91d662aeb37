"""What a stroke is told by: the directions of its edges, a small picture of it, its size and its place.

Directions of edges say more of a sign than its pixels when the font is unknown. Strokes are brought to one length, and narrow ones stay
narrow, though less so (Liu et al., Handwritten digit recognition, Pattern Recognition 36 and 37, 2003 and 2004).
"""

from __future__ import annotations

from collections.abc import Sequence
from math import pi, sin
from typing import Final

import numpy as np
from PIL import Image

from kashf.sandboxed.ocr.digits.strokes import Frame, Numbers, Shape
from kashf.sandboxed.ocr.lines import Ink

#: Pixels of a side of the picture that a stroke is reduced to, of its empty edge, and of a side that is left of it in the end.
_SIDE, _EDGE, _SMALL = 24, 2, 12
#: Directions of edges that are told apart, and places along a side where they are counted.
_DIRECTIONS, _PLACES = 8, 5
#: How many numbers tell a stroke.
FEATURES: Final = _DIRECTIONS * _PLACES * _PLACES + _SMALL * _SMALL + 6


def told_by(shapes: Sequence[Shape], frame: Frame) -> Numbers:
    """Return a row of FEATURES for each of some strokes: its edges and its picture, then sizes as shares of the frame's height."""
    pictures = np.stack([_picture(shape.ink) for shape in shapes])
    small = pictures.reshape(len(shapes), _SMALL, _SIDE // _SMALL, _SMALL, _SIDE // _SMALL).mean(axis=(2, 4))
    places = np.stack([_place(shape, frame) for shape in shapes])
    return np.concatenate((_edges(pictures), small.reshape(len(shapes), -1), places), axis=1)


def _picture(ink: Ink) -> Numbers:
    """Return a stroke in the middle of a square, in [0..1]."""
    height, width = ink.shape
    long = _SIDE - 2 * _EDGE
    short = max(3, round(long * sin(pi / 2 * min(height, width) / max(height, width)) ** 0.5))
    size = (short, long) if height >= width else (long, short)
    way = Image.Resampling.BOX if max(height, width) > 2 * _SIDE else Image.Resampling.BILINEAR
    square = np.zeros((_SIDE, _SIDE), dtype=np.float32)
    down, across = (_SIDE - size[1]) // 2, (_SIDE - size[0]) // 2
    reduced = Image.fromarray(ink.astype(np.uint8) * 255).resize(size, way)
    square[down : down + size[1], across : across + size[0]] = np.asarray(reduced, dtype=np.float32) / 255
    return square


def _edges(pictures: Numbers) -> Numbers:
    """Return how much edge runs in each direction about each place of some pictures."""
    near = np.pad(pictures, ((0, 0), (1, 1), (1, 1)))
    rows = near[:, :-2] + 2 * near[:, 1:-1] + near[:, 2:]
    columns = near[:, :, :-2] + 2 * near[:, :, 1:-1] + near[:, :, 2:]
    right, down = rows[:, :, 2:] - rows[:, :, :-2], columns[:, 2:] - columns[:, :-2]
    turn = (np.arctan2(down, right) % (2 * pi)) * (_DIRECTIONS / (2 * pi))
    first, rest, strength = np.floor(turn), turn - np.floor(turn), np.hypot(right, down)
    shares = (
        strength * ((first % _DIRECTIONS == way) * (1 - rest) + ((first + 1) % _DIRECTIONS == way) * rest) for way in range(_DIRECTIONS)
    )
    summed = np.stack([(each.reshape(len(pictures), -1) @ _ABOUT) for each in shares], axis=1)
    result: Numbers = np.sqrt(summed).reshape(len(pictures), -1).astype(np.float32)
    return result


def _about() -> Numbers:
    """Return how much each pixel of a picture counts for each place, by how far it is from there."""
    step = _SIDE / _PLACES
    away = (np.arange(_SIDE) + 0.5)[:, None] - ((np.arange(_PLACES) + 0.5) * step)[None, :]
    weights = np.exp(-0.5 * np.square(away / (step / 1.9)))
    weights /= weights.sum(axis=0)
    result: Numbers = np.einsum("ra,cb->rcab", weights, weights).reshape(_SIDE * _SIDE, _PLACES * _PLACES).astype(np.float32)
    return result


_ABOUT: Final = _about()


def _place(shape: Shape, frame: Frame) -> Numbers:
    """Return height, width, and distances from the frame's top and bottom, then the share of ink, and how slim it is."""
    height, width = shape.ink.shape
    sizes = np.array([height, width, shape.top - frame.top, frame.bottom - shape.bottom], dtype=np.float32) / frame.height
    form = np.array([shape.ink.mean(), np.log(height / width)], dtype=np.float32)
    result: Numbers = np.clip(np.concatenate((sizes, form)), -2, 3)
    return result
