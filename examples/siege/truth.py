"""The truth about a leak, collected file by file and written beside it as `truth.json`."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from examples.siege.dates import to_hijri
from examples.siege.document import Letter, Made, Part
from examples.siege.faults import PASSWORD, READABLE
from examples.siege.named import name_marks
from examples.siege.text import Mark, Text
from examples.siege.wanted import CANONICAL, canonical_variants

Row = dict[str, Any]
#: What a mark is called in the text -> the list it goes to.
LISTS = {"mention": "mentions", "date": "dates", "amount": "amounts", "arms": "arms"}


@dataclass(frozen=True, slots=True)
class FileTruth:
    """What one file adds to the truth, small enough to be sent from one process to another.

    Attributes:
        rows: List of the truth -> its rows, without the lists of copies.
        names: Rows of the list `names`, as JSON already: there are so many that they would fill the memory otherwise.
        digests: (place, SHA-256 of the bytes, SHA-256 of the folded text or "" for what has none to read out).
        size: Bytes.
    """

    path: str
    kind: str
    size: int
    rows: Mapping[str, list[Row]]
    names: tuple[str, ...]
    digests: tuple[tuple[str, str, str], ...]


def file_truth(path: str, kind: str, made: Made, *, names: bool = False) -> FileTruth:
    """Return the truth about a finished file, if asked for with every name in it."""
    named: list[str] = []
    rows: dict[str, list[Row]] = {name: [] for name in (*LISTS.values(), "letters", "broken")}
    digests = []
    for part in made.parts:
        place = {"file": path, "member": part.member or None}
        words = "\n".join(page.words for page in part.pages)
        folded = sha256(" ".join(words.split()).encode()).hexdigest() if words and part.origin == "digital" else ""
        digests.append((place_of(path, part.member), part.digest, folded))
        for name, row in _marked_rows(part):
            rows[name].append(place | row)
        named += [_json(place | row) for row in name_rows(part)] if names else []
        if part.letter:
            rows["letters"].append({"id": part.letter.id} | place | _letter_row(part.letter))
    if made.fault:
        rows["broken"].append({"file": path, "why": made.fault, "readable": made.fault in READABLE})
    return FileTruth(path, kind, len(made.data), rows, tuple(named), tuple(digests))


def place_of(path: str, member: str) -> str:
    """Return how a file or a member of it is called in the lists of copies.

    >>> place_of("mail/1.eml", "order.pdf")
    'mail/1.eml//order.pdf'
    """
    return f"{path}//{member}" if member else path


def name_rows(part: Part) -> Iterator[Row]:
    """Yield a row for every name on the pages of a file or a member."""
    for number, page in enumerate(part.pages, start=1):
        for mark in name_marks(page):
            place = {"nth": _nth(page, mark), "start": mark.start if part.offsets else None, "origin": part.origin}
            blank = dict.fromkeys(("type", "entity", "script", "clitic", "part", "optional", "cell"))
            yield {"page": number, "text": page.marked(mark)} | blank | dict(mark.facts) | place


def _marked_rows(part: Part) -> Iterator[tuple[str, Row]]:
    for number, page in enumerate(part.pages, start=1):
        for mark in page.marks:
            if mark.what not in LISTS:
                continue
            words = page.marked(mark)
            row: Row = {"page": number, "variant" if mark.what == "mention" else "text": words}
            row |= dict(mark.facts)
            if mark.what == "mention":
                row |= {"nth": _nth(page, mark), "start": mark.start if part.offsets else None, "origin": part.origin}
                row.setdefault("cell", None)
            yield LISTS[mark.what], row


def _nth(page: Text, mark: Mark) -> int:
    """Return which occurrence of these very words on the page the mark is, from 1."""
    words, count, at = page.marked(mark), 1, -1
    while (at := page.words.find(words, at + 1)) != mark.start:
        count += 1
    return count


def _letter_row(letter: Letter) -> Row:
    return {
        "from": letter.sender, "to": letter.recipient, "number": letter.number, "date_text": letter.date_words,
        "date_hijri": str(to_hijri(letter.day)), "date_gregorian": letter.day.isoformat(),
        "place": letter.place.arabic, "place_en": letter.place.english,
        "instruction": letter.instruction, "instruction_kind": letter.instruction_kind,
        "role": letter.role, "operation": letter.operation,
    }  # fmt: skip


@dataclass(slots=True)
class Truth:
    """All of it, growing as the files are made."""

    seed: int
    files: int
    mix: str
    cast: int = 0
    names: list[str] = field(default_factory=list)
    lists: dict[str, list[Row]] = field(default_factory=dict)
    kinds: Counter[str] = field(default_factory=Counter)
    digests: list[tuple[str, str, str]] = field(default_factory=list)
    size: int = 0

    def add(self, file: FileTruth) -> None:
        """Take in what one file adds."""
        self.kinds[file.kind] += 1
        self.size += file.size
        self.digests += file.digests
        self.names += file.names
        for name, rows in file.rows.items():
            self.lists.setdefault(name, []).extend(rows)

    def write(self, path: Path, world: Mapping[str, list[Row]], planned: Mapping[str, list[list[str]]]) -> None:
        """Write the file: one row of a list on a line.

        Args:
            path: Of `truth.json`.
            world: People, places, units and operations.
            planned: Groups of near copies and of second scans, which only the plan knows.
        """
        copies = {"bytes": self._same_bytes(), "text": self._same_text(), **planned}
        head = {
            "seed": self.seed, "files": self.files, "mix": self.mix, "cast": self.cast,
            "name": {"canonical_ar": CANONICAL.arabic, "canonical_en": CANONICAL.english, "variants": canonical_variants()},
            "password": PASSWORD, "totals": self._totals(),
        }  # fmt: skip
        with path.open("w", encoding="utf-8", newline="\n") as stream:
            stream.write("{\n")
            for key, value in head.items():
                stream.write(f"{_json(key)}: {_json(value)},\n")
            for key, rows in {**self.lists, **world}.items():
                stream.write(f"{_json(key)}: {_lines(rows)},\n")
            if self.names:
                stream.write('"names": [\n ' + ",\n ".join(self.names) + "\n],\n")
            groups = ",\n".join(f"{_json(key)}: {_lines(rows)}" for key, rows in copies.items())
            stream.write(f'"copies": {{\n{groups}\n}}\n}}\n')

    def _same_bytes(self) -> list[list[str]]:
        return _groups((digest, place) for place, digest, _ in self.digests)

    def _same_text(self) -> list[list[str]]:
        """Return groups of places whose bytes differ and whose words do not, one place for each of the different bytes."""
        first = {digest: (place, folded) for place, digest, folded in reversed(self.digests)}
        return _groups((folded, place) for place, folded in reversed(first.values()) if folded)

    def _totals(self) -> Row:
        mentions = self.lists.get("mentions", [])
        full = Counter(place_of(row["file"], row["member"] or "") for row in mentions if row["kind"] == "full")
        seen: set[str] = set()
        alone = []
        for place, digest, folded in self.digests:
            if place in full and not {digest, folded} & seen:
                alone.append(place)
            seen |= {digest, folded} - {""}
        return {
            "bytes": self.size, "files": sum(self.kinds.values()), "members": len(self.digests) - sum(self.kinds.values()),
            "by_kind": dict(sorted(self.kinds.items())), "mentions": dict(sorted(Counter(row["kind"] for row in mentions).items())),
            "documents": len(full), "mentions_without_copies": sum(full[place] for place in alone), "documents_without_copies": len(alone),
        }  # fmt: skip


def _groups(pairs: Iterable[tuple[str, str]]) -> list[list[str]]:
    groups: dict[str, list[str]] = {}
    for key, place in pairs:
        groups.setdefault(key, []).append(place)
    return [sorted(group) for group in groups.values() if len(group) > 1]


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _lines(rows: Iterable[object]) -> str:
    return "[\n" + ",\n".join(f" {_json(row)}" for row in rows) + "\n]"
