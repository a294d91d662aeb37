"""Words side by side that are one thing."""

from __future__ import annotations

import pytest

from kashf.search.parse import parse
from kashf.search.query import Term, leaves
from kashf.search.ways.side_by_side import side_by_side


@pytest.mark.parametrize(
    ("query", "together"),
    [
        ("AK 47 rifle", ["AK 47"]),
        ("5 kg rice", ["5 kg"]),
        ("Abdul Rahman Zarqun", ["Abdul Rahman"]),
        ("Abd ar-Rahim Zarqun", ["Abd ar-Rahim"]),
        ("seen 12 March 2014 there", ["12 March 2014"]),
        ("+963 944 550 101", ["+963 944 550 101"]),
        ("حضر عبد الله", ["عبد الله"]),
        ("Deir ez Zor oil", ["Deir ez Zor"]),
        ("oil OR (AK 47)", ["AK 47"]),
        ("oil field", []),
        ('"AK" 47', []),
    ],
)
def test_they_are_also_asked_for_as_one(query: str, together: list[str]) -> None:
    assert together == [leaf.text for leaf in leaves(side_by_side(parse(query))) if isinstance(leaf, Term) and " " in leaf.text]
