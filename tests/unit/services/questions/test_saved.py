from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from kashf.domain.document import Sighting
from kashf.domain.ids import DocumentId
from kashf.domain.ledger import GENESIS, Entry, EntryKind
from kashf.errors import NotAllowedError, NotFoundError, QuerySyntaxError, UsageError
from kashf.services.case.open import WritableCase
from kashf.services.questions.saved import find_saved, forget_search, mark_seen, save_search, saved_searches, tally
from kashf.services.search.faceted import Search
from tests.fakes import FakeClock
from tests.searchable import case_of
from tests.unit.web.named import Notebook, view_of

HOUR = dt.timedelta(hours=1)


@pytest.fixture
def notebook(tmp_path: Path) -> Notebook:
    return Notebook(case_of(tmp_path, "the old bridge", "bridge and tower", "oil"))


def at_work(notebook: Notebook, who: str = "layla", *, hour: int = 0) -> WritableCase:
    with notebook.decide(who) as case:
        return replace(case, clock=FakeClock(FakeClock().time + hour * HOUR), person=f"person-{who}")


def receive(notebook: Notebook, *numbers: int, hour: int) -> None:
    """Let some documents have come by a receipt of some hour."""
    view = view_of(notebook.case)
    receipt = Entry(
        "f" * 32, len(view.ledger), "0" * 64, FakeClock().time + hour * HOUR, "layla", EntryKind.RECEIPT, {"channel": "courier"}
    )  # type: ignore[arg-type]  # a test gives what JSON has
    view.ledger = (*view.ledger, receipt)
    for id in [sorted(view.known)[number] for number in numbers]:
        seen = Sighting(path=f"{id[:4]}.txt", document=DocumentId(id), channel="courier")
        view.seen = {**view.seen, DocumentId(id): (*view.sightings(DocumentId(id)), (seen, receipt.id))}


def test_a_saved_search_is_signed_and_listed_until_it_is_forgotten(notebook: Notebook) -> None:
    saved = save_search(at_work(notebook), "  Old   bridges ", Search("bridge", {"type": "text/plain"}, exact=True))

    assert ("Old bridges", 2, "person-layla") == (saved.name, saved.saved.documents, saved.person)
    assert (saved,) == saved_searches(notebook.case)
    assert saved == find_saved(notebook.case, "OLD BRIDGES") == find_saved(notebook.case, saved.id)
    forget_search(at_work(notebook), "old bridges")
    assert () == saved_searches(notebook.case)
    with pytest.raises(NotFoundError):
        forget_search(at_work(notebook), "old bridges")


@pytest.mark.parametrize("name", ["", "   ", "x" * 101, "\u200b"])
def test_a_name_that_is_none_or_too_long_saves_nothing(notebook: Notebook, name: str) -> None:
    with pytest.raises(UsageError, match="1 to 100"):
        save_search(at_work(notebook), name, Search("bridge"))
    assert [] == notebook.entries


def test_a_name_that_is_taken_saves_nothing_until_it_is_free(notebook: Notebook) -> None:
    save_search(at_work(notebook), "bridges", Search("bridge"))
    with pytest.raises(UsageError, match="called Bridges already"):
        save_search(at_work(notebook), "Bridges", Search("tower"))

    forget_search(at_work(notebook), "bridges")
    assert "tower" == save_search(at_work(notebook), "Bridges", Search("tower")).query


def test_what_cannot_be_understood_is_not_saved(notebook: Notebook) -> None:
    with pytest.raises(QuerySyntaxError):
        save_search(at_work(notebook), "bridges", Search("(bridge"))
    assert [] == notebook.entries


def test_another_person_forgets_nothing(notebook: Notebook) -> None:
    save_search(at_work(notebook), "bridges", Search("bridge"))

    with pytest.raises(NotAllowedError):
        forget_search(at_work(notebook, "rana"), "bridges")
    assert 1 == len(saved_searches(notebook.case))


def test_new_is_what_only_came_after_one_last_looked(notebook: Notebook) -> None:
    receive(notebook, 0, 2, hour=0)
    save_search(at_work(notebook, hour=1), "bridges", Search("bridge"))
    receive(notebook, 0, 1, hour=2)

    (layla,), (rana,) = (list(tally(notebook.case, who=who)) for who in ("layla", "rana"))
    assert (2, [1], 0 - 1) == (layla.documents, [sorted(view_of(notebook.case).known).index(id) for id in layla.new], layla.otherwise)
    assert layla.new == rana.new

    assert 2 == mark_seen(at_work(notebook, hour=3), "bridges")
    (layla,), (rana,) = (list(tally(notebook.case, who=who)) for who in ("layla", "rana"))
    assert ((), 1, 0) == (layla.new, len(rana.new), layla.otherwise)


def test_a_saved_search_that_names_nobody_any_more_says_so_and_stops_no_other(notebook: Notebook) -> None:
    save_search(at_work(notebook), "bridges", Search("bridge"))
    with notebook.decide("layla") as case, case.store.unit() as uow:
        body = {"name": "his", "query": "", "filters": {"person": "Nobody al-Nowhere"}, "documents": 1}
        uow.append(Entry("e" * 32 + "/work", 9, GENESIS, FakeClock().time, "layla", EntryKind.SEARCH_SAVED, body))  # type: ignore[arg-type]  # a test gives what JSON has
        uow.commit()

    found = {each.search.name: each for each in tally(notebook.case, who="layla")}
    assert (2, None, True) == (found["bridges"].documents, found["bridges"].fault, found["his"].fault is not None)
