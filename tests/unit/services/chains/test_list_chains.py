"""Which chains of a case are listed, and what is told of those that are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from kashf.errors import NotFoundError, UsageError
from kashf.ports.copy_groups import CopyKind, CopyLink
from kashf.ports.stages import LETTERS
from kashf.services.case.open import OpenCase
from kashf.services.chains.list_chains import list_chains
from kashf.services.letters.keep_letters import keep_letters
from kashf.show.chains.chain_lines import operation_line
from tests.fakes import FakeCaseView
from tests.searchable import case_of
from tests.unit.events.chains.made_letters import ACKNOWLEDGEMENT, COMPLETION, ORDER, OTHERS


@pytest.fixture
def case(tmp_path: Path) -> OpenCase:
    """Return a case of an order, its copy, what came of it, letters about other things, and a note that is no letter."""
    made = case_of(tmp_path, ORDER, ORDER, ACKNOWLEDGEMENT, COMPLETION, *OTHERS, "bread and milk")
    view = made.view
    assert isinstance(view, FakeCaseView)
    view.rows[LETTERS.name] = dict(keep_letters(view, list(view.known)))
    first, copy, *_ = view.known
    view.grouped = [CopyLink(kind, copy, first) for kind in (CopyKind.TEXT, CopyKind.ANY)]
    return made


def test_operations_are_told_by_name_with_what_is_left_out(case: OpenCase) -> None:
    found = list_chains(case)

    assert [("Red Lamp", 1, 3, 0)] == [(each.name, each.chains, each.letters, each.missing) for each in found.operations]
    assert (1, 3, 11, 1, 1) == (found.of, found.linked, found.letters, found.copies, found.no_letters)


def test_an_operation_is_asked_for_in_any_spelling(case: OpenCase) -> None:
    (chain,) = list_chains(case, operation="RED  lamp").chains

    assert ["order", "acknowledgement", "completion"] == [each.act for each in chain.letters]


def test_the_chain_of_a_letter_is_asked_for_by_any_of_its_copies(case: OpenCase) -> None:
    view = case.view
    assert isinstance(view, FakeCaseView)
    _, copy, *_ = view.known

    assert list_chains(case, document=copy).chains == list_chains(case, operation="Red Lamp").chains


def test_a_name_that_no_letter_has_is_refused(case: OpenCase) -> None:
    with pytest.raises(NotFoundError):
        list_chains(case, operation="Blue Lamp")
    with pytest.raises(UsageError):
        list_chains(case, operation="«»")
    with pytest.raises(NotFoundError):
        list_chains(case, document=list(case.view.walk())[-1].id)


def test_one_doubtful_day_is_told_as_one_date_and_not_as_the_days_from_first_to_last(tmp_path: Path) -> None:
    made = case_of(tmp_path, ORDER.replace("25 May 2014", "03/04/2014"), *OTHERS)
    view = made.view
    assert isinstance(view, FakeCaseView)
    view.rows[LETTERS.name] = dict(keep_letters(view, list(view.known)))
    (operation,) = list_chains(made).operations

    assert operation.first
    assert ("[2014-03-04,2014-04-03]", operation.first) == (operation.first.edtf(), operation.last)
    assert " to " not in operation_line(operation)


@pytest.mark.parametrize("asked", ["Red Lamb", "رد لامب"])
def test_names_that_are_written_or_sound_alike_are_told_where_a_name_is_not_there(case: OpenCase, asked: str) -> None:
    with pytest.raises(NotFoundError, match="Red Lamp") as refused:
        list_chains(case, operation=asked)

    assert "operation-with-near-names" == refused.value.code
