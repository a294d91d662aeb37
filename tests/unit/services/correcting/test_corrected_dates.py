"""A search by days goes by the day that people say, and a date that a machine read counts as seen once somebody confirmed it."""

from __future__ import annotations

from pathlib import Path

import pytest

from kashf.domain.letters.letter_corrections import Saying
from kashf.services.correcting.correct_letter import take_correction_back
from kashf.services.correcting.corrected_dates import follow_corrected_dates
from tests.corrected import ORDER, letter_case, read_letter_anew, say
from tests.transcribed import TypedCase


@pytest.fixture
def made(tmp_path: Path) -> TypedCase:
    return letter_case(tmp_path)


def own(made: TypedCase) -> list[tuple[int, bool]]:
    with made.reading() as case:
        return [(each.first_day, each.is_unseen) for each in case.view.own_dates()]


def test_a_date_that_a_machine_read_is_seen_once_it_is_confirmed_and_unseen_again_when_that_is_taken_back(made: TypedCase) -> None:
    assert [(20140525, True)] == own(made)
    decided = say(made, "date", saying=Saying.CONFIRMED)
    assert [(20140525, False)] == own(made)

    with made.as_person("Nour") as case:
        take_correction_back(case, decided.signed.id)
    assert [(20140525, True)] == own(made)


def test_a_corrected_date_is_that_of_the_document(made: TypedCase) -> None:
    say(made, "date", "2014-06-01")

    assert [(20140601, False)] == own(made)


def test_a_date_that_the_paper_does_not_say_is_none(made: TypedCase) -> None:
    say(made, "date", saying=Saying.NOT_SAID)

    assert [] == own(made)


def test_what_people_said_holds_when_the_dates_are_looked_for_again(made: TypedCase) -> None:
    say(made, "date", "2014-06-01")
    read_letter_anew(made, f"{ORDER}\nسطر")

    assert [(20140601, False)] == own(made)
    with made.as_person("amal") as case:
        assert 0 == follow_corrected_dates(case)


def test_two_who_contradict_leave_the_date_as_it_was_read(made: TypedCase) -> None:
    say(made, "date", "2014-06-01")
    say(made, "date", "2014-07-01", by="Rana")

    assert [(20140525, True)] == own(made)
