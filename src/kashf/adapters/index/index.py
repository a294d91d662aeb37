"""Open, search and write the index; tell what goes wrong in the words of the house."""

from __future__ import annotations

import json
import shutil
import stat
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from heapq import nsmallest
from pathlib import Path
from types import MappingProxyType
from typing import Final, cast

import tantivy
from tantivy import DocAddress, Order, Query, Searcher

from kashf.adapters.index.faults import told
from kashf.adapters.index.fields import VERSION, entry, hit, owner_number, page_of, profile_code, schema
from kashf.adapters.index.file_list import LIST, FileList, read_at_once
from kashf.adapters.index.mirror import Mirror, needs_mirror
from kashf.adapters.index.queries import QueryBuilder, all_score_alike
from kashf.domain.ids import DocumentId
from kashf.errors import DamagedIndexError
from kashf.ports.search import IndexQuery, Layer, Passage, PassageHits
from kashf.ports.sound.index_files import IndexFiles

#: Bytes. Measured on 100,000 passages of 60 words: 15 MB doubles the CPU time by merging, more than 50 MB gains nothing.
_WRITER_HEAP: Final = 50_000_000

Scored = tuple[float, DocAddress]


class TantivyIndex:
    """A SearchIndex in a folder.

    Args:
        path: The folder; it may be missing until something is written.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._version_file = path / "version"
        self._files = FileList(path)
        self._opened: tuple[tuple[int, ...], tantivy.Index] | None = None
        self._mirror: Mirror | None = None

    def writer(self) -> TantivyWriter:
        """Return the writer; an index that is missing, damaged or of another version is made anew."""
        if not self.is_whole():
            self._make_anew()
        return TantivyWriter(self._path, self._files)

    def clear(self) -> None:
        """Throw the index away; the next writer makes it anew."""
        if self.is_whole():
            self.writer().close()  # Refused while another writes.
        self._opened = None
        with told(self._path):
            shutil.rmtree(self._path, ignore_errors=True)

    def is_whole(self) -> bool:
        """Return whether there is a readable index of this version."""
        try:
            self._builder()
        except DamagedIndexError:
            return False
        return True

    def search(self, query: IndexQuery, *, limit: int, offset: int = 0, layer: Layer = Layer.SHOWN) -> PassageHits:
        """Return passages by score (to four decimals), then document, page and start."""
        wanted = offset + limit
        with told(self._path):
            searcher, builder = self._builder()
            if not builder.has(layer):
                return PassageHits((), 0)
            asked = builder.whole(query, layer=layer)
            found = searcher.search(asked, limit=wanted + 1)
            total = int(found.count or 0)  # type: ignore[attr-defined]  # the stub leaves it out
            hits = found.hits
            while 0 < wanted < len(hits) < total and _rounded(hits[-1]) == _rounded(hits[wanted - 1]):
                # More passages share the last score than were asked for: look further, so that the same ones are chosen every time.
                if all_score_alike(query):
                    hits = _by_document(searcher, asked, wanted=wanted, score=hits[0][0])
                    break
                hits = searcher.search(asked, limit=min(len(hits) * 8, total), count=False).hits
            chosen = _first(searcher, hits, wanted)[offset:]
            return PassageHits(tuple(hit(searcher.doc(scored[1])["key"][0], _rounded(scored)) for scored in chosen), total)

    def facets(
        self, query: IndexQuery, *, layer: Layer = Layer.SHOWN, months: Mapping[DocumentId, str] = MappingProxyType({})
    ) -> Mapping[str, Mapping[str, int]]:
        """Return how many documents answer, by type, channel, language, origin and month ("yyyy-mm")."""
        with told(self._path):
            searcher, builder = self._builder()
            hits = searcher.search(builder.whole(query, layer=layer), limit=max(searcher.num_docs, 1), count=False).hits
            owners, profiles = (_numbers(searcher, name, hits) for name in ("owner", "profile_code"))
            documents = Counter(profile for _, profile in set(zip(owners, profiles, strict=True)))
            counts: dict[str, Counter[str]] = {name: Counter() for name in ("type", "channel", "language", "origin", "month")}
            for profile, _ in searcher.terms_with_prefix("profile", ""):
                for name, values in json.loads(profile).items():
                    counts[name].update(dict.fromkeys(values, documents[profile_code(profile)]))
        answering = set(owners)
        counts["month"].update(month for document, month in months.items() if owner_number(document) in answering)
        return {name: +counter for name, counter in counts.items()}

    def documents(self, query: IndexQuery, *, layer: Layer = Layer.SHOWN) -> tuple[DocumentId, ...]:
        """Return which documents answer, each once, by id."""
        with told(self._path):
            searcher, builder = self._builder()
            hits = searcher.search(builder.whole(query, layer=layer), limit=max(searcher.num_docs, 1), count=False).hits
            one_each = dict(zip(_numbers(searcher, "owner", hits), hits, strict=True))
            return tuple(sorted(hit(searcher.doc(address)["key"][0], score).document for score, address in one_each.values()))

    def pages(self, query: IndexQuery, *, but: Collection[tuple[DocumentId, int]] = ()) -> frozenset[tuple[DocumentId, int]]:
        """Return the pages on which what is shown answers, other than those that are known already; only of these a passage is fetched."""
        with told(self._path):
            searcher, builder = self._builder()
            hits = searcher.search(builder.whole(query, layer=Layer.SHOWN), limit=max(searcher.num_docs, 1), count=False).hits
            owners, places = (_numbers(searcher, name, hits) for name in ("owner", "place"))
            known = {(owner_number(document), page) for document, page in but}
            asked = zip(owners, map(page_of, places), strict=True)
            one_each = {page: address for page, (_, address) in zip(asked, hits, strict=True) if page not in known}
            found = (hit(searcher.doc(address)["key"][0], 0) for address in one_each.values())
            return frozenset((each.document, each.page) for each in found)

    def vocabulary(self) -> IndexWords:
        """Return the words that it holds now."""
        return IndexWords(self._builder()[0], self._path)

    def size_bytes(self) -> int:
        """Return what the index takes on disk; 0 when there is none."""
        return sum(file.stat().st_size for file in self._path.glob("*") if file.is_file())

    def digest(self) -> str:
        """Return a hash over its files as they were when it was last written to; "" where none is kept."""
        return self._files.digest

    def settle(self) -> None:
        """Say that the digest is kept elsewhere, so that no file may be otherwise from now on until it is written to again."""
        with told(self._path):
            self._files.shut()

    def check(self, recorded: str) -> IndexFiles:
        """Hold the files against the digest that was kept of them; "" where none was."""
        return self._files.check(recorded)

    def _builder(self) -> tuple[Searcher, QueryBuilder]:
        """Return what the index holds now, also after another process has written to it or made it anew."""
        with told(self._path):
            is_mirrored = needs_mirror(self._path)
            made = _stamp(self._version_file) + (_stamp(self._path / "meta.json") if is_mirrored else ())
            if self._opened is None or self._opened[0] != made:
                mirror = Mirror(self._path) if is_mirrored else None
                self._opened = (made, _open(mirror.path if mirror else self._path))
                self._mirror = mirror
            index = self._opened[1]
            index.reload()
            searcher = index.searcher()
            return searcher, QueryBuilder(index.schema, searcher)

    def _make_anew(self) -> None:
        self._opened = None
        with told(self._path):
            shutil.rmtree(self._path, ignore_errors=True)
            self._path.mkdir(parents=True, exist_ok=True)
            tantivy.Index(schema(), path=str(self._path))
            self._version_file.write_text(VERSION, encoding="ascii")


class IndexWords:
    """The words of one state of an index.

    Args:
        searcher: Of that state.
        path: The folder of the index.
    """

    def __init__(self, searcher: Searcher, path: Path) -> None:
        self._searcher = searcher
        self._path = path

    def known(self, words: Collection[str]) -> frozenset[str]:
        """Return which of these folded words stand in any text, or in what is known of files."""
        with told(self._path):
            return frozenset(word for word in words if self._searcher.doc_freq("exact", word))

    def beginning(self, letters: str) -> Sequence[str]:
        """Return the folded words that begin like this, the most frequent first."""
        with told(self._path):
            return [word for word, _ in self._searcher.terms_with_prefix("exact", letters)]


class TantivyWriter:
    """The one writer; tantivy's own lock on the folder keeps others out and ends with the process.

    Args:
        path: The folder of a whole index.
        files: The list of its files, if one is kept.
    """

    def __init__(self, path: Path, files: FileList | None = None) -> None:
        self._path = path
        self._files = files
        with told(path):
            _refuse_strange(path)
            # One thread: the other cores are for reading documents.
            self._writer = tantivy.Index.open(str(path)).writer(_WRITER_HEAP, 1)
            if files:  # by the only one who writes
                files.open()

    def put(self, passages: Sequence[Passage]) -> None:
        """Add passages; those of the same documents that were added before must be dropped first."""
        with told(self._path):
            for passage in passages:
                self._writer.add_document(entry(passage))

    def drop(self, documents: Sequence[DocumentId]) -> None:
        """Take out all passages of some documents; what is put after this stays."""
        with told(self._path):
            for document in documents:
                self._writer.delete_documents_by_term("document", document)

    def commit(self) -> None:
        """Make it durable and visible to new searches."""
        with told(self._path):
            self._writer.commit()

    def close(self) -> None:
        """Let go without committing, when merges that are under way have ended."""
        # What fails here is work that was not committed, or a merge that can be done again; why it failed was told by put or commit.
        with suppress(ValueError):
            self._writer.wait_merging_threads()
        if self._files:
            with suppress(OSError):  # as above: the list stays open, and says less
                self._files.bring_up()


def _stamp(file: Path) -> tuple[int, ...]:
    """Return what is different once a file was written anew."""
    status = file.stat()
    return status.st_ino, status.st_mtime_ns


def _open(path: Path) -> tantivy.Index:
    if read_at_once((path / "version").resolve()) != VERSION.encode("ascii"):
        raise ValueError("an index of another version")
    _refuse_strange(path)
    index = tantivy.Index.open(str(path))
    index.config_reader("manual")  # Otherwise a thread watches the folder; we look when we are asked.
    return index


def _refuse_strange(path: Path) -> None:
    """Refuse an index in which something that tantivy reads is no file: it would wait for a pipe for good."""
    read = (each for each in path.iterdir() if each.name != LIST)
    if not all(stat.S_ISREG(each.stat().st_mode) for each in read):  # links are followed, of which a mirror is made
        raise ValueError("a file of the index is none")


def _rounded(scored: Scored) -> float:
    """Return a score as it is compared: sums of the same numbers in another order differ in the last digits."""
    return round(scored[0], 4)


def _first(searcher: Searcher, hits: Sequence[Scored], wanted: int) -> list[Scored]:
    """Return the first `wanted` by score, document, page and start, of hits that come by score."""
    if wanted < 1 or not hits:
        return []
    last = _rounded(hits[min(wanted, len(hits)) - 1])
    sure = bisect_left(hits, -last, key=lambda scored: -_rounded(scored))
    tied = hits[sure : bisect_right(hits, -last, key=lambda scored: -_rounded(scored))]
    return _in_order(searcher, hits[:sure]) + _in_order(searcher, _of_first_documents(searcher, tied, wanted - sure))[: wanted - sure]


def _by_document(searcher: Searcher, asked: Query, *, wanted: int, score: float) -> list[Scored]:
    """Return all hits in the documents of the first `wanted`, of a query that gives every hit the same score."""
    limit = wanted
    while True:
        limit *= 4
        found = searcher.search(asked, limit=limit, count=False, order_by_field="owner", order=Order.Asc).hits
        if len(found) < limit or found[-1][0] != found[wanted - 1][0]:
            return [(score, address) for _, address in found]


def _of_first_documents(searcher: Searcher, hits: Sequence[Scored], wanted: int) -> Sequence[Scored]:
    """Return those hits, out of perhaps very many, that belong to the documents of the first `wanted`."""
    if len(hits) <= wanted:
        return hits
    owners = _numbers(searcher, "owner", hits)
    furthest = nsmallest(wanted, owners)[-1]
    return [scored for scored, owner in zip(hits, owners, strict=True) if owner <= furthest]


def _in_order(searcher: Searcher, hits: Sequence[Scored]) -> list[Scored]:
    owners, places = (_numbers(searcher, name, hits) for name in ("owner", "place"))
    order = [(-_rounded(scored), owner, place) for scored, owner, place in zip(hits, owners, places, strict=True)]
    return [hits[number] for number in sorted(range(len(hits)), key=order.__getitem__)]


def _numbers(searcher: Searcher, field: str, hits: Sequence[Scored]) -> list[int]:
    """Return the value of a number field, which every passage has, for each hit."""
    return cast("list[int]", searcher.fast_field_values(field, [address for _, address in hits]))
