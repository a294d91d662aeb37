"""Values as JSON: one encoder for the command line, the browser and Python."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import math
from collections.abc import Callable, Iterable, Mapping
from enum import Enum
from typing import Any, Final

from kashf.domain.date import FuzzyDate
from kashf.domain.reasons import Reasons

#: What a command or a screen answers, before it is JSON.
Answer = dict[str, Any]


def as_json(value: object, *, indent: int | None = None) -> str:
    """Return a value as JSON text.

    >>> as_json({"when": dt.date(2014, 10, 26), "name": "الوردي"})
    '{"when": "2014-10-26", "name": "الوردي"}'
    """
    return json.dumps(plain(value), ensure_ascii=False, indent=indent)


def plain(value: object) -> Any:
    """Return a value as what JSON knows: dataclasses as objects, times and dates in ISO 8601, bytes in hex, infinite numbers as none.

    >>> plain(FuzzyDate.parse("2016-04")), plain(FuzzyDate.parse("2016-04-12.."))
    ('2016-04', '[2016-04-12..]')

    Raises:
        TypeError: There is no JSON for it.
    """
    if isinstance(value, FuzzyDate):
        return value.edtf()
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    for kind, form in _FORMS:
        if isinstance(value, kind):
            return form(value)
    raise TypeError(f"no JSON for {type(value).__name__}")


def _reasons(value: Reasons) -> str:
    from kashf.show.explain import in_english  # Most answers have none, and the words take time to load.

    return in_english(value)


def _text(value: str) -> str:
    return value.encode("utf-8", "replace").decode()


#: The first that fits counts: an Enum may be a text or a number too, and a text can be walked through.
_FORMS: Final[tuple[tuple[type, Callable[[Any], Any]], ...]] = (
    (Enum, lambda value: plain(value.value)),
    (str, _text),
    (int, lambda value: value),
    (float, lambda value: value if math.isfinite(value) else None),
    (type(None), lambda value: value),
    (dt.date, lambda value: value.isoformat()),
    (bytes, lambda value: value.hex()),
    (Reasons, _reasons),
    (Mapping, lambda value: {_text(str(key)): plain(item) for key, item in value.items()}),
    (Iterable, lambda value: [plain(item) for item in value]),
)
