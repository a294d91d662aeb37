from __future__ import annotations

import datetime as dt
import hashlib
import json
import shutil
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest

from kashf.bootstrap import create_case, open_case, open_for_writing
from kashf.domain.ids import EntryId
from kashf.domain.ledger import GENESIS, Entry, EntryKind, Fault
from kashf.services.ledger.checking.index_checks import check_index, digest_of_index
from kashf.services.ledger.code_names import enter_source
from kashf.services.ledger.record import record
from kashf.settings import Settings

NOW = dt.datetime(2026, 3, 1, tzinfo=dt.UTC)
DAY = dt.timedelta(days=1)


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """Return a case whose index was written to by a run that ended."""
    settings = Settings(actor="amal", home=tmp_path / "home")
    create_case(tmp_path / "a.case", name="a", settings=settings)
    with open_for_writing(tmp_path / "a.case", settings=settings) as opened:
        opened.reading.index.writer().close()
        with opened.store.unit() as uow:
            record(opened, uow, EntryKind.RUN, {"index": opened.reading.index.digest()})
            uow.commit()
        opened.reading.index.settle()
    return tmp_path / "a.case"


def put_another_index_there(case: Path) -> None:
    """Change the index, and let its list say that it is being written to."""
    (case / "index" / "planted.store").write_bytes(b"planted")
    told = json.loads((case / "index" / "files.json").read_bytes())
    told["files"]["planted.store"] = hashlib.sha256(b"planted").hexdigest()
    (case / "index" / "files.json").write_text(json.dumps({**told, "open": True}))


def faults(case: Path) -> Sequence[Fault]:
    with closing(open_case(case)) as opened, opened.view.snapshot():
        return check_index(opened, opened.view.entries()).faults


def test_an_index_that_a_run_left_has_no_fault(case: Path) -> None:
    assert not faults(case)


def test_a_list_that_says_it_is_written_to_excuses_nothing_when_nothing_was_done_since(case: Path) -> None:
    put_another_index_there(case)

    (fault,) = faults(case)
    assert fault.what == "index"
    assert fault.remedy == "kashf rebuild CASE --index"


def test_an_index_of_which_no_file_is_there_is_told_with_what_makes_it(case: Path) -> None:
    shutil.rmtree(case / "index")

    (fault,) = faults(case)
    assert ("index", "none is there yet, or none any more: a backup holds none", "kashf process CASE") == (
        fault.where,
        fault.found,
        fault.remedy,
    )


def test_it_is_no_fault_after_something_was_entered_since(case: Path) -> None:
    put_another_index_there(case)
    with open_for_writing(case, settings=Settings(actor="amal", home=case.parent / "home")) as opened, opened.store.unit() as uow:
        enter_source(opened, uow, "pebble-4")
        uow.commit()

    assert not faults(case)


def test_the_last_run_is_that_of_the_chain_also_when_the_clock_was_set_back() -> None:
    ahead = Entry("d" * 32, 0, GENESIS, NOW + 1500 * DAY, "amal", EntryKind.RUN, {"index": "a" * 64})
    later = Entry("d" * 32, 1, EntryId(ahead.id), NOW, "amal", EntryKind.RUN, {"index": "b" * 64})
    other = Entry("d" * 32, 2, EntryId(later.id), NOW, "amal", EntryKind.SOURCE, {})

    assert digest_of_index([(ahead, ahead.id), (later, later.id)]) == ("b" * 64, True)
    assert digest_of_index([(ahead, ahead.id), (later, later.id), (other, other.id)]) == ("b" * 64, False)
