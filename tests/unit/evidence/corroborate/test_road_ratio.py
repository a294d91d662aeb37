from __future__ import annotations

import itertools
import math
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kashf.errors import BadEvidenceError
from kashf.evidence.corroborate.corroboration import corroborate
from kashf.evidence.corroborate.provenance import SpeakingFigures
from kashf.evidence.corroborate.road_ratio import channel_ratio
from tests.unit.evidence.corroborate.graphs import FIGURES, graph

CHANCES = st.floats(0.05, 0.95)
SPEAKING = st.builds(SpeakingFigures, CHANCES, CHANCES, CHANCES)


def _through_one(reports: int) -> tuple[str, ...]:
    return tuple(f"o{n} > c > r{n}" for n in range(reports))


@pytest.mark.parametrize(
    ("faithful", "expected", "cap"),
    [
        (0.9, {1: 5.6753, 2: 7.4161, 3: 6.7115, 5: 5.2338, 20: 1.4408}, 10),
        (0.95, {1: 8.1028, 2: 14.0887, 3: 13.0316, 5: 9.938, 20: 1.9305}, 20),
    ],
)
def test_reports_through_one_channel_are_worth_what_the_table_says(faithful: float, expected: dict[int, float], cap: float) -> None:
    found = {k: channel_ratio(k, faithful=faithful, figures=FIGURES) for k in expected}

    assert pytest.approx(expected, abs=6e-5) == {k: each.ratio for k, each in found.items()}
    assert {cap} == {round(each.cap or 0, 9) for each in found.values()}


@given(st.integers(1, 5), st.floats(0.05, 0.95), SPEAKING)
def test_the_states_of_a_graph_give_the_formula_of_one_channel(reports: int, faithful: float, figures: SpeakingFigures) -> None:
    found = corroborate(graph(*_through_one(reports), faithful=faithful, figures=figures)).shared
    formula = channel_ratio(reports, faithful=faithful, figures=figures)

    assert found is not None
    assert pytest.approx((formula.ratio, formula.cap)) == (found.ratio, found.cap)


def test_two_channels_multiply_and_three_reports_taken_as_alone_say_far_too_much() -> None:
    two = corroborate(graph("o1 > c1 > r1", "o2 > c2 > r2"))
    one = corroborate(graph(*_through_one(3)))

    assert two.shared is not None
    assert one.shared is not None
    assert pytest.approx((32.2093, 100), rel=2e-6) == (two.shared.ratio, two.shared.cap)
    assert pytest.approx((6.7115, 182.798), rel=1e-5) == (one.shared.ratio, one.naive)
    assert ("2 reports, 2 roads", "3 reports, 1 road") == (two.shown, one.shown)


def test_reports_of_one_witness_by_two_couriers_are_one_statement_that_came_twice() -> None:
    once, twice = (corroborate(graph(*roads)).shared for roads in (["o > c1 > r1"], ["o > c1 > r1", "o > c2 > r2"]))

    assert once is not None
    assert twice is not None
    # p (1 - (1 - r)^2) + (1 - r)^2 above and below, and never two statements.
    assert pytest.approx((0.86 * 0.99 + 0.01) / (0.06 * 0.99 + 0.01)) == twice.ratio
    assert twice.ratio < 0.86 / 0.06 < once.ratio**2


@given(st.sampled_from(["o1 > c1 > r1", "o1 > c1 > c2 > r1", "o1 > d1 > r1"]), CHANCES, SPEAKING)
def test_an_independent_agreeing_report_never_lowers(first: str, faithful: float, figures: SpeakingFigures) -> None:
    roads = [first, "o2 > c1 > r2"] if "c1" in first else [first]
    before = corroborate(graph(*roads, faithful=faithful, figures=figures)).shared
    after = corroborate(graph(*roads, "o9 > c9 > r9", faithful=faithful, figures=figures)).shared

    assert before is not None
    assert after is not None
    assert after.ratio >= before.ratio * (1 - 1e-12)


@st.composite
def _roads(draw: st.DrawFn) -> list[str]:
    """Return some roads that may share origins, channels and papers."""
    count = draw(st.integers(1, 5))
    return [
        " > ".join(
            [
                f"o{draw(st.integers(0, 3))}",
                *draw(st.lists(st.sampled_from(["c0", "c1", "c2"]), max_size=2, unique=True).map(sorted)),
                *draw(st.sampled_from([[], [f"d{number % 2}"]])),
                f"r{number}",
            ]
        )
        for number in range(count)
    ]


@given(_roads(), st.floats(0.0, 1.0), SPEAKING)
def test_no_ratio_is_above_its_cap_or_below_one(roads: list[str], faithful: float, figures: SpeakingFigures) -> None:
    found = corroborate(graph(*roads, faithful=faithful, figures=figures)).shared

    assert found is not None
    assert 1 - 1e-12 <= found.ratio <= (found.cap or math.inf) * (1 + 1e-12)


@given(_roads(), st.randoms(use_true_random=False), SPEAKING)
def test_the_order_in_which_things_are_stated_does_not_matter(roads: list[str], random: Random, figures: SpeakingFigures) -> None:
    whole = graph(*roads, figures=figures)
    nodes, edges = list(whole.nodes), list(whole.edges)
    random.shuffle(nodes)
    random.shuffle(edges)
    turned = type(whole)(whole.claim, tuple(nodes), tuple(edges), figures)

    one, other = corroborate(whole), corroborate(turned)
    assert (one.shown, one.chokes, one.counted) == (other.shown, other.chokes, other.counted)
    assert one.shared is not None
    assert other.shared is not None
    assert pytest.approx(one.shared.ratio) == other.shared.ratio


def test_faithful_roads_multiply_and_roads_that_invent_all_say_nothing() -> None:
    sure = corroborate(graph("o1 > c1 > r1", "o2 > c1 > r2", faithful=1.0)).shared
    none = corroborate(graph("o1 > c1 > r1", "o2 > c1 > r2", faithful=0.0)).shared

    assert sure is not None
    assert none is not None
    assert pytest.approx((0.86 / 0.06) ** 2) == sure.ratio
    assert (None, 1.0, 1.0) == (sure.cap, none.ratio, none.cap)


def _slowly(chains: list[tuple[str, ...]], faithful: float, figures: SpeakingFigures) -> float:
    """Return the ratio of reports with papers and origins of their own that came through chains of couriers, said without graphs."""
    couriers = sorted({name for chain in chains for name in chain})
    sums = [0.0, 0.0]
    for lying in itertools.product([False, True], repeat=len(couriers)):
        liars = {name for name, lies in zip(couriers, lying, strict=True) if lies}
        weight = math.prod(1 - faithful if lies else faithful for lies in lying)
        heard = sum(not liars & set(chain) for chain in chains)
        last = {next(name for name in reversed(chain) if name in liars) for chain in chains if liars & set(chain)}
        for number, chance in enumerate((figures.if_true, figures.if_false)):
            sums[number] += weight * chance**heard * figures.invention ** len(last)
    return sums[0] / sums[1]


#: Chains of couriers: c1 always has it from c0.
CHAINS = st.sampled_from([(), ("c0",), ("c0", "c1"), ("c2",), ("c3",)])


@given(st.lists(CHAINS, min_size=1, max_size=4), CHANCES, SPEAKING)
def test_the_states_agree_with_a_slow_count_of_them(chains: list[tuple[str, ...]], faithful: float, figures: SpeakingFigures) -> None:
    roads = [road for n, chain in enumerate(chains) for road in (f"o{n} > d{n} > r{n}", " > ".join([*chain, f"r{n}"])) if " > " in road]

    found = corroborate(graph(*roads, faithful=faithful, figures=figures)).shared

    assert found is not None
    assert pytest.approx(_slowly(chains, faithful, figures)) == found.ratio


def test_more_doubtful_nodes_than_can_be_gone_through_are_refused() -> None:
    with pytest.raises(BadEvidenceError, match="21 doubtful nodes hang together"):
        corroborate(graph(*(f"o > c{n} > r{n}" for n in range(21))))


def test_twenty_that_hang_together_are_gone_through() -> None:
    found = corroborate(graph(*(f"o > c{n} > r{n}" for n in range(20)))).shared

    assert found is not None
    assert pytest.approx(0.86 / 0.06, rel=1e-9) == found.ratio
