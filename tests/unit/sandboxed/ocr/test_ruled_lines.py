from __future__ import annotations

import numpy as np

from kashf.sandboxed.ocr.components import Components
from kashf.sandboxed.ocr.lines import ink_of
from kashf.sandboxed.ocr.ruled_lines import NO_RULES, Rule, Rules, find_rules, is_frame, is_remnant, without_rules
from tests.unit.sandboxed.ocr.pages import blank, write, written


def _rules(page: np.ndarray[tuple[int, int], np.dtype[np.uint8]]) -> Rules:
    return find_rules(ink_of(page), letter=24)


def test_a_page_of_writing_has_no_rules() -> None:
    assert NO_RULES == _rules(written())


def test_the_rules_of_a_table_are_found() -> None:
    page = blank(700, 500)
    page[[100, 101, 200, 201, 300, 301], 50:650] = 0
    page[100:302, [50, 51, 350, 351, 649, 650]] = 0

    rules = _rules(page)

    assert [100, 200, 300] == [rule.top for rule in sorted(rules.level, key=lambda rule: rule.top)]
    assert [50, 350, 649] == [rule.left for rule in sorted(rules.upright, key=lambda rule: rule.left)]


def test_a_rule_that_writing_hides_in_part_is_one() -> None:
    page = blank(700, 300)
    page[123:125] = 120
    write(page, 100, 300, 400)

    assert [(0, 700)] == [(rule.left, rule.right) for rule in _rules(page).level]


def test_ruled_paper_loses_its_rules_and_keeps_the_writing_on_them() -> None:
    page = blank(700, 500)
    for top in range(60, 360, 60):
        page[top + 22 : top + 24] = 150
        write(page, top, 60, 640)

    cleaned = without_rules(page, _rules(page), factor=1.0)

    assert (cleaned[:, :50] == 255).all()
    assert (page < 50).sum() == (cleaned < 50).sum()


def test_strokes_that_cross_a_rule_of_their_own_blackness_stay_whole() -> None:
    page = blank(700, 200)
    page[100:103, 20:680] = 0
    page[80:125, 300:304] = 0

    cleaned = without_rules(page, _rules(page), factor=1.0)

    assert (cleaned[80:125, 300:304] == 0).all()
    assert (cleaned[95:110, 330:670] == 255).all()


def test_a_dark_border_is_told_from_writing_that_reaches_the_edge() -> None:
    page = blank(700, 500)
    page[:, :12] = 0
    write(page, 100, 660, 700)
    found = Components.of(page < 128)

    assert [0] == found.left[is_frame(found, 24)].tolist()


def test_thin_strokes_on_the_very_edge_are_what_is_left_of_a_border() -> None:
    page = written(width=700, height=500)
    page[100:140, :2] = page[498:, 300:340] = 0
    write(page, 400, 648, 700)
    found = Components.of(page < 128)

    assert [(0, 100), (300, 498)] == sorted((found.left[place], found.top[place]) for place in np.flatnonzero(is_frame(found, 24)))


def test_what_is_left_of_a_rule_is_no_writing() -> None:
    page = blank(700, 300)
    page[123, 100:120] = page[40, 100:120] = 0
    found = Components.of(page < 128)

    assert [123] == found.top[is_remnant(found, Rules(level=(Rule(50, 122, 650, 125),)))].tolist()
