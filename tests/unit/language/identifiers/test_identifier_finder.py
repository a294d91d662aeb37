"""Identifiers of all kinds in one text, and their normal forms."""

from __future__ import annotations

import pytest

from kashf.domain.entity import MentionType
from kashf.language.identifiers.identifier_finder import VALUES, identifiers, normal_form
from kashf.language.measures.numerals import Tokens


def test_what_shows_by_itself_what_it_is_stands_before_what_a_word_says() -> None:
    text = (
        "Mail: no. 1@example.org, account no. DE89370400440532013000, car no. دمشق 123456, tel no. 0944123456, 36.2021, 37.1343, No. 12/3"
    )

    assert [
        (MentionType.EMAIL, "1@example.org"),
        (MentionType.IBAN, "DE89370400440532013000"),
        (MentionType.PLATE, "دمشق 123456"),
        (MentionType.PHONE, "0944123456"),
        (MentionType.COORDINATES, "36.2021, 37.1343"),
        (MentionType.NUMBER, "12/3"),
    ] == [(type_, text[start:end]) for (start, end), type_ in identifiers(Tokens(text))]


@pytest.mark.parametrize(
    ("type", "left", "right"),
    [
        (MentionType.EMAIL, "Abu@Example.org", "abu@example.org"),
        (MentionType.IBAN, "gb82 west 1234 5698 7654 32", "GB82WEST12345698765432"),
        (MentionType.COORDINATES, "36°12'07.6\"N 37°08'03.5\"E", "36.2021, 37.1343"),
        (MentionType.PLATE, "Aleppo 123456", "١٢٣٤٥٦ حلب"),
        (MentionType.PHONE, "0944-123-456", "00963944123456"),
        (MentionType.NUMBER, "أ / ٢٧٢", "ا/272"),
    ],
)
def test_two_spellings_of_one_thing_have_one_normal_form(type: MentionType, left: str, right: str) -> None:
    assert normal_form(left, type) == normal_form(right, type) != ""


@pytest.mark.parametrize("type", sorted(set(MentionType) - VALUES.keys()))
def test_other_types_have_no_normal_form(type: MentionType) -> None:
    assert "" == normal_form("0944123456", type)
