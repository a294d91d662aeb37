"""How long the server takes for each screen of a case.

    python -m benchmarks.speed.bench_web [CASE] [--requests 200] [--seed 1] [--files 2000]

Without a case it makes one of small text files. Asks the application directly, without network and browser: home, search (one word, two
words, narrowed, live while typing, a name in the other script, nothing found), document with occurrences, the names of persons, the
dossiers of the most frequent. Queries are words of the case, chosen by the seed. Texts that it makes have a real variety of words.
Prints one JSON object a screen: requests, median and 95th percentile in milliseconds of wall and of processor time (on a busy machine
the second is the one to trust), size of a page. Target: search p95 < 200 ms on 22,000 files, live results < 100 ms.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn
from urllib.parse import quote

import httpx

from benchmarks.speed.measure import machine
from benchmarks.speed.varied_leak import make_leak
from kashf.bootstrap import open_case
from kashf.domain.entity import MentionType
from kashf.domain.ids import DocumentId
from kashf.ports.runtime import Worker
from kashf.ports.views import DocumentRecord
from kashf.services.case.open import OpenCase
from kashf.services.names.list import list_names
from kashf.web.app import create_app

PORT, TOKEN = 8417, "benchmark"
KASHF = [sys.executable, "-m", "kashf"]


class NoSandbox:
    """Page images are not measured here; benchmarks of the sandbox are beside this one."""

    grade = "none"

    def worker(self) -> Worker:
        """Refuse."""
        _fail("no screen that is measured draws a picture")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("case", type=Path, nargs="?")
    parser.add_argument("--requests", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--files", type=int, default=2000)
    asked = parser.parse_args()
    with _case(asked) as path:
        case = open_case(path)
        documents = case.view.totals().done
        for name, addresses in _screens(case, random.Random(asked.seed), asked.requests).items():
            print(json.dumps({"what": f"web {name}", "documents": documents, **machine(), **asyncio.run(_measure(case, addresses))}))
        case.close()


async def _measure(case: OpenCase, addresses: list[tuple[str, dict[str, str]]]) -> dict[str, float | int]:
    app = create_app(case, NoSandbox(), token=TOKEN, port=PORT)
    seconds, worked, sizes = [], [], []
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=f"http://127.0.0.1:{PORT}") as client:
        await client.get(f"/enter/{TOKEN}")
        await client.get("/search?q=warm")
        for address, headers in addresses:
            begun, busy = time.perf_counter(), time.process_time()
            answer = await client.get(address, headers=headers)
            seconds.append(time.perf_counter() - begun)
            worked.append(time.process_time() - busy)
            sizes.append(len(answer.content))
            if answer.status_code != 200:
                _fail(f"{address}: {answer.status_code}")
    wall, cpu = (statistics.quantiles(times, n=20, method="inclusive") for times in (seconds, worked))
    return {
        "requests": len(addresses),
        "p50_ms": round(wall[9] * 1000, 1),
        "p95_ms": round(wall[18] * 1000, 1),
        "p50_cpu_ms": round(cpu[9] * 1000, 1),
        "p95_cpu_ms": round(cpu[18] * 1000, 1),
        "page_kb": round(statistics.mean(sizes) / 1000, 1),
    }


def _screens(case: OpenCase, chance: random.Random, count: int) -> dict[str, list[tuple[str, dict[str, str]]]]:
    """Return the addresses to ask for, by screen."""
    pages = [(one.id, words) for one in _sample(case, chance, count) if (words := _words(case, one.id))]
    one, two = ([quote(" ".join(chance.sample(words, min(n, len(words))))) for _, words in pages] for n in (1, 2))
    most = [each.text for each in list_names(case, [MentionType.PERSON], limit=10)] or ["nobody"]
    plain: dict[str, str] = {}
    makers: dict[str, Callable[[int], tuple[str, dict[str, str]]]] = {
        "home": lambda _: ("/", plain),
        "search, a word": lambda n: (f"/search?q={one[n]}", plain),
        "search, two words": lambda n: (f"/search?q={two[n]}", plain),
        "search, narrowed": lambda n: (f"/search?q={one[n]}&source=courier&type=text/plain", plain),
        "search, live": lambda n: (f"/search?q={one[n]}", {"HX-Request": "true"}),
        "search, a name in the other script": lambda _: ("/search?q=Abu+Mohammed+Shamali", plain),
        "search, nothing": lambda n: (f"/search?q=qqq{n}zz", plain),
        "names": lambda _: ("/names?type=PER", plain),
        "dossier of the most frequent": lambda n: (f"/name?type=PER&name={quote(most[n % len(most)])}", plain),
        "document": lambda n: (f"/document/{pages[n][0]}?q={one[n]}", plain),
    }
    return {name: [make(number % len(pages)) for number in range(count)] for name, make in makers.items()}


def _sample(case: OpenCase, chance: random.Random, count: int) -> list[DocumentRecord]:
    """Return documents from all over the case, each once."""
    whole = list(case.view.walk(status="done"))
    return chance.sample(whole, min(count, len(whole)))


def _words(case: OpenCase, document: DocumentId) -> list[str]:
    page = next(iter(case.view.pages(document)), None)
    return [word for word in (page.text.split() if page else []) if len(word) > 3 and word.isalpha()]


@contextmanager
def _case(asked: argparse.Namespace) -> Iterator[Path]:
    if asked.case:
        yield asked.case
        return
    with tempfile.TemporaryDirectory(prefix="kashf-bench-") as scratch:
        files, case = make_leak(Path(scratch) / "leak", files=asked.files, seed=asked.seed), Path(scratch) / "web.case"
        subprocess.run([*KASHF, "init", case], check=True, capture_output=True)
        subprocess.run([*KASHF, "add", case, files, "--from", "courier"], check=False, capture_output=True)
        yield case


def _fail(why: str) -> NoReturn:
    sys.exit(f"bench_web: {why}")


if __name__ == "__main__":
    main()
