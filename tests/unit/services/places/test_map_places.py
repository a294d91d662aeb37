from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from kashf.domain.entity import Mention, MentionType, NameKey, PlacedMention
from kashf.ports.stages import LETTERS
from kashf.services.case.open import OpenCase
from kashf.services.letters.keep_letters import keep_letters
from kashf.services.places.map_places import MapQuery, map_file, map_places
from kashf.show.places.map_answers import MAP_HEADER, map_geojson, map_rows, map_words
from kashf.show.wording import wording
from tests.fakes import FakeCaseView
from tests.searchable import case_of

ORDER = """ولاية المرج
ديوان الجسور
العدد: ٣/٦/١٠٤
التاريخ: ٢٥/٥/٢٠١٤م
إلى / كافة المكاتب
يجب سحب المدافع من تدمر إلى محافظة حمص.
سالم الوردي
المدير
"""
NOTE = "They spoke of Tripoli and of nothing else."
NAMES = {ORDER: ("تدمر", "حمص"), NOTE: ("Tripoli",)}


@pytest.fixture
def case(tmp_path: Path) -> OpenCase:
    """Return a case of an order from a town to a province, and a note that names one of two towns of one name."""
    made = case_of(tmp_path, ORDER, NOTE)
    view = made.view
    assert isinstance(view, FakeCaseView)
    view.rows[LETTERS.name] = dict(keep_letters(view, list(view.known)))
    found = []
    for document, text in zip(view.known, (ORDER, NOTE), strict=True):
        for name in NAMES[text]:
            at = text.index(name)
            mention = Mention(at, at + len(name), name, MentionType.PLACE, "gazetteer:places", 0.9)
            found.append(PlacedMention(document, 1, NameKey(name), mention))
    view.named = found
    return made


def test_a_town_is_a_point_a_province_is_an_area_and_what_cannot_be_told_is_counted(case: OpenCase) -> None:
    found = map_places(case)

    assert [("Homs", True), ("Tadmur", False)] == sorted((each.place.name, each.is_area) for each in found.places)
    assert {"cannot tell": 1} == found.not_placed
    assert [("tripoli", 1)] == [(each.key, each.documents) for each in found.unresolved]
    assert 1 == found.undated


def test_geojson_has_no_point_for_an_area_and_is_the_same_each_time(case: OpenCase) -> None:
    told = map_geojson(map_places(case))
    points = [each["properties"]["name"] for each in told["features"] if each["geometry"]["type"] == "Point"]
    circles = [each["geometry"]["coordinates"][0] for each in told["features"] if each["geometry"]["type"] == "Polygon"]

    assert ["Tadmur"] == points
    assert all(ring[0] == ring[-1] for ring in circles)
    assert json.dumps(told) == json.dumps(map_geojson(map_places(case)))
    assert [len(MAP_HEADER)] * 2 == [len(row) for row in map_rows(map_places(case))]


def test_days_keep_what_may_lie_on_them_and_count_what_does_not(case: OpenCase) -> None:
    inside = map_places(case, MapQuery(after=dt.date(2014, 5, 1), before=dt.date(2014, 6, 1)))
    outside = map_places(case, MapQuery(after=dt.date(2020, 1, 1)))

    assert inside.places
    assert 1 == inside.undated
    assert () == tuple(each for each in outside.places if each.days[1] and each.days[1] < dt.date(2020, 1, 1))


def test_a_drawing_has_the_borders_that_come_with_kashf(case: OpenCase) -> None:
    drawing = map_file(map_places(case), map_words(wording("en")))

    assert drawing.count('class="border"') > 3
    assert "Tadmur" in drawing
