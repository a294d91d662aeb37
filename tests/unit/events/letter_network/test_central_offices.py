"""Offices are told by their partners with how far that moves when letters are drawn anew; persons are not ranked."""

from __future__ import annotations

from kashf.domain.letters.letter import AddresseeKind
from kashf.events.letter_network.central_offices import central_offices
from kashf.events.letter_network.letter_ties import letter_network
from tests.unit.events.letter_network.written_letters import letter, pile

STAR = letter_network(pile(*(letter("Court", f"Mill {each}", 1 + at) for at, each in enumerate("abcdefgh")), letter("Mill a", "Court")))


def test_partners_count_once_in_both_directions() -> None:
    court = next(place for office, place in central_offices(STAR).items() if office.key == "court")

    assert (8, 1, 8) == (court.written, court.received, court.partners)


def test_what_hangs_on_single_letters_has_a_wide_range_and_what_many_letters_say_a_narrow_one() -> None:
    often = letter_network(pile(*(letter("Court", f"Mill {each}") for each in "abcdefgh" for _ in range(30))))
    ranges = [next(iter(central_offices(network).values())).partners_between for network in (STAR, often)]

    assert ranges[0][0] < 8
    assert (8, 8) == ranges[1]


def test_the_centre_of_a_star_is_always_among_the_first_and_most_of_its_ends_seldom() -> None:
    shares = {office.key: place.is_first for office, place in central_offices(STAR).items()}

    assert 1.0 == shares["court"]
    assert all(0 < share < 1 for key, share in shares.items() if key != "court")


def test_persons_and_classes_are_not_ranked() -> None:
    network = letter_network(
        pile(letter("Court", "Salim Haddad", kind=AddresseeKind.PERSON), letter("Court", "all", kind=AddresseeKind.CLASS))
    )

    assert ["court"] == [office.key for office in central_offices(network)]
    assert {} == central_offices(letter_network({}))


def test_equal_piles_give_equal_ranges() -> None:
    assert central_offices(STAR) == central_offices(STAR)
