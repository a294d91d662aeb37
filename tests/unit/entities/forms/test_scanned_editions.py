"""Editions that are known from scans alone, each of which misses labels of its own."""

from kashf.entities.forms.scanned_editions import scanned_editions

_FIRST = ("name", "kunya", "mother", "born", "nation", "duty", "blood", "phone")
_SECOND = ("name", "born", "ward", "wound", "treatment", "discharged")


def _missing_one(asked: tuple[str, ...]) -> dict[tuple[str, ...], int]:
    return {tuple(key for key in asked if key != missed): 1 for missed in asked}


def test_scans_that_miss_a_label_each_are_of_one_edition_that_asks_all() -> None:
    assert scanned_editions(_missing_one(_FIRST), (), least=3) == [_FIRST]


def test_editions_that_ask_some_of_the_same_stay_two() -> None:
    assert scanned_editions(_missing_one(_FIRST) | _missing_one(_SECOND), (), least=3) == [_FIRST, _SECOND]


def test_scans_of_an_edition_that_is_known_make_no_other() -> None:
    assert scanned_editions(_missing_one(_FIRST), [frozenset(_FIRST)], least=1) == []


def test_fewer_scans_than_are_needed_make_none() -> None:
    assert scanned_editions(_missing_one(_SECOND), (), least=7) == []
