"""A board for a court: how many times as probable the evidence is under one hypothesis as under another. No priors, no posteriors.

The words are those of ENFSI for ratios; they never stand in one text with those of ICD 203 for chances.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from kashf.errors import BadEvidenceError
from kashf.evidence.hypotheses.board import HypothesisBoard
from kashf.evidence.hypotheses.group_likelihoods import group_likelihoods
from kashf.evidence.hypotheses.posterior_ranges import log_of
from kashf.language.tables.likelihood.verbal_scales import SUPPORT_WORDS


@dataclass(frozen=True, slots=True)
class CourtRatio:
    """The evidence under one hypothesis against that under another.

    Args:
        hypothesis: The one.
        against: The other.
        ratio: With the middle of each interval.
        low: At least.
        high: At most.
        words: In English, for the end that says less; of which hypothesis it is told by `supports`.
        words_ar: In Arabic.
        supports: The hypothesis that is supported over all of the interval; "" where its ends disagree.
    """

    hypothesis: str
    against: str
    ratio: float
    low: float
    high: float
    words: str
    words_ar: str
    supports: str


def court_ratios(board: HypothesisBoard, hypothesis: str) -> tuple[CourtRatio, ...]:
    """Return the ratios of one hypothesis against each other one.

    Raises:
        BadEvidenceError: No hypothesis is called so, or evidence is impossible under one: against that, no number tells a ratio.
    """
    if hypothesis not in board.ids:
        raise BadEvidenceError(f"no hypothesis is called {hypothesis[:60]!r}", code="evidence-no-hypothesis", id=hypothesis[:60])
    groups, found = group_likelihoods(board), []
    if nothing := next(((group.id[:60], id[:60]) for group in groups for id in board.ids if not group.low[id]), None):
        evidence, under = nothing
        raise BadEvidenceError(
            f"{evidence} is impossible under {under}, or may be: no ratio can be told; write the least chance that can be defended",
            code="evidence-no-ratio",
            evidence=evidence,
            under=under,
        )
    for other in board.ids:
        if other == hypothesis:
            continue
        low = math.fsum(log_of(group.low[hypothesis]) - log_of(group.high[other]) for group in groups)
        high = math.fsum(log_of(group.high[hypothesis]) - log_of(group.low[other]) for group in groups)
        point = math.fsum(log_of(group.point[hypothesis]) - log_of(group.point[other]) for group in groups)
        supports = hypothesis if low > 0 else other if high < 0 else ""
        english, arabic = support_words(_exp(min(abs(low), abs(high)) if supports else 0.0))
        found.append(CourtRatio(hypothesis, other, _exp(point), _exp(low), _exp(high), english, arabic, supports))
    return tuple(found)


def support_words(ratio: float) -> tuple[str, str]:
    """Return the words for a likelihood ratio of at least 1, in English and in Arabic.

    >>> support_words(6.7)[0], support_words(182.8)[0], support_words(1.4)[0]
    ('weak support', 'moderately strong support', 'no support for either')
    """
    _, english, arabic = next(row for row in reversed(SUPPORT_WORDS) if ratio >= row[0] or row is SUPPORT_WORDS[0])
    return english, arabic


def _exp(value: float) -> float:
    """Return a number, which JSON has and an infinite one is not."""
    return math.exp(min(value, 700.0))
