"""Where identifiers stand in a text, and the one form that each has in whatever way it is written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from kashf.domain.entity import MentionType, Value
from kashf.language.identifiers.coordinates import coordinates, coordinates_value
from kashf.language.identifiers.emails import email_value, emails
from kashf.language.identifiers.ibans import iban_value, ibans
from kashf.language.identifiers.papers import document_number_value, document_numbers
from kashf.language.identifiers.phones import phone_numbers, phone_value
from kashf.language.identifiers.plain_signs import plain
from kashf.language.identifiers.plates import plate_value, plates
from kashf.language.words.folding import fold
from kashf.language.words.page import WordPage
from kashf.language.words.spans import SpanSet

Span = tuple[int, int]

#: What each type is worth by its text alone.
VALUES: Final[Mapping[MentionType, Callable[[str], Value]]] = {
    MentionType.EMAIL: email_value,
    MentionType.IBAN: iban_value,
    MentionType.COORDINATES: coordinates_value,
    MentionType.PLATE: plate_value,
    MentionType.PHONE: phone_value,
    MentionType.NUMBER: document_number_value,
}
#: Digits behind the point of a degree in which two readings of one place, in degrees and in seconds, are the same: 11 metres.
_GRID: Final = 4


def identifiers(page: WordPage) -> list[tuple[Span, MentionType]]:
    """Return the places of identifiers, in order and without overlap: what shows by itself what it is before what a word says.

    Example:
        >>> from kashf.language.measures.numerals import Tokens
        >>> identifiers(Tokens("a@b.org, tel 2213456"))
        [((0, 7), <MentionType.EMAIL: 'EMAIL'>), ((13, 20), <MentionType.PHONE: 'PHONE'>)]
    """
    text = plain(page.text)
    taken = SpanSet()
    finders: tuple[tuple[MentionType, Iterable[Span]], ...] = (
        (MentionType.EMAIL, emails(text)),
        (MentionType.IBAN, ibans(text)),
        (MentionType.COORDINATES, coordinates(text)),
        (MentionType.PLATE, plates(page, text)),
        (MentionType.PHONE, phone_numbers(page, text)),
        (MentionType.NUMBER, document_numbers(page, text)),
    )
    return sorted((span, type_) for type_, spans in finders for span in spans if taken.add(*span))


def normal_form(text: str, type: MentionType) -> str:
    """Return the one form of an identifier, in small letters; empty for what is none, and for other types.

    A normal form has itself as its normal form.

    Example:
        >>> normal_form("0944 123 456", MentionType.PHONE), normal_form("حلب ١٢٣٤٥٦", MentionType.PLATE)
        ('+963944123456', 'sy-hl 123456')
    """
    value = VALUES[type](text) if type in VALUES else {}
    if type is MentionType.COORDINATES and value:
        return ", ".join(f"{round(float(str(value[side])), _GRID) + 0.0:.{_GRID}f}" for side in ("lat", "lon"))
    if type is MentionType.PLATE and value:
        return f"{value.get('place') or value.get('country', '')} {value['number']}".strip().lower()
    return fold(str(next(iter(value.values()), "")))
