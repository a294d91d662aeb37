"""Values of JSON, and of what is built like it, as lines and as text; what lies deeper than anybody nests is left out and said."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

_DEEPEST = 64

Json = Any
"""A value as `json.loads` gives it: nothing is known of it."""


def plain(value: Json) -> str:
    """Return a single value as text."""
    if isinstance(value, Mapping | list):
        return "(deeper values are left out)" if value else ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)


def lines(value: Json, label: str = "", *, shown: Callable[[Json], str] = plain, indent: int = 0, depth: int = 0) -> Iterator[str]:
    """Yield the lines that say a value, inner ones indented; `shown` says a single one.

    >>> list(lines({"name": "Amal", "phones": ["1", "2"]}))
    ['name: Amal', 'phones:', '  1', '  2']
    """
    lead = "  " * indent + (f"{label}: " if label else "")
    if isinstance(value, Mapping | list) and depth < _DEEPEST:
        if label:
            yield lead.rstrip()
        inner = value.items() if isinstance(value, Mapping) else (("", each) for each in value)
        for key, each in inner:
            yield from lines(each, str(key), shown=shown, indent=indent + bool(label), depth=depth + 1)
    else:
        yield lead + shown(value)


def said(value: Json, *, depth: int = 0) -> str:
    """Return a value as text of one line; "" for nothing.

    >>> said({"question": "Where?", "answers": [{"text": "Here", "voters": 3}]}), said(None), said(False)
    ('question: Where?; answers: text: Here; voters: 3', '', 'no')
    """
    if isinstance(value, Mapping | list) and depth >= _DEEPEST:
        return plain(value)
    if isinstance(value, Mapping):
        return "; ".join(f"{key}: {text}" for key, each in value.items() if (text := said(each, depth=depth + 1)))
    if isinstance(value, list):
        return "; ".join(filter(None, (said(each, depth=depth + 1) for each in value)))
    return plain(value)


def text_of(value: Json) -> str:
    """Return a string as it is, and any other value as `said` says it."""
    return value if isinstance(value, str) else said(value)


def mappings(value: Json) -> Sequence[Mapping[str, Json]]:
    """Return the objects of a list; nothing of what is no list."""
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def mapping(value: Json) -> Mapping[str, Json]:
    """Return an object; an empty one for what is none."""
    return value if isinstance(value, dict) else {}


def others(values: Mapping[str, Json], known: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Yield what an object says under other names than the known ones; nothing is lost because nobody expected it."""
    for key, value in values.items():
        if key not in known and (text := said(value)):
            yield key, text
