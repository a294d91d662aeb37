"""What comes out of a worker is not believed."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from kashf.domain.document import Page
from kashf.domain.entity import Mention, MentionType
from kashf.ports.stages import ARCHIVE, DATES, LETTERS, NAMES
from kashf.services.ingest.looking.check_found import check_found
from kashf.services.ingest.looking.find_in_texts import TEXT_STAGES, find_in
from tests.texts import ID, WordTagger, sent_text

SENT = [sent_text(Page(1, "then Omar came"), stages=(NAMES.name, ARCHIVE.name, LETTERS.name))]
#: Page, start, end, key, type, source, score, value.
ROW: list[Any] = [1, 5, 9, "omar", "PER", "rules:omar", 0.5, {"digits": "1"}]
SIGN: list[Any] = [1, 0, 4, "sender", "copy", 1, ""]


def answer(*, names: object = (), signs: object = (), letters: object = ()) -> object:
    return json.loads(json.dumps({"found": [{NAMES.name: names, ARCHIVE.name: signs, LETTERS.name: letters}]}))


def test_what_is_well_formed_is_what_was_found() -> None:
    (found,) = check_found(answer(names=[ROW], signs=[SIGN], letters=[['{"direction": "unknown"}']]), SENT)
    (mention,) = found[NAMES]

    assert Mention(5, 9, "Omar", MentionType.PERSON, "rules:omar", 0.5, {"digits": "1"}) == mention.mention
    assert (ID, "omar") == (mention.document, mention.key)
    assert [tuple(SIGN)] == found[ARCHIVE]
    assert [('{"direction": "unknown"}',)] == found[LETTERS]


def test_what_the_stages_find_passes() -> None:
    text = "No. 17/4\nFrom: Depot Office\nTo: Gate Office\nSubject: 500 USD to Omar, call +352 621 555 017, received 3/11/2014"
    sent = [sent_text(Page(1, text), stages=tuple(stage.name for stage in TEXT_STAGES))]
    (found,) = check_found({"found": json.loads(json.dumps(find_in(sent, [WordTagger("Omar")])))}, sent)

    assert ["Omar"] == [each.mention.text for each in found[NAMES]]
    assert found[LETTERS]


def changed(row: list[Any], place: int, value: object) -> list[Any]:
    return [*row[:place], value, *row[place + 1 :]]


@pytest.mark.parametrize(
    "row",
    [
        ROW[:-1],
        changed(ROW, 0, 2),
        changed(ROW, 0, True),
        changed(ROW, 1, -1),
        changed(ROW, 2, 5),
        changed(ROW, 2, 15),
        changed(ROW, 3, ""),
        changed(ROW, 3, "x" * 301),
        changed(ROW, 4, "NOBODY"),
        changed(ROW, 5, 7),
        changed(ROW, 6, 0),
        changed(ROW, 6, 1.5),
        changed(ROW, 7, []),
    ],
)
def test_a_mention_that_cannot_be_is_refused(row: list[Any]) -> None:
    with pytest.raises(ValueError, match=r"mention: |not a valid MentionType"):
        check_found(answer(names=[row]), SENT)


@pytest.mark.parametrize(
    "row", [SIGN[:-1], changed(SIGN, 0, "1"), changed(SIGN, 5, 1.0), changed(SIGN, 6, None), changed(SIGN, 1, 1 << 70)]
)
def test_a_row_of_other_types_than_its_table_is_refused(row: list[Any]) -> None:
    with pytest.raises(ValueError, match="archive_signs: "):
        check_found(answer(signs=[row]), SENT)


@pytest.mark.parametrize(
    "letter",
    [
        "no JSON",
        "[]",
        '{"unknown": 1}',
        '{"subject": {"text": "x", "span": {"document": "' + "b" * 64 + '", "page": 1, "start": 0, "end": 1}, "rule": "r", "score": 1.0}}',
    ],
)
def test_what_is_no_letter_of_this_document_is_refused(letter: str) -> None:
    with pytest.raises(ValueError, match=r"letter|Expecting"):
        check_found(answer(letters=[[letter]]), SENT)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda said: None,
        lambda said: {"found": []},
        lambda said: {"found": said["found"] * 2},
        lambda said: {"found": [[]]},
        lambda said: {"found": [{NAMES.name: []}]},
        lambda said: {"found": [{**said["found"][0], NAMES.name: {}}]},
    ],
)
def test_an_answer_about_other_documents_or_stages_is_refused(spoil: Callable[[Any], object]) -> None:
    with pytest.raises(ValueError, match="found: "):
        check_found(spoil(answer()), SENT)


def test_what_no_store_can_keep_is_replaced() -> None:
    (found,) = check_found(answer(signs=[changed(SIGN, 6, "a\x00")]), SENT)

    assert "a\N{REPLACEMENT CHARACTER}" == found[ARCHIVE][0][6]


DAY: list[Any] = [1, 0, 4, "writing", 0.9, 20140503, 20140503, '{"earliest":"2014-05-03","latest":"2014-05-03"}', "", 0, 1]


def dated(*rows: list[Any]) -> object:
    return {"found": [{DATES.name: [*rows]}]}


def test_a_date_is_kept_as_a_worker_gives_it() -> None:
    (found,) = check_found(dated(DAY, [0, 0, 0, *DAY[3:]]), [sent_text(Page(1, "then Omar came"), stages=(DATES.name,))])

    assert [tuple(DAY), (0, 0, 0, *DAY[3:])] == found[DATES]


@pytest.mark.parametrize(
    "row",
    [
        changed(DAY, 0, 2),
        changed(DAY, 1, 4),
        changed(DAY, 2, 15),
        changed(DAY, 3, "wedding"),
        changed(DAY, 4, 2.0),
        changed(DAY, 5, 20140502),
        changed(DAY, 7, "{}"),
        changed(DAY, 7, "[]"),
        changed(DAY, 7, '{"earliest":5}'),
        changed(DAY, 9, 7),
    ],
)
def test_a_date_of_other_days_or_on_no_page_is_refused(row: list[Any]) -> None:
    with pytest.raises(ValueError, match="date"):
        check_found(dated(row), [sent_text(Page(1, "then Omar came"), stages=(DATES.name,))])
