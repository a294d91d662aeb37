"""By how many roads the reports of a card came, by what the case knows: channels, who passed on to whom, citations, who heard it.

Nodes are named "paper:ID" and "author:ID" (of a group of copies), "says:NAME" and "saw:NAME" of a person, "source:NAME" of a channel.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import permutations
from typing import Final

from kashf.domain.cards.card_entries import CardStrip, Knows, PutEvidence
from kashf.domain.cards.weak_points import EvidenceFacts
from kashf.domain.date import Relation
from kashf.domain.letters.letter import CitedPaper, Letter
from kashf.errors import BadEvidenceError
from kashf.evidence.corroborate.corroboration import Corroboration, corroborate
from kashf.evidence.corroborate.provenance import (
    ClaimProvenance,
    EdgeKind,
    NodeKind,
    ProvenanceEdge,
    ProvenanceNode,
    SpeakingFigures,
)
from kashf.evidence.corroborate.road_ratio import SharedRatio, channel_ratio

#: How origins and those who are not faithful are taken to speak, where nobody said otherwise. Source: the example of method.md 2.3.
TAKEN: Final = SpeakingFigures(0.8, 0.3, 1)

#: Evidence that supports, with what the case knows of it.
Support = tuple[PutEvidence, EvidenceFacts]


@dataclass(frozen=True, slots=True)
class ChannelWorth:
    """What reports that came through one channel alone are worth together.

    Args:
        channel: Its code name.
        reports: How many of them.
        lower: The lower bound of its share of genuine batches; None where no batch was checked.
        worth: With that bound; None likewise.
    """

    channel: str
    reports: int
    lower: float | None
    worth: SharedRatio | None


@dataclass(frozen=True, slots=True)
class RoadWorking:
    """What stands behind "3 reports, 1 road".

    Args:
        found: Reports that count, roads that share nothing, choke points, circles, reports without an origin; all worth None where unknown.
        copies: Groups of papers on the card that are copies of one another.
        channels: What came through each channel alone.
        unknown: Of whom on these roads no batch was checked; while there are any, the reports have no worth together.
        is_too_many: Whether more doubtful channels hang together than can be gone through.
        provenance: Who has it from whom.
        taken: How origins, and those who are not faithful, are taken to speak.
    """

    found: Corroboration
    copies: tuple[tuple[str, ...], ...]
    channels: tuple[ChannelWorth, ...]
    unknown: tuple[str, ...]
    is_too_many: bool
    provenance: ClaimProvenance
    taken: SpeakingFigures = TAKEN


def road_working(
    support: Sequence[Support],
    *,
    cites: Iterable[tuple[str, str]],
    parents: Mapping[str, tuple[str, ...]],
    lower: Mapping[str, float],
) -> RoadWorking:
    """Return by how many roads the reports of a card came.

    Args:
        support: Papers and people that support the sentence; opinions of experts are passed over.
        cites: Papers that cite another one, as pairs (later, earlier) of what counts once.
        parents: From whom each source has what it delivers.
        lower: Lower bounds of the sources of which a batch was checked.
    """
    facts = [each for each in support if each[0].knows is not Knows.EXPERT]
    papers = _channels(facts)
    nodes, edges = _of_papers(papers, cites, parents)
    said = _of_people(facts)
    every = {node.id: node for node in (*nodes, *said[0])}
    known = tuple(ProvenanceNode(node.id, node.kind, _bound(node, lower)) for node in every.values())
    unknown = tuple(sorted(_name(node) for node in known if node.kind is NodeKind.SOURCE and node.faithful is None))
    told = tuple(dict.fromkeys(edge for edge in (*edges, *said[1]) if edge.later != edge.earlier))
    figures = TAKEN if known and not unknown else None
    is_too_many, provenance = False, ClaimProvenance("", known, told)
    try:
        found = corroborate(replace(provenance, figures=figures))
    except BadEvidenceError:
        is_too_many, found = True, corroborate(provenance)
    alone = [came[0] for came in papers.values() if len(came) == 1]
    channels = tuple(_worth(name, alone.count(name), lower.get(name)) for name in sorted(set(alone)))
    return RoadWorking(found, _copies(facts), channels, unknown, is_too_many, provenance)


def cited_among(letters: Mapping[str, Sequence[Letter]]) -> frozenset[tuple[str, str]]:
    """Return which papers cite which of the others, by number and without a day that speaks against it, as pairs (later, earlier)."""
    return frozenset(
        (later, earlier)
        for later, earlier in permutations(letters, 2)
        if any(_is_cited(cited, other) for one in letters[later] for cited in one.cited for other in letters[earlier])
    )


def _is_cited(cited: CitedPaper, other: Letter) -> bool:
    if not cited.number or not other.number or cited.number.normal != other.number.normal:
        return False
    days = cited.date.date if cited.date else None, other.written.date if other.written else None
    return not (days[0] and days[1] and days[0].is_known and days[1].is_known) or days[0].compare(days[1]) is Relation.UNDECIDED


def _channels(facts: Iterable[Support]) -> dict[str, tuple[str, ...]]:
    """Return by whom each paper came, copies as one; who that was of a paper is "" where nobody knows."""
    found: dict[str, set[str]] = {}
    for put, known in facts:
        if put.strip is CardStrip.PAPER:
            found.setdefault(known.witness, set()).update(known.roads)
    return {paper: tuple(sorted(came)) or ("",) for paper, came in found.items()}


def _of_papers(
    papers: Mapping[str, tuple[str, ...]], cites: Iterable[tuple[str, str]], parents: Mapping[str, tuple[str, ...]]
) -> tuple[list[ProvenanceNode], list[ProvenanceEdge]]:
    """Return papers, who wrote those that cite no other, and by whom they came, with those behind them.

    What a paper cites is taken to be where it has it from: its words came as they were brought, so that edge is one of derivation.
    """
    cited = [pair for pair in cites if set(pair) <= papers.keys()]
    nodes = [ProvenanceNode(f"paper:{paper}", NodeKind.REPORT) for paper in papers]
    edges = [ProvenanceEdge(f"paper:{later}", EdgeKind.DERIVES, f"paper:{earlier}") for later, earlier in cited]
    for paper in _written(papers, cited):
        nodes.append(ProvenanceNode(f"author:{paper}", NodeKind.ORIGIN))
        edges.append(ProvenanceEdge(f"paper:{paper}", EdgeKind.DERIVES, f"author:{paper}"))
    for paper, came in papers.items():
        edges += [ProvenanceEdge(f"paper:{paper}", EdgeKind.HEARD_FROM, f"source:{channel}") for channel in came]
    ahead, seen = [channel for came in papers.values() for channel in came], dict[str, None]()
    while ahead:
        if (channel := ahead.pop()) not in seen:
            seen[channel] = None
            nodes.append(ProvenanceNode(f"source:{channel}", NodeKind.SOURCE))
            edges += [ProvenanceEdge(f"source:{channel}", EdgeKind.HEARD_FROM, f"source:{one}") for one in parents.get(channel, ())]
            ahead += parents.get(channel, ())
    return nodes, edges


def _written(papers: Iterable[str], cited: Sequence[tuple[str, str]]) -> list[str]:
    """Return the papers with which something begins: those that cite none, and of a circle that nothing leads into the first."""
    waiting, begin = sorted(papers), []
    reached: set[str] = set()
    for later_too in (False, True):
        for paper in waiting:
            if paper not in reached and (later_too or all(later != paper for later, _ in cited)):
                begin.append(paper)
                reached |= {paper}
                while more := {later for later, earlier in cited if earlier in reached} - reached:
                    reached |= more
    return begin


def _of_people(facts: Iterable[Support]) -> tuple[list[ProvenanceNode], list[ProvenanceEdge]]:
    """Return what people say, what they saw, and from whom they have it; who heard it of nobody who is named has no origin."""
    people = [put for put, _ in facts if put.strip is CardStrip.PEOPLE]
    speaking = {put.witness for put in people}
    nodes = [ProvenanceNode(f"says:{name}", NodeKind.REPORT) for name in sorted(speaking)]
    edges = []
    for put in people:
        if put.heard_from:
            earlier = f"{'says' if put.heard_from in speaking else 'source'}:{put.heard_from}"
            edges.append(ProvenanceEdge(f"says:{put.witness}", EdgeKind.HEARD_FROM, earlier))
        if put.heard_from and put.heard_from not in speaking:
            nodes += [ProvenanceNode(f"source:{put.heard_from}", NodeKind.SOURCE), ProvenanceNode(f"saw:{put.heard_from}", NodeKind.ORIGIN)]
            edges.append(ProvenanceEdge(f"source:{put.heard_from}", EdgeKind.DERIVES, f"saw:{put.heard_from}"))
        if not put.heard_from and put.knows in {Knows.DID, Knows.SAW}:
            nodes.append(ProvenanceNode(f"saw:{put.witness}", NodeKind.ORIGIN))
            edges.append(ProvenanceEdge(f"says:{put.witness}", EdgeKind.DERIVES, f"saw:{put.witness}"))
    return nodes, edges


def _bound(node: ProvenanceNode, lower: Mapping[str, float]) -> float | None:
    return lower.get(_name(node)) if node.kind is NodeKind.SOURCE else None


def _name(node: ProvenanceNode) -> str:
    return node.id.partition(":")[2]


def _copies(facts: Iterable[Support]) -> tuple[tuple[str, ...], ...]:
    groups: dict[str, set[str]] = {}
    for put, known in facts:
        if put.strip is CardStrip.PAPER:
            groups.setdefault(known.witness, set()).add(str(put.document))
    return tuple(tuple(sorted(group)) for group in groups.values() if len(group) > 1)


def _worth(channel: str, reports: int, lower: float | None) -> ChannelWorth:
    return ChannelWorth(channel, reports, lower, None if lower is None else channel_ratio(reports, faithful=lower, figures=TAKEN))
