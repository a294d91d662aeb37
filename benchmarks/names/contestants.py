"""Who answers the questions: kashf, and its peers in their own environment, whose answers are kept since they do not change."""

import hashlib
import json
import subprocess
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from benchmarks.names import scoring
from benchmarks.names.questions import Question
from kashf.entities.comparing.compare import Block, Prepared, compare, prepare
from kashf.entities.comparing.prefilter import WORTH_COMPARING
from kashf.language.sounds.similarity import similarities, skeleton, skeletons
from kashf.language.words.folding import fold

ROOT: Final = Path(__file__).resolve().parents[2]
_PEERS_PYTHON: Final = ROOT / "work/peers-env/bin/python"
_KEPT: Final = ROOT / "work/bench-names"

NOMENKLATURA: Final = tuple(f"nomenklatura {algorithm}" for algorithm in ("name-based", "logic-v2", "regression-v1"))
SCORERS: Final = ("ratio", "token_sort_ratio", "token_set_ratio", "WRatio", "jaro_winkler")


@dataclass(frozen=True, slots=True)
class Answer:
    """What a contestant says to a question.

    Attributes:
        method: Who.
        figures: Its figures by name, shares in [0..1].
        cpu_seconds: What scoring took.
        scores: A score for each pair, by rows for a matrix; empty for ranks.
    """

    method: str
    figures: dict[str, float]
    cpu_seconds: float
    scores: NDArray[np.float64]


def figures_of(question: Question, result: Any) -> dict[str, float]:
    """Return the figures of a result: (higher, tied) of each query for ranks, else scores."""
    if question.asks == "ranks":
        return {"recall@1": scoring.recall_at(result, 1), "recall@10": scoring.recall_at(result, 10)}
    scores = np.asarray(result, dtype=float)
    truth = np.array(question.same) if question.asks == "pairs" else np.zeros(scores.shape, dtype=bool)
    if question.asks == "matrix":
        truth[np.arange(len(question.left)), list(question.answers)] = True
    figures = {
        "AUC": scoring.area_under_curve(scores[truth], scores[~truth]),
        "recall@1%FP": scoring.recall_at_false_positives(scores[truth], scores[~truth], rate=0.01),
    }
    if question.asks == "matrix":
        figures["R@1"] = scoring.recall_at([scoring.places(row, place) for row, place in zip(scores, question.answers, strict=True)], 1)
    return figures


def ask_peer(method: str, question: Question) -> Answer:
    """Return a peer's answer, from the last time if it was asked this before."""
    job = {"method": method, "asks": question.asks, "left": question.left, "right": question.right, "answers": question.answers}
    text = json.dumps(job | {"schema": question.schema}, ensure_ascii=False)
    worker = Path(__file__).with_name("peer_worker.py").read_text(encoding="utf-8")
    key = hashlib.sha256("\0".join((text, worker, (ROOT / "lock/peers.txt").read_text(encoding="utf-8"))).encode()).hexdigest()
    kept = _KEPT / f"{key}.json"
    if not kept.exists():
        words = [str(_PEERS_PYTHON), "-m", "benchmarks.names.peer_worker"]
        said = subprocess.run(words, cwd=ROOT, input=text, capture_output=True, text=True, check=True).stdout
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(said, encoding="utf-8")
    answer = json.loads(kept.read_text(encoding="utf-8"))
    scores = np.asarray([] if question.asks == "ranks" else answer["result"], dtype=float)
    return Answer(method, figures_of(question, answer["result"]), answer["cpu_seconds"], scores)


def ask_words(question: Question) -> Answer:
    """Return what kashf's comparison of single words says: candidates by skeleton, judged by learned costs.

    The figures have the blocking too: the share of right ones among the candidates, and candidates a query.
    """
    started = time.process_time()
    by_skeleton: dict[str, list[int]] = defaultdict(list)
    for place, word in enumerate(question.right):
        by_skeleton[skeleton(fold(word))].append(place)
    found, fetched, reached = [], 0, 0
    for word, answer in zip(question.left, question.answers, strict=True):
        candidates = [place for code in skeletons(fold(word)) for place in by_skeleton.get(code, ())]
        fetched += len(candidates)
        if answer not in candidates:
            found.append((len(question.right), 1))
            continue
        reached += 1
        scores = np.asarray(similarities(word, [question.right[place] for place in candidates]), dtype=float)
        found.append(scoring.places(scores, candidates.index(answer)))
    seconds = time.process_time() - started
    blocking = {"blocking recall": reached / len(found), "candidates a query": fetched / len(found)}
    return Answer("kashf, words", figures_of(question, found) | blocking, seconds, np.array([]))


@cache
def ask_names(question: Question) -> Answer:
    """Return what kashf's comparison of names says to pairs or a matrix, words weighed by the built-in shares.

    A case weighs them by its own names; on lists as small as these that was tried and changed AUC by less than .002.
    """
    started = time.process_time()
    known = {name: prepare(name) for name in {*question.left, *question.right}}
    left, right = ([known[name] for name in side] for side in (question.left, question.right))
    rows = [(left, right)] if question.asks == "pairs" else [([one] * len(right), right) for one in left]
    scores = np.squeeze(np.array([_row(some, others) for some, others in rows]))
    seconds = time.process_time() - started
    figures = figures_of(question, scores) | (_first_pass(left, right, question.answers) if question.asks == "matrix" else {})
    return Answer("kashf", figures, seconds, scores)


def _first_pass(left: list[Prepared], right: list[Prepared], answers: Sequence[int]) -> dict[str, float]:
    """Return the share of right pairs that the cheap look lets through, and of all pairs."""
    kept = np.array(list(map(Block(right).against, left))) >= WORTH_COMPARING
    return {"first pass recall": float(np.mean(kept[np.arange(len(left)), list(answers)])), "it keeps": float(np.mean(kept))}


def _row(lefts: list[Prepared], rights: list[Prepared]) -> NDArray[np.float64]:
    return np.array([compare(left, right).score for left, right in zip(lefts, rights, strict=True)])
