"""How many times as probable reports are if their claim is true as if it is not, when they share roads: exact, by all states of the roads.

Each node is faithful with its chance, by itself. In a state, what origins say comes through wherever a road of faithful nodes leads; as
many of their statements count as can reach reports apart (a channel passes on many, a paper holds one). What comes through nobody faithful
was invented, once for all reports that hang on the same inventors. For one channel with k reports this is

    LR = (r p1^k + (1 - r) phi) / (r p0^k + (1 - r) phi)  <=  1 + r / ((1 - r) phi)
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

import networkx as nx
import numpy as np

from kashf.errors import BadEvidenceError
from kashf.evidence.corroborate.provenance import NodeKind, SpeakingFigures
from kashf.evidence.corroborate.witness_roads import RoadKey, RoadMap

#: Doubtful nodes that hang together, all states of which are gone through.
MOST_DOUBTFUL: Final = 20
#: States that are gone through at a time.
_BLOCK: Final = 1 << 16


@dataclass(frozen=True, slots=True)
class SharedRatio:
    """A likelihood ratio and what it cannot exceed.

    Args:
        ratio: Of the reports, true against not; at least 1.
        cap: What it cannot exceed on these roads, however many reports and however good their origins; None for no bound.
    """

    ratio: float
    cap: float | None


def channel_ratio(reports: int, *, faithful: float, figures: SpeakingFigures) -> SharedRatio:
    """Return what so many reports are worth that all came through one channel.

    >>> figures = SpeakingFigures(0.8, 0.3, 1)
    >>> [round(channel_ratio(k, faithful=0.9, figures=figures).ratio, 4) for k in (1, 2, 3, 20)]
    [5.6753, 7.4161, 6.7115, 1.4408]
    """
    invented = (1 - faithful) * figures.invention
    above = faithful * figures.if_true**reports + invented
    below = faithful * figures.if_false**reports + invented
    return SharedRatio(_ratio(above, below), 1 + faithful / invented if invented else None)


def shared_ratio(roads: RoadMap, reports: Iterable[str], figures: SpeakingFigures) -> SharedRatio:
    """Return what reports are worth together.

    Args:
        roads: Where they come from.
        reports: Those to which a road leads; of copies one. None of them is worth 1.
        figures: How origins speak.

    Raises:
        BadEvidenceError: More than twenty doubtful nodes hang together, or the reports cannot be as they are.
    """
    ratio, cap = 1.0, 1.0
    graph = roads.graph().subgraph(roads.behind(reports))
    asked = {(report, "") for report in reports}
    for part in _parts(graph):
        here = _part_ratio(roads, graph.subgraph(part), sorted(asked & part), figures)
        ratio *= here.ratio
        cap *= math.inf if here.cap is None else here.cap
    return SharedRatio(ratio, None if math.isinf(cap) else cap)


def _parts(graph: Any) -> list[set[RoadKey]]:
    """Return the parts of a graph that share no node and no channel."""
    joined: Any = nx.Graph(graph.edges)
    joined.add_nodes_from(graph)
    joined.add_edges_from((node, ("channel", *node[:1], "")) for node in graph)
    return [{node for node in part if len(node) == 2} for part in nx.connected_components(joined)]


def _part_ratio(roads: RoadMap, graph: Any, reports: list[RoadKey], figures: SpeakingFigures) -> SharedRatio:
    """Return what the reports of one part are worth that shares no node with the others."""
    order = list(nx.topological_sort(graph))
    doubtful = {roads.nodes[node].name: roads.nodes[node].faithful for node in order if roads.nodes[node].faithful < 1}
    if len(doubtful) > MOST_DOUBTFUL:
        raise BadEvidenceError(
            f"{len(doubtful)} doubtful nodes hang together, and all states of at most {MOST_DOUBTFUL} can be gone through",
            code="evidence-too-many-nodes",
            count=len(doubtful),
            most=MOST_DOUBTFUL,
        )
    flows = _Flows(roads, graph, reports)
    above = below = whole = silent = 0.0
    for first in range(0, 1 << len(doubtful), _BLOCK):
        states = np.arange(first, min(first + _BLOCK, 1 << len(doubtful)))
        chance = np.ones(len(states))
        for bit, faithful in enumerate(doubtful.values()):
            chance *= np.where(states >> bit & 1, 1 - faithful, faithful)
        clean, inventors = _spread(roads, graph, order, list(doubtful), states)
        weight = chance * figures.invention ** _inventions([np.where(clean[report], 0, inventors[report]) for report in reports])
        heard = flows.heard(clean)
        above += float(weight @ figures.if_true**heard)
        below += float(weight @ figures.if_false**heard)
        whole += float(weight.sum())
        silent += float(weight[heard == 0].sum())
    return SharedRatio(_ratio(above, below), whole / silent if silent else None)


def _spread(
    roads: RoadMap, graph: Any, order: list[RoadKey], doubtful: list[str], states: Any
) -> tuple[dict[RoadKey, Any], dict[RoadKey, Any]]:
    """Return for each node and state whether a faithful road leads to it, and else who invented it, as bits."""
    clean: dict[RoadKey, Any] = {}
    inventors: dict[RoadKey, Any] = {}
    bits = {name: bit for bit, name in enumerate(doubtful)}
    for node in order:
        reached = np.full(len(states), roads.nodes[node].kind is NodeKind.ORIGIN)
        invented = np.zeros(len(states), dtype=np.int64)
        for earlier in graph.predecessors(node):
            reached |= clean[earlier]
            invented |= inventors[earlier]
        if (bit := bits.get(roads.nodes[node].name)) is not None:
            is_corrupt = (states >> bit & 1).astype(bool)
            reached &= ~is_corrupt
            invented = np.where(is_corrupt, 1 << bit, invented)
        clean[node], inventors[node] = reached, invented
    return clean, inventors


def _inventions(masks: list[Any]) -> Any:
    """Return how many inventions there are: reports with an inventor in common hang on one."""
    for number, mask in enumerate(masks):
        for before in range(number):
            shared = (masks[before] & mask) != 0
            mask = np.where(shared, mask | masks[before], mask)  # noqa: PLW2901 - grows as it takes others in
            masks[before] = np.where(shared, 0, masks[before])
        masks[number] = mask
    return np.sum([mask != 0 for mask in masks], axis=0)


class _Flows:
    """How many statements of origins can reach reports apart, by which nodes a faithful road leads to."""

    def __init__(self, roads: RoadMap, graph: Any, reports: list[RoadKey]) -> None:
        self._graph, self._reports = graph, reports
        self._origins = [node for node in graph if roads.nodes[node].kind is NodeKind.ORIGIN]
        self._many = {node for node in graph if roads.nodes[node].kind is NodeKind.SOURCE and len(roads.nodes[node].members) == 1}
        self._known: dict[bytes, int] = {}

    def heard(self, clean: dict[RoadKey, Any]) -> Any:
        """Return the number for each state."""
        if len(self._origins) == 1 or len(self._reports) == 1:
            return np.any([clean[report] for report in self._reports], axis=0).astype(np.int64)
        nodes = list(self._graph)
        rows, back = np.unique(np.packbits(np.array([clean[node] for node in nodes]).T, axis=1), axis=0, return_inverse=True)
        return np.array([self._number(row.tobytes(), nodes) for row in rows])[back.reshape(-1)]

    def _number(self, row: bytes, nodes: list[RoadKey]) -> int:
        if row not in self._known:
            bits = np.unpackbits(np.frombuffer(row, dtype=np.uint8))[: len(nodes)]
            self._known[row] = self._flow({node for node, is_clean in zip(nodes, bits, strict=True) if is_clean})
        return self._known[row]

    def _flow(self, clean: set[RoadKey]) -> int:
        flow: Any = nx.DiGraph()
        flow.add_node("begin")
        flow.add_node("end")
        for node in clean:
            flow.add_edge((node, 0), (node, 1), **({} if node in self._many else {"capacity": 1}))
            flow.add_edges_from(((node, 1), (later, 0)) for later in self._graph.successors(node) if later in clean)
        flow.add_edges_from((("begin", (origin, 0))) for origin in self._origins if origin in clean)
        flow.add_edges_from((((report, 1), "end")) for report in self._reports if report in clean)
        return int(nx.maximum_flow_value(flow, "begin", "end"))


def _ratio(above: float, below: float) -> float:
    if not below:
        if not above:
            raise BadEvidenceError("with these figures nobody would have said this", code="evidence-impossible")
        return math.inf
    return above / below
