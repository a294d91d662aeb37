"""One form that was filled in, with what it has in each field."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kashf.domain.entries.delivery import Scope
from kashf.domain.forms.form_families import FormRecord, RecordId
from kashf.errors import NotFoundError
from kashf.ports.forms import KeptValue
from kashf.services.case.open import OpenCase
from kashf.services.forms.joined_families import AskedField
from kashf.services.forms.sealed.under_age import forms_of_minors
from kashf.services.forms.told_families import FormFamily, family


@dataclass(frozen=True, slots=True)
class ToldRecord:
    """A form with what it has.

    Args:
        form: As it is kept.
        values: What it has in each field that its family asks, in order.
        path: Where its document was first seen.
    """

    form: FormRecord
    values: tuple[tuple[AskedField, KeptValue], ...]
    path: str


def record(case: OpenCase, family: FormFamily, asked: str) -> ToldRecord:
    """Return the form that somebody names: by the beginning of its document's id and, where there are several, "/" and its number.

    Raises:
        NotFoundError: There is no such form of the family, or more than one.
    """
    beginning, _, nth = asked.partition("/")
    document = case.view.resolve(beginning)
    ids = [id for id in case.view.records_in([document]).get(document, ()) if not nth or str(id.nth) == nth]
    found = list(told_records(case, family, ids))
    if len(found) != 1:
        raise NotFoundError(
            f"{len(found)} forms of this family stand in {document[:12]}; {document[:12]}/2 names the second",
            code="no-such-form",
            count=len(found),
            document=document[:12],
        )
    return found[0]


def form_and_family(case: OpenCase, id: RecordId) -> tuple[FormFamily, ToldRecord]:
    """Return a form, and what its family asks.

    Raises:
        NotFoundError: There is no such form.
    """
    kept = case.view.form_records([id])
    if not kept:
        raise NotFoundError("there is no such form in this case; nothing was written down", code="form-is-gone")
    of = family(case, kept[0].form.family, scope=Scope.ALL)
    (told,) = told_records(case, of, [id])
    return of, told


def told_records(case: OpenCase, family: FormFamily, ids: list[RecordId]) -> Iterator[ToldRecord]:
    """Yield some forms of a family, in the order asked for; those of other families are left out."""
    members = {each.id for each in family.members}
    kept = [each for each in case.view.form_records(ids) if each.form.family in members]
    minors = forms_of_minors(case.view, [family.joined], [each.form.id for each in kept])
    paths = {each.id: each.name for each in case.view.records(sorted({one.form.id.document for one in kept}))}
    for each in kept:
        values = {value.value.field: value for value in each.values()}
        columns = ((field, dict(field.columns).get(each.form.family)) for field in family.fields)
        is_of_minor = (each.form.id.document, each.form.id.nth) in minors
        told = tuple((replace(field, is_of_minor=is_of_minor), values[key]) for field, key in columns if key in values)
        yield ToldRecord(each.form, told, paths[each.form.id.document])
