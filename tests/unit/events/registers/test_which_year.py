"""Of which year a number without a date is."""

from random import Random

from kashf.events.registers.which_year import KnownNumbers, likely_years


def test_a_number_that_another_letter_of_a_year_has_is_of_the_other_year() -> None:
    assert (1436,) == likely_years(11, (1435, 1436), {1435: KnownNumbers.of(range(1, 40, 2)), 1436: KnownNumbers.of(range(2, 40, 2))})


def test_a_year_of_which_nothing_is_known_stays_possible() -> None:
    assert (1435, 1436) == likely_years(11, (1435, 1436), {1435: KnownNumbers.of((2, 30))})


def test_nothing_known_rules_nothing_out() -> None:
    assert ((1434, 1435), (1435,), ()) == (likely_years(3, (1434, 1435), {}), likely_years(3, (1435,), {}), likely_years(3, (), {}))


def test_the_true_year_is_nearly_always_among_the_likely_ones() -> None:
    held = narrowed = 0
    for seed in range(300):
        chance = Random(seed)
        lengths = {year: chance.randrange(5, 150) for year in range(1434, 1438)}
        share = chance.uniform(0.2, 0.9)
        here = {year: [serial for serial in range(1, length + 1) if chance.random() < share] for year, length in lengths.items()}
        year, serial = chance.choice([(year, serial) for year, serials in here.items() for serial in serials])
        told = {each: KnownNumbers.of(one for one in serials if (each, one) != (year, serial)) for each, serials in here.items()}
        found = likely_years(serial, tuple(lengths), told)
        held += year in found
        narrowed += len(found) < len(lengths)

    assert held / 300 >= 0.95
    assert narrowed > 100


def test_a_paper_numbered_nought_is_of_some_year() -> None:
    assert (1434, 1435) == likely_years(0, (1434, 1435), {1434: KnownNumbers.of((0,))})
