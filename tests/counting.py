"""Counts work instead of timing it, so that a busy machine changes nothing."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from types import FrameType
from typing import Any

from kashf.adapters.records.connection import Row
from kashf.adapters.records.view import SqlView


def steps(work: Callable[[], object]) -> int:
    """Return how many lines of Python ran; what a C library does inside one line is not seen."""
    counted = 0

    def trace(frame: FrameType, event: str, argument: Any) -> Callable[..., Any]:
        nonlocal counted
        counted += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return counted


def queries(view: SqlView, work: Callable[[], object]) -> int:
    """Return how many queries a view of a case's records ran for some work."""
    asked = 0
    rows = view.sql.rows

    def counting(sql: str, values: Sequence[Any] = ()) -> list[Row]:
        nonlocal asked
        asked += 1
        return rows(sql, values)

    view.sql.__dict__["rows"] = counting
    try:
        work()
    finally:
        view.sql.__dict__.pop("rows")
    return asked
