"""What it costs to keep names and to ask for them: ``python -m benchmarks.speed.bench_names_store [--mentions 440000]``.

Puts made-up mentions of 22,000 documents into a new case through its store, as a run does (names as often as Zipf says, a tenth of the
places in a second spelling), looks through a tenth of the documents again, and asks. Prints one JSON object, times in processor seconds.
Targets: keeping 440,000 mentions in 6 s or less, the most frequent names of a type in 0.05 s or less.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import random
import tempfile
import time
from collections.abc import Callable, Sequence
from itertools import accumulate
from pathlib import Path

from kashf.bootstrap import create_case, open_case, open_for_writing
from kashf.domain.document import Page, Reading, Sighting, Status
from kashf.domain.entity import Judgement, Mention, MentionType, NameKey, PlacedMention, Verdict
from kashf.domain.ids import DocumentId, EntryId, content_id
from kashf.domain.ledger import EntryKind
from kashf.ports.stages import NAMES
from kashf.ports.stores import StoredReading
from kashf.services.case.open import WritableCase
from kashf.services.ledger.record import record
from kashf.settings import Settings

A_DOCUMENT = 20
#: Documents kept at a time, about as many as a run keeps.
TOGETHER = 2_500
NOW = dt.datetime(2016, 5, 2, tzinfo=dt.UTC)
TYPES = (MentionType.PERSON, MentionType.PLACE, MentionType.GROUP)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mentions", type=int, default=440_000)
    parser.add_argument("--names", type=int, default=85_000)
    parser.add_argument("--judgements", type=int, default=10_000)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="kashf-bench-") as folder:
        path, settings = Path(folder) / "a.case", Settings(home=Path(folder) / "home", actor="bench")
        create_case(path, name="bench", settings=settings)
        with open_for_writing(path, settings=settings) as case:
            figures = keep(case, make(asked.mentions, asked.names))
            figures["records_mb"] = round((path / "case.db").stat().st_size / 1e6, 1)
            judge(case, asked.judgements)
        print(json.dumps({"what": "names-store", "mentions": asked.mentions, **figures, **ask(path)}))


def make(mentions: int, names: int) -> dict[DocumentId, list[PlacedMention]]:
    """Return documents with what is named in them."""
    chance = random.Random(1)
    weights = list(accumulate(1 / (rank + 2) ** 0.9 for rank in range(names)))
    found: dict[DocumentId, list[PlacedMention]] = {}
    for number in range(mentions // A_DOCUMENT):
        id = DocumentId(content_id(number))
        ranks = chance.choices(range(names), cum_weights=weights, k=A_DOCUMENT)
        found[id] = [_mention(id, rank, 60 * place, father="أبي" if chance.random() < 0.1 else "أبو") for place, rank in enumerate(ranks)]
    return found


def _mention(id: DocumentId, rank: int, start: int, *, father: str) -> PlacedMention:
    text = f"{father} محمد الشمالي {rank}"
    mention = Mention(start, start + len(text), text, TYPES[rank % 3], "rules:kunya-nisba", 0.9)
    return PlacedMention(id, 1, NameKey(f"ابو محمد الشمالي {rank}"), mention)


def keep(case: WritableCase, found: dict[DocumentId, list[PlacedMention]]) -> dict[str, float]:
    """Put mentions into a case whose documents are read, and a tenth of them once more."""
    ids = list(found)
    with case.store.unit() as uow:
        uow.sight([Sighting(id, f"/{id}", "courier", size_bytes=1) for id in ids], receipt=None, depth=0)
        readings = [StoredReading(Reading(id, "text/plain", Status.DONE, pages=(Page(1, "x"),))) for id in ids]
        uow.put(readings, version="1")
        uow.commit()
    first = _timed(lambda: _put(case, ids, found))
    with case.store.unit() as uow:
        uow.reopen(NAMES, unless_version="2")
        uow.commit()
    return {"keep": first, "keep_a_tenth_again": _timed(lambda: _put(case, ids[: len(ids) // 10], found))}


def _put(case: WritableCase, ids: Sequence[DocumentId], found: dict[DocumentId, list[PlacedMention]]) -> None:
    for start in range(0, len(ids), TOGETHER):
        with case.store.unit() as uow:
            uow.lease(NAMES, limit=TOGETHER)
            uow.put_rows(NAMES, [(id, found[id]) for id in ids[start : start + TOGETHER]], version="1")
            uow.commit()


def judge(case: WritableCase, count: int) -> None:
    """Write decisions into a case's ledger."""
    with case.store.unit() as uow:
        for number in range(count):
            left, right = NameKey(f"abu mohammed {number}"), NameKey(f"ابو محمد {number}")
            body = Judgement(TYPES[0], left, right, Verdict.SAME, "", "", NOW, EntryId("")).body()
            record(case, uow, EntryKind.JUDGED, body)
        uow.commit()


def ask(path: Path) -> dict[str, float]:
    """Return the seconds of each question."""
    case = open_case(path)
    view, person = case.view, MentionType.PERSON
    top = [total.key for total in view.names(person, limit=100)]
    first = next(view.walk())
    figures = {
        "top_100": _timed(lambda: view.names(person)),
        "next_100": _timed(lambda: view.names(person, after=top[-1])),
        "containing": _timed(lambda: view.names(person, containing="شمالي 12")),
        "all_of_a_type": _timed(lambda: view.names(person, limit=None)),
        "places_of_the_first": _timed(lambda: view.mentions_of(person, top[:1])),
        "first_mentions": len(view.mentions_of(person, top[:1])),
        "in_a_document": _timed(lambda: view.mentions_in(first.id)),
        "judgements": _timed(view.judgements),
    }
    case.close()
    return figures


def _timed(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return round(time.process_time() - began, 4)


if __name__ == "__main__":
    main()
