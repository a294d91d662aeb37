from __future__ import annotations

from kashf.domain.document import Sighting
from kashf.ports.copy_groups import CopyKind, CopyLink
from kashf.services.case.copies.find_links import find_links
from kashf.services.case.copies.letter_groups import groups_by_kind, letter_groups, letter_of
from kashf.services.case.copies.sheet_fits import SheetFits
from kashf.services.case.copies.witnesses import copy_links
from tests.fakes import FakeCaseView
from tests.unit.services.case.copies.test_witnesses import COPY, NEARLY, ORDER, OTHER, ChangedCase, case_view

SAME_TEXT, NEAR = CopyLink(CopyKind.TEXT, COPY, ORDER), CopyLink(CopyKind.NEAR, NEARLY, ORDER, 0.99)
EITHER = (CopyLink(CopyKind.ANY, COPY, ORDER), CopyLink(CopyKind.ANY, NEARLY, ORDER))


def found_view() -> FakeCaseView:
    """Return the case with the copies that are found in it."""
    view = case_view()
    view.grouped = find_links(view, SheetFits())
    return view


def test_a_letter_is_one_group_whatever_way_its_copies_were_found() -> None:
    (group,) = letter_groups(found_view())

    assert (("text", "near"), (ORDER, COPY, NEARLY), ("1.txt", "2.txt", "3.txt")) == (group.ways, group.documents, group.paths)
    assert [(CopyKind.TEXT, COPY, ORDER), (CopyKind.NEAR, NEARLY, ORDER)] == [(each.kind, each.document, each.of) for each in group.pairs]
    assert [1.0, True] == [group.pairs[0].score, 0.95 < group.pairs[1].score < 1]


def test_groups_are_the_same_where_all_was_compared_and_where_documents_changed_since() -> None:
    found = case_view(ChangedCase)
    kept = case_view()
    found.grouped = [SAME_TEXT, NEAR]
    kept.grouped = [SAME_TEXT, NEAR, *EITHER]

    assert [each.documents for each in letter_groups(found)] == [each.documents for each in letter_groups(kept)]
    assert [letter_of(found, each).documents for each in found.known] == [letter_of(kept, each).documents for each in kept.known]
    assert ((ORDER, NEARLY),) == groups_by_kind(copy_links(found))[CopyKind.NEAR] == groups_by_kind(copy_links(kept))[CopyKind.NEAR]


def test_one_document_at_two_places_is_a_group_of_bytes_and_alone_otherwise() -> None:
    view = found_view()
    view.seen = {**view.seen, OTHER: tuple((Sighting(OTHER, path, "courier"), None) for path in ("4.txt", "again.txt"))}

    assert (("bytes",), (OTHER,), ("4.txt", "again.txt")) == tuple(
        getattr(letter_groups(view)[1], name) for name in ("ways", "documents", "paths")
    )
    assert (OTHER,) == letter_of(view, OTHER).documents


def test_the_group_of_a_copy_that_was_seen_twice_says_so() -> None:
    view = found_view()
    view.seen = {**view.seen, COPY: tuple((Sighting(COPY, path, "courier"), None) for path in ("2.txt", "again.txt"))}

    assert [("bytes", "text", "near")] == [group.ways for group in letter_groups(view)]
    assert 4 == len(letter_groups(view)[0].paths)


def test_an_empty_case_has_no_copies() -> None:
    assert () == letter_groups(FakeCaseView())
