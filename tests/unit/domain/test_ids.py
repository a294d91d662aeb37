from __future__ import annotations

from types import MappingProxyType

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from kashf.domain.ids import MAX_SAFE_INTEGER, Json, canonical_json, is_digest

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-MAX_SAFE_INTEGER, MAX_SAFE_INTEGER) | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(st.characters(codec="ascii"), max_size=8), inner, max_size=4),
    max_leaves=12,
)


@given(VALUES)
def test_canonical_json_is_what_an_independent_rfc_8785_writer_writes(value: Json) -> None:
    assert rfc8785.dumps(value) == canonical_json(value)  # type: ignore[arg-type]  # values of wrong types are the point


@pytest.mark.parametrize("value", [1.5, b"bytes", {"a": {1, 2}}, {"a": float("nan")}, object()])
def test_values_without_a_canonical_form_are_refused(value: object) -> None:
    with pytest.raises(TypeError):
        canonical_json(value)  # type: ignore[arg-type]  # values of wrong types are the point


@pytest.mark.parametrize("value", [{"مفتاح": 1}, {1: 2}, MAX_SAFE_INTEGER + 1, "\ud800"])
def test_keys_integers_and_surrogates_that_two_machines_may_write_differently_are_refused(value: object) -> None:
    with pytest.raises(ValueError, match=r"ASCII|53 bits|surrogates"):
        canonical_json(value)  # type: ignore[arg-type]  # values of wrong types are the point


@pytest.mark.parametrize("text", ["", "a" * 63, "a" * 65, "A" * 64, "../" + "a" * 61, "g" * 64, "٣" * 64])
def test_what_is_no_digest_is_not_taken_for_one(text: str) -> None:
    assert not is_digest(text)


def test_what_cannot_be_changed_has_the_same_form_as_what_can() -> None:
    assert canonical_json({"b": [1], "a": {"c": "x"}}) == canonical_json(MappingProxyType({"b": (1,), "a": MappingProxyType({"c": "x"})}))
