"""Acts of a case in time, held against a day or one of them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kashf.domain.date import Relation
from kashf.errors import NotFoundError, UsageError
from kashf.events.acts.timeline_lanes import TimeUnit
from kashf.ports.stages import LETTERS
from kashf.services.acts.act_timeline import act_timeline, timeline_file
from kashf.services.case.open import OpenCase
from kashf.services.letters.keep_letters import keep_letters
from kashf.show.acts.timeline_words import TIMELINE_HEADER, drawing_words, lane_name, timeline_answer, timeline_lines, timeline_rows
from kashf.show.wording import LANGUAGES, wording
from tests.fakes import FakeCaseView
from tests.searchable import case_of

ORDER = """Province of the Banks
Office of Wells
No. 12/7
Date: {}
To: Office of Bridges
You are to hand over 6 radios to the Court.
"""


@pytest.fixture
def case(tmp_path: Path) -> OpenCase:
    """Return a case of three orders, one of which has a month alone."""
    made = case_of(tmp_path, *map(ORDER.format, ("3 June 2014", "9 June 2014", "June 2014")))
    view = made.view
    assert isinstance(view, FakeCaseView)
    view.rows[LETTERS.name] = dict(keep_letters(view, list(view.known)))
    return made


def test_acts_are_held_against_a_day(case: OpenCase) -> None:
    found = act_timeline(case, against="2014-06-05")

    assert {Relation.BEFORE: 1, Relation.AFTER: 1, Relation.UNDECIDED: 1} == found.timeline.relations
    assert ["Province of the Banks / Office of Wells"] == [lane_name(lane) for lane in found.timeline.lanes]


def test_acts_are_held_against_one_of_them_which_lies_to_itself_in_no_way(case: OpenCase) -> None:
    first = act_timeline(case).found.acts[0]

    found = act_timeline(case, against=f"{first.document[:8]}.{first.nth}")

    assert first == found.anchor
    assert {None, Relation.UNDECIDED} <= {found.relation(act) for act in found.found.acts}


@pytest.mark.parametrize(
    ("against", "error"), [("yesterday", UsageError), ("2014-02-31", UsageError), (".0", UsageError), ("0000.7", NotFoundError)]
)
def test_what_is_no_day_and_no_act_is_refused(case: OpenCase, against: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        act_timeline(case, against=against)


def test_rows_json_and_lines_tell_the_same_acts(case: OpenCase) -> None:
    found = act_timeline(case, against="2014-06-05")

    rows = [dict(zip(TIMELINE_HEADER, row, strict=True)) for row in timeline_rows(found)]
    answer = timeline_answer(found, found.found.acts)
    assert [(act["id"], act["relation"]) for act in answer["acts"]] == [(row["id"], row["relation"]) for row in rows]
    assert {"Province of the Banks / Office of Wells"} == {row["lane"] for row in rows}
    assert (3, "2014-06-05", 3) == (answer["total"], answer["against"], answer["lanes"][0]["acts"])
    assert "3  2014-06" in next(timeline_lines(found))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_file_is_the_same_each_time_and_says_in_words_what_it_shows(case: OpenCase, language: str) -> None:
    first, second = (timeline_file(found := act_timeline(case), drawing_words(wording(language), found)) for _ in range(2))

    assert first == second
    assert str(wording(language)("timeline.title")) in first.decode()


def test_lines_of_years_name_no_days(case: OpenCase) -> None:
    found = act_timeline(case)
    by_years = replace(found, timeline=replace(found.timeline, unit=TimeUnit.YEAR))

    line = next(timeline_lines(by_years))

    assert "2014" in line
    assert "2014-" not in line
