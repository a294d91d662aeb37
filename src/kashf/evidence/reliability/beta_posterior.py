"""The share of a channel's batches that is genuine, as far as those that were checked tell: a Beta prior and its posterior.

A check that lets a forgery pass with chance m counts as (theta + (1 - theta) m) where it says "genuine", and as (1 - theta) where it says
"false"; without misses that is Beta's own form, which is computed as such, and with them the density is summed up by quadrature.

Sources: Lentz's continued fraction for the incomplete beta function (Press et al. 2007, Numerical Recipes, 6.4); Takahasi and Mori 1974,
Publ. RIMS 9, for the double exponential rule, which bears the infinite ends of Jeffreys' prior.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from kashf.errors import BadEvidenceError

#: Parameters of a prior that are computed with: below, half of what is believed lies nearer to 0 or 1 than a number can say.
_LEAST_PRIOR: Final = 0.05
_MOST_PRIOR: Final = 1e4
#: More batches than anybody checks; beyond, the steps of the quadrature would have to be finer.
_MOST_CHECKED: Final = 1e5
#: How far the quadrature goes, and its step for a density that is wide.
_REACH: Final = 6.0
_STEP: Final = 1 / 32


@dataclass(frozen=True, slots=True)
class BetaPrior:
    """What is believed of a channel before anything was checked; both parameters in [.05..10,000]."""

    a: float
    b: float
    name: str = "given"

    def __post_init__(self) -> None:
        if not all(_LEAST_PRIOR <= each <= _MOST_PRIOR for each in (self.a, self.b)):
            raise BadEvidenceError(
                f"a prior has two parameters from {_LEAST_PRIOR:g} to {_MOST_PRIOR:g}, not {self.a:g} and {self.b:g}",
                code="evidence-prior",
                least=_LEAST_PRIOR,
                most=_MOST_PRIOR,
            )


UNIFORM: Final = BetaPrior(1, 1, "uniform")
JEFFREYS: Final = BetaPrior(0.5, 0.5, "Jeffreys")


@dataclass(frozen=True, slots=True)
class Reliability:
    """The posterior of the share of genuine batches.

    Args:
        prior: Before the checks.
        genuine: Batches found genuine, also in parts; from 0.
        false: Batches found false.
        missed: The chance that a check lets a forged batch pass as genuine, in [0..1].

    >>> ten = Reliability(UNIFORM, 10, 0)
    >>> round(ten.mean, 4), round(ten.lower(), 4)
    (0.9167, 0.7616)
    """

    prior: BetaPrior
    genuine: float
    false: float
    missed: float = 0.0

    def __post_init__(self) -> None:
        if not 0 <= self.missed <= 1:
            raise _no_chance("missed forgeries", self.missed)
        if not (0 <= self.genuine <= _MOST_CHECKED and 0 <= self.false <= _MOST_CHECKED):
            raise BadEvidenceError(f"batches are counted from 0 to {_MOST_CHECKED:,.0f}", code="evidence-batches", most=_MOST_CHECKED)

    @property
    def mean(self) -> float:
        """The chance that the next batch is genuine: Laplace's rule of succession where the prior is uniform."""
        return self.all_genuine(1)

    def all_genuine(self, batches: int) -> float:
        """Return the chance that so many further batches are all genuine, in [0..1]."""
        a, b = self._parameters
        if not self.missed:
            return math.exp(_log_beta(a + batches, b) - _log_beta(a, b))
        return self._mass(1.0, more=batches) / self._mass(1.0)

    def lower(self, level: float = 0.95) -> float:
        """Return the share above which it lies with the chance `level`, in (0..1): one-sided."""
        if not 0 < level < 1:
            raise _no_chance("the level", level)
        if not self.missed:
            return beta_quantile(1 - level, *self._parameters)
        whole = self._mass(1.0)
        return _bisected(lambda share: self._mass(share) / whole, 1 - level)

    @property
    def marginal(self) -> float:
        """The chance of checks with this outcome in this order, before they were made."""
        none = self.prior
        if not self.missed:
            return math.exp(_log_beta(*self._parameters) - _log_beta(none.a, none.b))
        before = _log_beta(none.a, none.b)
        return math.pow(1 - self.missed, self.false) * math.exp(math.log(self._mass(1.0)) + _peak(self) - before)

    @property
    def _parameters(self) -> tuple[float, float]:
        return self.prior.a + self.genuine, self.prior.b + self.false

    def _mass(self, share: float, *, more: int = 0) -> float:
        """Return the integral of the density from 0 to a share, times its power `more`; it is 1 at its peak, lest it vanish."""
        peak = _peak(self)
        parts = (
            math.exp(self._log_density(share, log_part, log_rest) + more * (math.log(share) + log_part) + weight - peak)
            for log_part, log_rest, weight in self._nodes()
        )
        return share * sum(parts)

    def _nodes(self) -> tuple[tuple[float, float, float], ...]:
        return _nodes(math.ceil(math.sqrt(self.genuine + self.false + self.prior.a + self.prior.b)))

    def _log_density(self, share: float, log_part: float, log_rest: float) -> float:
        """Return the log of the density, not normed, at a part of a share."""
        theta = share * math.exp(log_part)
        # 1 - theta without loss where both are near 1; where nothing of it is left, the smallest number stands for it.
        other = max((1 - share) + share * math.exp(log_rest), 5e-324)
        passed = self.genuine * math.log(max(theta + other * self.missed, 5e-324)) if self.genuine else 0.0
        return (self.prior.a - 1) * (math.log(share) + log_part) + (self.prior.b - 1 + self.false) * math.log(other) + passed


@lru_cache(maxsize=64)
def _peak(record: Reliability) -> float:
    return max(record._log_density(1.0, log_part, log_rest) + weight for log_part, log_rest, weight in record._nodes())  # noqa: SLF001 - a part of the class that is kept


def beta_quantile(chance: float, a: float, b: float) -> float:
    """Return below which value a variable with the distribution Beta(a, b) lies with a chance, all but rounding."""
    return _bisected(lambda value: beta_cdf(value, a, b), chance)


def beta_cdf(value: float, a: float, b: float) -> float:
    """Return the chance that a variable with the distribution Beta(a, b) is at most a value: the regularised incomplete beta function.

    >>> round(beta_cdf(0.5, 2, 2), 6)
    0.5
    """
    if value <= 0 or value >= 1:
        return float(value >= 1)
    front = math.exp(a * math.log(value) + b * math.log1p(-value) - _log_beta(a, b))
    if value < (a + 1) / (a + b + 2):
        return front * _fraction(value, a, b) / a
    return 1 - front * _fraction(1 - value, b, a) / b


def _fraction(x: float, a: float, b: float) -> float:
    """Return the continued fraction of the incomplete beta function."""
    tiny = 1e-300
    c, d = 1.0, 1 / (_away(1 - (a + b) * x / (a + 1), tiny))
    result = d
    for m in range(1, 20_000):
        for step in (m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)), -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))):
            d = 1 / _away(1 + step * d, tiny)
            c = _away(1 + step / c, tiny)
            result *= d * c
        if abs(d * c - 1) < 1e-15:
            break
    return result


def _away(value: float, tiny: float) -> float:
    return value if abs(value) > tiny else tiny


def _bisected(rising: Callable[[float], float], target: float) -> float:
    """Return where a function that rises from 0 to 1 reaches a value."""
    low, high = 0.0, 1.0
    for _ in range(60):
        middle = (low + high) / 2
        if rising(middle) < target:
            low = middle
        else:
            high = middle
    return (low + high) / 2


@lru_cache(maxsize=16)
def _nodes(narrow: int) -> tuple[tuple[float, float, float], ...]:
    """Return logs of the parts s and 1 - s of (0..1), and of the weight; finer for a density that is `narrow` times narrower."""
    step = _STEP / max(1.0, narrow / 8)
    nodes = []
    for number in range(-round(_REACH / step), round(_REACH / step) + 1):
        t = number * step
        w = math.pi * math.sinh(t)
        log_s = -_softplus(-w)
        log_rest = -_softplus(w)
        nodes.append((log_s, log_rest, log_s + log_rest + math.log(math.pi * math.cosh(t) * step)))
    return tuple(nodes)


def _softplus(x: float) -> float:
    """Return log(1 + exp(x)) without overflow."""
    return max(x, 0.0) + math.log1p(math.exp(-abs(x)))


def _log_beta(a: float, b: float) -> float:
    return math.lgamma(a) + math.lgamma(b) - math.lgamma(a + b)


def _no_chance(what: str, value: float) -> BadEvidenceError:
    return BadEvidenceError(f"{what}: a chance is from 0 to 1, not {value:g}", code="evidence-chance", what=what, value=f"{value:g}")
