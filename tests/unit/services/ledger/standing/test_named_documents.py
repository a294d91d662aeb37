from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from kashf.bootstrap import create_case, open_case, open_for_writing
from kashf.domain.ids import DocumentId, Json
from kashf.domain.ledger import EntryKind
from kashf.errors import DamagedCaseError
from kashf.services.case.open import WritableCase
from kashf.services.ledger.custody import verify
from kashf.services.ledger.record import record
from kashf.services.ledger.standing.named_documents import document_faults
from kashf.settings import Settings

ANOTHER_FORM = "spaces, or keys that stand there twice"


@pytest.fixture
def case(tmp_path: Path) -> Iterator[WritableCase]:
    settings = Settings(actor="amal", home=tmp_path / "home")
    create_case(tmp_path / "a.case", name="a", settings=settings)
    with open_for_writing(tmp_path / "a.case", settings=settings) as opened:
        yield opened


def write(case: WritableCase, kind: EntryKind, body: dict[str, Json]) -> None:
    with case.store.unit() as uow:
        record(case, uow, kind, body)
        uow.commit()


def test_a_decision_about_a_document_that_is_not_in_the_case_is_a_fault(case: WritableCase) -> None:
    write(case, EntryKind.PAGE_READ, {"document": "ab" * 32, "page": 1, "name": "k", "seen": 1})

    (fault,) = document_faults(case.reading, case.reading.view.entries(), set())
    assert (f"document {'ab' * 6} that page-read is about", "missing") == (fault.expected, fault.found)


def test_a_document_that_is_known_is_no_fault(case: WritableCase) -> None:
    write(case, EntryKind.PAGE_READ, {"document": "ab" * 32, "page": 1, "name": "k", "seen": 1})

    assert () == document_faults(case.reading, case.reading.view.entries(), {DocumentId("ab" * 32)})


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ("UPDATE ledger SET body = ' ' || body WHERE kind = 'search-saved'", ANOTHER_FORM),
        (
            "UPDATE ledger SET body = '{\"query\":\"x\",' || substr(body, 2) WHERE kind = 'search-saved'",
            ANOTHER_FORM,
        ),
        ("UPDATE ledger SET body = 'junk' WHERE kind = 'search-saved'", "cannot be read"),
        ("UPDATE ledger SET body = '[]' WHERE kind = 'search-saved'", "cannot be read"),
        ("UPDATE ledger SET body = '{\"n\":9999999999999999999}' WHERE kind = 'search-saved'", "cannot be read"),
        ("UPDATE ledger SET body = replace(hex(zeroblob(20000)), '00', '[') WHERE kind = 'search-saved'", "cannot be read"),
        ("UPDATE ledger SET time = '2026-01-01' WHERE kind = 'search-saved'", "cannot be read"),
    ],
)
def test_a_row_that_no_kashf_writes_is_named_and_the_rest_is_verified(case: WritableCase, change: str, found: str) -> None:
    write(case, EntryKind.SEARCH_SAVED, {"name": "s", "query": "convoy"})
    write(case, EntryKind.PAGE_READ, {"document": "ab" * 32, "page": 1, "name": "k", "seen": 1})
    with closing(sqlite3.connect(case.reading.path / "case.db")) as records:
        records.execute(change)
        records.commit()

    told = [(fault.where, fault.found) for fault in verify(case.reading).faults]

    assert (f"{case.device}/work/0", found) in told
    assert any(where == f"{case.device}/work/1" for where, _ in told)


def test_a_place_in_a_chain_that_is_no_integer_is_named(case: WritableCase) -> None:
    write(case, EntryKind.SEARCH_SAVED, {"name": "s", "query": "convoy"})
    with closing(sqlite3.connect(case.reading.path / "case.db")) as records:
        records.execute("UPDATE ledger SET seq = 0.5 WHERE kind = 'search-saved'")
        records.commit()
    opened = open_case(case.reading.path)

    assert (f"{case.device}/work/0.5", "cannot be read") in [(fault.where, fault.found) for fault in verify(opened).faults]
    with pytest.raises(DamagedCaseError, match="cannot be read"):
        opened.view.entries()
    opened.close()
