"""A sheet has every mark, with a range or a reason, and what could be asked for; never one figure for all."""

from __future__ import annotations

import pytest

from kashf.evidence.authenticity.authenticity_sheet import CouldAsk, MarkSeen, PaperMark, WhyUnknown, sheet_without, weighed
from kashf.evidence.authenticity.honest_share import HonestShare
from kashf.evidence.authenticity.mark_ratio import CarelessForger, CarelessShare, Leaning

ONE_IN_SEVEN = CarelessShare.fixed(CarelessForger.ANY_WEEKDAY, 1 / 7)


def test_a_paper_without_any_mark_has_all_unknown() -> None:
    sheet = sheet_without({})

    assert tuple(PaperMark) == tuple(each.mark for each in sheet.unknown)
    assert [()] * len(Leaning) == [sheet.leaning(way) for way in Leaning]


def test_papers_of_the_same_courier_alone_give_unknown_and_ask_for_another_road() -> None:
    mark = weighed(PaperMark.WEEKDAY, "fits", HonestShare(0, 0, same_channel=40), ONE_IN_SEVEN)

    assert (WhyUnknown.SAME_CHANNEL, None, 40) == (mark.why, mark.ratio, mark.same_channel)
    assert CouldAsk.OTHER_ROAD in mark.asks


@pytest.mark.parametrize(
    ("honest", "careless", "why"),
    [
        (HonestShare(0, 0), ONE_IN_SEVEN, WhyUnknown.NO_OTHERS),
        (HonestShare(3, 3), CarelessShare.of_pile(CarelessForger.OTHER_OFFICES, HonestShare(0, 0)), WhyUnknown.NO_OTHER_OFFICES),
        (HonestShare(3, 3), ONE_IN_SEVEN, None),
    ],
)
def test_where_nothing_tells_how_often_a_mark_is_borne_the_reason_is_said(
    honest: HonestShare, careless: CarelessShare, why: WhyUnknown | None
) -> None:
    assert why == weighed(PaperMark.HEAD, "form", honest, careless).why


def test_a_mark_has_a_ratio_or_a_reason_and_what_has_to_be_so_asks_for_nothing() -> None:
    with pytest.raises(ValueError, match="ratio or the reason"):
        MarkSeen(PaperMark.STAMP)
    assert () == MarkSeen(PaperMark.RECEIPT, "before", WhyUnknown.EXPECTED).asks
    assert (CouldAsk.WHO_HAD_IT,) == MarkSeen(PaperMark.RECEIPT, why=WhyUnknown.NO_DAY).asks
