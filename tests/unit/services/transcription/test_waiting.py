"""Which pages wait for people."""

from __future__ import annotations

from pathlib import Path

import pytest

from kashf.domain.document import Reading, Status
from kashf.domain.transcription.signed_words import PagePlace
from kashf.errors import UsageError
from kashf.services.transcription.keying import key_line
from kashf.services.transcription.waiting import WaitingFor, keyed_lines, queue
from tests.transcribed import FIRST, SECOND, THIRD, TypedCase, letter_reading, typed_case, unsure_page


@pytest.fixture
def made(tmp_path: Path) -> TypedCase:
    return typed_case(tmp_path)


def _waits(made: TypedCase) -> list[tuple[int, WaitingFor, int, int]]:
    with made.reading() as case:
        return [(page.place.page, page.why, page.lines, page.keyed) for page in queue(case).pages]


def test_a_page_that_reads_like_handwriting_comes_before_one_that_is_unsure(made: TypedCase) -> None:
    made.read_anew(letter_reading(made.letter, unsure_page(1, confidence=0.45), unsure_page(2, confidence=0.1)))

    assert [(2, WaitingFor.HANDWRITING, 0, 0), (1, WaitingFor.LOW_CONFIDENCE, 0, 0)] == _waits(made)


def test_a_page_waits_until_all_is_typed_and_confirmed(made: TypedCase) -> None:
    with made.as_person("Layla Haddad") as case:
        key_line(case, made.page, FIRST, "send 3 tankers")
        assert [(1, WaitingFor.SECOND, 3, 1)] == _waits(made)
        key_line(case, made.page, SECOND, "to the north")
        key_line(case, made.page, THIRD, "")
    with made.as_person("Omar Said") as case:
        key_line(case, made.page, FIRST, "send 5 tankers")
        assert [(1, WaitingFor.DISAGREED, 3, 3)] == _waits(made)
        with pytest.raises(UsageError, match="settled"):
            key_line(case, made.page, FIRST, "send 3 tankers")
    with made.reading() as case:
        found = queue(case)

    assert 0 < found.different < found.letters


def test_numbers_that_nobody_looked_at_wait_last_and_only_where_asked_until_their_line_is_typed(made: TypedCase) -> None:
    sure = unsure_page(1, "send the fuel", "on 44 trucks", confidence=0.97)
    made.read_anew(Reading(made.sure, "image/png", Status.DONE, pages=(sure,), engines={"tesseract": "5"}))

    def asked() -> list[WaitingFor]:
        with made.reading() as case:
            return [page.why for page in queue(case, [made.sure], with_numbers=True).pages]

    assert [WaitingFor.HANDWRITING] == [why for _, why, _, _ in _waits(made)]
    assert [WaitingFor.UNSEEN_NUMBERS] == asked()
    with made.as_person("Layla Haddad") as case:
        key_line(case, PagePlace(made.sure, 1), SECOND, "on 44 trucks")
    assert [WaitingFor.SECOND] == asked()
    with made.as_person("Omar Said") as case:
        key_line(case, PagePlace(made.sure, 1), SECOND, "on 44 trucks")
    assert [] == asked()
    assert [WaitingFor.HANDWRITING] == [why for _, why, _, _ in _waits(made)]


def test_only_lines_of_which_nothing_is_left_to_do_are_keyed(made: TypedCase) -> None:
    with made.as_person("Layla Haddad") as case:
        key_line(case, made.page, FIRST, "send 3 tankers")
        key_line(case, made.page, SECOND, "to the north")

        assert ["to the north"] == [line.typed for _, line in keyed_lines(case.reading)]
