"""What a value of a form says, by the kind of its field, so that values which say one thing are counted as one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from kashf.domain.date import UNDATED, FuzzyDate
from kashf.domain.forms.form_families import ReadValue
from kashf.domain.forms.template_fields import FieldKind, ValueType
from kashf.language.field_values.value_states import written_signs
from kashf.language.identifiers.phones import phone_value
from kashf.language.person_names.titles import person_key
from kashf.language.words.tokens import folded_words


@lru_cache(maxsize=1 << 14)
def read_value(kind: FieldKind, text: str, *, written: FuzzyDate = UNDATED) -> ReadValue:
    """Return what a value says; its key is "" where that cannot be told, and its words are kept as its label.

    Args:
        kind: What the field asks.
        text: The value, verbatim: of a field that is filled in (`value_state`).
        written: When the form was filled in, for ages and years of two digits.

    Example:
        >>> read_value(FieldKind.KUNYA, "أبي محمّد الشمالى").key
        'ابو محمد الشمالي'
    """
    return _READERS[kind.traits.type](text, written)


def _words(text: str, written: FuzzyDate) -> ReadValue:
    del written
    key = " ".join(folded_words(text))
    return ReadValue(key, written_signs(text) or text.strip(), is_doubtful=not key)


def _name(text: str, written: FuzzyDate) -> ReadValue:
    del written
    key = person_key(text)
    return ReadValue(key, " ".join(text.split()), is_doubtful=not key)


def _phone(text: str, written: FuzzyDate) -> ReadValue:
    value = phone_value(text)
    digits = str(value.get("digits", ""))
    return ReadValue(digits, digits, value, is_doubtful="unresolved" in value) if digits else _words(text, written)


_READERS: Final[Mapping[ValueType, Callable[[str, FuzzyDate], ReadValue]]] = MappingProxyType(
    {
        **dict.fromkeys(ValueType, _words),
        ValueType.NAME: _name,
        ValueType.PHONE: _phone,
    }
)
