"""Which documents have something in a field of a form: by what the field asks, and by words of the answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kashf.domain.forms.template_fields import FieldKind, FieldState
from kashf.domain.ids import DocumentId
from kashf.entities.forms.cells import label_key
from kashf.errors import NoSuchFieldError, NotAllowedError
from kashf.language.field_values.read_values import read_value
from kashf.language.words.tokens import folded_words
from kashf.ports.forms import ValueCell
from kashf.ports.views import CaseView
from kashf.services.forms.joined_families import AskedField
from kashf.services.forms.naming.asked_places import families_in


def answering(view: CaseView, asked: str) -> frozenset[DocumentId]:
    """Return the documents whose forms have an answer in a field.

    Args:
        view: Of which case.
        asked: What the field asks, a word of FieldKind or in its label, and behind "=" words of the answer, in any order; without, any.

    Raises:
        NoSuchFieldError: No form asks that; what forms ask is listed.
        NotAllowedError: Such a field is sealed, and words of its answer would tell what it hides.
    """
    name, _, words = asked.partition("=")
    fields = tuple(_fields(view, name.strip()))
    if not fields:
        asked_for = ", ".join(_kinds(view)) or "no form was found in it"
        message = f"no form of this case asks that: {name.strip()}; forms of it ask: {asked_for}"
        raise NoSuchFieldError(message, code="no-such-asked-field", field=name.strip(), kinds=asked_for)
    if words.strip() and any(field.is_sealed for field in fields):
        raise NotAllowedError(f"this field is sealed: {name.strip()}", code="sealed-field", field=name.strip())
    cells = ((field, cell) for field in fields for column in field.columns for cell in view.value_cells(*column))
    wanted = folded_words(words)
    return frozenset(cell.document for field, cell in cells if cell.state is FieldState.FILLED and _has(field.kind, cell, words, wanted))


def _fields(view: CaseView, name: str) -> Iterator[AskedField]:
    key = label_key(name)
    for family in families_in(view):
        for field in family.fields:
            labels = map(label_key, (field.name, field.field.label, *field.field.wordings))
            if name == field.kind.value or (key and key in labels):
                yield field


def _kinds(view: CaseView) -> tuple[str, ...]:
    """Return what forms of the case ask, by their words, those without one left out."""
    kinds = {field.kind for family in families_in(view) for field in family.fields}
    return tuple(sorted(kind.value for kind in kinds if kind is not FieldKind.FREE))


def _has(kind: FieldKind, cell: ValueCell, words: str, wanted: Sequence[str]) -> bool:
    """Return whether an answer has all words, or says the same as they do."""
    if not wanted:
        return True
    return set(wanted) <= set(folded_words(cell.label)) or (bool(cell.key) and read_value(kind, words.strip()).key == cell.key)
