"""Open sealed fields with a reason, written down before anything is shown; and tell who looked at what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kashf.domain.forms.form_decisions import family_named
from kashf.domain.forms.form_families import RecordId
from kashf.domain.forms.opened_fields import OPENED_FIELDS, OpenedFields, opened_body, opened_fields_of
from kashf.domain.forms.template_fields import FieldKey
from kashf.domain.ledger import EntryKind
from kashf.errors import NotAllowedError, UsageError
from kashf.ports.views import CaseView
from kashf.services.case.open import WritableCase
from kashf.services.forms.joined_families import AskedField
from kashf.services.forms.told_families import FormFamily, field_named
from kashf.services.ledger.record import checked_why, record_entry

#: What stands for all sealed fields where fields are named.
EVERY = "all"


@dataclass(frozen=True, slots=True)
class AskedOpening:
    """What somebody asks to see.

    Args:
        fields: Sealed fields, as the form or the family has them.
        record: On which form; None for all forms.
        why: In the person's own words.
        leaves: What a file for others holds them in: "table" or "forms"; "" where they are only shown.
    """

    fields: tuple[AskedField, ...]
    record: RecordId | None
    why: str
    leaves: str = ""


def open_fields(case: WritableCase, family: FormFamily, asked: AskedOpening) -> frozenset[FieldKey]:
    """Write down that somebody looks at sealed fields, as `record_opening` does, and return their keys, for this one answer."""
    return frozenset(record_opening(case, family, asked).fields)


def record_opening(case: WritableCase, family: FormFamily, asked: AskedOpening) -> OpenedFields:
    """Write down that somebody looks at sealed fields, or lets them out in a file, and return it as it stands in the ledger.

    Raises:
        NotAllowedError: No person of the case signs it.
        UsageError: No reason is given, or nothing of it is sealed.
    """
    if not case.person:
        raise NotAllowedError("a person of the case opens what is sealed: say who with --as NAME", code="open-nobody")
    why = checked_why(asked.why).strip()
    if not why:
        raise UsageError("what is sealed is opened with a reason that stays on record: --why TEXT", code="open-no-reason")
    keys = tuple(field.key for field in asked.fields if field.is_sealed or (asked.record is None and field.kind.traits.is_identifying))
    if not keys:
        raise UsageError("nothing of what was asked for is sealed", code="nothing-sealed")
    labels = sorted(field.key for field in family.members[0].fields)
    with case.store.unit() as uow:
        body = opened_body(labels, keys, asked.record, why, leaves=asked.leaves)
        entry = record_entry(case, uow, EntryKind.FIELDS_OPENED, body)
        uow.commit()
    (opened,) = opened_fields_of([(entry, entry.id)])
    return opened


def fields_to_open(family: FormFamily, asked: Sequence[str], among: Sequence[AskedField]) -> tuple[AskedField, ...]:
    """Return the fields that somebody names, as they stand in `among`; "all" is every sealed one of these.

    Raises:
        NotFoundError: There is no such field.
    """
    if EVERY in asked:
        return tuple(field for field in among if field.is_sealed)
    keys = {field_named(family, each).key for each in asked}
    return tuple(field for field in among if field.key in keys)


def openings_of(view: CaseView, family: FormFamily, record: RecordId) -> tuple[OpenedFields, ...]:
    """Return who looked at what is sealed on a form, be it on this one or on all of its family, the latest first."""
    told = (each for each in reversed(opened_fields(view)) if each.record in {record, None})
    return tuple(each for each in told if each.record or family_named(each.labels, family.members))


def opened_fields(view: CaseView) -> tuple[OpenedFields, ...]:
    """Return who looked at what, oldest first."""
    return opened_fields_of(view.entries(kinds=sorted(OPENED_FIELDS.kinds)))
