"""How often a network shows a link where there is none, and how often one that is there: ``python -m benchmarks.accuracy.bench_network``.

Two made-up cases: in `registers` one document in ten is a list of 60 names, in `long tails` a few names stand in every third document and
most in one or two. Each is permuted with both margins kept (curveball trades, Strona et al. 2014), so that whoever stands together does so
by accident; a network that shows any name at an adjusted chance of 5 % is wrong. Beside it stands the plain hypergeometric test over those
names alone that share a document, as is usual. Then friends are planted: so many documents are given both names, in place of others of as
many names, and the share of them that is shown at 5 % is the power. The seeds fix everything.
"""

import argparse
import math
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from kashf.entities.network.association import benjamini_hochberg
from kashf.entities.network.fixed_margins import chances

#: A case: for each document, the numbers of the names in it.
Documents = list[set[int]]
_LEVEL = 0.05
_TRADES = 5


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of case: how many documents and names it has, how many names a document, and how frequent each name is."""

    name: str
    documents: int
    names: int
    sizes: Callable[[np.random.Generator, int], Sequence[int]]
    power: float

    def draw(self, rng: np.random.Generator) -> Documents:
        """Return a case in which names are strewn by frequency."""
        weights = 1 / np.arange(1, self.names + 1) ** self.power
        weights /= weights.sum()
        return [set(rng.choice(self.names, size, replace=False, p=weights).tolist()) for size in self.sizes(rng, self.documents)]


def _registers(rng: np.random.Generator, count: int) -> Sequence[int]:
    return np.where(rng.random(count) < 0.1, 60, rng.integers(1, 5, count)).tolist()


def _long_tails(rng: np.random.Generator, count: int) -> Sequence[int]:
    return np.minimum(rng.zipf(1.8, count), 80).tolist()


KINDS = (Kind("registers", 600, 400, _registers, 0.5), Kind("long tails", 2000, 1500, _long_tails, 0.9))


def permuted(rng: np.random.Generator, documents: Documents) -> Documents:
    """Return a case with the same margins in which who stands together is an accident."""
    rows = [set(row) for row in documents]
    for _ in range(_TRADES * len(rows)):
        one, two = rng.choice(len(rows), 2, replace=False)
        first, second = sorted(rows[one] - rows[two]), sorted(rows[two] - rows[one])
        if first and second:
            pool = [*first, *second]
            rng.shuffle(pool)
            both = rows[one] & rows[two]
            rows[one], rows[two] = both | set(pool[: len(first)]), both | set(pool[len(first) :])
    return rows


def by_margins(documents: Documents, asked: int) -> Mapping[int, float]:
    """Return the adjusted chance of each other name, as `kashf network` has it."""
    spread = Counter(name for row in documents for name in row if name != asked)
    both = Counter(name for row in documents if asked in row for name in row if name != asked)
    inside, outside = (Counter(len(row - {asked}) for row in documents if (asked in row) is has and row - {asked}) for has in (True, False))
    found = chances(inside, outside, names=Counter(spread.values()), asked={(spread[name], both[name]) for name in both})
    names = sorted(spread)
    return dict(
        zip(names, benjamini_hochberg([found[spread[name], both[name]].tail if name in both else 1.0 for name in names]), strict=True)
    )


def by_neighbours(documents: Documents, asked: int) -> Mapping[int, float]:
    """Return the same by the hypergeometric distribution, over the names alone that share a document."""
    spread = Counter(name for row in documents for name in row)
    both = Counter(name for row in documents if asked in row for name in row if name != asked)
    names, total, mine = sorted(both), len(documents), spread[asked]
    tails = [
        sum(
            math.comb(mine, common) * math.comb(total - mine, spread[name] - common)
            for common in range(both[name], min(mine, spread[name]) + 1)
        )
        / math.comb(total, spread[name])
        for name in names
    ]
    return dict(zip(names, benjamini_hochberg(tails), strict=True))


def plant(rng: np.random.Generator, documents: Documents, *, asked: int, friend: int, together: int) -> None:
    """Put a friend into documents of the name, where he trades places with others, so that both margins stay."""
    where = [row for row in documents if asked in row and friend not in row]
    away = [row for row in documents if friend in row and asked not in row]
    for place, left in zip(rng.permutation(len(where))[:together], rng.permutation(len(away)), strict=False):
        goes = sorted(where[place] - away[left] - {asked})
        if goes:
            other = goes[int(rng.integers(len(goes)))]
            where[place].remove(other)
            where[place].add(friend)
            away[left].remove(friend)
            away[left].add(other)


def main() -> None:
    """Print a line for each kind of case and each number of planted documents."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cases", type=int, default=50)
    options = parser.parse_args()
    began = time.process_time()
    for kind in KINDS:
        shown = Counter[str]()
        power = {together: [0, 0] for together in (5, 8, 12, 20)}
        for seed in range(options.cases):
            rng = np.random.default_rng([seed, 5])
            documents = permuted(rng, kind.draw(rng))
            spread = Counter(name for row in documents for name in row)
            asked = sorted(spread, key=lambda name: (abs(spread[name] - 40), name))[int(rng.integers(5))]
            shown["margins"] += min(by_margins(documents, asked).values()) <= _LEVEL
            shown["usual"] += min(by_neighbours(documents, asked).values(), default=1.0) <= _LEVEL
            friends = [name for name in sorted(spread) if 25 <= spread[name] <= 60 and name != asked]
            for together, tally in power.items():
                planted = [set(row) for row in documents]
                friend = friends[int(rng.integers(len(friends)))]
                plant(rng, planted, asked=asked, friend=friend, together=together)
                tally[0] += by_margins(planted, asked)[friend] <= _LEVEL
                tally[1] += 1
        print(
            f"{kind.name}: any link at 5 % in {shown['margins']} of {options.cases} permuted cases "
            f"(usual test: {shown['usual']}); a friend put into so many of about 40 documents is shown: "
            + ", ".join(f"{together}: {found / of:.2f}" for together, (found, of) in power.items())
        )
    print(f"{time.process_time() - began:.0f} s of CPU")


if __name__ == "__main__":
    main()
