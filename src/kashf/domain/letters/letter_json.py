"""Letters as JSON values and back: what is None or empty is left out."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache
from typing import Any

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
    return Letter(**_values(Letter, untrusted))


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


def _values(kind: Any, untrusted: Mapping[str, Any]) -> dict[str, Any]:
    hints = _hints(kind)
    return {name: _value(hints[name], value) for name, value in untrusted.items()}


def _value(kind: Any, untrusted: Any) -> Any:
    if isinstance(kind, types.UnionType):
        return _value(next(each for each in typing.get_args(kind) if each is not type(None)), untrusted)
    if typing.get_origin(kind) is tuple:
        inner = typing.get_args(kind)[0]
        return tuple(_value(inner, each) for each in untrusted)
    if kind is FuzzyDate:
        return FuzzyDate.from_json(untrusted)
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        return kind(**_values(kind, untrusted)) if isinstance(untrusted, Mapping) else _refuse()
    return kind(untrusted)


def _refuse() -> Any:
    raise ValueError("not the JSON of a letter")


@lru_cache(maxsize=64)
def _hints(kind: type) -> Mapping[str, Any]:
    return typing.get_type_hints(kind)
