from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kashf.errors import NotFoundError
from kashf.ports.copy_groups import CopyKind, CopyLink
from kashf.services.case.open import OpenCase
from kashf.services.twins.twins import compare, twins
from tests.fakes import FakeCaseView
from tests.searchable import case_of

SAID = "hold the old bridge until the lorries have passed it"
NAMES = ("order draft.docx", "order.docx", "order final.docx", "note.docx")


@pytest.fixture
def case(tmp_path: Path) -> OpenCase:
    """Return a case of three versions of an order, and a note."""
    made = case_of(tmp_path, SAID.replace(" old ", " new "), SAID, f"{SAID} twice", "another text")
    view = made.view
    assert isinstance(view, FakeCaseView)
    view.known = {id: replace(one, name=name, text_key=None) for (id, one), name in zip(view.known.items(), NAMES, strict=True)}
    first, *copies = list(view.known)[:3]
    view.grouped = [CopyLink(kind, copy, first, 0.9) for copy in copies for kind in (CopyKind.NEAR, CopyKind.ANY)]
    return made


def test_the_versions_of_a_document_come_in_their_order_with_what_differs(case: OpenCase) -> None:
    found = twins(case, "1")

    assert ["order draft.docx", "order final.docx"] == sorted(each.right.name for each in found.compared)
    assert {"order draft.docx": 1, "order final.docx": 1} == {each.right.name: each.comparison.total for each in found.compared}
    last = twins(case, "2")
    assert "order draft.docx" == last.compared[0].right.name
    assert "name" == last.compared[0].order.why


def test_copies_beyond_the_most_are_counted_and_not_compared(case: OpenCase) -> None:
    found = twins(case, "0", most=1)

    assert (1, 1, 3) == (len(found.compared), found.more, len(found.group.documents))


def test_a_document_without_copies_has_no_twins(case: OpenCase) -> None:
    assert () == twins(case, "3").compared


def test_any_two_documents_are_compared_and_say_that_they_are_no_copies(case: OpenCase) -> None:
    assert () == compare(case, "0", "3").links
    assert 0 == compare(case, "3", "3").comparison.total


def test_what_is_not_there_is_not_compared(case: OpenCase) -> None:
    with pytest.raises(NotFoundError):
        compare(case, "0", "e")
