"""Registers of a pile."""

from random import Random

from kashf.events.registers.rebuild import rebuild
from kashf.events.registers.register_letters import RegisterLetter
from tests.register_papers import cites, letter, series_of


def test_missing_numbers_are_gaps_where_most_of_a_series_is_here() -> None:
    (series,) = rebuild(series_of({serial: serial for serial in range(1, 61) if serial not in {20, 21, 40}})).series

    assert (((20, 21), (40, 40)), True) == (series.missing, series.has_gaps)


def test_nothing_is_called_a_gap_where_less_than_half_is_here() -> None:
    (series,) = rebuild(series_of({serial: serial for serial in range(1, 61, 3)})).series

    assert (38, False) == (series.missing_count, series.has_gaps)


def test_a_cited_number_is_no_gap_and_is_told_in_its_series() -> None:
    pile = [
        *series_of({serial: serial for serial in range(1, 31) if serial != 9}),
        letter("z", "40", "2014-02-20", cites("9", "2014-01-10")),
    ]
    (series,) = rebuild(pile).series

    assert ([9], ((31, 39),)) == ([each.serial for each in series.never_seen], series.missing)


def test_an_undated_letter_lies_between_its_neighbours_and_says_so_of_a_derived_date() -> None:
    pile = [*series_of({serial: serial for serial in range(1, 41) if serial != 20}), letter("undated", "20")]
    (undated,) = rebuild(pile).undated

    assert ("undated", "[2014-01-20..2014-01-22]", True) == (undated.letter, undated.date.edtf(), undated.date.is_derived)


def test_what_a_letter_says_of_its_own_date_narrows_what_its_number_says() -> None:
    pile = [*series_of({serial: 9 * serial for serial in range(1, 31) if serial != 20}), letter("undated", "20", "2014-07")]
    (undated,) = rebuild(pile).undated

    assert "[2014-07-01..2014-07-09]" == undated.date.edtf()


def test_two_originals_with_one_number_are_both_there() -> None:
    (series,) = rebuild([*series_of({1: 1, 2: 2, 3: 3}), letter("other", "2", "2014-01-03")]).series

    assert ((2, ("L2", "other")),) == series.doubled


def test_a_number_far_above_all_others_makes_no_gap() -> None:
    (series,) = rebuild([*series_of({1: 1, 2: 2, 3: 3}), letter("far", "900000", "2014-01-05")]).series

    assert ([900_000], ()) == ([each.serial for each in series.far], series.missing)


def test_a_number_of_forty_digits_is_of_no_series() -> None:
    found = rebuild([letter("a", "9" * 40, "2014-01-05", cites("8" * 40))])

    assert ((), 1, 1) == (found.series, found.without_pattern, len(found.never_seen))


def test_an_office_that_cannot_be_told_has_no_series() -> None:
    found = rebuild(
        [
            letter("a", "1", offices=("North", "Office")),
            letter("b", "2", offices=("South", "Office")),
            letter("c", "3", offices=("Office",)),
        ]
    )

    assert (1, 2) == (found.without_office, len(found.series))


def test_nothing_is_a_register_of_nothing() -> None:
    assert ((), 0) == (rebuild([]).series, rebuild([]).letters)


def test_thousands_of_letters_of_one_office_that_cite_one_number_are_one_series() -> None:
    chance = Random(1)
    serials = sorted(chance.sample(range(1, 200_000), 4_000))
    pile: list[RegisterLetter] = []
    for place, serial in enumerate(serials):
        day = f"2014-{1 + place * 12 // len(serials):02}-{1 + place * 12 * 28 // len(serials) % 28:02}"
        pile.append(letter(str(serial), str(serial), day, cites("7", "2014-01-01"), cites(str(chance.choice(serials)))))
    (series,) = rebuild(pile).series

    assert len(pile) == len(series.here)
