"""Learn how names are written in Latin and Arabic letters: ``python data/learn_sounds.py --data DIR [--out FILE]``.

DIR holds ``wd_arabic_64``, a Latin token, its Arabic token with letters apart, and a count in each line (see learned_sounds.SOURCE.md).
Pairs of chunks, up to two Arabic letters against up to three Latin ones, get their probability by expectation and maximisation over every
way of cutting both words (Ristad and Yianilos 1998, "Learning string-edit distance"; Jiampojamarn et al. 2007, "Applying many-to-many
alignments"). What is written is ``log p(a, l) - W (log p(a) + log p(l))`` in hundredths of nats: how much more often the two stand side by
side than each elsewhere, with W under 1 so that frequent chunks keep some credit. The same input gives the same bytes.
"""

import argparse
import math
import textwrap
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kashf.language.sounds.evidence import MOVES, WIDEST_ARABIC, WIDEST_LATIN, arabic_letters, cuts, latin_letters
from kashf.language.sounds.spellings import as_one_word, is_name
from kashf.language.words.folding import fold

ROUNDS = 10
#: A chunk must occur this often to be learned about; single letters always are.
LEAST_ARABIC = 30
LEAST_LATIN = 40
#: Taken off each expected count, more for wider pairs, so that what a few names share is not learned by heart.
DISCOUNT = {1: 0.5, 2: 0.5, 3: 1.5, 4: 2.5, 5: 2.5}
#: Share of the counts of its own that a chunk loses to what is common anyway; chosen on wd_arabic_16.
W = 0.65
#: Readings that were expected less often than this in all names are left out of the table.
LEAST_EXPECTED = 2.0
#: A floor for counts of single letters, so that wrong pairs among the names do not stop the learning.
FLOOR = 0.002
PAIRS_TOGETHER = 4096
NEVER = np.float32(-1e4)
OUT = Path(__file__).parent.parent / "src/kashf/language/tables/spelling/learned_sounds.py"
HEADER = '''"""What chunks of Arabic and Latin letters say about two words being one name. Made by data/learn_sounds.py.

Learned from names of Wikidata as collected by Merhav and Ash (2018), CC0: see data/learned_sounds.SOURCE.md. An Arabic chunk begins each
line, Latin ones with hundredths of nats follow; ``_`` is no letter, ``^`` the beginning and ``$`` the end of a word.
"""

from typing import Final

LEARNED_SOUNDS: Final = """
{table}
""".strip()
'''


@dataclass(frozen=True)
class Words:
    """The words of one side of some pairs, as numbers of chunks; -1 is no chunk. Shape of ``chunks``: (width, letter, word)."""

    chunks: NDArray[np.int32]
    lengths: NDArray[np.int64]


def read_pairs(path: Path) -> list[tuple[str, str]]:
    """Return the (Arabic, Latin) pairs of one-word names as letters to be judged, each once, short ones first."""
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    pairs = {(arabic_letters(fold(row[1].replace(" ", ""))), latin_letters(as_one_word(row[0]))) for row in rows}
    good = [(arabic, latin) for arabic, latin in pairs if is_name(arabic) and is_name(latin) and latin.isascii() and not arabic.isascii()]
    return sorted(good, key=lambda pair: (len(pair[0]), len(pair[1]), pair))


def chunks_of(words: list[str], widest: int, least: int) -> list[str]:
    """Return the chunks to be learned about, "" first."""
    counts = Counter(chunk for word in words for ending in cuts(word, widest) for chunk in ending)
    return ["", *sorted(chunk for chunk, count in counts.items() if count >= least or len(chunk.strip("^$")) == 1)]


def numbered(words: list[str], widest: int, numbers: dict[str, int]) -> Words:
    """Return words as numbers of chunks."""
    chunks = np.full((widest, max(map(len, words)), len(words)), -1, dtype=np.int32)
    for place, word in enumerate(words):
        for letter, ending in enumerate(cuts(word, widest)):
            for width, chunk in enumerate(ending):
                chunks[width, letter, place] = numbers.get(chunk, numbers.get(chunk.strip("^$"), -1))
    return Words(chunks, np.array([len(word) for word in words]))


class Lattice:
    """Every way of cutting the pairs of one batch."""

    def __init__(self, left: Words, right: Words, log_probabilities: NDArray[np.float32]) -> None:
        self.left, self.right, self.table = left, right, log_probabilities
        self.height, self.width, self.count = left.chunks.shape[1], right.chunks.shape[1], left.chunks.shape[2]

    def add_expected(self, expected: NDArray[np.float64]) -> float:
        """Add the expected count of each pair of chunks; return the log probability of the batch."""
        forward, backward = self._empty(), self._empty()
        forward[0, 0] = 0
        for i, j in np.ndindex(self.height + 1, self.width + 1):
            for p, q in MOVES:
                if p <= i and q <= j:
                    forward[i, j] = np.logaddexp(forward[i, j], forward[i - p, j - q] + self._step(i, j, p, q)[0])
        every = np.arange(self.count)
        total = forward[self.left.lengths, self.right.lengths, every]
        backward[self.left.lengths, self.right.lengths, every] = 0
        for i, j in reversed([*np.ndindex(self.height + 1, self.width + 1)]):
            for p, q in MOVES:
                if p <= i and q <= j:
                    worth, arabic, latin = self._step(i, j, p, q)
                    share = np.exp(np.minimum(forward[i - p, j - q] + worth + backward[i, j] - total, 0))
                    some = share > 1e-6
                    np.add.at(expected, (arabic[some], latin[some]), share[some])
                    backward[i - p, j - q] = np.logaddexp(backward[i - p, j - q], backward[i, j] + worth)
        return float(total.sum())

    def _step(self, i: int, j: int, p: int, q: int) -> tuple[NDArray[np.float32], NDArray[np.int32], NDArray[np.int32]]:
        """Return what the last step to a cell is worth in each pair, and the chunks that it lays side by side."""
        none = np.zeros(self.count, dtype=np.int32)
        arabic = self.left.chunks[p - 1, i - 1] if p else none
        latin = self.right.chunks[q - 1, j - 1] if q else none
        return np.where((arabic < 0) | (latin < 0), NEVER, self.table[arabic, latin]), arabic, latin

    def _empty(self) -> NDArray[np.float32]:
        return np.full((self.height + 1, self.width + 1, self.count), NEVER, dtype=np.float32)


def learn(pairs: list[tuple[str, str]], arabic: list[str], latin: list[str]) -> NDArray[np.float64]:
    """Return the discounted expected counts of all pairs of chunks, shape (len(arabic), len(latin))."""
    widths = [np.array([len(chunk.strip("^$")) for chunk in chunks]) for chunks in (arabic, latin)]
    both = widths[0][:, None] + widths[1][None, :]
    may_pair = sum((widths[0][:, None] == p) & (widths[1][None, :] == q) for p, q in MOVES).astype(bool)
    discount = np.vectorize(lambda width: DISCOUNT.get(width, 0.0))(both)
    # To begin with, narrow pairs of one width are likelier.
    unequal = widths[0][:, None] != widths[1][None, :]
    table = np.where(may_pair, -4.0 - 3.0 * np.maximum(widths[0][:, None], widths[1][None, :]) - unequal, NEVER).astype(np.float32)
    numbers = [{chunk: number for number, chunk in enumerate(chunks)} for chunks in (arabic, latin)]
    batches = [
        (
            numbered([pair[0] for pair in pairs[start : start + PAIRS_TOGETHER]], WIDEST_ARABIC, numbers[0]),
            numbered([pair[1] for pair in pairs[start : start + PAIRS_TOGETHER]], WIDEST_LATIN, numbers[1]),
        )
        for start in range(0, len(pairs), PAIRS_TOGETHER)
    ]
    for done in range(ROUNDS):
        expected = np.zeros(table.shape)
        fit = sum(Lattice(*batch, table).add_expected(expected) for batch in batches)
        counts = np.maximum(expected - discount, 0) + np.where(may_pair & (both <= 2), FLOOR, 0)
        table = np.where(counts > 0, np.log(np.maximum(counts, 1e-30) / counts.sum()), NEVER).astype(np.float32)
        print(f"round {done + 1}: log probability of a pair {fit / len(pairs):.3f}, {(counts > LEAST_EXPECTED).sum()} readings")
    return counts


def table_of(counts: NDArray[np.float64], arabic: list[str], latin: list[str]) -> str:
    """Return the lines of the table."""
    total, rows, columns = counts.sum(), counts.sum(axis=1), counts.sum(axis=0)
    lines = []
    for left, chunk in enumerate(arabic):
        entries = []
        for right in np.flatnonzero(counts[left] > LEAST_EXPECTED):
            alone = (math.log(rows[left] / total) if left else 0.0) + (math.log(columns[right] / total) if right else 0.0)
            entries.append(f"{latin[right] or '_'}:{round(100 * (math.log(counts[left, right] / total) - W * alone))}")
        if entries or len(chunk) == 1:
            wrapped = textwrap.wrap(" ".join(entries), 130 - len(chunk), break_on_hyphens=False) or [""]
            lines += [f"{chunk or '_'} {line}".rstrip() for line in wrapped]
    return "\n".join(lines)


def main() -> None:
    """Learn the table and write it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=OUT)
    arguments = parser.parse_args()
    pairs = read_pairs(arguments.data / "wd_arabic_64")
    arabic = chunks_of([pair[0] for pair in pairs], WIDEST_ARABIC, LEAST_ARABIC)
    latin = chunks_of([pair[1] for pair in pairs], WIDEST_LATIN, LEAST_LATIN)
    table = table_of(learn(pairs, arabic, latin), arabic, latin)
    arguments.out.write_text(HEADER.format(table=table), encoding="utf-8")
    print(f"{len(pairs)} pairs of names, {table.count(':')} readings, {len(table.encode())} bytes")


if __name__ == "__main__":
    main()
