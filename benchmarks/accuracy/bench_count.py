"""How right a count is: ``python -m benchmarks.accuracy.bench_count [--files 300] [--seed 1] [--mix full] [--json FILE]``.

Makes the example leak, whose spellings were collected without a look at this program, puts it into a new case with `kashf add`, counts the
wanted man by his name in Arabic and in Latin letters, and holds every mention against `truth.json`. A mention counts as found once for each
file it lies in, since the truth lists copies too. Prints precision and recall, in all and for digital text and scans, what was taken for
him and is not, and how many of the true halves of his name are among the undecided. `--case DIR --truth FILE` scores a case made before.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from kashf.bootstrap import open_case
from kashf.domain.ids import DocumentId
from kashf.entities.counting.appearances import Appearance
from kashf.language.words.tokens import folded_words
from kashf.ports.views import CaseView
from kashf.services.names.count import count_name

Row = dict[str, Any]


def make_case(folder: Path, arguments: argparse.Namespace) -> tuple[Path, Path]:
    """Return a case made of a fresh example leak, and the truth about it."""
    leak, case = folder / "siege", folder / "case"
    made = [
        sys.executable,
        "-m",
        "examples.siege.make",
        "--seed",
        str(arguments.seed),
        "--files",
        str(arguments.files),
        "--mix",
        arguments.mix,
    ]
    subprocess.run([*made, "--out", leak], check=True, stdout=subprocess.DEVNULL)
    program = Path(sys.executable).with_name("kashf")
    subprocess.run([program, "--quiet", "init", case], check=True)
    # 3 stands for files that could not be read whole, of which the leak has some on purpose.
    if subprocess.run([program, "--quiet", "add", case, leak / "files", "--from", "courier"], check=False).returncode not in {0, 3}:
        raise SystemExit("the leak could not be added")
    return case, leak / "truth.json"


def roots(view: CaseView, document: DocumentId) -> Iterator[str]:
    """Yield the path on disk of every place at which a document was seen, itself or in a container."""
    for sighting, _ in view.sightings(document):
        if sighting.parent is None:
            yield sighting.path
        else:
            yield from roots(view, sighting.parent)


def by_file(view: CaseView, places: Sequence[Appearance], files: Sequence[str]) -> dict[str, list[str]]:
    """Return what was found in each file of the leak, copies and members counted at each of their places, as letters without spaces."""
    found: dict[str, list[str]] = defaultdict(list)
    known = {Path(file).parts: file for file in files}
    for place in places:
        for root in roots(view, place.document):
            parts = Path(root).parts
            file = next((known[parts[start:]] for start in range(len(parts)) if parts[start:] in known), root)
            found[file].append(letters(place.text))
    return found


def letters(text: str) -> str:
    """Return the folded letters of a text."""
    return "".join(folded_words(text))


def score(found: dict[str, list[str]], rows: Sequence[Row], kind: str) -> dict[str, Any]:
    """Match what was found to the rows of one kind, file by file: the same letters first, then scans, whose letters may be misread."""
    true: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        true[row["file"]].append(row)
    hits: Counter[str] = Counter()
    taken_for: Counter[str] = Counter()
    for file, texts in found.items():
        left = list(true[file])
        for text in sorted(texts, key=len, reverse=True):
            same = [row for row in left if text in letters(row["variant"]) or letters(row["variant"]) in text]
            row = min(same, key=lambda row: (row["kind"] != kind, abs(len(letters(row["variant"])) - len(text))), default=None)
            row = row or next((row for row in left if row["origin"] == "scan" and row["kind"] == kind), None)
            if row is None:
                taken_for["nothing planted"] += 1
                continue
            left.remove(row)
            (hits if row["kind"] == kind else taken_for)[row["origin"] if row["kind"] == kind else row["kind"]] += 1
    planted = Counter(row["origin"] for row in rows if row["kind"] == kind)
    number = sum(map(len, found.values()))
    return {
        "found": number,
        "planted": planted.total(),
        "precision": share(hits.total(), number),
        "recall": share(hits.total(), planted.total()),
        **{f"recall_{origin}": share(hits[origin], planted[origin]) for origin in ("digital", "scan")},
        "taken_for_it": dict(taken_for),
    }


def share(part: int, whole: int) -> float | None:
    """Return a share in [0..1], or None of nothing."""
    return round(part / whole, 4) if whole else None


def measure(case_path: Path, truth: Row) -> Iterator[Row]:
    """Yield the figures for the name in each script."""
    case = open_case(case_path)
    rows, name, totals = truth["mentions"], truth["name"], truth["totals"]
    files = sorted({row["file"] for row in rows})
    for asked in (name["canonical_ar"], name["canonical_en"]):
        began = time.perf_counter()
        counted = count_name(case, asked)
        seconds = time.perf_counter() - began
        yield {
            "name": asked,
            "seconds": round(seconds, 2),
            "mentions": counted.mentions,
            "true_mentions_without_copies": totals["mentions_without_copies"],
            "interval": counted.interval,
            "documents": counted.documents,
            "without_copies": counted.without_copies,
            "true_documents_without_copies": totals["documents_without_copies"],
            "variants": len(counted.variants),
            "full": score(by_file(case.view, counted.spans, files), rows, "full"),
            "undecided": score(by_file(case.view, counted.undecided_spans, files), rows, "partial"),
        }
    case.close()


def main() -> None:
    """Print a line of figures for each script, and write them as JSON when asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--mix", choices=("full", "digital", "text"), default="full")
    parser.add_argument("--case", type=Path)
    parser.add_argument("--truth", type=Path)
    parser.add_argument("--json", type=Path)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        case, truth = (arguments.case, arguments.truth) if arguments.case else make_case(Path(folder), arguments)
        figures = list(measure(case, json.loads(truth.read_text(encoding="utf-8"))))
    for line in figures:
        print(json.dumps(line, ensure_ascii=False))
    if arguments.json:
        arguments.json.write_text(json.dumps(figures, ensure_ascii=False, indent=2), encoding="utf-8")


if __name__ == "__main__":
    main()
