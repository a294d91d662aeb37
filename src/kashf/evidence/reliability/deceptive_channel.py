"""A channel that feeds genuine material until it has what it wants believed: why a perfect record can be too perfect.

With the chance pi that the channel deceives, and then behaves as the best of channels until its payload, a record without a failure speaks
for deception as well as for honesty, and the better the record the more so.
"""

from __future__ import annotations

from dataclasses import dataclass

from kashf.errors import BadEvidenceError
from kashf.evidence.reliability.beta_posterior import Reliability


@dataclass(frozen=True, slots=True)
class DeceptionOutlook:
    """What remains of a record if the channel may deceive.

    Args:
        before: The chance that it deceives, before any check.
        after: That chance, given the record.
        honest_marginal: The chance of such a record from an honest channel.
        next_genuine: The chance that the next batch is genuine.
    """

    before: float
    after: float
    honest_marginal: float
    next_genuine: float


def deception_outlook(record: Reliability, *, before: float, payload: float = 1.0) -> DeceptionOutlook:
    """Return what a record says if its channel deceives with the chance `before`.

    Args:
        record: Of the honest channel; its prior is that of honest ones.
        before: In [0..1].
        payload: The chance that the next batch of one that deceives is the payload, in [0..1].

    Raises:
        BadEvidenceError: A chance is out of range.

    >>> from kashf.evidence.reliability.beta_posterior import BetaPrior
    >>> [round(deception_outlook(Reliability(BetaPrior(9, 1), n, 0), before=0.05).next_genuine, 4) for n in (5, 10, 20)]
    [0.8627, 0.855, 0.8265]
    """
    for what, chance in (("deception", before), ("payload", payload)):
        if not 0 <= chance <= 1:
            raise BadEvidenceError(
                f"{what}: a chance is from 0 to 1, not {chance:g}", code="evidence-chance", what=what, value=f"{chance:g}"
            )
    # Until its payload it sends nothing false: one batch found false, and it is not such a channel.
    feeds = 1.0 if not record.false else 0.0
    whole = before * feeds + (1 - before) * record.marginal
    after = before * feeds / whole if whole else 0.0
    return DeceptionOutlook(before, after, record.marginal, (1 - after) * record.mean + after * (1 - payload))
