"""Builds a pile of letters: decides what was issued, what survives, writes the files and the truth."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from random import Random

from examples.siege.acts.citing import add_references, add_states
from examples.siege.acts.kit import ActsKit
from examples.siege.acts.papers import Paper
from examples.siege.acts.realm import Realm, Row, make_realm
from examples.siege.acts.registers import make_registers
from examples.siege.acts.scribe import Scribe
from examples.siege.acts.series import Fate, Registry, bounds
from examples.siege.acts.setting import DIGITAL, PAPER, file_letter, text_of
from examples.siege.acts.threads import Plot
from examples.siege.acts.variants import SHARES, add_exemplars, add_forgeries, add_translations, add_twins, count_of
from examples.siege.build import OutputNotEmptyError


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a pile is made from; the same gives the same bytes.

    Attributes:
        letters: How many there are, near-twins, translations and forgeries among them; registers come on top.
        scans: Share of pictures of paper, in [0..1].
    """

    seed: int
    letters: int
    scans: float = 0.0
    registers: bool = True


@dataclass(frozen=True, slots=True)
class Pile:
    """All that was issued, with what survives marked so."""

    realm: Realm
    plot: Plot
    registry: Registry
    fate: Fate
    papers: dict[str, Paper]

    def surviving(self) -> list[Paper]:
        """Return the papers of which there are letters."""
        return [paper for paper in self.papers.values() if paper.survives]


def draft_pile(kit: ActsKit, wanted: Wanted) -> Pile:
    """Decide what there is, without writing a letter."""
    seed = wanted.seed
    realm = make_realm(kit, seed, size=wanted.letters)
    plot, fate = Plot(realm, seed), Fate(realm, seed)
    variants = sum(count_of(kind, wanted.letters) for kind in SHARES)
    size = wanted.letters
    while sum(fate.survives(paper) for paper in plot.papers) < wanted.letters - variants:
        size += max(8, wanted.letters // 10)
        plot.fill(size)
    for paper in plot.papers:
        paper.survives = fate.survives(paper)
    surplus = [paper for paper in plot.papers if paper.survives][wanted.letters - variants :]
    for paper in surplus:
        paper.survives = False
    add_references(plot, seed)
    add_states(plot, seed)
    add_twins(plot, seed, wanted.letters)
    registry = Registry(realm, plot.papers, seed)
    registry.receive(plot.papers)
    add_exemplars(plot, seed, wanted.letters)
    add_translations(plot, seed, wanted.letters)
    add_forgeries(plot, seed, wanted.letters)
    return Pile(realm, plot, registry, fate, {paper.id: paper for paper in plot.papers})


def build_pile(kit: ActsKit, wanted: Wanted, out: Path) -> int:
    """Write files to `out/files`, letters as plain text to `out/texts`, the truth to `out/truth`; return how many files there are.

    Raises:
        OutputNotEmptyError: Nothing is written over.
    """
    if out.exists() and any(out.iterdir()):
        raise OutputNotEmptyError(f"{out} is not empty")
    pile = draft_pile(kit, wanted)
    scribe = Scribe(pile.realm, pile.registry, pile.papers, wanted.seed)
    root, texts = out / "files", out / "texts"
    texts.mkdir(parents=True)
    taken: set[str] = set()
    letters: list[Row] = []
    for paper in pile.surviving():
        letter = scribe.write(paper)
        rng = Random(f"{wanted.seed}/{kit.name}/{paper.id}/file")
        container = _container(rng, wanted.scans)
        stem = _free_stem(rng, kit, taken)
        fonts = kit.fonts if letter.book.rtl else kit.latin_fonts
        filed = file_letter(letter, stem, container, rng, fonts=fonts)
        for path, data in filed.files:
            _put(root / path, data)
        (texts / f"{paper.id}.txt").write_text(text_of(letter.lines), encoding="utf-8", newline="")
        paths = [path for path, _ in filed.files]
        letters.append(
            letter.row | {"file": paths[0], "continued_in": paths[1:], "member": None, "text": f"texts/{paper.id}.txt"} | filed.facts
        )
    registers: list[Row] = []
    for each in make_registers(pile.realm, pile.registry, pile.papers, wanted.seed) if wanted.registers else ():
        path = f"{Random(each.path).choice(kit.folders)}/{each.path}"
        _put(root / path, each.data)
        registers.append({"file": path} | each.row)
    _write_truth(out / "truth", pile, wanted, letters, registers)
    return sum(1 + len(row["continued_in"]) for row in letters) + len(registers)


def _container(rng: Random, scans: float) -> str:
    weights = PAPER if rng.random() < scans else DIGITAL
    return rng.choices(list(weights), list(weights.values()))[0]


def _free_stem(rng: Random, kit: ActsKit, taken: set[str]) -> str:
    while True:
        stem = f"{rng.choice(kit.folders)}/{rng.choice(kit.stems).format(n=rng.randrange(1, 90000))}"
        if stem not in taken:
            taken.add(stem)
            return stem


def _put(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def _write_truth(folder: Path, pile: Pile, wanted: Wanted, letters: list[Row], registers: list[Row]) -> None:
    folder.mkdir(parents=True)
    realm, papers = pile.realm, pile.papers
    rows = [row | {"bounds": _bounds(row, letters)} for row in letters]
    first = [paper for paper in papers.values() if paper.original == paper.id and not (paper.twin_of or paper.forged)]
    head = {"seed": wanted.seed, "letters": wanted.letters, "scans": wanted.scans, "wordings": realm.kit.name, "registers": len(registers)}
    there = {paper.id for paper in pile.surviving()}
    cited = {each["cited"] for row in letters for each in row["references"] if each["cited"]}
    lists: dict[str, Iterable[Row]] = {
        "pile": [head],
        "letters": rows,
        "registers": registers,
        "series": [
            {
                "office": each.office,
                "year": each.year,
                "serial": each.serial,
                "paper": each.paper or None,
                "in_pile": each.paper in there,
                "day": papers[each.paper].day.isoformat() if each.paper else None,
                "cited": each.paper in cited,
            }
            for each in pile.registry.issued
        ],
        "survival": pile.fate.rows(first),
        "chains": [
            {
                "from": link.source,
                "to": link.target,
                "kind": link.kind,
                "thread": papers[link.source].thread,
                "from_in_pile": link.source in there,
                "to_in_pile": link.target in there,
                "lag_days": (papers[link.source].day - papers[link.target].day).days,
                "direction": papers[link.source].direction,
                "operation": papers[link.source].operation or None,
            }
            for link in pile.plot.links
        ],
        "posts": [
            {
                "office": each.office,
                "post": each.post,
                "person": each.person,
                "first": each.first.isoformat(),
                "last": each.last.isoformat(),
            }
            for each in realm.tenures
        ],
        "offices": [
            {
                "office": each.key,
                "side": each.side,
                "parent": each.parent or None,
                "names": dict(each.names),
                "hierarchy": list(realm.line_of(each.key)),
                "language": each.foreign or "ar",
                "old_names": dict(realm.kit.old_names.get(each.key, {})),
            }
            for each in realm.kit.offices
        ],
        "people": [
            {
                "person": each.key,
                "full": each.full.arabic,
                "usual": each.usual.arabic,
                "variant": each.variant.arabic,
                "kunya": each.kunya.arabic,
                "english": each.usual.written("en"),
            }
            for each in realm.people.values()
        ],
        "places": [{"place": each.key, "ar": each.arabic, "en": each.written("en")} for each in realm.places.values()],
        "operations": [
            {
                "operation": each.key,
                "names": dict(realm.kit.operations[each.code]),
                "day": each.day.isoformat(),
                "place": each.place,
                "office": each.office,
            }
            for each in realm.operations
        ],
        "papers": [
            {
                "id": paper.id,
                "thread": paper.thread,
                "office": paper.office,
                "day": paper.day.isoformat(),
                "speech_act": paper.speech,
                "number": pile.registry.words(paper) if paper.number else None,
                "in_pile": paper.survives,
            }
            for paper in papers.values()
        ],
    }
    for name, each in lists.items():
        lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in each)
        (folder / f"{name}.jsonl").write_text("".join(lines), encoding="utf-8", newline="")


def _bounds(row: Row, rows: list[Row]) -> Row | None:
    """Return the bounds of a letter that shows a number and no whole day."""
    written = row["written"]
    if (
        not row["number"]
        or row["forged"]
        or not row["series"]
        or (written and written["earliest"] == written["latest"] is not None and written["earliest"])
    ):
        return None
    return bounds(row, rows)
