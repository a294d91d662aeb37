"""Files that older mail and Usenet carry within the text: uuencode and yEnc.

Source: POSIX uuencode; yEnc draft 1.3.
"""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterator
from typing import Final

_UU: Final = re.compile(r"^begin [0-7]{3,4} ([^\r\n]{1,255})\r?\n((?:[ -`]{1,90}\r?\n)*?)(?:`|[ ]?)\r?\nend[ \t]*\r?$", re.MULTILINE)
_YENC: Final = re.compile(
    rb"^=ybegin [^\r\n]{0,200}?name=([^\r\n]{1,255})\r?\n(?:=ypart[^\r\n]*\r?\n)?(.*?)(?:^=yend[^\r\n]*|(?=^=ybegin )|\Z)",
    re.MULTILINE | re.DOTALL,
)
_ESCAPED: Final = re.compile(rb"=(.)", re.DOTALL)
_YENC_SHIFT: Final = bytes((value - 42) % 256 for value in range(256))


def without_files(text: str) -> str:
    """Return a text with the lines that encode files taken out; the lines that name them stay."""
    return _UU.sub(lambda found: found[0].splitlines()[0], text) if "\nend" in text else text


def files_in(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield (name, bytes) of each file that is encoded within the text of a mail; those that are damaged as far as they go."""
    if b"\nend" in content:
        for found in _UU.finditer(content.decode("latin-1")):
            yield found[1].strip().encode("latin-1"), b"".join(_uu_lines(found[2]))
    if b"=ybegin " in content:
        for part in _YENC.finditer(content):
            yield part[1].strip(), _yenc(part[2])


def _uu_lines(block: str) -> Iterator[bytes]:
    for line in block.splitlines():
        try:
            yield binascii.a2b_uu(line)
        except binascii.Error:
            # Some encoders count wrongly: the length says how many of the letters are meant. Source: CPython's own uu module.
            letters = (((ord(line[0]) - 32) & 63) * 4 + 5) // 3
            try:
                yield binascii.a2b_uu(line[:letters])
            except binascii.Error:
                return


def _yenc(block: bytes) -> bytes:
    flat = block.replace(b"\r", b"").replace(b"\n", b"")
    return _ESCAPED.sub(lambda found: bytes([(found[1][0] - 64) % 256]), flat).translate(_YENC_SHIFT)
