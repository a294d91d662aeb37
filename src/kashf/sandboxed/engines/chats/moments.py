"""Times as exports give them. A time without zone stays without one: nobody knows which it was."""

from __future__ import annotations

import datetime as dt

_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
#: No place on earth is further from UTC.
_FURTHEST_SECONDS = 15 * 3600
#: Seconds since 1970 from which on a number is a time: in 1973; a hundred times as many are in 2286.
_LEAST_COUNT = 100_000_000


def since_1970(untrusted: object, *, a_second: int = 1000) -> str:
    """Return a count since 1970 as a time in UTC; what is no count as it is written, and "" for nothing.

    Args:
        untrusted: A whole number, as such or in digits.
        a_second: How many there are in a second.

    >>> since_1970(1415527200000), since_1970("1415527200", a_second=1), since_1970("soon"), since_1970(10**30)
    ('2014-11-09 10:00:00 UTC', '2014-11-09 10:00:00 UTC', 'soon', '1000000000000000000000000000000')
    """
    count = _count(untrusted)
    if count is None:
        return "" if untrusted in (None, "") else str(untrusted)
    try:
        return f"{_EPOCH + dt.timedelta(seconds=count // a_second):%Y-%m-%d %H:%M:%S} UTC" if count > 0 else str(count)
    except OverflowError:
        return str(untrusted)


def local(untrusted_local: object, untrusted_unix: object) -> str:
    """Return a time of day as a program showed it, with the offset that its count of seconds since 1970 proves, where that is one.

    >>> local("2014-11-09T10:00:00", "1415516400"), local("2014-11-09T10:00:00", None), local("2014-11-09T10:00:00", "7")
    ('2014-11-09 10:00:00 +03:00', '2014-11-09 10:00:00', '2014-11-09 10:00:00')
    """
    written = str(untrusted_local or "")
    try:
        shown = dt.datetime.fromisoformat(written)
    except ValueError:
        return written or since_1970(untrusted_unix, a_second=1)
    if shown.tzinfo is None and (count := _count(untrusted_unix)) is not None and abs(count) < 1 << 40:
        offset = round((shown.replace(tzinfo=dt.UTC) - _EPOCH).total_seconds()) - count
        if abs(offset) <= _FURTHEST_SECONDS and offset % 900 == 0:
            shown = shown.replace(tzinfo=dt.timezone(dt.timedelta(seconds=offset)))
    return as_shown(shown)


def as_written(untrusted: object) -> str:
    """Return a time in any of the forms that exports in JSON have; what is none of them as it is written.

    >>> (
    ...     as_written("Sun Nov 09 10:00:00 +0000 2014"),
    ...     as_written("2014-11-09T10:00:00.000Z"),
    ...     as_written("1415527200.0002"),
    ...     as_written("noon"),
    ... )
    ('2014-11-09 10:00:00 UTC', '2014-11-09 10:00:00 UTC', '2014-11-09 10:00:00 UTC', 'noon')
    """
    text = str(untrusted or "").strip()
    count = _count(untrusted if isinstance(untrusted, int | float) else text.partition(".")[0])
    if count is not None and count > _LEAST_COUNT:
        unit = next(unit for unit in (1, 1000, 1_000_000, count) if count // unit < _LEAST_COUNT * 100)
        return since_1970(count, a_second=unit)
    try:
        return as_shown(dt.datetime.fromisoformat(text))
    except ValueError:
        pass
    try:
        return as_shown(dt.datetime.strptime(text, "%a %b %d %H:%M:%S %z %Y"))
    except ValueError:
        return text


def as_shown(moment: dt.datetime) -> str:
    """Return a time as pages show it: with its offset where it has one.

    >>> as_shown(dt.datetime(2014, 11, 9, 10)), as_shown(dt.datetime(2014, 11, 9, 10, tzinfo=dt.UTC))
    ('2014-11-09 10:00:00', '2014-11-09 10:00:00 UTC')
    """
    if moment.tzinfo is None:
        return moment.isoformat(" ", "seconds")
    offset = moment.isoformat(timespec="seconds")[19:]
    return f"{moment.replace(tzinfo=None).isoformat(' ', 'seconds')} {'UTC' if offset == '+00:00' else offset}"


def _count(untrusted: object) -> int | None:
    if isinstance(untrusted, bool):
        return None
    if isinstance(untrusted, int):
        return untrusted
    if isinstance(untrusted, float):
        return int(untrusted) if abs(untrusted) < 1 << 62 else None
    text = str(untrusted or "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= 20 else None
