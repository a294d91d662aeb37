"""Figures are made again from what the report says they were made from, and what is not whole is refused."""

from __future__ import annotations

import json

import pytest

from kashf.errors import UsageError
from kashf.evidence.corroborate.provenance import EdgeKind, NodeKind, ProvenanceEdge, ProvenanceNode
from kashf.evidence.hypotheses.board import ChanceRange, EvidenceColumn, HypothesisBoard
from kashf.evidence.hypotheses.card_board import ROWS
from kashf.publish.report.recomputed import board_value, recomputed, roads_value

NODES = [
    *(ProvenanceNode(f"paper:{name}", NodeKind.REPORT) for name in "ab"),
    *(ProvenanceNode(f"author:{name}", NodeKind.ORIGIN) for name in "ab"),
    ProvenanceNode("source:kestrel-2", NodeKind.SOURCE),
]
EDGES = [
    *(ProvenanceEdge(f"paper:{name}", EdgeKind.DERIVES, f"author:{name}") for name in "ab"),
    *(ProvenanceEdge(f"paper:{name}", EdgeKind.HEARD_FROM, "source:kestrel-2") for name in "ab"),
]


def test_reports_and_roads_are_told_without_a_name() -> None:
    value = roads_value(NODES, EDGES)
    assert {"reports", "roads"} == set(value["result"])  # type: ignore[arg-type]  # it holds whatever JSON holds
    assert "kestrel" not in json.dumps(value)
    assert value["result"] == recomputed(json.loads(json.dumps(value)))


def test_a_board_is_weighed_again_without_the_names_of_its_groups() -> None:
    cells = {row.id: ChanceRange(0.8, 0.8) if row.id == "as-read" else ChanceRange(0.2, 0.2) for row in ROWS}
    value = board_value(HypothesisBoard("", ROWS, (EvidenceColumn("x", "x", cells, "kestrel-2"),)))
    assert "kestrel" not in json.dumps(value)
    told = recomputed(json.loads(json.dumps(value)))
    assert told == value["result"]
    assert ("as-read", "4:1") == (told["leader"], told["lead"])


@pytest.mark.parametrize("value", [None, {}, {"kind": "roads"}, {"kind": "board", "rows": [], "columns": []}, {"kind": "other"}])
def test_what_is_not_whole_is_refused(value: object) -> None:
    with pytest.raises(UsageError):
        recomputed(value)  # type: ignore[arg-type]  # what a file may hold
