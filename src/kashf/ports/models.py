"""Where models that a user brought are kept, and the boxes in which they run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from kashf.domain.models.installed import Model, ModelId, ModelKind, RunBy
from kashf.ports.runtime import Worker


@dataclass(frozen=True, slots=True)
class BroughtModel:
    """What a user wants to add, before any of it was copied.

    Args:
        name: As people are to call it.
        kind: What it does.
        run_by: What runs it.
        command: Its words, for RunBy.COMMAND.
        files: Where each file is, by its path below the model's folder, in the order in which it is to be pinned.
    """

    name: str
    kind: ModelKind
    run_by: RunBy
    command: tuple[str, ...]
    files: Sequence[tuple[str, Path]]


class ModelStore(Protocol):
    """The models of this installation; every case can use each."""

    def models(self) -> tuple[Model, ...]:
        """Return all of them whose description can be read, by name."""
        ...

    def damaged(self) -> tuple[ModelId, ...]:
        """Return the ids of models whose description cannot be read, or is of another model; none of them is ever run."""
        ...

    def add(self, brought: BroughtModel) -> Model:
        """Copy a model's files and pin each by its hash; adding the same files twice is the same as once.

        Raises:
            BadPathError: A file cannot be read.
            NoSpaceError: The disk is full.
        """
        ...

    def remove(self, model: ModelId) -> None:
        """Forget a model and its files; what it drafted and how it was measured stays where it was recorded."""
        ...

    def checked_folder(self, model: Model) -> Path:
        """Return the folder of a model's files, each of which was hashed just now.

        Raises:
            ChangedModelError: A file is missing, changed, or there is one that was not pinned.
        """
        ...


class ModelBoxes(Protocol):
    """Makes boxes for models."""

    def worker(self, model: Model, folder: Path) -> Worker:
        """Return a worker in whose box a model can be run; a model that is a command sees its own files and nothing else of this machine.

        Args:
            model: Which.
            folder: Its files, checked.

        Raises:
            SandboxError: The box cannot be made, or what runs such models is not installed.
        """
        ...


class DraftCache(Protocol):
    """Drafts of a case that were made before; a draft that is gone is made anew."""

    def get(self, key: str) -> bytes | None:
        """Return what was kept under a key; None when nothing was, or it is gone."""
        ...

    def put(self, key: str, content: bytes) -> None:
        """Keep something; where there is no room or right to write, nothing happens."""
        ...


@dataclass(frozen=True, slots=True)
class ModelRoom:
    """The models of an installation and the boxes they run in, as services take them.

    Args:
        store: Where they are kept.
        boxes: Where they run.
    """

    store: ModelStore
    boxes: ModelBoxes
