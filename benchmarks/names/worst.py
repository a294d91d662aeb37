"""What kashf gets most wrong, for its engineers: right pairs with low scores, wrong ones with high scores, words whose answer is beaten."""

from collections import defaultdict

import numpy as np

from benchmarks.names.contestants import ask_names
from benchmarks.names.questions import Question
from kashf.entities.comparing.compare import compare, prepare
from kashf.language.sounds.similarity import similarities, skeleton, skeletons
from kashf.language.words.folding import fold


def worst_of(question: Question, number: int) -> list[str]:
    """Return lines that show so many of the worst of each kind."""
    return _worst_words(question, number) if question.asks == "ranks" else _worst_pairs(question, number)


def _worst_pairs(question: Question, number: int) -> list[str]:
    scores = ask_names(question).scores
    if question.asks == "pairs":
        pairs = list(zip(question.left, question.right, question.same, strict=True))
    else:
        pairs = [(a, b, question.answers[row] == column) for row, a in enumerate(question.left) for column, b in enumerate(question.right)]
    order = np.argsort(scores, axis=None)
    low = [place for place in order if pairs[place][2]][:number]
    high = [place for place in order[::-1] if not pairs[place][2]][:number]
    return [line for kind, places in (("same, scored low", low), ("different, scored high", high)) for line in _lines(kind, places, pairs)]


def _lines(kind: str, places: list[int], pairs: list[tuple[str, str, bool]]) -> list[str]:
    lines = [f"-- {kind}"]
    for place in places:
        left, right, _ = pairs[place]
        found = compare(prepare(left), prepare(right))
        parts = "; ".join(f"{part.name} {part.score:.2f} {part.left}|{part.right} ({part.why})" for part in found.parts)
        lines.append(f"   {found.score:.3f}  {left}  |  {right}   [{parts}] {found.warning}")
    return lines


def _worst_words(question: Question, number: int) -> list[str]:
    by_skeleton: dict[str, list[str]] = defaultdict(list)
    for word in question.right:
        by_skeleton[skeleton(fold(word))].append(word)
    missed, beaten = [], []
    for latin, answer in zip(question.left, question.answers, strict=True):
        right = question.right[answer]
        candidates = [word for code in skeletons(fold(latin)) for word in by_skeleton.get(code, ())]
        if right not in candidates:
            missed.append(f"   {latin} {right}: {skeleton(fold(latin))} {skeleton(fold(right))}")
            continue
        scores = similarities(latin, candidates)
        best, own = int(np.argmax(scores)), candidates.index(right)
        if scores[best] > scores[own]:
            beaten.append(
                (float(scores[best] - scores[own]), f"   {latin}: {right} {scores[own]:.3f} < {candidates[best]} {scores[best]:.3f}")
            )
    every = max(1, len(missed) // number)
    worst = [line for _, line in sorted(beaten, reverse=True)[:number]]
    return [f"-- not among the candidates: {len(missed)}", *missed[::every][:number], f"-- beaten: {len(beaten)}", *worst]
