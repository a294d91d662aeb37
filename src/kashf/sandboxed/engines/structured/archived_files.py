"""What Bellingcat's Auto Archiver says of the files that it saved: where each came from, when, and the hash it had.

Source: github.com/bellingcat/auto-archiver, `Metadata` and `Media` as `metadata.json` has them.
"""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Sequence
from itertools import islice
from typing import Any, Final

from kashf.domain.files.stated_files import FILES_KEY, MOST_VALUES, TIME_KEY, TOOL_KEY, URL_KEY
from kashf.ports.engines import MAX_METADATA_VALUE_LENGTH
from kashf.sandboxed.engines.chats.json_values import mapping

_MOST_FILES: Final = 2000
_MOST_VALUES_SEEN: Final = 100_000
_NAME_CHARACTERS: Final = 1000


def archived_told(text: str) -> tuple[dict[str, str], bool]:
    """Return it as metadata, and whether all of its files are in them; nothing for JSON that is broken.

    Files without a hash are listed too.
    """
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return {}, True
    told = mapping(mapping(value).get("metadata"))
    tool = mapping(value).get("status", "")
    said = {URL_KEY: told.get("url"), TIME_KEY: told.get("_processed_at"), TOOL_KEY: f"auto-archiver, {tool}" if tool else "auto-archiver"}
    files, is_whole = _files(mapping(value).get("media"))
    listed, are_all = as_metadata(files)
    return {key: each for key, each in said.items() if isinstance(each, str) and each} | listed, is_whole and are_all


def as_metadata(files: Sequence[object]) -> tuple[dict[str, str], bool]:
    """Return files as values of metadata, and whether all of them found room there."""
    listed = _listed(files)
    kept = dict(islice(listed.items(), MOST_VALUES))
    return kept, len(kept) == len(listed)


def names_of(*said: object) -> list[str]:
    """Return what a file may be called, from what is said of it, the likeliest first."""
    names = [each for each in said if isinstance(each, str) and 0 < len(each) <= _NAME_CHARACTERS]
    return list(dict.fromkeys(part for name in names for part in (name.lstrip("/"), name.rpartition("/")[2]) if part))


def _files(value: Any) -> tuple[list[list[str]], bool]:
    """Return hash and names of each file, those inside others too, such as thumbnails of a film, and whether these are all."""
    found: list[list[str]] = []
    waiting, seen = deque([value]), 0
    while waiting and seen < _MOST_VALUES_SEEN and len(found) < _MOST_FILES:
        each = waiting.popleft()
        seen += 1
        if isinstance(each, list):
            waiting.extend(each)
        elif isinstance(each, dict):
            waiting.extend(inner for inner in each.values() if isinstance(inner, dict | list))
            if names := _names(each):
                stated = mapping(each.get("properties")).get("hash")
                found.append([stated[:200] if isinstance(stated, str) else "", *names])
    return found, not waiting


def _names(media: dict[str, Any]) -> list[str]:
    """Return what a file may be called, the likeliest first: its key in the store, then the name it had while it was fetched."""
    return names_of(media.get("_key"), media.get("key"), media.get("filename")) if media.get("filename") else []


def _listed(files: Sequence[object]) -> dict[str, str]:
    """Return files as values of metadata, as many as fit into each."""
    values: list[list[object]] = [[]]
    length = 0
    for file in files:
        size = len(json.dumps(file, ensure_ascii=False)) + 2
        if length + size > MAX_METADATA_VALUE_LENGTH - 2:
            values.append([])
            length = 0
        values[-1].append(file)
        length += size
    return {f"{FILES_KEY}-{number}": json.dumps(each, ensure_ascii=False) for number, each in enumerate(values, 1) if each}
