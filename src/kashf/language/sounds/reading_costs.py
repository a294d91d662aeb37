"""The hand-set costs of reading one sound unit as another, as tables that ``align`` takes."""

from dataclasses import replace
from functools import lru_cache

from kashf.language.sounds.alignment import CostTable
from kashf.language.tables.spelling import sound_costs as costs


def _entries(row: str) -> dict[str, int]:
    """Split "t0 th15 s+h0" into units and costs."""
    return {entry.rstrip("0123456789"): int(entry[len(entry.rstrip("0123456789")) :]) for entry in row.split()}


def _readings(table: str) -> dict[tuple[str, str], int]:
    rows = (line.split(maxsplit=1) for line in table.strip().splitlines())
    return {(left, right): cost for left, row in rows for right, cost in _entries(row).items()}


@lru_cache(maxsize=1)
def arabic_latin() -> CostTable:
    """Return the costs between an Arabic word (left) and a Latin one (right)."""
    pairs = _readings(costs.ARABIC_LATIN_PAIRS)
    return CostTable(
        readings=_readings(costs.ARABIC_LATIN),
        merges={pair: cost for pair, cost in pairs.items() if "+" not in pair[1]},
        splits={pair: cost for pair, cost in pairs.items() if "+" in pair[1]},
        left_dropped=_entries(costs.ARABIC_DROPPED),
        right_dropped=_entries(costs.LATIN_DROPPED),
    )


@lru_cache(maxsize=1)
def vowelled_latin() -> CostTable:
    """Return the costs between an Arabic name with its vowels (left) and a Latin word: a vowel that it lacks costs more."""
    unvowelled = arabic_latin()
    return replace(unvowelled, right_dropped={**unvowelled.right_dropped, **_entries(costs.LATIN_UNVOWELLED)})


@lru_cache(maxsize=1)
def latin_latin() -> CostTable:
    """Return the costs between two romanisations: consonants by way of the Arabic letter that makes the two least unlike."""
    by_letter: dict[str, dict[str, int]] = {}
    for (letter, grapheme), cost in _readings(costs.ARABIC_LATIN).items():
        by_letter.setdefault(letter, {})[grapheme] = cost
    readings: dict[tuple[str, str], int] = {}
    for letter, row in by_letter.items():
        if letter[-1] in costs.VOWEL_LETTERS:
            continue
        for left, left_cost in row.items():
            for right, right_cost in row.items():
                cost = 0 if left == right else left_cost + right_cost
                readings[left, right] = min(cost, readings.get((left, right), 100))
    for (left, right), cost in _readings(costs.LATIN_LATIN).items():
        readings[left, right] = readings[right, left] = cost
    readings |= {(unit, unit): 0 for pair in [*readings] for unit in pair}
    return CostTable(readings, left_dropped=_entries(costs.LATIN_ALONE), right_dropped=_entries(costs.LATIN_ALONE))


@lru_cache(maxsize=1)
def arabic_arabic() -> CostTable:
    """Return the costs between two Arabic spellings, both folded."""
    readings = {(letter, letter): 0 for letter in "ابتثجحخدذرزسشصضطظعغفقكلمنهويءىة"}
    for (left, right), cost in _readings(costs.ARABIC_ARABIC).items():
        readings[left, right] = readings[right, left] = cost
    return CostTable(readings, left_dropped=_entries(costs.ARABIC_ALONE), right_dropped=_entries(costs.ARABIC_ALONE))
