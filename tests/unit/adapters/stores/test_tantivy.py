"""The index in a folder: the contract, and what is peculiar to files."""

from __future__ import annotations

from pathlib import Path
from unittest.mock import Mock

import pytest

from kashf.adapters.stores.tantivy import TantivyIndex
from kashf.errors import DamagedIndexError, NoSpaceError
from kashf.ports.search import AnyWord, Phrase, SearchIndex, Stem
from tests.contracts.test_search_index import LETTER, ORDER, SearchIndexContract, fill, found, passage, word


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
@pytest.mark.parametrize("damage", ["missing", "empty", "garbage"])
def test_a_damaged_file_is_told_and_the_writer_makes_the_index_anew(tmp_path: Path, victim: str, damage: str) -> None:
    fill(TantivyIndex(tmp_path), passage(LETTER, "x"))
    for file in tmp_path.glob(victim):
        file.unlink()
        if damage != "missing":
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
    "message",
    ["An IO error occurred: 'No space left on device (os error 28) at path \"x\"'", "An index writer was killed.. A worker thread"],
)
def test_a_full_disk_is_told_and_the_writer_can_still_be_let_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, message: str) -> None:
    writer = TantivyIndex(tmp_path).writer()
    writer.close()
    failing = Mock(**{"commit.side_effect": ValueError(message), "wait_merging_threads.side_effect": ValueError("Worker thread failed")})
    monkeypatch.setattr(writer, "_writer", failing)
    monkeypatch.setattr("shutil.disk_usage", Mock(return_value=Mock(free=0)))

    with pytest.raises(NoSpaceError):
        writer.commit()
    writer.close()


def test_a_writer_that_dies_with_space_left_is_damage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    writer = TantivyIndex(tmp_path).writer()
    writer.close()
    monkeypatch.setattr(writer, "_writer", Mock(**{"commit.side_effect": ValueError("An index writer was killed")}))
    monkeypatch.setattr("shutil.disk_usage", Mock(return_value=Mock(free=10**12)))

    with pytest.raises(DamagedIndexError):
        writer.commit()
