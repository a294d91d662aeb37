"""Documents that nobody can read are copies when each of their pages shows the same sheet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

import numpy as np

from kashf.domain.ids import DocumentId
from kashf.ports.copy_groups import CopyKind
from kashf.ports.views import CaseView
from kashf.services.case.copies.same_pictures import same_pictures
from kashf.services.case.copies.sheet_fits import SheetFits
from tests.unit.intake.ink_maps.sheets import packed, sheet

FIRST, SECOND = sheet("form", "amal"), sheet("letter", "basil")


class _Prints:
    def __init__(self, **documents: tuple[bytes, ...]) -> None:
        self._documents = documents

    def ink_prints(self) -> Iterator[tuple[DocumentId, int, bytes]]:
        for name, pages in sorted(self._documents.items()):
            yield from ((DocumentId(name), number, ink) for number, ink in enumerate(pages, 1))


def _links(**documents: tuple[bytes, ...]) -> set[tuple[str, str, CopyKind]]:
    return {(each.document, each.of, each.kind) for each in same_pictures(cast(CaseView, _Prints(**documents)), SheetFits())}


def test_a_document_whose_pages_show_the_same_sheets_in_order_is_a_copy() -> None:
    turned = packed(np.rot90(FIRST)), packed(np.roll(SECOND, 3, 1))

    assert _links(a=(packed(FIRST), packed(SECOND)), b=turned) == {("b", "a", CopyKind.PICTURE)}


def test_one_other_page_or_another_number_of_pages_makes_it_none() -> None:
    whole = packed(FIRST), packed(SECOND)

    assert not _links(a=whole, b=(packed(FIRST), packed(sheet("letter", "amal"))), c=(packed(FIRST),))


def test_sheets_of_one_form_are_no_copies_and_a_blank_page_is_none_of_anything() -> None:
    nothing = packed(np.zeros((256, 180), bool))

    assert not _links(a=(packed(FIRST),), b=(packed(sheet("form", "basil")),), c=(nothing,), d=(nothing,))
