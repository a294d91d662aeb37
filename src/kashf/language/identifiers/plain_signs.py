"""A text in which digits, hyphens and spaces are written in one way, so that identifiers are told by one pattern; no place moves."""

from __future__ import annotations

import unicodedata
from typing import Final

#: Signs of direction and joiners: they order digits on a screen and are no part of what they stand in.
_ONE_UNSEEN: Final = "\u200e"
_SIGNS: Final = {
    **dict.fromkeys(map(ord, "‐‑‒–—―−﹣－"), "-"),
    **dict.fromkeys(map(ord, "\u00a0\u2007\u2009\u202f\u2002\u2003\u3000"), " "),
    **dict.fromkeys((*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x061C, 0xFEFF), _ONE_UNSEEN),
    ord("／"): "/",
    ord("＋"): "+",
    ord("＠"): "@",
    ord("٫"): ".",
    ord("∕"): "/",
    ord("⁄"): "/",
}


class _PlainTable(dict[int, str | int]):
    """Code point -> the sign that stands for it, filled when first met."""

    def __missing__(self, code: int) -> str | int:
        sign = chr(code)
        self[code] = str(unicodedata.digit(sign)) if sign.isdecimal() else code
        return self[code]


_PLAIN: Final = _PlainTable(_SIGNS)


def plain(text: str) -> str:
    """Return a text of the same length with Latin digits, one hyphen, one space, one stroke, and one sign for all that is not seen.

    Example:
        >>> plain("٠٩٤٤–١٢٣")
        '0944-123'
    """
    return text.translate(_PLAIN)


def seen(text: str) -> str:
    """Return a plain text without what is not seen and without white space.

    Example:
        >>> seen("0944 \u200e123")
        '0944123'
    """
    return "".join(text.replace(_ONE_UNSEEN, "").split())
