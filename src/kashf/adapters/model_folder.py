"""The models of an installation, in a folder each: a copy of their files, and the hash of every one of them.

`models/<id>/model.json` says what it is, in canonical JSON; below `models/<id>/files` are its files, readable by the user that a box of
root becomes, and by nobody who cannot enter `models`.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from kashf.domain.ids import Json, canonical_json, is_digest
from kashf.domain.models.installed import Model, ModelId, ModelKind, PinnedFile, RunBy
from kashf.errors import BadPathError, ChangedModelError, NoSpaceError
from kashf.plain_files import open_plain
from kashf.ports.models import BroughtModel

_TOLD, _FILES = "model.json", "files"
_PIECE_BYTES: Final = 1 << 20
#: Whoever owns it may change it, everybody may read and run it: a box that root makes becomes another user.
_READABLE: Final = 0o755


class FolderModels:
    """Keeps models below one folder, which nobody but its owner may enter.

    Args:
        folder: Made with the first model.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def models(self) -> tuple[Model, ...]:
        """Return all of them whose description can be read, by name, then id."""
        known = (self._known(name) for name in self._names())
        return tuple(sorted((model for model in known if model), key=lambda model: (model.name, model.id)))

    def damaged(self) -> tuple[ModelId, ...]:
        """Return the ids of models whose description is missing, damaged, or that of another model."""
        return tuple(ModelId(name) for name in self._names() if self._known(name) is None)

    def add(self, brought: BroughtModel) -> Model:
        """Copy files and pin each by the hash of what was copied.

        Raises:
            BadPathError: A file cannot be read, or is no regular file.
            NoSpaceError: The disk is full.
        """
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        draft = self._folder / f"draft-{os.getpid()}"
        shutil.rmtree(draft, ignore_errors=True)
        try:
            (draft / _FILES).mkdir(parents=True)
            pins = tuple(_copied(source, draft / _FILES / path, path) for path, source in brought.files)
            model = Model(brought.name, brought.kind, brought.run_by, brought.command, pins)
            (draft / _TOLD).write_bytes(canonical_json(_told(model)))
            for folder, _, _ in os.walk(draft):
                Path(folder).chmod(_READABLE)
            target = self._folder / model.id
            if not target.exists():
                draft.rename(target)
            return self._described(model.id)
        except OSError as error:
            raise NoSpaceError(
                "the model cannot be kept whole in the folder of this installation: no space, or no right to write"
            ) from error
        finally:
            shutil.rmtree(draft, ignore_errors=True)

    def remove(self, model: ModelId) -> None:
        """Forget a model and its files."""
        shutil.rmtree(self._folder / model)

    def checked_folder(self, model: Model) -> Path:
        """Return the folder of its files, every one of which was hashed just now.

        Raises:
            ChangedModelError: A file is missing, changed, or there is one that was not pinned.
        """
        folder = self._folder / model.id / _FILES
        pinned = {each.path: each.sha256 for each in model.files}
        found = sorted(_paths(folder))
        if set(found) != set(pinned):
            odd = min(set(found) ^ set(pinned))
            what = "missing" if odd in pinned else "not a file that was added"
            raise ChangedModelError(f"{odd} is {what}", code="model-changed", name=odd)
        for path in found:
            if _hash(folder / path) != pinned[path]:
                raise ChangedModelError(f"{path} was changed since the model was added", code="model-changed", name=path)
        return folder

    def _names(self) -> list[str]:
        return sorted(entry.name for entry in self._folder.iterdir() if is_digest(entry.name)) if self._folder.is_dir() else []

    def _known(self, name: str) -> Model | None:
        try:
            return self._described(name)
        except ChangedModelError:
            return None

    def _described(self, name: str) -> Model:
        try:
            told = json.loads((self._folder / name / _TOLD).read_bytes())
            files = tuple(PinnedFile(each["path"], each["size"], each["sha256"]) for each in told["files"])
            model = Model(told["name"], ModelKind(told["kind"]), RunBy(told["run_by"]), tuple(told["command"]), files)
        except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
            raise ChangedModelError(f"the description of model {name[:12]} is damaged", code="model-changed", name=name[:12]) from error
        if model.id != name:
            raise ChangedModelError(f"model {name[:12]} is described as another", code="model-changed", name=name[:12])
        return model


def _told(model: Model) -> dict[str, Json]:
    return {
        "name": model.name,
        "kind": model.kind.value,
        "run_by": model.run_by.value,
        "command": list(model.command),
        "files": [{"path": each.path, "size": each.size_bytes, "sha256": each.sha256} for each in model.files],
    }


def _copied(source: Path, target: Path, path: str) -> PinnedFile:
    digest, size = hashlib.sha256(), 0
    try:
        file = open_plain(source)
    except OSError as error:
        raise BadPathError(f"{source}: {error.strerror or 'cannot be read'}") from error
    with file:
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("xb") as copy:
            while piece := file.read(_PIECE_BYTES):
                copy.write(piece)
                digest.update(piece)
                size += len(piece)
            copy.flush()
            os.fsync(copy.fileno())
    target.chmod(_READABLE)
    return PinnedFile(path, size, digest.hexdigest())


def _paths(folder: Path) -> Iterator[str]:
    """Yield the path of everything below a folder that is no folder; a link is one of them, and no pinned file has its hash."""
    for top, folders, files in os.walk(folder):
        links = [name for name in folders if Path(top, name).is_symlink()]
        for name in (*files, *links):
            yield str(Path(top, name).relative_to(folder))


def _hash(path: Path) -> str:
    """Return the SHA-256 of a regular file; of anything else "", which is the hash of nothing."""
    try:
        with open_plain(path) as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""
