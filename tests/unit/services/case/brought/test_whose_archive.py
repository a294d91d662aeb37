"""Whose archive documents seem to come from, one by one and counted."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kashf.domain.document import Mark, MarkKind, Origin, Page
from kashf.domain.ids import DocumentId, EntryId
from kashf.ports.stages import ARCHIVE
from kashf.ports.views import Totals
from kashf.services.case.brought.archive_tally import ArchiveSigns, ArchiveTally, archive_signs_of
from kashf.services.case.brought.whose_archive import Whose, look_for_signs, signs_of, signs_on, whose
from tests.fakes import FakeCaseView
from tests.unit.web.made import put, record

STAMPED = "Office of Roads\n\nRECEIVED\n5 MAR 2014"
TEXTS = {
    "in/a.txt": STAMPED,
    "in/b.txt": "FILE COPY\nOffice of Roads",
    "out/c.txt": "DRAFT\nDear Sir",
    "out/d.txt": f"FILE COPY\n{STAMPED}",
    "out/e.txt": "Исх. № 12 от 12.03.2014",
    "out/f.txt": "Nothing is stamped here",
}


@pytest.fixture
def view() -> FakeCaseView:
    view = FakeCaseView()
    for path, text in TEXTS.items():
        put(view, record(path), Page(1, text))
    put(view, record("out/mail.eml", type="message/rfc822"), Page(1, STAMPED))
    put(view, record("out/table.csv", type="text/csv"), Page(1, STAMPED))
    put(view, record("out/dim.png", type="image/png", origin="ocr"), Page(1, STAMPED, Origin.OCR, 0.2))
    put(view, record("out/box.zip", type="application/zip", origin=""))
    view.rows[ARCHIVE.name] = dict(look_for_signs(view, list(view.known)))
    return view


def told(view: FakeCaseView) -> ArchiveSigns:
    return archive_signs_of(view, [EntryId(entry.id) for entry in view.ledger[:1]])


def test_each_letter_is_counted_once_and_all_numbers_add_up(view: FakeCaseView) -> None:
    found = told(view)

    assert ArchiveTally(6, received=1, outgoing=1, draft=1, disagree=1, weak=1, no_sign=1) == found.tally
    assert (10, 1, 1, 1, 1) == (found.documents, found.messages, found.tables, found.unsure, found.without_text)


def test_folders_are_counted_each(view: FakeCaseView) -> None:
    folders = told(view).by_folder

    assert {"in", "out"} == {*folders}
    assert (ArchiveTally(2, received=1, outgoing=1), 4) == (folders["in"], folders["out"].letters)


def test_letters_with_signs_have_their_wording_and_place(view: FakeCaseView) -> None:
    found = {each.path: each for each in told(view).letters}

    assert {"out/f.txt"} == TEXTS.keys() - found.keys()
    assert (Whose.RECEIVED, ["RECEIVED\n5 MAR 2014"]) == (found["in/a.txt"].whose, [sign.text for sign in found["in/a.txt"].signs])
    assert {Whose.DISAGREE, Whose.WEAK} == {found["out/d.txt"].whose, found["out/e.txt"].whose}


def test_what_waits_is_said(view: FakeCaseView) -> None:
    view.is_so = Totals(by_stage={"archive": 7})

    assert 7 == told(view).waiting


def test_a_delivery_without_anything_has_no_letters() -> None:
    assert ArchiveSigns(ArchiveTally()) == archive_signs_of(FakeCaseView(), [])


def test_pages_that_were_read_unsurely_have_no_signs(view: FakeCaseView) -> None:
    (document,) = (id for id, each in view.known.items() if each.name == "out/dim.png")

    assert {} == signs_of(view, [document])


def test_a_register_keeps_a_limited_number_of_signs() -> None:
    view = FakeCaseView()
    put(view, record(), Page(1, "\n".join(f"Incoming no {number} 3/3/2014" for number in range(5000))))

    assert [40] == [len(rows) for _, rows in look_for_signs(view, list(view.known))]


def test_rows_that_no_longer_fit_their_page_are_no_signs(view: FakeCaseView) -> None:
    view.texts = {id: tuple(replace(page, text="") for page in pages) for id, pages in view.texts.items()}

    assert {} == signs_of(view, list(view.known))


@pytest.mark.parametrize("kind", [MarkKind.QUOTED, MarkKind.DELETED, MarkKind.COMMENT, MarkKind.BOILERPLATE])
def test_what_is_not_of_the_sheet_itself_is_no_sign(kind: MarkKind) -> None:
    page = Page(1, STAMPED)
    start = STAMPED.index("RECEIVED")

    assert (1, 0) == (len([*signs_on(page)]), len([*signs_on(replace(page, marks=(Mark(start, start + 4, kind),)))]))


def test_a_number_left_blank_is_a_sign_only_where_nothing_was_written_by_hand() -> None:
    text = "الرقم:      التاريخ:   \nإلى السيد المدير"

    assert (1, 0) == (len([*signs_on(Page(1, text))]), len([*signs_on(Page(1, text, Origin.OCR, 0.9))]))


def test_no_sign_says_nothing() -> None:
    assert Whose.NO_SIGN is whose(())
    assert {} == signs_of(FakeCaseView(), [DocumentId("0" * 64)])
