"""Find the Arabic spelling of a Latin name token: ``python benchmarks/accuracy/bench_translit.py --data DIR``.

DIR holds ``wd_arabic_16`` and ``wd_arabic_64`` of the Wikidata name pairs (Merhav and Ash 2018, CC0): a Latin token, its Arabic token with
letters apart, a count. The question for each Latin token: which of all Arabic tokens of the file is it? Most are European surnames, and a
share of pairs is wrong, so that nothing reaches 1. Beside it: letter-by-letter romanisation with the best ratio of rapidfuzz.
"""

import argparse
import json
import os
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

from rapidfuzz import fuzz, process

from kashf.language.arabic import fold
from kashf.language.translit import SAME_NAME, similarity, skeleton, skeletons

ROMAN = {
    **dict(zip("ابتجحدرزسصضطظعفقكلمنهوي", "abtjhdrzssdtzafqklmnhwy", strict=True)),
    "ث": "th",
    "خ": "kh",
    "ذ": "dh",
    "ش": "sh",
    "غ": "gh",
    "ء": "",
}


def read_pairs(path: Path) -> list[tuple[str, str]]:
    """Return (folded Latin, folded Arabic) pairs, each once."""
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return sorted({(fold(row[0]), fold(row[1].replace(" ", ""))) for row in rows})


def score(pairs: list[tuple[str, str]], rank: Callable[[str], list[str]]) -> dict[str, float]:
    """Return recall at 1 and 10, and CPU milliseconds a query."""
    start = time.process_time()
    places = [ranked.index(arabic) if arabic in (ranked := rank(latin)) else -1 for latin, arabic in pairs]
    return {
        "recall_at_1": round(sum(place == 0 for place in places) / len(pairs), 4),
        "recall_at_10": round(sum(0 <= place < 10 for place in places) / len(pairs), 4),
        "milliseconds_per_query": round((time.process_time() - start) * 1000 / len(pairs), 2),
    }


def main() -> None:
    """Print one line of figures a method."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--part", choices=("16", "64"), default="16")
    parser.add_argument("--limit", type=int, default=0, help="only the first N queries; the gallery stays whole")
    parser.add_argument("--json", type=Path)
    arguments = parser.parse_args()
    pairs = read_pairs(arguments.data / f"wd_arabic_{arguments.part}")
    gallery = sorted({arabic for _, arabic in pairs})
    asked = pairs[:: max(1, len(pairs) // arguments.limit)] if arguments.limit else pairs

    by_skeleton: dict[str, list[str]] = defaultdict(list)
    for arabic in gallery:
        by_skeleton[skeleton(arabic)].append(arabic)
    fetched: list[int] = []

    def candidates(latin: str) -> list[str]:
        return [arabic for code in skeletons(latin) for arabic in by_skeleton.get(code, ())]

    def by_similarity(latin: str) -> list[str]:
        found = candidates(latin)
        fetched.append(len(found))
        return sorted(found, key=lambda arabic: (-similarity(latin, arabic), arabic))[:10]

    roman = {arabic: "".join(ROMAN.get(letter, letter) for letter in arabic) for arabic in gallery}

    def by_ratio(latin: str) -> list[str]:
        return [str(arabic) for _, _, arabic in process.extract(latin, roman, scorer=fuzz.ratio, limit=10)]

    rows: dict[str, dict[str, float]] = {
        "one skeleton": {"recall": sum(skeleton(latin) == skeleton(arabic) for latin, arabic in asked) / len(asked)},
        "skeletons": {"recall": sum(arabic in candidates(latin) for latin, arabic in asked) / len(asked)},
        "skeletons and similarity": score(asked, by_similarity),
        "romanised and rapidfuzz": score(asked, by_ratio),
        "same name": {
            "recall": sum(similarity(latin, arabic) >= SAME_NAME for latin, arabic in asked) / len(asked),
            "accepted_per_query": sum(similarity(latin, arabic) >= SAME_NAME for latin, _ in asked for arabic in candidates(latin))
            / len(asked),
        },
    }
    rows["skeletons"]["candidates_per_query"] = sum(fetched) / len(fetched)
    print(json.dumps({"part": arguments.part, "queries": len(asked), "gallery": len(gallery), "cores": os.cpu_count()}))
    for name, row in rows.items():
        print(json.dumps({"method": name, **{key: round(value, 4) for key, value in row.items()}}))
    if arguments.json:
        arguments.json.write_text(json.dumps({"part": arguments.part, "queries": len(asked), "rows": rows}, indent=2), encoding="utf-8")


if __name__ == "__main__":
    main()
