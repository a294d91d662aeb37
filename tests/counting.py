"""Counts work instead of timing it, so that a busy machine changes nothing."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
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


def database_steps(view: SqlView, work: Callable[[], object]) -> int:
    """Return how many steps SQLite's machine took for some work, in hundreds."""
    counted = 0

    def count() -> int:
        nonlocal counted
        counted += 1
        return 0

    driver = view.sql._driver
    driver.set_progress_handler(count, 100)  # type: ignore[attr-defined]  # SQLite's alone has it
    try:
        work()
    finally:
        driver.set_progress_handler(None, 0)  # type: ignore[attr-defined]  # SQLite alone has it
    return counted


@contextmanager
def few_calls(most: int) -> Iterator[None]:
    """Let calls go at most so deep below here, so that what goes through something deep by calling itself is found by a small one."""
    depth, frame = 0, sys._getframe()
    while frame.f_back:
        depth, frame = depth + 1, frame.f_back
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(depth + most)
    try:
        yield
    finally:
        sys.setrecursionlimit(before)
