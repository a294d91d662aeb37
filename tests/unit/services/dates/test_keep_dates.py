"""The dates of a document, and which of them is its own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kashf.domain.date import FuzzyDate
from kashf.domain.document import Origin, Page
from kashf.language.dates.found_dates import WhoseDay
from kashf.ports.views import DocumentRecord
from kashf.services.dates.keep_dates import KeptDate, dates_of, keep_dates
from tests.fakes import FakeCaseView
from tests.searchable import BARE

MEMO = "Date: 3 May 2014\n\nHe arrived at the mill on 20 April 2014.\nTo be opened within 15 days from this decision."
ORDER = "ديوان الجسور\nالعدد: ٣/٦     التاريخ: ٢٥/٥/٢٠١٤م\nإلى / كافة المكاتب\nتقرر ما يلي:\nأولا: يمنع السفر بعد ١/٦/٢٠١٤ إلى وادي الغيم."
MAIL = replace(BARE, type="message/rfc822", file_date=FuzzyDate.parse("2014-11-09"))


def own(record: DocumentRecord, *pages: Page) -> str:
    view = FakeCaseView()
    view.known[record.id], view.texts[record.id] = record, pages
    ((_, rows),) = keep_dates(view, [record.id])
    return ", ".join(each.date.edtf() for each in map(KeptDate.of_row, rows) if each.is_own)


@pytest.mark.parametrize(
    ("record", "pages", "day"),
    [
        (BARE, (Page(1, MEMO),), "2014-05-03"),
        (BARE, (Page(1, ORDER),), "2014-05-25"),
        (BARE, (Page(1, "It happened on 20 April 2014, they said."),), ""),
        (BARE, (Page(1, "The story of the mill."), Page(2, "words"), Page(3, "Written at the mill\n\n3 May 2014")), "2014-05-03"),
        (BARE, (Page(1, "The story of the mill."), Page(2, "Date: 3 May 2014"), Page(3, "The mill was old.")), ""),
        (replace(BARE, type="text/csv"), (Page(1, "Date: 3 May 2014"),), ""),
        (MAIL, (Page(1, "From: a\nDate: 2014-11-09 10:00:00\n\nOn 3 May 2014 we met."),), "2014-11-09"),
        (replace(BARE, file_date=FuzzyDate.parse("2014-11-09")), (Page(1, "no day"),), ""),
        (BARE, (Page(1, MEMO, Origin.OCR, confidence=0.3),), ""),
    ],
)
def test_a_document_is_as_old_as_its_letter_its_message_or_its_first_or_last_page_says(
    record: DocumentRecord, pages: tuple[Page, ...], day: str
) -> None:
    assert day == own(record, *pages)


def test_days_that_are_counted_from_the_writing_are_resolved_by_it() -> None:
    found = dates_of(BARE, [Page(1, MEMO)])

    assert [
        (WhoseDay.WRITING, "2014-05-03", True),
        (WhoseDay.EVENT, "2014-04-20", False),
        (WhoseDay.DEADLINE, "[2014-05-03..2014-05-18]", False),
    ] == [(each.kind, each.date.edtf(), each.is_own) for each in found]


def test_a_date_that_a_machine_read_is_unseen_until_a_person_typed_it() -> None:
    assert [True] == [each.is_unseen for each in dates_of(BARE, [Page(1, "Date: 3 May 2014", Origin.OCR)])]
    assert [False] == [each.is_unseen for each in dates_of(BARE, [Page(1, "Date: 3 May 2014", Origin.TRANSCRIPTION)])]


def test_a_date_is_kept_as_it_was_found() -> None:
    for each in dates_of(BARE, [Page(1, MEMO), Page(2, "في ٢٠ محرم ١٤٣٥ هـ، 31/02/2014")]):
        assert each == KeptDate.of_row(each.row())
