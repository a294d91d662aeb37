"""How central offices are among letters, with how far that would move had other letters come down to us."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from kashf.domain.letters.letter import AddresseeKind
from kashf.events.letter_network.letter_ties import Correspondent, LetterNetwork

#: Piles drawn with replacement from the letters of the pile (Efron 1979), and the part of them that an interval holds.
_DRAWS: Final = 200
LEVEL: Final = 0.9
_SEED: Final = 1
#: So many stand first.
FIRST: Final = 5


@dataclass(frozen=True, slots=True)
class Centrality:
    """How central an office is.

    Args:
        written: Letters from it.
        received: Letters to it.
        partners: With how many others it writes or is written to.
        partners_between: The fewest and the most partners in the middle 90 % of piles drawn anew from these letters. A pile drawn anew has
            fewer ties than the pile has, so that this lies below `partners` more often than above.
        is_first: In what share of those piles no more than four offices have more partners, in [0..1].
    """

    written: int
    received: int
    partners: int
    partners_between: tuple[int, int]
    is_first: float


def central_offices(network: LetterNetwork) -> Mapping[Correspondent, Centrality]:
    """Return for each office how central it is, most partners first; persons and classes of people are not ranked."""
    import numpy as np  # 0.1 s to import.

    offices = {each: at for at, each in enumerate(one for one in network.correspondents() if one.kind is AddresseeKind.OFFICE)}
    if not offices:
        return {}
    documents = {document: at for at, document in enumerate(sorted({each for tie in network.ties for each in tie.letters}))}
    pairs = {pair: at for at, pair in enumerate(dict.fromkeys(frozenset((tie.sender, tie.receiver)) for tie in network.ties))}
    letter_at = np.array([documents[each] for tie in network.ties for each in tie.letters])
    pair_at = np.array([pairs[frozenset((tie.sender, tie.receiver))] for tie in network.ties for _ in tie.letters])
    end_office = np.array([offices[end] for pair in pairs for end in pair if end in offices])
    end_pair = np.array([at for pair, at in pairs.items() for end in pair if end in offices])

    def partners(letters: np.ndarray[tuple[int], np.dtype[np.int64]]) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
        """Return how many partners each office has when each letter is there so many times."""
        is_there = np.bincount(pair_at, letters[letter_at], minlength=len(pairs)) > 0
        return np.bincount(end_office[is_there[end_pair]], minlength=len(offices))

    whole = partners(np.ones(len(documents), dtype=np.int64))
    random = np.random.Generator(np.random.PCG64(_SEED))
    count = len(documents)
    drawn = np.stack([partners(np.bincount(random.integers(count, size=count), minlength=count)) for _ in range(_DRAWS)])
    low, high = (np.quantile(drawn, edge, axis=0, method="nearest") for edge in ((1 - LEVEL) / 2, (1 + LEVEL) / 2))
    fifth = np.sort(drawn, axis=1)[:, -min(FIRST, len(offices))][:, None]
    first = ((drawn >= fifth) & (drawn > 0)).mean(axis=0)
    written, received = _letters(network)
    found = {
        office: Centrality(
            len(written[office]), len(received[office]), int(whole[at]), (int(low[at]), int(high[at])), round(float(first[at]), 3)
        )
        for office, at in offices.items()
    }
    return dict(sorted(found.items(), key=lambda each: (-each[1].partners, each[0])))


def _letters(network: LetterNetwork) -> tuple[Mapping[Correspondent, set[str]], Mapping[Correspondent, set[str]]]:
    written: dict[Correspondent, set[str]] = {each: set() for each in network.correspondents()}
    received: dict[Correspondent, set[str]] = {each: set() for each in written}
    for tie in network.ties:
        written[tie.sender].update(tie.letters)
        received[tie.receiver].update(tie.letters)
    return written, received
