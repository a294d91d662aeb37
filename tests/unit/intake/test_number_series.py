"""Numbers counted in the names of files."""

from __future__ import annotations

import pytest

from kashf.intake.number_series import NumberSeries, number_series, steps_back


def test_gaps_numbers_that_stand_twice_and_steps_back_are_told() -> None:
    names = ["IMG_0012.JPG", "IMG_0013.JPG", "IMG_0018.JPG", "IMG_0013.CR2", "IMG_0017.JPG", "note.txt"]

    assert (NumberSeries("IMG_", "", 12, 18, 5, 4, ((14, 16),), 1),) == number_series(names)
    assert [3] == [series.missing for series in number_series(names)]


def test_series_are_told_apart_by_what_stands_around_the_number() -> None:
    names = [f"{before}{number}{after}.tif" for before, after in (("scan", ""), ("scan", " back"), ("صفحة ", "")) for number in (1, 2, 3)]

    assert [("scan", ""), ("scan", " back"), ("صفحة ", "")] == [(each.before, each.after) for each in number_series(names)]


def test_digits_of_any_script_are_numbers() -> None:
    assert [(1, 4, ((3, 3),))] == [(each.first, each.last, each.gaps) for each in number_series(["ص١.jpg", "ص٢.jpg", "ص٤.jpg"])]


@pytest.mark.parametrize(
    "names",
    [
        [],
        ["1.txt", "2.txt"],
        ["20140312.jpg", "20140313.jpg", "20140314.jpg"],
        ["call 963112233445.txt", "call 963112233446.txt", "call 963112233447.txt"],
        ["a1.txt", "a500.txt", "a900000.txt"],
        [f"{'9' * 4000}{number}.txt" for number in range(5)],
        ["", ".", "..", "1", ".1"],
    ],
)
def test_days_telephone_numbers_and_single_files_are_no_series(names: list[str]) -> None:
    assert () == number_series(names)


def test_numbers_far_apart_are_never_counted_one_by_one() -> None:
    series = number_series([f"a{number}.txt" for number in range(0, 9 * 50_000, 9)])

    assert [(50_000, 49_999, 8 * 49_999)] == [(each.files, len(each.gaps), each.missing) for each in series]


def test_steps_back_count_what_is_lower_than_the_one_before() -> None:
    assert (0, 0, 2) == (steps_back([]), steps_back(["a", "a"]), steps_back([3, 1, 2, 0]))
