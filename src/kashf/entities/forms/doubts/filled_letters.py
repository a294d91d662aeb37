"""Letters of one layout, which look like one form filled in again and again: what would be filled in is what a letter says."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Final

from kashf.domain.document import Span
from kashf.domain.forms.form_families import FormRecord
from kashf.domain.forms.template_fields import FieldKey, FieldState
from kashf.domain.letters.letter import Letter
from kashf.domain.letters.said import Said

#: Share of what is filled in that is of the letter, from which on there is no form. It is 1 for 54 of 61 invented letters of four layouts,
#: and below this for all but 3 of 132 invented forms.
_OF_LETTER: Final = 0.75


def is_filled_letter(letter: Letter, records: Sequence[FormRecord], mail: Collection[FieldKey] = ()) -> bool:
    """Return whether what a document seems to have of forms is a letter.

    It tells people to do something, and nearly all that is filled in is its head, its acts, its foot, or what it cites.

    Args:
        letter: What the document says as a letter.
        records: The forms that it seems to have.
        mail: Fields whose labels stand above mails.
    """
    if not letter.acts:
        return False
    parts: dict[int, list[Span]] = {}
    for said in _parts(letter):
        parts.setdefault(said.span.page, []).append(said.span)
    filled = [value for record in records for value in record.values if value.state is FieldState.FILLED and value.span]
    of_letter = [value for value in filled if value.field in mail or (value.span and _overlaps(value.span, parts.get(value.span.page, ())))]
    return bool(filled) and len(of_letter) >= _OF_LETTER * len(filled)


def _parts(letter: Letter) -> Iterator[Said]:
    """Yield what is a letter's own: dates beside its day of writing are left out, as forms have dates in any number."""
    signed = letter.signatory
    heads = (letter.place, letter.sender, letter.subject, letter.title, letter.classification, letter.stamp)
    yield from (each for each in (*heads, *((signed.name, signed.post, signed.office) if signed else ())) if each)
    yield from (each.said for each in (letter.number, *letter.other_numbers, letter.written) if each)
    yield from (*letter.offices, *letter.enclosures)
    yield from (each.said for some in (letter.addressees, letter.copies, letter.cited, letter.acts, letter.hands) for each in some)


def _overlaps(span: Span, others: Sequence[Span]) -> bool:
    return any(other.start < span.end and span.start < other.end for other in others)
