"""Pages of the example leak with every name on them, for the benchmarks of names: made in memory, scans read by kashf itself.

Born-digital pages are taken as the generator wrote them, each text once however often it is copied. Scans go through `kashf add`; what was
read is laid against what was written by the shortest chain of edits, and each name is looked for where its letters ended up: a name of
which less than a third of the letters came through has no place there, and is missed by whoever does not guess it.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from examples.siege.document import Part
from examples.siege.making import Maker
from examples.siege.mixes import KINDS
from examples.siege.plan import Spec, draft
from examples.siege.planting import planted
from examples.siege.truth import name_rows
from kashf.bootstrap import open_case

#: How like what was written, of 100 (rapidfuzz's ratio), the best stretch must be for a name to have a place on a scanned page.
LIKE = 60
#: How many code points before and after its place by the chain of edits it is looked for.
REACH = 25


@dataclass(frozen=True, slots=True)
class Name:
    """A name that truly stands on a page.

    Attributes:
        start: First code point, the particle that is written onto it included.
        end: One past the last; as `start` where reading has lost it.
        text: As it was written.
        type: "PER", "ORG", "LOC", "ROLE" or "CODE".
        entity: Who or what it is; "" for half a name and for what has no identity.
        clitic: The particle, or "".
        part: "kunya", "nisba" ... for half a name.
        optional: Why nobody is wrong who does not find it, or "".
        script: "Arab" or "Latn".
    """

    start: int
    end: int
    text: str
    type: str
    entity: str
    clitic: str
    part: str
    optional: str
    script: str


@dataclass(frozen=True, slots=True)
class NamedPage:
    """A page and the names on it, in order.

    Attributes:
        text: As a program sees it.
        language: Of the document.
        origin: "digital" or "scan".
        document: A key of what the page is part of, unique in its leak.
    """

    text: str
    language: str
    origin: str
    document: str
    names: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class Leak:
    """Which leak to take pages of."""

    seed: int
    cast: int
    files: int
    mix: str = "digital"

    @property
    def maker(self) -> Maker:
        """What makes its files."""
        return Maker.of(self.seed, self.cast)

    def specs(self) -> tuple[Spec, ...]:
        """Return what its files are."""
        return planted(self.seed, draft(self.seed, self.files, self.mix))


def digital_pages(leak: Leak) -> Iterator[NamedPage]:
    """Yield every page of the leak that a program can read without OCR, each text once."""
    maker, seen = leak.maker, set()
    for spec, part in _documents(maker, leak.specs()):
        digest = sha256("\f".join(page.words for page in part.pages).encode()).digest()
        if part.origin != "digital" or digest in seen:
            continue
        seen.add(digest)
        kind = KINDS[spec.kind]
        language = kind.language or ("en" if kind.family == "table" else maker.document(spec).language)
        yield from _pages(part, language, f"{leak.seed}/{leak.cast}/{spec.content}")


def _documents(maker: Maker, specs: Iterable[Spec]) -> Iterator[tuple[Spec, Part]]:
    """Yield every text of the leak with its spec, those within containers too; broken files are passed over."""
    for top in specs:
        for spec in top.walk():
            if KINDS[spec.kind].family in {"letter", "report", "table", "mail"} and spec.kind != "box_mbox":
                yield spec, maker.make(spec).parts[0]


def _pages(part: Part, language: str, document: str) -> Iterator[NamedPage]:
    named: dict[int, list[Name]] = {number: [] for number in range(1, len(part.pages) + 1)}
    for row in name_rows(part):
        start = _start_of(part.pages[row["page"] - 1].words, row["text"], row["nth"])
        facts = {key: row[key] or "" for key in ("type", "entity", "clitic", "part", "optional", "script")}
        named[row["page"]].append(Name(start, start + len(row["text"]), row["text"], **facts))
    for number, page in enumerate(part.pages, start=1):
        yield NamedPage(page.words, language, part.origin, document, tuple(named[number]))


def _start_of(words: str, text: str, nth: int) -> int:
    at = -1
    for _ in range(nth):
        at = words.index(text, at + 1)
    return at


def scanned_pages(leak: Leak, count: int, *, cache: Path | None) -> Iterator[NamedPage]:
    """Yield so many scanned letters of the leak as kashf reads them.

    Args:
        leak: Of the mix "full".
        count: At most as many as it has.
        cache: A file that keeps what was read, so that a second run need not read again; None reads anew.
    """
    maker = leak.maker
    specs = [spec for spec in leak.specs() if KINDS[spec.kind].family == "scan"][:count]
    made = [maker.make(spec) for spec in specs]
    files = {f"{sha256(one.data).hexdigest()}.{KINDS[spec.kind].extension}": one.data for spec, one in zip(specs, made, strict=True)}
    texts = _read(files, cache)
    for spec, one in zip(specs, made, strict=True):
        [page] = _pages(one.parts[0], "ar", f"{leak.seed}/{leak.cast}/{spec.content}")
        yield laid_against(page, texts[sha256(one.data).hexdigest()])


def _read(files: dict[str, bytes], cache: Path | None) -> dict[str, str]:
    """Return SHA-256 -> what kashf reads."""
    known: dict[str, str] = json.loads(cache.read_text(encoding="utf-8")) if cache and cache.exists() else {}
    left = {name: data for name, data in files.items() if name.partition(".")[0] not in known}
    if left:
        known |= _read_anew(left)
        if cache:
            cache.write_text(json.dumps(known, ensure_ascii=False), encoding="utf-8")
    return known


def _read_anew(files: dict[str, bytes]) -> dict[str, str]:
    program = Path(sys.executable).with_name("kashf")
    with tempfile.TemporaryDirectory() as folder:
        scans, case = Path(folder, "scans"), Path(folder, "case")
        scans.mkdir()
        for name, data in files.items():
            (scans / name).write_bytes(data)
        subprocess.run([program, "--quiet", "init", case], check=True)
        subprocess.run([program, "--quiet", "add", case, scans, "--from", "courier"], check=True)
        opened = open_case(case)
        documents = [record.id for record in opened.view.walk()]
        texts = {str(document): "\n".join(page.shown() for page in opened.view.pages(document)) for document in documents}
        opened.close()
    return texts


def laid_against(page: NamedPage, read: str) -> NamedPage:
    """Return the page as it was read, each name where its letters went."""
    steps = [(step.src_start, step.src_end, step.dest_start, step.dest_end) for step in Levenshtein.opcodes(page.text, read)]
    names = tuple(_moved(name, read, around=(_carried(steps, name.start), _carried(steps, name.end))) for name in page.names)
    return NamedPage(read, page.language, page.origin, page.document, names)


def _carried(steps: Iterable[tuple[int, int, int, int]], position: int) -> int:
    """Return where a position of the written text lies in what was read."""
    until = 0
    for start, end, to, until in steps:
        if start <= position < end:
            return min(to + position - start, until)
    return until


def _moved(name: Name, read: str, *, around: tuple[int, int]) -> Name:
    """Return the name at the stretch about that place that is most like it, or nowhere."""
    first, last = max(around[0] - REACH, 0), around[1] + REACH
    best = fuzz.partial_ratio_alignment(name.text, read[first:last], score_cutoff=LIKE)
    start, end = (first + best.dest_start, first + best.dest_end) if best and first < last else (0, 0)
    return replace(name, start=start, end=end)
