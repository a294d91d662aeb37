"""How many mentions there really are, from a count and two audits: which hits are right, and how many of what is there was hit.

Estimate of the true number: N = D * p / r, with D hits, p the share of hits that are right (precision audit: k of m looked at) and r the
share of true mentions that are hits (recall sample: t of n found by reading without the search). Two intervals are given: by the posterior,
which is the one to quote, and by the delta method on the logarithm, which anybody can check with a pocket calculator.

Mentions of a page are missed together, so that what counts is pages: their spread widens the interval (design effect), few of them widen
it further (Student's t for the normal), and too few give none. Source: Korn and Graubard 1998, Survey Methodology 24(2), for the effective
sample size; the finite population is that of the pages, of which those that were read leave no doubt.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from statistics import NormalDist
from typing import TYPE_CHECKING, Final

from kashf.errors import UsageError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: Fewest hits to look at, where there are as many, and fewest pages with a mention to read, before an interval says anything: whoever may
#: stop when the first ten are right, stops then.
FEWEST_HITS: Final = 50
FEWEST_PAGES: Final = 8

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
        by_page: The last two for each page with a mention; empty where only the sums are known, which are then taken for independent.
        share_read: Of the pages from which they were drawn, in [0..1].
        known: Mentions that people decided on for another reason: they are what they are, and no sample.
    """

    hits: int
    right: int
    looked_at: int
    found: int = 0
    seen: int = 0
    by_page: tuple[tuple[int, int], ...] = ()
    share_read: float = 0.0
    known: int = 0

    @property
    def bounds_missed(self) -> bool:
        """Whether enough was read to say anything about what the search missed."""
        return self.found > 0 and (not self.by_page or len(self.by_page) >= FEWEST_PAGES)

    def check(self) -> None:
        """Check that the numbers can be those of an audit.

        Raises:
            UsageError: One is negative or greater than what it is part of, or nothing was looked at, or nothing right was found.
        """
        if not 0 <= self.right <= self.looked_at <= self.hits or not 0 <= self.found <= self.seen:
            raise UsageError("an audit finds no more right than it looks at, and looks at no more than there is")
        if not self.looked_at and self.hits:
            raise UsageError("nothing was audited yet")
        if self.seen and not self.found and not self.by_page:
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
    is_whole = audit.bounds_missed
    precision, recall = audit.right / audit.looked_at, audit.found / audit.seen if is_whole else 1.0
    correction = (audit.hits - audit.looked_at) / (audit.hits - 1) if audit.hits > 1 else 0.0
    variance = (1 - precision) / (audit.looked_at * precision) * correction
    if is_whole:
        variance += (1 - recall) / (audit.seen * recall) * _design_effect(audit) * (1 - audit.share_read)
    value = (audit.hits * precision + audit.known) / recall
    factor = math.exp(NormalDist().inv_cdf((1 + level) / 2) * math.sqrt(variance))
    return Estimate(value, value / factor, value * factor, level, "delta", is_whole)


def by_posterior(audit: Audit, *, level: float = 0.9) -> Estimate:
    """Return the median and the equal-tailed interval of the posterior under Jeffreys' prior.

    The hits that nobody looked at are right as the beta-binomial distribution predicts from those that were: k + BetaBinomial(D-m; k+1/2,
    m-k+1/2), so that an audit of every hit leaves no doubt about them. Recall has the posterior Beta(t+1/2, n-t+1/2), where the sample of
    pages counts for as many mentions as it is worth, and what was seen on those that were read is certain. Both are discrete here, so the
    bounds are the same on every run. Source for beta posteriors in recall estimation: Webber 2012, arXiv 1202.2880.

    Raises:
        UsageError: The numbers are not those of an audit.

    >>> estimate = by_posterior(Audit(412, 190, 200, 45, 50))
    >>> 406 < estimate.low < 409 and 478 < estimate.high < 483
    True
    """
    import numpy as np

    audit.check()
    right, right_weights = _right_hits(audit)
    right = right + audit.known
    if audit.bounds_missed and audit.share_read < 1:
        worth = _effective_share(audit, level=level)
        recall, recall_weights = _beta_nodes(audit.found * worth + 0.5, (audit.seen - audit.found) * worth + 0.5)
        certain, found = (audit.seen, audit.found) if audit.share_read else (0, 0)
        values = (certain + np.divide.outer(np.maximum(right - found, 0), recall)).ravel()
        weights = np.multiply.outer(right_weights, recall_weights).ravel()
    elif audit.bounds_missed:
        values, weights = np.array([float(audit.seen)]), np.ones(1)
    else:
        values, weights = right, right_weights
    order = np.argsort(values, kind="stable")
    shares = np.cumsum(weights[order])
    low, middle, high = (
        float(values[order][min(int(np.searchsorted(shares, share * shares[-1])), len(order) - 1)])
        for share in ((1 - level) / 2, 0.5, (1 + level) / 2)
    )
    return Estimate(middle, low, high, level, "jeffreys", audit.bounds_missed)


def _design_effect(audit: Audit) -> float:
    """Return by how much mentions of the same pages are worth less than as many of other pages each; at least 1.

    Where nothing was missed, nothing shows whether whole pages would be, so that they are taken to be.
    """
    pages = audit.by_page
    if len(pages) < 2:
        return 1.0
    share = audit.found / audit.seen
    at_once = sum(seen * seen for _, seen in pages) / audit.seen
    if audit.found == audit.seen:
        return at_once
    spread = len(pages) / (len(pages) - 1) * sum((found - share * seen) ** 2 for found, seen in pages)
    return min(max(1.0, spread / (audit.seen * share * (1 - share))), max(1.0, at_once))


def _effective_share(audit: Audit, *, level: float) -> float:
    """Return what share of the mentions seen the sample is worth, for saying what holds on the pages that nobody read."""
    if not audit.by_page:
        return 1.0
    normal = NormalDist().inv_cdf((1 + level) / 2)
    few: float = (normal / _students_t(normal, len(audit.by_page) - 1)) ** 2
    return (1 - audit.share_read) * few / _design_effect(audit)


def _students_t(normal: float, freedom: int) -> float:
    """Return a quantile of Student's t by that of the normal distribution. Source: Abramowitz and Stegun 1964, 26.7.5."""
    z, v = normal, freedom
    terms = (
        (z**3 + z) / 4,
        (5 * z**5 + 16 * z**3 + 3 * z) / 96,
        (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384,
    )
    return z + math.fsum(term / v**power for power, term in enumerate(terms, start=1))


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
