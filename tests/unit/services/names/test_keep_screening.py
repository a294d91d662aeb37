from __future__ import annotations

import datetime as dt
import hashlib
import json
from functools import partial
from pathlib import Path

import pytest

from kashf.domain.entries.delivery import Scope
from kashf.domain.entries.screenings import DatedBy, ScreenedList
from kashf.domain.ledger import EntryKind, chain_faults
from kashf.services.names.keep_screening import KeptScreening, keep_screening, listed_as
from kashf.services.names.screen import screen
from tests.searchable import case_of
from tests.unit.web.named import Notebook

LIST = "Hugo Brandt\nMarta Oliveira\n...\n"
DAY = dt.date(2031, 4, 30)


@pytest.fixture
def notebook(tmp_path: Path) -> Notebook:
    return Notebook(case_of(tmp_path, "From: Hugo Brandt <hb@example.de>"))


def kept(notebook: Notebook, text: str = LIST, *, scope: Scope = Scope.LEAK) -> KeptScreening:
    found = screen(notebook.case, text, name="list", scope=scope)
    return keep_screening(notebook.case, found, listed_as(text.encode(), "list.txt", dated=DAY), partial(notebook.decide, ""))


def test_a_screening_is_one_signed_entry_with_counts_and_no_name(notebook: Notebook) -> None:
    kept(notebook)

    (entry,) = notebook.entries
    assert (EntryKind.SCREENED, "layla", False) == (entry.kind, entry.actor, entry.is_custody)
    listed = {"name": "list.txt", "sha256": hashlib.sha256(LIST.encode()).hexdigest(), "dated": "2031-04-30", "dated_by": "person"}
    counts = {"entries": 3, "with_hits": 1, "without": 1, "untold": 1}
    assert {**listed, **counts, "collection": "leak"} == entry.body
    assert not any(name in json.dumps(dict(entry.body)) for name in ("Hugo", "Marta"))
    assert () == chain_faults(notebook.case.view.entries())


def test_the_same_list_against_the_same_collection_was_screened_before_and_no_other(notebook: Notebook) -> None:
    first = kept(notebook)
    again, other, elsewhere = kept(notebook), kept(notebook, "Hugo Brandt\n"), kept(notebook, scope=Scope.ALL)

    assert again.before is not None
    assert first.found.tally == again.before.tally
    assert [None, None, None] == [each.before for each in (first, other, elsewhere)]
    assert 4 == len(notebook.entries)


def test_what_is_found_stands_where_nothing_can_be_written_down(notebook: Notebook) -> None:
    notebook.is_locked = True
    locked = kept(notebook)

    assert (1, True, []) == (len(locked.found.hits), locked.fault is not None, notebook.entries)


@pytest.mark.parametrize(
    ("given", "name"), [("/secret/list.csv", "list.csv"), ("C:\\secret\\list.csv", "list.csv"), ("a\nb\udcff", "a␊b?")]
)
def test_a_list_is_called_what_its_file_is_called_without_folders(given: str, name: str) -> None:
    assert name == listed_as(b"", given).name


def test_a_day_that_a_person_says_stands_before_the_day_of_the_file() -> None:
    later = dt.date(2031, 5, 2)
    dates = [listed_as(b"", "x", **days) for days in ({"dated": DAY, "changed": later}, {"changed": later}, {})]

    assert [(DAY, DatedBy.PERSON), (later, DatedBy.FILE), (None, None)] == [(each.dated, each.dated_by) for each in dates]
    assert all(isinstance(each, ScreenedList) for each in dates)
