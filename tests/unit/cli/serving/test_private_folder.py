"""What a server writes is its user's alone, and is gone when it ends."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from kashf.cli.serving.private_folder import private_folder, write_private


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    return tmp_path


def test_only_its_user_may_enter_and_afterwards_nothing_is_left(place: Path) -> None:
    with private_folder() as folder:
        write_private(folder / "page", "words")
        (folder / "deep").mkdir()
        modes = [stat.S_IMODE(each.stat().st_mode) for each in (folder, folder / "page")]

    assert [0o700, 0o600] == modes
    assert [] == list(place.iterdir())


def test_what_a_killed_server_left_is_removed_and_what_is_in_use_is_not(place: Path) -> None:
    left = place / "kashf-serve-left"
    left.mkdir(mode=0o700)
    (left / "in-use").touch(mode=0o600)
    (left / "profile").write_text("words")
    (place / "kashf-serve-link").symlink_to(place.parent)

    with private_folder() as one, private_folder() as other:
        there = {each.name for each in place.iterdir()}

    assert {one.name, other.name, "kashf-serve-link"} == there
    assert place.parent.exists()


def test_a_file_that_is_there_is_not_written_over(tmp_path: Path) -> None:
    write_private(tmp_path / "page", "words")

    with pytest.raises(FileExistsError):
        write_private(tmp_path / "page", "others")


def test_without_a_folder_in_memory_it_goes_where_temporary_files_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kashf.cli.serving.private_folder._SHARED_MEMORY", tmp_path / "none")
    monkeypatch.setenv("XDG_RUNTIME_DIR", "")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))

    with private_folder() as folder:
        assert tmp_path == folder.parent
