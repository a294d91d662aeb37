"""Text of which some places are hidden, so that all other places keep their numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

#: What stands for a hidden sign; spaces stay, so that lines end where they did.
BLOCK: Final = "\N{FULL BLOCK}"
_SIGN: Final = re.compile(r"\S")


def masked(text: str, places: Iterable[tuple[int, int]]) -> str:
    """Return a text with a block for each sign in some places.

    Args:
        text: Any text.
        places: First code point and one past the last of each.

    >>> masked("mother: Layla H.", [(8, 16)])
    'mother: █████ ██'
    """
    for start, end in places:
        text = text[:start] + _SIGN.sub(BLOCK, text[start:end]) + text[end:]
    return text
