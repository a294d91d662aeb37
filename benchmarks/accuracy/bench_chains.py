"""How far letters are linked to those that they follow: on letters as kashf reads them, and on the truth about them put in.

    python -m benchmarks.accuracy.bench_chains [--seeds 2] [--first-seed 3] [--letters 600] [--wordings shown] [--work DIR]

A pile of `examples/siege/make_acts.py` for each seed. Seeds 1 and 2 are left out: the weights were set beside them. A link is right where
the truth has it, or leads from the one to the other over letters that are not in the pile. Beside it two simple ways: whoever has the same
code name (the true names being known) follows the earliest that has it; whoever is most alike by TF-IDF follows that, from the cosine on
that is best for the very piles.

Last comes one pile of other business, schools, hospitals and customs posts (benchmarks/letters/chains_second_hand.yaml, written before the
weights were set, by who set them): as kashf reads it, and with what each letter does put in.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from typing import Any

from benchmarks.forms.made_cases import read_haul
from benchmarks.letters.chain_figures import KINDS, OPERATIONS, LinkFigures, TrueLinks, most_alike, named_alike, texts_of
from benchmarks.letters.made_piles import file_name, made_pile, told_by, true_name, true_rows
from benchmarks.letters.whole_letters import leaders_of, whole_letter
from benchmarks.speed.measure import machine
from kashf.domain.document import Page
from kashf.domain.ids import DocumentId
from kashf.domain.letters.instructions import SpeechAct
from kashf.domain.letters.letter import Letter
from kashf.services.chains.list_chains import find_chains
from kashf.services.letters.keep_letters import letter_on

#: Letters of other business, one a line, as JSON behind "- ".
SECOND_HAND = Path(__file__).parent.parent / "letters" / "chains_second_hand.yaml"

_COSINES = tuple(each / 20 for each in range(4, 19))


def main(arguments: list[str] | None = None) -> int:
    """Make the piles, read them, and print the tables."""
    options = _parser().parse_args(arguments)
    print(machine())
    read, put_in, by_name = LinkFigures(), LinkFigures(), LinkFigures()
    by_words = {least: LinkFigures() for least in _COSINES}
    foreign = gaps = 0
    seconds = 0.0
    with TemporaryDirectory() as temporary:
        work = options.work or Path(temporary)
        for seed in range(options.first_seed, options.first_seed + options.seeds):
            pile = made_pile(work, letters=options.letters, seed=seed, wordings=options.wordings)
            read_haul(pile, pile.with_suffix(".case"))
            rows = true_rows(pile, "letters")
            truth = TrueLinks.of(rows, true_rows(pile, "chains"), true_rows(pile, "papers"))
            foreign, gaps = foreign + truth.foreign, gaps + len(truth.over_gaps)
            read.add(truth, _read(pile, rows))
            began = process_time()
            put_in.add(truth, _put_in(pile, rows))
            seconds += process_time() - began
            texts, days = texts_of(pile, rows), {row["id"]: _day(row) for row in rows}
            names = [name for row in true_rows(pile, "operations") for name in row["names"].values()]
            by_name.add(truth, _as_found(named_alike(texts, names, days)))
            alike = most_alike(texts, days)
            for least, figures in by_words.items():
                figures.add(truth, _as_found({pair: "words" for pair, cosine in alike.items() if cosine >= least}))
    print(f"\n{options.seeds} piles of {options.letters} letters, {options.wordings} wordings; {gaps} links lead over letters that are not")
    print(f"in the pile; {foreign} links with letters in other languages are left out; {seconds:.1f} CPU-s for the letters of the truth")
    least, words = max(by_words.items(), key=lambda each: each[1].scores()[2])
    tables = {"as kashf reads them": read, "the truth put in": put_in, "code name alone": by_name, f"TF-IDF, cosine {least:.2f}": words}
    _print(tables)
    _print_second_hand()
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=2)
    parser.add_argument("--first-seed", type=int, default=3)
    parser.add_argument("--letters", type=int, default=600, help="a seed")
    parser.add_argument("--wordings", choices=("shown", "kept"), default="shown")
    parser.add_argument("--work", type=Path, help="where piles and cases stay, so that they need not be made again")
    return parser


_Found = dict[tuple[frozenset[str], frozenset[str]], str]


def _read(pile: Path, rows: Sequence[Mapping[str, Any]]) -> _Found:
    told = told_by(["operations", str(pile.with_suffix(".case")), "--chains", "--limit", "100000"])
    by_file = {true_name(row): str(row["id"]) for row in rows}
    whose = {
        document: by_file[name]
        for chain in told["chains"]
        for letter in chain["letters"]
        for document, path in letter["paths"].items()
        if (name := file_name(path)) in by_file
    }
    sides = {
        letter["document"]: frozenset(whose[each] for each in letter["paths"] if each in whose)
        for chain in told["chains"]
        for letter in chain["letters"]
    }
    links = [link for chain in told["chains"] for link in chain["links"]]
    found = {(sides[link["later"]], sides[link["earlier"]]): str(link["kind"]) for link in links}
    return {pair: kind for pair, kind in found.items() if all(pair)}


def _put_in(pile: Path, rows: Sequence[Mapping[str, Any]]) -> _Found:
    letters = [(DocumentId(row["id"]), whole_letter(row)) for row in rows]
    texts = {DocumentId(row["id"]): [(1, (pile / row["text"]).read_text(encoding="utf-8"))] for row in rows}
    links = [link for chain in find_chains(letters, leaders_of(rows), texts) for link in chain.links]
    return {(frozenset(link.later.documents), frozenset(link.earlier.documents)): link.kind.value for link in links}


def _print_second_hand() -> None:
    entries = [json.loads(line[2:]) for line in SECOND_HAND.read_text(encoding="utf-8").splitlines() if line.startswith("- ")]
    ids = {DocumentId(f"{place:064x}"): str(entry["id"]) for place, entry in enumerate(entries)}
    texts = {id: [(1, str(entry["text"]))] for id, entry in zip(ids, entries, strict=True)}
    read = {id: letter_on(id, (Page(1, text),), type="text/plain") or Letter() for id, ((_, text),) in texts.items()}
    acts = {id: replace(read[id], speech_act=SpeechAct(entry["act"])) for id, entry in zip(ids, entries, strict=True)}
    true = {(entry["id"], entry["follows"]): entry["kind"] for entry in entries if "follows" in entry}
    print(f"\n{len(entries)} letters of a second hand, {len(true)} links")
    for name, letters in (("as kashf reads them", read), ("what they do put in", acts)):
        links = [link for chain in find_chains(list(letters.items()), {}, texts) for link in chain.links]
        found = {(ids[link.later.document], ids[link.earlier.document]): link.kind.value for link in links}
        right = found.keys() & true.keys()
        named = sum(found[pair] == true[pair] for pair in right)
        print(
            f"{name:24} F1 {2 * len(right) / (len(found) + len(true)):.3f}: {len(right)} right of {len(found)} found, {named} named rightly"
        )
        print(f"{'missed':24} {dict(Counter(kind for pair, kind in true.items() if pair not in right))}")


def _as_found(links: Mapping[tuple[str, str], str]) -> _Found:
    return {(frozenset([later]), frozenset([earlier])): kind for (later, earlier), kind in links.items()}


def _day(row: Mapping[str, Any]) -> dt.date | None:
    written = row["written"]
    return dt.date.fromisoformat(written["earliest"]) if written and written["earliest"] else None


def _print(tables: Mapping[str, LinkFigures]) -> None:
    print(f"\n{'':24} {'F1':>6} {'precision':>10} {'recall':>7} {'direction':>10} {'kind':>6} {'operations F1':>14}")
    for name, figures in tables.items():
        precision, recall, f1 = figures.scores()
        named = figures.named_rightly / max(1, sum(figures.right.values()))
        operations = figures.scores(OPERATIONS)[2]
        print(f"{name:24} {f1:6.3f} {precision:10.3f} {recall:7.3f} {figures.direction:10.3f} {named:6.3f} {operations:14.3f}")
    print(f"\n{'found of':24} {'as read':>10} {'truth in':>10} {'of':>6}")
    read, put_in = tables["as kashf reads them"], tables["the truth put in"]
    for kind in KINDS:
        print(f"{kind:24} {read.right[kind]:10} {put_in.right[kind]:10} {read.true[kind]:6}")
    print(f"wrong, as read: {dict(read.wrong)}\nwrong, truth in: {dict(put_in.wrong)}")


if __name__ == "__main__":
    sys.exit(main())
