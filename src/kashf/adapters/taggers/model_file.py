"""Keeps a model that was learnt from a case's decisions under its cache: derived, and made again by learning again."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from kashf.domain.entity import MentionType
from kashf.errors import UnfinishedError

_FORMAT = "kashf-learned-1"


def keep_model(path: Path, model: bytes, *, types: frozenset[MentionType]) -> None:
    """Write a model and what it may find, whole or not at all."""
    head = {"format": _FORMAT, "types": sorted(types), "sha256": hashlib.sha256(model).hexdigest()}
    path.parent.mkdir(mode=0o700, exist_ok=True)
    draft = path.with_suffix(".new")
    draft.write_bytes(json.dumps(head).encode() + b"\n" + model)
    draft.chmod(0o600)
    draft.replace(path)


def kept_model(path: Path) -> tuple[bytes, frozenset[MentionType]] | None:
    """Return the model that is kept and what it may find, or None.

    Raises:
        UnfinishedError: It is there, and is not what was written.
    """
    try:
        head, _, model = path.read_bytes().partition(b"\n")
    except FileNotFoundError:
        return None
    try:
        said = json.loads(head)
        types = frozenset(MentionType(type) for type in said["types"])
        is_whole = said["format"] == _FORMAT and said["sha256"] == hashlib.sha256(model).hexdigest()
    except (ValueError, TypeError, KeyError):
        is_whole = False
    if not is_whole:
        raise UnfinishedError(f"what was learnt from this case's names cannot be read ({path.name}); delete it, or learn again")
    return model, types
