"""What a form says of whom it is about, as far as it tells him from others."""

from __future__ import annotations

from dataclasses import dataclass

from kashf.domain.date import UNDATED, FuzzyDate
from kashf.domain.forms.form_families import RecordId


@dataclass(frozen=True, slots=True)
class ToldPerson:
    """Whom a form is about, by its own words; "" and () for what it does not say.

    Args:
        record: Which form.
        name: His name, verbatim.
        mother: His mother's name, verbatim.
        birth: When he was born.
        phones: Telephone numbers, each by its digits.
        is_read: Whether a machine read the name from a picture and nobody looked at it, so that a letter may be misread.
    """

    record: RecordId
    name: str = ""
    mother: str = ""
    birth: FuzzyDate = UNDATED
    phones: frozenset[str] = frozenset()
    is_read: bool = False
