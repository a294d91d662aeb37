"""Which names are held against each other."""

import pytest

from kashf.entities.resolving.blocking import BlockingPart, candidate_pairs


def named(*names: str) -> list[list[BlockingPart]]:
    return [[BlockingPart(code) for code in name.split()] for name in names]


def pairs(names: list[list[BlockingPart]]) -> set[tuple[int, int]]:
    return {(left, right) for left, right in candidate_pairs(names, order=list(range(len(names)))).tolist()}


def test_names_that_share_a_rare_part_are_held_against_each_other() -> None:
    assert {(0, 1)} == pairs(named("@MHMD XML", "XML", "@MHMD ADNN"[6:], "HDD"))


def test_a_part_is_found_by_the_codes_of_its_other_spellings_in_either_direction() -> None:
    names = [[BlockingPart("JML", frozenset({"GML", "JML"}))], [BlockingPart("GML")], [BlockingPart("KML", frozenset({"GML"}))]]

    assert {(0, 1), (1, 2)} == pairs(names)


def test_a_frequent_part_is_divided_by_a_second_one_and_spelling_mistakes_in_that_are_forgiven() -> None:
    crowd = [f"AHMD F{number:03}" for number in range(300)]
    names = named("AHMD XMLK", "AHMD XMTK", "AHMD XMK", *crowd)

    found = pairs(names)

    assert {(0, 1), (0, 2), (1, 2)} <= found
    assert len(found) < 20 * len(names)


def test_names_that_nothing_divides_are_held_against_the_most_frequent_and_their_neighbours() -> None:
    names = named(*["AHMD"] * 2000)

    found = pairs(names)

    assert {(0, 1999), (9, 1500), (1000, 1010)} <= found
    assert (500, 1500) not in found
    assert len(found) <= 20 * 2000


@pytest.mark.slow
@pytest.mark.parametrize("shape", ["AHMD", "AHMD MHMD", "AHMD MHMD HSN", "AHMD MHMD HSN ALY", "A B C D E F G H"])
def test_the_pairs_grow_with_the_names_and_not_with_their_square(shape: str) -> None:
    small, large = (len(pairs(named(*[shape] * count))) for count in (1000, 4000))

    assert large <= 5 * small


def test_no_name_and_names_without_parts_are_in_no_pair() -> None:
    assert set() == pairs([])
    assert set() == pairs([[], [], [BlockingPart("HDD")]])
