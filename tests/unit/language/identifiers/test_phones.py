"""Telephone numbers at home and abroad, and the one form of each."""

from __future__ import annotations

import pytest

from kashf.language.identifiers.phones import phone_numbers, phone_value
from kashf.language.identifiers.plain_signs import plain
from kashf.language.measures.numerals import Tokens


def found(text: str) -> list[str]:
    return [text[start:end] for start, end in phone_numbers(Tokens(text), plain(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("call +963 944 123 456 now", ["+963 944 123 456"]),
        ("+963 (0) 944.123.456", ["+963 (0) 944.123.456"]),
        ("٩٦٣٩٤٤١٢٣٤٥٦+", ["٩٦٣٩٤٤١٢٣٤٥٦+"]),
        ("963 944 123 456 whatsapp", ["963 944 123 456"]),
        ("wa.me/963944123456", ["963944123456"]),
        ("0944123456/0933444555", ["0944123456", "0933444555"]),
        ("0944123456 0933444555", ["0944123456", "0933444555"]),
        ("Phones: 2213456, 2213457", ["2213456", "2213457"]),
        ("12 5 0944123456 300", ["0944123456"]),
        ("Omar,0944123456,Homs", ["0944123456"]),
        ("12,0944123456,50", ["0944123456"]),
        ("TEL;CELL:+963944123456", ["+963944123456"]),
        ("(+963) 944 123456", ["+963) 944 123456"]),
        ("00 963 11 221 3456", ["00 963 11 221 3456"]),
        ("account 12, tel 2213456", ["2213456"]),
        ("هاتف٠٩٤٤١٢٣٤٥٦", ["٠٩٤٤١٢٣٤٥٦"]),
        ("هاتف ٠١١/٢٢١٣٤٥٦", ["٠١١/٢٢١٣٤٥٦"]),
    ],
)
def test_telephones_are_found_in_rows_links_and_beside_each_other(text: str, expected: list[str]) -> None:
    assert expected == found(text)


@pytest.mark.parametrize(
    "text",
    [
        "الرقم الوطني 02010012345",
        "account 0944123456",
        "هاتف IMEI: 356938035643809",
        "01-02-2014 12",
        "02010012345",
        "1234/0944123456/7",
        "1" * 10_000,
        "1 " * 500,
    ],
)
def test_numbers_of_persons_accounts_days_and_papers_are_no_telephones(text: str) -> None:
    assert [] == found(text)


@pytest.mark.parametrize(
    "text",
    [
        "+963944123456",
        "00963 944 123 456",
        "٠٩٤٤١٢٣٤٥٦",
        "(0944) 123-456",
        "+963 (0) 944.123.456",
        "963944123456",
        "٩٦٣ ٩٤٤ ١٢٣ ٤٥٦+",
        "\u202a+963 944 123 456\u202c",
    ],
)
def test_one_telephone_in_many_spellings_has_one_form(text: str) -> None:
    assert {"digits": "+963944123456", "country": "SY"}.items() <= phone_value(text).items()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("+963 944 123 456", {"digits": "+963944123456", "country": "SY"}),
        ("00964 770 123 4567", {"digits": "+9647701234567", "country": "IQ"}),
        ("+90 (532) 123 45 67", {"digits": "+905321234567", "country": "TR"}),
        ("+1 202 555 0100", {"digits": "+12025550100"}),
        ("\u200e0944-123-456", {"digits": "+963944123456", "country": "SY", "unresolved": "country-by-form"}),
        ("0770 123 4567", {"digits": "+9647701234567", "country": "IQ", "unresolved": "country-by-form"}),
        ("03 123 456", {"digits": "+9613123456", "country": "LB", "unresolved": "country-by-form"}),
        ("0501234567", {"digits": "0501234567"}),
        ("011 221 3456", {"digits": "0112213456"}),
        ("2213456", {"digits": "2213456"}),
        ("", {}),
    ],
)
def test_the_country_of_a_telephone_is_said_by_it_or_by_a_form_that_only_one_has(text: str, value: dict[str, str]) -> None:
    assert value == phone_value(text)
