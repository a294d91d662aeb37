"""Numbers of registers as the letters of the office have them."""

from dataclasses import replace

from kashf.events.offices.office_index import OfficeIndex
from kashf.events.registers.bare_numbers import with_whole_numbers
from kashf.events.registers.rebuild import rebuild
from kashf.events.registers.register_letters import RegisterLetter
from tests.register_papers import OFFICE, cites, letter


def book(*rows: tuple[str, str]) -> RegisterLetter:
    return RegisterLetter("book", cited=tuple(cites(number, day, OFFICE[-1]) for number, day in rows), is_book=True)


def test_a_bare_number_gets_what_stays_the_same_and_the_year_of_its_day() -> None:
    letters = [letter(str(n), f"10/{n}/2014", f"2014-01-{n:02}") for n in (3, 4, 9)]
    (found,) = with_whole_numbers([book(("7", "2015-02-01"), ("8", ""))], letters, OfficeIndex.of(each.offices for each in letters))

    assert ["10/7/2015", "8"] == [each.number.normal for each in found.cited if each.number]


def test_a_row_names_the_letter_that_is_here_and_one_that_is_not_and_dates_one() -> None:
    letters = [letter(str(n), f"10/{n}/2014", f"2014-01-{n:02}") for n in (3, 4, 9)]
    undated = replace(letter("undated", "10/6/2014", ""), offices=letters[0].offices)
    found = rebuild([*letters, undated], [book(("3", "2014-01-03"), ("5", "2014-01-05"), ("6", "2014-01-06"))])

    assert [("3",), ("undated",)] == [each.cited for each in found.logged]
    (unseen,) = found.never_seen
    assert (5, (), 1) == (unseen.serial, unseen.cited_at, len(unseen.logged_at))
    assert [("undated", "2014-01-06", True)] == [(each.letter, each.date.edtf(), each.row is not None) for each in found.undated]
    assert (4, 1, ()) == (found.letters, found.books, found.citing)


def test_registers_that_say_different_days_of_one_letter_date_it_not() -> None:
    undated = letter("undated", "10/6/2014", "")
    rows = [book(("10/6/2014", "2014-01-06")), replace(book(("10/6/2014", "2014-03-06")), id="other")]

    assert not any(each.row for each in rebuild([undated], rows).undated)
