"""The words of ICD 203 for a chance that lies in an interval; a number where the directive has no words."""

from __future__ import annotations

from dataclasses import dataclass

from kashf.evidence.hypotheses.board import ChanceRange
from kashf.language.tables.likelihood.verbal_scales import LIKELIHOOD_WORDS


@dataclass(frozen=True, slots=True)
class LikelihoodWording:
    """How a chance is told.

    Args:
        english: Words, from the lower end to the upper where they differ, or numbers.
        arabic: Likewise.
        is_number: Whether an end lies beyond .01 or .99, for which there are no words.
    """

    english: str
    arabic: str
    is_number: bool


def likelihood_wording(chance: ChanceRange) -> LikelihoodWording:
    """Return how a chance is told: the row's lower bound belongs to it, its upper one to the next.

    >>> likelihood_wording(ChanceRange(0.6, 0.7)).english, likelihood_wording(ChanceRange(0.3, 0.7)).english
    ('likely', 'unlikely to likely')
    >>> likelihood_wording(ChanceRange(0.995, 0.999)).english
    'a chance of 0.995 to 0.999'
    """
    low, high = _row(chance.low), _row(chance.high)
    if low is None or high is None:
        ends = f"{chance.low:.3g}" if chance.low == chance.high else f"{chance.low:.3g} to {chance.high:.3g}"
        return LikelihoodWording(f"a chance of {ends}", ends.replace(" to ", "–"), is_number=True)
    if low == high:
        return LikelihoodWording(low[0], low[1], is_number=False)
    return LikelihoodWording(f"{low[0]} to {high[0]}", f"{low[1]} – {high[1]}", is_number=False)


def _row(chance: float) -> tuple[str, str] | None:
    """Return the words for a chance; .99 is still almost certain."""
    last = LIKELIHOOD_WORDS[-1]
    if chance == last[1]:
        return last[2], last[3]
    return next(((english, arabic) for low, high, english, arabic in LIKELIHOOD_WORDS if low <= chance < high), None)
