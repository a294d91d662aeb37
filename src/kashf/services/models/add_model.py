"""Add a model that a user brings: find out how it is run, copy and pin its files, and load it once before it is kept."""

from __future__ import annotations

import shlex
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from kashf.domain.models.installed import PYTHON, Model, ModelKind, RunBy
from kashf.errors import BadPathError, NotFoundError, UsageError
from kashf.ports.models import BroughtModel, ModelRoom, ModelStore
from kashf.services.models.run_model import try_model

_TOLD: Final = "model.toml"
#: A folder of a library with its dependencies has thousands.
_MOST_FILES: Final = 100_000
_LONGEST_NAME: Final = 200
#: Fewest letters of an id that name a model.
_SHORTEST_ID: Final = 4


def add_model(room: ModelRoom, path: Path, kind: ModelKind) -> Model:
    """Copy a model into this installation, pinned by the hash of every file, and return it; one that cannot be loaded is not kept.

    Args:
        room: Where models are kept and run.
        path: An ONNX file, with its alphabet in its metadata or beside it in `<name>.alphabet.txt`; a script of Python, `<name>.py`; or a
            folder with a `model.toml`, which names a command.
        kind: What it does.

    Raises:
        BadPathError: There is nothing at `path`, or it cannot be read.
        UsageError: It is none of the three, or the folder's `model.toml` says what it may not.
        RefusedModelError: It was tried, and cannot be run.
        SandboxError: There is no box for it.
    """
    brought = _brought(path, kind)
    known = {model.id for model in room.store.models()}
    model = room.store.add(brought)
    if model.id in known:
        return model
    try:
        try_model(room, model)
    except BaseException:
        room.store.remove(model.id)
        raise
    return model


def find_model(store: ModelStore, asked: str) -> Model:
    """Return the model of a name, or of an id that may be shortened to any unique beginning.

    Raises:
        NotFoundError: None is called so, or several are.
    """
    found = [
        model for model in store.models() if model.name == asked or (len(asked) >= _SHORTEST_ID and model.id.startswith(asked.lower()))
    ]
    if len(found) != 1:
        what = "no model" if not found else f"{len(found)} models"
        raise NotFoundError(f"{what} of that name or id; `kashf models` lists them", code="no-model")
    return found[0]


def remove_model(store: ModelStore, asked: str) -> str:
    """Forget a model, named as for `find_model`, or a damaged one by the beginning of its id; return what it was called.

    Raises:
        NotFoundError: As `find_model`.
    """
    damaged = [id for id in store.damaged() if len(asked) >= _SHORTEST_ID and id.startswith(asked.lower())]
    if len(damaged) == 1:
        store.remove(damaged[0])
        return damaged[0][:12]
    model = find_model(store, asked)
    store.remove(model.id)
    return model.name


def _brought(path: Path, kind: ModelKind) -> BroughtModel:
    if path.is_dir():
        return _folder(path, kind)
    if not path.is_file():
        raise BadPathError(f"{path}: there is no such file or folder")
    if path.suffix == ".py":
        return BroughtModel(_name(path.stem), kind, RunBy.COMMAND, (PYTHON, path.name), ((path.name, path),))
    if path.suffix == ".onnx" and kind is ModelKind.HANDWRITING:
        alphabet = path.with_name(f"{path.stem}.alphabet.txt")
        beside = ((alphabet.name, alphabet),) if alphabet.is_file() else ()
        return BroughtModel(_name(path.stem), kind, RunBy.ONNX, (), ((path.name, path), *beside))
    raise UsageError(
        "a model is an ONNX file of handwriting (.onnx), a script of Python (.py), or a folder with a model.toml; "
        "docs/reference/models.md has the form of each",
    )


def _folder(path: Path, kind: ModelKind) -> BroughtModel:
    told = _read_toml(path / _TOLD)
    files = []
    for found in sorted(path.rglob("*")):
        if found.is_symlink():
            raise UsageError(f"{found.relative_to(path)} is a link, whose target cannot be pinned")
        if found.is_file() and "__pycache__" not in found.parts:
            files.append((str(found.relative_to(path)), found))
        if len(files) > _MOST_FILES:
            raise UsageError(f"a model has at most {_MOST_FILES} files")
    command = tuple(shlex.split(str(told["command"]))) if isinstance(told.get("command"), str) else ()
    if not command or (command[0] == PYTHON and len(command) < 2) or (command[0] != PYTHON and command[0] not in dict(files)):
        raise UsageError(
            'model.toml names a command: command = "python run.py", or a program of the folder, such as command = "bin/read --fast"',
        )
    return BroughtModel(_name(str(told.get("name", path.name))), kind, RunBy.COMMAND, command, tuple(files))


def _read_toml(path: Path) -> Mapping[str, object]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise BadPathError(f"{path.parent} has no {path.name} that can be read") from error
    except (ValueError, RecursionError) as error:
        raise UsageError(f"{path.name} is no valid TOML") from error


def _name(name: str) -> str:
    if not name.strip() or len(name) > _LONGEST_NAME or not name.isprintable():
        raise UsageError(f"a model needs a name of 1 to {_LONGEST_NAME} letters")
    return name
