"""How many mentions there really are, from a count and two audits: which hits are right, and how many of what is there was hit.

Estimate of the true number: N = D * p / r, with D hits, p the share of hits that are right (precision audit: k of m looked at) and r the
share of true mentions that are hits (recall sample: t of n found by reading without the search). Two intervals are given: by the posterior,
which is the one to quote, and by the delta method on the logarithm, which anybody can check with a pocket calculator.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from statistics import NormalDist
from typing import TYPE_CHECKING

from kashf.errors import UsageError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: Nodes of the quadrature for each share; a thousand give bounds to four digits (a test compares with two thousand).
_NODES = 1000


@dataclass(frozen=True, slots=True)
class Audit:
    """What was looked at.

    Args:
        hits: Mentions counted, the population of the precision audit.
        right: Of the hits looked at, those that are the name.
        looked_at: Hits looked at, drawn at random from all.
        found: Of the mentions seen by reading, those that are among the hits.
        seen: Mentions seen by reading pages drawn at random; 0 when nobody has read any, and then nothing is said about what was missed.
    """

    hits: int
    right: int
    looked_at: int
    found: int = 0
    seen: int = 0

    def check(self) -> None:
        """Check that the numbers can be those of an audit.

        Raises:
            UsageError: One is negative or greater than what it is part of, or nothing was looked at, or nothing right was found.
        """
        if not 0 <= self.right <= self.looked_at <= self.hits or not 0 <= self.found <= self.seen:
            raise UsageError("an audit finds no more right than it looks at, and looks at no more than there is")
        if not self.looked_at:
            raise UsageError("nothing was audited yet")
        if self.seen and not self.found:
            raise UsageError("no mention of the sample was found by the search, so nothing bounds how many there are: read more pages")


@dataclass(frozen=True, slots=True)
class Estimate:
    """How many mentions there are.

    Args:
        value: Best estimate.
        low: Lower bound.
        high: Upper bound.
        level: Of the interval, in (0..1).
        method: "jeffreys" or "delta".
        is_whole: Whether the recall sample is in it; without one it is the number of right hits, and what was missed is not in it.
    """

    value: float
    low: float
    high: float
    level: float
    method: str
    is_whole: bool

    @property
    def whole(self) -> tuple[int, int]:
        """The bounds to quote: whole mentions, rounded outwards, since there are no parts of a mention."""
        return math.floor(self.low + 1e-9), math.ceil(self.high - 1e-9)


def by_delta(audit: Audit, *, level: float = 0.9) -> Estimate:
    """Return the estimate with an interval that is symmetric on the logarithm.

    Variance of log N: (1-p)/(m p) * (D-m)/(D-1) + (1-r)/(n r). The factor corrects for a finite population, since the hits that were looked
    at are known. An audit in which everything was right has no variance here: quote the posterior.

    Raises:
        UsageError: The numbers are not those of an audit, or no hit that was looked at is right.

    >>> estimate = by_delta(Audit(412, 190, 200, 45, 50), level=0.95)
    >>> round(estimate.value, 3), round(estimate.low, 1), round(estimate.high, 1)
    (434.889, 395.4, 478.3)
    """
    audit.check()
    if not audit.right:
        raise UsageError("none of the hits looked at is right, so there is nothing to estimate from")
    precision, recall = audit.right / audit.looked_at, audit.found / audit.seen if audit.seen else 1.0
    correction = (audit.hits - audit.looked_at) / (audit.hits - 1) if audit.hits > 1 else 0.0
    variance = (1 - precision) / (audit.looked_at * precision) * correction
    if audit.seen:
        variance += (1 - recall) / (audit.seen * recall)
    value = audit.hits * precision / recall
    factor = math.exp(NormalDist().inv_cdf((1 + level) / 2) * math.sqrt(variance))
    return Estimate(value, value / factor, value * factor, level, "delta", bool(audit.seen))


def by_posterior(audit: Audit, *, level: float = 0.9) -> Estimate:
    """Return the median and the equal-tailed interval of the posterior under Jeffreys' prior.

    The hits that nobody looked at are right as the beta-binomial distribution predicts from those that were: k + BetaBinomial(D-m; k+1/2,
    m-k+1/2), so that an audit of every hit leaves no doubt about them. Recall has the posterior Beta(t+1/2, n-t+1/2). Both are discrete
    here, so the bounds are the same on every run. Source for beta posteriors in recall estimation: Webber 2012, arXiv 1202.2880.

    Raises:
        UsageError: The numbers are not those of an audit.

    >>> estimate = by_posterior(Audit(412, 190, 200, 45, 50))
    >>> 406 < estimate.low < 409 and 478 < estimate.high < 483
    True
    """
    import numpy as np

    audit.check()
    right, right_weights = _right_hits(audit)
    if audit.seen:
        recall, recall_weights = _beta_nodes(audit.found + 0.5, audit.seen - audit.found + 0.5)
        values = np.divide.outer(right, recall).ravel()
        weights = np.multiply.outer(right_weights, recall_weights).ravel()
    else:
        values, weights = right, right_weights
    order = np.argsort(values, kind="stable")
    shares = np.cumsum(weights[order])
    low, middle, high = (
        float(values[order][min(int(np.searchsorted(shares, share * shares[-1])), len(order) - 1)])
        for share in ((1 - level) / 2, 0.5, (1 + level) / 2)
    )
    return Estimate(middle, low, high, level, "jeffreys", bool(audit.seen))


def _right_hits(audit: Audit) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return how many of all hits may be right, with weights; very large counts by the beta distribution itself."""
    import numpy as np

    left = audit.hits - audit.looked_at
    wrong = audit.looked_at - audit.right
    if left > _NODES:
        share, weights = _beta_nodes(audit.right + 0.5, wrong + 0.5)
        return audit.right + left * share, weights
    of_left = np.arange(left + 1, dtype=np.float64)
    logs = np.array([_log_beta_binomial(int(j), left, audit.right + 0.5, wrong + 0.5) for j in of_left])
    return audit.right + of_left, np.exp(logs - logs.max())


def _log_beta_binomial(count: int, of: int, a: float, b: float) -> float:
    choose = math.lgamma(of + 1) - math.lgamma(count + 1) - math.lgamma(of - count + 1)
    return choose + _log_beta(count + a, of - count + b) - _log_beta(a, b)


def _log_beta(a: float, b: float) -> float:
    return math.lgamma(a) + math.lgamma(b) - math.lgamma(a + b)


def _beta_nodes(a: float, b: float) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return nodes in (0, 1) and weights of Beta(a, b), a and b at least 1/2.

    With x = sin^2(u) the density becomes sin^(2a-1)(u) cos^(2b-1)(u), which has no pole at either end.
    """
    import numpy as np

    angle = (np.arange(_NODES) + 0.5) * (math.pi / 2 / _NODES)
    logs = (2 * a - 1) * np.log(np.sin(angle)) + (2 * b - 1) * np.log(np.cos(angle))
    return np.sin(angle) ** 2, np.exp(logs - logs.max())
