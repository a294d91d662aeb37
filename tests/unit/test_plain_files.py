"""What lies in a cache is read only where it is a plain file of a bearable size."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from kashf.plain_files import read_kept


def linked(path: Path) -> None:
    path.with_name("other").write_bytes(b"words")
    path.symlink_to("other")


PLANTED: dict[str, Callable[[Path], object]] = {
    "nothing": lambda path: None,
    "a folder": Path.mkdir,
    "a link": linked,
    "a link to nowhere": lambda path: path.symlink_to("nowhere"),
    "a pipe": os.mkfifo,
    "endless zeros": lambda path: path.symlink_to("/dev/zero"),
    "a byte too many": lambda path: path.write_bytes(b"words!"),
}


def test_a_plain_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "kept").write_bytes(b"words")

    assert b"words" == read_kept(tmp_path / "kept", most_bytes=5)


@pytest.mark.parametrize("plant", PLANTED.values(), ids=PLANTED)
def test_anything_else_is_refused_at_once(tmp_path: Path, plant: Callable[[Path], object]) -> None:
    plant(tmp_path / "kept")

    with pytest.raises(OSError, match=r"plain file|symbolic link|No such file|too large"):
        read_kept(tmp_path / "kept", most_bytes=5)
