"""Offices of a pile are found in the words of others by their own names."""

from __future__ import annotations

from kashf.events.chains.wording.known_offices import KnownOffices

KNOWN = KnownOffices(["قسم اللوازم", "ديوان الصحة - ولاية النهر", "Sand Gate Post", "Gate"])


def test_every_office_of_a_list_is_found_whatever_stands_before_it() -> None:
    assert {"~قسم لوازم"} == KNOWN.named_in("الإخوة في قسم اللوازم")
    assert {"~sand gate post"} == KNOWN.named_in("the Sand Gate Post and all others")


def test_an_office_with_its_province_behind_a_dash_is_found_by_either() -> None:
    assert KNOWN.writing("ديوان الصحة - ولاية النهر") & KNOWN.named_in("تعميم ديوان الصحة")


def test_what_no_letter_of_the_pile_comes_from_is_no_office() -> None:
    assert frozenset() == KNOWN.named_in("مدرسة النبع")
