"""Words as a reader sees them: what looks the same is the same, and what nobody sees is nothing."""

from __future__ import annotations

import unicodedata
from typing import Final

from kashf.language.tables.spelling.alike_signs import DIGITS_ALIKE, LOOK_ALIKES


def _table(pairs: str) -> dict[int, str]:
    signs = pairs.split()
    return dict(zip(map(ord, signs[::2]), signs[1::2], strict=True))


_ALIKE: Final = _table(LOOK_ALIKES)
_DIGITS: Final = _table(DIGITS_ALIKE)
#: Letters and a sign that say nothing by themselves: without ink, or the stretching of a line.
_BLANK: Final = frozenset("\u0640\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
_UNSEEN: Final = frozenset(("Cf", "Mn", "Me", "Cc", "Cs"))


def as_seen(words: str) -> str:
    r"""Return words as they are told from others by eye: without capitals, marks, further blanks and what has no ink; see the table.

    >>> as_seen("Spr\u200bing \u0456")
    'spring i'
    """
    return " ".join("".join(map(seen_letter, words)).translate(_DIGITS).split())


def seen_letter(letter: str) -> str:
    r"""Return what a reader sees of one code point: small letters, of digits those of ASCII, a space for white space; "" for nothing.

    >>> seen_letter("\uff30"), seen_letter("\u0435"), seen_letter("\u0663"), seen_letter("\u200b")
    ('p', 'e', '3', '')
    """
    if letter.isspace():
        return " "
    if letter in _BLANK:
        return ""
    told = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", letter).casefold())
    return "".join(map(_plain, told)).translate(_ALIKE)


def says_something(words: str) -> bool:
    r"""Return whether there is a letter or a digit with ink in words: blanks, signs, and what nobody sees, are no reason and no name.

    >>> says_something("\u200b \u3164 --"), says_something("yes")
    (False, True)
    """
    return any(letter.isalnum() and letter not in _BLANK for letter in words)


def _plain(letter: str) -> str:
    if unicodedata.category(letter) in _UNSEEN:
        return ""
    return str(unicodedata.digit(letter)) if unicodedata.category(letter) == "Nd" else letter
