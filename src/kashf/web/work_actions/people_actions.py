"""What people decide in the browser about two forms or rows: that they are one man's, or two men's; each is one ledger entry."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from kashf.domain.entity import Verdict
from kashf.domain.forms.form_families import RecordId
from kashf.domain.ids import DocumentId
from kashf.services.forms.people.decide_people import join_people
from kashf.web.gate.posted_forms import ActionForm
from kashf.web.screens.screen import Context

_Document = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
_Nth = Annotated[int, Field(ge=1, le=10_000_000)]


class PeopleJudgedForm(ActionForm):
    """Whether two forms are about one man.

    Args:
        left: In which document the one stands.
        left_nth: Which one there.
        right: In which document the other stands.
        right_nth: Which one there.
        verdict: Same or different.
        why: The reason.
    """

    left: _Document
    left_nth: _Nth
    right: _Document
    right_nth: _Nth
    verdict: Literal["same", "different"]
    why: Annotated[str, Field(max_length=2000)] = ""


def judge_people(context: Context, form: PeopleJudgedForm) -> str:
    """Write down whether two forms are about one man."""
    one, other = RecordId(DocumentId(form.left), form.left_nth), RecordId(DocumentId(form.right), form.right_nth)
    with context.decide() as case:
        join_people(case, one, other, verdict=Verdict(form.verdict), why=form.why)
    return form.back
