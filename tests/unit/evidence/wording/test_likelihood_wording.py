from __future__ import annotations

import pytest

from kashf.evidence.hypotheses.board import ChanceRange
from kashf.evidence.wording.likelihood_wording import likelihood_wording


@pytest.mark.parametrize(
    ("chance", "words"),
    [
        (0.01, "almost no chance"),
        (0.05, "very unlikely"),
        (0.2, "unlikely"),
        (0.45, "roughly even chance"),
        (0.5499, "roughly even chance"),
        (0.55, "likely"),
        (0.8, "very likely"),
        (0.95, "almost certain"),
        (0.99, "almost certain"),
    ],
)
def test_the_lower_bound_belongs_to_its_row(chance: float, words: str) -> None:
    assert words == likelihood_wording(ChanceRange(chance, chance)).english


@pytest.mark.parametrize(("low", "high"), [(0.0, 0.009), (0.0099, 0.5), (0.5, 0.991), (1.0, 1.0)])
def test_beyond_one_in_a_hundred_there_is_a_number_and_no_word(low: float, high: float) -> None:
    wording = likelihood_wording(ChanceRange(low, high))

    assert wording.is_number
    assert "likely" not in wording.english
    assert "certain" not in wording.english


def test_an_interval_is_told_by_both_ends_in_both_languages() -> None:
    wording = likelihood_wording(ChanceRange(0.1, 0.9))

    assert ("very unlikely to very likely", "مستبعد جدًا – مرجّح جدًا") == (wording.english, wording.arabic)
