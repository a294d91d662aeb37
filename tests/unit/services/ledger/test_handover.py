"""Tests for how a delivery came: sealed, but for how many."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from kashf.bootstrap import create_case, open_for_writing
from kashf.domain.entries.handovers import Hop
from kashf.domain.ledger import EntryKind
from kashf.errors import UsageError
from kashf.services.case.brought.additions import find_addition
from kashf.services.case.open import WritableCase
from kashf.services.ingest.process import Delivery, add
from kashf.services.ledger.custody import verify
from kashf.services.ledger.handover import handovers, record_handover
from kashf.settings import Settings

HOPS = (Hop("Umm Salim", "plover", "2016-04", "by hand", seal="wax"), Hop("plover", "us"))


@pytest.fixture
def case(tmp_path: Path) -> Iterator[WritableCase]:
    settings = Settings(actor="amal", home=tmp_path / "home")
    create_case(tmp_path / "a.case", name="a", settings=settings)
    folder = tmp_path / "leak"
    folder.mkdir()
    for name, text in (("a.txt", "order"), ("b.txt", "note"), ("c.txt", "list")):
        (folder / name).write_text(text)
    with open_for_writing(tmp_path / "a.case", settings=settings) as opened:
        add(opened, [folder], Delivery("kestrel-2"), report=lambda _: None)
        yield opened


def md5(text: str) -> str:
    return hashlib.md5(text.encode(), usedforsecurity=False).hexdigest()


LINES = ("order", "a.txt"), ("else", "b.txt"), ("gone", "gone.txt")
LIST = "\r\n".join(f"{md5(text)}  D:\\Umm Salim\\{name}" for text, name in LINES).encode("utf-16")


def test_hops_and_list_are_sealed_and_the_ledger_holds_numbers(case: WritableCase) -> None:
    record_handover(case, find_addition(case.reading, "1"), hops=HOPS, hash_list=LIST)
    ((entry, _),) = case.reading.view.entries(kinds=(EntryKind.HANDOVER,))
    files = [file for file in case.reading.path.rglob("*") if file.is_file()]

    told = {"algorithms": ["md5"], "weak": True, "matches": 1, "differs": 1, "missing": 1, "unlisted": 1, "unread_lines": 0}
    assert ({"receipts", "sealed", "box", "hops", "hash_check"}, 2, told) == ({*entry.body}, entry.body["hops"], entry.body["hash_check"])
    assert [] == [file for file in files if b"Umm Salim" in file.read_bytes()]


def test_what_was_recorded_is_told_and_stands_without_its_note(case: WritableCase) -> None:
    addition = find_addition(case.reading, "1")
    record_handover(case, addition, hops=HOPS)
    (told,) = handovers(case.reading, addition)
    for note in (case.reading.path / "sealed").iterdir():
        note.unlink()
    (left,) = handovers(case.reading, addition)

    assert [dict(hop.as_json()) for hop in HOPS] == (told.note or {})["hops"]
    assert (2, None, None) == (left.hops, left.note, left.hash_check)
    assert () == verify(case.reading).faults


def test_a_list_of_what_came_in_two_goes_is_held_against_both(case: WritableCase, tmp_path: Path) -> None:
    (tmp_path / "leak" / "d.txt").write_text("later")
    add(case, [tmp_path / "leak"], Delivery("kestrel-2"), report=lambda _: None)
    listed = "\n".join(f"{hashlib.sha256(text.encode()).hexdigest()}  x" for text in ("order", "note", "list", "later"))
    _, check = record_handover(case, find_addition(case.reading, "2"), hash_list=listed.encode())

    assert check
    assert (4, (), ()) == (check.matches, check.missing, check.unlisted)


@pytest.mark.parametrize("hash_list", [b"", b"no hash in here\n"])
def test_nothing_is_entered_where_there_is_nothing(case: WritableCase, hash_list: bytes) -> None:
    with pytest.raises(UsageError):
        record_handover(case, find_addition(case.reading, "1"), hash_list=hash_list)

    assert () == case.reading.view.entries(kinds=(EntryKind.HANDOVER,))
