"""What a value of a form says, by the kind of its field, so that values which say one thing are counted as one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from kashf.domain.date import UNDATED, FuzzyDate
from kashf.domain.forms.form_families import ReadValue
from kashf.domain.forms.template_fields import FieldKind, ValueType
from kashf.language.dates.day_orders import DayOrder
from kashf.language.field_values.answer_values import common_answer, read_blood, read_choice, read_yes_no, says_unknown
from kashf.language.field_values.date_values import date_value
from kashf.language.field_values.nation_values import read_nation
from kashf.language.field_values.number_values import read_number, read_phones
from kashf.language.field_values.place_values import read_place
from kashf.language.field_values.ticked_boxes import ticked
from kashf.language.field_values.value_states import LONGEST_VALUE
from kashf.language.person_names.titles import person_key
from kashf.language.words.tokens import folded_words


@lru_cache(maxsize=1 << 14)
def read_value(kind: FieldKind, text: str, *, written: FuzzyDate = UNDATED, order: DayOrder = DayOrder.UNKNOWN) -> ReadValue:
    """Return what a value says; its key is "" where that cannot be told, and its words are kept as its label.

    Of what is longer than any value (`LONGEST_VALUE`) the beginning is read, as text, and is doubtful.

    Args:
        kind: What the field asks.
        text: The value, verbatim: of a field that is filled in (`value_state`).
        written: When the form was filled in, for ages and for births.
        order: Which number of a date is the day in this field, as `day_order` tells it from all its values.

    Example:
        >>> read_value(FieldKind.KUNYA, "أبي محمّد الشمالى").key, read_value(FieldKind.NATIONALITY, "سويديّة").key
        ('ابو محمد الشمالي', 'SE')
        >>> read_value(FieldKind.BIRTH, "٢٥/٥/١٩٩٠").key, read_value(FieldKind.YES_NO, "☐ نعم ☒ لا").key
        ('1990-05-25', 'no')
    """
    if len(text) > LONGEST_VALUE:
        return replace(_words(text[:LONGEST_VALUE]), is_doubtful=True)
    if says_unknown(text):
        return common_answer("unknown", text)
    if kind.traits.type is ValueType.DATE:
        return date_value(text, kind, written, order)
    if kind is FieldKind.BLOOD:
        return read_blood(text)
    return _READERS[kind.traits.type](text)


def _text(text: str) -> ReadValue:
    """Return free words; of printed answers with boxes the one that is ticked."""
    if not ticked(text):
        return _words(text)
    said = read_yes_no(text)
    return said if said.key else read_choice(text)


def _words(text: str) -> ReadValue:
    key = " ".join(folded_words(text))
    return ReadValue(key, " ".join(text.split()), is_doubtful=not key)


def _name(text: str) -> ReadValue:
    key = person_key(text)
    return ReadValue(key, " ".join(text.split()), is_doubtful=not key)


_READERS: Final[Mapping[ValueType, Callable[[str], ReadValue]]] = MappingProxyType(
    {
        ValueType.NAME: _name,
        ValueType.PLACE: read_place,
        ValueType.NATION: read_nation,
        ValueType.PHONE: read_phones,
        ValueType.NUMBER: read_number,
        ValueType.YES_NO: read_yes_no,
        ValueType.CHOICE: read_choice,
        ValueType.TEXT: _text,
    }
)
