"""What sums and quantities are worth."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kashf.domain.entity import MentionType
from kashf.domain.ids import canonical_json
from kashf.language.measures.number_value import number_value
from kashf.language.measures.numerals import Tokens
from kashf.language.measures.tagger import MeasureTagger
from kashf.language.measures.values import money_value, quantity_value

TAGGER = MeasureTagger()


def said(text: str) -> str | None:
    tokens = Tokens(text)
    found = number_value(tokens, 0, tokens.count)
    return None if found is None else str(found.low)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("5", "5"),
        ("٢٠", "20"),
        ("۲۰", "20"),
        ("1,500", "1500"),
        ("1٬234٬567", "1234567"),
        ("1’500", "1500"),
        ("2.5", "2.5"),
        ("١٫٥", "1.5"),
        ("2,5", "2.5"),
        ("1.200,50", "1200.50"),
        ("1,200.50", "1200.50"),
        ("5m", "5000000"),
        ("2.5 million", "2500000"),
        ("٣٠٠ ألف", "300000"),
        ("٣ ملايين وألفين", "3002000"),
        ("خمسة وعشرون ألف", "25000"),
        ("مئة وخمسون", "150"),
        ("ثلاث مئة", "300"),
        ("ثلاثمئة وخمسة", "305"),
        ("أحد عشر", "11"),
        ("ثلاثة عشر", "13"),
        ("مليونين وثلاثمئة ألف", "2300000"),
        ("ألف مليون", "1000000000"),
        ("ألفان ومئتان", "2200"),
        ("two hundred and fifty", "250"),
        ("twenty-five", "25"),
        ("two dozen", "24"),
    ],
)
def test_digits_and_words_say_exact_numbers(text: str, number: str) -> None:
    assert number == said(text)


@pytest.mark.parametrize(
    "text", ["", "آلاف", "ملايين", "dozens", "millions", "5x3", "9" * 31, "9" * 10_000, "1," + ",".join(["000"] * 3_000)]
)
def test_what_names_no_number_or_one_of_endless_digits_has_none(text: str) -> None:
    assert said(text) is None


def test_one_dot_before_three_digits_is_said_to_be_in_doubt() -> None:
    assert {"number": "1.500", "unit": "l", "unresolved": "thousands-or-decimals"} == quantity_value("1.500 litres")
    assert {"number": "12.50", "unit": "l"} == quantity_value("12.50 litres")


def test_a_range_has_two_ends() -> None:
    tokens = Tokens("10-20 ألف")
    found = number_value(tokens, 0, tokens.count)

    assert found is not None
    assert (Decimal(10_000), Decimal(20_000)) == (found.low, found.high)
    assert {"number": "10", "to": "20", "unit": "مقاتلا"} == quantity_value("١٠-٢٠ مقاتلا")


@pytest.mark.parametrize(
    ("text", "amount", "currency"),
    [
        ("٥٠٠ دولار أمريكي", "500", "USD"),
        ("٣٠٠ ألف ليرة سورية", "300000", "SYP"),
        ("ألف دولار", "1000", "USD"),
        ("$5,000", "5000", "USD"),
        ("$5m", "5000000", "USD"),
        ("$5.5m", "5500000", "USD"),
        ("50€", "50", "EUR"),
        ("£1000", "1000", "pound"),
        ("USD 1,200.50", "1200.50", "USD"),
        ("500 USD", "500", "USD"),
        ("2250 US dollars", "2250", "USD"),
        ("1.5 million dollars", "1500000", "USD"),
        ("٢٠٥٠\nدولار", "2050", "USD"),
        ("20 ليرة", "20", "lira"),
        ("100 Iraqi dinars", "100", "IQD"),
        ("10 gold dinars", "10", "gold dinar"),
        ("20,5 euros", "20.5", "EUR"),
    ],
)
def test_a_sum_has_its_amount_and_whose_money_it_is_as_far_as_it_says(text: str, amount: str, currency: str) -> None:
    assert {"amount": amount, "currency": currency} == money_value(text)


def test_a_sum_without_a_number_keeps_its_currency() -> None:
    assert {"currency": "USD"} == money_value("آلاف دولار")


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("20 rifles", "20", "rifles"),
        ("٢٠ بندقية", "20", "بندقية"),
        ("ثلاثة صواريخ", "3", "صواريخ"),
        ("5kg", "5", "kg"),
        ("20mm", "20", "mm"),
        ("2.5 tons", "2.5", "t"),
        ("2,5 tons", "2.5", "t"),
        ("١٫٥ طن", "1.5", "t"),
        ("خمسة أطنان", "5", "t"),
        ("30%", "30", "%"),
        ("12 x assault rifle", "12", "assault rifle"),
        ("بندقية آلية عدد ١٢", "12", "بندقية آلية"),
        ("خمسة وعشرون مقاتلا", "25", "مقاتلا"),
    ],
)
def test_a_quantity_has_its_number_and_what_is_counted(text: str, number: str, unit: str) -> None:
    assert {"number": number, "unit": unit} == quantity_value(text)


@pytest.mark.parametrize(
    ("text", "type", "value"),
    [
        ("دفع ٥٠٠ دولار أمريكي", MentionType.MONEY, {"amount": "500", "currency": "USD"}),
        ("استلمنا ٢٠ بندقية", MentionType.QUANTITY, {"number": "20", "unit": "بندقية"}),
        ("we have 2,5 tons", MentionType.QUANTITY, {"number": "2.5", "unit": "t"}),
        ("call +963 944 123 456", MentionType.PHONE, {"digits": "+963944123456", "country": "SY"}),
        ("كتابكم رقم ١٢/٣/٤٥", MentionType.NUMBER, {"number": "12/3/45"}),
        ("oil for all", MentionType.GOODS, {}),
    ],
)
def test_what_is_found_brings_its_value(text: str, type: MentionType, value: dict[str, str]) -> None:
    (mention,) = TAGGER.tag(text, language="")

    assert (type, value) == (mention.type, mention.value)
    canonical_json(mention.value)


@pytest.mark.parametrize("text", ["9" * 10_000 + " rifles", "$" + "9" * 10_000, "رقم " + "1/" * 5_000 + "1", "مئة " * 5_000 + "دولار"])
def test_endless_numbers_are_found_without_a_value_of_their_size(text: str) -> None:
    values = [canonical_json(mention.value) for mention in TAGGER.tag(text, language="") if mention.type is not MentionType.NUMBER]

    assert all(len(value) < 200 for value in values)
