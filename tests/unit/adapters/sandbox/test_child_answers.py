from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kashf.adapters.sandbox import child_answers

_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
)


@given(_JSON)
def test_whatever_json_says_is_what_is_read(value: object) -> None:
    assert value == child_answers.parse_json(json.dumps(value).encode())


def test_a_lone_surrogate_is_let_through_for_the_checker_to_replace() -> None:
    assert "\ud800" == child_answers.parse_json('"\ud800"'.encode("utf-8", "surrogatepass"))


@pytest.mark.parametrize("made", [b"", b"{]", b"NaN", b"[Infinity]", b"[" * 1_000_000, b"\xff", b"1" * 10_000])
def test_what_is_no_json_is_refused(made: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - several messages, one promise
        child_answers.parse_json(made)


def test_more_values_than_are_ever_read_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child_answers, "MAX_PARTS", 10)

    assert [1] * 9 == child_answers.parse_json(json.dumps([1] * 9).encode())
    with pytest.raises(ValueError, match="more values"):
        child_answers.parse_json(json.dumps([1] * 11).encode())


def test_commas_and_brackets_within_a_text_are_no_values(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child_answers, "MAX_PARTS", 10)
    text = '[,],{:}\\"' * 100

    assert [text] == child_answers.parse_json(json.dumps([text]).encode())
