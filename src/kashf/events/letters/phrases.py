"""Patterns made of the phrases of the tables; they match folded text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final, TypeAlias

from kashf.language.words.folding import fold

#: A word ends here; a dot or letter written onto it would make it another.
WORD_END: Final = r"(?!\w)"


@lru_cache(maxsize=256)
def any_of(phrases: str) -> str:
    """Return a pattern for any of some phrases, divided by bars, the longest first; white space between their words may be any.

    >>> bool(re.match(any_of("إلى كل من|إلى"), fold("إلى  كل من")))
    True
    """
    tree: _Tree = {}
    for phrase in phrases.split("|"):
        at = tree
        for sign in _SPACE.join(" ".join(map(re.escape, word)) for word in fold(phrase).split()).split():
            at = at.setdefault(sign, {})
        if at is not tree:
            at[""] = {}
    return f"(?:{_pattern(tree)})"


#: Phrases by their signs: what may follow each; "" where a phrase ends.
_Tree: TypeAlias = dict[str, "_Tree"]
_SPACE: Final = r" \s+ "


def _pattern(tree: _Tree) -> str:
    """Return a pattern for what a tree holds; a text is read once, however many phrases there are, and the longest is tried first."""
    singles = [sign for sign, rest in tree.items() if sign and list(rest) == [""]]
    alternatives = [sign + _pattern(rest) for sign, rest in tree.items() if sign and sign not in singles]
    alternatives += singles
    if not alternatives:
        return ""
    several = "|".join(alternatives)
    return f"(?:{several})?" if "" in tree else several if len(alternatives) == 1 else f"(?:{several})"


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
