from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from kashf.domain.document import Sighting, Status
from kashf.domain.entity import MentionType, NameKey, Verdict
from kashf.domain.entries.delivery import Scope
from kashf.domain.ids import DocumentId
from kashf.domain.ledger import GENESIS, Entry, EntryKind
from kashf.errors import NotFoundError
from kashf.services.names.review import judge
from kashf.services.questions.diff import CaseDiff, diff
from kashf.services.questions.saved import save_search
from kashf.services.search.faceted import Search
from tests.unit.web.named import Notebook, named_case, view_of

NOON = dt.datetime(2016, 5, 2, 12, tzinfo=dt.UTC)
SHAMALI, WARDI = "Abu Mohammed al-Shamali", "Salma al-Wardi"


@pytest.fixture
def notebook(tmp_path: Path) -> Notebook:
    """A case of two deliveries: the second brings a document that was there, a version of the other, and a new one."""
    letters = (f"order 12 for {SHAMALI}", f"a bridge of {SHAMALI}", f"order 15 for {SHAMALI} and {WARDI}", f"{WARDI} met {SHAMALI}")
    made = named_case(tmp_path, *letters, names={MentionType.PERSON: (SHAMALI, WARDI)})
    view = view_of(made)
    first, second = (Entry("f" * 32, place, GENESIS, NOON, "layla", EntryKind.RECEIPT, {"channel": "courier"}) for place in (1, 2))
    view.ledger = (*view.ledger, first, second)
    paths = ("leak/order.txt", "leak/bridge.txt", "leak/order.txt", "leak/new.txt")
    by = ((first,), (first, second), (second,), (second,))
    for id, path, receipts in zip(ids(made.view), paths, by, strict=True):  # type: ignore[arg-type]  # a fake has them
        seen = tuple((Sighting(path=path, document=id, channel="courier"), receipt.id) for receipt in receipts)
        view.seen = {**view.seen, id: seen}
        view.known[id] = replace(view.known[id], name=path)
    return Notebook(made)


def ids(view: object) -> list[DocumentId]:
    """Return the documents in the order of their letters."""
    return [record.id for record in sorted(view.walk(), key=lambda each: (each.name, each.id))]  # type: ignore[attr-defined]  # a fake has them


def came(notebook: Notebook, scope: Scope = Scope.LEAK) -> CaseDiff:
    return diff(notebook.case, "1", scope=scope)


def test_a_document_that_came_again_is_no_new_one_and_a_version_is_told_by_its_path(notebook: Notebook) -> None:
    found = came(notebook)

    assert {"leak/order.txt": "same-path", "leak/new.txt": "new"} == {each.path: each.relation for each in found.documents}
    assert (1, 1) == (len(found.again), len(found.received))
    (version,) = [each.change for each in found.documents if each.change]
    assert (("15",), ("12",), (WARDI,)) == (version.added.numbers, version.gone.numbers, version.added.names)


def test_names_are_told_as_new_or_with_what_they_had_before(notebook: Notebook) -> None:
    told = {each.text: (each.is_new, each.before, each.more, each.in_documents) for each in came(notebook).names}

    assert {WARDI: (True, 0, 2, 2), SHAMALI: (False, 2, 2, 2)} == told


def test_only_kept_searches_that_new_documents_answer_have_moved(notebook: Notebook) -> None:
    with notebook.decide("layla") as case:
        save_search(case, "orders", Search("order"))
        save_search(case, "bridges", Search("bridge"))

    found = came(notebook)
    assert [("orders", 2, 1)] == [(each.search.name, each.documents, len(each.new)) for each in found.searches]
    assert 1 == found.unmoved


def test_decisions_on_names_stand(notebook: Notebook) -> None:
    left, right = (NameKey(each.key) for each in notebook.case.view.names(MentionType.PERSON))
    with notebook.decide("layla") as case:
        judge(case, left, right, Verdict.DIFFERENT, type=MentionType.PERSON)

    assert (1, 0, (), ()) == tuple(getattr(came(notebook).decisions, name) for name in ("names", "places", "moved", "need_look"))


def test_what_failed_and_what_waits_is_told_apart(notebook: Notebook) -> None:
    view = view_of(notebook.case)
    *_, third, fourth = [id for id in view.seen if len(view.seen[id]) == 1 and view.seen[id][0][1] == view.ledger[-1].id]
    view.known[third] = replace(view.known[third], status=Status.FAILED, reason="damaged")
    view.known[fourth] = replace(view.known[fourth], status=None)

    found = came(notebook)
    assert ([third], 1) == ([each.document for each in found.not_whole], found.waiting)


def test_documents_of_another_collection_are_counted_beside(notebook: Notebook) -> None:
    found = came(notebook, Scope.OWN_WORK)

    assert ((), {"leak": 2}) == (found.documents, {each.value: count for each, count in found.elsewhere.items()})


@pytest.mark.parametrize("asked", ["", "9", "zz"])
def test_an_unknown_receipt_is_no_empty_answer(notebook: Notebook, asked: str) -> None:
    with pytest.raises(NotFoundError):
        diff(notebook.case, asked)
