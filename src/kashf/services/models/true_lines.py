"""The lines of a case of which people said what they say: what a model is measured on."""

from __future__ import annotations

from kashf.services.case.open import OpenCase
from kashf.services.models.measure_model import TrueLine
from kashf.services.transcription.waiting import keyed_lines


def true_lines(case: OpenCase) -> tuple[TrueLine, ...]:
    """Return the lines of a case that people keyed and agreed on."""
    found = []
    for place, line in keyed_lines(case):
        standing = line.settled or line.keyings[0]
        found.append(TrueLine(place, line.region, standing.typed, standing.when))
    return tuple(found)
