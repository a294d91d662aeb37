"""Keeps a model that was learnt from a case's decisions under its cache: derived, and made again by learning again."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from kashf.domain.entity import MentionType
from kashf.errors import UnfinishedError
from kashf.plain_files import read_kept
from kashf.ports.taggers import Precisions

_FORMAT = "kashf-learned-2"
#: Of an earlier kashf, which did not measure other sources.
_UNMEASURED = "kashf-learned-1"
#: More is nothing that was learnt here, from some ten thousand lines.
_MOST_BYTES = 512 << 20
_UNREADABLE = "what was learnt from this case's names cannot be read (cache/learned-names); delete it, or learn again"


@dataclass(frozen=True, slots=True)
class KeptModel:
    """A model that was learnt from a case, what it may find, and how often it and other sources were right."""

    model: bytes
    types: frozenset[MentionType]
    precisions: Precisions


def keep_model(path: Path, kept: KeptModel) -> None:
    """Write a model with what is known of it, whole or not at all."""
    shares = [[source, type, share] for (source, type), share in sorted(kept.precisions.items())]
    head = {"format": _FORMAT, "types": sorted(kept.types), "precisions": shares, "sha256": hashlib.sha256(kept.model).hexdigest()}
    path.parent.mkdir(mode=0o700, exist_ok=True)
    draft = path.with_suffix(".new")
    draft.write_bytes(json.dumps(head).encode() + b"\n" + kept.model)
    draft.chmod(0o600)
    draft.replace(path)


def kept_bytes(path: Path) -> bytes | None:
    """Return what is kept, as `kept_model` takes it, or None.

    Raises:
        UnfinishedError: It is no plain file, or too large for one that was learnt here.
    """
    try:
        return read_kept(path, most_bytes=_MOST_BYTES)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise UnfinishedError(_UNREADABLE) from error


def kept_model(kept: bytes) -> KeptModel:
    """Return the model in what is kept.

    Raises:
        UnfinishedError: It is not what was written.
    """
    head, _, model = kept.partition(b"\n")
    try:
        said = json.loads(head)
        types = frozenset(MentionType(type) for type in said["types"])
        precisions = {(str(source), MentionType(type)): float(share) for source, type, share in said.get("precisions", ())}
        is_whole = said["format"] in {_FORMAT, _UNMEASURED} and said["sha256"] == hashlib.sha256(model).hexdigest()
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError, RecursionError):
        is_whole = False
    if not is_whole:
        raise UnfinishedError(_UNREADABLE)
    return KeptModel(model, types, precisions)
