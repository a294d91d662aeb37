from __future__ import annotations

from pathlib import Path

import pytest

from kashf.adapters.model_folder import FolderModels
from kashf.domain.models.installed import ModelKind, RunBy
from kashf.errors import BadPathError, NotFoundError, RefusedModelError, UsageError
from kashf.ports.models import ModelRoom
from kashf.ports.runtime import Outcome
from kashf.services.models.add_model import add_model, find_model
from tests.fakes import FakeBoxes

EMPTY = FakeBoxes(lambda task, members: Outcome({"lines": []}))


@pytest.fixture
def room(tmp_path: Path) -> ModelRoom:
    return ModelRoom(FolderModels(tmp_path / "models"), EMPTY)


def folder(tmp_path: Path, told: str) -> Path:
    path = tmp_path / "brought"
    (path / "bin").mkdir(parents=True)
    (path / "bin" / "read").write_bytes(b"\x7fELF")
    (path / "model.toml").write_text(told, encoding="utf-8")
    return path


def test_a_folder_says_its_name_and_its_command_and_all_its_files_are_pinned(room: ModelRoom, tmp_path: Path) -> None:
    model = add_model(room, folder(tmp_path, 'name = "قارئ"\ncommand = "bin/read --fast"'), ModelKind.HANDWRITING)

    assert ("قارئ", RunBy.COMMAND, ("bin/read", "--fast")) == (model.name, model.run_by, model.command)
    assert ["bin/read", "model.toml"] == [each.path for each in model.files]


@pytest.mark.parametrize("told", ["", 'command = ""', 'command = "python"', 'command = "/bin/sh -c true"', "command = 7", "command ="])
def test_a_folder_that_names_no_command_of_its_own_is_refused(room: ModelRoom, tmp_path: Path, told: str) -> None:
    with pytest.raises(UsageError, match=r"model\.toml"):
        add_model(room, folder(tmp_path, told), ModelKind.HANDWRITING)
    assert () == room.store.models()


def test_a_link_in_a_folder_is_refused_since_its_target_cannot_be_pinned(room: ModelRoom, tmp_path: Path) -> None:
    path = folder(tmp_path, 'command = "bin/read"')
    (path / "weights").symlink_to("/etc/hostname")

    with pytest.raises(UsageError, match="weights is a link"):
        add_model(room, path, ModelKind.HANDWRITING)


@pytest.mark.parametrize("name", ["reader.txt", "reader.pt"])
def test_a_file_of_another_form_is_refused(room: ModelRoom, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"x")

    with pytest.raises(UsageError, match="a model is an ONNX file"):
        add_model(room, tmp_path / name, ModelKind.HANDWRITING)


def test_an_onnx_file_translates_and_hears_nothing(room: ModelRoom, tmp_path: Path) -> None:
    (tmp_path / "a.onnx").write_bytes(b"x")

    with pytest.raises(UsageError, match="ONNX file of handwriting"):
        add_model(room, tmp_path / "a.onnx", ModelKind.SPEECH)


def test_a_missing_file_is_told(room: ModelRoom, tmp_path: Path) -> None:
    with pytest.raises(BadPathError, match="no such file"):
        add_model(room, tmp_path / "gone.onnx", ModelKind.HANDWRITING)


def test_a_model_that_breaks_when_it_is_tried_is_not_kept_and_one_that_was_kept_before_stays(tmp_path: Path) -> None:
    store, script = FolderModels(tmp_path / "models"), tmp_path / "run.py"
    script.write_text("pass")
    broken = ModelRoom(store, FakeBoxes(lambda task, members: Outcome({"ended": 1, "complaint": "oh"})))

    with pytest.raises(RefusedModelError, match="ended with code 1; it said: oh"):
        add_model(broken, script, ModelKind.HANDWRITING)
    assert () == store.models()

    kept = add_model(ModelRoom(store, EMPTY), script, ModelKind.HANDWRITING)
    assert kept == add_model(broken, script, ModelKind.HANDWRITING)
    assert (kept,) == store.models()


def test_a_model_is_found_by_its_name_and_by_the_beginning_of_its_id(room: ModelRoom, tmp_path: Path) -> None:
    (tmp_path / "run.py").write_text("pass")
    model = add_model(room, tmp_path / "run.py", ModelKind.HANDWRITING)

    assert [model, model] == [find_model(room.store, "run"), find_model(room.store, model.id[:6])]
    with pytest.raises(NotFoundError, match="no model of that name"):
        find_model(room.store, "other")
