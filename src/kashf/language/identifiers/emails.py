"""Addresses of mail.

Source: RFC 5321, 4.5.3.1: a local part has 64 octets at most, an address 254; RFC 1123 for the domain.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import MappingProxyType
from typing import Final

from kashf.domain.entity import NO_VALUE, Value

_LOCAL: Final = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
_DOMAIN: Final = r"(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])"
_AT: Final = re.compile(r"@")
_BEFORE: Final = re.compile(rf"{_LOCAL}\Z")
_BEHIND: Final = re.compile(_DOMAIN)
_WHOLE: Final = re.compile(rf"({_LOCAL})@({_DOMAIN})")
#: What may stand before an address, glued to it, and is no part of it.
_NO_PART: Final = "'`{|=/?!#*"
#: A parameter of a link, or a label, with its sign of equality: ?email=.
_LABEL: Final = re.compile(r"(?:.*[?&])?(?:e-?mail|mail|to|from|cc|user|login|address|account)=", re.IGNORECASE)
_LONGEST_LOCAL, _LONGEST = 64, 254
#: Of a line before an address, in which a pattern of another kind shows: the ids of messages, users of network addresses.
_NEAR: Final = 300
_OF_ANOTHER_KIND: Final = re.compile(
    r"(?:message-id|in-reply-to|references|content-id)\s*:[^\n]*\Z|\w://[^\s/]*\Z|\bcid:\S*\Z", re.IGNORECASE
)

Span = tuple[int, int]


def emails(text: str) -> Iterator[Span]:
    """Yield the places of addresses of mail in a plain text, in order; ids of messages and users in links are none.

    Example:
        >>> list(emails("mail abu.omar@Example.net."))
        [(5, 25)]
    """
    free = 0
    for at in _AT.finditer(text):
        behind = _BEHIND.match(text, at.end(), at.end() + _LONGEST)
        before = _BEFORE.search(text, max(free, at.start() - _LONGEST_LOCAL - 1), at.start()) if behind else None
        if before is None or behind is None:
            continue
        start = before.start() + _label_length(before[0])
        if _fits(text, start, at.start(), behind.end()):
            yield start, behind.end()
            free = behind.end()


def email_value(text: str) -> Value:
    """Return the address with its domain in small letters, in which case makes no difference.

    Example:
        >>> dict(email_value("Abu.Omar@Example.NET"))
        {'address': 'Abu.Omar@example.net'}
    """
    found = _WHOLE.search(text) if len(text) <= _LONGEST else None
    return MappingProxyType({"address": f"{found[1]}@{found[2].lower()}"}) if found else NO_VALUE


def _label_length(local: str) -> int:
    """Return how many signs before an address are no part of it."""
    found = _LABEL.match(local)
    local_part = local[found.end() if found else 0 :]
    return len(local) - len(local_part.lstrip(_NO_PART))


def _fits(text: str, start: int, at: int, end: int) -> bool:
    if not start < at <= start + _LONGEST_LOCAL or end - start > _LONGEST or text[end : end + 1] in {"@", "_"}:
        return False
    if start and (text[start - 1] in {"@", "."} or (text[start - 1].isascii() and text[start - 1].isalnum())):
        return False
    line = text.rfind("\n", max(0, start - _NEAR), start) + 1
    return _OF_ANOTHER_KIND.search(text, max(line, start - _NEAR), start) is None
