"""Greedy decoding of what a line recogniser with CTC gives out.

Source: A. Graves et al., Connectionist Temporal Classification, ICML 2006, section 3.2 (best path decoding).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

#: Full width of a line's picture, as parts of it are told.
_WIDTH = 10_000


def probabilities(scores: npt.NDArray[Any]) -> npt.NDArray[np.float64]:
    """Return a row of probabilities for each moment, of probabilities, of their logarithms or of any other scores.

    Args:
        scores: Of moments by classes, finite.

    >>> probabilities(np.array([[0.25, 0.75], [0.0, 0.0]])).tolist()
    [[0.25, 0.75], [0.5, 0.5]]
    """
    rows = np.asarray(scores, dtype=np.float64)
    if (rows >= 0).all() and np.allclose(rows.sum(axis=1), 1.0, atol=1e-3) and (rows <= 1).all():
        return rows
    grown = np.exp(rows - rows.max(axis=1, keepdims=True))
    told: npt.NDArray[np.float64] = grown / grown.sum(axis=1, keepdims=True)
    return told


def decode(rows: npt.NDArray[np.float64], classes: Sequence[str], *, is_mirrored: bool = False) -> dict[str, object]:
    """Return the most probable path as a line's text, its confidence and where each of its letters stands.

    Args:
        rows: Probabilities of moments by classes, at least one moment.
        classes: What each class stands for; "" for the blank.
        is_mirrored: Whether the first moment is the right end of the picture.

    >>> decode(np.array([[0.1, 0.9], [0.2, 0.8], [1.0, 0.0], [0.3, 0.7]]), ("", "a"))["text"]
    'aa'
    """
    best, sure = rows.argmax(axis=1).tolist(), rows.max(axis=1)
    text, parts = "", []
    start = 0
    for end in range(1, len(best) + 1):
        if end < len(best) and best[end] == best[start]:
            continue
        if letters := classes[best[start]]:
            left, right = start * _WIDTH // len(best), end * _WIDTH // len(best)
            if is_mirrored:
                left, right = _WIDTH - right, _WIDTH - left
            place = {"start": len(text), "end": len(text) + len(letters), "left": left, "right": max(right, left + 1)}
            parts.append({**place, "confidence": _rounded(sure[start:end].max())})
            text += letters
        start = end
    kept = [float(str(part["confidence"])) for part in parts] or [float(sure.mean())]
    return {"text": text, "confidence": _rounded(sum(kept) / len(kept)), "parts": parts}


def _rounded(value: float) -> float:
    return round(min(max(float(value), 0.0), 1.0), 4)
