"""One filled-in form: all that it has, each value beside its picture."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from kashf.domain.entries.delivery import Scope
from kashf.domain.forms.form_families import FormRecord, RecordId
from kashf.domain.forms.record_decisions import RecordDecision, ValueSeen
from kashf.domain.forms.template_fields import FieldKey
from kashf.errors import NotFoundError
from kashf.services.case.open import OpenCase
from kashf.services.forms.joined_families import AskedField
from kashf.services.forms.people.agreed_people import record_decisions
from kashf.services.forms.sealed.open_fields import openings_of
from kashf.services.forms.told_families import FormFamily, family
from kashf.services.forms.told_records import ToldRecord, told_records
from kashf.show.forms.form_answers import record_answer
from kashf.web.renderers import Spreadsheet
from kashf.web.rendering import State
from kashf.web.screens.params import InPath, Number, ScreenParams
from kashf.web.screens.screen import Context, MovedError, Screen, Visit
from kashf.web.text.placed_values import placed_records


class FormRecordParams(ScreenParams):
    """Which form.

    Args:
        document: In which document; of a shortened id, the screen says where the form is.
        nth: Which one there.
    """

    document: InPath
    nth: Number = 1


@dataclass(frozen=True, slots=True)
class FormSeen:
    """What is seen of a form.

    Args:
        family: Its family.
        told: It, with what it has.
        beside: The ids of all that stand in its document.
        looked: What people said they saw of it, the latest first.
        opened: Keys of its sealed fields that somebody opened for this one page.
    """

    family: FormFamily
    told: ToldRecord
    beside: tuple[RecordId, ...]
    looked: tuple[tuple[RecordDecision, AskedField], ...] = ()
    opened: frozenset[FieldKey] = frozenset()


def view(context: Context, params: FormRecordParams) -> FormSeen:
    """Return a form.

    Raises:
        MovedError: The id is shortened.
        NotFoundError: There is no such document, or no such form in it.
    """
    case = context.case
    document = case.view.resolve(params.document)
    if document != params.document:
        raise MovedError(State(f"/record/{document}", params.state()))
    beside = case.view.records_in([document]).get(document, ())
    kept = case.view.form_records([RecordId(document, params.nth)])
    if not kept:
        raise NotFoundError(
            f"{len(beside)} forms stand in {document[:12]}, and none has the number {params.nth}",
            code="no-such-record",
            count=len(beside),
            document=document[:12],
            number=params.nth,
        )
    of = family(case, kept[0].form.family, scope=Scope.ALL)
    (told,) = told_records(case, of, [kept[0].form.id])
    opened = context.visitor.sees(told.form.id) if params.format == "html" else frozenset[FieldKey]()
    return FormSeen(of, told, beside, tuple(_looked(case, told)), opened)


def page(visit: Visit[FormRecordParams, FormSeen]) -> Mapping[str, object]:
    """Return what the page shows."""
    seen = visit.answer
    (placed,) = placed_records(visit.case, [seen.told], opened=seen.opened)
    unseen = [each for each in placed.values if each.is_unseen and not each.shown.is_hidden]
    return {
        "family": seen.family,
        "form": seen.told.form,
        "path": seen.told.path,
        "values": placed.values,
        "unseen": unseen,
        "beside": seen.beside,
        "looked": seen.looked,
        "sealed": [each for each in placed.values if each.shown.is_hidden and each.kept.value.span],
        "opened": seen.opened,
        "openings": [(each, _names(seen.told, each.fields)) for each in openings_of(visit.case.view, seen.family, seen.told.form.id)],
    }


def _names(told: ToldRecord, keys: Collection[FieldKey]) -> list[AskedField]:
    return [field for field, _ in told.values if field.key in keys]


def _looked(case: OpenCase, told: ToldRecord) -> Iterator[tuple[RecordDecision, AskedField]]:
    """Yield what people said they saw of a form and did not take back, the latest first, with the field."""
    fields = {value.value.field: field for field, value in told.values}
    for each in reversed(record_decisions(case.view)):
        if each.undone is None and isinstance(each.told, ValueSeen) and each.told.record == told.form.id and each.told.field in fields:
            yield each, fields[each.told.field]


def data(visit: Visit[FormRecordParams, FormSeen]) -> object:
    """Return the form, as `kashf forms CASE FAMILY RECORD --json` prints it."""
    return record_answer(visit.answer.told)


def rows(visit: Visit[FormRecordParams, FormSeen]) -> Spreadsheet:
    """Return a row for each field."""
    form: FormRecord = visit.answer.told.form
    header = ("number", "label", "kind", "state", "text", "says", "page", "start", "end")
    (placed,) = placed_records(visit.case, [visit.answer.told])
    found = []
    for each in placed.values:
        span = None if each.shown.is_hidden else each.kept.value.span
        place = (span.page, span.start, span.end) if span else (None, None, None)
        field = each.field
        found.append((field.field.number, field.field.label, field.kind.value, each.state.value, each.shown.text, each.shown.label, *place))
    return Spreadsheet(f"form-{form.id.document[:12]}-{form.id.nth}", header, found)


FORM_RECORD: Final = Screen(
    "/record/{document}", FormRecordParams, view, "form_record.html", page, data, rows, under="/forms", decides=True
)
