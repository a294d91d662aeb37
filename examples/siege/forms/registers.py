"""Registers with a row a person: two lists a register, which overlap and differ."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from random import Random

from examples.siege.forms.facts import Source, other_fact
from examples.siege.forms.filling import Clerk, Filled, Piece, Row, pen_of, pens_facts
from examples.siege.forms.kit import Edition, Family, Kit
from examples.siege.forms.layout import Grid, Line, Page, Pieces
from examples.siege.forms.making import MadeFile
from examples.siege.forms.people import Man
from examples.siege.forms.printed import by_reportlab, by_typst
from examples.siege.forms.scanned import write_scans
from examples.siege.forms.typed import Sheets, write_docx, write_xlsx

ROWS_A_PAGE = 24
#: In which two formats the lists of a register are, in turn; on paper too where other forms are.
_FORMATS = (("xlsx", "xlsx"), ("docx", "docx"), ("pdf", "pdf"))
_WITH_PAPER = (("xlsx", "scan_pdf"), ("docx", "docx"), ("pdf", "scan_pdf"))


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of a list: about whom, with what changed since the first list."""

    man: Man
    form: Filled


def make_registers(kit: Kit, seed: int, men: tuple[Man, ...], *, paper: bool) -> tuple[list[MadeFile], list[Row]]:
    """Return the two lists of each register, and how they compare."""
    files, comparisons = [], []
    formats = _WITH_PAPER if paper else _FORMATS
    for number, family in enumerate(family for family in kit.families if family.kind == "register"):
        rng = Random(f"{seed}/{family.name}/register")
        first, second, changed = _lists(rng, kit, seed, family, men)
        paths = []
        for turn, (entries, form) in enumerate(zip((first, second), formats[number % len(formats)], strict=True), start=1):
            made = _file(rng, kit, family, entries, f"{family.editions[0].title} {turn}", form)
            files.append(made)
            paths.append(made.path)
        ids = [{entry.man.id for entry in entries} for entries in (first, second)]
        comparisons.append({
            "family": family.name, "files": paths, "in_both": sorted(ids[0] & ids[1]), "only_first": sorted(ids[0] - ids[1]),
            "only_second": sorted(ids[1] - ids[0]), "changed": changed,
        })  # fmt: skip
    return files, comparisons


def _lists(rng: Random, kit: Kit, seed: int, family: Family, men: tuple[Man, ...]) -> tuple[list[Entry], list[Entry], list[Row]]:
    """Return two lists: most people are in both, one in ten of them with something changed, one in four spelt anew."""
    size = max(min(len(men) // 3, 400), 2)
    people = rng.sample(men, min(len(men), size + size // 5))
    edition = family.editions[0]
    first = [_entry(kit, seed, edition, man, family.name) for man in people[:size]]
    second, changed = [], []
    for entry in first[size // 5 :]:
        hand = family.name if rng.random() < 0.75 else f"{family.name}/again"
        again = _entry(kit, seed, edition, entry.man, hand)
        other = _changed(rng, kit, seed, edition, entry) if rng.random() < 0.1 else None
        if other:
            again, row = other
            changed.append(row)
        second.append(again)
    second += [_entry(kit, seed, edition, man, family.name) for man in people[size:]]
    rng.shuffle(second)
    return first, second, changed


def _clerk(kit: Kit, seed: int, edition: Edition, man: Man, hand: str) -> tuple[Clerk, Source]:
    source = Source(kit, seed, man, f"{edition.title}/{man.id}")
    key = f"{seed}/{hand}/{man.id}"
    return Clerk(pen_of(Random(f"{seed}/{hand}/pen"), source, edition), pens_facts(source, edition), key, "xlsx"), source


def _entry(kit: Kit, seed: int, edition: Edition, man: Man, hand: str) -> Entry:
    clerk, _ = _clerk(kit, seed, edition, man, hand)
    return Entry(man, clerk.fill(edition))


def _changed(rng: Random, kit: Kit, seed: int, edition: Edition, entry: Entry) -> tuple[Entry, Row] | None:
    """Return the entry with one value that is another man's, a move, a birthday corrected; None if nothing that is said of him can be."""
    clerk, source = _clerk(kit, seed, edition, entry.man, edition.title)
    before = {row["name"]: row for slot in entry.form.slots for row in slot.rows}
    fields = [field for field in edition.fields if field.kind not in {"name", "kunya", "mother"}]
    for _ in range(200):
        field = rng.choice(fields)
        fact = other_fact(field, clerk.facts[field.name], source, rng)
        form = replace(clerk, facts=dict(clerk.facts) | {field.name: fact}, keep=(field.name,)).fill(edition)
        after = next(row for slot in form.slots for row in slot.rows if row["name"] == field.name)
        if after["value"] != before[field.name]["value"] and before[field.name]["state"] == "filled":
            row = {"person": entry.man.id, "field": field.name, "from": before[field.name]["text"], "to": after["text"]}
            return Entry(entry.man, form), row
    return None


def _file(rng: Random, kit: Kit, family: Family, entries: list[Entry], stem: str, form: str) -> MadeFile:
    edition, kind = family.editions[0], form.removeprefix("scan_")
    room = ROWS_A_PAGE if kind == "pdf" else len(entries)
    pages = tuple(_page(edition, entries[start : start + room], start) for start in range(0, len(entries), room))
    sheets = Sheets(pages, kit.languages[edition.language].rtl, edition.language)
    path = f"{stem}.{kind}"
    rows = tuple(_row(family, entry, path, number, room) for number, entry in enumerate(entries))
    if form == "scan_pdf":
        (data,), told = write_scans(sheets, form, rng)
        return MadeFile(path, data, {"file": path, "kind": kind, "origin": "scan"} | told, rows)
    data = {"xlsx": write_xlsx, "docx": write_docx, "pdf": rng.choice((by_typst, by_reportlab))}[form](sheets, rng)
    return MadeFile(path, data, {"file": path, "kind": kind, "origin": "digital"}, rows)


def _page(edition: Edition, entries: list[Entry], start: int) -> Page:
    heading = (_cell("ت" if edition.language in {"ar", "fa"} else "#"), *(_cell(field.label) for field in edition.fields))
    rows = [(_cell(str(number)), *(slot.pieces for slot in entry.form.slots)) for number, entry in enumerate(entries, start=start + 1)]
    shares = (1, *(_SHARES.get(field.kind, 3) for field in edition.fields))
    return Line((Piece(edition.title),), "center", bold=True), Grid((heading, *rows), shares)


def _cell(words: str) -> Pieces:
    return (Piece(words),)


_SHARES: Mapping[str, int] = {"name": 5, "go_between": 5, "phone": 4, "date": 4, "birth": 4}


def _row(family: Family, entry: Entry, path: str, number: int, room: int) -> Row:
    return {
        "id": f"{path}/{number + 1}", "family": family.name, "edition": 1, "language": family.editions[0].language,
        "file": path, "member": None, "pages": [number // room + 1], "nth": number + 1, "person": entry.man.id,
        "copy_of": None, "copy_kind": None,
        "twin_of": None, "changed": [], "again_of": None, "is_minor": entry.form.is_minor,
        "fields": [row | {"number": None} for slot in entry.form.slots for row in slot.rows],
    }  # fmt: skip
