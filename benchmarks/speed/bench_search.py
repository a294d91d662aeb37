"""Speed of indexing and searching: ``python -m benchmarks.speed.bench_search [--passages 100000] [--json FILE]``.

Makes a case of made-up Arabic and English passages of 60 words, put in through the stores without reading any file; 100,000 of them hold
more than 150,000 distinct words. Prints CPU seconds and
size of its index, the time of warm queries of each kind (`find` whole, with snippets and reasons), and of `kashf find` from process start
to exit. SQLite's FTS5 over the same folded words stands beside it. Targets: 100,000 passages in 30 CPU seconds or less, the 95th percentile
of each kind of query 20 ms or less, start to exit 300 ms or less.
"""

import argparse
import json
import os
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from itertools import accumulate
from pathlib import Path
from statistics import median, quantiles

from benchmarks.speed.varied_leak import invented_words
from kashf.bootstrap import create_case, open_case, open_for_writing
from kashf.domain.document import Page, Reading, Sighting, Status
from kashf.domain.ids import DocumentId, content_id
from kashf.language.words.tokens import folded_words
from kashf.ports.stages import INDEX
from kashf.ports.stores import StoredReading
from kashf.search.passages import Indexable
from kashf.services.case.open import WritableCase
from kashf.services.search.find import find
from kashf.services.search.index_passages import index_documents
from kashf.settings import Settings

WORDS = 60
#: Passages, a page each, of one document; documents indexed at a time.
PAGES, TOGETHER = 4, 256
SPELLINGS = ("الشمالي", "الشمالى", "والشّمالي", "شمالي", "al-Shamali", "Chemali", "Shimali", "ash-Shamaly", "Şemali")
NAMES = ("Shamali", "الشمالي", "al-Shamali", "Mohammed", "محمد", "Abu Shamali", "أبو الشمالي")


class Writing:
    """Makes texts: words of roots and endings, as often as Zipf says, two thirds Arabic; a name in one of thirty passages."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.vocabulary = invented_words(self.random)
        self.vocabulary[20:24] = ["محمد", "Mohammed", "ابو", "Abu"]
        self._weights = list(accumulate(1 / (rank + 3) for rank in range(len(self.vocabulary))))

    def passage(self) -> str:
        """Return a passage of about WORDS words."""
        words = self.random.choices(self.vocabulary, cum_weights=self._weights, k=self.random.randint(WORDS - 15, WORDS + 15))
        if self.random.random() < 1 / 30:
            words[self.random.randrange(len(words))] = self.random.choice(SPELLINGS)
        return " ".join(words)


def fill(case: WritableCase, texts: Sequence[str]) -> dict[str, float]:
    """Put texts into a case and return what indexing them cost."""
    readings = []
    for start in range(0, len(texts), PAGES):
        pages = tuple(Page(number, text) for number, text in enumerate(texts[start : start + PAGES], start=1))
        id = DocumentId(content_id([page.text for page in pages]))
        readings.append(Reading(id, "text/plain", Status.DONE, pages=pages))
    with case.store.unit() as uow:
        uow.sight([Sighting(reading.document, f"{reading.document}.txt", "x") for reading in readings], receipt=None, depth=0)
        uow.put([StoredReading(reading) for reading in readings], version="1")
        uow.lease(INDEX, limit=len(readings))
        uow.commit()
    spent = learning = 0.0
    writer = case.reading.index.writer()
    known: set[str] = set()
    for start in range(0, len(readings), TOGETHER):
        some = readings[start : start + TOGETHER]
        records = case.reading.view.records([reading.document for reading in some])
        items = [Indexable(record, reading.pages, ("x",)) for record, reading in zip(records, some, strict=True)]
        began = time.process_time()
        words = index_documents(items, writer=writer, known=known)
        spent += time.process_time() - began
        began = time.process_time()
        with case.store.unit() as uow:
            uow.learn_words(words)
            uow.finish(INDEX, [record.id for record in records], version="1")
            uow.commit()
        learning += time.process_time() - began
        known |= words.keys()
    began = time.process_time()
    writer.commit()
    writer.close()
    spent += time.process_time() - began
    return {
        "index_cpu_seconds": round(spent, 2),
        "word_list_cpu_seconds": round(learning, 2),
        "words_in_list": len(known),
        "index_mb": round(case.reading.index.size_bytes() / 1e6, 1),
    }


def questions(writing: Writing, texts: Sequence[str], count: int) -> dict[str, list[str]]:
    """Return queries of each kind."""
    some = writing.random.sample(range(len(texts)), count)
    words = [writing.random.choice(folded_words(texts[number])) for number in some]
    lines = [texts[number].split() for number in some]
    return {
        "term": words,
        "term, exact": words,
        "two words": [f"{line[5]} {line[30]}" for line in lines],
        "phrase": [f'"{" ".join(line[10:13])}"' for line in lines],
        "prefix": [f"{word[:4]}*" for word in words if len(word) > 4],
        "fuzzy": [f"{word}~" for word in words if len(word) > 3],
        "expanded name": list(NAMES) * (count // len(NAMES)),
    }


def timed(ask: Callable[[str], object], queries: Sequence[str]) -> dict[str, float]:
    """Return the middle and the 95th percentile in milliseconds on the second round, by the clock and of this process's CPU."""
    for query in queries:
        ask(query)
    spent, worked = [], []
    for query in queries:
        began, busy = time.perf_counter(), time.process_time()
        ask(query)
        spent.append((time.perf_counter() - began) * 1000)
        worked.append((time.process_time() - busy) * 1000)
    return {"p50_ms": round(median(spent), 2), "p95_ms": percentile(spent), "p95_cpu_ms": percentile(worked)}


def percentile(values: Sequence[float]) -> float:
    """Return the 95th percentile."""
    return round(quantiles(values, n=20)[-1], 2)


def searched(case: Path, asked: dict[str, list[str]]) -> dict[str, dict[str, float]]:
    """Return how long each kind of query takes in a process that is warm."""
    opened = open_case(case)
    times = {kind: timed(lambda query, kind=kind: find(opened, query, exact="exact" in kind), queries) for kind, queries in asked.items()}
    return times | {"of which where everything stands": timed(lambda _: opened.view.totals(), ["x"] * 20)}


def started(case: Path, queries: Sequence[str]) -> dict[str, float]:
    """Return how long `kashf find` takes from process start to exit."""
    program = Path(sys.executable).with_name("kashf")
    return timed(lambda query: subprocess.run([program, "find", case, query, "--json"], check=False, capture_output=True), queries)


def fts5(folder: Path, texts: Sequence[str], asked: dict[str, list[str]]) -> dict[str, object]:
    """Return the same figures for SQLite's full-text search: folded words, no stems, no spellings, no fuzzy search."""
    path = folder / "fts5.db"
    database = sqlite3.connect(path)
    database.execute("CREATE VIRTUAL TABLE passages USING fts5(text, tokenize = 'unicode61 remove_diacritics 0')")
    began = time.process_time()
    database.executemany("INSERT INTO passages(text) VALUES (?)", ((" ".join(folded_words(text)),) for text in texts))
    database.commit()
    spent = time.process_time() - began

    def ask(query: str) -> object:
        folded = " ".join(folded_words(query))
        match = f'"{folded[:-1] if query.endswith("*") else folded}"' + ("*" if query.endswith("*") else "")
        return database.execute("SELECT rowid FROM passages WHERE passages MATCH ? ORDER BY rank LIMIT 20", (match,)).fetchall()

    times = {kind: timed(ask, asked[kind]) for kind in ("term", "phrase", "prefix")}
    return {"index_cpu_seconds": round(spent, 2), "index_mb": round(path.stat().st_size / 1e6, 1), "queries": times}


def main() -> None:
    """Print the figures as one JSON object, and write it to a file when asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--passages", type=int, default=100_000)
    parser.add_argument("--queries", type=int, default=98)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", type=Path)
    arguments = parser.parse_args()
    writing = Writing(arguments.seed)
    texts = [writing.passage() for _ in range(arguments.passages)]
    asked = questions(writing, texts, arguments.queries)
    with tempfile.TemporaryDirectory() as folder:
        case, settings = Path(folder) / "case", Settings()
        create_case(case, name="bench", settings=settings)
        with open_for_writing(case, settings=settings) as writable:
            figures: dict[str, object] = {
                "cores": os.cpu_count(),
                "passages": len(texts),
                "text_mb": round(sum(map(len, map(str.encode, texts))) / 1e6, 1),
            }
            figures |= fill(writable, texts)
        figures["find"] = searched(case, asked)
        figures["start_to_exit"] = started(case, asked["expanded name"][:20])
        figures["fts5"] = fts5(Path(folder), texts, asked)
    print(json.dumps(figures, indent=2))
    if arguments.json:
        arguments.json.write_text(json.dumps(figures, indent=2), encoding="utf-8")


if __name__ == "__main__":
    main()
