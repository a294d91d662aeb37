"""The drawing of a timeline: the same bytes, no word of a leak obeyed, readable without seeing it, from either side."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest

from kashf.domain.acts.act import Act, ActBasis, ActDay, ActOrigin, ActWords, DayRule
from kashf.domain.date import FuzzyDate
from kashf.domain.ids import DocumentId
from kashf.events.acts.drawing_words import TimelineWords
from kashf.events.acts.timeline_lanes import MOST_BARS, timeline_of
from kashf.publish.timeline_drawing import timeline_alone, timeline_drawing

HOSTILE = "</title><script>alert(1)</script>\" onload='x' \u202e"
WORDS = TimelineWords(
    "Acts", "Three acts", "no day", lambda n: f"{n} others", "unknown", lambda n: f"highest {n}", lambda n: f"one side {n}"
)
SVG = "{http://www.w3.org/2000/svg}"


def _acts(*days: str, office: str = "court") -> list[Act]:
    return [
        Act(
            document=DocumentId("a" * 64),
            nth=nth,
            origin=ActOrigin.CORPUS,
            basis=ActBasis.CLAUSE,
            kind="pay",
            said=ActWords(HOSTILE),
            office_id=office,
            when=ActDay(FuzzyDate.parse(each), DayRule.NAMED) if each else ActDay(),
        )
        for nth, each in enumerate(days)
    ]


DAYS = ("2014-01-05", "2014-01", "2014-03-02", "..2014-02-01", "", "")


def _tree(drawing: str) -> ET.Element:
    return ET.fromstring(drawing)


def test_the_same_acts_in_any_order_give_the_same_bytes() -> None:
    acts = _acts(*DAYS)

    first, second = (timeline_drawing(timeline_of(some, {}, {}), WORDS) for some in (acts, acts[::-1]))

    assert first == second


@pytest.mark.parametrize("count", [1, MOST_BARS])
def test_words_of_a_leak_are_shown_and_never_obeyed(count: int) -> None:
    timeline = timeline_of(_acts(*(DAYS * count)), {"court": (HOSTILE,)}, {})

    tree = _tree(timeline_alone(timeline_drawing(timeline, WORDS, address=lambda act: f'/document/{act.document}?at=<">')))

    tags = {each.tag.removeprefix(SVG) for each in tree.iter()}
    assert tags <= {"svg", "title", "desc", "style", "g", "text", "line", "rect", "a", "path"}
    assert not [name for each in tree.iter() for name in each.attrib if name.startswith("on")]
    assert "\u202e" not in "".join(tree.itertext())


def test_each_act_with_days_is_a_bar_with_its_days_and_words_that_leads_to_its_place() -> None:
    tree = _tree(timeline_alone(timeline_drawing(timeline_of(_acts(*DAYS), {}, {}), WORDS, address=lambda act: f"/at/{act.nth}")))

    links = tree.findall(f".//{SVG}a")
    assert ["/at/0", "/at/1", "/at/2", "/at/3"] == sorted(str(each.get("href")) for each in links)
    assert all("pay" in str(each.get("aria-label")) and each.get("tabindex") == "-1" for each in links)
    assert ("group", "Acts", "Three acts") == (tree.get("role"), tree.findtext(f"{SVG}title"), tree.findtext(f"{SVG}desc"))


def test_without_addresses_it_is_a_picture_without_links() -> None:
    tree = _tree(timeline_alone(timeline_drawing(timeline_of(_acts(*DAYS), {}, {}), WORDS)))

    assert ("img", []) == (tree.get("role"), tree.findall(f".//{SVG}a"))


def test_acts_without_a_day_have_a_bar_of_their_own_with_their_number() -> None:
    drawing = timeline_drawing(timeline_of(_acts(*DAYS), {}, {}), WORDS)

    assert ">no day</text>" in drawing
    assert ">2</text>" in drawing
    assert ">2</text>" not in timeline_drawing(timeline_of(_acts(*DAYS[:4]), {}, {}), WORDS)


def test_from_the_right_everything_lies_on_the_other_side() -> None:
    timeline = timeline_of(_acts("2014-01-05", "2014-03-02"), {}, {})

    left, right = (
        [float(x) for x in re.findall(r'<rect class="sure" x="([0-9.]+)"', timeline_drawing(timeline, words))]
        for words in (WORDS, replace(WORDS, is_rtl=True))
    )

    assert left == sorted(left)
    assert right == sorted(right, reverse=True)


def test_many_acts_are_columns_and_say_how_high_they_are() -> None:
    drawing = timeline_drawing(timeline_of(_acts(*(["2014-01-05"] * 400), "2014-03-02"), {}, {}), WORDS)

    assert ">highest 400</text>" in drawing
    assert "<a " not in drawing
    assert 'class="sure" d="M' in drawing


def test_what_acts_are_held_against_is_drawn_and_each_bar_says_how_it_lies() -> None:
    date = FuzzyDate.parse("2014-02-01")
    drawing = timeline_drawing(timeline_of(_acts(*DAYS), {}, {}, against=date), WORDS, against=date)

    assert 1 == drawing.count('class="against"')
    assert (2, 1, 1) == tuple(drawing.count(f'class="{kind}') for kind in ("before", "after", "undecided"))


def test_offices_of_one_name_are_told_apart_by_the_body_above() -> None:
    acts = [*_acts("2014-01-05", office="a"), *_acts("2014-01-06", office="b")]
    drawing = timeline_drawing(timeline_of(acts, {"a": ("North", "Court"), "b": ("South", "Court")}, {}), WORDS)

    assert ">North / Court</text>" in drawing
    assert ">South / Court</text>" in drawing


def test_a_timeline_without_acts_is_empty_and_whole() -> None:
    assert 0 < len(timeline_drawing(timeline_of([], {}, {}), WORDS))
