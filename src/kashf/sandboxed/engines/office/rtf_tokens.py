"""The words of RTF: groups, control words, characters in hexadecimal, binary data, text. Source: Rich Text Format 1.9.1."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import IntEnum
from typing import Final

_TOKEN: Final = re.compile(rb"([{}])|\\([A-Za-z]{1,64})(-?[0-9]{1,10})?[ ]?|\\'([0-9A-Fa-f]{2})|\\(.)|([^\\{}]+)|\\", re.DOTALL)


class RtfWord(IntEnum):
    """What a word of RTF is."""

    OPEN = 1
    CLOSE = 2
    #: `word` with `number`, which is None when there is none.
    CONTROL = 3
    #: A backslash and one sign, such as \\* or \\~.
    SIGN = 4
    #: One byte that was written as \\'e1.
    BYTE = 5
    TEXT = 6
    #: What follows \\bin.
    BINARY = 7


#: RtfWord, bytes (of a control its word, of a sign the sign), number.
Token = tuple[RtfWord, bytes, int | None]


def rtf_tokens(content: bytes) -> Iterator[Token]:
    r"""Yield the words of RTF in their order; line ends between them say nothing and stay in the text.

    >>> [token for _, token, _ in rtf_tokens(rb"{\b a\'e1}")]
    [b'{', b'b', b'a', b'\xe1', b'}']
    """
    at, end, match = 0, len(content), _TOKEN.match
    while at < end and (found := match(content, at)):
        at = found.end()
        brace, word, number, code, sign, text = found.groups()
        if text is not None:
            yield RtfWord.TEXT, text, None
        elif word is not None:
            if word == b"bin":
                length = min(max(int(number or 0), 0), end - at)
                yield RtfWord.BINARY, content[at : at + length], None
                at += length
            else:
                yield RtfWord.CONTROL, word, int(number) if number else None
        elif brace is not None:
            yield (RtfWord.OPEN if brace == b"{" else RtfWord.CLOSE), brace, None
        elif code is not None:
            yield RtfWord.BYTE, bytes.fromhex(code.decode("ascii")), None
        elif sign is not None:
            yield RtfWord.SIGN, sign, None
