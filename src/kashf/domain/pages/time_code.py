"""Places in a recording: when something is said, in milliseconds from its beginning, and how people write that."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_WRITTEN: Final = re.compile(r"(?:(?:(\d{1,3}):)?(\d{1,3}):)?(\d{1,5})(?:[.,](\d{1,3}))?", re.ASCII)
#: No recording lasts longer: a thousand hours.
LONGEST_MS: Final = 3_600_000_000


@dataclass(frozen=True, slots=True, order=True)
class TimeRange:
    """A stretch of a recording.

    Args:
        start: Milliseconds from the beginning.
        end: One past the last; `end > start`.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end <= LONGEST_MS:
            raise ValueError(f"not a stretch of a recording: {self.start}..{self.end} ms")

    def __str__(self) -> str:
        """Return it as people write it.

        >>> str(TimeRange(83_000, 91_500))
        '00:01:23-00:01:31.5'
        """
        return f"{format_time_code(self.start)}-{format_time_code(self.end)}"

    @classmethod
    def read(cls, written: str) -> TimeRange:
        """Return the stretch that is written as two time codes with a dash between them.

        Raises:
            ValueError: Another form, or it ends before it begins.
        """
        start, dash, end = written.strip().replace("\N{EN DASH}", "-").partition("-")
        if not dash:
            raise ValueError("a stretch of a recording has a beginning and an end")
        return cls(read_time_code(start), read_time_code(end))


def read_time_code(written: str) -> int:
    """Return a time code in milliseconds: hours, minutes and seconds, minutes and seconds, or seconds alone; digits of any script.

    Raises:
        ValueError: Another form, or minutes or seconds beyond 59 where something stands before them.

    >>> read_time_code("00:01:23"), read_time_code("1:23.5"), read_time_code("83")
    (83000, 83500, 83000)
    """
    plain = "".join(str(int(sign)) if sign.isdecimal() else sign for sign in written.strip()).replace("\N{ARABIC DECIMAL SEPARATOR}", ".")
    match = _WRITTEN.fullmatch(plain)
    if match is None:
        raise ValueError("not a time code, which is written as 00:01:23.5")
    hours, minutes, seconds, fraction = match.groups()
    if (hours and int(minutes) > 59) or (minutes and int(seconds) > 59):
        raise ValueError("minutes and seconds go to 59")
    whole = int(hours or 0) * 3600 + int(minutes or 0) * 60 + int(seconds)
    return whole * 1000 + int((fraction or "0").ljust(3, "0"))


def format_time_code(milliseconds: int) -> str:
    """Return a time code as people write it, without a fraction of zero.

    >>> format_time_code(0), format_time_code(3_723_040)
    ('00:00:00', '01:02:03.04')
    """
    whole, fraction = divmod(milliseconds, 1000)
    tail = f".{fraction:03}".rstrip("0") if fraction else ""
    return f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}{tail}"
