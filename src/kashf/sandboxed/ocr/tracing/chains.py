"""Ridges that follow each other along one line."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from kashf.sandboxed.ocr.ruled_lines import Rule
from kashf.sandboxed.ocr.tracing.ridges import Ridge

#: Shares of the pitch by which a ridge may lie off where the one before it leads; times the height of a letter by which it may be away.
_OFF, _AWAY = 0.42, 4.5
#: Times the height of a letter: how much of an end tells where it leads; columns that two ridges of one line may share.
_END, _SHARED = 4.0, 1.0
#: What a gap of one letter costs, in pitches of being off.
_GAP_COST = 0.06


def chained(ridges: Sequence[Ridge], *, letter: float, pitch: float, walls: Sequence[Rule]) -> list[list[int]]:
    """Return which ridges make one line, each from left to right.

    Args:
        ridges: Of a page.
        letter: Height of most letters in pixels.
        pitch: Distance from line to line.
        walls: What no line goes through: upright rules, gutters between columns.
    """
    following: dict[int, int] = {}
    taken: set[int] = set()
    for left, right in _candidates(ridges, letter=letter, pitch=pitch, walls=walls):
        if left not in following and right not in taken:
            following[left] = right
            taken.add(right)
    chains = []
    for start in range(len(ridges)):
        if start not in taken:
            chain = [start]
            while chain[-1] in following:
                chain.append(following[chain[-1]])
            chains.append(chain)
    return chains


def _candidates(ridges: Sequence[Ridge], *, letter: float, pitch: float, walls: Sequence[Rule]) -> list[tuple[int, int]]:
    """Return pairs of a ridge and one that may follow it to the right, the likeliest first."""
    if len(ridges) < 2:
        return []
    reach = max(2, round(_END * letter))
    ends = np.array([each.end(max(2, reach // 3), at_right=True) for each in ridges])
    starts = np.array([each.end(max(2, reach // 3), at_right=False) for each in ridges])
    slopes = np.array([(each.slope(reach, at_right=True), each.slope(reach, at_right=False)) for each in ridges])
    lefts, rights = np.array([each.left for each in ridges]), np.array([each.right for each in ridges])
    gaps = lefts[None, :] - rights[:, None]
    slope = _of_the_longer(slopes, np.array([each.width for each in ridges]), reach)
    run = gaps + reach / 3
    off = np.abs(starts[None, :] - ends[:, None] - slope * run) / pitch
    fits = (gaps > -_SHARED * letter) & (gaps < _AWAY * letter) & (off < _OFF) & (lefts[None, :] > lefts[:, None])
    first, second = np.nonzero(fits)
    order = np.argsort(off[first, second] + _GAP_COST * np.maximum(0, gaps[first, second]) / letter)
    pairs = ((int(first[place]), int(second[place])) for place in order)
    return [(left, right) for left, right in pairs if not _is_walled(ridges[left], ridges[right], walls)]


def _of_the_longer(slopes: NDArray[np.float64], widths: NDArray[np.int64], reach: int) -> NDArray[np.float64]:
    """Return for each pair the slope that the two have between them: that of the longer, which knows better."""
    longer = widths[:, None] >= widths[None, :]
    slope: NDArray[np.float64] = np.where(longer, slopes[:, 0][:, None], slopes[:, 1][None, :])
    return np.clip(slope, -0.3, 0.3) * (np.maximum(widths[:, None], widths[None, :]) > 1.2 * reach)


def _is_walled(left: Ridge, right: Ridge, walls: Sequence[Rule]) -> bool:
    """Tell whether a wall stands between two ridges."""
    row = (left.middles[-1] + right.middles[0]) / 2
    low, high = min(left.right, right.left), max(left.right, right.left)
    return any(wall.top <= row < wall.bottom and low - 3 <= (wall.left + wall.right) / 2 <= high + 3 for wall in walls)
