"""Letters as JSON values and back: what is None or empty is left out."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import lru_cache
from typing import Any, cast

from kashf.domain.date import FuzzyDate
from kashf.domain.letters.letter import Letter


def letter_json(letter: Letter) -> Mapping[str, Any]:
    """Return a letter as JSON values.

    >>> letter_json(Letter(is_cut=True))
    {'direction': 'unknown', 'is_cut': True}
    """
    return dict(_plain(letter))


def letter_from(untrusted: Mapping[str, Any]) -> Letter:
    """Return the letter that `letter_json` wrote.

    Raises:
        KeyError, TypeError, ValueError: It did not write this.
    """
    return cast("Letter", _reader(Letter)(untrusted))


def _plain(value: Any) -> Any:
    if isinstance(value, FuzzyDate):
        return dict(value.as_json())
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if dataclasses.is_dataclass(value):
        told = {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
        return {name: _plain(each) for name, each in told.items() if not (each is None or each is False or each in ((), ""))}
    return value


@lru_cache(maxsize=64)
def _reader(kind: Any) -> Callable[[Any], Any]:
    """Return what makes a value of a kind of its JSON; made once a kind, since cases hold tens of thousands of letters."""
    if isinstance(kind, types.UnionType):
        return _reader(next(each for each in typing.get_args(kind) if each is not type(None)))
    if typing.get_origin(kind) is tuple:
        inner = _reader(typing.get_args(kind)[0])
        return lambda untrusted: tuple(map(inner, untrusted))
    if kind is FuzzyDate:
        return FuzzyDate.from_json
    if not dataclasses.is_dataclass(kind):
        return cast("Callable[[Any], Any]", kind)
    make = cast("Callable[..., Any]", kind)
    readers = {name: _reader(hint) for name, hint in typing.get_type_hints(kind).items()}

    def read(untrusted: Any) -> Any:
        if not isinstance(untrusted, dict):
            raise ValueError("not the JSON of a letter")
        return make(**{name: readers[name](value) for name, value in untrusted.items()})

    return read
