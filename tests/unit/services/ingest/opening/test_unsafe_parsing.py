"""A case whose files were opened without a sandbox is known as such until all of it was read again in one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from kashf.bootstrap import create_case, open_for_writing
from kashf.domain.ledger import GENESIS, Entry, EntryKind
from kashf.ports.taggers import TaggerKit
from kashf.services.case.open import WritableCase
from kashf.services.ingest.opening.unsafe_parsing import is_read_unsafely, note_grade
from kashf.services.ingest.process import Delivery, add, process
from kashf.services.ingest.readers import HowToRead
from kashf.services.ledger.custody import rebuild
from kashf.settings import Settings
from tests.fakes import FakeCaseView, FakeSandbox, FakeWorker
from tests.unit.services.ingest.test_process import reads

READ = {"done": {"read": 1}}


@pytest.fixture
def case(tmp_path: Path) -> Iterator[WritableCase]:
    settings, path = Settings(actor="amal", home=tmp_path / "home"), tmp_path / "one.case"
    create_case(path, name="One", settings=settings)
    with open_for_writing(path, settings=settings) as writable:
        yield writable


def take_in(case: WritableCase, text: str, *, grade: str) -> None:
    leak = case.reading.path.parent / "leak"
    leak.mkdir(exist_ok=True)
    (leak / f"{len(text)}.txt").write_text(text)
    add(case, [leak], Delivery("courier"), report=lambda _: None)
    go(case, grade=grade)


def go(case: WritableCase, *, grade: str) -> None:
    process(case, FakeSandbox(FakeWorker(reads), grade=grade), HowToRead(workers=1), kit=TaggerKit(()), report=lambda _: None)


def kinds(case: WritableCase) -> list[str]:
    return [entry.kind for entry, _ in case.reading.view.entries(kinds=(EntryKind.UNSAFE_PARSING, EntryKind.RUN))]


def test_it_is_written_down_before_the_first_file_is_opened_and_once(case: WritableCase) -> None:
    take_in(case, "a letter", grade="none")
    take_in(case, "another letter", grade="none")

    assert [EntryKind.UNSAFE_PARSING, EntryKind.RUN, EntryKind.RUN] == kinds(case)
    assert is_read_unsafely(case.reading.view)


@pytest.mark.parametrize("grade", ["bubblewrap", "landlock"])
def test_in_a_sandbox_nothing_is_written_down(case: WritableCase, grade: str) -> None:
    take_in(case, "a letter", grade=grade)

    assert [EntryKind.RUN] == kinds(case)
    assert not is_read_unsafely(case.reading.view)


def test_a_later_run_in_a_sandbox_does_not_make_it_good_and_a_rebuilt_case_does(case: WritableCase) -> None:
    take_in(case, "a letter", grade="none")
    take_in(case, "another letter", grade="bubblewrap")
    still = is_read_unsafely(case.reading.view)
    rebuild(case)
    go(case, grade="bubblewrap")

    assert (True, False) == (still, is_read_unsafely(case.reading.view))


def test_a_case_that_is_rebuilt_without_a_sandbox_is_marked_again(case: WritableCase) -> None:
    take_in(case, "a letter", grade="bubblewrap")
    rebuild(case)
    go(case, grade="none")

    assert is_read_unsafely(case.reading.view)


def test_where_nothing_waits_nothing_is_opened_and_nothing_is_marked(case: WritableCase) -> None:
    take_in(case, "a letter", grade="bubblewrap")
    go(case, grade="none")

    assert not is_read_unsafely(case.reading.view)


def test_a_run_that_was_cut_off_before_its_end_is_known_as_well(case: WritableCase) -> None:
    note_grade(case, "none")

    assert is_read_unsafely(case.reading.view)


def test_a_case_of_an_earlier_kashf_tells_it_by_its_runs() -> None:
    def entry(seq: int, kind: EntryKind, sandbox: str) -> Entry:
        return Entry("d" * 32, seq, GENESIS, dt.datetime(2016, 5, 2, tzinfo=dt.UTC), "amal", kind, {"sandbox": sandbox, **READ})

    unsafe, safe = entry(1, EntryKind.RUN, "none"), entry(2, EntryKind.RUN, "bubblewrap")

    assert is_read_unsafely(FakeCaseView(ledger=(unsafe, safe)))
    assert not is_read_unsafely(FakeCaseView(ledger=(safe,)))
