"""A series as a strip."""

import xml.etree.ElementTree as ET

from kashf.events.registers.rebuild import rebuild
from kashf.show.registers.register_strip import CellState, strip_cells, strip_svg
from tests.register_papers import cites, letter, series_of

_PILE = [*series_of({1: 1, 2: 2, 5: 9}), letter("z", "6", "2014-02-01", cites("3", "2014-01-05"))]


def test_a_cell_for_each_number_says_what_is_known_of_it() -> None:
    size, cells = strip_cells(rebuild(_PILE).series[0])

    here, cited, missing = CellState.HERE, CellState.CITED, CellState.MISSING
    assert (1, [(1, here), (2, here), (3, cited), (4, missing), (5, here), (6, here)]) == (size, list(cells))


def test_a_long_series_has_as_many_cells_as_fit_and_says_how_many_numbers_one_is() -> None:
    size, cells = strip_cells(rebuild(series_of({serial: serial // 20 for serial in range(1, 6001, 30)})).series[0])

    assert (15, True) == (size, len(cells) <= 400)


def test_the_drawing_is_well_formed_and_escapes_what_it_is_called() -> None:
    drawing = strip_svg(rebuild(_PILE).series[0], title="<b>", says="&", id="strip-1")

    assert ["<b>", "&"] == [each.text for each in list(ET.fromstring(drawing))[:2]]
