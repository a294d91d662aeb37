"""Account numbers, told by country, length and check digits."""

from __future__ import annotations

import pytest

from kashf.language.identifiers.ibans import iban_value, ibans, is_valid
from kashf.language.identifiers.plain_signs import plain


def found(text: str) -> list[str]:
    return [text[start:end] for start, end in ibans(plain(text))]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("IBAN GB82 WEST 1234 5698 7654 32, paid", "GB82 WEST 1234 5698 7654 32"),
        ("iban de89 3704 0044 0532 0130 00.", "de89 3704 0044 0532 0130 00"),
        ("حساب TR٣٣ ٠٠٠٦ ١٠٠٥ ١٩٧٨ ٦٤٥٧ ٨٤١٣ ٢٦", "TR٣٣ ٠٠٠٦ ١٠٠٥ ١٩٧٨ ٦٤٥٧ ٨٤١٣ ٢٦"),
        ("IQ98NBIQ850123456789012", "IQ98NBIQ850123456789012"),
        ("https://pay.example.org/?iban=DE89370400440532013000&sum=5", "DE89370400440532013000"),
        ("DE89-3704-0044-0532-0130-00", "DE89-3704-0044-0532-0130-00"),
    ],
)
def test_an_account_number_is_found_however_it_is_parted(text: str, written: str) -> None:
    assert [written] == found(text)


@pytest.mark.parametrize(
    "text",
    [
        "SY12345",
        "DE89370400440532013001",
        "DE8937040044053201300",
        "DE893704004405320130000",
        "XX89370400440532013000",
        "XDE89370400440532013000",
        "1" * 10_000,
        "DE89" * 2_000,
        "",
    ],
)
def test_wrong_check_digits_lengths_and_countries_make_no_account(text: str) -> None:
    assert [] == found(text)


def test_the_value_of_an_account_has_no_spaces_and_names_the_country() -> None:
    assert {"iban": "GB82WEST12345698765432", "country": "GB"} == iban_value("gb82 west\u200e1234 5698 7654 32")
    assert {} == iban_value("GB83WEST12345698765432")


def test_every_slip_of_one_digit_is_seen() -> None:
    number = "GB82WEST12345698765432"
    slips = [f"{number[:place]}{digit}{number[place + 1 :]}" for place in range(8, len(number)) for digit in "0123456789"]

    assert [number] == sorted({slip for slip in slips if is_valid(slip)})
