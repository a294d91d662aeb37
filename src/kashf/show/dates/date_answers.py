"""The dates of a case as lines of text and as JSON."""

from __future__ import annotations

from typing import Any

from kashf.language.words.visible import isolate
from kashf.services.dates.keep_dates import KeptDate
from kashf.services.dates.list_dates import DateList, ListedDate
from kashf.show.counted import many
from kashf.show.plain import plain


def dates_answer(found: DateList) -> dict[str, Any]:
    """Return dates as JSON values, with what was left out."""
    return {**plain(found), "dates": [date_answer(each) for each in found.dates]}


def date_answer(each: ListedDate) -> dict[str, Any]:
    """Return one date as JSON values; without the number by which dates are put in order."""
    answer = dict(plain(each))
    del answer["earliest"]
    return answer


def kept_date_answer(each: KeptDate) -> dict[str, Any]:
    """Return one date of a document as JSON values, with its days beside its wording."""
    return {**plain(each), "date": dict(each.date.as_json()), "edtf": each.date.edtf()}


def date_line(each: ListedDate) -> str:
    """Return one date as a line: how often and where, its days, in which calendars, what it is the date of, and how it is written."""
    calendars = ", ".join(calendar.value for calendar in each.calendars)
    kinds = ", ".join(f"{kind.value} {number}" for kind, number in each.kinds.items())
    wordings = ", ".join(isolate(wording) for wording in each.wordings)
    unseen = f"  (unseen: {each.unseen})" if each.unseen else ""
    return f"{each.places:8} in {each.documents:6}  {each.edtf:26}  {calendars:11}  {kinds}  {wordings}{unseen}"


def left_out_of_dates(found: DateList) -> str:
    """Return in one line what the list of dates leaves out."""
    without = ", ".join(f"{number} {why}" for why, number in sorted(found.without_days.items()))
    return (
        f"{many(found.total, 'date')} at {many(found.places, 'place')}; wordings without days: {without or 'none'}; "
        f"copies left out: {found.copies}; "
        f"pages read too unsurely: {found.unsure_pages}; dates that a machine read from pictures are unseen until somebody types the page"
    )
