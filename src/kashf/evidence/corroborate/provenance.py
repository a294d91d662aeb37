"""Who has what from whom: the nodes and edges of a claim's provenance, as a person states them or a case yields them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from kashf.errors import BadEvidenceError
from kashf.evidence.given_json import given_object, once


class NodeKind(StrEnum):
    """What stands at a node."""

    ORIGIN = "origin"
    """Somebody who saw, or an author: where it begins."""
    SOURCE = "source"
    """A person or a channel that passes on, as much as it likes."""
    DOCUMENT = "document"
    """A paper: one statement."""
    REPORT = "report"
    """What says the claim, as it is read: one statement."""


class EdgeKind(StrEnum):
    """How the later has it from the earlier."""

    DERIVES = "derives"
    COPIES = "copies"
    CITES = "cites"
    HEARD_FROM = "heard-from"


@dataclass(frozen=True, slots=True)
class ProvenanceNode:
    """One node; `faithful` is the chance in [0..1] that it passes on what it was given, None where nobody has put a figure to it."""

    id: str
    kind: NodeKind
    faithful: float | None = None


@dataclass(frozen=True, slots=True)
class ProvenanceEdge:
    """One edge: `later` copies, cites, ... `earlier`."""

    later: str
    how: EdgeKind
    earlier: str


@dataclass(frozen=True, slots=True)
class SpeakingFigures:
    """How origins and those who are not faithful speak.

    Args:
        sensitivity: The chance that an origin is right about the claim.
        false_assertion: The chance that one that is not right asserts it all the same.
        invention: The chance that a node that is not faithful asserts the claim, whatever is true.
    """

    sensitivity: float
    false_assertion: float
    invention: float

    def __post_init__(self) -> None:
        for what in ("sensitivity", "false_assertion", "invention"):
            if not 0 <= (value := getattr(self, what)) <= 1:
                raise BadEvidenceError(
                    f"{what}: a chance is from 0 to 1, not {value:g}", code="evidence-chance", what=what, value=f"{value:g}"
                )

    @property
    def if_true(self) -> float:
        """The chance that an origin asserts what is true."""
        return self.sensitivity + (1 - self.sensitivity) * self.false_assertion

    @property
    def if_false(self) -> float:
        """The chance that an origin asserts what is not."""
        return (1 - self.sensitivity) * self.false_assertion


@dataclass(frozen=True, slots=True)
class ClaimProvenance:
    """All that is known of where reports of a claim come from.

    Args:
        claim: In words.
        nodes: Each once.
        edges: Between them.
        figures: None where nobody has put any; then there are roads and no ratio.
    """

    claim: str
    nodes: tuple[ProvenanceNode, ...]
    edges: tuple[ProvenanceEdge, ...]
    figures: SpeakingFigures | None = None

    def __post_init__(self) -> None:
        _check(self.nodes, self.edges)

    def edges_to(self, node: str) -> tuple[ProvenanceEdge, ...]:
        """Return the edges from a node to what stands before it."""
        return tuple(edge for edge in self.edges if edge.later == node)


def read_provenance(untrusted_content: bytes) -> ClaimProvenance:
    """Return the provenance in a file.

    Raises:
        BadEvidenceError: It is no such file; the message names the place.
    """
    given = given_object(untrusted_content)
    given.only("about", "claim", "figures", "nodes", "edges")
    nodes = []
    for each in given.objects("nodes"):
        each.only("id", "kind", "faithful", "says")
        if (kind := each.words("kind")) not in set(NodeKind):
            raise each.fault(f"'kind' has to be one of {', '.join(NodeKind)}")
        nodes.append(ProvenanceNode(each.id(), NodeKind(kind), each.chance("faithful") if each.has("faithful") else None))
    edges = []
    for each in given.objects("edges"):
        each.only("later", "how", "earlier")
        if (how := each.words("how")) not in set(EdgeKind):
            raise each.fault(f"'how' has to be one of {', '.join(EdgeKind)}")
        edges.append(ProvenanceEdge(each.id("later"), EdgeKind(how), each.id("earlier")))
    figures = None
    if given.has("figures"):
        spoken = given.part("figures")
        spoken.only("sensitivity", "false_assertion", "invention")
        figures = SpeakingFigures(spoken.chance("sensitivity"), spoken.chance("false_assertion"), spoken.chance("invention"))
    return ClaimProvenance(given.words("claim"), tuple(nodes), tuple(edges), figures)


def _check(nodes: Sequence[ProvenanceNode], edges: Sequence[ProvenanceEdge]) -> None:
    once([node.id for node in nodes], "node")
    kinds = {node.id: node.kind for node in nodes}
    for node in nodes:
        if node.faithful is not None and not 0 <= node.faithful <= 1:
            raise BadEvidenceError(
                f"node {node.id[:60]!r}: a chance is from 0 to 1, not {node.faithful:g}",
                code="evidence-chance",
                what=node.id[:60],
                value=f"{node.faithful:g}",
            )
    for edge in edges:
        if unknown := sorted({edge.later, edge.earlier} - kinds.keys()):
            raise BadEvidenceError(
                f"an edge names {unknown[0][:60]!r}, and no node is called so", code="evidence-no-node", node=unknown[0][:60]
            )
        if edge.later == edge.earlier:
            raise BadEvidenceError(
                f"{edge.later[:60]!r} {edge.how} itself: nothing has it from itself", code="evidence-itself", node=edge.later[:60]
            )
        if kinds[edge.later] is NodeKind.ORIGIN:
            raise BadEvidenceError(
                f"{edge.later[:60]!r} is an origin and {edge.how} {edge.earlier[:60]!r}: an origin has nothing before it",
                code="evidence-origin",
                node=edge.later[:60],
            )
        statements = {NodeKind.DOCUMENT, NodeKind.REPORT}
        if edge.how is EdgeKind.COPIES and not {kinds[edge.later], kinds[edge.earlier]} <= statements:
            raise BadEvidenceError(
                f"{edge.later[:60]!r} copies {edge.earlier[:60]!r}: only documents and reports are copied",
                code="evidence-copy",
                node=edge.later[:60],
            )
