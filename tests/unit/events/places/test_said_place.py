from __future__ import annotations

import pytest

from kashf.events.places.said_place import PlaceSort, kind_of, said_place
from kashf.language.words.folding import Folded


@pytest.mark.parametrize(
    ("text", "name", "sort"),
    [
        ("مدينة التلة", "التله", PlaceSort.TOWN),
        ("محافظة السهل", "السهل", PlaceSort.PROVINCE),
        ("ريف السهل الشمالي", "السهل", PlaceSort.COUNTRYSIDE),
        ("Tallah village", "tallah", PlaceSort.VILLAGE),
        ("province of the Plain", "plain", PlaceSort.PROVINCE),
        ("Tallah", "tallah", PlaceSort.UNSAID),
        ("Tallah Military Air Base", "tallah", PlaceSort.FEATURE),
    ],
)
def test_words_of_kind_are_told_from_the_name(text: str, name: str, sort: PlaceSort) -> None:
    said = said_place(text)

    assert (name, sort) == (" ".join(said.readings[-1].name), said.sort)


def test_an_area_behind_a_name_holds_it_and_what_another_preposition_begins_is_left() -> None:
    assert ["التله"] == [" ".join(each.readings[-1].name) for each in said_place("قرية العين ناحية التلة").within]
    assert ["province"] == [each.sort.value for each in said_place("Tallah, Plain province").within]
    assert ("وادي السماق", ()) == (said_place("وادي السماق إلى جب الثلج").text, said_place("وادي السماق إلى جب الثلج").within)


def test_two_names_of_one_place_are_both_readings_of_the_kind_that_one_says() -> None:
    said = said_place("Tadmira/Palmera town")

    assert {("tadmira", PlaceSort.TOWN), ("palmera", PlaceSort.TOWN)} <= {(" ".join(each.name), each.sort) for each in said.readings}


def test_beside_a_place_is_told_and_a_province_is_another_name_than_its_town() -> None:
    assert said_place("east of Tallah").readings[-1].is_near
    assert said_place("قرب التلة").readings[-1].is_near
    assert said_place("مدينة التلة").key == said_place("التلة").key != said_place("محافظة التلة").key


@pytest.mark.parametrize("text", ["", " ,,, ", "مدينة", "village", "word " * 400, "(/()/)"])
def test_what_has_no_name_or_no_end_is_no_place(text: str) -> None:
    assert () == said_place(text).readings


def test_clitics_may_be_written_onto_a_word_of_kind() -> None:
    assert PlaceSort.VILLAGE is kind_of(Folded("بقريه"))
