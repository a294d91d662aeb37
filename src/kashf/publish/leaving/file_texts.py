"""What a file that is to leave says, unpacked and unescaped, so that nothing of it is hidden from whoever looks through it."""

from __future__ import annotations

import html
import io
import re
import zipfile
from collections.abc import Iterator
from typing import Final

_ZIP: Final = b"PK\x03\x04"
#: Escapes of JSON beside those of one sign.
_ESCAPE: Final = re.compile(r"\\u([0-9a-fA-F]{4})")
_TAG: Final = re.compile(r"<[^<>]*>")


def file_parts(name: str, content: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield the parts of a file that kashf itself made, with their names: the members of a workbook, or the file as it is."""
    if not content.startswith(_ZIP):
        yield name, content
        return
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        for member in sorted(packed.namelist()):
            yield f"{name}/{member}", packed.read(member)


def part_texts(content: bytes) -> tuple[str, ...]:
    r"""Return the text of a part as it stands, and as whoever opens it reads it, where these differ.

    >>> part_texts(b'{"who": "\\u0639\\u0645\\u0631"}')[1]
    '{"who": "عمر"}'
    >>> part_texts(b"<b>Om</b>ar &amp; Ali")
    ('<b>Om</b>ar &amp; Ali', 'Omar & Ali')
    """
    text = content.decode("utf-8", "replace")
    read = _TAG.sub("", text) if text.lstrip("\ufeff \r\n").startswith("<") else text
    read = html.unescape(_ESCAPE.sub(lambda found: chr(int(found[1], 16)), read))
    return (text,) if read == text else (text, read)
