"""Letters, and rows of registers, as JSON values and back: without what is None or empty, and without the document, which all share."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import lru_cache
from typing import Any, cast

from kashf.domain.date import FuzzyDate
from kashf.domain.document import Span
from kashf.domain.ids import DocumentId
from kashf.domain.letters.letter import Letter
from kashf.domain.letters.logged_paper import LoggedPaper

_Read = Callable[[Any, DocumentId], Any]


def letter_json(letter: Letter) -> Mapping[str, Any]:
    """Return a letter as JSON values.

    >>> letter_json(Letter(is_cut=True))
    {'direction': 'unknown', 'is_cut': True}
    """
    return dict(_plain(letter))


def letter_from(untrusted: Mapping[str, Any], document: DocumentId) -> Letter:
    """Return the letter that `letter_json` wrote.

    Args:
        untrusted: What it wrote.
        document: On whose pages the letter stands.

    Raises:
        KeyError, TypeError, ValueError: It did not write this.
    """
    return cast("Letter", _reader(Letter)(untrusted, document))


def logged_json(logged: LoggedPaper) -> Mapping[str, Any]:
    """Return a row of a register as JSON values."""
    return dict(_plain(logged))


def logged_from(untrusted: Mapping[str, Any], document: DocumentId) -> LoggedPaper:
    """Return the row of a register of a document that `logged_json` wrote.

    Raises:
        KeyError, TypeError, ValueError: It did not write this.
    """
    return cast("LoggedPaper", _reader(LoggedPaper)(untrusted, document))


def _plain(value: Any) -> Any:
    if isinstance(value, Span):
        return {"page": value.page, "start": value.start, "end": value.end}
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
def _reader(kind: Any) -> _Read:
    """Return what makes a value of a kind of its JSON; made once a kind, since cases hold tens of thousands of letters."""
    if isinstance(kind, types.UnionType):
        return _reader(next(each for each in typing.get_args(kind) if each is not type(None)))
    if typing.get_origin(kind) is tuple:
        inner = _reader(typing.get_args(kind)[0])
        return lambda untrusted, document: tuple([inner(each, document) for each in untrusted])
    if kind is Span:
        return _span
    if kind is FuzzyDate:
        return lambda untrusted, _: FuzzyDate.from_json(untrusted)
    if not dataclasses.is_dataclass(kind):
        return lambda untrusted, _: kind(untrusted)
    make = cast("Callable[..., Any]", kind)
    readers = {name: _reader(hint) for name, hint in typing.get_type_hints(kind).items()}

    def read(untrusted: Any, document: DocumentId) -> Any:
        if not isinstance(untrusted, dict):
            raise ValueError("not the JSON of a letter")
        return make(**{name: readers[name](value, document) for name, value in untrusted.items()})

    return read


def _span(untrusted: Any, document: DocumentId) -> Span:
    if not isinstance(untrusted, dict) or len(untrusted) != len(("page", "start", "end")):
        raise ValueError("not the place of a letter's words")
    return Span(document, int(untrusted["page"]), int(untrusted["start"]), int(untrusted["end"]))
