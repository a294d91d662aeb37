"""Lines that stand in one row of a ruled table."""

from __future__ import annotations

from kashf.sandboxed.ocr.lines import Line
from kashf.sandboxed.ocr.ruled_lines import NO_RULES, Rule, Rules
from kashf.sandboxed.ocr.tables.ruled_rows import by_column, ruled_rows


def _level(*tops: int) -> tuple[Rule, ...]:
    return tuple(Rule(0, top, 400, top + 2) for top in tops)


_UPRIGHT = (Rule(0, 0, 2, 200), Rule(200, 0, 202, 200), Rule(398, 0, 400, 200))
_FIRST, _BELOW, _NEXT = Line(10, 30, ((10, 150), (210, 300))), Line(40, 60, ((10, 90),)), Line(70, 90, ((10, 120), (210, 280)))
_LINES = (_FIRST, _BELOW, _NEXT)


def test_a_label_that_goes_on_below_itself_in_its_cell_is_in_one_row_with_what_is_filled_in() -> None:
    rules = Rules(_level(2, 64, 100), _UPRIGHT)

    rows = list(ruled_rows(_LINES, rules))

    assert [(_FIRST, _BELOW), (_NEXT,)] == rows
    assert [[(_FIRST, 0), (_BELOW, 0)], [(_FIRST, 1)]] == by_column(rows[0], rules)


def test_lines_that_fill_the_same_columns_are_rows_of_their_own_where_no_rule_between_them_was_seen() -> None:
    assert [(_FIRST,), (_NEXT,)] == list(ruled_rows((_FIRST, _NEXT), Rules(_level(2, 100), _UPRIGHT)))


def test_lines_without_a_rule_above_or_below_or_an_upright_one_between_their_cells_stay_apart() -> None:
    for rules in (NO_RULES, Rules(_level(2), _UPRIGHT), Rules(_level(64, 100), _UPRIGHT), Rules(_level(2, 64, 100), _UPRIGHT[:1])):
        assert [(line,) for line in _LINES] == list(ruled_rows(_LINES, rules))


def test_cells_of_a_line_alone_stay_apart_without_a_rule_between_them() -> None:
    assert [[(_FIRST, 0)], [(_FIRST, 1)]] == by_column((_FIRST,), NO_RULES)
