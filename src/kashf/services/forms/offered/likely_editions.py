"""Families that may be editions of one template, so that a person is asked; nothing is joined by itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from kashf.domain.forms.template_fields import FieldKey, FieldKind
from kashf.services.forms.joined_families import AskedField
from kashf.services.forms.told_families import FormFamily

#: Share of the fields of the longer one that the other asks too, and how many at least. All forms ask a name, a birth and a mother.
_ALIKE, _FIELDS = 0.5, 3
#: Families that are held against each other: the ones with the most forms.
MOST: Final = 60


@dataclass(frozen=True, slots=True)
class LikelyEditions:
    """Two families that may be one.

    Args:
        left: The one with more forms.
        right: The other.
        same: How many fields have one label in both.
        pairs: Fields that ask one thing in other words, so that a person says whether they are one.
    """

    left: FormFamily
    right: FormFamily
    same: int
    pairs: tuple[tuple[AskedField, AskedField], ...]


def likely_editions(families: Sequence[FormFamily]) -> tuple[LikelyEditions, ...]:
    """Return which of the first families may be editions of one template, those that have the most fields in common first."""
    asked = [each for each in families if each.doubt is None][:MOST]
    told = [_held(left, right) for left, right in combinations(asked, 2) if left.kind is right.kind]
    likely = [each for each in told if _is_likely(each)]
    return tuple(sorted(likely, key=lambda each: (-each.same - len(each.pairs), each.left.id, each.right.id)))


def _held(left: FormFamily, right: FormFamily) -> LikelyEditions:
    same = _keys(left) & _keys(right)
    here, there = (_by_kind(family, same) for family in (left, right))
    pairs = tuple((here[kind], there[kind]) for kind in here if kind in there)
    return LikelyEditions(left, right, len(same), pairs)


def _is_likely(held: LikelyEditions) -> bool:
    common = held.same + len(held.pairs)
    return common >= _FIELDS and common >= _ALIKE * max(len(held.left.fields), len(held.right.fields))


def _keys(family: FormFamily) -> frozenset[FieldKey]:
    return frozenset(field.key for field in family.fields)


def _by_kind(family: FormFamily, same: frozenset[FieldKey]) -> Mapping[FieldKind, AskedField]:
    """Return the fields that are alone in asking what they ask, by that; those with a label that both have are paired already."""
    rest = [field for field in family.fields if field.key not in same and field.is_mapped and field.kind is not FieldKind.FREE]
    counts = Counter(field.kind for field in rest)
    return {field.kind: field for field in rest if counts[field.kind] == 1}
