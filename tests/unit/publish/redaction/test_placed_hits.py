"""Words are placed by the boxes that a reading has."""

from kashf.domain.document import Box
from kashf.domain.pages.regions import Region
from kashf.publish.redaction.placed_hits import TextLayer, placed_hits


def test_words_over_two_lines_have_a_place_on_each() -> None:
    layer = TextLayer("to Abu\nOmar", (Box(3, 6, 800, 100, 900, 200), Box(7, 11, 100, 300, 250, 400)))

    assert [Region(800, 100, 900, 200), Region(100, 300, 250, 400)] == [hit.region for hit in placed_hits(layer, [(3, 11)])]


def test_a_reading_of_lines_tells_that_it_knows_no_words() -> None:
    layer = TextLayer("to Abu Omar", (Box(0, 11, 100, 100, 900, 200),))

    (hit,) = placed_hits(layer, [(3, 11)])

    assert hit.is_line


def test_words_without_a_box_have_no_place() -> None:
    assert () == placed_hits(TextLayer("Abu Omar", ()), [(0, 8)])
