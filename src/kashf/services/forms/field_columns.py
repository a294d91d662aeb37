"""Where what a field has is kept: in one column, or in one for each of the things that its label asks at once.

Of "place of entry and go-between" the column under the field's own key is of the go-between, since he plays a role, and has the whole
answer as its text; that of the place has the key with " #place" behind it, and as its text what was written of the place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kashf.domain.forms.form_families import Family, TemplateField
from kashf.domain.forms.template_fields import PART, FieldKey, FieldKind, own_key
from kashf.language.field_values.field_kinds import KindProposal, propose_kind


def with_parts(family: Family) -> Family:
    """Return a family that has a field for each thing that its labels ask."""
    parts = {field.key: tuple(_parts(field)) for field in family.fields}
    editions = (replace(each, fields=tuple(part.key for key in each.fields for part in parts[key])) for each in family.editions)
    return replace(family, fields=tuple(part for field in family.fields for part in parts[field.key]), editions=tuple(editions))


def proposal(field: TemplateField) -> KindProposal:
    """Return what the labels of a field say that it asks, or that a part of it does."""
    found = max((propose_kind(label) for label in (field.label, *field.wordings)), key=lambda each: each.score)
    own = own_key(field.key)
    return found if own == field.key else replace(found, kinds=(FieldKind(field.key[len(own) + len(PART) :]),))


def column_groups(keys: Sequence[FieldKey]) -> Iterator[tuple[int, ...]]:
    """Yield the places of columns that are of one field on the form, in the order in which its label asks."""
    found: dict[FieldKey, list[int]] = {}
    for at, key in enumerate(keys):
        found.setdefault(own_key(key), []).append(at)
    yield from map(tuple, found.values())


def _parts(field: TemplateField) -> Iterator[TemplateField]:
    found = proposal(field)
    for kind in dict.fromkeys(found.kinds):
        yield field if kind is found.kind else replace(field, key=FieldKey(f"{field.key}{PART}{kind.value}"))
