"""Characters that could mislead are shown, and positions stay what they are."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kashf.cli import exit as ending
from kashf.language.words.visible import describe, escaped_json, isolate, misleading_places, visible_name, visible_text, without_misleading
from kashf.publish import precedence_page
from kashf.web import rendering

BIDI_CONTROLS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
any_text = st.text(st.characters() | st.sampled_from(BIDI_CONTROLS + "\x00\x1b\x7f\x9b\u2028\ud800"))


@given(any_text)
def test_each_code_point_stays_one_code_point(text: str) -> None:
    assert len(text) == len(visible_text(text)) == len(visible_name(text))


@given(any_text)
def test_nothing_that_is_shown_can_turn_the_direction_or_control_anything(text: str) -> None:
    shown = visible_name(text)

    assert "" == "".join(c for c in shown if c in BIDI_CONTROLS or unicodedata.category(c) in {"Cc", "Cs", "Zl", "Zp"})


@given(any_text)
def test_the_places_of_symbols_are_those_that_differ(text: str) -> None:
    shown = visible_text(text)

    assert [place for place in range(len(text)) if text[place] != shown[place]] == list(misleading_places(text, 0, len(text)))


def test_text_keeps_its_line_ends_and_a_name_does_not() -> None:
    assert ("a\n\tb", "a␊␉b") == (visible_text("a\n\tb"), visible_name("a\n\tb"))


@pytest.mark.parametrize("letter", ["\u200c", "\u200d", "\u200e", "\u200f", "\u061c", "ـ", "َ"])
def test_what_writers_of_arabic_need_is_left_alone(letter: str) -> None:
    word = f"م{letter}م"

    assert word == visible_text(word) == visible_name(word)


def test_a_symbol_says_what_it_stands_for() -> None:
    assert ["U+202E RIGHT-TO-LEFT OVERRIDE", "U+001B CONTROL"] == [describe(c) for c in "\u202e\x1b"]


def test_a_line_of_arabic_is_isolated_from_what_stands_beside_it() -> None:
    assert "\u2068أمر\u2069" == isolate("أمر")
    assert "\u2068⇡\u2069" == isolate("\u2069")


@given(any_text)
def test_what_is_kept_has_nothing_left_that_turns_or_controls_anything(text: str) -> None:
    kept = without_misleading(text)

    assert (kept, len(text)) == (visible_text(kept), len(kept))


def test_every_door_shows_a_turned_name_alike() -> None:
    assert {visible_name} == {door.visible_name for door in (ending, precedence_page, rendering)}


@given(st.dictionaries(any_text, any_text | st.lists(any_text)))
def test_json_for_a_terminal_says_the_same_and_holds_nothing_that_a_terminal_obeys(told: dict[str, object]) -> None:
    written = json.dumps(told, ensure_ascii=False, indent=2)
    escaped = escaped_json(written)

    assert json.loads(written) == json.loads(escaped)
    assert set() == {sign for sign in escaped if sign in BIDI_CONTROLS or unicodedata.category(sign) in {"Cc", "Cs", "Zl", "Zp"}} - {"\n"}


@pytest.mark.parametrize("sign", ["\u200b", "\u2060", "\ufeff", "\u00ad", "\u180e"])
def test_a_sign_without_width_is_shown_in_a_name(sign: str) -> None:
    assert "Quo␦rn" == visible_name(f"Quo{sign}rn")


def test_joiners_are_left_where_arabic_letters_need_them_and_shown_elsewhere() -> None:
    assert ("می\u200cخواهم", "a␦b", "\u200fأمر") == (visible_name("می\u200cخواهم"), visible_name("a\u200db"), visible_name("\u200fأمر"))
