"""The clock of the machine."""

from __future__ import annotations

import datetime as dt


class SystemClock:
    """Tells the time of this machine; it can jump, so durations are never taken from it."""

    def now(self) -> dt.datetime:
        """Return the time in UTC, with zone, to the microsecond."""
        return dt.datetime.now(dt.UTC)
