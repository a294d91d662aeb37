"""Write down what people decide about forms, signed and with why, and take it back; what is counted follows at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kashf.domain.entity import Verdict
from kashf.domain.entries.delivery import Scope
from kashf.domain.forms.form_decisions import FamiliesJoined, FieldMapped, FormDecision, ValuesJoined, form_decisions_of
from kashf.domain.forms.form_families import Family
from kashf.domain.forms.template_fields import FieldKey
from kashf.domain.ledger import EntryKind
from kashf.errors import NotAllowedError, UsageError
from kashf.ports.stages import FIELDS
from kashf.services.case.open import WritableCase
from kashf.services.forms.form_values import value_named, values_of
from kashf.services.forms.joined_families import AskedField, Column, form_decisions
from kashf.services.forms.read_anew import read_anew
from kashf.services.forms.told_families import FormFamily
from kashf.services.ledger.record import checked_why, record_entry
from kashf.services.ledger.standing.taking_back import take_back_entry

_KINDS = {FieldMapped: EntryKind.FIELD_MAPPED, ValuesJoined: EntryKind.VALUES_JOINED, FamiliesJoined: EntryKind.FAMILIES_JOINED}


def map_field(case: WritableCase, family: FormFamily, field: AskedField, told: FieldMapped, *, why: str = "") -> FormDecision:
    """Write down what a field asks; its values are read by that at once, also those of forms that come later.

    Args:
        case: Which case.
        family: Of which family.
        field: Which field.
        told: What it asks, whatever field it names.
        why: In the person's own words.
    """
    member, key = _told_by(family, field.columns[0])
    decided = _write(case, member, replace(told, field=key, name=" ".join(told.name.split())), why)
    read_anew(case)
    _name_again(case)
    return decided


def join_values(
    case: WritableCase, family: FormFamily, field: AskedField, values: tuple[str, str], *, verdict: Verdict = Verdict.SAME, why: str = ""
) -> FormDecision:
    """Write down that two values of a field say the same, or do not.

    Args:
        case: Which case.
        family: Of which family.
        field: Of which field.
        values: Both, as `value_named` takes them.
        verdict: Same or different.
        why: In the person's own words.

    Raises:
        NotFoundError: One of them is no value of the field, or of several.
        UsageError: Both are one value already, or the verdict is another.
        NotAllowedError: The field is sealed.
    """
    if verdict not in {Verdict.SAME, Verdict.DIFFERENT}:
        raise UsageError("two values are the same, or different", code="no-such-verdict")
    if field.is_sealed:
        raise NotAllowedError(
            "the values of this field are sealed, and a decision would write their words into the ledger; nothing was written down",
            code="join-of-sealed",
        )
    known = values_of(case.reading, family, field, scope=Scope.ALL, joined=False)
    left, right = (value_named(known, each) for each in values)
    if left == right:
        raise UsageError("the two are one value already", code="same-value")
    member, key = _told_by(family, field.columns[0])
    return _write(case, member, ValuesJoined(key, left, right, verdict), why)


def join_families(
    case: WritableCase, family: FormFamily, other: FormFamily, fields: Sequence[tuple[AskedField, AskedField]] = (), *, why: str = ""
) -> FormDecision:
    """Write down that two families are editions of one template; fields with the same label are one without being named.

    Args:
        case: Which case.
        family: The one.
        other: The other.
        fields: Which field of the one is which of the other, where their labels differ.
        why: In the person's own words.

    Raises:
        UsageError: Both are one family already.
    """
    if family.id == other.id:
        raise UsageError("the two are one family already", code="same-family")
    pairs = tuple((left.columns[0][1], right.columns[0][1]) for left, right in fields)
    decided = _write(case, family.members[0], FamiliesJoined(_labels(other.members[0]), pairs), why)
    read_anew(case)
    return decided


def take_back(case: WritableCase, entry: str) -> FormDecision:
    """Take a decision about forms back, by the beginning of its ledger entry; what stood before it stands again.

    Raises:
        NotFoundError: None that stands begins like that, or more than one.
        NotAllowedError: Another person of the case signed it.
    """
    with case.store.unit() as uow:
        told, _ = take_back_entry(case, uow, form_decisions(case.reading.view), entry, what="decisions about forms")
        uow.commit()
    read_anew(case)
    _name_again(case)
    return told


def _name_again(case: WritableCase) -> None:
    """Let names in forms be looked through again when the case is next processed: what is sealed is no name of any list."""
    documents = sorted({head.document for head in case.reading.view.record_heads()})
    with case.store.unit() as uow:
        uow.wait_again(FIELDS, documents)
        uow.commit()


def _write(case: WritableCase, family: Family, told: FieldMapped | ValuesJoined | FamiliesJoined, why: str) -> FormDecision:
    with case.store.unit() as uow:
        body = {"family": _labels(family), **told.body(), "why": checked_why(why).strip()}
        entry = record_entry(case, uow, _KINDS[type(told)], body)
        uow.commit()
    (decided,) = form_decisions_of([(entry, entry.id)])
    return decided


def _told_by(family: FormFamily, column: Column) -> tuple[Family, FieldKey]:
    """Return the family as it was found by which a column is named, and its field."""
    return next(each for each in family.members if each.id == column[0]), column[1]


def _labels(family: Family) -> tuple[FieldKey, ...]:
    return tuple(sorted(field.key for field in family.fields))
