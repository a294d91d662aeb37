"""How many random alterations of a release `kashf verify` finds.

    python -m benchmarks.publish.bench_release [--alterations 200] [--seed 0]

Bytes are flipped, files cut, lengthened, added, removed and swapped, and values changed with pages and manifests made anew by somebody who
has no key. The release is made up here; the alterations are drawn by the one who wrote the check.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter

from kashf.publish.release.check_release import check_release
from tests.released import alter, holds, pages, release


def main() -> int:
    """Alter a release so often, and print what was found."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--alterations", type=int, default=200)
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    whole = release()
    if check_release(whole, holds, pages).faults:
        print("the release is not whole before anything is altered")
        return 1
    missed, first = [], Counter[str]()
    begun = time.process_time()
    for seed in range(asked.seed, asked.seed + asked.alterations):
        checked = check_release(alter(dict(whole), seed), holds, pages)
        if checked.faults or checked.missing:
            first[checked.faults[0].what if checked.faults else "missing signature"] += 1
        else:
            missed.append(seed)
    took = time.process_time() - begun
    print(f"alterations {asked.alterations}, found {asked.alterations - len(missed)}, missed {missed or 'none'}")
    print(f"found first by: {', '.join(f'{what} {count}' for what, count in first.most_common())}")
    print(f"CPU {took:.1f} s")
    return 1 if missed else 0


if __name__ == "__main__":
    raise SystemExit(main())
