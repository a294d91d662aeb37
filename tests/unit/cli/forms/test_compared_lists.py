"""What is typed of two lists goes together, or is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from kashf.cli.forms.compared_lists import ComparisonAsked
from kashf.errors import UsageError


def test_two_lists_are_compared_only_where_two_are_named() -> None:
    assert ComparisonAsked("c1d70e", "c1d70f", (), "none", Path("lists.csv")).check()
    assert not ComparisonAsked("c1d70e", "", (), "", None).check()


@pytest.mark.parametrize(
    "asked",
    [
        ComparisonAsked("c1d70e", "", (), "name", None),
        ComparisonAsked("c1d70e", "c1d70f", (), "", None, is_alone=False),
        ComparisonAsked("", "c1d70f", (), "", None),
        ComparisonAsked("c1d70e", "c1d70f", (), "", Path("lists.pdf")),
    ],
)
def test_half_a_comparison_is_wrong_usage(asked: ComparisonAsked) -> None:
    with pytest.raises(UsageError):
        asked.check()
