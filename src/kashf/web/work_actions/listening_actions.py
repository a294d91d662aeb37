"""What people hear in the browser: each quote is one ledger entry, signed by whoever is at work, and text at once."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from kashf.bootstrap import make_taggers
from kashf.domain.ids import DocumentId
from kashf.domain.pages.time_code import TimeRange, read_time_code
from kashf.errors import UsageError
from kashf.services.transcription.heard_lines import confirm_heard, hear, take_back_heard
from kashf.web.gate.posted_forms import ActionForm
from kashf.web.screens.screen import Context

_Document = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
_Time = Annotated[str, Field(min_length=1, max_length=20)]


class HeardForm(ActionForm):
    """What is said in a stretch of a recording; with `output`, what a program heard there verbatim, and somebody listened to."""

    document: _Document
    start: _Time
    end: _Time
    text: Annotated[str, Field(min_length=1, max_length=5_000, pattern=r"\S")]
    output: Annotated[str, Field(pattern=r"^([0-9a-f]{64})?$")] = ""


class HeardBackForm(ActionForm):
    """A quote that is taken back, by its ledger entry."""

    document: _Document
    entry: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


def keep_heard(context: Context, form: HeardForm) -> str:
    """Write down what somebody hears, or confirms.

    Raises:
        UsageError: A time is none, or the stretch ends before it begins.
    """
    try:
        stretch = TimeRange(read_time_code(form.start), read_time_code(form.end))
    except ValueError as error:
        raise UsageError(f"{form.start}-{form.end}: {error}", code="no-time-code") from error
    document = DocumentId(form.document)
    with context.decide() as case:
        taggers = make_taggers(case.reading)
        if form.output:
            confirm_heard(case, document, stretch, form.text, output=form.output, taggers=taggers)
        else:
            hear(case, document, stretch, form.text, taggers=taggers)
    return form.back


def drop_heard(context: Context, form: HeardBackForm) -> str:
    """Take back what was heard."""
    with context.decide() as case:
        take_back_heard(case, DocumentId(form.document), form.entry, taggers=make_taggers(case.reading))
    return form.back
