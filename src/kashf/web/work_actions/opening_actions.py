"""Sealed fields of a form, opened in the browser with a reason: written down first, then shown on the next page of the form alone."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from kashf.domain.forms.form_families import RecordId
from kashf.domain.ids import DocumentId
from kashf.services.forms.sealed.open_fields import AskedOpening, fields_to_open, open_fields
from kashf.services.forms.told_records import form_and_family
from kashf.web.gate.access import LookedAt
from kashf.web.gate.posted_forms import ActionForm
from kashf.web.screens.screen import Context


class OpeningForm(ActionForm):
    """Which sealed fields of a form somebody looks at, and why.

    Args:
        document: In which document the form stands.
        nth: Which one there.
        field: Keys of the fields, one a line.
        why: The reason, which stays on record.
    """

    document: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    nth: Annotated[int, Field(ge=1, le=10_000_000)]
    field: Annotated[str, Field(max_length=60_000)] = ""
    why: Annotated[str, Field(max_length=2000)] = ""


def open_sealed(context: Context, form: OpeningForm) -> str:
    """Write down that somebody looks at sealed fields of a form, and let its next page show them."""
    id = RecordId(DocumentId(form.document), form.nth)
    with context.decide() as case:
        of, told = form_and_family(case.reading, id)
        fields = fields_to_open(of, form.field.splitlines(), [field for field, _ in told.values])
        keys = open_fields(case, of, AskedOpening(fields, id, form.why))
    context.visitor.let_see(LookedAt(id, keys))
    return form.back
