"""Names and addresses as the pages write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kashf.language.words.visible import isolate
from kashf.web.rendering import State, address, fault_in, file_name, near_path, whole_path, with_isolates


def test_the_ending_of_a_name_stands_apart_so_that_arabic_cannot_carry_it_away() -> None:
    assert '<bdi dir="ltr"><bdi>كتاب رقم 3405</bdi><bdi dir="ltr" class="ending">.txt</bdi></bdi>' == file_name("a/كتاب رقم 3405.txt")


def test_a_name_that_pretends_another_ending_shows_the_trick() -> None:
    assert "report⇠fdp" in file_name("report\u202efdp.exe")
    assert '<bdi dir="ltr" class="ending">.exe</bdi>' in file_name("report\u202efdp.exe")


def test_the_folders_of_a_path_are_isolated_from_one_another() -> None:
    assert "<bdi>دفعة ١</bdi>/<wbr><bdi>b</bdi>/<wbr>" in whole_path("دفعة ١/b/c.txt")


def test_near_folders_are_the_last_two() -> None:
    shown = near_path("/a/b/c/d/e.txt")

    assert "<bdi>…</bdi>/<wbr><bdi>c</bdi>/<wbr><bdi>d</bdi>/<wbr>" in shown
    assert "e.txt" not in shown


@given(st.text())
def test_no_name_can_write_markup(name: str) -> None:
    for shown in (file_name(name), whole_path(name), near_path(name)):
        bare = str(shown)
        for ours in ('<bdi dir="ltr" class="ending">', '<bdi dir="ltr" class="path">', '<bdi dir="ltr">', "<bdi>", "</bdi>", "<wbr>"):
            bare = bare.replace(ours, "")
        assert "<" not in bare
        assert ">" not in bare


@pytest.mark.parametrize("empty", [None, "", False, ()])
def test_what_is_empty_is_left_out_of_an_address(empty: object) -> None:
    assert "/search?q=%D9%83" == address("/search", q="ك", type=empty)


def test_a_neighbour_of_a_screen_keeps_what_it_does_not_change() -> None:
    state = State("/search", {"q": "a", "type": "text/plain", "page": "3"})

    assert "/search?q=a&type=text%2Fplain" == state.address(page="")
    assert (("q", "a"),) == state.kept(("q", "mode"))


def test_a_fault_beyond_the_end_of_a_query_is_a_mark_for_what_is_missing() -> None:
    beyond, none = fault_in("(a", 2), fault_in("a", None)

    assert beyond is not None
    assert ("(a", "…", "") == (beyond.before, beyond.at, beyond.after)
    assert none is None


def test_names_isolated_for_plain_text_are_isolated_on_a_page_and_their_markup_is_none() -> None:
    assert "a <bdi>&lt;b&gt;</bdi>" == with_isolates(f"a {isolate('<b>')}")
    assert "<bdi>⇡x⇡</bdi>" == with_isolates(isolate("\u2068x\u2069"))
