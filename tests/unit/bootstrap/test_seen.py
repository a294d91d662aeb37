from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from kashf.bootstrap import create_case, open_case, open_for_writing, open_to_decide
from kashf.bootstrap.seen import last_seen, remember
from kashf.domain.ledger import EntryKind, Fault
from kashf.errors import RewoundCaseError
from kashf.services.ledger.custody import verify
from kashf.services.ledger.record import record
from kashf.services.ledger.signing.at_home import AtHome
from kashf.settings import Settings


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(actor="amal", home=tmp_path / "home")


@pytest.fixture
def case(tmp_path: Path, settings: Settings) -> Path:
    create_case(tmp_path / "a.case", name="a", settings=settings)
    for name in ("first", "second"):
        write(tmp_path / "a.case", settings, name)
    return tmp_path / "a.case"


def write(case: Path, settings: Settings, name: str) -> None:
    with open_to_decide(case, settings=settings) as opened, opened.store.unit() as uow:
        record(opened, uow, EntryKind.SEARCH_SAVED, {"name": name, "query": "convoy"})
        uow.commit()


def faults(case: Path, settings: Settings) -> tuple[Fault, ...]:
    opened = open_case(case)
    try:
        return verify(opened, home=AtHome(seen=last_seen(case, settings))).faults
    finally:
        opened.close()


def cut_tail(case: Path) -> None:
    with closing(sqlite3.connect(case / "case.db")) as records:
        records.execute("DELETE FROM ledger WHERE seq = 1")
        records.execute("DELETE FROM signatures WHERE entry NOT IN (SELECT id FROM ledger)")
        records.commit()


def test_a_case_that_goes_on_from_what_was_seen_has_no_fault(case: Path, settings: Settings) -> None:
    assert () == faults(case, settings)


def test_a_tail_that_was_cut_off_is_named_at_home_without_a_head(case: Path, settings: Settings) -> None:
    cut_tail(case)

    assert [("seen here", "missing")] == [(fault.what, fault.found) for fault in faults(case, settings)]


def test_nothing_is_written_after_a_tail_that_was_cut_off(case: Path, settings: Settings) -> None:
    cut_tail(case)

    for opens in (open_for_writing, open_to_decide):
        with pytest.raises(RewoundCaseError, match="behind"), opens(case, settings=settings):
            pass


def test_an_older_copy_is_taken_once_somebody_says_so(case: Path, settings: Settings) -> None:
    cut_tail(case)
    with closing(open_case(case)) as opened:
        remember(case, opened.view, settings)

    write(case, settings, "third")
    assert () == faults(case, settings)


def test_a_copy_that_is_worked_on_elsewhere_is_no_alarm(case: Path, settings: Settings, tmp_path: Path) -> None:
    copy = shutil.copytree(case, tmp_path / "copy.case")
    write(case, settings, "third")
    write(copy, settings, "other")

    assert ((), ()) == (faults(case, settings), faults(copy, settings))


def test_what_others_added_is_no_alarm(case: Path, settings: Settings, tmp_path: Path) -> None:
    write(case, Settings(actor="omar", home=tmp_path / "other"), "third")

    assert {"installation"} == {fault.what for fault in faults(case, settings)}


def test_another_case_in_its_place_is_named(case: Path, settings: Settings, tmp_path: Path) -> None:
    create_case(tmp_path / "b.case", name="b", settings=Settings(actor="amal", home=tmp_path / "other"))
    shutil.rmtree(case)
    shutil.copytree(tmp_path / "b.case", case)

    assert ["seen here"] == [fault.what for fault in faults(case, settings) if fault.what != "installation"]


def test_what_was_never_seen_is_no_alarm_and_not_told_as_one(settings: Settings, tmp_path: Path) -> None:
    with capture_logs() as told:
        assert last_seen(tmp_path / "never.case", settings) is None
    assert [] == told


def test_a_new_case_where_another_lay_is_no_alarm(case: Path, settings: Settings) -> None:
    shutil.rmtree(case)
    create_case(case, name="b", settings=settings)

    assert () == faults(case, settings)


def test_what_is_remembered_tells_no_path_and_is_private(case: Path, settings: Settings) -> None:
    (file,) = (settings.home / "heads").iterdir()

    assert b"a.case" not in file.read_bytes()
    assert [0o700, 0o600] == [path.stat().st_mode & 0o777 for path in (file.parent, file)]


def test_what_is_damaged_of_it_is_told_and_made_anew(case: Path, settings: Settings) -> None:
    (file,) = (settings.home / "heads").iterdir()
    for content in ("", "[]", "[" * 100_000, '{"case": "x", "chains": {"a": {"length": "1", "last": "y"}}}'):
        file.write_text(content)

        with capture_logs() as told:
            assert last_seen(case, settings) is None
        assert ["case.memory-damaged"] == [each["event"] for each in told]
    write(case, settings, "third")
    assert last_seen(case, settings)
