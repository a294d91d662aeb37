from __future__ import annotations

import json
from pathlib import Path

import pytest

from kashf import bootstrap
from kashf.adapters.model_folder import FolderModels
from kashf.cli.commands.models import ModelAction, command
from kashf.domain.models.installed import ModelKind
from kashf.errors import ChangedModelError, NotFoundError, UsageError
from kashf.ports.models import ModelRoom
from kashf.ports.runtime import Outcome
from tests.fakes import FakeBoxes

Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def room(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> ModelRoom:
    room = ModelRoom(FolderModels(tmp_path / "models"), FakeBoxes(lambda task, members: Outcome({"lines": []})))
    monkeypatch.setenv("KASHF_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(bootstrap, "model_room", lambda settings: room)
    return room


@pytest.fixture
def script(tmp_path: Path) -> Path:
    path = tmp_path / "toy.py"
    path.write_text("pass")
    return path


def add(script: Path, *, as_json: bool = False) -> int:
    return command(ModelAction.ADD, [str(script)], kind=ModelKind.HANDWRITING, as_json=as_json)


def test_a_model_that_was_added_is_listed_shown_and_removed(script: Path, capsys: Capture) -> None:
    assert 0 == add(script, as_json=True)
    added = json.loads(capsys.readouterr().out)
    assert ("toy", "handwriting", "command", ["python", "toy.py"]) == tuple(added[key] for key in ("name", "kind", "run_by", "command"))

    assert 0 == command(as_json=True)
    (listed,) = json.loads(capsys.readouterr().out)["models"]
    assert (added["id"], 1, None) == (listed["id"], listed["files"], listed["measured"])

    assert 0 == command(ModelAction.SHOW, ["toy"])
    assert added["files"][0]["sha256"] in capsys.readouterr().out

    assert 0 == command(ModelAction.REMOVE, [added["id"][:8]])
    assert 1 == command()
    assert "no models" in capsys.readouterr().err


def test_what_is_added_is_told_to_draft_nothing_before_it_was_measured(script: Path, capsys: Capture) -> None:
    add(script)

    assert "1 file copied and pinned. It drafts nothing before it was measured" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("action", "words", "kind"),
    [
        (ModelAction.ADD, ["toy.py"], None),
        (ModelAction.ADD, [], ModelKind.SPEECH),
        (ModelAction.SHOW, ["toy"], ModelKind.SPEECH),
        (ModelAction.SHOW, [], None),
        (ModelAction.MEASURE, ["leak.case"], None),
        (ModelAction.LIST, ["leak.case", "toy"], None),
    ],
)
def test_words_too_many_or_too_few_are_refused(action: ModelAction, words: list[str], kind: ModelKind | None) -> None:
    with pytest.raises(UsageError):
        command(action, words, kind=kind)


def test_a_name_that_nobody_has_is_told() -> None:
    with pytest.raises(NotFoundError, match="no model of that name"):
        command(ModelAction.SHOW, ["toy"])


def test_a_damaged_model_is_told_beside_the_others_and_can_be_forgotten(script: Path, tmp_path: Path, capsys: Capture) -> None:
    add(script)
    other = tmp_path / "other.py"
    other.write_text("pass # another")
    add(other, as_json=True)
    id = json.loads(capsys.readouterr().out.splitlines()[-1])["id"]
    (tmp_path / "models" / id / "model.json").write_text("{}")

    assert 0 == command()
    told = capsys.readouterr()
    assert "toy" in told.out
    assert f"{id[:12]} is damaged, and nothing of it is run" in told.err
    assert 0 == command(ModelAction.REMOVE, [id[:12]])
    command(as_json=True)
    assert [] == json.loads(capsys.readouterr().out)["damaged"]


def test_a_changed_file_is_told_when_the_model_is_run(script: Path, room: ModelRoom) -> None:
    add(script)
    (model,) = room.store.models()
    (room.store.checked_folder(model) / "toy.py").write_text("import os")

    with pytest.raises(ChangedModelError, match=r"toy\.py was changed since the model was added"):
        room.store.checked_folder(model)
