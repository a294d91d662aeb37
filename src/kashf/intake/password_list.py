"""A list of passwords as people keep it: one a line, as it was typed."""

from __future__ import annotations

import codecs
from typing import Final

#: Longer than any password a person types; a longer line is no password.
_LONGEST: Final = 512
_BY_MARK: Final = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


def passwords_in(content: bytes) -> tuple[str, ...]:
    r"""Return the passwords of a list, each once, in its order; blanks at the ends of a line belong to it, and empty lines are none.

    A list that is no UTF-8 is read as one of Windows in Arabic, from which every byte can be had back.

    >>> passwords_in(b"\xef\xbb\xbfopen sesame \r\n\r\nopen sesame \nmill")
    ('open sesame ', 'mill')

    Raises:
        ValueError: A line is too long for a password, or holds a character that nobody types; the message names the line by its number.
    """
    found: dict[str, None] = {}
    for number, line in enumerate(_decoded(content).split("\n"), start=1):
        password = line.removesuffix("\r")
        if len(password) > _LONGEST or "\0" in password:
            raise ValueError(f"line {number} is no password: one of at most {_LONGEST} characters stands on each line")
        if password:
            found.setdefault(password)
    return tuple(found)


def _decoded(content: bytes) -> str:
    for mark, encoding in _BY_MARK:
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, "replace")
    try:
        return content.decode()
    except UnicodeDecodeError:
        return content.decode("cp1256")
