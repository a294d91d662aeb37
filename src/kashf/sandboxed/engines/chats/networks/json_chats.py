"""Which messenger's export a JSON file is, if any."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import Any

from kashf.sandboxed.engines.chats.message import ChatExport
from kashf.sandboxed.engines.chats.networks import message_lists, meta, signal, telegram, twitter

_ASSIGNED = re.compile(r"\s*window\.[\w.]{1,100}\s*=\s*")
#: Characters up to which a file is taken apart as a whole: its values take about ten times their room.
_LONGEST = 40_000_000
_NETWORKS = (telegram.export_of, meta.export_of, signal.export_of, twitter.export_of, message_lists.export_of)


def chat_export(text: str) -> ChatExport | None:
    """Return what a file of JSON or of lines of JSON holds, if it is an export of messages that is known here.

    Args:
        text: All of it. What stands in it twice under one name is kept twice.
    """
    value = _parsed(text)
    return next((found for of in _NETWORKS if (found := of(value)) is not None), None) if value is not None else None


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
