"""Numbers as people write them say what they are, whatever their digits and dividers."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kashf.domain.entity import MentionType
from kashf.domain.ids import canonical_json
from kashf.language.identifiers.identifier_finder import VALUES, normal_form
from kashf.language.measures.number_value import number_value
from kashf.language.measures.numerals import Tokens
from kashf.language.measures.tagger import MeasureTagger
from kashf.language.measures.values import money_value, quantity_value

ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
TAGGER = MeasureTagger()


def _said(text: str) -> Decimal:
    tokens = Tokens(text)
    found = number_value(tokens, 0, tokens.count)
    assert found is not None
    return found.low


@given(st.integers(0, 10**12), st.sampled_from([",", "٬", "’", ""]), st.booleans())
def test_a_whole_number_says_itself_with_any_divider_and_digits(number: int, divider: str, is_arabic: bool) -> None:
    written = f"{number:,}".replace(",", divider)

    assert number == _said(written.translate(ARABIC) if is_arabic else written)


@given(st.integers(0, 10**6), st.integers(0, 99), st.sampled_from([".", "٫", ","]))
def test_two_decimals_are_decimals_behind_any_point(whole: int, hundredths: int, point: str) -> None:
    assert Decimal(f"{whole}.{hundredths:02}") == _said(f"{whole}{point}{hundredths:02}")


@pytest.mark.parametrize("value", [money_value, quantity_value, *VALUES.values()])
@given(text=st.text(st.sampled_from("0123٤٥ .,٫/-$€%+()كغدولارمئة وألف x\n\u200f²"), max_size=40))
def test_anything_has_a_value_that_json_can_hold(value: object, text: str) -> None:
    assert callable(value)
    canonical_json(value(text))


@given(st.text(st.sampled_from("0123٤٥ .,٫/-$€%+()كغدولارمئة وألف x\n"), max_size=60))
def test_what_is_found_in_anything_brings_a_value_that_json_can_hold(text: str) -> None:
    for mention in TAGGER.tag(text, language=""):
        canonical_json(mention.value)


@pytest.mark.parametrize("type", sorted(VALUES))
@given(text=st.text(st.sampled_from("0123٤٥ .,/-+()°'\"NEabAB@أحلب\n\u200f²"), max_size=40))
def test_a_normal_form_has_itself_as_its_normal_form(type: MentionType, text: str) -> None:
    form = normal_form(text, type)

    assert form == normal_form(form, type)
