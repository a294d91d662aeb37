"""Write a pile of letters with known truth: `python examples/siege/make_acts.py --seed 1 --letters 600 --out DIR`."""

import argparse
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))  # so that the modules beside this one are found when it is run as a program

from examples.siege.acts.build import Wanted, build_pile
from examples.siege.acts.kept_back_world import KEPT
from examples.siege.acts.shares import print_shares
from examples.siege.acts.world import SHOWN
from examples.siege.build import OutputNotEmptyError
from examples.siege.fonts import MissingFontError

KITS = {"shown": SHOWN, "kept": KEPT}


def main(arguments: list[str] | None = None) -> int:
    """Make the pile and say in one line what was made, or print the shares of one that is there; return the exit code."""
    options = _parser().parse_args(arguments)
    if options.shares:
        print_shares(options.shares)
        return 0
    if options.out is None:
        print("make_acts.py: say where to with --out", file=sys.stderr)
        return 2
    begun = time.monotonic()
    wanted = Wanted(options.seed, options.letters, options.scans, registers=not options.no_registers)
    try:
        files = build_pile(KITS[options.wordings], wanted, options.out)
    except (OutputNotEmptyError, MissingFontError) as error:
        print(f"make_acts.py: {error}", file=sys.stderr)
        return 2
    print(f"{options.letters} letters, {files} files, in {time.monotonic() - begun:.1f} s: {options.out}")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1, help="the same seed gives the same pile")
    parser.add_argument(
        "--letters", type=_count, default=600, help="near-twins, translations and forgeries among them; registers come on top"
    )
    parser.add_argument("--out", type=Path, help="an empty folder; gets files/, texts/ and truth/")
    parser.add_argument("--scans", type=_share, default=0.0, help="share of the letters that are pictures of paper, in [0..1]")
    parser.add_argument("--wordings", choices=sorted(KITS), default="shown", help="kept: those that whoever writes a reader has not seen")
    parser.add_argument("--no-registers", action="store_true", help="no lists of what went out and came in")
    parser.add_argument(
        "--shares", type=Path, metavar="DIR", help="print what a pile that is there has, beside what real papers have, and stop"
    )
    return parser


def _count(words: str) -> int:
    number = int(words)
    if number < 1:
        raise argparse.ArgumentTypeError("at least 1")
    return number


def _share(words: str) -> float:
    share = float(words)
    if not 0 <= share <= 1:
        raise argparse.ArgumentTypeError("from 0 to 1")
    return share


if __name__ == "__main__":
    sys.exit(main())
