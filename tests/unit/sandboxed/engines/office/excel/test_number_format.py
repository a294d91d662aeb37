from __future__ import annotations

import pytest

from kashf.sandboxed.engines.office.excel.number_format import shown


@pytest.mark.parametrize(
    ("value", "code", "expected"),
    [
        (1599.99, '"$"#,##0.00', "$1,599.99"),
        (-1599.99, "#,##0.00 [$ل.س-2801]", "-1,599.99 ل.س"),
        (963115550101, "+000 00 000 0000", "+963 11 555 0101"),
        (47281, "00000000", "00047281"),
        (7, '"IQ-"0000', "IQ-0007"),
        (0.025, "0.00%", "2.50%"),
        (2.5, "# ?/?", "2 1/2"),
        (2.5, "# ??/16", "2 8/16"),
        (0.333333, "?/?", "1/3"),
        (0.5, "#.##", ".5"),
        (1234567, '#,##0,"K"', "1,235K"),
        (1234567, "0.0,,", "1.2"),
        (123456, "0.00E+00", "1.23E+05"),
        (123456, "##0.0E+0", "123.5E+3"),
        (-5, "0;(0)", "(5)"),
        (0, '0;-0;"none"', "none"),
        (5551234, "[<=9999999]###-####;(###) ###-####", "555-1234"),
        (9631234567, "[<=9999999]###-####;(###) ###-####", "(963) 123-4567"),
        (1.005, "0.00", "1.01"),
        (1234, "[Red]0\\ \\m", "1234 m"),
        (12, "[$-2000000]0", "١٢"),
    ],
)
def test_a_number_is_written_as_its_cell_shows_it(value: float, code: str, expected: str) -> None:
    assert expected == shown(value, code)


@pytest.mark.parametrize(
    ("value", "code", "expected"),
    [
        (42441.25, "dd/mm/yyyy hh:mm", "12/03/2016 06:00"),
        (42441, "[$-2010401]d mmmm yyyy", "١٢ مارس ٢٠١٦"),
        (42441, "[$-801]dddd d mmmm yyyy", "السبت 12 آذار 2016"),
        (0.75, "h:mm AM/PM", "6:00 PM"),
        (1.5, "[h]:mm", "36:00"),
        (1.5, "[mm]:ss", "2160:00"),
        (42441.5, "m/d/yy h:mm:ss", "3/12/16 12:00:00"),
        (42441, 'd "day" mmm', "12 day Mar"),
        (59, "d/m/yyyy", "28/2/1900"),
    ],
)
def test_a_date_is_written_as_its_cell_shows_it(value: float, code: str, expected: str) -> None:
    assert expected == shown(value, code)


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (1.5, "General"),
        (1.5, "@"),
        (1.5, ""),
        (-1, "d/m/y"),
        (1e300, "0"),
        (1, "0" + "%" * 600_000),
        (42441, "[$-2060401]d/m/yyyy"),
        (38, '"Lot "@'),
    ],
)
def test_what_cannot_be_said_is_not(value: float, code: str) -> None:
    assert "" == shown(value, code)


def test_a_text_is_written_by_the_section_for_texts() -> None:
    assert ["Lot 38", "38"] == [shown("38", 'General;-General;General;"Lot "@'), shown("38", "0.00")]


def test_days_are_counted_from_1904_where_the_workbook_says_so() -> None:
    assert "13/3/2020" == shown(42441, "d/m/yyyy", is_1904=True)
