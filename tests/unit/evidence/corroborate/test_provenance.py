from __future__ import annotations

import json

import pytest

from kashf.errors import BadEvidenceError
from kashf.evidence.corroborate.corroboration import corroborate
from kashf.evidence.corroborate.provenance import SpeakingFigures, read_provenance
from tests.architecture.source import ROOT

NODES = [{"id": "o", "kind": "origin"}, {"id": "r", "kind": "report"}]


def _file(**changed: object) -> bytes:
    return json.dumps({"claim": "made up", "nodes": NODES, "edges": [], **changed}).encode()


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"nodes": [*NODES, NODES[0]]}, "duplicate node: o"),
        ({"nodes": [{"id": "x", "kind": "thing"}]}, r"nodes\[1\]: 'kind' has to be one of"),
        ({"nodes": [{"id": "x", "kind": "source", "faithful": 1.2}]}, r"nodes\[1\]: 'faithful' has to be a number from 0 to 1"),
        ({"edges": [{"later": "r", "how": "copies", "earlier": "z"}]}, "'z', and no node is called so"),
        ({"edges": [{"later": "r", "how": "knows", "earlier": "o"}]}, "'how' has to be one of"),
        ({"edges": [{"later": "o", "how": "cites", "earlier": "r"}]}, "'o' is an origin"),
        ({"edges": [{"later": "r", "how": "cites", "earlier": "r"}]}, "'r' cites itself"),
        ({"edges": [{"later": "r", "how": "copies", "earlier": "o"}]}, "only documents and reports are copied"),
        ({"figures": {"sensitivity": 0.8}}, "'false_assertion' has to be a number"),
        ({"claim": ""}, "'claim' has to be words"),
        ({"roads": 1}, "unknown: roads"),
    ],
)
def test_a_graph_that_cannot_be_is_refused_with_the_place(changed: dict[str, object], message: str) -> None:
    with pytest.raises(BadEvidenceError, match=message):
        read_provenance(_file(**changed))


def test_figures_are_chances() -> None:
    with pytest.raises(BadEvidenceError, match="invention"):
        SpeakingFigures(0.8, 0.3, 1.5)


def test_the_example_is_three_reports_and_one_road() -> None:
    found = corroborate(read_provenance((ROOT / "examples/evidence/graph.json").read_bytes()))

    assert "3 reports, 1 road" == found.shown
    assert found.shared is not None
    assert pytest.approx((6.7115, 10), abs=5e-5) == (found.shared.ratio, found.shared.cap)
