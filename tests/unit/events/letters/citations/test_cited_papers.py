"""Cited papers in the manner of many offices, and where the reciting ends."""

from __future__ import annotations

from tests.unit.events.letters.other_hands import BORDER, DAMS, MINISTRY, MINUTES, POLICE, REGIMENT, read


def cited(letter: str) -> list[tuple[str, str]]:
    return [(each.number.normal if each.number else "", each.date.date.edtf() if each.date else "") for each in read(letter).cited]


def test_numbers_that_share_a_date_have_it_each() -> None:
    assert ["220", "91", "94"] == [number for number, _ in cited(DAMS)]
    assert cited(DAMS)[1][1] == cited(DAMS)[2][1] != ""


def test_a_second_number_behind_and_is_read() -> None:
    assert [("8722", "[2008-06-21..2008-06-23]"), ("8901", "[2008-06-28..2008-06-30]")] == cited(MINISTRY)


def test_a_number_needs_no_word_before_it_where_its_date_follows() -> None:
    assert [("1190", "2006-02-02")] == cited(REGIMENT)
    assert ["55"] == [number for number, _ in cited(MINUTES)]


def test_the_reciting_ends_where_something_is_said_on_its_strength() -> None:
    assert ["inspect"] == [act.kind for act in read(POLICE).acts]


def test_a_colon_before_quoted_words_passes_them_on() -> None:
    letter = read(BORDER)

    assert [True] == [each.is_quoted for each in letter.cited]
    assert ["اللجنة المفوضة"] == [act.author.text for act in letter.acts if act.author]
