"""Ties go from the office that issued a letter to each of its addressees, and what is in none is counted."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from kashf.domain.date import FuzzyDate
from kashf.domain.letters.letter import AddresseeKind
from kashf.domain.letters.said import PaperDate
from kashf.events.letter_network.letter_ties import LetterNetwork, letter_network
from tests.unit.events.letter_network.written_letters import letter, pile, said


def ends(network: LetterNetwork) -> list[tuple[str, str, int]]:
    return [(tie.sender.key, tie.receiver.key, len(tie.letters)) for tie in network.ties]


def test_an_office_is_one_however_it_is_written_and_most_letters_come_first() -> None:
    network = letter_network(
        pile(
            letter("Plains / Mill Office", "The Court", 3),
            letter("PLAINS / The Mill Office", "Court / Guard", 1),
            letter("Plains / Court", "Mill Office"),
        )
    )

    assert [
        ("plains > mill office", "plains > court", 2),
        ("plains > court", "plains > mill office", 1),
        ("plains > mill office", "guard", 1),
    ] == ends(network)


def test_a_tie_has_its_first_and_last_day_and_the_undated() -> None:
    (tie,) = letter_network(pile(letter("Court", "Mill", 9), letter("Court", "Mill", 2), letter("Court", "Mill"))).ties

    assert ("2014-10-02", "2014-10-09", 1) == (tie.first and tie.first.edtf(), tie.last and tie.last.edtf(), tie.undated)


def test_a_day_in_doubt_takes_nothing_from_what_the_others_say() -> None:
    doubtful = FuzzyDate(dt.date(2014, 1, 6), dt.date(2014, 10, 30), "1/6")
    letters = pile(letter("Court", "Mill", 2), letter("Court", "Mill", 9), letter("Court", "Mill"))
    *_, last = letters
    letters[last] = replace(letters[last], written=PaperDate(said("1/6"), doubtful))

    (tie,) = letter_network(letters).ties

    assert ("[2014-01-06..2014-10-02]", "[2014-10-09..2014-10-30]") == (tie.first and tie.first.edtf(), tie.last and tie.last.edtf())


def test_what_is_in_no_tie_is_counted_by_what_it_lacks() -> None:
    network = letter_network(
        pile(letter("", "Mill"), letter("Court"), letter("North / Guard", "Mill"), letter("South / Guard", "Mill"), letter("Guard", "Mill"))
    )

    assert (5, 2, 1, 1, 1) == (network.letters, network.tied, network.without_sender, network.unsure_sender, network.without_addressee)


def test_a_class_of_people_is_no_office_even_when_it_is_called_like_one() -> None:
    network = letter_network(pile(letter("Court", "all offices", kind=AddresseeKind.CLASS), letter("Court", "all offices")))

    assert {AddresseeKind.CLASS, AddresseeKind.OFFICE} == {tie.receiver.kind for tie in network.ties}


def test_an_office_that_writes_to_itself_is_no_tie() -> None:
    assert [] == ends(letter_network(pile(letter("Court", "The Court"))))


heads = st.sampled_from(["", "Court", "Mill", "Plains / Court", "Hills / Court", "Guard"])


@given(st.lists(st.tuples(heads, heads), max_size=12))
def test_every_letter_is_accounted_for(written: list[tuple[str, str]]) -> None:
    network = letter_network(pile(*(letter(*each) for each in written)))

    assert network.letters == network.tied + network.without_sender + network.unsure_sender + network.without_addressee
    assert network.tied == len({document for tie in network.ties for document in tie.letters})
