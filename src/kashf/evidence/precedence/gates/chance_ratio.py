"""What a p is worth at most against chance, as a likelihood ratio: all that the test can exclude is coincidence."""

from __future__ import annotations

import math


def chance_ratio(p: float) -> float:
    """Return how many times as probable what came out is, at most, under any other explanation as under chance; at least 1.

    It bounds what the result can add against coincidence alone. Whatever else may explain it (own intelligence, a public warning, a letter
    dated back) explains it as well, so against these the ratio is 1.

    Source: Sellke, Bayarri and Berger, Calibration of p values for testing precise null hypotheses, The American Statistician 55 (2001):
    1 / (-e p ln p) for p below 1/e.

    Raises:
        ValueError: There is no such p.

    >>> [round(chance_ratio(p), 2) for p in (0.05, 0.01, 0.001, 0.5)]
    [2.46, 7.99, 53.26, 1.0]
    """
    if not 0 < p <= 1:
        raise ValueError(f"a p lies above 0 and up to 1, and is not {p}")
    return 1.0 if p >= 1 / math.e else 1 / (-math.e * p * math.log(p))
