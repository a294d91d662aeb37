"""What an action of the browser is: a form, and what it does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from kashf.web.gate.posted_forms import ActionForm
from kashf.web.gate.size_limit import FORM_BYTES
from kashf.web.screens.screen import Context

Form = TypeVar("Form", bound=ActionForm)


@dataclass(frozen=True, slots=True)
class Action(Generic[Form]):
    """Something that a form does.

    Args:
        path: Where the form is sent.
        form: What it says.
        run: Does it and returns the address at which its sender goes on.
        most_bytes: What the form may send.
    """

    path: str
    form: type[Form]
    run: Callable[[Context, Form], str]
    most_bytes: int = FORM_BYTES
