"""The forms of a family as rows of a sheet: of each field its words, its state and its place; what is sealed without words."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from kashf.domain.forms.template_fields import FieldKey, FieldState
from kashf.language.words.visible import visible_name
from kashf.services.forms.sealed.shown_value import is_hidden, shown_value
from kashf.show.forms.spreadsheets import Cell
from kashf.show.wording import Wording

if TYPE_CHECKING:
    from kashf.domain.forms.opened_fields import OpenedFields
    from kashf.ports.forms import KeptValue
    from kashf.services.forms.joined_families import AskedField
    from kashf.services.forms.told_records import ToldRecord

#: What stands behind the heading of a field whose values are sealed and stand there all the same.
_HOLDS_SEALED = " (sealed)"


def record_header(fields: Sequence[AskedField], *, let_out: Collection[FieldKey] = ()) -> list[str]:
    """Return the names of the columns; of a sealed field that is there all the same, they say so."""
    return ["record", "path", "edition", *(f"{_heading(field, let_out)}{part}" for field in fields for part in ("", " state", " place"))]


def record_rows(records: Iterable[ToldRecord], fields: Sequence[AskedField], *, let_out: Collection[FieldKey] = ()) -> Iterator[list[Cell]]:
    """Yield a row for each form, as `record_header` names its cells.

    Args:
        records: Which forms.
        fields: Which of their fields.
        let_out: Keys of the sealed fields that somebody let out with a reason.
    """
    for told in records:
        values = {field.key: (field, kept) for field, kept in told.values}
        cells = (cell for field in fields for cell in _cells(values.get(field.key), let_out))
        yield [str(told.form.id), told.path, told.form.edition, *cells]


def sealed_note(say: Wording, opened: OpenedFields, fields: Iterable[AskedField]) -> str:
    """Return the sentence that a file with sealed values has: that it has them, of which fields, and where it stands who let them out."""
    names = ", ".join(visible_name(field.name or field.field.label) for field in fields if field.key in opened.fields)
    return say("table.holds_sealed", fields=names, entry=opened.id[:12]).unescape()


def _heading(field: AskedField, let_out: Collection[FieldKey]) -> str:
    words = " ".join(filter(None, (field.field.number, field.name or field.field.label)))
    return words + _HOLDS_SEALED if field.is_sealed and field.key in let_out else words


def _cells(value: tuple[AskedField, KeptValue] | None, let_out: Collection[FieldKey]) -> tuple[str, str, str]:
    if value is None:
        return "", FieldState.NOT_ASKED.value, ""
    field, kept = value
    if is_hidden(field, let_out):
        return "", "sealed", ""
    span = kept.value.span
    place = f"{span.document}#{span.page}:{span.start}-{span.end}" if span else ""
    return shown_value(kept, field, let_out).text, kept.value.state.value, place
