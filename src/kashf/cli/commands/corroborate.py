"""`kashf corroborate`."""

from __future__ import annotations

import math
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kashf.cli.output import emit, emit_json
from kashf.language.words.visible import isolate

if TYPE_CHECKING:
    from kashf.evidence.corroborate.corroboration import Corroboration

EPILOG = (
    'Example: kashf corroborate examples/evidence/graph.json. A file holds {"claim": "...", "nodes": [{"id": "courier", "kind": "source", '
    '"faithful": 0.9}], "edges": [{"later": "letter", "how": "heard-from", "earlier": "courier"}], "figures": {"sensitivity": 0.8, '
    '"false_assertion": 0.3, "invention": 1}}; kind is origin, source, document or report, how is derives, copies, cites or heard-from.'
)


def command(
    file: Annotated[Path, typer.Argument(help="The claim's provenance, JSON.")],
    prior: Annotated[float | None, typer.Option(help="The chance of the claim before these reports, 0 to 1.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> int:
    """How many roads lead to reports of a claim, where they meet, and what the reports are worth together. Exits with 1 for no road."""
    from kashf.services.evidence.weigh_files import belief_after, corroboration_of_file

    found = corroboration_of_file(file)
    after = None if prior is None or found.shared is None else belief_after(prior, found.shared.ratio)
    if as_json:
        emit_json(_answer(found, prior, after))
    else:
        for line in _lines(found, prior, after):
            emit(line)
    return 0 if found.roads else 1


def _answer(found: Corroboration, prior: float | None, after: float | None) -> dict[str, object]:
    return {
        "claim": found.claim,
        "shown": found.shown,
        "reports": found.counted,
        "roads": found.roads,
        "choke_points": [{"node": node, "reports": reports} for node, reports in found.chokes],
        "copies": [{"counted": group[0], "copies": group[1:]} for group in found.copies],
        "circles": found.circles,
        "without_origin": found.without_origin,
        "likelihood_ratio": _finite(found.shared.ratio) if found.shared else None,
        "is_unbounded": bool(found.shared and math.isinf(found.shared.ratio)),
        "cap": found.shared.cap if found.shared else None,
        "naive_ratio": None if found.naive is None else _finite(found.naive),
        "taken_as_faithful": found.taken_as_faithful,
        "prior": prior,
        "posterior": after,
    }


def _finite(value: float) -> float | None:
    """Return a number that JSON knows."""
    return None if math.isinf(value) else value


def _told(value: float) -> str:
    return "without bound" if math.isinf(value) else f"{value:.6g}"


def _lines(found: Corroboration, prior: float | None, after: float | None) -> list[str]:
    lines = [f"{isolate(found.claim)}: {found.shown}"]
    lines += [f"  road: {' > '.join(map(isolate, road))}" for road in found.roads]
    lines += [f"  all roads to {_listed(reports)} lead through {isolate(node)}" for node, reports in found.chokes]
    lines += [f"  {_listed(group[1:])}: a copy, counted with {isolate(group[0])}" for group in found.copies]
    lines += [f"  circle, counted once: {_listed(group)}" for group in found.circles]
    if found.without_origin:
        lines.append(f"  without an origin, counted nowhere: {_listed(found.without_origin)}")
    if found.shared is None:
        return [*lines, "  no ratio: the file puts no figures to how origins speak"]
    cap = "no cap: every road is taken as faithful" if found.shared.cap is None else f"at most {found.shared.cap:.6g} on these roads"
    alone = _told(math.inf if found.naive is None else found.naive)
    lines.append(f"  likelihood ratio {_told(found.shared.ratio)} ({cap}); multiplied as if each stood alone: {alone}")
    if math.isinf(found.shared.ratio):
        lines.append("  with these figures nobody would say it if it were not true; write the least chance of that which can be defended")
    if found.taken_as_faithful:
        lines.append(f"  taken as faithful, without a figure: {_listed(found.taken_as_faithful)}")
    if after is not None:
        lines.append(f"  from {prior:.6g} before to {after:.4f}")
    return lines


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(map(isolate, names))
