"""A model that a user brought: what it does, how it is run, and the hash of every file of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NewType

from kashf.domain.ids import Json, content_id

ModelId = NewType("ModelId", str)
"""SHA-256 over what a model does, how it is run and every file of it, 64 hex digits: another file makes another model."""


class ModelKind(StrEnum):
    """What a model does."""

    HANDWRITING = "handwriting"
    TRANSLATION = "translation"
    SPEECH = "speech"


class RunBy(StrEnum):
    """What runs a model."""

    ONNX = "onnx"
    COMMAND = "command"


#: The first word of a command that means the Python that runs kashf; every other first word is a file of the model.
PYTHON: Final = "python"


@dataclass(frozen=True, slots=True)
class PinnedFile:
    """One file of a model.

    Args:
        path: Below the model's folder, with slashes.
        size_bytes: Its length.
        sha256: Of its bytes, in hex.
    """

    path: str
    size_bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Model:
    """A model of this installation.

    Args:
        name: As people call it: the file's name, or what its `model.toml` says.
        kind: What it does.
        run_by: What runs it.
        command: For RunBy.COMMAND its words; empty for an ONNX model.
        files: All of its files, by path; of an ONNX model the first is the network, and the second, if any, its alphabet.
    """

    name: str
    kind: ModelKind
    run_by: RunBy
    command: tuple[str, ...]
    files: tuple[PinnedFile, ...]

    @property
    def id(self) -> ModelId:
        """What tells it from every other; its name does not count."""
        files: list[Json] = [{"path": each.path, "size": each.size_bytes, "sha256": each.sha256} for each in self.files]
        return ModelId(content_id({"kind": self.kind.value, "run_by": self.run_by.value, "command": list(self.command), "files": files}))

    @property
    def size_bytes(self) -> int:
        """All its files together."""
        return sum(each.size_bytes for each in self.files)
