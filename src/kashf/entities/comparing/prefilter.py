"""The cheap look at two names: which of their words share a skeleton. It lets pairs go that cannot be one name; it never says yes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from kashf.entities.comparing.prepare import Atom, Prepared

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: A pair with less in common than this is hardly ever one name: of 865 pairs of made-up spellings that ``compare`` takes for what may be
#: one, none has; of all other pairs, 96 of 100.
WORTH_COMPARING: Final = 0.4
#: What a nat that may contradict takes from nats shared, for finding the best candidates.
_CONTRADICTED: Final = 0.5
#: What a word is worth that has all classes of another one's skeleton but one: misread, or left out.
_NEARLY: Final = 0.7


def first_pass(left: Prepared, right: Prepared) -> float:
    """Return about the most that two names can have in common, 0..1: the share of the shorter one's telling words found in the other.

    Symmetric but for names that have a word twice. 0 for a name without words. A pair below ``WORTH_COMPARING`` needs no ``compare``.

    Example:
        >>> from kashf.entities.comparing.prepare import prepare
        >>> first_pass(prepare("Abu Mohammed al-Shamali"), prepare("أبو محمد الشمالي")), first_pass(prepare("Khaled"), prepare("عمر"))
        (1.0, 0.0)
    """
    least = min(left.nats, right.nats)
    if not least:
        return 0.0
    shared = 0.0
    for atom in left.atoms:
        for other in right.atoms:
            if atom.code == other.code or other.code in atom.codes or atom.code in other.codes:
                shared += min(atom.nats, other.nats)
                break
            if not atom.near.isdisjoint(other.near):
                shared += _NEARLY * min(atom.nats, other.nats)
                break
    return min(1.0, shared / least)


class Block:
    """Many names that others are held against, one at a time, by the words they share."""

    def __init__(self, names: Sequence[Prepared]) -> None:
        """Take the names; a hundred thousand need about 100 MB."""
        import numpy as np  # Takes a tenth of a second to load.

        self._least = np.array([name.nats or np.inf for name in names], dtype=np.float32)
        places: dict[Atom, list[int]] = {}
        for row, name in enumerate(names):
            for atom in dict.fromkeys(name.atoms):
                places.setdefault(atom, []).append(row)
        self._rows = {atom: np.array(rows, dtype=np.int32) for atom, rows in places.items()}
        self._by_code: dict[str, list[Atom]] = {}
        self._by_reading: dict[str, list[Atom]] = {}
        self._by_near: dict[str, list[Atom]] = {}
        for atom in places:
            self._by_code.setdefault(atom.code, []).append(atom)
            _file(self._by_reading, atom.codes, atom)
            _file(self._by_near, atom.near, atom)
        self._known: dict[Atom, tuple[NDArray[np.int32], NDArray[np.float32]]] = {}

    def against(self, name: Prepared) -> NDArray[np.float32]:
        """Return ``first_pass`` of a name and each of the block's, in their order; shape (names,)."""
        import numpy as np  # Takes a tenth of a second to load.

        share: NDArray[np.float32] = np.minimum(1.0, self._shared(name) / np.minimum(self._least, np.float32(name.nats or np.inf)))
        return share

    def candidates(self, name: Prepared, *, most: int) -> list[int]:
        """Return the places of the names worth comparing with this one; of too many, those that share the most and leave the least over.

        Args:
            name: The name.
            most: How many at most.
        """
        import numpy as np  # Takes a tenth of a second to load.

        shared = self._shared(name)
        places = np.flatnonzero(shared >= WORTH_COMPARING * np.minimum(self._least, np.float32(name.nats or np.inf)))
        if len(places) > most:
            # What neither name has a counterpart for in the other is likely to contradict; what only one has is not.
            contradicted = np.minimum(self._least[places], np.float32(name.nats)) - shared[places]
            best_first = np.lexsort((places, self._least[places], _CONTRADICTED * contradicted - shared[places]))
            places = places[best_first[:most]]
        found: list[int] = places.tolist()
        return found

    def _shared(self, name: Prepared) -> NDArray[np.float32]:
        import numpy as np  # Takes a tenth of a second to load.

        total = np.zeros(len(self._least), dtype=np.float32)
        for atom in name.atoms:
            rows, worth = self._found(atom)
            total[rows] += worth
        return total

    def _found(self, atom: Atom) -> tuple[NDArray[np.int32], NDArray[np.float32]]:
        """Return the rows of names that have a word like this one, each once, and what it is worth there."""
        known = self._known.get(atom)
        if known is None:
            import numpy as np  # Takes a tenth of a second to load.

            factors = dict.fromkeys((other for key in atom.near for other in self._by_near.get(key, ())), _NEARLY)
            factors |= dict.fromkeys(self._by_reading.get(atom.code, ()), 1.0)
            factors |= dict.fromkeys((other for code in atom.codes for other in self._by_code.get(code, ())), 1.0)
            best: dict[int, float] = {}
            for other, factor in factors.items():
                worth = factor * min(atom.nats, other.nats)
                for row in self._rows[other].tolist():
                    best[row] = max(worth, best.get(row, 0.0))
            known = np.fromiter(best, dtype=np.int32, count=len(best)), np.fromiter(best.values(), dtype=np.float32, count=len(best))
            self._known[atom] = known
        return known


def first_pass_block(lefts: Sequence[Prepared], rights: Sequence[Prepared]) -> NDArray[np.float32]:
    """Return ``first_pass`` of every left name and every right one; shape (lefts, rights), 4 bytes a pair."""
    import numpy as np  # Takes a tenth of a second to load.

    block = Block(rights)
    return np.array([block.against(left) for left in lefts], dtype=np.float32).reshape(len(lefts), len(rights))


def _file(drawer: dict[str, list[Atom]], keys: Iterable[str], atom: Atom) -> None:
    for key in keys:
        drawer.setdefault(key, []).append(atom)
