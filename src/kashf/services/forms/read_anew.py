"""Reads the values of fields anew, of which people decided that they ask something else than they were read as."""

from __future__ import annotations

from kashf.domain.date import UNDATED
from kashf.domain.forms.form_families import Family
from kashf.domain.forms.template_fields import FieldKind
from kashf.ports.forms import KeptFamily
from kashf.ports.stores import UnitOfWork
from kashf.ports.views import CaseView
from kashf.services.case.open import WritableCase
from kashf.services.forms.asked_fields import AskedField, asked_fields, form_decisions
from kashf.services.forms.said_values import said, written_on


def read_anew(case: WritableCase) -> int:
    """Bring the values of every field to what it asks now; returns how many fields that changed."""
    view = case.reading.view
    if not any(_changed(*each) for each in _asked(view)):
        return 0
    with case.store.unit() as uow:
        changed = sum(_read(uow, view, kept, asked) for kept, asked in _asked(view))
        uow.commit()
    return changed


def _asked(view: CaseView) -> list[tuple[KeptFamily, tuple[AskedField, ...]]]:
    kept = view.kept_families()
    families, decisions = [each.family for each in kept], form_decisions(view)
    return [(each, asked_fields(each.family, families, decisions)) for each in kept]


def _changed(kept: KeptFamily, asked: tuple[AskedField, ...]) -> list[tuple[AskedField, FieldKind]]:
    return [(field, before) for field, before in zip(asked, kept.kinds, strict=True) if field.kind is not before]


def _read(uow: UnitOfWork, view: CaseView, kept: KeptFamily, asked: tuple[AskedField, ...]) -> int:
    """Read the fields of a family anew that ask something else now; all that hold a date, where it is the day of the form that does."""
    changed = _changed(kept, asked)
    is_dated = any(FieldKind.WRITTEN in {field.kind, before} for field, before in changed)
    for field in asked if is_dated else [field for field, _ in changed]:
        _read_field(uow, view, kept.family, field, asked)
    return len(changed)


def _read_field(uow: UnitOfWork, view: CaseView, family: Family, field: AskedField, asked: tuple[AskedField, ...]) -> None:
    dates = {
        record: written_on([value], [FieldKind.WRITTEN])
        for each in reversed(asked)
        if each.kind is FieldKind.WRITTEN
        for record, value, _ in view.values_in(family.id, each.field.key)
        if value.text
    }
    read = [
        (record, *said(field.kind, value, dates.get(record, UNDATED))) for record, value, _ in view.values_in(family.id, field.field.key)
    ]
    uow.put_read(family.id, field.field.key, field.kind, read)
