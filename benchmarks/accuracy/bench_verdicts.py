"""What kashf says of made-up pairs, by kind: ``python -m benchmarks.accuracy.bench_verdicts [--people 300] [--seed 21]``.

Nobody is in them and nothing of kashf's tables: names and hands are those of ``benchmarks.names``. Four kinds: spellings of one person, of
which each has at least two telling parts of the other; two people who differ in one part (brothers, cousins, men of two towns); two given
names that sound alike before the same rest; and two people drawn at random. No pair of the last three may be ``same``, but where both
names are written alike (Hamid for حامد and حميد), which is counted apart. Seeds from 20 on were not looked at while rules were written.
"""

import argparse
import itertools
import random
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from rapidfuzz.distance import Levenshtein

from benchmarks.names import lexicon, romanise
from benchmarks.names.people import Alias, Kind, Person, make_people
from kashf.entities.comparing.compare import compare, prepare, verdict
from kashf.language.words.folding import fold

Pair = tuple[str, str]

_HANDS: Final = tuple(romanise.HANDS.values())
_WEIGHTS: Final = tuple(romanise.WEIGHTS[name] for name in romanise.HANDS)
_PAIRS_EACH: Final = 6
_FULL: Final[tuple[Kind, ...]] = ("ism", "father", "nisba")


def spellings_of_one(people: Iterable[Person], chance: random.Random) -> Iterator[Pair]:
    """Yield spellings of one person that share two telling parts or more."""
    for person in people:
        fit = [(a.text, b.text) for a in person.latin for b in (*person.arabic, *person.latin) if a is not b and _overlap(a, b)]
        yield from chance.sample(fit, min(_PAIRS_EACH, len(fit)))


def _overlap(one: Alias, other: Alias) -> bool:
    return len(one.shows & other.shows) > 1


def given_names_alike(chance: random.Random) -> Iterator[Pair]:
    """Yield names that differ in the given name only, which sounds like the other, in Arabic, in Latin letters and across."""
    for (one, said), (other, heard) in itertools.combinations(lexicon.ISMS, 2):
        if Levenshtein.distance(said, heard) > 2:
            continue
        latin, latin_too = _written(said, chance), _written(heard, chance)
        yield f"{one} قاسم الدليمي", f"{other} قاسم الدليمي"
        yield f"{latin} Qasim al-Dulaimi", f"{other} قاسم الدليمي"
        if fold(latin) != fold(latin_too):
            yield f"{latin} Qasim al-Dulaimi", f"{latin_too} Qasim al-Dulaimi"


def one_part_swapped(people: list[Person], chance: random.Random) -> Iterator[Pair]:
    """Yield full names of two people who differ in one part."""
    for person in people:
        for kind in _FULL:
            other = chance.choice(people)
            if kind not in person.parts or kind not in other.parts or person.parts[kind].arabic == other.parts[kind].arabic:
                continue
            mine = [person.parts[part] for part in _FULL if part in person.parts]
            his = [other.parts[kind] if part.kind == kind else part for part in mine]
            if all(part.form in {"plain", "article"} for part in (*mine, *his)):
                yield " ".join(part.arabic for part in mine), " ".join(part.arabic for part in his)
                yield " ".join(_written(part.said, chance) for part in mine), " ".join(part.arabic for part in his)


def drawn_at_random(people: list[Person], chance: random.Random) -> Iterator[Pair]:
    """Yield spellings of two people."""
    for _ in range(_PAIRS_EACH * len(people)):
        one, other = chance.sample(people, 2)
        yield chance.choice(one.latin).text, chance.choice((*other.arabic, *other.latin)).text


def _written(said: str, chance: random.Random) -> str:
    return romanise.capital(romanise.write(said, chance.choices(_HANDS, _WEIGHTS)[0], chance))


def main() -> None:
    """Print a line a kind: pairs, and the share of each verdict."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=300)
    parser.add_argument("--seed", type=int, default=21)
    parser.add_argument("--show", type=int, default=0, help="show so many pairs of different people that are called the same")
    arguments = parser.parse_args()

    people, chance = list(make_people(arguments.people, seed=arguments.seed, seen={})), random.Random(arguments.seed)
    kinds = {
        "spellings of one": spellings_of_one(people, chance),
        "given names alike": given_names_alike(chance),
        "one part swapped": one_part_swapped(people, chance),
        "drawn at random": drawn_at_random(people, chance),
    }
    for kind, pairs in kinds.items():
        said = [(verdict(compare(prepare(left), prepare(right)).score), left, right) for left, right in pairs]
        counts = Counter(found for found, _, _ in said)
        shares = "  ".join(f"{found} {counts[found]:5} ({counts[found] / len(said):.4f})" for found in ("same", "asked", "other"))
        print(f"{kind:20}{len(said):7,}  {shares}")
        if kind != "spellings of one":
            shown = [f"    {left}  |  {right}" for found, left, right in said if found == "same"]
            print("".join(f"{line}\n" for line in shown[: arguments.show]), end="")


if __name__ == "__main__":
    main()
