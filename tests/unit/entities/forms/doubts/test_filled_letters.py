from __future__ import annotations

import pytest

from kashf.domain.document import Page, Span
from kashf.domain.forms.form_families import FamilyId, FieldValue, FormRecord, RecordId
from kashf.domain.forms.template_fields import FieldKey, FieldState
from kashf.domain.ids import DocumentId
from kashf.entities.forms.doubts.filled_letters import is_filled_letter
from kashf.events.letters.read_letter import read_letter

ID = DocumentId("a" * 64)
PAPER = """Province of the Banks
Office of Wells
Number: 14
Date: 3 June 2014
To: Office of Bridges
Blood group: AB
Height: 181
You are to hand over 6 radios to the Court.
"""


def record(*filled: str) -> FormRecord:
    values = (
        FieldValue(FieldKey(text), FieldState.FILLED, text, Span(ID, 1, PAPER.index(text), PAPER.index(text) + len(text)))
        for text in filled
    )
    return FormRecord(RecordId(ID), FamilyId("f"), 1, (1,), tuple(values))


@pytest.mark.parametrize(
    ("filled", "is_letter"),
    [
        (("14", "3 June 2014", "Office of Bridges"), True),
        (("14", "3 June 2014", "hand over 6 radios", "AB"), True),
        (("14", "3 June 2014", "AB", "181"), False),
        ((), False),
    ],
)
def test_what_is_filled_in_with_head_and_acts_of_a_letter_is_a_letter(filled: tuple[str, ...], is_letter: bool) -> None:
    letter = read_letter(ID, [Page(1, PAPER)])

    assert letter
    assert is_letter == is_filled_letter(letter, [record(*filled)])


def test_what_stands_above_mail_is_of_a_letter_too() -> None:
    letter = read_letter(ID, [Page(1, PAPER)])

    assert letter
    assert is_filled_letter(letter, [record("AB")], {FieldKey("AB")})


def test_what_tells_nobody_to_do_anything_may_be_a_form() -> None:
    letter = read_letter(ID, [Page(1, PAPER.partition("You")[0])])

    assert letter
    assert not is_filled_letter(letter, [record("14", "3 June 2014", "Office of Bridges")])
