"""What people say in the browser of a name of a place: which candidate it means, or that nobody can tell; one signed entry each."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from kashf.services.places.choose_place import choose_place, take_choice_back
from kashf.web.gate.posted_forms import ActionForm
from kashf.web.screens.screen import Context


class PlaceChosenForm(ActionForm):
    """Which place a name means.

    Args:
        name: As papers write it.
        chosen: Id of a candidate; "unknown" where none of them can be told.
        document: The paper it is decided on.
        everywhere: "yes" where it holds for every paper, not for this and those like it alone.
        why: The reason.
    """

    name: Annotated[str, Field(min_length=1, max_length=400)]
    chosen: Annotated[str, Field(min_length=1, max_length=200)]
    document: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    everywhere: Literal["", "yes"] = ""
    why: Annotated[str, Field(max_length=2000)] = ""


class PlaceBackForm(ActionForm):
    """Which decision about a place somebody takes back."""

    entry: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


def choose_candidate(context: Context, form: PlaceChosenForm) -> str:
    """Write down which place a name means."""
    with context.decide() as case:
        choose_place(case, form.name, form.chosen, document=form.document, is_everywhere=form.everywhere == "yes", why=form.why)
    return form.back


def retract_place(context: Context, form: PlaceBackForm) -> str:
    """Write down that a decision about a place does not stand any more."""
    with context.decide() as case:
        take_choice_back(case, form.entry)
    return form.back
