"""From the parts of two names laid side by side to one score."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal, NamedTuple, Self

from kashf.domain.reasons import NameReason, ReasonCode
from kashf.entities.comparing.align import AtomPair
from kashf.entities.comparing.prepare import INITIAL, LEGAL, SMALL, TITLE
from kashf.entities.comparing.weights import kinship, score_of, together

#: From this score on two names are taken for spellings of one; between MAYBE and SAME a person decides; below, they are two names.
#: On a list of made-up people whose words are real, five spellings of each, some with parts left out (data/fit_name_weights.py), 96 of 100
#: pairs above SAME are right and 92 of 100 true pairs are above MAYBE; where one part was swapped for one that begins alike, 98 and 97.
SAME: Final = 0.85
MAYBE: Final = 0.5

#: Parts which may differ or be missing without making another name.
EMPTY: Final = frozenset({TITLE, SMALL, LEGAL})

#: What is left of what a score has above MAYBE when all that two names share is one part and one of them has more: never SAME.
_GUESS: Final = 0.69
#: Words whose parts in two names are less akin than this do not agree: Khaled and Abu Khaled.
_AKIN: Final = 0.5
#: What is taken off for each nat against by parts that hardly tell: another legal form.
_ASIDE: Final = 0.2
#: Only the same words get 1.
_MOST: Final = 0.999
#: What is left of a score where something contradicts: never MAYBE.
_CONTRADICTED: Final = 0.49

#: What two names are to a machine: one, a question for a person, or two.
Verdict = Literal["same", "asked", "other"]


class Objection(NamedTuple):
    """One thing that speaks against joining two names.

    Attributes:
        is_grave: Whether it makes them two names; else a person is asked.
        why: What is said of it.
    """

    is_grave: bool
    why: NameReason

    @classmethod
    def contradiction(cls, code: ReasonCode, part: str = "") -> Self:
        """Return one that makes two names."""
        return cls(is_grave=True, why=NameReason(code, left=part))

    @classmethod
    def doubt(cls, code: ReasonCode, part: str = "") -> Self:
        """Return one that makes a question."""
        return cls(is_grave=False, why=NameReason(code, left=part))


def verdict(score: float) -> Verdict:
    """Return what a score says: "same", "asked" (a person decides) or "other".

    Example:
        >>> verdict(SAME), verdict(MAYBE), verdict(0.2)
        ('same', 'asked', 'other')
    """
    return "same" if score >= SAME else "asked" if score >= MAYBE else "other"


def lowered(score: float, objections: Sequence[Objection]) -> float:
    """Return a score as far as objections leave it: below SAME, or below MAYBE where one is grave; the order of scores stays.

    Example:
        >>> doubt = Objection.doubt(ReasonCode.ONE_PART)
        >>> verdict(lowered(0.99, ())), verdict(lowered(0.99, (doubt,)))
        ('same', 'asked')
    """
    if not objections or score < MAYBE:
        return score
    if any(objection.is_grave for objection in objections):
        return round(score * _CONTRADICTED, 4)
    return round(MAYBE + (score - MAYBE) * _GUESS, 4)


def score_pairs(links: Sequence[AtomPair]) -> tuple[float, float]:
    """Return the score of two names, 0..1, and the share of each agreement that counts beside the others.

    Args:
        links: Their parts laid side by side; none when neither has a word.
    """
    if not links:
        return 0.0, 0.0
    agreed = sum([link.agreement for link in links])
    counted = together(agreed, sum([link.against for link in links if link.gravity]))
    score = _in_bounds(score_of(counted - sum([link.against for link in links])), links)
    return round(min(score, _MOST), 4), counted / agreed if agreed else 0.0


def _in_bounds(score: float, links: Sequence[AtomPair]) -> float:
    """Return the score, put right where adding up does not see the whole: one name holds the other, or they share one part only."""
    telling = [link for link in links if link.part not in EMPTY]
    paired = [link for link in telling if link.left and link.right and not _is_crossed(link)]
    shared = sum(1 for link in paired if link.left and link.right and INITIAL not in (link.left.part, link.right.part))
    if not shared or any(link.agreement <= link.against for link in paired):
        return score
    only = {(link.left is None, link.right is None) for link in telling if link not in paired}
    guess = MAYBE + (score - MAYBE) * _GUESS
    contained = MAYBE + score * (1 - MAYBE) * _GUESS
    if len(only) == 1 and (False, False) not in only:
        return contained if shared == 1 else max(score, contained)
    if shared == 1 and len(telling) > 1:
        return min(score, guess)
    if only:
        return score
    aside = sum(link.against for link in links if link.part in EMPTY)
    return max(score, min(link.score for link in paired) - _ASIDE * aside)  # Nothing that tells differs: one name, however common.


def _is_crossed(link: AtomPair) -> bool:
    """Return whether a word has parts in the two names that are not akin, so that both stand alone: Khaled and Abu Khaled."""
    return bool(link.left and link.right and not link.gravity and kinship(link.left.part, link.right.part) < _AKIN)
