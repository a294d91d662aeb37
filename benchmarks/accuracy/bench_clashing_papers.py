"""How many contradictions `kashf clashes` finds of `benchmarks/letters/clashing_papers.yaml`, and how many in papers that have none.

    python -m benchmarks.accuracy.bench_clashing_papers [--work DIR]

All groups are one case; each is of offices of its own. The papers were written by the hand that wrote what finds them.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from benchmarks.forms.made_cases import read_haul
from benchmarks.letters.made_piles import told_by
from benchmarks.speed.measure import machine

_PAPERS: Final = Path(__file__).parents[1] / "letters" / "clashing_papers.yaml"


def main(arguments: list[str] | None = None) -> int:
    """Read the papers as one case and print what was found of each group."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, help="where the case stays")
    options = parser.parse_args(arguments)
    print(machine())
    lines = _PAPERS.read_text(encoding="utf-8").splitlines()
    groups = [json.loads(line.removeprefix("- ")) for line in lines if line.startswith("- ")]
    with TemporaryDirectory() as temporary:
        haul = (options.work or Path(temporary)) / "clashing"
        _write(groups, haul / "files")
        read_haul(haul, haul.with_suffix(".case"))
        told = told_by(["clashes", str(haul.with_suffix(".case"))])
    _print(groups, told)
    return 0


def _write(groups: list[Mapping[str, Any]], files: Path) -> None:
    files.mkdir(parents=True, exist_ok=True)
    for group in groups:
        for name in ("texts", "honest"):
            for nth, text in enumerate(group[name]):
                (files / f"{group['id']}-{name}-{nth}.txt").write_text(f"{text}\n", encoding="utf-8")


def _print(groups: list[Mapping[str, Any]], told: Mapping[str, Any]) -> None:
    names = {id: Path(path).stem for id, path in told["paths"].items()}
    found: dict[str, list[tuple[str, bool, list[str]]]] = {}
    for each in told["contradictions"]:
        papers = sorted({names[side["span"]["document"]] for side in each["sides"] if "span" in side})
        found.setdefault(papers[0].partition("-")[0], []).append((each["kind"], each["certain"], papers))
    right = sum(any(group["kind"] == kind for kind, _, _ in found.get(group["id"], ())) for group in groups if group["kind"])
    false = 0
    for group in groups:
        mine = found.get(group["id"], [])
        others = [each for each in mine if each[0] != group["kind"] or all("honest" in paper for paper in each[2])]
        false += len(others)
        state = "-" if not group["kind"] else "found" if len(mine) > len(others) else "lost"
        print(f"{group['id']} {state:6} {group['kind'] or 'nothing':18} {group['what']}" + (f"; told besides: {others}" if others else ""))
    print(f"\nfound {right} of {sum(bool(group['kind']) for group in groups)}; told besides {false}")


if __name__ == "__main__":
    sys.exit(main())
