"""Digests as words that can be read out and written down: one of 256 for each byte."""

from __future__ import annotations

from typing import Final

from kashf.language.tables.lists.spoken_words import SPOKEN_WORDS

_BYTES: Final = {word: number for number, word in enumerate(SPOKEN_WORDS)}


def spoken(digest: str) -> str:
    """Return hexadecimal digits as words, eight on a line.

    >>> spoken("00ff17")
    'acorn zebra bassoon'
    """
    words = [SPOKEN_WORDS[each] for each in bytes.fromhex(digest)]
    return "\n".join(" ".join(words[start : start + 8]) for start in range(0, len(words), 8))


def unspoken(text: str) -> str:
    """Return the hexadecimal digits of words, however they are divided; "" when one is none of them.

    >>> unspoken("Acorn zebra, bassoon"), unspoken("acorn zebras")
    ('00ff17', '')
    """
    words = text.lower().replace(",", " ").split()
    return bytes(_BYTES[word] for word in words).hex() if all(word in _BYTES for word in words) else ""
