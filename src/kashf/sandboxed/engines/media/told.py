"""What a recording says of itself, as its readers give it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from kashf.domain.pages.time_code import LONGEST_MS, format_time_code

#: Degrees of latitude and longitude as cameras write them. Source: ISO 6709:2008, annex H.
_ISO_6709 = re.compile(r"([+-]\d{2}(?:\.\d+)?)([+-]\d{3}(?:\.\d+)?)")


@dataclass(frozen=True, slots=True)
class Told:
    """What a recording says of itself.

    Args:
        metadata: By the names of `metadata.known_metadata`, and some of its own.
        fault: What is wrong with the file; "" when it is whole.
    """

    metadata: Mapping[str, str] = field(default_factory=dict)
    fault: str = ""


def duration(seconds: float) -> dict[str, str]:
    """Return how long a recording is, as a time code; nothing for what cannot be."""
    milliseconds = round(seconds * 1000) if 0 < seconds * 1000 <= LONGEST_MS else 0
    return {"duration": format_time_code(milliseconds)} if milliseconds else {}


def recorded(since: dt.datetime, seconds: float) -> dict[str, str]:
    """Return when a recording was made by the clock of its device; zero, which devices without a clock write, says nothing."""
    if seconds <= 0:
        return {}
    try:
        when = since + dt.timedelta(seconds=seconds)
    except OverflowError:
        return {}
    return {"created": when.isoformat(sep=" ", timespec="seconds"), "taken": when.isoformat(sep=" ", timespec="seconds")}


def place(written: str) -> dict[str, str]:
    """Return degrees that are written as ISO 6709 has them; devices that do not know where they are write zeros.

    >>> place("+33.5130+036.2920+000.000/")
    {'latitude': '33.513000', 'longitude': '36.292000'}
    """
    match = _ISO_6709.match(written.strip())
    if match is None:
        return {}
    latitude, longitude = float(match[1]), float(match[2])
    if abs(latitude) > 90 or abs(longitude) > 180 or not (latitude or longitude):
        return {}
    return {"latitude": f"{latitude:.6f}", "longitude": f"{longitude:.6f}"}
