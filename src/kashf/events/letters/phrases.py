"""Patterns made of the phrases of the tables; they match folded text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from kashf.language.words.folding import fold

#: A word ends here; a dot or letter written onto it would make it another.
WORD_END: Final = r"(?!\w)"


@lru_cache(maxsize=256)
def any_of(phrases: str) -> str:
    """Return a pattern for any of some phrases, divided by bars, the longest first; white space between their words may be any.

    >>> bool(re.match(any_of("إلى كل من|إلى"), fold("إلى  كل من")))
    True
    """
    folded = sorted(
        {tuple(fold(phrase).split()) for phrase in phrases.split("|") if phrase.strip()}, key=lambda words: -len(" ".join(words))
    )
    return "(?:" + "|".join(r"\s+".join(map(re.escape, words)) for words in folded) + ")"


def signs_of(phrases: str) -> frozenset[str]:
    """Return the longest word of each of some phrases, folded: where none of these stands, none of the phrases does.

    Args:
        phrases: Divided by bars; "#" and the like stand for other words.

    >>> sorted(signs_of("within # days|at once"))
    ['once', 'within']
    """
    return frozenset(max(fold(phrase).split(), key=len) for phrase in phrases.split("|") if phrase.strip())


def by_code(table: Mapping[str, str]) -> Mapping[str, str]:
    """Return the code of each phrase of a table, folded, one space between its words; of a phrase that stands twice, the first."""
    found: dict[str, str] = {}
    for code, phrases in table.items():
        for phrase in phrases.split("|"):
            found.setdefault(" ".join(fold(phrase).split()), code)
    return found
