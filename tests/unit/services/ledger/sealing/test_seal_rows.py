from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kashf.bootstrap import create_case, open_for_writing
from kashf.domain.ids import DocumentId
from kashf.domain.ledger import EntryKind
from kashf.domain.sealing.row_seals import RowSeals, manifest_of
from kashf.services.case.open import WritableCase
from kashf.services.ledger.checking.row_checks import check_rows
from kashf.services.ledger.custody import rebuild, verify
from kashf.services.ledger.sealing.seal_rows import is_sealed_whole, seal_rows, take_over_rows
from kashf.settings import Settings
from tests.full_case import fill


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(actor="amal", home=tmp_path / "home")


@pytest.fixture
def case(tmp_path: Path, settings: Settings) -> Iterator[WritableCase]:
    create_case(tmp_path / "a.case", name="a", settings=settings)
    with open_for_writing(tmp_path / "a.case", settings=settings) as opened:
        yield opened


@pytest.fixture
def earlier(tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[WritableCase]:
    """A case of a kashf that sealed nothing."""
    monkeypatch.setattr("kashf.bootstrap.cases.SEALED", {})
    create_case(tmp_path / "earlier.case", name="earlier", settings=settings)
    with open_for_writing(tmp_path / "earlier.case", settings=settings) as opened:
        opened.store.seal_by(lambda _, seals: None)
        fill(opened)
    with open_for_writing(tmp_path / "earlier.case", settings=settings) as opened:
        yield opened


def test_short_seals_stand_in_the_entry_and_long_ones_in_a_blob_that_it_names(case: WritableCase) -> None:
    for keys in (1, 100):
        with case.store.unit() as uow:
            seal_rows(case, uow, RowSeals(replaced={"pages": {f"{key:064x}": "ab" * 32 for key in range(keys)}}))
            uow.commit()

    (short, _), (long, _) = case.reading.view.entries(kinds=(EntryKind.ROWS,))
    assert (["nth", "rows"], ["manifest", "nth"]) == (sorted(short.body), sorted(long.body))
    assert (1, 2) == (short.body["nth"], long.body["nth"])
    assert "" == case.reading.blobs.fault(DocumentId(manifest_of(long)))


def test_seals_that_are_lost_are_a_fault_of_their_own_and_not_one_of_each_row(case: WritableCase) -> None:
    fill(case)
    manifests = [manifest for entry, _ in case.reading.view.entries() if (manifest := manifest_of(entry))]
    for manifest in manifests:
        case.reading.blobs.destroy(DocumentId(manifest))

    faults = check_rows(case.reading, case.reading.view.entries(), {}).faults
    assert {"seals of rows"} == {fault.what for fault in faults}
    assert manifests == [fault.where for fault in faults]


def test_a_unit_of_work_that_changes_no_row_seals_nothing(case: WritableCase) -> None:
    with case.store.unit() as uow:
        uow.release()
        uow.commit()

    assert () == case.reading.view.entries(kinds=(EntryKind.ROWS,))


def test_rows_that_an_earlier_kashf_made_are_told_and_no_fault(earlier: WritableCase) -> None:
    found = verify(earlier.reading)

    assert () == found.faults
    assert found.rows is not None
    assert (0, True) == (found.rows.sealed, found.rows.not_sealed)


def test_rows_that_an_earlier_kashf_made_are_sealed_as_they_are_and_that_is_said(earlier: WritableCase) -> None:
    assert (True, False) == (take_over_rows(earlier), take_over_rows(earlier))

    found = verify(earlier.reading)
    assert () == found.faults
    assert found.rows is not None
    assert (False, True) == (found.rows.not_sealed, 0 < found.rows.taken_over <= found.rows.sealed)
    assert is_sealed_whole(earlier.reading)


def test_nothing_is_taken_over_any_more_when_all_is_read_again(earlier: WritableCase) -> None:
    take_over_rows(earlier)

    rebuild(earlier)

    found = verify(earlier.reading)
    assert found.rows is not None
    assert ((), 0, False) == (found.faults, found.rows.taken_over, found.rows.not_sealed)


def test_what_is_decided_in_an_earlier_case_is_sealed_before_the_rest_is_taken_over(earlier: WritableCase) -> None:
    with earlier.store.unit() as uow:
        uow.learn_words({"convoy": "cnvy"})
        uow.commit()
    before = verify(earlier.reading)
    take_over_rows(earlier)

    assert () == verify(earlier.reading).faults
    assert before.rows is not None
    assert before.rows.not_sealed


def test_a_case_that_is_made_anew_is_as_it_is_sealed_then(case: WritableCase) -> None:
    fill(case)

    rebuild(case)

    assert () == verify(case.reading).faults
