"""ClaimProvenance in a few words: `graph("o > courier > r")` is a road from an origin to a report."""

from __future__ import annotations

from itertools import pairwise

from kashf.evidence.corroborate.provenance import ClaimProvenance, EdgeKind, NodeKind, ProvenanceEdge, ProvenanceNode, SpeakingFigures

FIGURES = SpeakingFigures(0.8, 0.3, 1.0)
#: First letter of a node -> what it is.
KINDS = {"o": NodeKind.ORIGIN, "c": NodeKind.SOURCE, "d": NodeKind.DOCUMENT, "r": NodeKind.REPORT}


def graph(*roads: str, faithful: float = 0.9, figures: SpeakingFigures | None = FIGURES, copies: tuple[str, ...] = ()) -> ClaimProvenance:
    """Return a graph of roads; what a report has from a paper it derives, else it was heard; `copies` are pairs as in "r2 r1"."""
    pairs = {pair for road in roads for pair in pairwise(road.split(" > "))}
    edges = {ProvenanceEdge(later, EdgeKind.DERIVES if earlier[0] in "dr" else EdgeKind.HEARD_FROM, earlier) for earlier, later in pairs}
    edges |= {ProvenanceEdge(pair.split()[0], EdgeKind.COPIES, pair.split()[1]) for pair in copies}
    ids = sorted({name for road in roads for name in road.split(" > ")} | {name for pair in copies for name in pair.split()})
    nodes = tuple(ProvenanceNode(id, KINDS[id[0]], faithful if id[0] == "c" else None) for id in ids)
    return ClaimProvenance("made up", nodes, tuple(sorted(edges, key=lambda edge: (edge.later, edge.earlier, edge.how))), figures)
