"""DER is read in the one form in which it is written, and nothing else is taken for it."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kashf.domain.witness.der import INTEGER, OCTETS, SEQUENCE, der, der_number, read_der


@given(st.integers(0, 2**80), st.binary(max_size=400))
def test_what_is_written_is_read(number: int, content: bytes) -> None:
    first, second = read_der(der(SEQUENCE, der_number(number), der(OCTETS, content))).parts()

    assert (number, content) == (first.number(), second.of(OCTETS))


@pytest.mark.parametrize(
    "written", ["", "30", "3001", "300080", "30800000", "30810500", "3f0100", "0500ff", "3082000500", "308400000000", "30850000000000"]
)
def test_other_forms_are_refused(written: str) -> None:
    with pytest.raises(ValueError, match=r"element|length|tag"):
        read_der(bytes.fromhex(written))


@pytest.mark.parametrize("content", ["", "0001", "ff80", "00"])
def test_a_number_has_one_form(content: str) -> None:
    element = read_der(der(INTEGER, bytes.fromhex(content)))
    if content == "00":
        assert 0 == element.number()
    else:
        with pytest.raises(ValueError, match="otherwise than in DER"):
            element.number()


def test_elements_in_one_are_bounded() -> None:
    with pytest.raises(ValueError, match="too many"):
        read_der(der(SEQUENCE, *[der_number(1)] * 65)).parts()


@given(st.binary(max_size=64))
def test_any_bytes_are_an_element_or_refused(untrusted: bytes) -> None:
    with contextlib.suppress(ValueError):
        assert untrusted == read_der(untrusted).raw
