"""What a value of a field gives as answers: one, or several where it names several; months or years where dates are counted by these."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from kashf.domain.forms.template_fields import ValueType
from kashf.evidence.cross_tabs.cross_tab import FieldAnswer

#: Key of the answer that a date gives which may lie in several of the months or years that are counted.
UNTOLD_TIME: Final = "?"
#: What stands between the keys of one who gives several answers (`read_choice`).
_SEVERAL: Final = " + "


class Step(StrEnum):
    """By what the dates of a table are counted."""

    #: As they stand, be it a day, a month or a range.
    DAY = "day"
    MONTH = "month"
    YEAR = "year"


#: How many characters of ISO 8601 name each.
_LENGTHS: Final[Mapping[Step, int]] = MappingProxyType({Step.YEAR: 4, Step.MONTH: 7})
_DAYS: Final = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}")


@lru_cache(maxsize=1 << 16)
def given_answers(type: ValueType, key: str, label: str, step: Step = Step.DAY) -> tuple[FieldAnswer, ...]:
    """Return the answers that a value gives, each once.

    Args:
        type: How the field is read.
        key: Of the value: the EDTF of a date, the keys of a choice with " + " between them.
        label: What the value is called.
        step: By what dates are counted; of a date that may lie in several of them the key is `UNTOLD_TIME`.

    >>> [answer.key for answer in given_answers(ValueType.CHOICE, "cook + guard", "cook, guard")]
    ['cook', 'guard']
    >>> [given_answers(ValueType.DATE, key, "", Step.MONTH)[0].key for key in ("2014-10-25", "[2014-10-01..2014-11-02]", "2014")]
    ['2014-10', '?', '?']
    """
    if type is ValueType.DATE and step is not Step.DAY:
        time = _time(key, step)
        return (FieldAnswer(time, time),)
    if type is ValueType.CHOICE and _SEVERAL in key:
        return tuple(FieldAnswer(each, each) for each in dict.fromkeys(key.split(_SEVERAL)))
    return (FieldAnswer(key, label),)


def _time(edtf: str, step: Step) -> str:
    """Return the month or year of a date, or `UNTOLD_TIME` where it may lie in several."""
    length = _LENGTHS[step]
    found = {day[:length] for day in _DAYS.findall(edtf)}
    is_open = edtf.startswith("[..") or edtf.endswith("..]")
    return found.pop() if len(found) == 1 and not is_open and all(len(day) == length for day in found) else UNTOLD_TIME
