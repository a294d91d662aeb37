"""What the values of a form say, by what their fields ask."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from kashf.domain.date import UNDATED, FuzzyDate
from kashf.domain.forms.form_families import FieldValue, FormRecord, ReadValue
from kashf.domain.forms.template_fields import FieldKind, FieldState
from kashf.language.field_values.read_values import read_value
from kashf.language.field_values.value_states import value_state
from kashf.ports.forms import KeptRecord

#: States that the words themselves tell apart; what was told by the place alone, or by how sure a reading is, stays.
_BY_WORDS: Final = frozenset({FieldState.FILLED, FieldState.NONE})
_NOTHING: Final = ReadValue("", "")


def with_said(form: FormRecord, kinds: Sequence[FieldKind]) -> KeptRecord:
    """Return a form with what its values say.

    Args:
        form: As it was found.
        kinds: What each of its fields asks, in order.
    """
    written = written_on(form.values, kinds)
    told = [said(kind, value, written) for kind, value in zip(kinds, form.values, strict=True)]
    values = tuple(value if value.state is state else _in_state(value, state) for value, (state, _) in zip(form.values, told, strict=True))
    return KeptRecord(
        FormRecord(form.id, form.family, form.edition, form.pages, values),
        tuple(read for _, read in told),
    )


def written_on(values: Sequence[FieldValue], kinds: Sequence[FieldKind]) -> FuzzyDate:
    """Return when a form was filled in, as it says itself; `UNDATED` where it does not."""
    texts = (value.text for value, kind in zip(values, kinds, strict=True) if kind is FieldKind.WRITTEN and value.text)
    return next((FuzzyDate.read(_words_say(FieldKind.WRITTEN, text, UNDATED)[1].key) for text in texts), UNDATED)


def said(kind: FieldKind, value: FieldValue, written: FuzzyDate) -> tuple[FieldState, ReadValue]:
    """Return what became of a field by its words, and what they say; nothing is said by what is not filled in.

    Args:
        kind: What the field asks.
        value: What stands there.
        written: When the form was filled in.
    """
    if value.state not in _BY_WORDS:
        return value.state, _NOTHING
    return _words_say(kind, value.text, written)


@lru_cache(maxsize=1 << 16)
def _words_say(kind: FieldKind, text: str, written: FuzzyDate) -> tuple[FieldState, ReadValue]:
    state = value_state(text, kind)
    return state, read_value(kind, text, written=written) if state is FieldState.FILLED else _NOTHING


def _in_state(value: FieldValue, state: FieldState) -> FieldValue:
    return FieldValue(value.field, state, value.text, value.span, value.is_unseen, value.notes)
