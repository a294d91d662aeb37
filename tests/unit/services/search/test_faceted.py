"""Queries narrowed by facets mean what was typed, and keep to the facets whatever they join."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kashf.errors import QuerySyntaxError, UsageError
from kashf.search.parse import parse
from kashf.search.query import And, Narrow
from kashf.services.search.faceted import narrowed

queries = st.sampled_from(
    ["a", "a b", "a OR b", "a NOT b", "(a OR b) c", '"a b"~2', "قلعة OR b NOT c", "tower~2 OR withdr*", "source:x OR a"]
)
values = st.text(st.characters(codec="utf-8", exclude_characters='"“”„«»'), min_size=1).filter(
    lambda text: text.isprintable() and text == text.strip()
)


@given(queries, values)
def test_a_narrowed_query_is_the_typed_one_and_the_filter(query: str, channel: str) -> None:
    node = parse(narrowed(query, {"source": channel}))

    typed = parse(query)
    parts = typed.parts if isinstance(typed, And) else (typed,)
    assert And((*parts, Narrow("source", channel))) == node


def test_without_filters_it_is_the_typed_one() -> None:
    assert parse("a OR b") == parse(narrowed("a OR b", {"type": ""}))


def test_a_filter_alone_is_a_query() -> None:
    assert Narrow("type", "application/pdf") == parse(narrowed("  ", {"type": "application/pdf"}))


def test_the_place_of_a_fault_is_that_in_what_was_typed() -> None:
    with pytest.raises(QuerySyntaxError) as caught:
        narrowed("a) OR (b", {"type": "text/plain"})

    assert 1 == caught.value.position


@pytest.mark.parametrize("mark", '"“”„«»')
def test_a_filter_cannot_break_out_of_its_quotes(mark: str) -> None:
    with pytest.raises(UsageError):
        narrowed("a", {"source": f"{mark} OR b OR {mark}"})
