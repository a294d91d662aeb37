from __future__ import annotations

import json

from kashf.domain.document import Page
from kashf.domain.ids import DocumentId
from kashf.ports.stages import ARCHIVE, DATES, INDEX, LETTERS, LOGGED, MAIL, NAMES
from kashf.services.ingest.looking.find_in_texts import TEXT_STAGES, find_in
from tests.texts import WordTagger, sent_text


def test_each_stage_that_is_asked_for_finds_its_rows_and_no_other_does() -> None:
    first = sent_text(Page(1, "then Omar came"), stages=(NAMES.name, MAIL.name))
    second = sent_text(Page(1, "nobody"), stages=(LETTERS.name,), id=DocumentId("b" * 64))
    found = find_in([first, second], [WordTagger("Omar")])

    assert [{NAMES.name, MAIL.name}, {LETTERS.name}] == [set(each) for each in found]
    assert [[1, 5, 9]] == [row[:3] for row in found[0][NAMES.name]]
    assert [] == found[0][MAIL.name]


def test_all_that_is_found_can_be_written_as_json() -> None:
    text = "No. 17/4\nFrom: Depot Office\nTo: Gate Office\nSubject: 500 USD to Omar, call +352 621 555 017, received 3/11/2014"
    found = find_in([sent_text(Page(1, text), stages=tuple(stage.name for stage in TEXT_STAGES))], [WordTagger("Omar")])

    assert found == json.loads(json.dumps(found))
    assert {stage.name for stage in (INDEX, MAIL, NAMES, ARCHIVE, LETTERS, LOGGED, DATES)} == set(found[0])
