"""A cache that keeps the types of what it caches, so that a type checker still sees who passes an unfolded word."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import ParamSpec, TypeVar, cast

P = ParamSpec("P")
R = TypeVar("R")


def remembered(most: int) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Return a decorator that remembers the last answers of a function, at most so many.

    Example:
        >>> @remembered(8)
        ... def length(word: str) -> int:
        ...     return len(word)
        >>> length("word")
        4
    """

    def decorate(function: Callable[P, R]) -> Callable[P, R]:
        return cast("Callable[P, R]", lru_cache(maxsize=most)(function))

    return decorate
