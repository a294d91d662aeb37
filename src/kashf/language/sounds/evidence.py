"""What a Latin word says about an Arabic one, as learned from pairs of names: evidence that the two are one name.

Both words are cut into chunks, one or two Arabic letters against up to three Latin ones, so that the best way of cutting says the most.
What a pair of chunks says comes from a table (``tables/learned_sounds.py``, made by ``data/learn_sounds.py``); ``^`` marks a chunk at
the beginning of the word, ``$`` one at its end.
"""

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import Final

from kashf.language.sounds.units import spelled_out, without_article
from kashf.language.tables.spelling.learned_sounds import LEARNED_SOUNDS
from kashf.language.words.folding import Folded

#: Letters of the widest chunk on either side, and the widths that may lie side by side.
WIDEST_ARABIC: Final = 2
WIDEST_LATIN: Final = 3
MOVES: Final = ((1, 0), (0, 1), (1, 1), (1, 2), (1, 3), (2, 1), (2, 2), (2, 3))

#: Hundredths of nats for a single letter that the other word does not write, and for one that is no known reading of the other; well
#: under the rarest readings of the table.
_ALONE: Final = -500
_OTHER: Final = -800
#: For what cannot be.
NEVER: Final = -1_000_000
#: Stands for "no letter" in the table.
_NOTHING: Final = "_"

#: From this likeness by hand-set costs on, two words are taken for one name even where the learning knows no such spelling: it has seen
#: mostly European names. It tells the many spellings beyond that border apart.
AGREED: Final = 0.85
#: From so many nats a letter on, it overrules the hand-set costs: on wd_arabic_16 that finds 8 in 1,000 more, and nothing wrong.
SURE: Final = 0.3
#: The most that words get by it.
OVERRULED: Final = 0.9
#: Nats a letter beyond which evidence counts no more, and what it counts for. Chosen on wd_arabic_16: see bench_translit.
LEAST_NATS: Final = -0.4
MOST_NATS: Final = 0.6
WEIGHT_ABOVE: Final = 0.4
WEIGHT_BELOW: Final = 0.7
#: Words less alike than this are two names, whatever was learned.
APART: Final = 0.2
#: Brings what is agreed on to .85 to .99.
ABOVE: Final = (0.99 - AGREED) / (0.99 - AGREED + WEIGHT_ABOVE * (MOST_NATS - LEAST_NATS))


def weighed(likeness: float, nats: float) -> float:
    """Return how alike an Arabic word and a Latin one are, 0 to .99, by hand-set costs and by what was learned.

    Args:
        likeness: By hand-set costs, 0 to .99. On which side of ``AGREED`` it lies decides on which side the answer does, unless the
            evidence is ``SURE``.
        nats: As from ``evidence``.

    Example:
        >>> weighed(0.9, 0.5) > weighed(0.95, 0.1) > AGREED > weighed(0.84, 0.2)
        True
    """
    said = min(MOST_NATS, max(LEAST_NATS, nats))
    if likeness >= AGREED:
        return AGREED + (likeness - AGREED + WEIGHT_ABOVE * (said - LEAST_NATS)) * ABOVE
    share = max(0.0, likeness - APART) / (AGREED - APART)
    return min(OVERRULED if said >= SURE else AGREED - 0.001, likeness + WEIGHT_BELOW * share * said)


def evidence(arabic: Folded, latin: str) -> float:
    """Return how much two words speak for being one name, in nats a letter of both: about .5 for the usual spelling, below 0 against it.

    Args:
        arabic: A word in Arabic letters, with its article or without.
        latin: A word in Latin letters.

    Example:
        >>> evidence("الشمالي", "Shamali") > 0.2 > evidence("الشمالي", "Salmani")
        True
    """
    left, right = arabic_letters(arabic), latin_letters(latin)
    if not left or not right:
        return 0.0
    return _best(arabic_chunks(left), latin_chunks(right)) / 100 / (len(left) + len(right))


def arabic_letters(word: Folded) -> str:
    """Return the letters of a folded Arabic word that are judged: without the article."""
    return without_article(word)


def latin_letters(word: str) -> str:
    """Return the letters of a Latin word that are judged: marked letters as the sounds they stand for."""
    return spelled_out(word)


def cuts(word: str, widest: int) -> list[list[str]]:
    """Return for each letter the chunks that end with it, the narrowest first.

    Example:
        >>> cuts("abc", 2)
        [['^a'], ['b', '^ab'], ['c$', 'bc$']]
    """
    return [
        [
            ("^" if width == end else "") + word[end - width : end] + ("$" if end == len(word) else "")
            for width in range(1, min(widest, end) + 1)
        ]
        for end in range(1, len(word) + 1)
    ]


@lru_cache(maxsize=1 << 14)
def arabic_chunks(word: str) -> tuple[tuple[int, ...], ...]:
    """Return for each letter the numbers of the chunks that end with it; one past the last known chunk stands for unknown ones."""
    return _numbered(word, WIDEST_ARABIC, arabic_numbers())


@lru_cache(maxsize=1 << 14)
def latin_chunks(word: str) -> tuple[tuple[int, ...], ...]:
    """Return the same of a Latin word."""
    return _numbered(word, WIDEST_LATIN, latin_numbers())


@lru_cache(maxsize=1)
def arabic_numbers() -> Mapping[str, int]:
    """Return the number of each Arabic chunk of the table; 0 is no letter."""
    return _numbers(learned())


@lru_cache(maxsize=1)
def latin_numbers() -> Mapping[str, int]:
    """Return the number of each Latin chunk of the table; 0 is no letter."""
    return _numbers({chunk for row in learned().values() for chunk in row})


@lru_cache(maxsize=1)
def learned() -> Mapping[str, Mapping[str, int]]:
    """Return the table: Arabic chunk -> Latin chunk -> hundredths of nats; an empty chunk is no letter."""
    table: dict[str, dict[str, int]] = {}
    for line in LEARNED_SOUNDS.split("\n"):
        arabic, *entries = line.split()
        row = table.setdefault("" if arabic == _NOTHING else arabic, {})
        for entry in entries:
            latin, _, nats = entry.partition(":")
            row["" if latin == _NOTHING else latin] = int(nats)
    return table


@cache
def row(arabic: int) -> tuple[int, ...]:
    """Return what each Latin chunk says about one Arabic chunk, by number, in hundredths of nats; the last is for unknown chunks.

    Where a chunk with a place mark has no entry, that of the bare chunks counts.
    """
    chunks = [*arabic_numbers()]
    if arabic == len(chunks):
        return (NEVER,) * (len(latin_numbers()) + 1)
    chunk = chunks[arabic]
    found = list(_floor(_width(chunk)))
    for bare_latin, nats in learned().get(chunk.strip("^$"), {}).items():
        for number in _with_marks().get(bare_latin, ()):
            found[number] = nats
    for latin, nats in learned().get(chunk, {}).items():
        found[latin_numbers()[latin]] = nats
    return tuple(found)


def _numbers(chunks: Iterable[str]) -> Mapping[str, int]:
    return {chunk: number for number, chunk in enumerate(["", *sorted({*chunks} - {""})])}


def _numbered(word: str, widest: int, numbers: Mapping[str, int]) -> tuple[tuple[int, ...], ...]:
    unknown = len(numbers)
    return tuple(tuple(numbers.get(chunk) or numbers.get(chunk.strip("^$"), unknown) for chunk in ending) for ending in cuts(word, widest))


def _width(chunk: str) -> int:
    return len(chunk.strip("^$"))


@lru_cache(maxsize=1)
def _with_marks() -> Mapping[str, tuple[int, ...]]:
    """Return the numbers of the chunks that a bare Latin chunk stands in for, by that chunk."""
    found: dict[str, list[int]] = {}
    for chunk, number in latin_numbers().items():
        found.setdefault(chunk.strip("^$"), []).append(number)
    return {chunk: tuple(numbers) for chunk, numbers in found.items()}


@cache
def _floor(width: int) -> tuple[int, ...]:
    """Return what Latin chunks say about an Arabic chunk of some width of which nothing was learned."""
    worth = {0: {1: _ALONE}, 1: {0: _ALONE, 1: _OTHER}}.get(width, {})
    return (*(worth.get(_width(chunk), NEVER) for chunk in latin_numbers()), NEVER)


def _best(left: tuple[tuple[int, ...], ...], right: tuple[tuple[int, ...], ...]) -> int:
    """Return the most that any cut of two words says, in hundredths of nats."""
    alone = row(0)
    above: list[int] = []
    before = [0]
    for ending in right:
        before.append(before[-1] + alone[ending[0]])
    for ends in left:
        reading = row(ends[0])
        dropped = reading[0]
        wider = row(ends[1]) if len(ends) > 1 else None
        current = [before[0] + dropped]
        for place, ending in enumerate(right):
            said = [before[place + 1] + dropped, current[place] + alone[ending[0]]]
            said += [before[place - width] + reading[number] for width, number in enumerate(ending)]
            if wider:
                said += [above[place - width] + wider[number] for width, number in enumerate(ending)]
            current.append(max(said))
        above, before = before, current
    return before[-1]
