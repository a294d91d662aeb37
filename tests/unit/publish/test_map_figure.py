from __future__ import annotations

import json
import re

from kashf.events.places.map_words import MapWords
from kashf.publish.borders import Window, border_lines
from kashf.publish.map_figure import MapCircle, alone, map_figure

#: One border along the middle of a small world, in the deltas that TopoJSON has, and one on the other side of it.
BORDERS = json.dumps(
    {"transform": {"scale": [0.01, 0.01], "translate": [0, 0]}, "arcs": [[[3900, 3400], [100, 100], [100, 0]], [[-9000, 0], [10, 10]]]}
).encode()
WORDS = MapWords("borders are contested", "no place", "papers", "area", lambda drawn, beyond: f"outside {drawn}, {beyond} beyond <i>")
TOWN = MapCircle("Tallah <b>", 35.0, 40.0, 5.0, 7, is_area=False)
PROVINCE = MapCircle("Plain", 35.5, 40.5, 60.0, 2, is_area=True)


def test_borders_are_undone_from_their_deltas_and_kept_where_the_window_is() -> None:
    assert [[(39.0, 34.0), (40.0, 35.0), (41.0, 35.0)]] == list(border_lines(BORDERS, Window(38, 33, 42, 36)))


def test_a_map_has_a_circle_for_each_place_a_dot_for_points_alone_and_no_markup_of_names() -> None:
    drawing = map_figure([PROVINCE, TOWN], BORDERS, WORDS)

    assert 4 == drawing.count('class="doubt')
    assert 2 == drawing.count('class="dot"')
    assert "outside" not in drawing
    assert "Tallah &lt;b&gt;: 7" in drawing
    assert "<b>" not in drawing
    assert "contested" in drawing
    assert " km</text>" in drawing


def test_the_same_places_in_another_order_are_the_same_drawing() -> None:
    assert map_figure([TOWN, PROVINCE], BORDERS, WORDS) == map_figure([PROVINCE, TOWN], BORDERS, WORDS)


def test_a_circle_is_to_scale_beside_the_bar() -> None:
    drawing = map_figure([PROVINCE], BORDERS, WORDS)
    (radius,) = [float(told) for told in re.findall(r'class="doubt area"[^>]* r="([\d.]+)"><title', drawing)]
    bar, km = re.findall(r'class="scale" x1="10" x2="([\d.]+)".*?>(\d+) km', drawing)[0]

    assert abs(radius / 60 - (float(bar) - 10) / int(km)) < 0.02


def test_a_file_has_its_colours_and_an_empty_map_says_so() -> None:
    assert "<style>" in alone(map_figure([TOWN], BORDERS, WORDS))
    assert "no place" in map_figure([], BORDERS, WORDS)


def test_outside_events_have_signs_of_their_own_and_what_lies_beyond_the_edge_is_counted() -> None:
    near, far = (MapCircle("Nahr <i>", at, 40.2, 25.0, 3, is_area=False, is_outside=True) for at in (35.1, -20.0))
    drawing = map_figure([TOWN, near, far], BORDERS, WORDS)

    assert 1 == drawing.count("Nahr &lt;i&gt;: 3")
    assert "outside 1, 1 beyond &lt;i&gt;" in drawing
    assert 2 == drawing.count('class="mark"')
    assert map_figure([TOWN], BORDERS, WORDS).partition("viewBox")[2][:20] == drawing.partition("viewBox")[2][:20]


def test_a_map_of_outside_events_alone_is_drawn_around_them() -> None:
    drawing = map_figure([MapCircle("Nahr", -20.0, 40.2, 25.0, 3, is_area=True, is_outside=True)], BORDERS, WORDS)

    assert "outside 1, 0 beyond" in drawing
    assert 'class="outside area"' in drawing
