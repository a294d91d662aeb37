"""What the figures of a report were made from, without a name in it, and the same figures made again from that alone.

Sources, papers and groups are told by numbers, so nothing here says who brought what.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from kashf.domain.cards.card_entries import BoardRow
from kashf.domain.ids import Json
from kashf.errors import BadEvidenceError, UsageError
from kashf.evidence.corroborate.corroboration import corroborate
from kashf.evidence.corroborate.provenance import ClaimProvenance, EdgeKind, NodeKind, ProvenanceEdge, ProvenanceNode
from kashf.evidence.hypotheses.board import ChanceRange, EvidenceColumn, HypothesisBoard
from kashf.evidence.hypotheses.card_board import ROWS
from kashf.evidence.hypotheses.court_ratios import court_ratios
from kashf.evidence.hypotheses.weighed_board import ALIKE, weigh_board
from kashf.evidence.wording.likelihood_wording import likelihood_wording

#: Digits behind the point of a chance; more differ from machine to machine.
_DIGITS = 4
#: What a word of collusion of ours is a lead over.
_OVER = frozenset({BoardRow.OWN_INTELLIGENCE, BoardRow.WARNING})


def roads_value(nodes: Sequence[ProvenanceNode], edges: Sequence[ProvenanceEdge]) -> dict[str, Json]:
    """Return the value "reports and roads": who has it from whom, by numbers, and what that comes to."""
    names = {node.id: f"n{at}" for at, node in enumerate(sorted(nodes, key=lambda node: (node.kind, node.id)), 1)}
    told: dict[str, Json] = {
        "kind": "roads",
        "nodes": [[names[node.id], node.kind.value] for node in sorted(nodes, key=lambda node: (node.kind, node.id))],
        "edges": sorted([names[edge.later], edge.how.value, names[edge.earlier]] for edge in edges),
    }
    return {**told, "result": recomputed(told)}


def board_value(board: HypothesisBoard) -> dict[str, Json]:
    """Return the value "board": the cells by row and column, with what hangs together by numbers, and what that comes to."""
    groups = {name: f"g{at}" for at, name in enumerate(dict.fromkeys(each.group for each in board.columns), 1)}
    told: dict[str, Json] = {
        "kind": "board",
        "rows": list(board.ids),
        "columns": [
            {"group": groups[column.group], "cells": {row: _chance(column.cells[row].low) for row in board.ids}} for column in board.columns
        ],
    }
    return {**told, "result": recomputed(told)}


def recomputed(untrusted: Json) -> dict[str, Json]:
    """Return what a value comes to, worked out from what it was made from.

    Raises:
        UsageError: It is no value that this kashf works out.
    """
    try:
        if not isinstance(untrusted, Mapping):
            raise TypeError("no value")
        if untrusted["kind"] == "roads":
            return _roads(untrusted)
        if untrusted["kind"] == "board":
            return _board(untrusted)
    except (KeyError, TypeError, ValueError, BadEvidenceError, RecursionError) as error:
        raise UsageError("a value cannot be worked out again: what it was made from is not whole", code="value-not-whole") from error
    raise UsageError("a value is of a kind that this kashf does not work out", code="value-of-other-kind")


def _roads(untrusted: Mapping[str, Any]) -> dict[str, Json]:
    nodes = tuple(ProvenanceNode(str(id), NodeKind(kind)) for id, kind in untrusted["nodes"])
    edges = tuple(ProvenanceEdge(str(later), EdgeKind(how), str(earlier)) for later, how, earlier in untrusted["edges"])
    found = corroborate(ClaimProvenance("", nodes, edges))
    return {"reports": len(found.counted), "roads": len(found.roads)}


def _board(untrusted: Mapping[str, Any]) -> dict[str, Json]:
    columns = []
    for at, column in enumerate(untrusted["columns"], 1):
        cells = {str(row): ChanceRange(float(chance), float(chance)) for row, chance in column["cells"].items()}
        columns.append(EvidenceColumn(f"c{at}", f"c{at}", cells, str(column["group"])))
    board = HypothesisBoard("", tuple(row for row in ROWS if row.id in set(untrusted["rows"])), tuple(columns))
    weighed = weigh_board(board)
    best = max(weighed.posteriors)
    leaders = [row for row in weighed.rows if best - row.posterior < ALIKE]
    least = min(ratio.low for ratio in court_ratios(board, BoardRow.AS_READ) if ratio.against in _OVER)
    told: dict[str, Json] = {"leader": "", "low": "", "high": "", "likely": {}, "lead": f"{math.floor(least)}:1" if least >= 2 else ""}
    if len(leaders) == 1:
        words = asdict(likelihood_wording(ChanceRange(leaders[0].low, leaders[0].high)))
        told |= {"leader": str(leaders[0].id), "low": _chance(leaders[0].low), "high": _chance(leaders[0].high)}
        told["likely"] = {"en": words["english"], "ar": words["arabic"]}
    return told


def _chance(chance: float) -> str:
    return f"{chance:.{_DIGITS}f}"
