from __future__ import annotations

import pytest

from kashf.events.places.widened import widened


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("نقل المدفع إلى محافظة السهل غدا", "السهل", "محافظة السهل"),
        ("move it to Tallah village by noon", "Tallah", "Tallah village"),
        ("from the outskirts of Tallah.", "Tallah", "outskirts of Tallah"),
        ("in the town. Tallah is quiet", "Tallah", "Tallah"),
        ("Tallah, Plain Governorate, was hit", "Tallah", "Tallah, Plain Governorate"),
        ("التلة ناحية العين", "التلة", "التلة، ناحية العين"),
    ],
)
def test_what_a_phrase_says_of_a_name_is_taken_with_it(text: str, name: str, expected: str) -> None:
    start = text.index(name)

    assert expected == widened(text, start, start + len(name))
