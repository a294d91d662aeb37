"""Settings come from the environment and from the installation's own folder, and never from where a person happens to stand."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kashf.errors import UsageError
from kashf.settings import load_settings


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("ACTOR", "WORKERS", "ACCEPT_UNSAFE_PARSING", "ENGLISH_MODEL"):
        monkeypatch.delenv(f"KASHF_{name}", raising=False)
    folder = tmp_path / "home"
    folder.mkdir()
    monkeypatch.setenv("KASHF_HOME", str(folder))
    return folder


def test_the_file_in_the_folder_of_the_installation_is_read(home: Path) -> None:
    (home / "kashf.toml").write_text('actor = "layla"\nworkers = 3\n')

    assert ("layla", 3) == (load_settings().actor, load_settings().workers)


def test_the_file_in_a_shared_data_folder_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KASHF_HOME")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    (tmp_path / "kashf").mkdir()
    (tmp_path / "kashf" / "kashf.toml").write_text('actor = "layla"\n')

    assert ("layla", tmp_path / "kashf") == (load_settings().actor, load_settings().home)


def test_a_file_in_the_working_folder_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    leak = tmp_path / "leak"
    leak.mkdir()
    (leak / "kashf.toml").write_text('accept_unsafe_parsing = true\nactor = "mallory"\n')
    monkeypatch.chdir(leak)

    assert not load_settings().accept_unsafe_parsing
    assert "mallory" != load_settings().actor


@pytest.mark.parametrize("value", [".", "share"])
def test_a_relative_shared_folder_does_not_bring_the_working_folder_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.delenv("KASHF_HOME")
    monkeypatch.setenv("XDG_DATA_HOME", value)
    monkeypatch.setenv("HOME", str(tmp_path / "person"))

    assert tmp_path / "person" / ".local" / "share" / "kashf" == load_settings().home


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("WORKERS", "many"),
        ("WORKERS", "0"),
        ("ACTOR", "a\x1bb"),
        ("ACTOR", "a\udcffb"),
        ("ACTOR", "x" * 201),
        ("ACCEPT_UNSAFE_PARSING", "perhaps"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named_without_its_value(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(f"KASHF_{name}", value)

    with pytest.raises(UsageError, match=f"KASHF_{name}") as raised:
        load_settings()

    assert f"{value!r}"[1:-1] not in str(raised.value).replace("KASHF_", "") or value == "0"


@pytest.mark.parametrize("content", [b"actor = ", b"\xff\xfe", b"colour = 'red'"])
def test_a_file_that_cannot_be_used_is_named(home: Path, content: bytes) -> None:
    (home / "kashf.toml").write_bytes(content)

    with pytest.raises(UsageError, match=r"kashf\.toml"):
        load_settings()


def test_a_home_that_cannot_be_made_is_named(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (home / "file").write_text("")
    monkeypatch.setenv("KASHF_HOME", str(home / "file" / "kashf"))

    with pytest.raises(UsageError, match="KASHF_HOME"):
        load_settings().device()


@pytest.mark.parametrize("within", ["", "kashf", "a/b"])
def test_a_file_where_the_home_is_to_be_is_told_before_anything_is_done(home: Path, monkeypatch: pytest.MonkeyPatch, within: str) -> None:
    (home / "file").write_text("")
    monkeypatch.setenv("KASHF_HOME", str(home / "file" / within))

    with pytest.raises(UsageError, match="KASHF_HOME names another"):
        load_settings()


def test_the_name_of_the_chain_is_made_once_and_checked(home: Path) -> None:
    device = load_settings().device()

    assert device == load_settings().device()
    (home / "device").write_text("")
    with pytest.raises(UsageError, match="device"):
        load_settings().device()


def test_a_pipe_in_place_of_the_name_of_the_chain_is_told_and_holds_nobody_up(home: Path) -> None:
    load_settings().device()
    (home / "device").unlink()
    os.mkfifo(home / "device")

    with pytest.raises(UsageError, match="cannot be made or read"):
        load_settings().device()
