"""The pairs of forms of which a person should say whether they are one man's, as a queue, and what was decided of such pairs."""

from __future__ import annotations

from kashf.domain.forms.record_decisions import PeopleJoined, RecordDecision
from kashf.ports.views import CaseView
from kashf.services.case.open import OpenCase
from kashf.services.forms.people.agreed_people import record_decisions
from kashf.services.forms.people.forms_beside import FormsBeside, side_by_side
from kashf.services.forms.people.told_people import PeopleQuestion, form_people
from kashf.services.forms.told_families import families


def people_queue(case: OpenCase) -> tuple[PeopleQuestion, ...]:
    """Return which forms of the leak may be one man's, those first that a machine proposes; () where there are no forms."""
    some = families(case).families
    return form_people(case, some).questions if some else ()


def pair_beside(case: OpenCase, question: PeopleQuestion) -> FormsBeside:
    """Return the two forms of a question side by side."""
    return side_by_side(case, families(case).families, (question.left, question.right))


def people_decisions(view: CaseView) -> tuple[RecordDecision, ...]:
    """Return what people decided about whose forms are one man's, the latest first, with what was taken back."""
    return tuple(each for each in reversed(record_decisions(view)) if isinstance(each.told, PeopleJoined))
