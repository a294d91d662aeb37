from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kashf.errors import BadEvidenceError
from kashf.evidence.corroborate.corroboration import Corroboration, corroborate, posterior
from kashf.evidence.corroborate.provenance import ClaimProvenance, EdgeKind, ProvenanceEdge
from tests.unit.evidence.corroborate.graphs import graph


def _counted(found: Corroboration) -> tuple[object, ...]:
    assert found.shared is not None
    return found.shown, found.counted, found.roads, found.chokes, round(found.shared.ratio, 9)


@given(st.sampled_from(["r1", "r2"]), st.booleans(), st.booleans())
def test_a_copy_changes_nothing(of: str, by_the_courier: bool, by_another: bool) -> None:
    roads = ["o1 > c1 > r1", "o2 > c1 > r2"]
    carried = [*(["c1 > r9"] if by_the_courier else []), *(["o7 > c7 > r9"] if by_another else [])]

    before, after = corroborate(graph(*roads)), corroborate(graph(*roads, *carried, copies=(f"r9 {of}",)))

    assert _counted(before) == _counted(after)
    assert ((of, "r9"),) == after.copies


def test_two_copies_of_one_paper_by_two_couriers_are_one_report() -> None:
    found = corroborate(graph("o > d", "c1 > r1", "c2 > r2", copies=("r1 d", "r2 d")))

    assert ("1 report, 1 road", (("r1", "r2"),)) == (found.shown, found.copies)
    assert (("o", "d", "c1", "r1"),) == found.roads


def test_a_copy_to_which_a_road_leads_counts_where_none_leads_to_the_original() -> None:
    found = corroborate(graph("o > d > r2", "c > r1", copies=("r2 r1",)))

    assert (("r2",), (("r2", "r1"),), ("r1",)) == (found.counted, found.copies, found.without_origin)


def test_a_carried_paper_goes_through_all_who_carried_it() -> None:
    found = corroborate(graph("o > d > r", "c1 > c2 > r"))

    assert (("o", "d", "c1", "c2", "r"),) == found.roads
    assert ("c1", "c2") == tuple(name for name in found.roads[0] if name.startswith("c"))


def test_where_all_roads_meet_is_a_choke_point() -> None:
    found = corroborate(graph("o1 > c1 > r1", "o2 > c1 > r2", "o3 > c2 > r3"))

    assert ("3 reports, 2 roads", (("c1", ("r1", "r2")),)) == (found.shown, found.chokes)


def test_a_circle_is_told_counted_once_and_has_no_origin_of_its_own() -> None:
    whole = graph("o1 > c1 > r1", "d7 > r8", "d7 > r9")
    ring = (ProvenanceEdge("r8", EdgeKind.CITES, "r9"), ProvenanceEdge("r9", EdgeKind.CITES, "r8"))
    found = corroborate(ClaimProvenance(whole.claim, whole.nodes, (*whole.edges, *ring), whole.figures))

    assert ((("r8", "r9"),), ("r8",), "1 report, 1 road") == (found.circles, found.without_origin, found.shown)


def test_a_report_that_cites_another_adds_no_road() -> None:
    whole = graph("o1 > c1 > r1", "o1 > c1 > r2")
    found = corroborate(
        ClaimProvenance(whole.claim, whole.nodes, (*whole.edges, ProvenanceEdge("r2", EdgeKind.CITES, "r1")), whole.figures)
    )

    assert "2 reports, 1 road" == found.shown


def test_reports_without_an_origin_count_nowhere() -> None:
    found = corroborate(graph("c1 > r1"))

    assert ("0 reports, 0 roads", ("r1",), 1.0) == (found.shown, found.without_origin, found.shared and found.shared.ratio)


def test_without_figures_there_are_roads_and_no_ratio() -> None:
    found = corroborate(graph("o1 > d1 > r1", figures=None))

    assert (None, None, "1 report, 1 road", ("d1",)) == (found.shared, found.naive, found.shown, found.taken_as_faithful)


@pytest.mark.parametrize(("ratio", "after"), [(5.6753, 0.3867), (6.7115, 0.4272), (32.2093, 0.7816), (182.798, 0.9531)])
def test_a_tenth_before_becomes_what_the_table_says(ratio: float, after: float) -> None:
    assert pytest.approx(after, abs=5e-5) == posterior(0.1, ratio)
    with pytest.raises(BadEvidenceError, match="prior"):
        posterior(1.1, ratio)
