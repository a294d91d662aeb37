"""Write a haul of filled-in forms with known truth: `python examples/siege/make_forms.py --seed 1 --forms 600 --out DIR`."""

import argparse
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))  # so that the modules beside this one are found when it is run as a program

from examples.siege.build import OutputNotEmptyError
from examples.siege.fonts import MissingFontError
from examples.siege.forms.build import Order, build_haul
from examples.siege.forms.kit import Kit
from examples.siege.forms.plan import MIXES
from examples.siege.forms.siege_kit import SIEGE


def main(arguments: list[str] | None = None, kit: Kit = SIEGE) -> int:
    """Make the haul and say in one line what was made; return the exit code."""
    options = _parser().parse_args(arguments)
    begun = time.monotonic()
    order = Order(options.seed, options.forms, options.mix, registers=options.registers, others=options.others)
    try:
        files = build_haul(order, kit, options.out, processes=options.processes)
    except (OutputNotEmptyError, MissingFontError) as error:
        print(f"make_forms.py: {error}", file=sys.stderr)
        return 2
    seconds = time.monotonic() - begun
    print(f"{options.forms} forms, {files} files, in {seconds:.1f} s ({options.forms / seconds:.0f} forms a second): {options.out}")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1, help="the same seed gives the same haul")
    parser.add_argument("--forms", type=_at_least(1), default=600, help="filled-in forms, copies among them")
    parser.add_argument("--out", type=Path, required=True, help="an empty folder; gets files/ and truth.json")
    parser.add_argument("--mix", choices=sorted(MIXES), default="digital", help="scans: on paper only; full: six in ten digital")
    parser.add_argument("--registers", action="store_true", help="lists besides, with a row a person")
    parser.add_argument("--others", type=_at_least(0), default=0, help="so many files of the siege that are no forms among them")
    parser.add_argument("--processes", type=_at_least(1), default=2, help="has no influence on what is made")
    return parser


def _at_least(least: int) -> "_AtLeast":
    return _AtLeast(least)


class _AtLeast:
    """Reads a whole number from an argument."""

    def __init__(self, least: int) -> None:
        self._least = least

    def __call__(self, words: str) -> int:
        number = int(words)
        if number < self._least:
            raise argparse.ArgumentTypeError(f"at least {self._least}")
        return number


if __name__ == "__main__":
    sys.exit(main())
