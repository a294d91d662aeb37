"""What speaks for a claim, counted by roads: "3 reports, 1 road"."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from kashf.errors import BadEvidenceError
from kashf.evidence.corroborate.provenance import ClaimProvenance
from kashf.evidence.corroborate.road_ratio import SharedRatio, shared_ratio
from kashf.evidence.corroborate.witness_roads import RoadMap, choke_points, disjoint_roads, original_reports, road_map


@dataclass(frozen=True, slots=True)
class Corroboration:
    """What is known of how a claim is corroborated.

    Args:
        claim: In words.
        counted: Reports that count: to which a road leads, of copies one.
        roads: As many roads as there can be that share no node; each from an origin to a report.
        chokes: Nodes through which every road to several reports leads, with those.
        copies: Groups of copies, with the report that counts first.
        circles: What cites itself through others, each counted once.
        without_origin: Reports to which no road leads; they count nowhere.
        shared: What the reports that count are worth together; None where nobody has put figures to it.
        naive: What they would be worth if each were alone, multiplied; None likewise.
        taken_as_faithful: Channels and papers without a figure, which are taken to pass on what they are given.
    """

    claim: str
    counted: tuple[str, ...]
    roads: tuple[tuple[str, ...], ...]
    chokes: tuple[tuple[str, tuple[str, ...]], ...]
    copies: tuple[tuple[str, ...], ...]
    circles: tuple[tuple[str, ...], ...]
    without_origin: tuple[str, ...]
    shared: SharedRatio | None
    naive: float | None
    taken_as_faithful: tuple[str, ...]

    @property
    def shown(self) -> str:
        """Reports and roads, as a person reads them."""
        reports, roads = len(self.counted), len(self.roads)
        return f"{reports} {'report' if reports == 1 else 'reports'}, {roads} {'road' if roads == 1 else 'roads'}"


def corroborate(provenance: ClaimProvenance) -> Corroboration:
    """Return how a claim is corroborated.

    Raises:
        BadEvidenceError: More doubtful nodes hang together than can be gone through.
    """
    roads = road_map(provenance)
    copies = tuple(_ranked(roads, provenance, group) for group in roads.copies)
    left_out = {id for group in copies for id in group[1:]}
    counted = tuple(id for id in roads.reports if id not in left_out)
    figures = provenance.figures
    return Corroboration(
        provenance.claim,
        counted,
        disjoint_roads(roads, counted),
        choke_points(roads, counted),
        copies,
        tuple(node.members for node in roads.circles),
        roads.without_origin,
        shared_ratio(roads, counted, figures) if figures else None,
        math.prod(shared_ratio(roads, [id], figures).ratio for id in counted) if figures else None,
        tuple(sorted({roads.nodes[key].name for key in roads.behind(counted) if not roads.nodes[key].has_figure})),
    )


def posterior(prior: float, ratio: float) -> float:
    """Return the chance of a claim after evidence with a likelihood ratio.

    >>> round(posterior(0.1, 32.2093), 4)
    0.7816

    Raises:
        BadEvidenceError: The prior is no chance.
    """
    if not 0 <= prior <= 1:
        raise BadEvidenceError(f"prior: a chance is from 0 to 1, not {prior:g}", code="evidence-chance", what="prior", value=f"{prior:g}")
    if math.isinf(ratio):
        return float(prior > 0)
    return prior * ratio / (prior * ratio + 1 - prior)


def _ranked(roads: RoadMap, provenance: ClaimProvenance, group: tuple[str, ...]) -> tuple[str, ...]:
    """Return a group of copies with the one that counts first: the original, or of several the one that is worth most.

    Where no road leads to an original, one counts to which a road leads.
    """
    originals = original_reports(roads, provenance, group)
    reached = [name for name in group if name not in roads.without_origin]

    def worth(name: str) -> tuple[float, str]:
        figures = provenance.figures
        return -shared_ratio(roads, [name], figures).ratio if figures and name in reached else 0.0, name

    best: Sequence[str] = sorted([name for name in originals if name in reached] or reached or originals, key=worth)
    return best[0], *sorted(name for name in group if name != best[0])
