"""How many lines, and how many lines of mixed pages, are given their language; with the confusions, and what it costs.

    python benchmarks/accuracy/bench_languages.py

The texts are those of `language_texts.py`. Each line is asked about alone, and all lines of a language as one page; beside them stands
what the model alone says of each line, as it is asked about documents. CPU seconds are for 1,000 pages of about 1,600 letters.
"""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from benchmarks.accuracy.language_texts import LINES, PAGES
from kashf.language.recognising.language_runs import language_runs, language_shares
from kashf.sandboxed.engines.langdetect import LanguageGuesser

_PAGES_TIMED = 1_000
_LETTERS_A_PAGE = 1_600


def main() -> None:
    """Print the figures."""
    guesser = LanguageGuesser()
    alone = [(code, line) for code, lines in LINES.items() for line in lines]
    mixed = [pair for page in PAGES for pair in _told_lines(page)]
    result = {
        "lines alone": _score((code, _most(line)) for code, line in alone),
        "lines alone, by the model": _score((code, guesser.guess(line)) for code, line in alone),
        "pages of one language": _score((code, _most("\n".join(lines))) for code, lines in LINES.items()),
        "lines of mixed pages": _score(mixed),
        "mixed pages whole": sum(all(code == told for code, told in _told_lines(page)) for page in PAGES) / len(PAGES),
        "CPU seconds for 1,000 pages": {"runs": _seconds(language_runs), "one guess a page": _seconds(guesser.guess)},
    }
    print(json.dumps(result, ensure_ascii=False, indent=1))


def _most(text: str) -> str:
    return next(iter(language_shares(language_runs(text))), "")


def _told_lines(page: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return the true language of each line of a page and the one that is told of most of its letters."""
    text, told, start = "\n".join(line for _, line in page), [], 0
    runs = language_runs(text)
    for code, line in page:
        end = start + len(line)
        letters: Counter[str] = Counter()
        for run in runs:
            letters[run.language] += max(0, min(end, run.end) - max(start, run.start))
        told.append((code, max(letters, key=lambda language: letters[language]) if letters.total() else ""))
        start = end + 1
    return told


def _score(pairs: Iterable[tuple[str, str]]) -> dict[str, object]:
    every = list(pairs)
    right = sum(code == told for code, told in every)
    wrong = Counter(f"{code} told as {told or 'none'}" for code, told in every if code != told)
    return {"right": right, "of": len(every), "share": round(right / len(every), 3), "confused": dict(wrong.most_common())}


def _seconds(told: Callable[[str], object]) -> float:
    """Return the CPU seconds for 1,000 pages that mix all lines."""
    lines = [line for some in zip(*(lines[:3] for lines in LINES.values()), strict=True) for line in some]
    text = "\n".join(lines)
    pages = [(text[at % len(text) :] + text)[:_LETTERS_A_PAGE] for at in range(0, 37 * _PAGES_TIMED, 37)]
    told(pages[0])
    started = time.process_time()
    for page in pages:
        told(page)
    return round(time.process_time() - started, 2)


if __name__ == "__main__":
    main()
