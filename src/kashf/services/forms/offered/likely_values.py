"""With which values of a field another one may be one, so that a person is asked; nothing is joined by itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from rapidfuzz import fuzz

from kashf.language.words.tokens import folded_words
from kashf.services.forms.form_values import ValueGroup

#: Values that are offered, and the likeness in [0..100] from which the letters of two say something.
OFFERED, _ALIKE = 8, 50
#: Values that are held against one: the most frequent ones.
_MOST: Final = 500


def likely_values(group: ValueGroup, groups: Sequence[ValueGroup]) -> tuple[ValueGroup, ...]:
    """Return the values that one may be the same as: those with the most like letters, then the most frequent ones.

    Args:
        group: The one.
        groups: All of its field.
    """
    others = sorted((each for each in groups if each.key != group.key), key=lambda each: (-each.records, each.key))[:_MOST]
    words = " ".join(folded_words(group.label))
    alike = {each.key: fuzz.WRatio(words, " ".join(folded_words(each.label))) for each in others}
    ranked = sorted(others, key=lambda each: -alike[each.key] if alike[each.key] >= _ALIKE else 0)
    return tuple(ranked[:OFFERED])
