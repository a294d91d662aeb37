"""How rightly documents with several letters are cut, how many single letters are cut wrongly, and how rightly rows of registers are read.

    python -m benchmarks.accuracy.bench_bundles [--seed 3] [--letters 300] [--work DIR]

Letters and registers of `examples/siege/make_acts.py`, as they print themselves. Letters are laid one behind the other, two to six at a
time: a page each, two pages each, and in one text with an empty line between them and without one. Registers are read from their files.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from benchmarks.forms.made_cases import read_haul
from benchmarks.letters.made_piles import file_name, made_pile, true_rows
from benchmarks.speed.measure import machine
from kashf.cli.common import opened
from kashf.domain.document import Page
from kashf.domain.ids import DocumentId
from kashf.events.bundles.letter_starts import letter_starts
from kashf.events.register_tables.logged_papers import logged_papers

#: Bundles of each way of laying letters.
_BUNDLES = 80
#: Code points by which a boundary may be off.
_NEAR = 3
_DOCUMENT = DocumentId("d" * 64)


def main(arguments: list[str] | None = None) -> int:
    """Make the pile, cut bundles of its letters, read its registers, and print how rightly."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=3)
    parser.add_argument("--letters", type=int, default=300)
    parser.add_argument("--work", type=Path, help="where the pile and the case stay, so that they need not be made again")
    options = parser.parse_args(arguments)
    print(machine())
    with TemporaryDirectory() as temporary:
        pile = made_pile(options.work or Path(temporary), letters=options.letters, seed=options.seed, registers=True)
        read = {str(row["id"]) for row in true_rows(pile, "letters") if row["language"] in {"ar", "en"}}
        texts = [path.read_text(encoding="utf-8") for path in sorted((pile / "texts").iterdir()) if path.stem in read]
        print("\n".join(_bundled(texts, Random(options.seed))))
        print("\n".join(_registers(pile)))
    return 0


def _bundled(texts: Sequence[str], rng: Random) -> Iterator[str]:
    single = sum(len(letter_starts(_DOCUMENT, [Page(1, text)])) > 1 for text in texts)
    yield f"single letters in Arabic and English cut: {single} of {len(texts)}"
    for name in ("a page each", "two pages each", "one text, an empty line between", "one text, no line between"):
        counted: Counter[str] = Counter()
        for _ in range(_BUNDLES):
            pages, wanted = _laid(rng.sample(texts, rng.randint(2, 6)), name)
            got = letter_starts(_DOCUMENT, pages)[1:]
            found = [each for each in wanted if any(each[0] == page and abs(each[1] - at) <= _NEAR for page, at in got)]
            counted += Counter({"wanted": len(wanted), "found": len(found), "wrong": len(got) - len(found)})
        share = counted["found"] / counted["wanted"]
        yield f"{name}: {counted['found']} of {counted['wanted']} boundaries found ({share:.3f}), {counted['wrong']} wrong"


def _laid(some: Sequence[str], name: str) -> tuple[list[Page], list[tuple[int, int]]]:
    """Return letters laid one behind the other as pages, and where each behind the first begins."""
    if name == "a page each":
        return [Page(nth, text) for nth, text in enumerate(some, start=1)], [(nth, 0) for nth in range(1, len(some))]
    if name == "two pages each":
        halves = [part for text in some for part in _halves(text)]
        return [Page(nth, text) for nth, text in enumerate(halves, start=1)], [(2 * nth, 0) for nth in range(1, len(some))]
    between = "\n\n" if "empty" in name else "\n"
    starts, length = [], 0
    for text in some[:-1]:
        length += len(text) + len(between)
        starts.append((0, length))
    return [Page(1, between.join(some))], starts


def _halves(text: str) -> tuple[str, str]:
    lines = text.split("\n")
    at = max(1, len(lines) * 2 // 3)
    return "\n".join(lines[:at]), "\n".join(lines[at:])


def _registers(pile: Path) -> Iterator[str]:
    case = pile.with_suffix(".case")
    read_haul(pile, case)
    truth = {file_name(str(row["file"])): row for row in true_rows(pile, "registers")}
    counted: Counter[str] = Counter()
    with opened(case) as there:
        for record in there.view.walk():
            path = file_name(next(iter(there.view.places([record.id]).get(record.id, ())), ""))
            found = logged_papers(record.id, dict(there.view.bare_pages([record.id])).get(record.id, ()))
            if path not in truth:
                counted["rows elsewhere"] += len(found)
                continue
            is_out = truth[path]["kind"] == "outgoing"
            got = {each.number.normal: each.date.date for each in found if each.number and each.date}
            for row in truth[path]["rows"]:
                date = row["date"] if is_out else row["their_date"]
                day = got.get((row["number"] if is_out else row["their_number"])["normal"])
                counted["rows"] += 1
                counted["numbers"] += day is not None
                if not date.get("ditto"):
                    counted["dated"] += 1
                    counted["days"] += bool(day and str(day.earliest) <= date["earliest"] and date["latest"] <= str(day.latest))
    yield f"registers: {len(truth)}; rows {counted['rows']}, numbers right {counted['numbers']}"
    yield f"days right {counted['days']} of {counted['dated']} that are written out"
    yield f"rows read in what is no register: {counted['rows elsewhere']}"


if __name__ == "__main__":
    sys.exit(main())
