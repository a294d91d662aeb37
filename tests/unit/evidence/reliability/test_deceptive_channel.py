from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kashf.errors import BadEvidenceError
from kashf.evidence.reliability.beta_posterior import UNIFORM, BetaPrior, Reliability
from kashf.evidence.reliability.deceptive_channel import deception_outlook


@pytest.mark.parametrize(
    ("prior", "batches", "marginal", "after", "following"),
    [
        (BetaPrior(9, 1), 5, 0.642857, 0.0757, 0.8627),
        (BetaPrior(9, 1), 10, 0.473684, 0.1, 0.8550),
        (BetaPrior(9, 1), 20, 0.310345, 0.1450, 0.8265),
        (UNIFORM, 10, 1 / 11, 0.366667, 0.580556),
    ],
)
def test_after_a_point_a_more_perfect_record_speaks_for_deception(
    prior: BetaPrior, batches: int, marginal: float, after: float, following: float
) -> None:
    outlook = deception_outlook(Reliability(prior, batches, 0), before=0.05)

    assert pytest.approx((marginal, after, following), abs=5e-5) == (outlook.honest_marginal, outlook.after, outlook.next_genuine)


def test_one_false_batch_is_not_what_such_a_channel_sends() -> None:
    assert 0.0 == deception_outlook(Reliability(UNIFORM, 9, 1), before=0.5).after


@given(st.integers(0, 50), st.floats(0, 1), st.floats(0, 1))
def test_a_channel_that_may_deceive_is_never_better_than_one_that_may_not_if_its_payload_is_due(
    n: int, before: float, honest: float
) -> None:
    record = Reliability(BetaPrior(1 + honest, 1), n, 0)

    assert deception_outlook(record, before=before).next_genuine <= record.mean + 1e-12
    assert pytest.approx(record.mean) == deception_outlook(record, before=0).next_genuine


def test_a_chance_beyond_one_is_refused() -> None:
    with pytest.raises(BadEvidenceError, match="payload"):
        deception_outlook(Reliability(UNIFORM, 1, 0), before=0.1, payload=2)
