"""The queue of forms that may be one man's: two side by side, what agrees, and what was decided."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Final

from pydantic import Field

from kashf.domain.forms.form_families import RecordId
from kashf.domain.forms.record_decisions import PeopleJoined, RecordDecision
from kashf.entities.form_people.compare_people import Agreement, PersonTrait, PersonVerdict
from kashf.errors import NotFoundError
from kashf.services.case.open import OpenCase
from kashf.services.forms.people.people_queue import pair_beside, people_decisions, people_queue
from kashf.services.forms.people.told_people import PeopleQuestion
from kashf.services.forms.sealed.shown_value import shown_value
from kashf.show.forms.people_answers import question_answer
from kashf.web.renderers import Spreadsheet
from kashf.web.rendering import address
from kashf.web.screens.params import ScreenParams
from kashf.web.screens.screen import Context, Screen, Visit

#: Questions listed under the one that is asked, and decisions.
LISTED: Final = 15
DECISIONS: Final = 8

_Form = Annotated[str, Field(pattern=r"^([0-9a-f]{64}/[1-9]\d{0,7})?$")]


class PeopleParams(ScreenParams):
    """Which pair of forms is asked about.

    Args:
        left: With `right`, one pair of the queue; without, its first.
        right: See `left`.
    """

    left: _Form = ""
    right: _Form = ""


@dataclass(frozen=True, slots=True)
class FormLink:
    """A form as a page calls it.

    Args:
        id: Which.
        path: Where its document was first seen.
    """

    id: RecordId
    path: str

    @property
    def href(self) -> str:
        """Its page."""
        return record_address(self.id)


def view(context: Context, params: PeopleParams) -> Sequence[PeopleQuestion]:
    """Return the queue, beginning with the pair that is asked for.

    Raises:
        NotFoundError: The pair that is asked for is not in the queue.
    """
    found = people_queue(context.case)
    if not params.left:
        return found
    pair = {params.left, params.right}
    for number, each in enumerate(found):
        if {str(each.left), str(each.right)} == pair:
            return found[number:] + found[:number]
    raise NotFoundError("these two forms are not in the queue: somebody decided on them, or they differ", code="forms-not-in-queue")


def page(visit: Visit[PeopleParams, Sequence[PeopleQuestion]]) -> Mapping[str, object]:
    """Return what the page shows."""
    case, found = visit.case, visit.answer
    question = found[0] if found else None
    decided = people_decisions(case.view)[:DECISIONS]
    others = found[1 : 1 + LISTED]
    links = _links(case, [*found[: 1 + LISTED]], decided)
    return {
        "question": question,
        "is_proposed": bool(question) and found[0].compared.verdict is PersonVerdict.PROPOSED,
        "forms": [links[question.left], links[question.right]] if question else [],
        "traits": [(trait, question.compared.traits.get(trait, Agreement.SILENT)) for trait in PersonTrait] if question else [],
        "fields": _fields(case, question) if question else [],
        "waiting": len(found),
        "following": question_address(others[0]) if others else "",
        "others": [(each, links[each.left], links[each.right], question_address(each)) for each in others],
        "decisions": [(each, *_pair(each, links)) for each in decided],
    }


def data(visit: Visit[PeopleParams, Sequence[PeopleQuestion]]) -> object:
    """Return the queue, as `kashf review --json` has it."""
    return {"people": [question_answer(each) for each in visit.answer]}


def rows(visit: Visit[PeopleParams, Sequence[PeopleQuestion]]) -> Spreadsheet:
    """Return the queue as rows."""
    traits = [trait.value for trait in PersonTrait]
    told = (
        [each.left, each.right, each.compared.verdict, *(each.compared.traits.get(trait, Agreement.SILENT) for trait in PersonTrait)]
        for each in visit.answer
    )
    return Spreadsheet("people-on-forms", ["left", "right", "verdict", *traits], ([str(cell) for cell in row] for row in told))


def question_address(question: PeopleQuestion) -> str:
    """Return where a question of the queue is asked."""
    return address("/people", left=str(question.left), right=str(question.right))


def record_address(id: RecordId) -> str:
    """Return the page of a form."""
    return address(f"/record/{id.document}", nth=id.nth if id.nth > 1 else "")


def _fields(case: OpenCase, question: PeopleQuestion) -> list[tuple[object, ...]]:
    """Return each field with what the two forms have in it, as it may be shown, and whether they differ."""
    found = pair_beside(case, question)
    return [
        (each.field, [(value, shown_value(value, each.field)) if value else None for value in each.values], each.differs)
        for each in found.fields
    ]


def _links(case: OpenCase, questions: Sequence[PeopleQuestion], decided: Sequence[RecordDecision]) -> Mapping[RecordId, FormLink]:
    ids = [id for each in questions for id in (each.left, each.right)]
    ids += [id for each in decided if isinstance(each.told, PeopleJoined) for id in (each.told.left, each.told.right)]
    paths = {each.id: each.name for each in case.view.records(sorted({id.document for id in ids}))}
    return {id: FormLink(id, paths.get(id.document, id.document[:12])) for id in ids}


def _pair(decision: RecordDecision, links: Mapping[RecordId, FormLink]) -> tuple[object, ...]:
    told = decision.told
    assert isinstance(told, PeopleJoined)  # noqa: S101 - of these decisions there are no others
    return links[told.left], links[told.right], told.verdict.value


PEOPLE_ON_FORMS: Final = Screen("/people", PeopleParams, view, "people_on_forms.html", page, data, rows, under="/review", decides=True)
