"""Numbers and telephones of forms."""

import pytest

from kashf.language.field_values.number_values import read_number, read_phones


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("٢٥٠٠", "2500"),
        ("2,500", "2500"),
        ("ثلاثة أولاد", "3"),
        ("A 0123-456", "A0123456"),
        ("007", "007"),
        ("200 دولار", "200 USD"),
        ("2 / 3", ""),
    ],
)
def test_amounts_go_by_their_value_and_papers_by_their_signs(text: str, key: str) -> None:
    assert key == read_number(text).key


def test_two_telephones_are_two_and_one_with_strokes_is_one() -> None:
    assert ["+963933123456", "+963944123456"] == read_phones("0944123456 / 0933123456").key.split()
    assert "+963944123456" == read_phones("0944/123456").key
