from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kashf.bootstrap import create_case, open_for_writing
from kashf.domain.ids import DocumentId
from kashf.services.case.open import WritableCase
from kashf.services.ingest.process import Delivery, add
from kashf.services.ledger.checking.unnamed_blobs import settle_blobs
from kashf.services.ledger.custody import verify
from kashf.settings import Settings


@pytest.fixture
def case(tmp_path: Path) -> Iterator[WritableCase]:
    settings = Settings(actor="amal", home=tmp_path / "home")
    create_case(tmp_path / "a.case", name="a", settings=settings)
    with open_for_writing(tmp_path / "a.case", settings=settings) as opened:
        yield opened


def received(case: WritableCase, tmp_path: Path) -> Path:
    """Take a letter in and return the file of its blob."""
    (tmp_path / "letter.txt").write_text("To the commander")
    add(case, [tmp_path / "letter.txt"], Delivery("kestrel"), report=lambda _: None)
    found = next(iter(case.reading.view.walk()))
    return case.reading.path / "blobs" / found.id[:2] / found.id


def read_all(case: WritableCase) -> None:
    """End the reading jobs, as a run does."""
    from kashf.ports.stages import READ

    with case.store.unit() as uow:
        uow.finish(READ, [job.document for job in uow.lease(READ, limit=9)], version="1")
        uow.commit()


def kept(case: WritableCase, content: bytes) -> DocumentId:
    draft = case.reading.blobs.draft()
    draft.write(content)
    case.reading.blobs.keep([draft])
    return draft.id


def link(path: Path) -> None:
    elsewhere = path.parents[3] / "elsewhere"
    path.rename(elsewhere)
    path.symlink_to(elsewhere)


def pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize(
    ("change", "found"),
    [
        (link, "a symbolic link"),
        (pipe, "a pipe"),
        (folder, "a folder"),
        (lambda path: path.chmod(0o666), "open to others (mode 666)"),
        (lambda path: path.chmod(0o440), "open to others (mode 440)"),
        (lambda path: (path.parents[3] / "twin").hardlink_to(path), "a hard link"),
    ],
)
def test_what_lies_in_the_place_of_a_blob_or_is_open_to_others_is_told_by_the_name_of_the_file(
    case: WritableCase, tmp_path: Path, change: Callable[[Path], None], found: str
) -> None:
    change(received(case, tmp_path))

    faults = verify(case.reading).faults

    assert [("blob", "letter.txt")] == [(fault.what, fault.name) for fault in faults if found in fault.found]


@pytest.mark.parametrize("name", ["ab/notes.txt", "ab/" + "c" * 64, "list.txt", "drafts/letter"])
def test_what_is_no_blob_is_told(case: WritableCase, tmp_path: Path, name: str) -> None:
    received(case, tmp_path)
    path = case.reading.path / "blobs" / name
    path.parent.mkdir(mode=0o700, exist_ok=True)
    path.write_text("planted")

    assert [("blobs", name, "a file")] == [(fault.what, fault.where, fault.found) for fault in verify(case.reading).faults]


def test_a_blob_that_nothing_names_is_a_fault_once_all_is_read(case: WritableCase, tmp_path: Path) -> None:
    received(case, tmp_path)
    read_all(case)
    planted = kept(case, b"he did it")
    case.reading.blobs.settle()  # whoever planted it wrote no list

    assert [("blob", planted, "nothing in this case names it")] == [
        (fault.what, fault.where, fault.found) for fault in verify(case.reading).faults
    ]


def test_what_a_stopped_run_kept_is_no_fault_and_is_taken_away_by_the_next(case: WritableCase, tmp_path: Path) -> None:
    letter = received(case, tmp_path)
    read_all(case)
    kept(case, b"half of an archive")

    assert ((), 1) == ((checked := verify(case.reading)).faults, checked.pending_blobs)
    assert (1, 0) == (settle_blobs(case), settle_blobs(case))
    assert ((), 0, True) == ((checked := verify(case.reading)).faults, checked.pending_blobs, letter.exists())


def test_nothing_is_taken_away_while_documents_wait_to_be_read(case: WritableCase, tmp_path: Path) -> None:
    received(case, tmp_path)
    member = kept(case, b"half of an archive")

    assert 0 == settle_blobs(case)
    assert "" == case.reading.blobs.fault(member)


def test_folders_open_to_others_are_told_with_what_mends_them(case: WritableCase, tmp_path: Path) -> None:
    letter = received(case, tmp_path)
    letter.parent.chmod(0o777)
    case.reading.path.chmod(0o755)

    faults = verify(case.reading).faults

    assert {("folder", "the case's folder", "chmod -R go= CASE"), ("blobs", letter.parent.name, "")} == {
        (fault.what, fault.where, fault.remedy) for fault in faults
    }
