"""How rightly registers are rebuilt from letters: series, what is cited and never seen, days of undated letters, shares that are here.

    python -m benchmarks.accuracy.bench_registers [--seeds 3] [--letters 600] [--read 1] [--work DIR]

Piles of `examples/siege/make_acts.py`, in which 3 to 10 of 100 numbers of an office are out of turn. They are measured twice: on letters as
their papers print them, put in without a fault of reading, and on letters as kashf reads them from files. In the generator four numbers in
ten belong to papers of which nothing is known; these count as given out.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.forms.made_cases import read_haul
from benchmarks.letters.made_piles import made_pile, true_name, true_rows
from benchmarks.letters.register_figures import RegisterFigures, printed
from benchmarks.letters.register_truth import true_letters
from benchmarks.speed.measure import machine
from kashf.cli.common import opened
from kashf.events.registers.rebuild import rebuild
from kashf.services.registers.rebuild_registers import case_registers


def main(arguments: list[str] | None = None) -> int:
    """Make the piles, rebuild their registers, and print how rightly."""
    options = _parser().parse_args(arguments)
    print(machine())
    with TemporaryDirectory() as temporary:
        work = options.work or Path(temporary)
        piles = [made_pile(work, letters=options.letters, seed=seed) for seed in range(1, options.seeds + 1)]
        put_in, as_read = RegisterFigures(), RegisterFigures()
        for pile in piles:
            letters = true_letters(pile)
            put_in.add(rebuild(letters), pile, {each.id: each.id for each in letters})
        print(printed(f"letters put in without a fault, {options.seeds} piles", list(put_in.lines())))
        for pile in piles[: options.read]:
            _add_read(as_read, pile)
        if options.read:
            print(printed(f"letters as kashf reads them, {options.read} piles, all languages", list(as_read.lines())))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--letters", type=int, default=600)
    parser.add_argument("--read", type=int, default=1, help="piles that are also read from their files")
    parser.add_argument("--work", type=Path, help="where piles and cases stay, so that they need not be made again")
    return parser


def _add_read(figures: RegisterFigures, pile: Path) -> None:
    case = pile.with_suffix(".case")
    read_haul(pile, case)
    true = {true_name(row): row["id"] for row in true_rows(pile, "letters")}
    with opened(case) as open_case:
        found = case_registers(open_case)
    figures.add(found.registers, pile, {id: true.get(path.rsplit("/", 1)[-1], "") for id, path in found.paths.items()})


if __name__ == "__main__":
    sys.exit(main())
