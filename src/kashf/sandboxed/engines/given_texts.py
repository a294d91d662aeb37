"""Decodes a text or a list that somebody gave to a command: the handler of a box of its own, in which no other reader is loaded."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import Any

from kashf.sandboxed.engines.charset import decode
from kashf.sandboxed.engines.langdetect import LanguageGuesser


def preload() -> None:
    """Leave the model of languages for a text that asks for it."""


def handle(task: Mapping[str, Any], files: Sequence[int], emit: object) -> dict[str, object]:  # noqa: ARG001 - it has no members to emit
    """Return the answer to a task of kind "decode", as a JSON object: text, encoding and language, or nothing where it is no text.

    Args:
        task: From our own side, so it is trusted; its parameter "guess_language" says whether the language is wanted.
        files: The bytes, untrusted.
        emit: Not used.

    Raises:
        ValueError: There is no such kind of task.
    """
    if task["kind"] != "decode":
        raise ValueError("no such kind of task")
    decoded = decode(os.pread(files[0], os.fstat(files[0]).st_size, 0))
    if decoded is None:
        return {}
    text, encoding = decoded
    return {"text": text, "encoding": encoding, "language": LanguageGuesser().guess(text) if task["params"]["guess_language"] else ""}
