from dataclasses import replace

import pytest

from kashf.domain.document import Origin, Page, Sighting
from kashf.domain.ids import DocumentId
from kashf.errors import UnfinishedError
from kashf.intake.near_copies import signature
from kashf.language.words.tokens import folded_words
from kashf.ports.copy_groups import CopyKind, CopyLink
from kashf.services.case.copies.find_links import find_links
from kashf.services.case.copies.sheet_fits import SheetFits
from kashf.services.case.copies.witnesses import witnesses
from tests.fakes import FakeCaseView
from tests.searchable import BARE

ORDER, COPY, NEARLY, OTHER = (DocumentId(digit * 64) for digit in "1234")
LONG = " ".join(f"كلمة{number} word{number}" for number in range(40))
OF_ANOTHER = " ".join(f"letter{number}" for number in range(40))


class EarlierCase(FakeCaseView):
    """A case of an earlier kashf, which kept no copies."""

    def copies_version(self) -> str:
        raise UnfinishedError("other tables")


def case_view(kind: type[FakeCaseView] = FakeCaseView) -> FakeCaseView:
    """Return a case in which a text stands twice, once more with another end, and another text."""
    texts = {ORDER: LONG, COPY: LONG, NEARLY: f"{LONG} ختم", OTHER: OF_ANOTHER}
    keys = {ORDER: "same", COPY: "same"}
    return kind(
        known={id: replace(BARE, id=id, name=f"{id[0]}.txt", text_key=keys.get(id)) for id in texts},
        texts={id: (Page(1, text, Origin.DIGITAL),) for id, text in texts.items()},
        seen={id: ((Sighting(id, f"{id[0]}.txt", "courier"), None),) for id in texts},
        signed={id: signature(folded_words(text)) for id, text in texts.items()},
    )


class ChangedCase(FakeCaseView):
    """A case of which some documents changed since copies were found."""

    def copies_version(self) -> str:
        return ""


def test_copies_are_found_in_every_way_and_joined() -> None:
    found = find_links(case_view(), SheetFits())

    assert {COPY: ORDER, NEARLY: ORDER} == {each.document: each.of for each in found if each.kind is CopyKind.ANY}


@pytest.mark.parametrize("kind", [ChangedCase, EarlierCase])
def test_where_nothing_is_kept_documents_of_one_text_alone_are_copies(kind: type[FakeCaseView]) -> None:
    view = case_view(kind)

    assert {ORDER: ORDER, COPY: ORDER, NEARLY: NEARLY, OTHER: OTHER} == witnesses(view, view.known)
    assert {NEARLY: NEARLY} == witnesses(view, [NEARLY])


def test_what_is_kept_of_documents_that_did_not_change_is_joined_with_the_texts_of_those_that_did() -> None:
    view = case_view(ChangedCase)
    view.grouped = [CopyLink(CopyKind.NEAR, NEARLY, COPY, 0.9), CopyLink(CopyKind.MESSAGE, OTHER, NEARLY)]

    assert dict.fromkeys((ORDER, COPY, NEARLY, OTHER), ORDER) == witnesses(view, view.known)


def test_copies_that_are_kept_are_read_and_not_found_again() -> None:
    view = case_view()
    view.grouped = [CopyLink(CopyKind.ANY, OTHER, ORDER)]
    view.signed = {}

    assert {ORDER: ORDER, COPY: COPY, OTHER: ORDER} == witnesses(view, [COPY, OTHER, ORDER])


def test_nothing_has_copies_in_an_empty_case() -> None:
    assert {} == witnesses(FakeCaseView(), [])
