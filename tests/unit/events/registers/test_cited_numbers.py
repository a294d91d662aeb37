"""What letters cite by number."""

from kashf.events.offices.office_index import OfficeIndex
from kashf.events.registers.cited_numbers import CitedNumbers, circles, cited_numbers
from kashf.events.registers.number_book import NumberBook
from kashf.events.registers.register_letters import RegisterLetter
from tests.register_papers import cites, letter


def _cited(*letters: RegisterLetter) -> CitedNumbers:
    return cited_numbers(letters, NumberBook(letters, OfficeIndex.of(each.offices for each in letters)))


def test_a_number_that_two_letters_cite_and_nobody_has_was_never_seen() -> None:
    found = _cited(
        letter("a", "108", "2014-03-02"),
        letter("b", "115", "2014-03-20", cites("109", "2014-03-04")),
        letter("c", "116", "2014-03-21", cites("109", "2014-03-04", "The Plains, General Office")),
        letter("d", "117", "2014-03-22", cites("109")),
    )

    (unseen,) = found.never_seen
    assert ("109", 3, ("b", "c", "d")) == (unseen.number, len(unseen.cited_by), unseen.cited_by)


def test_a_number_written_from_its_other_end_is_the_same_letter() -> None:
    pile = [letter(f"n{serial}", f"12/16/a/{serial}", f"2014-03-{serial:02}") for serial in (1, 2, 3)]
    found = _cited(*pile, letter("z", "12/16/a/9", "2014-03-30", cites("2/a/16/12")))

    (citing,) = found.citing
    assert (("n2",), True) == (citing.cited, citing.by_alias)


def test_a_letter_of_another_year_with_the_number_is_another_letter() -> None:
    pile = [letter(f"{year}/{serial}", f"{serial}/{year}", f"{year}-05-{serial:02}") for year in (2013, 2014) for serial in range(1, 9)]
    found = _cited(*pile, letter("z", "20/2014", "2014-08-01", cites("4/2012", "2012-05-04"), cites("4/2013", "2013-05-04")))

    assert [("4/2012", 2012)] == [(each.number, each.year) for each in found.never_seen]
    assert [("2013/4",)] == [each.cited for each in found.citing]


def test_another_day_for_a_number_of_the_year_is_told() -> None:
    pile = [letter(f"{serial}", f"{serial}/2014", f"2014-05-{serial:02}") for serial in range(1, 9)]
    (citing,) = _cited(*pile, letter("z", "20/2014", "2014-08-01", cites("4/2014", "2014-05-24"))).citing

    assert (("4",), True) == (citing.cited, citing.is_dated_otherwise)


def test_a_letter_that_cites_itself_cites_no_other() -> None:
    found = _cited(letter("a", "5", "2014-05-05", cites("5", "2014-05-05")))

    assert (1, (), ()) == (len(found.to_themselves), found.citing, found.never_seen)


def test_letters_that_cite_one_another_are_a_circle() -> None:
    found = _cited(
        letter("a", "5", "2014-05-05", cites("6", "2014-05-06")),
        letter("b", "6", "2014-05-06", cites("7")),
        letter("c", "7", "2014-05-07", cites("5", "2014-05-05")),
        letter("d", "8", "2014-05-08", cites("5", "2014-05-05")),
    )

    assert (("a", "b", "c"),) == circles(found.citing)
    assert ["a", "b"] == [each.citing for each in found.citing if each.is_later]


def test_a_bare_number_without_author_is_not_said_to_be_the_letter_that_has_it() -> None:
    found = _cited(letter("a", "5"), letter("b", "9", "2014-05-06", cites("5", "2014-05-01", author="")))

    assert (1, ()) == (found.untold, found.never_seen)


def test_a_number_of_several_parts_with_its_day_is_the_letter_though_its_head_lacks_the_office() -> None:
    without_court = letter("a", "w/78", "2014-06-02", offices=("Plains",))
    found = _cited(without_court, letter("b", "9", "2014-06-06", cites("w/78", "2014-06-02", "The Court")))

    assert [(("a",), True)] == [(each.cited, each.is_other_head) for each in found.citing]
    assert () == found.never_seen


def test_letters_of_the_day_without_a_number_may_be_the_one_that_is_cited() -> None:
    (unseen,) = _cited(letter("a", "", "2014-05-05"), letter("b", "9", "2014-05-06", cites("8", "2014-05-05"))).never_seen

    assert ("a",) == unseen.may_be
