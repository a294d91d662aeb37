"""Speed of folding, words and stems on made-up text: ``python benchmarks/speed/bench_language.py [--words 6000000] [--json FILE]``.

Prints CPU seconds, the best of two runs. Targets: 6 million words of ASCII <= 1.5 s, of Arabic <= 4 s;
fold >= 30 MB/s ASCII, >= 10 M characters/s Arabic.
"""

import argparse
import json
import os
import time
from collections.abc import Callable
from pathlib import Path

from kashf.language.words.folding import fold
from kashf.language.words.stemming import stem
from kashf.language.words.tokens import folded_words, words

ARABIC = "وكتب القائد أبو عامر الدَّلهمي في الرسالة إنّ القوّات سوف تنسحب من المدينة يوم ١٢/٣ إلى الطريق المؤدي للجبهة، "
ENGLISH = "The commander Abu Amer al-Dalhami wrote in the letter of 12/3 that his units would leave the town by the road, "


def cpu_seconds(work: Callable[[], object]) -> float:
    """Return the CPU seconds of the better of two runs."""
    seconds = []
    for _ in range(2):
        start = time.process_time()
        work()
        seconds.append(time.process_time() - start)
    return min(seconds)


def measure(name: str, sentence: str, count: int) -> dict[str, float | str]:
    """Return the figures of one language: seconds for ``count`` words, and rates in million characters (or words) a second."""
    text = sentence * (count // len(folded_words(sentence)))
    page = text[:2000]
    pages = max(1, len(text) // 20000)
    vocabulary = [f"{word}{suffix}" for word in folded_words(sentence) for suffix in ("", "ات", "s", "ين")] * 2000
    stem.cache_clear()  # type: ignore[attr-defined]  # the type of `remembered` hides it
    return {
        "language": name,
        "characters_millions": round(len(text) / 1e6, 1),
        "folded_words_seconds": round(cpu_seconds(lambda: folded_words(text)), 2),
        "fold_millions_per_second": round(len(text) / 1e6 / cpu_seconds(lambda: fold(text)), 1),
        "words_with_places_millions_per_second": round(
            len(page) * pages / 1e6 / cpu_seconds(lambda: [words(page) for _ in range(pages)]), 2
        ),
        "stems_millions_per_second": round(len(vocabulary) / 1e6 / cpu_seconds(lambda: [stem(word) for word in vocabulary]), 2),
    }


def main() -> None:
    """Print one line of figures a language, and write them as JSON when asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--words", type=int, default=6_000_000)
    parser.add_argument("--json", type=Path)
    arguments = parser.parse_args()
    rows = [measure("english", ENGLISH, arguments.words), measure("arabic", ARABIC, arguments.words)]
    for row in rows:
        print(json.dumps(row))
    if arguments.json:
        arguments.json.write_text(json.dumps({"cores": os.cpu_count(), "words": arguments.words, "rows": rows}, indent=2), encoding="utf-8")


if __name__ == "__main__":
    main()
