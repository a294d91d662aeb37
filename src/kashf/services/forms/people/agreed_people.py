"""What people say together about forms: two that are one man's or two men's, and values that somebody looked at."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kashf.domain.entity import Verdict
from kashf.domain.forms.form_families import RecordId
from kashf.domain.forms.record_decisions import RECORD_DECISIONS, PeopleJoined, RecordDecision, record_decisions_of
from kashf.ports.views import CaseView


def record_decisions(view: CaseView) -> tuple[RecordDecision, ...]:
    """Return what people decided about single forms, oldest first, with what was taken back."""
    return record_decisions_of(view.entries(kinds=sorted(RECORD_DECISIONS.kinds)))


def agreed_people(decisions: Iterable[RecordDecision]) -> Mapping[frozenset[RecordId], Verdict]:
    """Return what stands about pairs of forms; what two persons contradict each other about is not followed, and so asked again."""
    said: dict[frozenset[RecordId], dict[str, Verdict]] = {}
    for each in decisions:
        if each.undone is None and isinstance(each.told, PeopleJoined):
            said.setdefault(frozenset({each.told.left, each.told.right}), {})[each.person] = each.told.verdict
    return {pair: next(iter(by.values())) for pair, by in said.items() if len(set(by.values())) == 1}
