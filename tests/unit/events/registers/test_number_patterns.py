"""Which part of numbers runs."""

import datetime as dt

import pytest

from kashf.events.registers.number_patterns import WrittenNumber, running_numbers, telling_patterns


def _run(*normals: str, day: dt.date | None = None) -> dict[str, tuple[str, int, int | None]]:
    found = running_numbers([WrittenNumber(normal, day) for normal in normals])
    return {normal: (run.pattern, run.serial, run.year) for normal, run in found.items()}


def test_the_part_that_differs_runs_and_the_file_number_stays() -> None:
    assert ("3/6/#", 104, None) == _run("3/6/104", "3/6/105", "3/6/9")["3/6/104"]
    assert ("#/6/h", 3, None) == _run("3/6/h", "4/6/h", "5/6/h")["3/6/h"]


def test_a_printed_year_is_the_year_of_the_number() -> None:
    assert ("4/#/year", 9, 2013) == _run("4/11/2014", "4/12/2014", "4/9/2013")["4/9/2013"]


def test_a_lonely_year_is_a_number() -> None:
    assert {"2014": ("#", 2014, None)} == _run("2014")


def test_two_digits_are_a_year_where_letters_of_several_years_say_so() -> None:
    numbers = [WrittenNumber(f"F/{serial}/{year % 100}", dt.date(year, 5, 1)) for year in (2013, 2014) for serial in (7, 8, 9)]
    found = running_numbers([*numbers, WrittenNumber("F/3/15")])

    assert (found["F/7/13"].year, found["F/3/15"].year, found["F/3/15"].serial) == (2013, 2015, 3)


def test_a_file_that_happens_to_be_of_the_year_stays_a_file() -> None:
    numbers = [WrittenNumber(f"F/14/{serial}", dt.date(year, 5, 1)) for year, serial in ((2013, 7), (2014, 8), (2015, 9))]

    assert {None} == {run.year for run in running_numbers(numbers).values()}


def test_a_number_from_its_other_end_is_read_as_most_of_its_office_are() -> None:
    found = running_numbers([WrittenNumber(each) for each in ("12/16/a/1", "12/16/a/2", "12/16/a/3", "9/a/16/12")])["9/a/16/12"]

    assert ("12/16/a/#", 9, True) == (found.pattern, found.serial, found.is_reversed)


@pytest.mark.parametrize("normal", ["9" * 40, "a/b", "/".join(["9" * 8] * 9)])
def test_what_no_register_counts_does_not_run(normal: str) -> None:
    assert {} == _run(normal)


def test_only_letters_in_a_number_tell_an_office() -> None:
    assert ((), ("w/#", "#/w")) == (telling_patterns("3/4"), telling_patterns("w/4"))
