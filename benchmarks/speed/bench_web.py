"""How long the server takes for each screen of a case.

    python -m benchmarks.speed.bench_web [CASE] [--requests 200] [--seed 1] [--files 2000] [--plain]

Without a case it makes one of small text files. Asks the application directly, without network and browser: home, search (one word, two
words, narrowed, live while typing, a name in the other script, nothing found), document with occurrences, the names of persons, the
dossiers and networks of the most frequent, and holding a list of a hundred names against the case; of the last two a tenth of the requests.
Queries are words of the case, chosen by the seed. Texts that it makes have a real variety of words, or with --plain the example's alone.
Prints one JSON object a screen: requests, median and 95th percentile in milliseconds of wall and of processor time (on a busy machine
the second is the one to trust), size of a page. Target: search p95 < 200 ms on 22,000 files, live results < 100 ms.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import statistics
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import NoReturn
from urllib.parse import quote

import httpx

from benchmarks.speed.made_case import add_arguments, case_of, watchlist
from benchmarks.speed.measure import machine
from kashf.bootstrap import open_case
from kashf.domain.entity import MentionType
from kashf.domain.ids import DocumentId
from kashf.ports.runtime import Worker
from kashf.ports.views import DocumentRecord
from kashf.services.case.open import OpenCase
from kashf.services.names.list import list_names
from kashf.web.app import create_app

PORT, TOKEN = 8417, "benchmark"
#: Of the requests for what takes long, one in how many is made.
SPARING = 10


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked for: an address, with headers; and a list that is sent to it, if any."""

    address: str
    headers: Mapping[str, str] = field(default_factory=dict)
    untrusted_list: str = ""


class NoSandbox:
    """Page images are not measured here; benchmarks of the sandbox are beside this one."""

    grade = "none"

    def worker(self) -> Worker:
        """Refuse."""
        _fail("no screen that is measured draws a picture")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_arguments(parser, files=2000)
    parser.add_argument("--requests", type=int, default=200)
    asked = parser.parse_args()
    with case_of(asked) as path:
        case = open_case(path)
        documents = case.view.totals().done
        for name, requests in _screens(case, random.Random(asked.seed), asked.requests).items():
            figures = {"documents": documents, **machine(), **asyncio.run(_measure(case, requests))}
            print(json.dumps({"what": f"web {name}", **figures}), flush=True)
        case.close()


async def _measure(case: OpenCase, requests: list[Request]) -> dict[str, float | int]:
    app = create_app(case, NoSandbox(), token=TOKEN, port=PORT)
    seconds, worked, sizes = [], [], []
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=f"http://{app.state.visitor.host}") as client:
        await client.get(f"/enter/{TOKEN}")
        await client.get("/search?q=warm")
        for request in requests:
            begun, busy = time.perf_counter(), time.process_time()
            answer = await _ask(client, request, form_token=app.state.visitor.form_token)
            seconds.append(time.perf_counter() - begun)
            worked.append(time.process_time() - busy)
            sizes.append(len(answer.content))
            if answer.status_code != 200:
                _fail(f"{request.address}: {answer.status_code}")
    wall, cpu = (statistics.quantiles(times, n=20, method="inclusive") for times in (seconds, worked))
    return {
        "requests": len(requests),
        "p50_ms": round(wall[9] * 1000, 1),
        "p95_ms": round(wall[18] * 1000, 1),
        "p50_cpu_ms": round(cpu[9] * 1000, 1),
        "p95_cpu_ms": round(cpu[18] * 1000, 1),
        "page_kb": round(statistics.mean(sizes) / 1000, 1),
    }


async def _ask(client: httpx.AsyncClient, request: Request, *, form_token: str) -> httpx.Response:
    if not request.untrusted_list:
        return await client.get(request.address, headers=request.headers)
    files = {"list": ("list.csv", request.untrusted_list.encode(), "text/csv")}
    same = {"Origin": "null", "Sec-Fetch-Site": "same-origin"}
    sent = await client.post(request.address, headers=same, data={"token": form_token}, files=files)
    return await client.get(sent.headers["location"]) if sent.is_redirect else sent


def _screens(case: OpenCase, chance: random.Random, count: int) -> dict[str, list[Request]]:
    """Return what to ask for, by screen."""
    pages = [(one.id, words) for one in _sample(case, chance, count) if (words := _words(case, one.id))]
    one, two = ([quote(" ".join(chance.sample(words, min(n, len(words))))) for _, words in pages] for n in (1, 2))
    names = [each.text for each in list_names(case, [MentionType.PERSON], limit=100)] or ["nobody"]
    most, listed = [quote(name) for name in names[:10]], watchlist(names)
    makers: dict[str, Callable[[int], Request]] = {
        "home": lambda _: Request("/"),
        "search, a word": lambda n: Request(f"/search?q={one[n]}"),
        "search, two words": lambda n: Request(f"/search?q={two[n]}"),
        "search, narrowed": lambda n: Request(f"/search?q={one[n]}&source=courier&type=text/plain"),
        "search, live": lambda n: Request(f"/search?q={one[n]}", {"HX-Request": "true"}),
        "search, a name in the other script": lambda _: Request("/search?q=Abu+Mohammed+Shamali"),
        "search, nothing": lambda n: Request(f"/search?q=qqq{n}zz"),
        "names": lambda _: Request("/names?type=PER"),
        "dossier of the most frequent": lambda n: Request(f"/name?type=PER&name={most[n % len(most)]}"),
        "document": lambda n: Request(f"/document/{pages[n][0]}?q={one[n]}"),
    }
    sparingly: dict[str, Callable[[int], Request]] = {
        "network of the most frequent": lambda n: Request(f"/network?type=PER&name={most[n % len(most)]}"),
        "screening a hundred names": lambda _: Request("/screening", untrusted_list=listed),
    }
    asked = {name: [make(number % len(pages)) for number in range(count)] for name, make in makers.items()}
    return asked | {name: [make(number) for number in range(max(2, count // SPARING))] for name, make in sparingly.items()}


def _sample(case: OpenCase, chance: random.Random, count: int) -> list[DocumentRecord]:
    """Return documents from all over the case, each once."""
    whole = list(case.view.walk(status="done"))
    return chance.sample(whole, min(count, len(whole)))


def _words(case: OpenCase, document: DocumentId) -> list[str]:
    page = next(iter(case.view.pages(document)), None)
    return [word for word in (page.text.split() if page else []) if len(word) > 3 and word.isalpha()]


def _fail(why: str) -> NoReturn:
    sys.exit(f"bench_web: {why}")


if __name__ == "__main__":
    main()
