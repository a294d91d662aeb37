from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from kashf.adapters.index import TantivyIndex
from kashf.domain.ids import DocumentId
from kashf.language.words.folding import Folded
from kashf.ports.search import Facets, Passage


def passage(text: str, *, document: DocumentId) -> Passage:
    return Passage(document=document, words=[Folded(text)], page=1, start=0, end=100, facets=Facets())


def written(folder: Path, *texts: str) -> TantivyIndex:
    """Return an index to which some texts were written, one commit each."""
    index = TantivyIndex(folder)
    with closing(index.writer()) as writer:
        for number, text in enumerate(texts):
            writer.put([passage(text, document=DocumentId(f"{number:064x}"))])
            writer.commit()
    return index


def flip(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 255
    path.write_bytes(content)


def segment(folder: Path) -> Path:
    return max(folder.glob("*.store"))


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (lambda folder: flip(segment(folder)), "other bytes"),
        (lambda folder: flip(folder / "meta.json"), "other bytes"),
        (lambda folder: segment(folder).unlink(), "missing"),
        (lambda folder: (folder / "planted.store").write_bytes(b"x"), "a file that is none of its own"),
        (lambda folder: (folder / "files.json").unlink(), "missing"),
        (lambda folder: (folder / "files.json").write_text('{"files":{},"open":false}'), "another list than the ledger names"),
    ],
)
def test_a_file_that_was_changed_lost_or_put_in_is_told(tmp_path: Path, change: Callable[[Path], None], what: str) -> None:
    index = written(tmp_path / "index", "order", "letter")
    digest = index.digest()
    index.settle()
    assert ((), True) == ((found := index.check(digest)).changed, found.is_sure)

    change(tmp_path / "index")

    assert [what] == [told for _, told in index.check(digest).changed]


def test_while_it_is_written_to_new_files_are_no_fault_and_a_changed_segment_is(tmp_path: Path) -> None:
    index = written(tmp_path / "index", "order")
    digest = index.digest()
    index.settle()
    old = segment(tmp_path / "index")
    with closing(index.writer()) as writer:
        writer.put([passage("letter", document=DocumentId("f" * 64))])
        writer.commit()
        during = index.check(digest)
        flip(old)
        changed = index.check(digest)

    assert ((), False) == (during.changed, during.is_sure)
    assert [old.name] == [name for name, _ in changed.changed]


def test_a_writer_that_writes_nothing_leaves_the_digest_as_it_was(tmp_path: Path) -> None:
    index = written(tmp_path / "index", "order")
    digest = index.digest()
    index.settle()
    index.writer().close()

    assert (digest, True) == (index.digest(), index.check(digest).is_sure)


@pytest.mark.parametrize("name", ["files.json", "version"])
def test_a_pipe_in_place_of_a_file_holds_nobody_up(tmp_path: Path, name: str) -> None:
    index = TantivyIndex(tmp_path / "index")
    index.writer().close()
    (tmp_path / "index" / name).unlink()
    os.mkfifo(tmp_path / "index" / name)

    index.check("")
    assert index.is_whole() == (name == "files.json")
