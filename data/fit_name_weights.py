"""Fit what the parts of names weigh: ``python data/fit_name_weights.py --data DIR [--steps 60]``; a person rounds and writes it down.

DIR holds ``wd_arabic_64`` of the Wikidata name pairs (Merhav and Ash 2018, CC0): Latin token, Arabic token with letters apart, count.
People are made up of its words: kunya, own name, father's name, family name; each is written several times in either script, with parts
left out, a family name put first, articles and particles now and then. Wrong pairs are people who share words by chance, and people of
whom one part was swapped for one that begins alike. The loss is that of logistic regression, each constant held near its present value.

The constants are those of ``kashf.entities.comparing.weights``; the bias is not fitted, since it says how often two names at hand are one,
which is made up here. The last tables are what SAME and MAYBE of ``kashf.entities.comparing.score`` rest on; their people are others than
those fitted on.
"""

import argparse
import random
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Levenshtein

from kashf.entities.comparing import weights
from kashf.entities.comparing.align import align_parts, weigher_for
from kashf.entities.comparing.compare import Prepared, compare, first_pass, prepare
from kashf.entities.comparing.prefilter import WORTH_COMPARING
from kashf.entities.comparing.token_match import SAME_WORD
from kashf.language.tables.names.vocalised_names import VOCALISED_NAMES
from kashf.language.words.folding import fold

Part = dict[str, str]
Pair = tuple[Prepared, Prepared, bool]
Floats = NDArray[np.float64]

#: A contradiction or an absence that is seen less often is not fitted.
_LEAST_SEEN: Final = 400
#: Parts that a word may have in two spellings of one name, being read differently.
_CROSSED_FITTED: Final = {"ism laqab", "ism nasab", "ism kunya", "kunya nasab", "laqab nasab", "nasab nisba"}


@dataclass
class World:
    """Words of names, and chance."""

    spellings: Mapping[str, Mapping[str, int]]
    chance: random.Random
    given: list[str] = field(init=False)
    family: list[str] = field(init=False)
    alike: dict[str, list[str]] = field(init=False)

    def __post_init__(self) -> None:
        """Part given names from others, in an order of chance that says how common they are."""
        known = {fold(name) for name in VOCALISED_NAMES.split()}
        self.given = sorted(word for word in self.spellings if fold(word) in known)
        self.family = sorted(word for word in self.spellings if fold(word) not in known)
        self.chance.shuffle(self.given)
        self.alike = defaultdict(list)
        for word in self.spellings:
            self.alike[word[:2]].append(word)

    def given_name(self) -> str:
        """Return a given name, the common ones often."""
        return self.chance.choices(self.given, [1 / (rank + 1) ** 0.8 for rank in range(len(self.given))])[0]

    def person(self) -> Part:
        """Return the parts of a name, at least two."""
        chance, parts = self.chance, Part()
        if chance.random() < 0.4:
            parts["kunya"] = self.given_name()
        if not parts or chance.random() < 0.8:
            parts["ism"] = self.given_name() if chance.random() < 0.7 else chance.choice(self.family)
        if chance.random() < 0.35:
            parts["nasab"] = self.given_name()
        if len(parts) < 2 or chance.random() < 0.85:
            parts["nisba"] = chance.choice(self.family)
        return parts

    def namesake(self, parts: Part) -> Part:
        """Return the same parts with one swapped for one that begins alike and differs by two letters at least."""
        swapped = self.chance.choice(sorted(parts))
        word = parts[swapped]
        others = [other for other in self.alike[word[:2]] if Levenshtein.distance(fold(other), fold(word)) > 1]
        return {**parts, swapped: self.chance.choice(others or self.family)}

    def written(self, parts: Part, script: str, *, shorter: bool = False) -> str:
        """Return a name in one script, with half of its parts left out at most."""
        chance = self.chance
        kept = chance.sample(sorted(parts), chance.randint((len(parts) + 1) // 2, len(parts))) if shorter else list(parts)
        word = {kind: parts[kind] if script == "arabic" else self._latin(parts[kind]) for kind in parts if kind in kept}
        if "kunya" in word:
            abu = "أبو" if script == "arabic" else chance.choice(("Abu", "Abou", "Abo"))
            word["kunya"] = f"{abu} {word['kunya']}" if chance.random() < 0.9 else f"{abu}{word['kunya'].lower()}"
        if "nasab" in word and chance.random() < 0.5:
            word["nasab"] = f"{'بن' if script == 'arabic' else chance.choice(('bin', 'ibn', 'ben'))} {word['nasab']}"
        if "nisba" in word and chance.random() < 0.5:
            word["nisba"] = f"ال{word['nisba']}" if script == "arabic" else f"{chance.choice(('al-', 'al ', 'el-'))}{word['nisba']}"
        if len(word) > 1 and "nisba" in word and chance.random() < 0.05:
            return f"{word.pop('nisba')}, {' '.join(word.values())}"
        return " ".join(word.values())

    def _latin(self, arabic: str) -> str:
        spellings = self.spellings[arabic]
        return self.chance.choices(list(spellings), [count**0.5 for count in spellings.values()])[0].title()


def read_words(path: Path) -> dict[str, dict[str, int]]:
    """Return the Latin spellings of each Arabic word with how often they were seen; what was seen once is too often wrong."""
    found: dict[str, dict[str, int]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        latin, letters, count = line.split("\t")
        arabic = letters.replace(" ", "")
        if int(count) > 1 and len(fold(arabic)) > 2 and len(latin) > 2 and latin.isalpha():
            found.setdefault(arabic, {})[latin] = int(count)
    return found


def swapped_pairs(world: World, number: int) -> Iterator[Pair]:
    """Yield pairs of one person written twice, and of two people who differ in one part."""
    for _ in range(number):
        parts = world.person()
        left = prepare(world.written(parts, world.chance.choice(("arabic", "arabic", "latin"))))
        yield left, prepare(world.written(parts, "latin")), True
        yield left, prepare(world.written(world.namesake(parts), "latin")), False


def listed_pairs(world: World, people: int) -> Iterator[Pair]:
    """Yield every pair of a list on which each person stands five times, as far as the first pass keeps it or it is true."""
    listed = []
    for number in range(people):
        parts = world.person()
        for script, shorter in (("arabic", False), ("latin", False), ("latin", True), ("arabic", True), ("latin", True)):
            listed.append((number, prepare(world.written(parts, script, shorter=shorter))))
    for place, (number, left) in enumerate(listed):
        for other, right in listed[:place]:
            if other == number or first_pass(left, right) >= WORTH_COMPARING:
                yield left, right, other == number


@dataclass
class Linked:
    """Pairs as their links: of each its pair, its kind, its nats, its likeness; and the truth of each pair."""

    same: NDArray[np.bool_]
    pair: NDArray[np.int64]
    kind: NDArray[np.int64]
    nats: Floats
    score: Floats
    kinds: list[tuple[str, str]]


def linked(pairs: list[Pair]) -> Linked:
    """Return pairs as their links. A kind is two parts, sorted; the second is empty where one stands alone."""
    kinds: dict[tuple[str, str], int] = {}
    rows = []
    for number, (left, right, _) in enumerate(pairs):
        for link in align_parts(left.atoms, right.atoms, weigher=weigher_for(None)):
            atoms = [atom for atom in (link.left, link.right) if atom]
            first, *second = sorted(atom.part for atom in atoms)
            kind = kinds.setdefault((first, *second) if second else (first, ""), len(kinds))  # type: ignore[arg-type]  # the tuple has two strings
            rows.append((number, kind, min(atom.nats for atom in atoms), link.score))
    table = np.array(rows)
    same = np.array([same for _, _, same in pairs])
    return Linked(same, table[:, 0].astype(int), table[:, 1].astype(int), table[:, 2], table[:, 3], list(kinds))


class Model:
    """The constants of ``evidence`` as one row of numbers, and the sum of evidence they make of linked pairs."""

    def __init__(self, data: Linked) -> None:
        """Take the pairs; what they have too few of is left as it is."""
        self._data = data
        self._curves = (weights.AGREEMENT, weights.CONTRADICTION)
        seen = np.bincount(data.kind, minlength=len(data.kinds))
        rows: dict[str, tuple[float, bool]] = {
            "MOST": (weights.MOST, True),
            "SATURATION": (weights.SATURATION, True),
            "DAMPING": (weights.DAMPING, True),
        }
        for name, curve in zip(("AGREEMENT", "CONTRADICTION"), self._curves, strict=True):
            rows |= {f"{name} {score}": (share, 0 < place < len(curve) - 1) for place, (score, share) in enumerate(curve)}
        for (first, second), number in zip(data.kinds, seen, strict=True):
            often = int(number) >= _LEAST_SEEN
            weight = weights.gravity(weights.WHOLE, (first, second)) if second else weights.absence(weights.WHOLE, first)
            rows[f"{'AGAINST' if second else 'MISSING'} {first} {second}"] = weight, often
        for first, second in data.kinds:
            rows[f"CROSSED {first} {second}"] = weights.kinship(first, second), f"{first} {second}" in _CROSSED_FITTED
        self.names = list(rows)
        self.start = np.array([value for value, _ in rows.values()])
        self.fitted = np.flatnonzero([is_fitted for _, is_fitted in rows.values()])

    def totals(self, values: Floats) -> Floats:
        """Return the sum of evidence of each pair, less the bias."""
        data, (agreeing, contradicting) = self._data, self._curves
        first, second = 3 + len(agreeing), 3 + len(agreeing) + len(contradicting)
        weights, kinships = np.split(values[second:], 2)
        most, saturation, damping = np.maximum(values[:3], 0.1)
        alone = np.array([not second for _, second in data.kinds])[data.kind]
        alike = ~alone & (data.score >= SAME_WORD)
        share = np.interp(data.score, [score for score, _ in agreeing], values[3:first])
        agreed = self._sum(np.where(alike, data.nats * share * kinships[data.kind], 0.0))
        unlike = np.interp(data.score, [score for score, _ in contradicting], values[first:second])
        against = weights[data.kind] * np.clip(data.nats / weights.WHOLE, weights.LEAST, 1.0) * np.where(alone, 1.0, unlike)
        contradicted = self._sum(np.where(alone, 0.0, against))
        total: Floats = most * (1 - np.exp(-agreed / saturation)) * np.exp(-contradicted / damping) - self._sum(against) - weights.BIAS
        return total

    def loss(self, values: Floats) -> float:
        """Return the logistic loss, right and wrong pairs weighing the same, plus what holds the constants near where they are."""
        totals, same = self.totals(values), self._data.same
        losses = np.logaddexp(0, np.where(same, -totals, totals))
        held = float((((values - self.start) / (np.abs(self.start) + 0.5)) ** 2).sum())
        return float(losses[same].mean() + losses[~same].mean()) / 2 + 0.0002 * held

    def fit(self, steps: int) -> Floats:
        """Return the constants after so many steps of Adam with gradients taken by differences."""
        values, first, second = self.start.copy(), np.zeros_like(self.start), np.zeros_like(self.start)
        for step in range(1, steps + 1):
            here, slope = self.loss(values), np.zeros_like(values)
            for place in self.fitted:
                moved = values.copy()
                moved[place] += 1e-3
                slope[place] = (self.loss(moved) - here) / 1e-3
            first, second = 0.9 * first + 0.1 * slope, 0.98 * second + 0.02 * slope**2
            pace = 0.06 * 0.99**step * np.maximum(0.3, np.abs(self.start))
            values = np.maximum(0.0, values - pace * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.98**step)) + 1e-8))
        return values

    def _sum(self, of_links: Floats) -> Floats:
        return np.bincount(self._data.pair, of_links, len(self._data.same)).astype(np.float64)


def area_under_curve(scores: Floats, same: NDArray[np.bool_]) -> float:
    """Return the chance that a right pair scores higher than a wrong one, half for ties."""
    _, ranks, counts = np.unique(scores, return_inverse=True, return_counts=True)
    middle = (np.cumsum(counts) - (counts - 1) / 2)[ranks]
    right, wrong = int(same.sum()), int((~same).sum())
    return float((middle[same].sum() - right * (right + 1) / 2) / (right * wrong))


def report(name: str, pairs: list[Pair]) -> None:
    """Print how the constants as they stand in kashf do on these pairs, by threshold."""
    scores = np.array([compare(left, right).score for left, right, _ in pairs])
    same = np.array([same for _, _, same in pairs])
    print(f"\n{name}: {same.sum()} right pairs, {(~same).sum()} wrong ones, AUC {area_under_curve(scores, same):.4f}")
    print("from   of the right   of the wrong   right among them")
    for least in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95):
        above = scores >= least
        print(f"{least:4.2f} {above[same].mean():14.3f} {above[~same].mean():14.4f} {same[above].mean():18.3f}")


def main() -> None:
    """Fit, and print each constant as it is and as it would be; then what stands in kashf, on other people."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of wd_arabic_64")
    parser.add_argument("--steps", type=int, default=60)
    arguments = parser.parse_args()
    words = read_words(arguments.data / "wd_arabic_64")
    world = World(words, random.Random(1))  # noqa: S311 - no secret here
    pairs = [*swapped_pairs(world, 5000), *listed_pairs(world, 120)]
    pairs = [pair for pair in pairs if pair[0].key != pair[1].key]
    model = Model(linked(pairs))
    values = model.fit(arguments.steps)
    print(f"{len(pairs)} pairs; loss {model.loss(model.start):.4f}, fitted {model.loss(values):.4f}")
    for place in model.fitted:
        print(f"{model.names[place]:28} {model.start[place]:6.2f} {values[place]:6.2f}")
    others = World(words, random.Random(2))  # noqa: S311 - no secret here
    report("one part swapped", list(swapped_pairs(others, 1500)))
    report("a list", list(listed_pairs(others, 60)))


if __name__ == "__main__":
    main()
