"""Content addresses: two things have the same id exactly when they are the same bytes.

Canonical JSON here is RFC 8785 (JCS) for the values kashf writes: objects with ASCII keys, arrays, strings, integers
within 53 bits, booleans and null. Floats are refused, because two machines may print them differently.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import NewType

DocumentId = NewType("DocumentId", str)
"""SHA-256 of a document's bytes, 64 hex digits; it is also the id of its blob."""

EntryId = NewType("EntryId", str)
"""RFC 6962 leaf hash of a ledger entry, 64 hex digits."""

SightingId = NewType("SightingId", str)
"""Where some bytes were seen: hash of channel and path, or of container and place, with the bytes' hash."""

Json = str | int | bool | None | Sequence["Json"] | Mapping[str, "Json"]

#: Largest integer that every JSON reader keeps exactly. Source: RFC 8785 section 3.2.2.3 (IEEE 754 double).
MAX_SAFE_INTEGER = 2**53 - 1

_PLAIN = frozenset({str, bool})


def canonical_json(value: Json) -> bytes:
    """Return the one UTF-8 form of `value` that RFC 8785 allows.

    Raises:
        TypeError: A float, bytes or other value that has no canonical form here.
        ValueError: A key that is not ASCII, an integer beyond 53 bits, or a lone surrogate.

    >>> canonical_json({"b": 1, "a": ["كشف", True, None]}).decode()
    '{"a":["كشف",true,null],"b":1}'
    """
    _check(value)
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False, default=dict)
    return text.encode("utf-8")


def content_id(value: Json) -> str:
    """Return the SHA-256, in hex, of the canonical JSON of `value`.

    >>> content_id({})[:12]
    '44136fa355b3'
    """
    return hashlib.sha256(canonical_json(value)).hexdigest()


def short_id(id: str) -> str:
    """Return the beginning of an id that people type, with which letter it is behind the dot, where a document holds several.

    >>> short_id("ab" * 32 + ".2"), short_id("cd" * 32)
    ('abababababab.2', 'cdcdcdcdcdcd')
    """
    beginning, dot, nth = id.partition(".")
    return beginning[:12] + dot + nth


def is_digest(text: str) -> bool:
    """Return whether `text` has the form of a SHA-256 in lower-case hex.

    >>> is_digest("ab" * 32), is_digest("AB" * 32), is_digest("../etc")
    (True, False, False)
    """
    return len(text) == 64 and all(character in "0123456789abcdef" for character in text)


def _check(value: object) -> None:
    if value is None or type(value) in _PLAIN:  # Most are; what else it is takes long to ask.
        return
    if isinstance(value, str | bool):
        return
    if isinstance(value, int):
        if abs(value) > MAX_SAFE_INTEGER:
            raise ValueError(f"integer beyond 53 bits: {value}")
    elif isinstance(value, Mapping):
        for key, item in value.items():
            if not isinstance(key, str) or not key.isascii():
                raise ValueError(f"key is not ASCII text: {key!r}")
            _check(item)
    elif isinstance(value, Sequence) and not isinstance(value, bytes | bytearray):
        for item in value:
            _check(item)
    else:
        raise TypeError(f"no canonical form for {type(value).__name__}")
