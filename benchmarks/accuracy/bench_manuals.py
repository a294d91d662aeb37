"""How many persons and places are found where there are none: in English manuals and licences.

    python -m benchmarks.accuracy.bench_manuals DIR [--show]

DIR holds texts of others, such as manual pages and licences, which tell of programs and machines. What is found is printed for 1,000
words, by type and by what found it; with `--show` what that was, since manuals do name a city or an author now and then.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from pathlib import Path

from kashf.bootstrap import make_taggers
from kashf.entities.tagging.settle import find_mentions

TYPES = ("PER", "ORG", "LOC", "ROLE", "CODE")


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    taggers, words = make_taggers(), 0
    found: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for path in sorted(options.folder.rglob("*.txt")):
        text = path.read_text(encoding="utf-8", errors="replace")
        words += len(text.split())
        for mention in find_mentions(text, taggers=taggers, language="en"):
            if mention.type.value in TYPES:
                found[mention.type.value, mention.source][" ".join(mention.text.split())] += 1
    print(f"{words:,} words")
    for kind in TYPES:
        total = sum(names.total() for (type_, _), names in found.items() if type_ == kind)
        print(f"{kind:5} {total:6} {total / max(1, words) * 1000:7.2f} for 1,000 words")
    for (kind, source), names in sorted(found.items()):
        print(f"  {kind:5} {source:28} {names.total():6}", *(names.most_common(30) if options.show else ()))


if __name__ == "__main__":
    main()
