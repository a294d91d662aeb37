"""How much is found of filled-in forms: families, fields, what they say, the table of a question; beside a reader that splits lines.

    python -m benchmarks.accuracy.bench_forms [--data DIR] [--seeds 1] [--digital 300] [--full 60] [--scans 60]

A haul of `examples/siege/make_forms.py` is made for each seed, once of digital files, once with scans and registers, once of scans alone,
and read as anybody would, in the sandbox and with what is set by default. DATA is a folder of hauls besides (each with files/ and
truth.json). What is on paper is right where it is alike: of OCR one can tell no more. Forms whose pages are files of their own are left
out, which is said.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.forms.haul_copies import copy_figures
from benchmarks.forms.haul_figures import (
    Share,
    choices_right,
    family_figures,
    fields_right,
    keys_right,
    kinds_right,
    marked_or_right,
    states_told,
)
from benchmarks.forms.haul_lists import list_figures
from benchmarks.forms.haul_truth import FoundForms, HaulTruth, Matched, match
from benchmarks.forms.line_split import lines_right
from benchmarks.forms.made_cases import read_haul
from benchmarks.forms.pile_figures import found_in_pile
from benchmarks.forms.unseen_editions import unseen_right
from benchmarks.speed.measure import machine
from benchmarks.speed.varied_leak import example_leak
from kashf.bootstrap import open_case
from kashf.ports.stages import LETTERS
from kashf.ports.views import CaseView
from kashf.services.case.open import OpenCase

#: What is measured, the figure, and the same of the reader that splits lines or what it should be.
Row = tuple[str, str, str]


def main() -> None:
    """Print one table."""
    asked = _parser().parse_args()
    rows: list[Row] = []
    for name, haul in _hauls(asked):
        rows += [(f"{name}: {what}", *rest) for what, *rest in _haul_rows(haul)]
        print(f"-- {name} is measured", file=sys.stderr)
    rows += _pile_rows(asked.others)
    print(f"Machine: {machine()}\n\n| what | figure | beside |\n|---|---|---|")
    for row in rows:
        print(f"| {' | '.join(row)} |")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--work", type=Path, default=Path("work/bench-forms"), help="where hauls and cases are made; those that are there are taken"
    )
    parser.add_argument("--data", type=Path, help="a folder of further hauls")
    parser.add_argument("--seeds", type=int, default=1)
    parser.add_argument("--digital", type=int, default=300, help="forms of a digital haul")
    parser.add_argument("--full", type=int, default=60, help="forms of a haul with scans; a scan takes some three processor seconds")
    parser.add_argument("--scans", type=int, default=60, help="forms of a haul of scans and photographs alone")
    parser.add_argument("--others", type=int, default=600, help="other papers among the 600 forms of the pile whose table is known")
    return parser


def _hauls(asked: argparse.Namespace) -> Iterator[tuple[str, Path]]:
    """Make what is not there yet and yield each haul."""
    for seed in range(1, asked.seeds + 1):
        for mix, forms in (("digital", asked.digital), ("full", asked.full), ("scans", asked.scans)):
            haul = asked.work / f"{mix}-{seed}-{forms}"
            if forms and not (haul / "truth.json").exists():
                further = ("--registers",) if mix == "full" else ()
                words = ["--seed", str(seed), "--forms", str(forms), "--mix", mix, "--out", haul, *further]
                subprocess.run([sys.executable, "examples/siege/make_forms.py", *words], check=True, capture_output=True)
            if forms:
                yield f"{mix} {seed}", haul
    for truth in sorted(asked.data.glob("*/truth.json")) if asked.data else ():
        yield truth.parent.name, truth.parent


def _haul_rows(haul: Path) -> Iterator[Row]:
    path = haul.with_suffix(".case")
    seconds = read_haul(haul, path)
    truth = HaulTruth.read(haul / "truth.json")
    case = open_case(path)
    try:
        found = FoundForms.of(case.view)
        matched = match(truth, found)
        yield (
            "forms and rows",
            str(len(truth.forms)),
            f"{truth.beyond} left out: their pages are files; {seconds:.0f} CPU-s to read, 0: was there",
        )
        yield _letter_row(case.view, found)
        yield from _family_rows(matched, found)
        yield from _field_rows(case.view, truth, matched, found)
        yield from _said_rows(matched)
        yield from _copy_rows(case.view, truth, found)
        yield from _list_rows(case, truth, found, json.loads((haul / "truth.json").read_text(encoding="utf-8"))["comparisons"])
        yield from (
            (f"edition of which 5 forms are there, {name}: fields", str(right), "") for name, right in unseen_right(case.view, truth, found)
        )
    finally:
        case.close()


def _letter_row(view: CaseView, found: FoundForms) -> Row:
    documents = sorted(set(found.documents.values()))
    letters = {document for document, _ in view.stage_rows(LETTERS, documents)}
    return "files of forms taken for letters", str(Share(len(letters), len(documents))), "receipts of an office are letters, too"


def _family_rows(matched: Sequence[Matched], found: FoundForms) -> Iterator[Row]:
    for each in family_figures(matched, found):
        editions = len({one.truth["edition"] for one in matched if one.truth["family"] == each.name})
        beside = f"strangers {each.strangers}; in {each.families} families, {each.editions} editions in the first; true: 1 and {editions}"
        yield f"forms of {each.name} in one family", str(each.found), beside
    for each in family_figures(matched, found, by_edition=True):
        if each.name.partition(" / ")[0] == "entry":
            yield f"forms of {each.name} in one family", str(each.found), f"in {each.families} families"


def _field_rows(view: CaseView, truth: HaulTruth, matched: Sequence[Matched], found: FoundForms) -> Iterator[Row]:
    texts = {path: [page.text for page in view.pages(document)] for path, document in found.documents.items()}
    plain = lines_right(truth, texts)
    for source, right in fields_right(matched).items():
        yield f"fields right, {source}", str(right), f"lines split {plain[source]}"
    for source, right in marked_or_right(matched).items():
        yield f"fields right or marked, {source}", str(right), ""
    for source, right in choices_right(matched).items():
        yield f"printed choices of which the ticked one is told, {source}", str(right), ""


def _copy_rows(view: CaseView, truth: HaulTruth, found: FoundForms) -> Iterator[Row]:
    figures = copy_figures(view, truth, found)
    yield "pairs taken for copies that are, or twins", str(figures.precision), ".99; forms with a file of their own"
    yield "copies found, but for the same bytes", str(figures.recall), ".95"
    yield "twins of which the changed field is told", str(figures.twins), f"all; {figures.apart} told apart"


def _list_rows(case: OpenCase, truth: HaulTruth, found: FoundForms, comparisons: list[Mapping[str, Any]]) -> Iterator[Row]:
    told = list(list_figures(case, truth, found, comparisons))
    if comparisons:
        yield "two lists whose rows are one family", str(Share(len(told), len(comparisons))), "all"
    for each in told:
        what = f"two lists, {each.name}: "
        yield f"{what}told to be in both, right", str(each.precision), "1"
        yield f"{what}in both and told so", str(each.recall), f"the rest told as perhaps: {each.maybe}"
        yield f"{what}told to be in one only, right", str(each.only), "1"
        yield f"{what}changed and told so", str(each.changed), "of those told to be in both"


def _said_rows(matched: Sequence[Matched]) -> Iterator[Row]:
    for (medium, state), told in sorted(states_told(matched).items()):
        yield f"{state} told as that, {medium}", str(Share(told[state], told.total())), _others(told, state)
    for medium in ("digital", "paper"):
        right = keys_right(matched, digital=medium == "digital")
        yield f"values say what is true, {medium}", str(_all(right.values())), _each(right.items())
    kinds = kinds_right(matched)
    yield "kinds proposed right", str(_all(kinds.values())), _each(kinds.items())


def _pile_rows(others: int) -> Iterator[Row]:
    with TemporaryDirectory(prefix="kashf-bench-") as folder:
        files = example_leak(Path(folder) / "leak", files=others) if others else Path(folder)
        papers = [path.read_text(encoding="utf-8") for path in sorted(files.rglob("*.txt"))]
    for name, long in (("short", False), ("long", True)):
        pile = found_in_pile(papers, long=long)
        what = f"600 {name} forms among {len(papers)} papers"
        yield (
            f"{what}: forms, people",
            f"{pile.forms}, {pile.people}",
            f"600, 600; {pile.families} families, strangers in {pile.strangers} papers",
        )
        yield f"{what}: table", "{}/{} and {}/{}".format(*pile.his, *pile.all), "24/40 and 34/600"


def _others(told: Counter[str], state: str) -> str:
    return ", ".join(f"{count} {other}" for other, count in told.most_common() if other != state)


def _all(shares: Iterable[Share]) -> Share:
    known = list(shares)
    return Share(sum(each.right for each in known), sum(each.of for each in known))


def _each(shares: Iterable[tuple[str, Share]]) -> str:
    return ", ".join(f"{name} {each.right}/{each.of}" for name, each in shares)


if __name__ == "__main__":
    main()
