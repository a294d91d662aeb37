"""Moves the places of a letter that was read from a part of a page to where they are on the page."""

from __future__ import annotations

import dataclasses
from typing import Any, cast

from kashf.domain.date import FuzzyDate
from kashf.domain.document import Span
from kashf.domain.letters.letter import Letter


def with_moved_places(letter: Letter, *, page: int, by: int) -> Letter:
    """Return a letter with its places on a page so many code points later."""
    return cast("Letter", _moved(letter, page, by)) if by else letter


def _moved(value: Any, page: int, by: int) -> Any:
    if isinstance(value, Span):
        return dataclasses.replace(value, start=value.start + by, end=value.end + by) if value.page == page else value
    if isinstance(value, tuple):
        return tuple([_moved(each, page, by) for each in value])
    if dataclasses.is_dataclass(value) and not isinstance(value, type | FuzzyDate):
        told = {each.name: getattr(value, each.name) for each in dataclasses.fields(value)}
        return dataclasses.replace(value, **{name: _moved(each, page, by) for name, each in told.items()})
    return value
