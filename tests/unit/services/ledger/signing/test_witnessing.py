from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from kashf.bootstrap import create_case, open_case, open_to_decide
from kashf.bootstrap.signers import witness_of
from kashf.domain.ledger import EntryKind
from kashf.errors import UsageError
from kashf.services.case.open import OpenCase
from kashf.services.ledger.custody import verify
from kashf.services.ledger.record import record
from kashf.services.ledger.signing.witnessing import check_witness, witness_lines
from kashf.settings import Settings


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(actor="amal", home=tmp_path / "home")


@pytest.fixture
def case(tmp_path: Path, settings: Settings) -> Iterator[OpenCase]:
    create_case(tmp_path / "a.case", name="a", settings=settings)
    write(tmp_path / "a.case", settings)
    with closing(open_case(tmp_path / "a.case")) as opened:
        yield opened


def write(case: Path, settings: Settings) -> None:
    with open_to_decide(case, settings=settings) as opened, opened.store.unit() as uow:
        record(opened, uow, EntryKind.SEARCH_SAVED, {"name": "s", "query": "convoy"})
        uow.commit()


def test_a_case_that_goes_on_continues_what_was_witnessed(case: OpenCase, settings: Settings) -> None:
    file = witness_lines(witness_of(case, settings))
    write(case.path, settings)

    witness, faults = check_witness(case, file)
    assert (2, ()) == (witness.entries, faults)


def test_a_head_is_found_by_how_many_entries_it_covers(case: OpenCase, settings: Settings) -> None:
    kept = witness_of(case, settings)
    write(case.path, settings)

    covered = verify(case, earlier_head=kept.head, covering=2).covered
    assert covered
    assert 2 == covered.entries
    assert ["head"] == [fault.what for fault in verify(case, earlier_head=kept.head, covering=3).faults]


def test_another_case_and_a_shorter_one_are_named(case: OpenCase, settings: Settings, tmp_path: Path) -> None:
    create_case(tmp_path / "b.case", name="b", settings=settings)
    with closing(open_case(tmp_path / "b.case")) as other:
        assert ["the case that was witnessed"] == [
            each.where for each in check_witness(other, witness_lines(witness_of(case, settings)))[1]
        ]
    write(case.path, settings)
    file = witness_lines(witness_of(case, settings))
    with open_to_decide(case.path, settings=settings) as opened:
        opened.store._connection.run("DELETE FROM ledger WHERE seq = 1")  # type: ignore[attr-defined]  # as somebody past kashf would

    (fault,) = check_witness(case, file)[1]
    assert ("witness", "1 entries") == (fault.what, fault.found)


def test_a_file_that_was_changed_or_is_none_is_refused(case: OpenCase, settings: Settings) -> None:
    file = witness_lines(witness_of(case, settings))

    with pytest.raises(UsageError, match="does not hold"):
        check_witness(case, file.replace(b'"length":1', b'"length":2', 1))
    for other in (b"", b"[]", b"{}", json.dumps({"kind": "kashf witness", "chains": [1]}).encode(), b"\xff"):
        with pytest.raises(UsageError, match="no witness file"):
            check_witness(case, other)
