from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kashf.evidence.corroborate.witness_roads import disjoint_roads, road_map
from tests.unit.evidence.corroborate.graphs import graph

ROADS = st.lists(
    st.tuples(st.integers(0, 3), st.integers(0, 3), st.integers(0, 3)).map(lambda each: f"o{each[0]} > c{each[1]} > r{each[2]}"),
    min_size=1,
    max_size=7,
)


@given(ROADS)
def test_roads_share_no_node_and_there_are_no_more_than_origins_channels_or_reports(stated: list[str]) -> None:
    roads = road_map(graph(*stated))

    found = disjoint_roads(roads, roads.reports)

    names = [name for road in found for name in road]
    assert len(names) == len(set(names))
    for place in range(3):
        assert len(found) <= len({road.split(" > ")[place] for road in stated})
    assert found


def test_what_is_carried_for_one_report_does_not_come_out_in_another() -> None:
    roads = road_map(graph("o1 > d1 > r1", "c > r1", "o2 > d2 > r2", "c > r2"))

    assert {("o2", ""), ("d2", ""), ("c", "r2"), ("r2", "")} == roads.behind(["r2"])


def test_a_paper_had_from_its_own_carrier_passes_him_once() -> None:
    roads = road_map(graph("o1 > c > d1 > r1", "c > r1"))

    assert () == roads.circles
    assert (("o1", "c", "d1", "r1"),) == disjoint_roads(roads, ["r1"])


def test_couriers_who_have_it_from_each_other_are_one() -> None:
    roads = road_map(graph("o1 > d1 > r1", "c1 > c2 > c1", "c2 > r1"))

    assert {("c1", "c2")} == {node.members for node in roads.circles}
    assert ("r1",) == roads.reports
