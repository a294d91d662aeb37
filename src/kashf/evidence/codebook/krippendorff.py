"""Krippendorff's alpha: how far coders agree beyond chance, with an interval by bootstrap over what they coded.

Source: Krippendorff 2011, Computing Krippendorff's alpha-reliability; Hayes and Krippendorff 2007 for the reading of the figure.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final, TypeAlias

from kashf.errors import BadEvidenceError

if TYPE_CHECKING:
    import numpy as np

#: Codes that one unit got, None where a coder gave none; nominal codes are any words, ordinal ones whole numbers.
UnitCodes: TypeAlias = Sequence[int | str | None]
#: Below which a figure supports no conclusion, and from which it does. Source: Krippendorff 2004, Content Analysis, 11.4.2.
TENTATIVE: Final = 0.667
RELIABLE: Final = 0.8


class CodeScale(StrEnum):
    """Whether codes have an order."""

    NOMINAL = "nominal"
    ORDINAL = "ordinal"


@dataclass(frozen=True, slots=True)
class CoderAgreement:
    """How far coders agree.

    Args:
        alpha: 1 for always, 0 for as by chance, below 0 for worse; None where all codes are the same, which tells nothing.
        low: Lower end of the interval; None where there is none.
        high: Upper end.
        units: Units with two codes or more, which alone count.
        left_out: Units with fewer.
        undefined: Of the resamples, those whose codes were all the same; they are in no end of the interval.
    """

    alpha: float | None
    low: float | None
    high: float | None
    units: int
    left_out: int
    undefined: int = 0


def krippendorff_alpha(units: Sequence[UnitCodes], scale: CodeScale) -> float | None:
    """Return alpha; None where no two codes can be compared or all are the same.

    >>> krippendorff_alpha([["yes", "yes"], ["no", "no"], ["yes", None]], CodeScale.NOMINAL)
    1.0

    Raises:
        BadEvidenceError: An ordinal code is no whole number.
    """
    return _alpha([_Unit.of(unit) for unit in units], scale)


def agreement(
    units: Sequence[UnitCodes], scale: CodeScale, *, generator: np.random.Generator, resamples: int = 2000, level: float = 0.95
) -> CoderAgreement:
    """Return alpha with a percentile interval over resampled units.

    Raises:
        BadEvidenceError: As `krippendorff_alpha`.
    """
    coded = [_Unit.of(unit) for unit in units]
    pairable = [unit for unit in coded if unit.codes >= 2]
    alpha = _alpha(pairable, scale)
    if alpha is None:
        return CoderAgreement(None, None, None, len(pairable), len(coded) - len(pairable))
    drawn = [
        _alpha([pairable[number] for number in row], scale) for row in generator.integers(len(pairable), size=(resamples, len(pairable)))
    ]
    known = sorted(each for each in drawn if each is not None)
    tail = (1 - level) / 2
    low, high = (known[min(len(known) - 1, math.floor(share * len(known)))] for share in (tail, 1 - tail))
    return CoderAgreement(alpha, low, high, len(pairable), len(coded) - len(pairable), resamples - len(known))


@dataclass(frozen=True, slots=True)
class _Unit:
    counted: Counter[int | str]
    codes: int

    @classmethod
    def of(cls, codes: UnitCodes) -> _Unit:
        given = [code for code in codes if code is not None]
        return cls(Counter(given), len(given))


def _alpha(units: Sequence[_Unit], scale: CodeScale) -> float | None:
    pairable = [unit for unit in units if unit.codes >= 2]
    totals: Counter[int | str] = Counter()
    for unit in pairable:
        totals.update(unit.counted)
    if len(totals) < 2:
        return None
    distance = _distances(totals, scale)
    observed = math.fsum(
        count * other_count * distance[one, other] / (unit.codes - 1)
        for unit in pairable
        for one, count in unit.counted.items()
        for other, other_count in unit.counted.items()
        if one != other
    )
    whole = totals.total()
    expected = math.fsum(totals[one] * totals[other] * distance[one, other] for one in totals for other in totals if one != other)
    return 1 - (whole - 1) * observed / expected


def _distances(totals: Counter[int | str], scale: CodeScale) -> dict[tuple[int | str, int | str], float]:
    """Return the squared distance of each two codes."""
    if scale is CodeScale.NOMINAL:
        return {(one, other): float(one != other) for one in totals for other in totals}
    if not all(isinstance(code, int) for code in totals):
        raise BadEvidenceError("codes on an ordinal scale are whole numbers", code="evidence-codes")
    ranks = sorted(totals, key=int)
    found = {}
    for first, one in enumerate(ranks):
        for last, other in enumerate(ranks):
            between = ranks[min(first, last) : max(first, last) + 1]
            found[one, other] = (sum(totals[code] for code in between) - (totals[one] + totals[other]) / 2) ** 2
    return found
