"""How well names are compared, next to the peers: ``python -m benchmarks.accuracy.bench_names --data DIR [--seeds 3] [--json FILE]``.

DIR is the folder ``names`` of the real data: ``wd_arabic``, ``anetac``, ``name_bench``. ``benchmarks.names.questions`` tells what is asked.
Peers run in their own environment (setup/peers.sh): three algorithms of nomenklatura as they come, and rapidfuzz on names romanised by
anyascii and by ICU, of whose scorers the best one for each question is printed, which flatters it. What a peer answered is kept in
work/bench-names, since it does not change. ``--worst N`` shows what kashf gets most wrong, but no names of sets that are for scoring only.
"""

import argparse
import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from benchmarks.names import contestants
from benchmarks.names.contestants import NOMENKLATURA, SCORERS, Answer
from benchmarks.names.questions import (
    Question,
    hard_negatives,
    judged_pairs,
    made_up_lists,
    read_anetac,
    read_tokens,
    which_token,
    without_rare,
)
from benchmarks.names.scoring import mean_and_spread
from benchmarks.names.worst import worst_of

#: What was asked for before anything was measured.
AIMS: Final = {
    "wd_arabic_16": {"recall@1": 0.85, "recall@10": 0.95, "blocking recall": 0.9},
    "hard negatives": {"AUC": 0.97},
    "list, Latin-Arabic": {"AUC": 0.965, "recall@1%FP": 0.85},
}
#: Comparing each of 10,000 tokens with all others would take nomenklatura half a day, and its slower algorithms need minutes for a list, so
#: that they are asked for a part of the queries, with all candidates.
_PAIRS: Final = {"ranks": 500_000, "matrix": 45_000}
_FAST: Final = NOMENKLATURA[0]


@dataclass(frozen=True, slots=True)
class Row:
    """The figures of one contestant for one question: mean and standard deviation among seeds, and its CPU time a pair."""

    method: str
    figures: dict[str, tuple[float, float]]
    microseconds_per_pair: float
    queries: int


def row_of(answers: Sequence[Answer], asked: Sequence[Question]) -> Row:
    """Return the row of one contestant's answers to the same question with different seeds."""
    pairs = sum(len(one.left) * (len(one.right) if one.asks != "pairs" else 1) for one in asked)
    figures = {name: mean_and_spread([answer.figures[name] for answer in answers]) for name in answers[0].figures}
    return Row(answers[0].method, figures, sum(answer.cpu_seconds for answer in answers) / pairs * 1e6, len(asked[0].left))


def rows_of(asked: Sequence[Question], *, peers: bool) -> list[Row]:
    """Return the rows of all contestants for one question, kashf's first."""
    ranks = asked[0].asks == "ranks"
    ask = contestants.ask_words if ranks else contestants.ask_names
    rows = [row_of([ask(one) for one in asked], asked)]
    if peers:
        for method in () if asked[0].quick else NOMENKLATURA:
            whole = asked[0].asks == "pairs" or (asked[0].asks == "matrix" and method == _FAST)
            some = asked if whole else [one.sample(_PAIRS[one.asks] // len(one.right)) for one in asked]
            rows.append(row_of([contestants.ask_peer(method, one) for one in some], some))
        rows += [best_scorer(romaniser, asked) for romaniser in ("anyascii", "icu")]
    return rows


def best_scorer(romaniser: str, asked: Sequence[Question]) -> Row:
    """Return the row of the rapidfuzz scorer that does best at this question behind this romaniser."""
    # Tokens have no words to sort or to choose from.
    scorers = ("ratio", "jaro_winkler") if asked[0].asks == "ranks" else SCORERS
    rows = [row_of([contestants.ask_peer(f"rapidfuzz {romaniser} {scorer}", one) for one in asked], asked) for scorer in scorers]
    return max(rows, key=lambda row: next(iter(row.figures.values()))[0])


def table(name: str, asked: Sequence[Question], rows: Sequence[Row]) -> str:
    """Return the lines that are printed for a question."""
    one, aims = asked[0], AIMS.get(name, {})
    seeds = f", {len(asked)} seeds" if len(asked) > 1 else ""
    size = f"{len(one.left):,} pairs" if one.asks == "pairs" else f"{len(one.left):,} queries, {len(one.right):,} candidates"
    heads = list(rows[0].figures)
    lines = [f"\n== {name} ({size}{seeds})", f"{'':34}" + "".join(f"{head:>20}" for head in heads) + f"{'CPU us/pair':>13}"]
    for row in rows:
        cells = "".join(f"{_cell(row.figures.get(head)):>20}" for head in heads)
        note = f"  ({row.queries} queries)" if row.queries != len(one.left) else ""
        lines.append(f"{row.method:34}{cells}{row.microseconds_per_pair:13.2f}{note}")
    if aims:
        lines.append(f"{'aim':34}" + "".join(f"{aims.get(head, ''):>20}" for head in heads))
    return "\n".join(lines)


def _cell(figure: tuple[float, float] | None) -> str:
    if figure is None:
        return "-"
    return f"{figure[0]:.3f}" + (f" ± {figure[1]:.3f}" if figure[1] else "")


def questions_in(data: Path, seeds: int) -> dict[str, list[Question]]:
    """Return the questions by name, each once a seed."""
    tokens = read_tokens(data / "wd_arabic/wd_arabic_16")
    which = which_token("wd_arabic_16", tokens)
    asked = {question.name: [question] for question in (which, without_rare(which, tokens))}
    asked["hard negatives"] = [hard_negatives(tokens, seed=seed) for seed in range(seeds)]
    for lists in zip(*(made_up_lists(tokens, seed=seed) for seed in range(seeds)), strict=True):
        asked[lists[0].name] = list(lists)
    asked |= {question.name: [question] for question in judged_pairs(data / "name_bench/cases.csv")}
    asked["anetac dev"] = [which_token("anetac dev", read_anetac(data / "anetac"), private=True)]
    return asked


def main() -> None:
    """Print a table a question, and write all of it as JSON if asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--only", help="questions whose name has this in it")
    parser.add_argument("--no-peers", action="store_true")
    parser.add_argument("--worst", type=int, default=0, help="show so many of what kashf gets most wrong")
    parser.add_argument("--json", type=Path)
    arguments = parser.parse_args()

    written: dict[str, object] = {"cores": os.cpu_count(), "seeds": arguments.seeds}
    for name, asked in questions_in(arguments.data, arguments.seeds).items():
        if arguments.only and arguments.only not in name:
            continue
        rows = rows_of(asked, peers=not arguments.no_peers)
        print(table(name, asked, rows), flush=True)
        if arguments.worst and not asked[0].private:
            print(*worst_of(asked[0], arguments.worst), sep="\n")
        written[name] = [{"method": row.method, "queries": row.queries, "figures": row.figures} for row in rows]
    if arguments.json:
        arguments.json.write_text(json.dumps(written, indent=2), encoding="utf-8")


if __name__ == "__main__":
    main()
