from __future__ import annotations

from dataclasses import replace

from kashf.domain.document import Mark, MarkKind, Origin, Page
from kashf.domain.ids import DocumentId
from kashf.ports.stages import LETTERS, NAMES
from kashf.services.ingest.looking.sent_texts import SentView, packed, unpacked_texts
from tests.texts import ID, sent_text

UNKNOWN = DocumentId("f" * 64)


def test_documents_come_out_as_they_were_sent_but_for_the_places_of_words_on_images() -> None:
    pages = (Page(1, "أمر\n", Origin.OCR, 0.75, (Mark(0, 2, MarkKind.QUOTED),)), Page(7, ""))
    sent = (sent_text(*pages, stages=(NAMES.name, LETTERS.name)), sent_text(id=UNKNOWN))

    assert sent == unpacked_texts(packed(sent))


def test_a_view_of_what_was_sent_knows_nothing_else() -> None:
    view = SentView([sent_text(Page(1, "text"))])

    assert [ID] == [record.id for record in view.records([UNKNOWN, ID])]
    assert [(ID, (Page(1, "text"),))] == list(view.bare_pages([ID, UNKNOWN]))


def test_what_else_was_read_on_a_page_goes_with_it() -> None:
    sent = replace(sent_text(Page(1, "no 4"), stages=(LETTERS.name,)), also_read=(Page(1, "no ٤", Origin.OCR, 0.5),))

    assert (sent,) == unpacked_texts(packed([sent]))
    assert [(ID, sent.also_read)] == list(SentView([sent, sent_text(id=UNKNOWN)]).bare_second_readings([ID, UNKNOWN]))
