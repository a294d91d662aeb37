"""Fresh records are made of what can be read, and of nothing that lacks what was written last."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kashf.bootstrap import create_case, open_case, open_to_decide
from kashf.bootstrap.rebuilding import renew_records
from kashf.domain.ledger import EntryKind
from kashf.errors import CopiedOpenError
from kashf.services.ledger.record import record
from kashf.settings import Settings


def test_a_case_that_was_copied_without_its_log_is_not_made_anew_from_what_is_older(tmp_path: Path) -> None:
    settings, case, copy = Settings(actor="amal", home=tmp_path / "home"), tmp_path / "a.case", tmp_path / "b.case"
    create_case(case, name="a", settings=settings)
    with open_to_decide(case, settings=settings) as opened, opened.store.unit() as uow:
        record(opened, uow, EntryKind.SEARCH_SAVED, {"name": "one", "query": "convoy"})
        uow.commit()
        shutil.copytree(case, copy, ignore=shutil.ignore_patterns("case.db-wal", "case.db-shm"))
    there = {path: path.read_bytes() for path in copy.rglob("*") if path.is_file()}

    with pytest.raises(CopiedOpenError):
        renew_records(copy, settings=settings)
    assert there == {path: path.read_bytes() for path in copy.rglob("*") if path.is_file()}


def test_sound_records_are_made_anew_with_their_whole_ledger(tmp_path: Path) -> None:
    settings, case = Settings(actor="amal", home=tmp_path / "home"), tmp_path / "a.case"
    create_case(case, name="a", settings=settings)
    opened = open_case(case)
    before = opened.view.entries()
    opened.close()

    renewed = renew_records(case, settings=settings)

    opened = open_case(case)
    assert (opened.view.entries()[: len(before)], renewed.lost, renewed.kept) == (before, (), None)
    opened.close()
