"""Makes values of JSON that a hostile child wrote, at a bounded cost."""

from __future__ import annotations

import json
import re

#: Most values in one answer: each takes some 60-90 bytes here, while `[],` takes three there.
MAX_PARTS = 8_000_000
_STRING = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"', re.DOTALL)
_STARTS = (b"[", b"{", b",", b":")


def parse_json(untrusted_payload: bytes) -> object:
    """Return the value, still unchecked.

    Args:
        untrusted_payload: UTF-8; lone surrogates are let through, as the kernel of JSON does.

    Raises:
        ValueError: No JSON, too deep, not a finite number, or more than MAX_PARTS values.
    """
    if _parts(untrusted_payload) > MAX_PARTS and _parts(_STRING.sub(b"", untrusted_payload)) > MAX_PARTS:
        raise ValueError("more values than are ever read")
    try:
        return json.loads(untrusted_payload.decode("utf-8", "surrogatepass"), parse_constant=_refuse)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def _parts(data: bytes) -> int:
    return sum(data.count(start) for start in _STARTS)


def _refuse(constant: str) -> object:
    raise ValueError(f"{constant} is no JSON")
