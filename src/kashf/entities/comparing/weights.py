"""What agreements, contradictions and gaps between two names weigh, and how their sum becomes a score.

Nats of agreement are ``-ln(share)`` of the word that is shared (``rarity``). They do not add up without end, and a contradiction makes them
count less: two men who share three words of their names are often brothers, so that a fourth word which differs outweighs them. Everything
else is fitted on pairs of made-up people whose words are real (data/fit_name_weights.py), and rounded.
"""

from __future__ import annotations

import math
from bisect import bisect
from typing import Final

from kashf.entities.comparing.prepare import INITIAL, ISM, KUNYA, LAQAB, LEGAL, NASAB, NISBA, NUMBER, SMALL, TITLE, WORD

#: Nats that must speak for one name before it is as likely as not, and the most that agreement can come to.
BIAS: Final = 3.5
MOST: Final = 8.4
#: Nats of shared words that make about two thirds of that.
SATURATION: Final = 4.5
#: Nats of contradiction that leave about a third of what agrees. Fits of it vary from 1 to 3; figures hardly do.
DAMPING: Final = 2.0
#: Nats of a word that tells so much that its absence or contradiction counts whole, and the share of it that always counts.
WHOLE: Final = 5.0
LEAST: Final = 0.4

#: Similarity of two words, and the share of the agreement that is left (the less alike they are, the likelier they are two).
AGREEMENT: Final = ((0.6, 0.0), (0.7, 0.65), (0.8, 0.75), (0.9, 0.95), (0.97, 1.0))
#: Similarity of two words, and the share of a contradiction that they come to.
CONTRADICTION: Final = ((0.5, 1.0), (0.6, 0.7), (0.7, 0.4), (0.8, 0.2), (0.9, 0.02), (0.97, 0.0))

#: What is left of an agreement when the word has another part in each name: a man's own name is the other's kunya.
CROSSED: Final = {
    (KUNYA, ISM): 0.1,
    (KUNYA, NASAB): 0.1,
    (KUNYA, NISBA): 0.3,
    (KUNYA, LAQAB): 0.3,
    (ISM, NASAB): 0.5,
    (ISM, LAQAB): 0.75,
    (NASAB, LAQAB): 0.7,
}
#: What two different words say against two names, by the parts they have there, in nats.
AGAINST: Final = {
    (KUNYA, KUNYA): 3.5,
    (ISM, ISM): 3.0,
    (NASAB, NASAB): 3.5,
    (NISBA, NISBA): 3.0,
    (LAQAB, LAQAB): 2.7,
    (NISBA, LAQAB): 2.9,
    (ISM, LAQAB): 1.8,
    (ISM, NISBA): 2.0,
    (ISM, NASAB): 1.7,
    (NASAB, LAQAB): 2.5,
    (WORD, WORD): 2.7,
    (INITIAL, INITIAL): 3.0,
    (INITIAL, ISM): 3.0,
    (INITIAL, NASAB): 1.7,
    (WORD, ISM): 2.7,
    (WORD, LAQAB): 2.7,
    (WORD, NISBA): 2.7,
    (NUMBER, NUMBER): 4.0,
    (LEGAL, LEGAL): 0.2,
}
#: What it says against two names when only one has such a part, in nats.
MISSING: Final = {
    KUNYA: 0.7,
    ISM: 0.4,
    NASAB: 1.0,
    NISBA: 0.9,
    LAQAB: 0.9,
    WORD: 1.3,
    NUMBER: 1.5,
    INITIAL: 0.3,
    LEGAL: 0.1,
    TITLE: 0.0,
    SMALL: 0.0,
}

_AGREEMENT_OF: Final = CROSSED | {(right, left): kept for (left, right), kept in CROSSED.items()}
_AGAINST_OF: Final = AGAINST | {(right, left): nats for (left, right), nats in AGAINST.items()}


def agreement(nats: float, score: float, parts: tuple[str, str]) -> float:
    """Return what two words that are alike say for one name, before saturation.

    Args:
        nats: How telling they are.
        score: How alike, 0..1.
        parts: The part each has in its name.
    """
    return nats * _between(AGREEMENT, score) * _AGREEMENT_OF.get(parts, 1.0) if score else 0.0


def kinship(left: str, right: str) -> float:
    """Return which share of an agreement counts when a word has these parts in two names, 0..1."""
    return _AGREEMENT_OF.get((left, right), 1.0)


def gravity(nats: float, parts: tuple[str, str]) -> float:
    """Return what two words for certain say against one name.

    Args:
        nats: How telling they are.
        parts: The part each has in its name.
    """
    return _AGAINST_OF.get(parts, 0.0) * _weight(nats)


def contradiction(nats: float, score: float, parts: tuple[str, str]) -> float:
    """Return what two words that lie side by side say against one name: nothing when they are the same, all when they are two."""
    return gravity(nats, parts) * (_between(CONTRADICTION, score) if score else 1.0)


def absence(nats: float, part: str) -> float:
    """Return what a word which only one of two names has says against one name."""
    return MISSING[part] * _weight(nats)


def together(agreed: float, contradicted: float) -> float:
    """Return what agreements come to that add up to this many nats, beside contradictions of so many nats.

    Example:
        >>> together(0.0, 0.0), together(4.0, 0.0) < together(8.0, 0.0) < together(100.0, 0.0) <= MOST
        (0.0, True)
        >>> together(8.0, 3.0) < together(8.0, 0.0) / 2
        True
    """
    return MOST * (1 - math.exp(-agreed / SATURATION)) * math.exp(-contradicted / DAMPING)


def score_of(total: float) -> float:
    """Return the score, 0..1, of what speaks for one name less what speaks against it."""
    return 1 / (1 + math.exp(BIAS - total))


def _weight(nats: float) -> float:
    return min(1.0, max(LEAST, nats / WHOLE))


def _between(curve: tuple[tuple[float, float], ...], score: float) -> float:
    """Return the value of a curve of straight lines at a score, level beyond its ends."""
    at = bisect(curve, (score, 0.0))
    if at == 0:
        return curve[0][1]
    if at == len(curve):
        return curve[-1][1]
    (low, below), (high, above) = curve[at - 1 : at + 1]
    return below + (above - below) * (score - low) / (high - low)
