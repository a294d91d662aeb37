"""Which messenger's export a JSON file is, if any."""

from __future__ import annotations

import json
import re
from collections import Counter
from contextlib import suppress
from dataclasses import replace
from typing import Any

from kashf.sandboxed.engines.chats.message import ChatExport
from kashf.sandboxed.engines.chats.networks import message_lists, meta, signal, telegram, twitter

_MESSAGES = re.compile(r'"messages"\s*:\s*\[')
_GAP = re.compile(r"[\s,]*")
#: Characters of what stands behind the last whole message that are shown.
_LONGEST_REST = 20_000
_ASSIGNED = re.compile(r"\s*window\.[\w.]{1,100}\s*=\s*")
_NETWORKS = (telegram.export_of, meta.export_of, signal.export_of, twitter.export_of, message_lists.export_of)


def chat_export(text: str) -> ChatExport | None:
    """Return what a file of JSON or of lines of JSON holds, if it is an export of messages that is known here.

    Args:
        text: All of it. What stands in it twice under one name is kept twice.
    """
    value, is_cut = _parsed(text), False
    if value is None:
        value, is_cut = _begun(text), True
    found = next((found for of in _NETWORKS if (found := of(value)) is not None), None) if value is not None else None
    return replace(found, is_cut=True) if found and is_cut else found


def _parsed(text: str) -> Any:
    """Return the value of a file, a list for lines of JSON; of what ends in the middle, what stands before; None for what is not sound."""
    assigned = _ASSIGNED.match(text)
    whole = text[assigned.end() :].rstrip().removesuffix(";") if assigned else text
    try:
        return json.loads(whole, object_pairs_hook=_object)
    except (ValueError, RecursionError):
        pass
    try:
        return [json.loads(line, object_pairs_hook=_object) for line in text.split("\n") if line.strip()]
    except (ValueError, RecursionError):
        return None


def _begun(text: str) -> Any:
    """Return an export whose messages end in the middle with those that are whole; None where it has none."""
    begins = _MESSAGES.search(text)
    try:
        found = json.loads(text[: begins.end()] + "]}", object_pairs_hook=_object) if begins else {}
    except (ValueError, RecursionError):
        return None
    if begins is None or not isinstance(found, dict):
        return None
    decoder, at = json.JSONDecoder(object_pairs_hook=_object), begins.end()
    with suppress(ValueError, RecursionError):
        while True:
            message, at = decoder.raw_decode(text, _GAP.match(text, at).end())  # type: ignore[union-attr]  # it fits anywhere
            found["messages"].append(message)
    found["at the end"] = text[at:][:_LONGEST_REST].strip(", \n\r\t")
    return found


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return an object in which what stands twice under one name is kept under a second one."""
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    found, seen = {}, Counter[str]()
    for key, value in pairs:
        seen[key] += 1
        found[key if seen[key] == 1 else f"{key} ({seen[key]})"] = value
    return found
