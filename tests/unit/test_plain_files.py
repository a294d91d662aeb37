"""What lies in a cache is read only where it is a plain file of a bearable size."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from kashf.errors import UsageError
from kashf.plain_files import CacheSeal, read_kept


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


def test_what_this_installation_kept_is_read_and_everything_else_is_told_of(tmp_path: Path) -> None:
    told: list[str] = []
    seal, path = CacheSeal(lambda: b"of this installation", told.append), tmp_path / "cache" / "kept.json"
    seal.keep(path, b"[1, 2]")
    kept = path.read_bytes()

    assert (b"[1, 2]", []) == (seal.read(path, most_bytes=6), told)
    changed = [kept[:place] + bytes([kept[place] ^ 1]) + kept[place + 1 :] for place in range(len(kept))]
    for other in (*changed, b"", b"[1, 2]", kept[:-1], kept.split(b"\n")[0]):
        path.write_bytes(other)
        with pytest.raises(OSError, match="not kept by this installation"):
            seal.read(path, most_bytes=6)
    assert len(told) == len(kept) + 4
    path.with_name("other.json").write_bytes(kept)
    with pytest.raises(OSError, match="not kept by this installation"):
        seal.read(path.with_name("other.json"), most_bytes=6)


def test_without_a_key_nothing_is_kept_or_read(tmp_path: Path) -> None:
    def refuse() -> bytes:
        raise UsageError("no folder")

    with pytest.raises(OSError, match="no key"):
        CacheSeal(refuse).keep(tmp_path / "kept.json", b"")

    assert not [*tmp_path.iterdir()]
