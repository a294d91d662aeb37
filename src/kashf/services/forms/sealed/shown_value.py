"""What a form shows of a value: at every door the same, and nothing of what is sealed unless somebody opened it with a reason."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from kashf.domain.forms.template_fields import FieldKey
from kashf.ports.forms import KeptValue
from kashf.services.forms.joined_families import AskedField


@dataclass(frozen=True, slots=True)
class ShownValue:
    """What is shown of a value.

    Args:
        text: Verbatim; "" where it is hidden.
        label: What it is called in a table; "" where it is hidden.
        key: By which it is counted; "" where it is hidden.
        is_hidden: Whether its field is sealed and nobody opened it; its state and its place are told all the same.
    """

    text: str
    label: str
    key: str
    is_hidden: bool = False


def shown_value(value: KeptValue, field: AskedField, opened: Collection[FieldKey] = ()) -> ShownValue:
    """Return what is shown of a value.

    Args:
        value: Which.
        field: What it answers.
        opened: Keys of the sealed fields that somebody opened, whose values are shown.
    """
    if is_hidden(field, opened):
        return ShownValue("", "", "", is_hidden=True)
    return ShownValue(value.value.text, value.read.label, value.read.key)


def is_hidden(field: AskedField, opened: Collection[FieldKey] = ()) -> bool:
    """Return whether the values of a field are hidden, as those of a table of it are too."""
    return field.is_sealed and field.key not in opened
