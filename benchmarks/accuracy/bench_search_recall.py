"""What a query finds: ``python -m benchmarks.accuracy.bench_search_recall [--data DIR] [--show]``.

A folder holds ``documents.jsonl`` (`name` and `text`, or `pages`; also `path`, `title`, `author`) and ``queries.jsonl`` (`kind`, `query`,
`wanted` and `not_wanted` names). Each document is put into a case as if it had been read, each query asked, and by kind it is told which
share of what is wanted was found, and what was found that is not wanted. Without `--data` it is the set of our own in
``tests/fixtures/queries``. A document is found when a passage of it answers, or what is known of its file.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kashf.bootstrap import create_case, open_case, open_for_writing
from kashf.domain.document import Page, Reading, Sighting, Status
from kashf.domain.ids import DocumentId, content_id
from kashf.errors import UsageError
from kashf.ports.stages import INDEX
from kashf.ports.stores import StoredReading
from kashf.search.passages import Indexable
from kashf.services.case.open import OpenCase, WritableCase
from kashf.services.search.find import find
from kashf.services.search.index_passages import index_documents
from kashf.settings import Settings

OWN = Path(__file__).parents[2] / "tests/fixtures/queries"
MOST = 1_000


@dataclass(frozen=True, slots=True)
class Answered:
    """One query with what it found: of what is wanted, of what is not, and why it was refused."""

    kind: str
    query: str
    wanted: int
    found: tuple[str, ...]
    missed: tuple[str, ...]
    unwanted: tuple[str, ...]
    refused: str = ""


def rows(file: Path) -> list[dict[str, object]]:
    """Return the objects of a file, one on a line."""
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]


def fill(case: WritableCase, documents: Sequence[Mapping[str, object]]) -> dict[DocumentId, str]:
    """Put documents into a case and its index; return their names."""
    readings, names, places = [], {}, []
    for each in documents:
        texts = each.get("pages") or [each["text"]]
        assert isinstance(texts, list)
        id = DocumentId(content_id([str(each["name"]), *map(str, texts)]))
        metadata = {key: str(each[key]) for key in ("title", "author") if each.get(key)}
        pages = tuple(Page(number, str(text)) for number, text in enumerate(texts, start=1))
        readings.append(Reading(id, "text/plain", Status.DONE, pages=pages, metadata=metadata))
        names[id] = str(each["name"])
        places.append(str(each.get("path") or f"{each['name']}.txt"))
    with case.store.unit() as uow:
        uow.sight([Sighting(reading.document, place, "x") for reading, place in zip(readings, places, strict=True)], receipt=None, depth=0)
        uow.put([StoredReading(reading) for reading in readings], version="1")
        uow.lease(INDEX, limit=len(readings))
        uow.commit()
    records = {record.id: record for record in case.reading.view.records(list(names))}
    items = [Indexable(records[reading.document], reading.pages, ("x",), (place,)) for reading, place in zip(readings, places, strict=True)]
    writer = case.reading.index.writer()
    words = index_documents(items, writer=writer)
    with case.store.unit() as uow:
        uow.learn_words(words)
        uow.finish(INDEX, list(names), version="1")
        uow.commit()
    writer.commit()
    writer.close()
    return names


def answered(case: OpenCase, names: Mapping[DocumentId, str], asked: Sequence[Mapping[str, object]]) -> Iterator[Answered]:
    """Yield what each query found."""
    for each in asked:
        wanted, not_wanted = (each.get(key) or [] for key in ("wanted", "not_wanted"))
        assert isinstance(wanted, list)
        assert isinstance(not_wanted, list)
        query, refused, found = str(each["query"]), "", set()
        try:
            answer = find(case, query, limit=MOST)
            found = {names[hit.document] for hit in (*answer.hits, *answer.about)}
        except UsageError as error:
            refused = str(error)
        hits, missed = (tuple(name for name in wanted if (name in found) is is_hit) for is_hit in (True, False))
        yield Answered(str(each["kind"]), query, len(wanted), hits, missed, tuple(sorted(found.intersection(not_wanted))), refused)


def recoll(folder: Path, documents: Sequence[Mapping[str, object]], asked: Sequence[Mapping[str, object]]) -> Iterator[Answered]:
    """Yield what recoll finds in the same texts, one file each; it is asked in its own query language, which is near to ours."""
    files, settings = folder / "files", folder / "recoll"
    files.mkdir()
    settings.mkdir()
    for each in documents:
        pages = each.get("pages") or [each["text"]]
        assert isinstance(pages, list)
        (files / f"{each['name']}.txt").write_text("\f".join(map(str, pages)), encoding="utf-8")
    (settings / "recoll.conf").write_text(f"topdirs = {files}\nindexallfilenames = 1\n", encoding="utf-8")
    indexer, asker = (str(shutil.which(program)) for program in ("recollindex", "recollq"))
    subprocess.run([indexer, "-c", str(settings)], check=True, capture_output=True)
    for each in asked:
        wanted, not_wanted = each.get("wanted") or [], each.get("not_wanted") or []
        assert isinstance(wanted, list)
        assert isinstance(not_wanted, list)
        asks = [asker, "-c", str(settings), "-b", "-n", "0-1000", str(each["query"])]
        answer = subprocess.run(asks, check=False, capture_output=True, text=True)
        found = {Path(line).stem for line in answer.stdout.splitlines() if line.startswith("file://")}
        hits, missed = (tuple(name for name in wanted if (name in found) is is_hit) for is_hit in (True, False))
        unwanted = tuple(sorted(found.intersection(not_wanted)))
        yield Answered(str(each["kind"]), str(each["query"]), len(wanted), hits, missed, unwanted)


def table(answers: Sequence[Answered]) -> Iterator[str]:
    """Yield the lines of what was found by kind, and of all together."""
    kinds = dict.fromkeys(each.kind for each in answers)
    yield f"{'kind':28} {'wanted':>6} {'found':>6} {'share':>6} {'unwanted':>8} {'refused':>7}"
    for kind in (*kinds, "all"):
        some = [each for each in answers if kind in (each.kind, "all")]
        wanted, found = sum(each.wanted for each in some), sum(len(each.found) for each in some)
        share = f"{found / wanted:6.2f}" if wanted else "     -"
        unwanted, refused = sum(len(each.unwanted) for each in some), sum(bool(each.refused) for each in some)
        yield f"{kind:28} {wanted:6} {found:6} {share} {unwanted:8} {refused:7}"


def main() -> None:
    """Print the table, and with --show each query that missed something or found what is not wanted."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=OWN)
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--peer", action="store_true", help="also ask recoll, where it is installed")
    arguments = parser.parse_args()
    documents, asked = rows(arguments.data / "documents.jsonl"), rows(arguments.data / "queries.jsonl")
    with tempfile.TemporaryDirectory() as folder:
        case, settings = Path(folder) / "case", Settings()
        create_case(case, name="bench", settings=settings)
        with open_for_writing(case, settings=settings) as writable:
            names = fill(writable, documents)
        answers = list(answered(open_case(case), names, asked))
        if arguments.peer and shutil.which("recollindex"):
            peer = list(recoll(Path(folder), documents, asked))
            print("\n".join(["recoll on the same files, all kinds together:", *list(table(peer))[:1], *list(table(peer))[-1:]]))
    print(f"{len(documents)} documents, {len(asked)} queries of {arguments.data.name}")
    print("\n".join(table(answers)))
    for each in answers if arguments.show else ():
        if each.missed or each.unwanted or each.refused:
            print(f"{each.kind}: {each.query}\n    missed {each.missed}, unwanted {each.unwanted} {each.refused}")


if __name__ == "__main__":
    main()
