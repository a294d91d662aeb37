"""Who looked at sealed fields of forms, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kashf.domain.ledger import format_time
from kashf.language.words.visible import isolate
from kashf.show.plain import Answer

if TYPE_CHECKING:
    from kashf.domain.forms.opened_fields import OpenedFields


def opened_answer(opened: OpenedFields) -> Answer:
    """Return who looked at what."""
    what = {"fields": opened.fields, "record": str(opened.record) if opened.record else None, "family": opened.labels}
    told = {"entry": opened.id, "by": opened.who, "person": opened.person, "when": format_time(opened.when), **what, "why": opened.why}
    return {**told, "leaves": opened.leaves or None}


def opened_line(opened: OpenedFields) -> str:
    """Return who looked at what in one line."""
    where = f"{opened.record.document[:12]}/{opened.record.nth}" if opened.record else "all forms"
    fields = ", ".join(map(isolate, opened.fields))
    leaves = f"  written to a file ({opened.leaves})" if opened.leaves else ""
    return f"{format_time(opened.when)}  {isolate(opened.who)}  {where}  {fields}{leaves}  {isolate(opened.why)}"
