from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kashf.adapters.encrypted.case_keys import fresh_keys
from kashf.adapters.encrypted.kept_cache import Cover, KeptCache
from kashf.adapters.encrypted.memory_folder import CACHE, MemoryFolder
from kashf.adapters.vault.sealed_folder import SealedFolder
from kashf.errors import BrokenCustodyError

KEYS = fresh_keys()


@pytest.fixture
def memory(tmp_path: Path) -> MemoryFolder:
    (tmp_path / "case").mkdir()
    return MemoryFolder.begin(tmp_path / "memory", KEYS)


def _made(memory: MemoryFolder, name: str, content: bytes) -> None:
    path = memory.path / CACHE / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content)


def _next_day(tmp_path: Path) -> dict[str, bytes]:
    """Return what is in the cache when the case is unlocked anew."""
    memory = MemoryFolder.begin(tmp_path / "next", KEYS)
    KeptCache(tmp_path / "case", memory).bring()
    folder = memory.path / CACHE
    found = {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    shutil.rmtree(memory.path)
    return found


def test_what_was_kept_is_there_another_day_but_for_pictures_and_what_is_gone(memory: MemoryFolder, tmp_path: Path) -> None:
    kept = KeptCache(tmp_path / "case", memory)
    for name, content in {"learned-names": b"one", "lines/a.json": b"two", "lines/b.json": b"three", "pages/a.jpg": b"four"}.items():
        _made(memory, name, content)
    kept.keep()
    assert {"learned-names": b"one", "lines/a.json": b"two", "lines/b.json": b"three"} == _next_day(tmp_path)

    _made(memory, "learned-names", b"other")
    (memory.path / CACHE / "lines" / "b.json").unlink()
    kept.keep()
    assert {"learned-names": b"other", "lines/a.json": b"two"} == _next_day(tmp_path)


def test_neither_names_nor_content_stand_on_the_disk(memory: MemoryFolder, tmp_path: Path) -> None:
    _made(memory, "lines/salem.json", b"withdrawal")
    KeptCache(tmp_path / "case", memory).keep()
    (stored,) = (tmp_path / "case" / "cache").iterdir()

    assert not [word for word in (b"salem", b"withdrawal", b"lines") if word in stored.read_bytes() + stored.name.encode()]


def test_what_was_changed_or_put_there_is_made_again(memory: MemoryFolder, tmp_path: Path) -> None:
    _made(memory, "learned-names", b"one")
    KeptCache(tmp_path / "case", memory).keep()
    (stored,) = (tmp_path / "case" / "cache").iterdir()
    content = bytearray(stored.read_bytes())
    content[-1] ^= 1
    stored.write_bytes(content)
    (tmp_path / "case" / "cache" / "learned-names").write_bytes(b"forged")

    assert {} == _next_day(tmp_path)


def test_without_room_nothing_is_kept_and_nothing_fails(memory: MemoryFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    _made(memory, "learned-names", b"one")
    monkeypatch.setattr(Path, "write_bytes", full)
    KeptCache(tmp_path / "case", memory).keep()

    assert {} == _next_day(tmp_path)


def test_notes_and_passwords_lie_covered_and_nothing_else_uncovers_them(memory: MemoryFolder, tmp_path: Path) -> None:
    notes = SealedFolder(tmp_path / "case", cover=Cover(memory))
    commitment = notes.keep_password({"password": "barley"})
    (stored,) = (tmp_path / "case" / "passwords").iterdir()

    assert {"password": "barley"} == notes.note(commitment)
    assert b"barley" not in stored.read_bytes()
    for other in (SealedFolder(tmp_path / "case"), SealedFolder(tmp_path / "case", cover=Cover(MemoryFolder(memory.path, fresh_keys())))):
        with pytest.raises(BrokenCustodyError):
            other.note(commitment)
