"""How many names would fit a box: what a reader who measures it can rule out.

A box hides a name among those that would have made the same box. Widths of letters are taken by class, not by font: what is counted is how
many names are about that long.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from kashf.domain.pages.regions import Region
from kashf.language.tables.names.common_names import GIVEN_NAMES, OTHER_GIVEN_NAMES
from kashf.language.words.folding import fold
from kashf.publish.redaction.wide_boxes import ACROSS, MARGIN

#: Names that should fit a box at least; under it a person is warned.
ENOUGH: Final = 20
#: Width of letters in tenths of an em, by class; what is in none has that of most. Source: advances of DejaVu Sans and Noto Naskh, rounded.
_NARROW: Final = frozenset("ijlft.,'|اأإآرزذدوء ")
_WIDE: Final = frozenset("mwصضشسطظ")
_MOST_WORDS: Final = 6


def width_of(text: str) -> int:
    """Return about how wide a text is, in tenths of an em.

    >>> width_of("will") < width_of("ammo")
    True
    """
    return sum(3 if letter in _NARROW else 8 if letter in _WIDE else 5 for letter in fold(text))


def names_that_fit(box: Region, place: Region, text: str, names: Iterable[str], *, is_alone: bool = True) -> int:
    """Return how many names of as many words would have made the same box, of those of the case and of the given names that are shipped.

    Args:
        box: What covers it.
        place: Where the words stand.
        text: The words.
        names: Names of people of the case.
        is_alone: Whether nothing else is under the box; beside more, whatever is no wider than the box would fit.
    """
    words = min(len(text.split()), _MOST_WORDS)
    own = width_of(text)
    if not own or not words:
        return 0
    unit = (place.right - place.left) / own
    reach = box.right - box.left - 2 * MARGIN
    least, most = ((reach - 2 * ACROSS) / unit if is_alone else 0), reach / unit
    known = {fold(name) for name in names}
    of_case = sum(least < width_of(name) <= most for name in known)
    shipped = _widths_of(words, is_latin=fold(text).isascii())
    return of_case + sum(count for width, count in shipped.items() if least < width <= most)


def _widths_of(words: int, *, is_latin: bool) -> Counter[int]:
    """Return how many rows of so many given names have each width."""
    single = Counter(width_of(name) for name in _given_names(is_latin=is_latin))
    row = Counter(single)
    for _ in range(words - 1):
        longer: Counter[int] = Counter()
        for width, count in row.items():
            for more, often in single.items():
                longer[width + 3 + more] += count * often
        row = longer
    return row


def _given_names(*, is_latin: bool) -> Sequence[str]:
    table = f"{GIVEN_NAMES} {OTHER_GIVEN_NAMES}".split()
    return sorted({word for word in table if any(map(str.isalpha, word)) and fold(word).isascii() is is_latin})
