"""What people say in the browser of a field of a letter: each form that is sent is one ledger entry, signed by whoever is at work."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from pydantic import Field

from kashf.domain.letters.letter_corrections import Saying
from kashf.services.correcting.correct_letter import correct_letter, place_on_page, said_of_field, take_correction_back
from kashf.services.letters.asked_letter import asked_letter
from kashf.web.gate.posted_forms import ActionForm
from kashf.web.screens.screen import Context


class LetterFieldForm(ActionForm):
    """What somebody says of a field of a letter.

    Args:
        document: Of which document; behind a dot which letter of it, where that holds several.
        field: Name of the field: "number", "act.2.who"; "act" for an act that was not read.
        saying: That the paper says something, does not say it, or that it was read right.
        typed: What the paper says.
        force: Of an act that was not read: whether it is ordered, forbidden, ...
        at: Where the words stand, as page:start-end; "" where nobody points at any.
        why: The reason.
    """

    document: Annotated[str, Field(pattern=r"^[0-9a-f]{64}(\.[1-9][0-9]{0,5})?$")]
    field: Annotated[str, Field(min_length=1, max_length=60)]
    saying: Saying
    typed: Annotated[str, Field(max_length=20_000)] = ""
    force: Annotated[str, Field(max_length=20)] = ""
    at: Annotated[str, Field(max_length=40)] = ""
    why: Annotated[str, Field(max_length=2000)] = ""


class LetterRetractionForm(ActionForm):
    """Which correction somebody takes back."""

    entry: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


def correct_field(context: Context, form: LetterFieldForm) -> str:
    """Write down what somebody says of a field of a letter."""
    typed = f"{form.typed} {form.force}".strip()
    with context.decide() as case:
        letter = asked_letter(case.reading.view, form.document)
        place = place_on_page(case.reading, letter.document, form.at.strip()) if form.at.strip() else None
        told = said_of_field(case.reading, letter, form.field, form.saying, typed=typed, place=place)
        correct_letter(case, letter.document, replace(told, why=form.why))
    return form.back


def retract_correction(context: Context, form: LetterRetractionForm) -> str:
    """Write down that a correction does not stand any more."""
    with context.decide() as case:
        take_correction_back(case, form.entry)
    return form.back
