from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from kashf.adapters.encrypted.case_keys import CaseKeys, fresh_keys
from kashf.adapters.encrypted.encrypted_index import EncryptedIndex, KeptIndex, index_of, room_for_index
from kashf.adapters.encrypted.memory_folder import INDEX, MemoryFolder
from kashf.errors import DamagedIndexError, NoKeyError, NoSpaceError
from kashf.ports.search import SearchIndex
from tests.contracts.test_search_index import LETTER, ORDER, SearchIndexContract, fill, found, passage, word

KEYS = fresh_keys()


def _opened(case: Path, memory: Path, keys: CaseKeys = KEYS) -> EncryptedIndex:
    """Return the index of a case that was unlocked anew, as on another day."""
    return EncryptedIndex(index_of(case, MemoryFolder.begin(memory, keys)))


class TestEncryptedIndex(SearchIndexContract):
    @pytest.fixture
    def index(self, tmp_path: Path) -> SearchIndex:
        return _opened(tmp_path, tmp_path / "memory")


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Path]:
    case = tmp_path / "case"
    case.mkdir()
    yield case
    shutil.rmtree(case)


def test_what_was_committed_is_found_after_a_power_cut(case: Path, tmp_path: Path) -> None:
    writer = _opened(case, tmp_path / "memory").writer()
    for document in (LETTER, ORDER):
        writer.put([passage(document, "x")])
        writer.commit()
    shutil.rmtree(tmp_path / "memory")

    assert {LETTER, ORDER} == found(_opened(case, tmp_path / "next day"), word("x"))


def test_what_was_not_committed_is_not_there_and_does_no_harm(case: Path, tmp_path: Path) -> None:
    fill(_opened(case, tmp_path / "one"), passage(LETTER, "x"))
    index = _opened(case, tmp_path / "two")
    writer = index.writer()
    writer.put([passage(ORDER, "x")])
    shutil.rmtree(tmp_path / "two")

    assert {LETTER} == found(_opened(case, tmp_path / "three"), word("x"))


def test_nothing_that_it_says_stands_in_the_folder_of_the_case(case: Path, tmp_path: Path) -> None:
    fill(_opened(case, tmp_path / "memory"), passage(LETTER, "withdrawal"))
    plain = list((tmp_path / "memory" / INDEX).iterdir())
    stored = [path for path in case.rglob("*") if path.is_file()]
    told = (b"segment_id", b"exact", b"facet", *(path.name.encode() for path in plain))

    assert any(b"segment_id" in path.read_bytes() for path in plain)
    assert stored
    assert not [path for path in stored if path.name in {each.name for each in plain} or any(word in path.read_bytes() for word in told)]


def test_a_second_commit_writes_new_files_alone_and_drops_those_that_are_not_used(case: Path, tmp_path: Path) -> None:
    index = _opened(case, tmp_path / "memory")
    fill(index, passage(LETTER, "x"))
    before = {path.name: path.stat().st_ino for path in (case / "index").iterdir()}
    fill(index, passage(ORDER, "x"))
    after = {path.name: path.stat().st_ino for path in (case / "index").iterdir()}
    index.clear()
    fill(index, passage(ORDER, "x"))
    anew = {path.name for path in (case / "index").iterdir()}

    assert {name for name in before if after.get(name) == before[name]} == before.keys() - {"list"}
    assert anew & before.keys() == {"list"}


def test_what_another_machine_has_kept_is_brought(case: Path, tmp_path: Path) -> None:
    here, there = _opened(case, tmp_path / "here"), _opened(case, tmp_path / "there")
    fill(here, passage(LETTER, "x"))
    assert {LETTER} == found(there, word("x"))
    fill(here, passage(ORDER, "x"))

    assert {LETTER, ORDER} == found(there, word("x"))


@pytest.mark.parametrize("victim", ["list", "other"])
@pytest.mark.parametrize("damage", ["missing", "empty", "turned"])
def test_a_damaged_file_is_told_and_the_writer_makes_the_index_anew(case: Path, tmp_path: Path, victim: str, damage: str) -> None:
    fill(_opened(case, tmp_path / "memory"), passage(LETTER, "x"))
    chosen = case / "index" / "list" if victim == "list" else next(path for path in (case / "index").iterdir() if path.name != "list")
    content = bytearray(chosen.read_bytes())
    content[-1] ^= 1
    if damage == "missing":
        chosen.unlink()
    else:
        chosen.write_bytes(b"" if damage == "empty" else content)
    index = _opened(case, tmp_path / "next day")

    with pytest.raises(DamagedIndexError):
        found(index, word("x"))
    fill(index, passage(ORDER, "x"))
    assert {ORDER} == found(_opened(case, tmp_path / "third day"), word("x"))


def test_the_key_of_another_case_opens_nothing(case: Path, tmp_path: Path) -> None:
    fill(_opened(case, tmp_path / "memory"), passage(LETTER, "x"))

    with pytest.raises(DamagedIndexError):
        found(_opened(case, tmp_path / "other", fresh_keys()), word("x"))


def test_a_case_that_was_locked_answers_nothing(case: Path, tmp_path: Path) -> None:
    memory = MemoryFolder.begin(tmp_path / "memory", KEYS)
    index = EncryptedIndex(index_of(case, memory))
    fill(index, passage(LETTER, "x"))
    memory.end()

    with pytest.raises(NoKeyError):
        found(index, word("x"))


def test_the_files_are_durable_before_the_list_that_names_them(case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []
    sync, replace = os.fsync, Path.replace

    def synced(descriptor: int) -> None:
        done.append(f"sync {Path(f'/proc/self/fd/{descriptor}').readlink().name}")
        sync(descriptor)

    def replaced(self: Path, target: Path) -> Path:
        done.append(f"replace {target.name}")
        return replace(self, target)

    index = _opened(case, tmp_path / "memory")
    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(Path, "replace", replaced)
    fill(index, passage(LETTER, "x"))
    kept = [step for step in done if step != "sync index"]

    assert ["sync list.new", "replace list"] == kept[-2:]
    assert all(
        kept.index(f"sync {path.with_suffix('.new').name}") < len(kept) - 2 for path in (case / "index").iterdir() if path.name != "list"
    )
    assert "sync index" == done[-1]


def test_a_full_disk_is_told_and_the_state_of_before_stays(case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    index = _opened(case, tmp_path / "memory")
    fill(index, passage(LETTER, "x"))

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(KeptIndex, "_keep_one", full)
        with pytest.raises(NoSpaceError):
            fill(index, passage(ORDER, "x"))

    assert {LETTER} == found(_opened(case, tmp_path / "next day"), word("x"))
    assert room_for_index(case) > 0
