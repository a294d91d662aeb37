"""Write down what people decide about single forms, signed and with why: one man or two, and that a value was read right; take it back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kashf.domain.entity import Verdict
from kashf.domain.forms.form_families import RecordId
from kashf.domain.forms.record_decisions import PeopleJoined, RecordDecision, ValueSeen, record_decisions_of, text_hash
from kashf.domain.forms.template_fields import FieldState, own_key
from kashf.domain.ledger import EntryKind
from kashf.errors import NotFoundError, UsageError
from kashf.ports.forms import KeptValue
from kashf.services.case.open import WritableCase
from kashf.services.forms.joined_families import AskedField
from kashf.services.forms.people.agreed_people import record_decisions
from kashf.services.forms.people.see_anew import see_anew
from kashf.services.forms.told_records import ToldRecord
from kashf.services.ledger.record import checked_why, record_entry
from kashf.services.ledger.standing.taking_back import take_back_entry

_KINDS: Final = {PeopleJoined: EntryKind.PEOPLE_JOINED, ValueSeen: EntryKind.VALUE_SEEN}


def join_people(case: WritableCase, left: RecordId, right: RecordId, *, verdict: Verdict = Verdict.SAME, why: str = "") -> RecordDecision:
    """Write down that two forms are about one man, or about two; the number of men follows at once.

    Args:
        case: Which case.
        left: A form.
        right: Another, of any family.
        verdict: Same or different.
        why: In the person's own words.

    Raises:
        UsageError: Both are one form, or the verdict is another.
        NotFoundError: There is no such form.
    """
    if verdict not in {Verdict.SAME, Verdict.DIFFERENT}:
        raise UsageError("two forms are about the same man, or about different ones", code="people-verdict")
    if left == right:
        raise UsageError("the two are one form", code="same-form")
    known = {each.form.id for each in case.reading.view.form_records([left, right])}
    for each in (left, right):
        if each not in known:
            raise NotFoundError(f"there is no form {each}", code="no-such-form", count=0, document=each.document[:12])
    first, second = sorted((left, right))
    (written,) = _write(case, [PeopleJoined(first, second, verdict)], why)
    return written


def mark_seen(case: WritableCase, told: ToldRecord, fields: Sequence[AskedField], *, why: str = "") -> tuple[RecordDecision, ...]:
    """Write down that somebody looked at values of a form which a machine read from a picture, and that they are right.

    A value that reads otherwise later is unseen again. What is wrong is typed on its page instead (`key_line`).

    Args:
        case: Which case.
        told: The form.
        fields: Which of its fields, each with a value that is unseen.
        why: In the person's own words.

    Raises:
        UsageError: A value was seen already, or nobody has to look at it.
    """
    values = {field.key: value for field, value in told.values}
    seen = [_seen(values.get(field.key), field) for field in fields]
    written = _write(case, list(dict.fromkeys(seen)), why)
    see_anew(case)
    return written


def take_back_record(case: WritableCase, entry: str) -> RecordDecision:
    """Take a decision about single forms back, by the beginning of its ledger entry.

    Raises:
        NotFoundError: None that stands begins like that, or more than one.
        NotAllowedError: Another person of the case signed it.
    """
    with case.store.unit() as uow:
        told, _ = take_back_entry(case, uow, record_decisions(case.reading.view), entry, what="decisions about single forms")
        uow.commit()
    see_anew(case)
    return told


def _seen(value: KeptValue | None, field: AskedField) -> ValueSeen:
    if value is None or value.value.span is None or not value.value.is_unseen or value.found is FieldState.BLANK:
        raise UsageError(f"{field.field.label}: no machine read that from a picture, or somebody looked already", code="nothing-unseen")
    key = own_key(value.value.field)
    return ValueSeen(value.record, key, value.value.span, text_hash(value.value.span, value.value.text))


def _write(case: WritableCase, told: Sequence[PeopleJoined | ValueSeen], why: str) -> tuple[RecordDecision, ...]:
    reason = checked_why(why).strip()
    with case.store.unit() as uow:
        entries = [record_entry(case, uow, _KINDS[type(each)], {**each.body(), "why": reason}) for each in told]
        uow.commit()
    return record_decisions_of([(each, each.id) for each in entries])
