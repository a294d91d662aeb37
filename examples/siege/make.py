"""Write a made-up leak with known truth: `python examples/siege/make.py --seed 1 --files 300 --out DIR`."""

import argparse
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))  # so that the modules beside this one are found when it is run as a program

from examples.siege.build import OutputNotEmptyError, Wish, build
from examples.siege.fonts import MissingFontError
from examples.siege.mixes import MIXES


def main(arguments: list[str] | None = None) -> int:
    """Make the leak and say in one line what was made; return the exit code."""
    options = _parser().parse_args(arguments)
    begun = time.monotonic()
    try:
        wish = Wish(options.seed, options.files, options.mix, cast=options.cast, names=not options.without_names, story=options.story)
        truth = build(wish, options.out, processes=options.processes)
    except (OutputNotEmptyError, MissingFontError) as error:
        print(f"make.py: {error}", file=sys.stderr)
        return 2
    seconds = time.monotonic() - begun
    print(f"{options.files} files, {truth.size / 1e6:.1f} MB, in {seconds:.1f} s ({options.files / seconds:.0f} a second): {options.out}")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1, help="the same seed gives the same leak")
    parser.add_argument("--files", type=_at_least_one, default=300, help="files on disk; members of archives and mails come on top")
    parser.add_argument("--out", type=Path, required=True, help="an empty folder; gets files/ and truth.json")
    parser.add_argument("--mix", choices=sorted(MIXES), default="full", help="digital: nothing that takes OCR; text: small text files only")
    parser.add_argument("--cast", type=int, default=0, help="another number: other people, places and units, in many spellings")
    parser.add_argument("--without-names", action="store_true", help="leave the list of all names out of the truth, which is most of it")
    parser.add_argument("--story", action="store_true", help="with the letters of the story, a forgery and a second channel; 18 files more")
    parser.add_argument("--processes", type=_at_least_one, default=2, help="has no influence on what is made")
    return parser


def _at_least_one(words: str) -> int:
    number = int(words)
    if number < 1:
        raise argparse.ArgumentTypeError("at least 1")
    return number


if __name__ == "__main__":
    sys.exit(main())
