"""Answers about several things with one signature: pairs of names that differ in the same way, and terms that are no names."""

from __future__ import annotations

from collections.abc import Sequence

from kashf.domain.entity import MentionType, NameKey, Verdict
from kashf.domain.entries.judgements import not_a_name_body, together_body
from kashf.domain.ledger import EntryKind
from kashf.errors import UsageError
from kashf.services.case.open import WritableCase
from kashf.services.ledger.record import checked_why, record
from kashf.services.names.review import DecisionOutcome, check_known, outcome_of


def judge_together(
    case: WritableCase, pairs: Sequence[tuple[NameKey, NameKey]], verdict: Verdict, *, type: MentionType, why: str = ""
) -> DecisionOutcome:
    """Record one answer about several pairs of names; it is taken back as one.

    Raises:
        UsageError: There is no pair, one is of one name, or `why` is too long.
        NotFoundError: A name stands nowhere in the case.
    """
    if not pairs or verdict is Verdict.NOT_A_NAME or any(left == right for left, right in pairs):
        raise UsageError("choose pairs of two names each", code="no-pair-chosen")
    names = list(dict.fromkeys(name for pair in pairs for name in pair))
    check_known(case.reading.view, type, names)
    with case.store.unit() as uow:
        told = [(left, right, verdict) for left, right in dict.fromkeys(pairs)]
        entry = record(case, uow, EntryKind.JUDGED_TOGETHER, together_body(type, told, checked_why(why)))
        uow.commit()
    return outcome_of(case, entry, type, names)


def call_no_names(case: WritableCase, terms: Sequence[NameKey], *, type: MentionType, why: str = "") -> DecisionOutcome:
    """Record that terms name nobody: names, counts and the queue tell nothing of them until that is taken back.

    Raises:
        UsageError: There is no term, or `why` is too long.
        NotFoundError: A term stands nowhere in the case.
    """
    if not terms:
        raise UsageError("choose a term", code="no-term-chosen")
    view = case.reading.view
    check_known(view, type, terms)
    beside = {member.key for member in view.memberships(type, list(terms))}
    with case.store.unit() as uow:
        entry = record(case, uow, EntryKind.NOT_A_NAME, not_a_name_body(type, dict.fromkeys(terms), checked_why(why)))
        uow.commit()
    return outcome_of(case, entry, type, beside)
