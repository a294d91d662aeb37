"""When something is said in a recording, as people write it."""

from __future__ import annotations

import pytest

from kashf.domain.pages.time_code import TimeRange, format_time_code, read_time_code


@pytest.mark.parametrize(
    ("written", "milliseconds"),
    [("0", 0), ("83", 83_000), ("1:23", 83_000), ("00:01:23.5", 83_500), ("1:02:03,040", 3_723_040), ("٠٠:٠١:٢٣٫٥", 83_500)],
)
def test_a_time_code_is_read_as_people_write_it(written: str, milliseconds: int) -> None:
    assert milliseconds == read_time_code(written)


@pytest.mark.parametrize("written", ["", "1:75", "1:75:00", "-3", "1:2:3:4", "soon", "1.2.3", "1:23:"])
def test_what_is_no_time_code_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=r"minutes and seconds|not a time code"):
        read_time_code(written)


@pytest.mark.parametrize("written", ["00:01:31-00:01:23", "83", "5-5"])
def test_a_stretch_ends_after_it_begins(written: str) -> None:
    with pytest.raises(ValueError, match="stretch"):
        TimeRange.read(written)


def test_a_stretch_is_written_as_it_is_read() -> None:
    stretch = TimeRange.read("1:23–1:31.5")

    assert stretch == TimeRange.read(str(stretch))
    assert "01:02:03.04" == format_time_code(3_723_040)
