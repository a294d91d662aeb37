"""Reports of a card are counted by roads: one channel is one road, a copy and a circle count once, what begins nowhere counts nowhere."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kashf.domain.cards.card_entries import Bearing, CardStrip, Knows, PutEvidence
from kashf.domain.cards.weak_points import EvidenceFacts
from kashf.domain.date import FuzzyDate
from kashf.domain.document import Span
from kashf.domain.ids import DocumentId, EntryId
from kashf.domain.letters.letter import CitedPaper, Letter
from kashf.domain.letters.said import PaperDate, PaperNumber, Said
from kashf.domain.transcription.signed_words import Signed
from kashf.evidence.corroborate.road_ratio import channel_ratio
from kashf.services.cards.road_working import TAKEN, RoadWorking, Support, cited_among, road_working

SIGNED = Signed(EntryId("e"), "Nour", dt.datetime(2030, 1, 1, tzinfo=dt.UTC), "p")


def paper(name: str, *channels: str, of: str = "") -> Support:
    put = PutEvidence(
        signed=SIGNED, card=EntryId("c"), words=DocumentId("w"), strip=CardStrip.PAPER, bearing=Bearing.SUPPORTS, document=DocumentId(name)
    )
    return put, EvidenceFacts(of or name, channels)


def person(name: str, knows: Knows = Knows.SAW, heard_from: str = "") -> Support:
    put = PutEvidence(
        signed=SIGNED,
        card=EntryId("c"),
        words=DocumentId("w"),
        strip=CardStrip.PEOPLE,
        bearing=Bearing.SUPPORTS,
        witness=name,
        knows=knows,
        heard_from=heard_from,
    )
    return put, EvidenceFacts(name, (heard_from or name,))


def working(*support: Support, cites: tuple[tuple[str, str], ...] = (), **known: dict[str, tuple[str, ...]]) -> RoadWorking:
    return road_working(support, cites=cites, parents=known.get("parents", {}), lower={})


def shown(*support: Support, cites: tuple[tuple[str, str], ...] = (), **known: dict[str, tuple[str, ...]]) -> str:
    return working(*support, cites=cites, **known).found.shown


def test_three_papers_by_one_channel_are_one_road_and_it_is_the_choke_point() -> None:
    found = working(*(paper(name, "kestrel-2") for name in "abc")).found

    assert "3 reports, 1 road" == found.shown
    assert (("source:kestrel-2", ("paper:a", "paper:b", "paper:c")),) == found.chokes


def test_two_channels_are_two_roads_until_both_have_it_from_one() -> None:
    two = paper("a", "kestrel-2"), paper("b", "flint-3")

    assert "2 reports, 2 roads" == shown(*two)
    assert "2 reports, 1 road" == shown(*two, parents={"kestrel-2": ("quartz-4",), "flint-3": ("quartz-4",)})
    assert "2 reports, 1 road" == shown(*two, parents={"kestrel-2": ("flint-3",)})


def test_a_copy_by_another_channel_is_one_report_and_opens_its_road_to_others() -> None:
    copied = paper("a", "kestrel-2"), paper("z", "flint-3", of="a")

    assert ("1 report, 1 road", (("a", "z"),)) == (shown(*copied), working(*copied).copies)
    assert "2 reports, 2 roads" == shown(*copied, paper("b", "kestrel-2"))


def test_a_paper_that_cites_another_has_it_from_there_and_a_circle_counts_once() -> None:
    two = paper("a", "kestrel-2"), paper("b", "flint-3")

    assert "2 reports, 1 road" == shown(*two, cites=(("b", "a"),))
    found = working(*two, cites=(("b", "a"), ("a", "b"))).found
    assert ("1 report, 1 road", (("paper:a", "paper:b"),)) == (found.shown, found.circles)


def test_a_courier_who_also_says_it_is_no_second_road_and_hearsay_without_a_name_counts_nowhere() -> None:
    assert "2 reports, 2 roads" == shown(person("gannet-1"), person("plover-1"))
    assert "2 reports, 1 road" == shown(person("gannet-1", Knows.HEARD, "plover-1"), person("plover-1"))
    assert "2 reports, 1 road" == shown(person("gannet-1", Knows.HEARD, "flint-9"), person("plover-1", Knows.HEARD, "flint-9"))
    assert "1 report, 1 road" == shown(person("gannet-1", Knows.HEARD, "gannet-1"), person("plover-1"))
    found = working(person("gannet-1", Knows.HEARD), person("plover-1")).found
    assert ("1 report, 1 road", ("says:gannet-1",)) == (found.shown, found.without_origin)


def test_opinions_of_experts_count_nowhere() -> None:
    assert "0 reports, 0 roads" == shown(person("gannet-1", Knows.EXPERT))


def test_one_channel_with_a_record_is_worth_what_the_formula_says_and_no_more_than_its_cap() -> None:
    found = road_working([paper(name, "kestrel-2") for name in "abc"], cites=(), parents={}, lower={"kestrel-2": 0.9})
    (worth,) = found.channels

    assert (3, 0.9, channel_ratio(3, faithful=0.9, figures=TAKEN)) == (worth.reports, worth.lower, worth.worth)
    assert worth.worth
    assert (6.7115, 10.0) == (round(worth.worth.ratio, 4), round(worth.worth.cap or 0, 6))
    assert pytest.approx(6.7115, abs=1e-4) == (found.found.shared and found.found.shared.ratio)


def test_without_a_batch_that_was_checked_nothing_is_worth_a_figure() -> None:
    support = [paper("a", "kestrel-2"), paper("b", "flint-3")]
    found = road_working(support, cites=(), parents={}, lower={"kestrel-2": 0.9})

    assert (None, ("flint-3",)) == (found.found.shared, found.unknown)
    assert [True, False] == [each.worth is None for each in found.channels]


def test_more_channels_than_can_be_gone_through_are_said_and_still_counted() -> None:
    names = [f"flint-{number}" for number in range(2, 24)]
    chain = dict(zip(names, ((name,) for name in names[1:]), strict=False))
    found = road_working([paper("a", names[0])], cites=(), parents=chain, lower=dict.fromkeys(names, 0.9))

    assert (True, "1 report, 1 road", None) == (found.is_too_many, found.found.shown, found.found.shared)


@given(st.lists(st.tuples(st.sampled_from("abcd"), st.sampled_from(["kestrel-2", "flint-3"])), max_size=6))
def test_order_and_a_second_copy_change_nothing(put: list[tuple[str, str]]) -> None:
    support = [paper(name, channel) for name, channel in put]

    assert shown(*support) == shown(*reversed([*support, *support]))


def letter(name: str, number: str, day: str, cites: str = "", cited_day: str = "") -> Letter:
    said = Said(number, Span(DocumentId(name), 1, 0, 1), "label", 1.0)

    def dated(text: str) -> PaperDate | None:
        return PaperDate(said, FuzzyDate.parse(text)) if text else None

    cited = (CitedPaper(said, number=PaperNumber(said, cites), date=dated(cited_day)),) if cites else ()
    return Letter(number=PaperNumber(said, number), written=dated(day), cited=cited)


def test_a_paper_cites_another_by_its_number_unless_a_day_speaks_against_it() -> None:
    one = letter("a", "3/104", "2014-05-25")

    assert {("b", "a")} == cited_among({"a": [one], "b": [letter("b", "7", "2014-06-01", "3/104", "2014-05-25")]})
    assert {("b", "a")} == cited_among({"a": [one], "b": [letter("b", "7", "2014-06-01", "3/104")]})
    assert set() == cited_among({"a": [one], "b": [letter("b", "7", "2014-06-01", "3/104", "2013-05-25")]})
    assert set() == cited_among({"a": [one], "b": [letter("b", "7", "2014-06-01", "3/105")]})
