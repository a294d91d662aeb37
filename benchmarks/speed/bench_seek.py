"""What it costs to look in all texts for names that are sure in some: ``python -m benchmarks.speed.bench_seek [--texts 22000]``.

Pages of the example leak, with other numbers on each, are put into a new case through its store with the names found on them; then the
stage looks through all of them, and once more after one text came. Prints one JSON object, times in processor seconds.
Target: 22,000 texts in 20 s or less; one new text in less than 1 s.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.accuracy.siege_pages import Leak, NamedPage, digital_pages
from kashf.bootstrap import create_case, make_taggers, open_for_writing
from kashf.domain.document import Page, Reading, Sighting, Status
from kashf.domain.entity import PlacedMention
from kashf.domain.ids import DocumentId, content_id
from kashf.entities.tagging.keys import name_key
from kashf.entities.tagging.settle import find_mentions
from kashf.ports.stages import INDEX, NAMES
from kashf.ports.stores import StoredReading
from kashf.services.case.open import WritableCase
from kashf.services.ingest.leasing import lease
from kashf.services.ingest.looking.index_stage import IndexWork
from kashf.services.names.finding.seek import seek_names
from kashf.services.search.index_passages import all_passages
from kashf.services.transcription.bring_up import indexable
from kashf.settings import Settings

TOGETHER = 2_000


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=int, default=22_000)
    count = parser.parse_args().texts
    pages = [page for cast in (0, 1) for page in digital_pages(Leak(1, cast, 100))]
    taggers = make_taggers()
    found = [[*find_mentions(page.text, taggers=taggers, language=page.language)] for page in pages]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "case"
        create_case(path, name="bench", settings=Settings())
        with open_for_writing(path, settings=Settings()) as case:
            for start in range(0, count, TOGETHER):
                put(case, range(start, min(start + TOGETHER, count)), pages, found)
            index(case)
            result = timed(case) | {"texts": count, "letters": sum(len(pages[number % len(pages)].text) for number in range(count))}
            put(case, range(count, count + 1), pages, found)
            index(case)
            result |= {f"one_more_{name}": value for name, value in timed(case).items()}
    print(json.dumps(result))


def put(case: WritableCase, numbers: Sequence[int], pages: Sequence[NamedPage], found: Sequence[Sequence[object]]) -> None:
    """Put texts into a case as if they had been read and looked through for names."""
    texts = {DocumentId(content_id(number)): number for number in numbers}
    rows = {id: [_placed(id, mention) for mention in found[number % len(pages)]] for id, number in texts.items()}
    with case.store.unit() as uow:
        uow.sight([Sighting(id, f"/{id}", "courier", size_bytes=1) for id in texts], receipt=None, depth=0)
        whole = {id: Page(1, f"{pages[number % len(pages)].text}\n{number}") for id, number in texts.items()}
        uow.put([StoredReading(Reading(id, "text/plain", Status.DONE, pages=(page,))) for id, page in whole.items()], version="1")
        uow.lease(NAMES, limit=len(texts))
        uow.put_rows(NAMES, list(rows.items()), version="1")
        uow.commit()


def index(case: WritableCase) -> None:
    """Index what waits for it."""
    writer = case.reading.index.writer()
    work = IndexWork(case, writer, lambda _progress: None)
    while jobs := lease(case, INDEX):
        work.put({job.document: tuple(all_passages(indexable(case.reading, job.document))) for job in jobs})
    work.finish()
    writer.close()
    assert not case.reading.view.totals().by_stage.get(INDEX.name)


def timed(case: WritableCase) -> dict[str, float]:
    """Return the processor seconds of looking for sure names, and through how many texts."""
    began = time.process_time()
    looked = seek_names(case)
    return {"seconds": round(time.process_time() - began, 2), "looked_through": looked}


def _placed(id: DocumentId, mention: object) -> PlacedMention:
    return PlacedMention(id, 1, name_key(mention.text, mention.type), mention)  # type: ignore[attr-defined]  # as it was found


if __name__ == "__main__":
    main()
