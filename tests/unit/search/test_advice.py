"""Advice on a query."""

from __future__ import annotations

import pytest

from kashf.search.advice import advice


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("oil", []),
        ("oil OR gas", []),
        ("oil or gas", [("taken-as-operator", "or", "OR")]),
        ("نفط أو غاز", [("taken-as-operator", "أو", "OR")]),
        ("oil not gas", [("not-an-operator", "not", "NOT")]),
        ("subject:oil", [("not-a-field", "subject:oil", "")]),
        ("https://example.org/a", []),
        ("at 21:41", []),
        ("oil | gas | salt", []),
    ],
)
def test_what_may_have_been_meant_otherwise_is_told_once(query: str, expected: list[tuple[str, str, str]]) -> None:
    assert expected == [(each.code.value, each.word, each.meant) for each in advice(query)]
