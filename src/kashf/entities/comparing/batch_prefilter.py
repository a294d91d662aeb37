"""Which candidate pairs are worth a full comparison: judged by the likeness of their words, hundreds of thousands of pairs a second."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from kashf.entities.comparing.prepare import INITIAL, LEGAL, SMALL, TITLE, Atom, Prepared
from kashf.language.sounds.similarity import pair_similarities

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: Parts that many people's names have, or that are no part of the name.
SMALL_PARTS: Final = frozenset({TITLE, SMALL, LEGAL, INITIAL})
#: Pairs with less in common are not compared. In a made-up crowd of 30,000 names 55 of 100 candidates have less, and among these are 4 of
#: 94,000 pairs that a full comparison takes for one, and 1 of 100 that it leaves to a person.
_WORTH_COMPARING: Final = 0.6
#: Words less alike share nothing.
_LEAST_ALIKE: Final = 0.5
#: Words of a name that are looked at, and pairs at a time: memory grows with both.
_MOST_WORDS: Final = 5
_TOGETHER: Final = 100_000


def telling_atoms(name: Prepared) -> tuple[Atom, ...]:
    """Return the parts of a name that tell something, titles and initials left out; all parts if none does."""
    return tuple(atom for atom in name.atoms if atom.part not in SMALL_PARTS) or name.atoms


def likely_pairs(names: Sequence[Prepared], pairs: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return those pairs of names whose telling words are alike, as they stand; shape (pairs, 2).

    What a pair has in common is the share of the less telling name's words (in nats) that the other has, each as far as it is alike.

    Args:
        names: Prepared names.
        pairs: Places in `names`; shape (pairs, 2).
    """
    import numpy as np  # Takes a tenth of a second to load.

    words = _Words(names)
    kept = [some[words.shared(some) >= _WORTH_COMPARING] for some in _parted(pairs)]
    return np.concatenate(kept) if kept else pairs


def most_alike(name: Prepared, others: Sequence[Prepared], places: Sequence[int], *, most: int) -> list[int]:
    """Return those places of other names whose words are the most like one name's, in the order given; all where they are no more.

    Args:
        name: The one.
        others: Prepared names.
        places: Which of them; each once.
        most: How many at most.
    """
    if len(places) <= most:
        return list(places)
    import numpy as np  # Takes a tenth of a second to load.

    words = _Words([name, *(others[place] for place in places)])
    pairs = np.stack([np.zeros(len(places), dtype=np.int64), np.arange(1, len(places) + 1)], axis=1)
    shared = words.of_both(pairs)
    best = np.sort(np.argsort(-shared, kind="stable")[:most])
    return [places[place] for place in best.tolist()]


def _parted(pairs: NDArray[np.int64]) -> Iterable[NDArray[np.int64]]:
    return (pairs[start : start + _TOGETHER] for start in range(0, len(pairs), _TOGETHER))


class _Words:
    """The telling words of many names as numbers."""

    def __init__(self, names: Sequence[Prepared]) -> None:
        import numpy as np  # Takes a tenth of a second to load.

        numbers: dict[str, int] = {}
        self._numbers = np.full((len(names), _MOST_WORDS), -1, dtype=np.int64)
        self._nats = np.zeros((len(names), _MOST_WORDS), dtype=np.float32)
        for row, name in enumerate(names):
            for column, atom in enumerate(telling_atoms(name)[:_MOST_WORDS]):
                self._numbers[row, column] = numbers.setdefault(atom.word, len(numbers))
                self._nats[row, column] = atom.nats
        self._texts = list(numbers)

    def shared(self, pairs: NDArray[np.int64]) -> NDArray[np.float32]:
        """Return what each pair has in common, 0..1; 0 where a name has no words."""
        import numpy as np  # Takes a tenth of a second to load.

        lefts, rights = self._nats[pairs[:, 0]].sum(axis=1), self._nats[pairs[:, 1]].sum(axis=1)
        return self._share(pairs, np.minimum(lefts, rights))

    def of_both(self, pairs: NDArray[np.int64]) -> NDArray[np.float32]:
        """Return the same as a share of what both names have, so that a name which has more comes behind one that has not."""
        lefts, rights = self._nats[pairs[:, 0]].sum(axis=1), self._nats[pairs[:, 1]].sum(axis=1)
        return self._share(pairs, (lefts + rights) / 2)

    def _share(self, pairs: NDArray[np.int64], whole: NDArray[np.float32]) -> NDArray[np.float32]:
        import numpy as np  # Takes a tenth of a second to load.

        lefts, rights = pairs[:, 0], pairs[:, 1]
        alike = self._alike(self._numbers[lefts][:, :, None], self._numbers[rights][:, None, :])
        least = np.minimum(self._nats[lefts][:, :, None], self._nats[rights][:, None, :])
        common = np.where(alike >= _LEAST_ALIKE, alike * least, 0).max(axis=2).sum(axis=1)
        shared: NDArray[np.float32] = np.divide(common, whole, out=np.zeros_like(common), where=whole > 0)
        return shared

    def _alike(self, lefts: NDArray[np.int64], rights: NDArray[np.int64]) -> NDArray[np.float32]:
        """Return how alike each left word of each pair is to each right one; shape (pairs, words, words)."""
        import numpy as np  # Takes a tenth of a second to load.

        count = len(self._texts) + 1
        pairs = np.where((lefts < 0) | (rights < 0), -1, np.minimum(lefts, rights) * count + np.maximum(lefts, rights))
        distinct, places = np.unique(pairs, return_inverse=True)
        likeness = np.zeros(len(distinct), dtype=np.float32)
        ones, others = np.divmod(distinct, count)
        likeness[(distinct >= 0) & (ones == others)] = 1
        asked = np.flatnonzero((distinct >= 0) & (ones != others))
        likeness[asked] = pair_similarities([self._texts[one] for one in ones[asked]], [self._texts[other] for other in others[asked]])
        found: NDArray[np.float32] = likeness[places].reshape(pairs.shape)
        return found
