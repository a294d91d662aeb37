from __future__ import annotations

import datetime as dt
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kashf.cli.output import emit_json, emit_jsonl, isolate, visible
from kashf.domain.document import Page, Status

FORBIDDEN = [
    *map(chr, range(0x20)),
    "\x7f",
    *map(chr, range(0x80, 0xA0)),
    *"\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
]


@given(st.text())
def test_no_control_or_bidi_character_of_a_leak_reaches_the_terminal(text: str) -> None:
    assert not set(visible(text)) & set(FORBIDDEN)
    assert not set(visible(text, lines=True)) & (set(FORBIDDEN) - {"\n", "\t"})


@given(st.text())
def test_showing_controls_keeps_every_position(text: str) -> None:
    assert len(text) == len(visible(text))


def test_a_line_of_arabic_is_isolated_from_what_stands_beside_it() -> None:
    assert "\u2068أمر\u2069" == isolate("أمر")
    assert "\u2068␦\u2069" == isolate("\u2069")


def test_json_says_values_in_plain_types(capsys: pytest.CaptureFixture[str]) -> None:
    emit_json({"page": Page(1, "أمر"), "status": Status.DONE, "when": dt.date(2014, 10, 25), "none": None, "many": (1, 2)})

    printed = json.loads(capsys.readouterr().out)

    assert ("أمر", "done", "2014-10-25", [1, 2]) == (printed["page"]["text"], printed["status"], printed["when"], printed["many"])


def test_half_a_surrogate_pair_does_not_stop_the_output(capsys: pytest.CaptureFixture[str]) -> None:
    emit_jsonl([{"text": "a\ud800b"}])

    assert {"text": "a?b"} == json.loads(capsys.readouterr().out)


def test_a_value_without_a_json_form_is_refused() -> None:
    with pytest.raises(TypeError):
        emit_json(object())
