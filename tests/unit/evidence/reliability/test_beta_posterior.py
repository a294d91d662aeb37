from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kashf.errors import BadEvidenceError
from kashf.evidence.reliability.beta_posterior import JEFFREYS, UNIFORM, BetaPrior, Reliability, beta_cdf, beta_quantile

COUNTS = st.integers(0, 60)
SHARES = st.floats(0, 1)


@pytest.mark.parametrize(
    ("batches", "uniform", "jeffreys", "exact"),
    [
        (0, (0.5, 0.05), (0.5, 0.00616), 0.0),
        (1, (0.6667, 0.2236), (0.75, 0.2285), 0.05),
        (3, (0.8, 0.4729), (0.875, 0.5559), 0.3684),
        (5, (0.8571, 0.6070), (0.9167, 0.6943), 0.5493),
        (10, (0.9167, 0.7616), (0.9545, 0.8292), 0.7411),
        (20, (0.9545, 0.8671), (0.9762, 0.9095), 0.8609),
        (58, (0.98333, 0.95049), (0.99153, 0.96756), 0.94966),
    ],
)
def test_a_record_without_a_failure_reads_as_the_table_says(
    batches: int, uniform: tuple[float, float], jeffreys: tuple[float, float], exact: float
) -> None:
    for prior, expected in ((UNIFORM, uniform), (JEFFREYS, jeffreys)):
        record = Reliability(prior, batches, 0)
        assert pytest.approx(expected, abs=6e-5) == (record.mean, record.lower())
    if batches:
        assert pytest.approx(exact, abs=6e-5) == beta_quantile(0.05, batches, 1), "Clopper and Pearson's bound"


def test_one_false_batch_among_ten_costs_more_than_a_tenth() -> None:
    record = Reliability(UNIFORM, 9, 1)

    assert pytest.approx((0.8333, 0.6356), abs=6e-5) == (record.mean, record.lower())


@pytest.mark.parametrize(
    ("missed", "mean", "lower"), [(0.2, 0.8958, 0.702), (0.5, 0.8338, 0.5245), (0.9, 0.5859, 0.0853), (1.0, 0.5, 0.05)]
)
def test_a_check_that_lets_forgeries_pass_tells_less_and_one_that_lets_all_pass_tells_nothing(
    missed: float, mean: float, lower: float
) -> None:
    record = Reliability(UNIFORM, 10, 0, missed)

    assert pytest.approx((mean, lower), abs=6e-5) == (record.mean, record.lower())


def _mixture(prior: BetaPrior, genuine: int, false: int, missed: float) -> tuple[float, float]:
    """Return marginal and mean by another road: the likelihood multiplied out, which gives a mixture of Beta distributions."""

    def log_beta(a: float, b: float) -> float:
        return math.lgamma(a) + math.lgamma(b) - math.lgamma(a + b)

    none, weights, means = log_beta(prior.a, prior.b), [], []
    for passed in range(genuine + 1):
        a, b = prior.a + genuine - passed, prior.b + passed + false
        weights.append(math.comb(genuine, passed) * missed**passed * (1 - missed) ** false * math.exp(log_beta(a, b) - none))
        means.append(a / (a + b))
    whole = math.fsum(weights)
    return whole, math.fsum(weight * mean for weight, mean in zip(weights, means, strict=True)) / whole


@given(
    st.sampled_from((UNIFORM, JEFFREYS, BetaPrior(9, 1), BetaPrior(0.05, 3))), st.integers(0, 25), st.integers(0, 4), st.floats(0.01, 0.95)
)
def test_the_quadrature_agrees_with_the_likelihood_multiplied_out(prior: BetaPrior, genuine: int, false: int, missed: float) -> None:
    record = Reliability(prior, genuine, false, missed)

    assert pytest.approx(_mixture(prior, genuine, false, missed), rel=1e-8) == (record.marginal, record.mean)


@pytest.mark.parametrize(("genuine", "false"), [(5000, 5000), (50_000, 50), (3, 0), (2.5, 7.25)])
def test_a_check_that_misses_next_to_nothing_is_one_that_misses_nothing(genuine: float, false: float) -> None:
    closed, summed = Reliability(JEFFREYS, genuine, false), Reliability(JEFFREYS, genuine, false, 1e-13)

    assert pytest.approx((closed.mean, closed.lower()), rel=1e-8) == (summed.mean, summed.lower())


@given(COUNTS, COUNTS, st.floats(0, 1), st.floats(0, 1))
def test_more_misses_never_raise_the_mean_or_the_bound(genuine: int, false: int, one: float, other: float) -> None:
    few, many = (Reliability(UNIFORM, genuine, false, missed) for missed in sorted((one, other)))

    assert many.mean <= few.mean + 1e-9
    assert many.lower() <= few.lower() + 1e-9


@given(st.floats(0.5, 200), st.floats(0.5, 200), st.floats(0.001, 0.999))
def test_a_quantile_is_where_the_distribution_reaches_it(a: float, b: float, chance: float) -> None:
    assert pytest.approx(chance, abs=1e-6) == beta_cdf(beta_quantile(chance, a, b), a, b)


@pytest.mark.parametrize("build", [lambda: BetaPrior(0, 1), lambda: Reliability(UNIFORM, 1, 0, 1.2), lambda: Reliability(UNIFORM, -1, 0)])
def test_what_is_out_of_range_is_refused(build: object) -> None:
    with pytest.raises(BadEvidenceError):
        build()  # type: ignore[operator]  # one of three functions


def test_a_level_is_a_chance() -> None:
    with pytest.raises(BadEvidenceError, match="the level"):
        Reliability(UNIFORM, 1, 0).lower(1.0)
