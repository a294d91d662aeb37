"""The index in a folder: the contract, and what is peculiar to files."""

from __future__ import annotations

import errno
import gc
import os
import resource
from pathlib import Path
from unittest.mock import Mock

import pytest

from kashf.adapters.index import TantivyIndex
from kashf.errors import DamagedIndexError, NoSpaceError, NotAllowedError, UnfinishedError
from kashf.ports.search import AnyWord, Phrase, SearchIndex, Stem
from tests.contracts.test_search_index import LETTER, ORDER, SearchIndexContract, fill, found, passage, word

FULL = Mock(f_bavail=0, f_frsize=4096, f_files=10**6, f_favail=10**6)
NO_INODES = Mock(f_bavail=10**9, f_frsize=4096, f_files=10**6, f_favail=0)
ROOMY = Mock(f_bavail=10**9, f_frsize=4096, f_files=10**6, f_favail=10**6)
#: A file system that makes inodes as they are needed says 0 of 0.
UNCOUNTED = Mock(f_bavail=10**9, f_frsize=4096, f_files=0, f_favail=0)


class TestTantivy(SearchIndexContract):
    @pytest.fixture
    def index(self, tmp_path: Path) -> SearchIndex:
        return TantivyIndex(tmp_path / "index")


def test_a_reader_opened_before_sees_what_another_process_writes(tmp_path: Path) -> None:
    fill(TantivyIndex(tmp_path), passage(LETTER, "x"))
    reader = TantivyIndex(tmp_path)
    assert {LETTER} == found(reader, word("x"))

    fill(TantivyIndex(tmp_path), passage(ORDER, "x"))

    assert {LETTER, ORDER} == found(reader, word("x"))


def test_a_reader_opened_before_sees_an_index_made_anew(tmp_path: Path) -> None:
    reader = TantivyIndex(tmp_path)
    fill(TantivyIndex(tmp_path), passage(LETTER, "x"))
    assert {LETTER} == found(reader, word("x"))
    (tmp_path / "version").write_text("0", encoding="ascii")

    with pytest.raises(DamagedIndexError):
        found(reader, word("x"))
    fill(TantivyIndex(tmp_path), passage(ORDER, "x"))

    assert {ORDER} == found(reader, word("x"))


@pytest.mark.parametrize("victim", ["meta.json", "version", "*.idx", "*.store", "*.fast"])
@pytest.mark.parametrize("damage", ["missing", "empty", "garbage", "pipe", "folder"])
def test_a_damaged_file_is_told_and_the_writer_makes_the_index_anew(tmp_path: Path, victim: str, damage: str) -> None:
    fill(TantivyIndex(tmp_path), passage(LETTER, "x"))
    for file in tmp_path.glob(victim):
        file.unlink()
        if damage == "pipe":
            os.mkfifo(file)
        elif damage == "folder":
            file.mkdir()
        elif damage != "missing":
            file.write_bytes(b"" if damage == "empty" else b"garbage" * 9)
    index = TantivyIndex(tmp_path)

    assert not index.is_whole()
    with pytest.raises(DamagedIndexError, match="search index"):
        index.search(word("x"), limit=1)
    fill(index, passage(ORDER, "x"))

    assert {ORDER} == found(index, word("x"))


def test_a_phrase_of_words_and_stems_together_is_a_mistake_of_the_caller(tmp_path: Path) -> None:
    index = TantivyIndex(tmp_path)
    fill(index, passage(LETTER, "x"))

    with pytest.raises(TypeError):
        index.search(Phrase((word("x"), Stem("y"))), limit=1)


def test_more_spellings_than_are_ranked_are_all_found(tmp_path: Path) -> None:
    index = TantivyIndex(tmp_path)
    spellings = [f"name{number}" for number in range(200)]
    fill(index, *(passage(LETTER, spelling, page=number + 1) for number, spelling in enumerate(spellings)))

    assert 200 == index.search(AnyWord(frozenset(spellings)), limit=1).total


def test_a_word_of_two_hundred_letters_is_found(tmp_path: Path) -> None:
    index = TantivyIndex(tmp_path)
    fill(index, passage(LETTER, "ش" * 200))

    assert {LETTER} == found(index, word("ش" * 200))


def test_a_panic_of_the_engine_is_damage_and_an_interruption_is_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class PanicException(BaseException):
        pass

    index = TantivyIndex(tmp_path)
    fill(index, passage(LETTER, "x"))
    for raised, expected in ((PanicException("mid > len"), DamagedIndexError), (KeyboardInterrupt(), KeyboardInterrupt)):
        monkeypatch.setattr(index, "_builder", Mock(side_effect=raised))
        with pytest.raises(expected):
            index.search(word("x"), limit=1)


@pytest.mark.parametrize(
    ("message", "disk"),
    [
        ("An IO error occurred: 'No space left on device (os error 28) at path \"x\"'", ROOMY),
        ("Failed to open file for write: 'Custom { kind: StorageFull, err: Os { code: 28, kind: StorageFull } }'", ROOMY),
        ("Failed to acquire Lockfile: IoError(Os { code: 122, kind: QuotaExceeded }). None", ROOMY),
        ("An index writer was killed.. A worker thread", FULL),
        ("An index writer was killed.. A worker thread", NO_INODES),
    ],
)
def test_a_full_disk_is_told_and_the_writer_can_still_be_let_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, message: str, disk: Mock
) -> None:
    writer = TantivyIndex(tmp_path).writer()
    writer.close()
    failing = Mock(**{"commit.side_effect": ValueError(message), "wait_merging_threads.side_effect": ValueError("Worker thread failed")})
    monkeypatch.setattr(writer, "_writer", failing)
    monkeypatch.setattr("os.statvfs", Mock(return_value=disk))

    with pytest.raises(NoSpaceError):
        writer.commit()
    writer.close()


@pytest.mark.parametrize("disk", [ROOMY, UNCOUNTED])
def test_a_writer_that_dies_with_space_left_is_damage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, disk: Mock) -> None:
    writer = TantivyIndex(tmp_path).writer()
    writer.close()
    monkeypatch.setattr(writer, "_writer", Mock(**{"commit.side_effect": ValueError("An index writer was killed")}))
    monkeypatch.setattr("os.statvfs", Mock(return_value=disk))

    with pytest.raises(DamagedIndexError):
        writer.commit()


def test_a_disk_that_fills_while_the_index_is_made_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "write_text", Mock(side_effect=OSError(errno.ENOSPC, "No space left on device")))

    with pytest.raises(NoSpaceError):
        TantivyIndex(tmp_path).writer()


def test_a_process_that_may_open_no_more_files_is_no_damage(tmp_path: Path) -> None:
    index = TantivyIndex(tmp_path)
    fill(index, passage(LETTER, "x"))
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (3, hard))
    try:
        with pytest.raises(UnfinishedError):
            index.search(word("x"), limit=1)
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


@pytest.mark.parametrize("code", [errno.EACCES, errno.EROFS])
def test_an_index_that_may_not_be_written_is_no_damage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int) -> None:
    writer = TantivyIndex(tmp_path).writer()
    writer.close()
    monkeypatch.setattr(writer, "_writer", Mock(**{"commit.side_effect": ValueError(f"IoError(Os {{ code: {code}, kind: X }})")}))

    with pytest.raises(NotAllowedError):
        writer.commit()


@pytest.fixture
def sealed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A whole index on what looks like a medium that cannot be written to."""
    folder = tmp_path / "index"
    fill(TantivyIndex(folder), passage(LETTER, "x"))
    for lock in folder.glob(".*.lock"):
        lock.unlink()
    monkeypatch.setattr("os.access", lambda path, mode: mode != os.W_OK)
    monkeypatch.setattr("kashf.scratch._parents", lambda: (tmp_path / "temporary",))
    (tmp_path / "temporary").mkdir(mode=0o700)
    return folder


def test_an_index_on_a_medium_that_cannot_be_written_to_is_searched_and_nothing_is_written(sealed: Path) -> None:
    before = sorted(file.name for file in sealed.iterdir())
    index = TantivyIndex(sealed)

    assert {LETTER} == found(index, word("x"))
    assert before == sorted(file.name for file in sealed.iterdir())


def test_the_links_to_such_an_index_are_gone_when_it_is_let_go(sealed: Path) -> None:
    index = TantivyIndex(sealed)
    index.search(word("x"), limit=1)
    temporary = sealed.parent / "temporary"
    assert any(temporary.iterdir())
    del index
    gc.collect()

    assert not temporary.exists()


def test_a_person_who_may_only_read_sees_what_another_writes(sealed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reader = TantivyIndex(sealed)
    assert {LETTER} == found(reader, word("x"))
    with monkeypatch.context() as other:
        other.setattr("os.access", lambda path, mode: True)
        fill(TantivyIndex(sealed), passage(ORDER, "x"))

    assert {LETTER, ORDER} == found(reader, word("x"))


def test_a_sealed_index_without_a_place_for_links_is_refused_and_not_called_damaged(sealed: Path) -> None:
    (sealed.parent / "temporary").rmdir()
    (sealed.parent / "temporary").write_text("no folder")

    with pytest.raises(NotAllowedError, match="copy the case"):
        TantivyIndex(sealed).search(word("x"), limit=1)
