"""When numbers begin anew."""

import datetime as dt

from kashf.domain.date import Calendar
from kashf.events.registers.number_order import DatedNumber
from kashf.events.registers.yearly_numbers import BeginsAnew, DatedSeries, days_of_year, numberings, year_of


def _series(year: int | None, *, calendar: Calendar = Calendar.GREGORIAN, letters: int = 60, body: str = "plains") -> DatedSeries:
    """Return letters of three years; numbered anew where the year of a calendar begins, through for None."""
    days = [dt.date(2013, 1, 5) + dt.timedelta(1090 * place // letters) for place in range(letters)]
    numbering = {None: BeginsAnew.THROUGH, 0: BeginsAnew.GREGORIAN_YEAR, 1: BeginsAnew.HIJRI_YEAR}[year]
    serials: dict[int, int] = {}
    found = []
    for day in days:
        of = year_of(day, numbering)
        serials[of] = serials.get(of, 0) + 2
        found.append(DatedNumber(serials[of], day, day, str(day)))
    return DatedSeries(body, calendar, tuple(found))


def test_numbers_tell_when_they_begin_anew() -> None:
    assert (BeginsAnew.THROUGH,) == numberings([_series(None)])
    assert (BeginsAnew.GREGORIAN_YEAR,) == numberings([_series(0)])
    assert (BeginsAnew.HIJRI_YEAR,) == numberings([_series(1)])


def test_an_office_with_few_letters_begins_anew_as_its_body_does() -> None:
    few = _series(1, letters=4, body="plains")
    other = _series(None, body="hills")

    assert BeginsAnew.HIJRI_YEAR == numberings([_series(1, body="plains"), other, few])[2]
    assert BeginsAnew.THROUGH == numberings([_series(None, letters=4), other])[0]


def test_a_year_no_calendar_has_bounds_nothing() -> None:
    assert (None, (dt.date(2014, 1, 1), dt.date(2014, 12, 31))) == (days_of_year(12), days_of_year(2014))
