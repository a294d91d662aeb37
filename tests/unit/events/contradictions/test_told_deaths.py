"""A paper that tells of a death gives the name and the day on which, or by which, he was dead."""

from __future__ import annotations

import pytest

from kashf.domain.date import UNDATED, FuzzyDate
from kashf.domain.document import Page
from kashf.domain.ids import DocumentId
from kashf.events.contradictions.outside_lives import doings, outside_life
from kashf.events.contradictions.told_deaths import told_deaths
from tests.unit.events.posts.made_papers import paper


def told(text: str, written: str = "2013-10-24") -> list[tuple[str, str]]:
    date = FuzzyDate.parse(written) if written else UNDATED
    return [(each.name, each.died.edtf()) for each in told_deaths(DocumentId("a"), [Page(1, text)], date)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("نعلمكم بوفاة سيف الدين الجربوع بتاريخ 23/10/2013 متأثرا بجراحه.", [("سيف الدين الجربوع", "2013-10-23")]),
        ("استشهد سيف الدين الجربوع في المعبر.", [("سيف الدين الجربوع", "[..2013-10-24]")]),
        ("we report the death of Saif Jarbu on 23 October 2013.", [("saif jarbu", "2013-10-23")]),
        ("تقرر صرف تعويض الوفاة.", []),
        ("بعد وفاة سيف.", []),
    ],
)
def test_a_death_is_told_with_its_day(text: str, expected: list[tuple[str, str]]) -> None:
    assert expected == [(name.lower() if name.isascii() else name, day) for name, day in told(text)]


def test_a_death_without_any_day_tells_nothing() -> None:
    assert [] == told("استشهد سيف الدين الجربوع في المعبر.", written="")


@pytest.mark.parametrize(("day", "expected"), [("2013-12-19", 1), ("2013-10-20", 0)])
def test_what_he_signs_afterwards_has_the_paper_as_its_other_side(day: str, expected: int) -> None:
    lives = told_deaths(DocumentId("d"), [Page(1, "وفاة سيف الدين الجربوع بتاريخ 23/10/2013")], UNDATED)
    found = [*outside_life([*doings([paper("a", day, name="سيف الدين الجربوع", post="director")])], lives)]

    assert [["a", "d"]] * expected == [sorted(each.documents) for each in found]
