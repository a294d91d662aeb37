"""Fields that another edition of a template asks in other words: between the same fields, and of the same kind or nearly the same words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import Final

from rapidfuzz.distance import Levenshtein

from kashf.domain.forms.template_fields import FieldKind
from kashf.language.field_values.field_kinds import propose_kind

#: Likeness in [0..1] of two labels between the same fields from which on they ask the same.
_ALIKE: Final = 0.6
#: Score in [0..1] from which on a label's words tell what it asks.
_SURE: Final = 0.3


def likeness(first: str, second: str) -> float:
    """Return how alike two labels read, in [0..1], spaces apart: a machine joins and divides words."""
    return Levenshtein.normalized_similarity(first.replace(" ", ""), second.replace(" ", ""))


def reworded(editions: Sequence[tuple[str, ...]], readings: Mapping[str, str]) -> tuple[list[tuple[str, ...]], dict[str, str]]:
    """Return editions in the words of the first that asks each field, and which of these each reading of a label is.

    Args:
        editions: What each asks, in order; the first is the one with the most records.
        readings: Which label each reading of one is.
    """
    found: list[tuple[str, ...]] = []
    renamed: dict[str, str] = {}
    for edition in editions:
        for earlier in found:
            for new, old in _pairs(_renamed(edition, renamed), earlier):
                asked_apart = any(new in each for each in found)
                if not asked_apart and not any(new in each and old in _renamed(each, renamed) for each in editions):
                    renamed[new] = old
        found.append(_renamed(edition, renamed))
    return list(dict.fromkeys(found)), {reading: renamed.get(key, key) for reading, key in readings.items()}


def _renamed(edition: Sequence[str], renamed: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(renamed.get(key, key) for key in edition)


def _pairs(edition: Sequence[str], earlier: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield labels of an edition with those of an earlier one that stand between the same fields and ask the same, where one does."""
    gaps = _gaps(earlier, frozenset(edition))
    for around, new in _gaps(edition, frozenset(earlier)).items():
        old = gaps.get(around, [])
        alike = [(first, second) for first, second in product(new, old) if _same(first, second)]
        for first, second in alike:
            if sum(first in pair or second in pair for pair in alike) == 1:
                yield first, second


def _gaps(edition: Sequence[str], common: frozenset[str]) -> dict[str, list[str]]:
    """Return the labels of an edition that another has not, by the last before them that both have."""
    found: dict[str, list[str]] = {}
    before = ""
    for key in edition:
        if key in common:
            before = key
        else:
            found.setdefault(before, []).append(key)
    return found


def _same(first: str, second: str) -> bool:
    if likeness(first, second) >= _ALIKE or set(first.split()) < set(second.split()) or set(second.split()) < set(first.split()):
        return True
    one, other = propose_kind(first), propose_kind(second)
    return one.kinds == other.kinds != (FieldKind.FREE,) and min(one.score, other.score) >= _SURE
