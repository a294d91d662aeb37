"""Whether a form is about somebody under 18 on the day it was filled in: yes, no, or perhaps, by the days that both dates may be."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from enum import StrEnum
from typing import Final

from kashf.domain.date import UNDATED, FuzzyDate
from kashf.domain.entries.delivery import Scope
from kashf.domain.forms.form_families import RecordId
from kashf.domain.forms.template_fields import FieldKind, FieldState
from kashf.language.field_values.number_values import asks_age
from kashf.ports.views import CaseView
from kashf.services.case.collections import narrow
from kashf.services.case.open import OpenCase
from kashf.services.forms.told_families import FormFamily

#: Years from birth. Source: Convention on the Rights of the Child, 1989, article 1.
OF_AGE: Final = 18
#: Years of an age at most: more are another number.
_OLDEST: Final = 120


class Minority(StrEnum):
    """Whether somebody was under 18."""

    CERTAIN = "certain"
    POSSIBLE = "possible"
    NO = "no"
    #: No age, and no birth or no day, can be read.
    UNKNOWN = "unknown"


def minority(birth: FuzzyDate, day: FuzzyDate) -> Minority:
    """Return whether somebody was under 18 on a day.

    Args:
        birth: When he was born.
        day: When the form was filled in.

    >>> born = FuzzyDate.parse("1998")
    >>> [minority(born, FuzzyDate.parse(day)).value for day in ("2015-12-31", "2016-06-01", "2017", "..2016")]
    ['certain', 'possible', 'no', 'possible']
    """
    if not (birth.is_known and day.is_known):
        return Minority.UNKNOWN
    if birth.earliest and day.latest and day.latest < _of_age(birth.earliest):
        return Minority.CERTAIN
    if birth.latest and day.earliest and day.earliest >= _of_age(birth.latest):
        return Minority.NO
    return Minority.POSSIBLE


def minors(case: OpenCase, family: FormFamily, *, scope: Scope = Scope.LEAK) -> Mapping[RecordId, Minority]:
    """Return for each form of a family whether it is about somebody under 18 on the day it was filled in.

    That day is the one that the form says it was filled in; where it says none, the last of the other days that it gives, and any day
    between the first and the last of them is possible. An age that it gives is that of this day; where it and a birth say otherwise,
    both are possible.
    """
    return minors_of(narrow(case, scope).case.view, family)


def minors_of(view: CaseView, family: FormFamily) -> Mapping[RecordId, Minority]:
    """Return what `minors` does, of a case that is narrowed already."""
    births = _dates(view, family, FieldKind.BIRTH)
    written = _dates(view, family, FieldKind.WRITTEN)
    others = _dates(view, family, FieldKind.DATE)
    ids = (RecordId(head.document, head.nth) for member in family.members for head in view.record_heads(member.id))
    ages = _ages(view, family)
    found = {id: minority(_first(births.get(id, ())), _day(written.get(id, ()), others.get(id, ()))) for id in ids}
    return {id: _told_by_age(ages[id], by_dates) if id in ages else by_dates for id, by_dates in found.items()}


def _dates(view: CaseView, family: FormFamily, kind: FieldKind) -> dict[RecordId, list[FuzzyDate]]:
    found: dict[RecordId, list[FuzzyDate]] = {}
    for field in family.fields:
        if field.kind is kind:
            for id, key in field.columns:
                for each in view.values_in(id, key):
                    told = each.read.value.get("date")
                    if each.value.state is FieldState.FILLED and isinstance(told, Mapping):
                        found.setdefault(each.record, []).append(FuzzyDate.from_json(told))
    return found


def _ages(view: CaseView, family: FormFamily) -> dict[RecordId, set[bool]]:
    """Return of the forms that give an age whether it is one under 18; of a span of ages both may be."""
    found: dict[RecordId, set[bool]] = {}
    for field in family.fields:
        if field.kind is FieldKind.BIRTH or (field.kind is FieldKind.NUMBER and asks_age(field.field.label)):
            for id, key in field.columns:
                for each in view.values_in(id, key):
                    said = str(each.read.value.get("age" if field.kind is FieldKind.BIRTH else "number", ""))
                    ages = [int(age) for age in said.split("..") if age.isdecimal() and int(age) <= _OLDEST]
                    if each.value.state is FieldState.FILLED and ages:
                        found.setdefault(each.record, set()).update(age < OF_AGE for age in ages)
    return found


def _told_by_age(is_under: Collection[bool], by_dates: Minority) -> Minority:
    """Return what an age says together with the dates: perhaps, where they contradict each other."""
    said = Minority.POSSIBLE if len(is_under) > 1 else Minority.CERTAIN if True in is_under else Minority.NO
    return said if by_dates in {Minority.UNKNOWN, said} else Minority.POSSIBLE


def _first(dates: Sequence[FuzzyDate]) -> FuzzyDate:
    return next((each for each in dates if each.is_known), UNDATED)


def _day(written: Sequence[FuzzyDate], others: Sequence[FuzzyDate]) -> FuzzyDate:
    """Return when a form was filled in: as it says, else between the first and the last day that it gives."""
    if (said := _first(written)).is_known:
        return said
    known = [each for each in others if each.days]
    if not known:
        return _first(others)
    return FuzzyDate(min(each.bounds[0] for each in known), max(each.bounds[1] for each in known))


def _of_age(born: dt.date) -> dt.date:
    """Return the day on which somebody is 18; who was born on the last of February, on the first of March."""
    try:
        return born.replace(year=born.year + OF_AGE)
    except ValueError:
        return dt.date(born.year + OF_AGE, 3, 1)
