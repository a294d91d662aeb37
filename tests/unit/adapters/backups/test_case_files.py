"""What of a folder is backed up, and that what is being made has its name last."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from kashf.adapters.backups.case_files import case_files, new_file, new_folder
from kashf.errors import BadPathError, CaseLockedError, NoSpaceError


def put(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"x")


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_what_is_made_anew_or_is_of_the_moment_is_left_out(tmp_path: Path) -> None:
    put(tmp_path, "index/meta.json", "cache/a", "lock", "case.db", "case.db-wal", "case.db-open", "case.db-copy-1", "blobs/drafts/1-2")
    put(tmp_path, "case.toml", "blobs/ab/cd", "sealed/note.json", "keys", "case.toml.new")

    assert ("case.toml", "blobs/ab/cd", "keys", "sealed/note.json") == case_files(tmp_path).names


def test_what_is_no_part_of_a_case_is_counted_and_no_link_is_followed(tmp_path: Path) -> None:
    put(tmp_path, "case.toml", "notes of mine.txt", ".hidden")
    (tmp_path / "passwd").symlink_to("/etc/passwd")
    (tmp_path / "etc").symlink_to("/etc")
    os.mkfifo(tmp_path / "pipe")

    found = case_files(tmp_path)

    assert (("case.toml",), 5) == (found.names, found.strange)


def test_a_file_has_its_name_when_it_is_whole(tmp_path: Path) -> None:
    with new_file(tmp_path / "a.backup") as file:
        file.write(b"x" * 100_000)
        assert [".a.backup.part"] == names_in(tmp_path)

    assert (["a.backup"], 0o600) == (names_in(tmp_path), (tmp_path / "a.backup").stat().st_mode & 0o777)


@pytest.mark.parametrize(("error", "told"), [(KeyboardInterrupt(), KeyboardInterrupt), (OSError(errno.ENOSPC, "full"), NoSpaceError)])
def test_nothing_stays_of_what_was_not_ended(tmp_path: Path, error: BaseException, told: type[BaseException]) -> None:
    def fail_in(folder: Path) -> None:
        put(folder, "blobs/ab/x")
        raise error

    with pytest.raises(told), new_file(tmp_path / "a.backup"):
        raise error
    with pytest.raises(told), new_folder(tmp_path / "a.case") as folder:
        fail_in(folder)

    assert [] == names_in(tmp_path)


def test_nothing_is_written_over_even_if_it_came_meanwhile(tmp_path: Path) -> None:
    for make in (new_file, new_folder):
        with pytest.raises(BadPathError), make(tmp_path / "other"):
            put(tmp_path, "other")
        with pytest.raises(BadPathError), make(tmp_path / "other"):
            pass
        (tmp_path / "other").unlink()
    with pytest.raises(BadPathError), new_file(tmp_path / "nowhere" / "a.backup"):
        pass
    assert [] == names_in(tmp_path)


def test_what_a_killed_process_left_is_taken_over_and_what_is_not_of_kashf_is_not(tmp_path: Path) -> None:
    put(tmp_path, ".a.backup.part", ".a.case.part/.kashf-restore", ".a.case.part/blobs/ab/x", ".b.case.part/mine")
    with new_file(tmp_path / "a.backup") as file:
        file.write(b"new")
    with new_folder(tmp_path / "a.case") as folder:
        put(folder, "case.toml")
    with pytest.raises(BadPathError), new_folder(tmp_path / "b.case"):
        pass

    assert [".b.case.part", "a.backup", "a.case"] == names_in(tmp_path)
    assert (b"new", ["case.toml"]) == ((tmp_path / "a.backup").read_bytes(), names_in(tmp_path / "a.case"))


def test_two_do_not_make_one_thing(tmp_path: Path) -> None:
    for make in (new_file, new_folder):
        with make(tmp_path / "one"), pytest.raises(CaseLockedError), make(tmp_path / "one"):
            pass
        assert (tmp_path / "one").exists()
        (tmp_path / "one").rmdir() if (tmp_path / "one").is_dir() else (tmp_path / "one").unlink()
