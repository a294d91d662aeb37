"""Which acts of a case are listed, and what is told of those that are not."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from kashf.domain.acts.act import ActOrigin
from kashf.domain.document import Origin, Page
from kashf.errors import UsageError
from kashf.ports.copy_groups import CopyKind, CopyLink
from kashf.ports.stages import LETTERS
from kashf.services.acts.list_acts import ActQuery, list_acts
from kashf.services.case.open import OpenCase
from kashf.services.letters.keep_letters import keep_letters
from tests.fakes import FakeCaseView
from tests.searchable import case_of

BAN = """ولاية المرج
ديوان الجسور
العدد: ٣/٦/١٠٤
التاريخ: ٢٥/٥/٢٠١٤م
إلى / كافة المكاتب
يمنع على التجار السفر إلى وادي الغيم.
سالم الوردي
المدير
"""
REPORT = """Province of the Banks
Office of Wells
No. 12/7
Date: 3 June 2014
To: Office of Bridges
The repair of the water network of Tall al-Rih has been carried out.
"""
UNDATED_ORDER = """Province of the Banks
Office of Bridges
No. 44
To: all offices
You are to hand over 6 radios to the Office of Wells.
"""


@pytest.fixture
def case(tmp_path: Path) -> OpenCase:
    """Return a case of a ban, its copy, a report, an order without a date, and a note that is no letter."""
    made = case_of(tmp_path, BAN, BAN, REPORT, UNDATED_ORDER, "bread and milk")
    view = made.view
    assert isinstance(view, FakeCaseView)
    view.rows[LETTERS.name] = dict(keep_letters(view, list(view.known)))
    first, copy, *_ = view.known
    view.grouped = [CopyLink(kind, copy, first) for kind in (CopyKind.TEXT, CopyKind.ANY)]
    return made


def test_acts_come_by_day_those_without_one_last_and_copies_once(case: OpenCase) -> None:
    found = list_acts(case)

    assert [("travel", "2014-05-25"), ("repair", "[..2014-06-03]"), ("deliver", "")] == [
        (act.kind, act.when.date.edtf()) for act in found.acts
    ]
    assert (3, 1, 3, 1, 1) == (found.total, found.undated, found.letters, found.copies, found.no_letters)
    assert {"travel": 1, "repair": 1, "deliver": 1} == found.by_kind


@pytest.mark.parametrize(
    ("asked", "kinds", "undated", "out_of_days"),
    [
        (ActQuery(kinds=("repair", "deliver")), ["repair", "deliver"], 1, 0),
        (ActQuery(office="الجسُور"), ["travel"], 0, 0),
        (ActQuery(office="office of bridges"), ["deliver"], 1, 0),
        (ActQuery(place="tall al-rih"), ["repair"], 0, 0),
        (ActQuery(place="وادى الغيم"), ["travel"], 0, 0),
        (ActQuery(after=dt.date(2014, 5, 26)), ["repair"], 1, 1),
        (ActQuery(before=dt.date(2014, 5, 1)), ["repair"], 1, 1),
        (ActQuery(after=dt.date(2014, 5, 25), before=dt.date(2014, 5, 25)), ["travel", "repair"], 1, 0),
        (ActQuery(origin=ActOrigin.CATALOGUE), [], 0, 0),
    ],
)
def test_acts_are_asked_for_by_kind_office_place_and_days(
    case: OpenCase, asked: ActQuery, kinds: list[str], undated: int, out_of_days: int
) -> None:
    found = list_acts(case, asked)

    assert (kinds, undated, out_of_days) == ([act.kind for act in found.acts], found.undated, found.out_of_days)


@pytest.mark.parametrize(("origin", "letters", "copies"), [(Origin.DIGITAL, 4, 0), (Origin.OCR, 3, 1)])
def test_a_near_twin_with_another_day_is_a_letter_of_its_own_unless_a_scan_may_have_been_misread(
    tmp_path: Path, origin: Origin, letters: int, copies: int
) -> None:
    twin = Page(1, BAN.replace("٢٥/٥", "٢٧/٥"), origin)
    made = case_of(tmp_path, BAN, twin, REPORT, UNDATED_ORDER)
    view = made.view
    assert isinstance(view, FakeCaseView)
    view.rows[LETTERS.name] = dict(keep_letters(view, list(view.known)))
    first, near, *_ = view.known
    view.grouped = [CopyLink(kind, near, first, 0.9) for kind in (CopyKind.NEAR, CopyKind.ANY)]

    found = list_acts(made)

    assert (letters, copies) == (found.letters, found.copies)


def test_a_copy_stands_for_the_letter_where_the_first_is_none(case: OpenCase) -> None:
    view = case.view
    assert isinstance(view, FakeCaseView)
    first, copy, *_ = view.known
    del view.rows[LETTERS.name][first]

    assert copy in {act.document for act in list_acts(case).acts}


def test_a_kind_that_there_is_not_is_refused_with_those_that_there_are(case: OpenCase) -> None:
    with pytest.raises(UsageError, match=r"'nope' is no kind of act; there are .*travel"):
        list_acts(case, ActQuery(kinds=("nope",)))
    assert () == list_acts(case, ActQuery(kinds=("pay",))).acts
