"""Addresses that say nothing, and no other server's are understood."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kashf.web.gate.veil import Veil

VEIL = Veil()


@given(st.text(st.characters(codec="ascii", exclude_characters="#\0"), max_size=400).map(lambda text: "/" + text))
def test_what_is_hidden_is_found_again_and_always_looks_the_same(address: str) -> None:
    hidden = VEIL.hide(address)

    assert address == VEIL.behind(hidden)
    assert hidden == VEIL.hide(address)
    assert hidden == quote(hidden, safe="/~")


def test_short_addresses_are_of_one_length() -> None:
    asked = ["/", "/search?q=" + quote("القلعة"), "/document/" + "a" * 64, "/names?type=PER&page=12"]

    assert 1 == len({len(VEIL.hide(address)) for address in asked})


def test_a_part_of_the_page_stays_as_it_is() -> None:
    assert VEIL.hide("/document/a").partition("#")[0] + "#at-12" == VEIL.hide("/document/a#at-12")


def test_a_script_can_put_a_place_into_it() -> None:
    hidden = VEIL.hide("/document/a?at=START-END&part=2")

    assert hidden.endswith("/START-END")
    assert "/document/a?at=12-40&part=2" == VEIL.behind(hidden.replace("START-END", "12-40"))


@pytest.mark.parametrize(
    "address", ["/~", "/~x", "/~" + "A" * 150, Veil().hide("/search"), VEIL.hide("/search")[:-1], VEIL.hide("/s") + "/1-x", "/search"]
)
def test_what_this_server_did_not_hide_is_nothing(address: str) -> None:
    assert VEIL.behind(address) is None
