from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from kashf.adapters.model_folder import FolderModels
from kashf.domain.models.installed import Model, ModelKind, PinnedFile, RunBy
from kashf.errors import BadPathError, ChangedModelError
from kashf.ports.models import BroughtModel


def brought(tmp_path: Path, *, name: str = "toy", content: bytes = b"weights") -> BroughtModel:
    source = tmp_path / "weights.bin"
    source.write_bytes(content)
    files = (("run.py", source), ("data/weights.bin", source))
    return BroughtModel(name, ModelKind.HANDWRITING, RunBy.COMMAND, ("python", "run.py"), files)


@pytest.fixture
def store(tmp_path: Path) -> FolderModels:
    return FolderModels(tmp_path / "models")


@pytest.fixture
def model(store: FolderModels, tmp_path: Path) -> Model:
    return store.add(brought(tmp_path))


def test_every_file_is_copied_and_pinned_by_its_hash(store: FolderModels, model: Model) -> None:
    digest = hashlib.sha256(b"weights").hexdigest()

    assert (PinnedFile("run.py", 7, digest), PinnedFile("data/weights.bin", 7, digest)) == model.files
    assert b"weights" == (store.checked_folder(model) / "data" / "weights.bin").read_bytes()
    assert (model,) == store.models()


def test_nobody_but_its_owner_can_enter_the_folder_of_models(model: Model, tmp_path: Path) -> None:
    assert 0o700 == (tmp_path / "models").stat().st_mode & 0o777


def test_the_same_files_are_one_model_and_other_files_another(store: FolderModels, model: Model, tmp_path: Path) -> None:
    assert model == store.add(brought(tmp_path))
    assert model.id != store.add(brought(tmp_path, content=b"other weights")).id


def test_a_name_makes_no_other_model(store: FolderModels, model: Model, tmp_path: Path) -> None:
    assert model == store.add(brought(tmp_path, name="another name"))


def change_a_byte(folder: Path) -> None:
    (folder / "run.py").write_bytes(b"Weights")


def take_a_file_away(folder: Path) -> None:
    (folder / "run.py").unlink()


def put_a_file_in(folder: Path) -> None:
    (folder / "json.py").write_bytes(b"shadows the library")


def put_a_link_in(folder: Path) -> None:
    (folder / "library").symlink_to("/usr/lib")


def replace_by_a_link(folder: Path) -> None:
    (folder / "run.py").rename(folder.parent / "elsewhere")
    (folder / "run.py").symlink_to(folder.parent / "elsewhere")


@pytest.mark.parametrize("change", [change_a_byte, take_a_file_away, put_a_file_in, put_a_link_in, replace_by_a_link])
def test_a_change_is_found_before_anything_is_run(store: FolderModels, model: Model, change: object) -> None:
    change(store.checked_folder(model))  # type: ignore[operator]  # the parameters above are functions

    with pytest.raises(ChangedModelError):
        store.checked_folder(model)


@pytest.mark.parametrize("content", [b"", b"{}", b'{"name":"x"}', b"[" * 100_000])
def test_a_damaged_description_is_told(store: FolderModels, model: Model, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "models" / model.id / "model.json").write_bytes(content)

    assert ((), (model.id,)) == (store.models(), store.damaged())


def test_a_description_of_another_command_is_told(store: FolderModels, model: Model, tmp_path: Path) -> None:
    path = tmp_path / "models" / model.id / "model.json"
    path.write_bytes(path.read_bytes().replace(b"run.py", b"ran.py", 1))

    assert ((), (model.id,)) == (store.models(), store.damaged())


def test_a_removed_model_is_gone_with_its_files(store: FolderModels, model: Model, tmp_path: Path) -> None:
    store.remove(model.id)

    assert () == store.models()
    assert [] == list((tmp_path / "models").iterdir())


def test_what_is_no_regular_file_is_not_copied_and_leaves_nothing_behind(store: FolderModels, tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to("/etc/hostname")
    odd = BroughtModel("odd", ModelKind.SPEECH, RunBy.COMMAND, ("python", "run.py"), (("run.py", link),))

    with pytest.raises(BadPathError):
        store.add(odd)
    assert [] == list((tmp_path / "models").iterdir())
