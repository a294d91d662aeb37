from __future__ import annotations

import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kashf.adapters.records.packing.packed_text import packed, packed_bytes, unpacked


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_a_text_comes_back_as_it_was(text: str) -> None:
    assert text == unpacked(packed(text)) == unpacked(packed_bytes(text))


@pytest.mark.parametrize("times", [1, 300, 3000])
def test_texts_of_any_length_come_back(times: int) -> None:
    text = "وصل الكتاب ٤٥٦ من المكتب\n" * times

    assert text == unpacked(packed_bytes(text))


def test_a_page_takes_less_than_half_and_a_changed_byte_is_seen() -> None:
    data = packed_bytes("وصلت القافلة إلى الجسر ليلا، وعادت في الصباح بلا شاحنات.\n" * 20)

    assert 2 * len(data) < len(unpacked(data).encode())
    with pytest.raises(zlib.error):
        unpacked(data[:-1] + bytes([data[-1] ^ 1]))
