"""What people decide about filled-in forms in the browser: each form that is sent is one ledger entry, signed by whoever is at work."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from kashf.domain.entity import Verdict
from kashf.domain.entries.delivery import Scope
from kashf.domain.forms.form_decisions import FieldMapped
from kashf.domain.forms.form_families import RecordId
from kashf.domain.forms.template_fields import FieldKind
from kashf.domain.ids import DocumentId
from kashf.errors import MalformedRequestError
from kashf.services.forms.decide_forms import join_families, join_values, map_field, take_back
from kashf.services.forms.joined_families import AskedField
from kashf.services.forms.people.decide_people import mark_seen, take_back_record
from kashf.services.forms.told_families import FormFamily, family, field_named
from kashf.services.forms.told_records import form_and_family
from kashf.web.gate.posted_forms import ActionForm
from kashf.web.screens.screen import Context

_Family = Annotated[str, Field(pattern=r"^[0-9a-f]{12}$")]
_Key = Annotated[str, Field(min_length=1, max_length=500)]
_Why = Annotated[str, Field(max_length=2000)]


class MappedForm(ActionForm):
    """What a field asks, what it is called, and whether its values are sealed."""

    family: _Family
    field: _Key
    kind: FieldKind
    name: Annotated[str, Field(max_length=100)] = ""
    sealed: bool = False
    why: _Why = ""


class ValuesForm(ActionForm):
    """Whether two values of a field are one."""

    family: _Family
    field: _Key
    left: _Key
    right: _Key
    verdict: Literal["same", "different"]
    why: _Why = ""


class EditionsForm(ActionForm):
    """That two families are editions of one template.

    Args:
        family: The one.
        other: The other.
        pair: Fields that are one, a pair a line, their keys divided by a tab.
        why: The reason.
    """

    family: _Family
    other: _Family
    pair: Annotated[str, Field(max_length=60_000)] = ""
    why: _Why = ""


class FormRetractionForm(ActionForm):
    """Which decision about forms somebody takes back."""

    entry: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class ValuesSeenForm(ActionForm):
    """Values of a form that somebody looked at and that are right.

    Args:
        document: In which document the form stands.
        nth: Which one there.
        field: Keys of the fields, one a line.
    """

    document: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    nth: Annotated[int, Field(ge=1, le=10_000_000)]
    field: Annotated[str, Field(min_length=1, max_length=60_000)]


def see_values(context: Context, form: ValuesSeenForm) -> str:
    """Write down that somebody looked at values which a machine read from a picture, and that they are right."""
    id = RecordId(DocumentId(form.document), form.nth)
    with context.decide() as case:
        of, told = form_and_family(case.reading, id)
        mark_seen(case, told, [field_named(of, key) for key in form.field.splitlines()])
    return form.back


def retract_seen(context: Context, form: FormRetractionForm) -> str:
    """Write down that what somebody saw of a form does not stand any more."""
    with context.decide() as case:
        take_back_record(case, form.entry)
    return form.back


def map_one_field(context: Context, form: MappedForm) -> str:
    """Write down what a field asks."""
    with context.decide() as case:
        of = family(case.reading, form.family, scope=Scope.ALL)
        field = field_named(of, form.field)
        map_field(case, of, field, FieldMapped(field.key, form.kind, form.name, form.sealed), why=form.why)
    return form.back


def judge_values(context: Context, form: ValuesForm) -> str:
    """Write down whether two values of a field are one."""
    with context.decide() as case:
        of = family(case.reading, form.family, scope=Scope.ALL)
        join_values(case, of, field_named(of, form.field), (form.left, form.right), verdict=Verdict(form.verdict), why=form.why)
    return form.back


def join_editions(context: Context, form: EditionsForm) -> str:
    """Write down that two families are editions of one template."""
    with context.decide() as case:
        of, other = (family(case.reading, each, scope=Scope.ALL) for each in (form.family, form.other))
        join_families(case, of, other, [_pair(of, other, line) for line in form.pair.splitlines()], why=form.why)
    return form.back


def retract_about_forms(context: Context, form: FormRetractionForm) -> str:
    """Write down that a decision about forms does not stand any more."""
    with context.decide() as case:
        take_back(case, form.entry)
    return form.back


def _pair(of: FormFamily, other: FormFamily, line: str) -> tuple[AskedField, AskedField]:
    left, tab, right = line.partition("\t")
    if not (left and tab and right):
        raise MalformedRequestError(["pair"])
    return field_named(of, left), field_named(other, right)
