"""Provenance as roads: circles become one node, what was carried goes through its carrier, and roads are told apart.

A report that copies or derives from a paper and was had from somebody is that paper as it came through him: the road leads through both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

import networkx as nx

from kashf.evidence.corroborate.provenance import ClaimProvenance, EdgeKind, NodeKind

#: The two ends of all roads, which no node can be called.
BEGIN: Final = ("begin",)
END: Final = ("end",)
_CARRIED: Final = (EdgeKind.COPIES, EdgeKind.DERIVES)


#: A node of the roads: its name, and the report or paper for which it carries, "" for all.
RoadKey: TypeAlias = tuple[str, str]


@dataclass(frozen=True, slots=True)
class RoadNode:
    """A node of the roads: one of provenance, or a circle of several.

    Args:
        key: Of which there is one.
        name: Of the first of them; what is carried for several is one channel, which is faithful or not for all.
        members: All of them.
        kind: A circle with a report in it is one report.
        faithful: That all of them are; 1 where nobody has put a figure to it.
        has_figure: Whether all that are no origin or report have one.
    """

    key: RoadKey
    name: str
    members: tuple[str, ...]
    kind: NodeKind
    faithful: float
    has_figure: bool


@dataclass(frozen=True, slots=True)
class RoadMap:
    """Nodes and the edges from the earlier to the later; without circles.

    Args:
        nodes: By key.
        edges: Pairs (earlier, later).
        circles: Nodes that are several.
        copies: Groups of reports that are copies of one another or of one paper; each has more than one.
        without_origin: Reports to which no road leads.
    """

    nodes: Mapping[RoadKey, RoadNode]
    edges: frozenset[tuple[RoadKey, RoadKey]]
    circles: tuple[RoadNode, ...]
    copies: tuple[tuple[str, ...], ...]
    without_origin: tuple[str, ...]

    @property
    def reports(self) -> tuple[str, ...]:
        """Reports to which a road leads, sorted."""
        return tuple(sorted(name for name in self._named(NodeKind.REPORT) if name not in self.without_origin))

    @property
    def origins(self) -> tuple[str, ...]:
        """Where roads begin, sorted."""
        return tuple(sorted(self._named(NodeKind.ORIGIN)))

    def graph(self) -> Any:
        """Return the graph of the earlier to the later, by keys."""
        graph: Any = nx.DiGraph()
        graph.add_nodes_from(sorted(self.nodes))
        graph.add_edges_from(sorted(self.edges))
        return graph

    def behind(self, reports: Iterable[str]) -> frozenset[RoadKey]:
        """Return the reports and all that stands before them."""
        graph, found = self.graph(), {(report, "") for report in reports}
        for report in tuple(found):
            found |= nx.ancestors(graph, report)
        return frozenset(found)

    def _named(self, kind: NodeKind) -> set[str]:
        return {node.name for node in self.nodes.values() if node.kind is kind}


def road_map(provenance: ClaimProvenance) -> RoadMap:
    """Return the roads of a provenance."""
    graph = _carried(provenance)
    of_pair = {pair: _road_node(provenance, pairs) for pairs in nx.strongly_connected_components(graph) for pair in pairs}
    nodes = {node.key: node for node in of_pair.values()}
    edges = frozenset((of_pair[earlier].key, of_pair[later].key) for earlier, later in graph.edges if of_pair[earlier] != of_pair[later])
    reached = _reached(nodes, edges)
    without = tuple(sorted(node.name for key, node in nodes.items() if node.kind is NodeKind.REPORT and key not in reached))
    circles = tuple(node for _, node in sorted(nodes.items()) if len(node.members) > 1)
    names = {id: node.name for (id, later), node in of_pair.items() if not later}
    return RoadMap(nodes, edges, circles, _copies(provenance, names, nodes), without)


def original_reports(roads: RoadMap, provenance: ClaimProvenance, group: tuple[str, ...]) -> tuple[str, ...]:
    """Return those reports of a group of copies that copy no other of it; all where each does."""
    by_member = {member: name for name in group for member in roads.nodes[name, ""].members}
    copies = {
        by_member[edge.later]
        for edge in provenance.edges
        if edge.how is EdgeKind.COPIES
        and edge.later in by_member
        and edge.earlier in by_member
        and by_member[edge.later] != by_member[edge.earlier]
    }
    return tuple(name for name in group if name not in copies) or group


def disjoint_roads(roads: RoadMap, reports: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """Return as many roads from origins to reports as there can be that share no node (Menger); () for none."""
    graph = _with_ends(roads, tuple(reports))
    if not graph.has_node(BEGIN) or not graph.has_node(END) or not nx.has_path(graph, BEGIN, END):
        return ()
    found = sorted(tuple(path[1:-1]) for path in nx.node_disjoint_paths(graph, BEGIN, END))
    for number, road in enumerate(found):
        others = {name for other in found if other is not road for name in other}
        found[number] = _as_carried(roads, road, others)
    return tuple(sorted(found))


def _as_carried(roads: RoadMap, road: tuple[str, ...], others: set[str]) -> tuple[str, ...]:
    """Return a road to the same report on which each carried what he carried for it, where one leads past the other roads."""
    graph = roads.graph()
    graph.remove_nodes_from([key for key in roads.nodes if key[0] in others])
    graph.add_edges_from((BEGIN, (origin, "")) for origin in roads.origins if origin not in others)
    if BEGIN not in graph or not nx.has_path(graph, BEGIN, (road[-1], "")):
        return road
    return tuple(key[0] for key in nx.shortest_path(graph, BEGIN, (road[-1], ""))[1:])


def choke_points(roads: RoadMap, reports: Iterable[str]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the nodes through which every road to two reports or more leads, with those reports; most reports first.

    They are the dominators of the reports in the graph of roads.
    """
    asked = tuple(reports)
    graph = _with_ends(roads, asked)
    if not graph.has_node(BEGIN):
        return ()
    above = nx.immediate_dominators(graph, BEGIN)
    held: dict[str, list[str]] = defaultdict(list)
    for report in asked:
        node = above.get(report)
        while node is not None and node != BEGIN:
            held[node].append(report)
            node = above.get(node)
    chokes = [(node, tuple(sorted(held[node]))) for node in held if len(held[node]) > 1]
    return tuple(sorted(chokes, key=lambda choke: (-len(choke[1]), choke[0])))


def _with_ends(roads: RoadMap, reports: tuple[str, ...]) -> Any:
    """Return the graph of names that lead to some reports, with an end behind them and a beginning before the origins."""
    behind = roads.behind(reports)
    graph: Any = nx.DiGraph()
    graph.add_edges_from((one[0], other[0]) for one, other in sorted(roads.edges) if one in behind and other in behind)
    graph.add_edges_from((BEGIN, origin) for origin in roads.origins if (origin, "") in behind)
    graph.add_edges_from((report, END) for report in reports)
    return graph


def _carried(provenance: ClaimProvenance) -> Any:
    """Return the graph of the earlier to the later, of pairs (node, for which report or paper it carries; "" for all).

    What was copied or derived and had from somebody goes through him, and before him through those from whom he had it; each paper through
    carriers of its own, so that what he carried for one does not come out in another. A carrier from whom the content itself was had
    stands before it already.
    """
    stated: Any = nx.DiGraph()
    stated.add_nodes_from(node.id for node in provenance.nodes)
    stated.add_edges_from((edge.earlier, edge.later) for edge in provenance.edges if edge.earlier != edge.later)
    heard: Any = nx.DiGraph()
    heard.add_nodes_from(stated)
    sources = {node.id for node in provenance.nodes if node.kind is NodeKind.SOURCE}
    passed_on = (edge for edge in provenance.edges if edge.how is EdgeKind.HEARD_FROM and edge.earlier in sources)
    heard.add_edges_from((edge.earlier, edge.later) for edge in passed_on)
    graph: Any = nx.DiGraph()
    graph.add_nodes_from((node.id, "") for node in provenance.nodes)
    for node in provenance.nodes:
        before = [edge for edge in provenance.edges_to(node.id) if edge.earlier != node.id]
        content = [edge.earlier for edge in before if edge.how in _CARRIED]
        carriers = [edge.earlier for edge in before if edge.how is EdgeKind.HEARD_FROM and edge.earlier in sources]
        others = [edge.earlier for edge in before if edge.earlier not in {*content, *carriers}]
        graph.add_edges_from(((each, ""), (node.id, "")) for each in others)
        known = set(content).union(*(nx.ancestors(stated, each) for each in content))
        new = [carrier for carrier in carriers if carrier not in known]
        if content and new:
            _carry(graph, heard, content, new, node.id)
        else:
            graph.add_edges_from(((each, ""), (node.id, "")) for each in (content or carriers))
    return graph


def _carry(graph: Any, heard: Any, content: list[str], carriers: list[str], later: str) -> None:
    """Lead content through its carriers, from the first who had it to the last."""
    chain = set(carriers).union(*(nx.ancestors(heard, carrier) for carrier in carriers)) - {later}
    carried = nx.condensation(heard.subgraph(chain))
    for number in carried:
        members = sorted(carried.nodes[number]["members"])
        if not carried.in_degree(number):
            graph.add_edges_from(((each, ""), (members[0], later)) for each in content)
    graph.add_edges_from(((one, later), (other, later)) for one, other in heard.subgraph(chain).edges if one != other)
    graph.add_edges_from(((carrier, later), (later, "")) for carrier in carriers)


def _road_node(provenance: ClaimProvenance, pairs: Iterable[tuple[str, str]]) -> RoadNode:
    members = {id for id, _ in pairs}
    nodes = sorted((node for node in provenance.nodes if node.id in members), key=lambda node: (node.kind is not NodeKind.REPORT, node.id))
    faithful, has_figure = 1.0, True
    for node in nodes:
        faithful *= 1.0 if node.faithful is None else node.faithful
        has_figure &= node.faithful is not None or node.kind in {NodeKind.ORIGIN, NodeKind.REPORT}
    name, carried_for = nodes[0].id, min(later for _, later in pairs)
    return RoadNode((name, carried_for), name, tuple(sorted(members)), nodes[0].kind, faithful, has_figure)


def _reached(nodes: Mapping[RoadKey, RoadNode], edges: frozenset[tuple[RoadKey, RoadKey]]) -> set[RoadKey]:
    graph: Any = nx.DiGraph(edges)
    graph.add_nodes_from(nodes)
    begins = [key for key, node in nodes.items() if node.kind is NodeKind.ORIGIN]
    return set(begins).union(*(nx.descendants(graph, key) for key in begins))


def _copies(provenance: ClaimProvenance, name_of: Mapping[str, str], nodes: Mapping[RoadKey, RoadNode]) -> tuple[tuple[str, ...], ...]:
    graph: Any = nx.Graph()
    graph.add_edges_from((name_of[edge.later], name_of[edge.earlier]) for edge in provenance.edges if edge.how is EdgeKind.COPIES)
    groups = ([name for name in group if nodes[name, ""].kind is NodeKind.REPORT] for group in nx.connected_components(graph))
    return tuple(sorted(tuple(sorted(group)) for group in groups if len(group) > 1))
