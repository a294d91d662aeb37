"""Find the other spelling of a name token among all: ``python benchmarks/accuracy/bench_translit.py --data DIR``.

DIR holds ``wd_arabic_16`` and ``wd_arabic_64`` of the Wikidata name pairs (Merhav and Ash 2018, CC0): a Latin token, its Arabic token with
letters apart, a count. The questions: which of all Arabic tokens of the file is this Latin one, and the other way round? The learned
costs come from part 64; part 16 is for tuning. Most tokens are European surnames, and a share of pairs is wrong, so that nothing reaches 1;
an Arabic token that has several Latin ones in the file has one right answer for each, so that the way back cannot exceed ``ceiling``.
Beside it: letter-by-letter romanisation with the best ratio of rapidfuzz. Figures are also split by whether a name is an Arabic one, as
told by letters that foreign names are not written with, and misses by what is damaged. Times are CPU time.
"""

import argparse
import itertools
import json
import os
import random
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import numpy as np
from rapidfuzz import fuzz, process
from rapidfuzz.distance import Levenshtein

from kashf.language.sounds.similarity import SAME_NAME, code_likeness, pair_similarities, similarity, skeleton, skeletons
from kashf.language.sounds.spellings import vowelled
from kashf.language.words.folding import fold

ROMAN = {
    **dict(zip("ابتجحدرزسصضطظعفقكلمنهوي", "abtjhdrzssdtzafqklmnhwy", strict=True)),
    "ث": "th",
    "خ": "kh",
    "ذ": "dh",
    "ش": "sh",
    "غ": "gh",
    "ء": "",
}
#: Letters that stand for sounds of Arabic; transliterators of other names do without them.
ARABIC_SOUNDS = set("حصضطظعقذء")
#: Below this likeness of its two skeletons a pair is taken for a mistake of the data (another name of the same man).
NO_PAIR = 0.34
#: From this likeness of skeletons on, pairs are compared: of any code of the word asked for, and of its own code.
FIRST_PASS = 0.6
OWN_CODE_PASS = 0.5
AT_ONCE = 200

Pair = tuple[str, str]


def read_pairs(path: Path) -> list[Pair]:
    """Return (folded Latin, folded Arabic) pairs, each once."""
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return sorted({(fold(row[0]), fold(row[1].replace(" ", ""))) for row in rows})


def closest(queries: Sequence[str], gallery: Sequence[str]) -> dict[str, list[tuple[str, float]]]:
    """Return for each query the ten most similar words among those that pass on skeletons, the best first."""
    codes = [skeleton(word) for word in gallery]
    found = {}
    for start in range(0, len(queries), AT_ONCE):
        some = queries[start : start + AT_ONCE]
        passed = []
        for word in some:
            likeness = process.cdist(
                sorted(skeletons(word)), codes, scorer=Levenshtein.normalized_similarity, score_cutoff=FIRST_PASS, dtype=np.float32
            )
            passed.append(np.flatnonzero(likeness.max(axis=0)))
        lefts = [word for word, places in zip(some, passed, strict=True) for _ in places]
        rights = [gallery[place] for places in passed for place in places]
        scores, start_of = pair_similarities(lefts, rights), 0
        for word, places in zip(some, passed, strict=True):
            own = scores[start_of : start_of + len(places)]
            best = np.argsort(-own, kind="stable")[:10]
            found[word] = [(gallery[places[place]], float(own[place])) for place in best]
            start_of += len(places)
    return found


def by_ratio(queries: Sequence[str], gallery: Sequence[str]) -> dict[str, list[tuple[str, float]]]:
    """Return the ten best by letter-by-letter romanisation and rapidfuzz."""
    roman = {word: "".join(ROMAN.get(letter, letter) for letter in word) for word in gallery}
    return {
        word: [(str(other), score) for _, score, other in process.extract(roman_of(word), roman, scorer=fuzz.ratio, limit=10)]
        for word in queries
    }


def roman_of(word: str) -> str:
    """Return a word romanised letter by letter."""
    return "".join(ROMAN.get(letter, letter) for letter in word)


def recalls(asked: Iterable[Pair], found: dict[str, list[tuple[str, float]]]) -> dict[str, float]:
    """Return recall at 1 and 10 of each pair, and of how many queries the first answer is any of their right ones."""
    asked = [*asked]
    right_ones = defaultdict(set)
    for query, right in asked:
        right_ones[query].add(right)
    answered = sum(bool(found[query]) and found[query][0][0] in right for query, right in right_ones.items())
    places = [next((place for place, (other, _) in enumerate(found[query]) if other == right), 10) for query, right in asked]
    return {
        "recall_at_1": round(sum(place == 0 for place in places) / len(places), 4),
        "recall_at_10": round(sum(place < 10 for place in places) / len(places), 4),
        "queries_answered_at_1": round(answered / len(right_ones), 4),
    }


def is_arabic_name(arabic: str) -> bool:
    """Return whether a folded Arabic token is an Arabic name rather than a foreign one in Arabic letters."""
    return bool(set(arabic) & ARABIC_SOUNDS) or arabic.startswith("ال") or bool(vowelled(arabic))


def damage(latin: str, arabic: str, taken: str) -> str:
    """Return what kind of miss it is that another Arabic word was taken for the right one."""
    if code_likeness(skeleton(latin), skeleton(arabic)) < NO_PAIR:
        return "no pair: two names in the data"
    if skeleton(taken) == skeleton(arabic):
        plain, other = ("".join(letter for letter in word if letter not in "ءع") for word in (arabic, taken))
        bare, bare_other = ("".join(letter for letter in word if letter not in "اويءع") for word in (arabic, taken))
        if plain == other:
            return "hamza or ayn"
        return "vowels" if bare == bare_other else "consonants of one class"
    return "consonants"


def measure(name: str, pairs: Sequence[Pair], method: Callable[[Sequence[str], Sequence[str]], dict[str, list[tuple[str, float]]]]) -> dict:
    """Return and print the figures of one method one way; pairs are (query, right answer)."""
    gallery, queries = sorted({right for _, right in ALL[name]}), sorted({query for query, _ in pairs})
    began = time.process_time()
    found = method(queries, gallery)
    spent = time.process_time() - began
    counts = Counter(query for query, _ in ALL[name])
    arabic_side = 1 if name == "latin to arabic" else 0
    row = {
        "ceiling": round(len(counts) / len(ALL[name]), 4),
        **recalls(pairs, found),
        "milliseconds_per_query": round(spent * 1000 / len(queries), 2),
        "arabic_names": recalls([pair for pair in pairs if is_arabic_name(pair[arabic_side])], found),
        "foreign_names": recalls([pair for pair in pairs if not is_arabic_name(pair[arabic_side])], found),
        "share_of_arabic_names": round(sum(is_arabic_name(pair[arabic_side]) for pair in pairs) / len(pairs), 3),
    }
    if method is closest:
        for threshold in (SAME_NAME, 0.9, 0.94):
            accepted = [(query, other) for query, others in found.items() for other, score in others if score >= threshold]
            true = set(accepted) & set(pairs)
            row[f"from_{threshold}"] = {
                "recall": round(len(true) / len(pairs), 4),
                "wrong_per_query": round((len(accepted) - len(true)) / len(queries), 3),
            }
        if arabic_side == 1:
            missed = [(query, right, found[query]) for query, right in pairs if not found[query] or found[query][0][0] != right]
            kinds = Counter(damage(query, right, others[0][0] if others else "") for query, right, others in missed)
            row["misses_at_1"] = dict(kinds.most_common())
    return row


ALL: dict[str, list[Pair]] = {}


def speeds(pairs: Sequence[Pair]) -> dict[str, float]:
    """Return pairs a second of CPU time: distinct pairs at random, and pairs whose skeletons are alike, which are judged to the end."""
    chance = random.Random(1)
    latin, arabic = (sorted({pair[side] for pair in pairs}) for side in (0, 1))
    chosen = [(chance.choice(latin), chance.choice(arabic)) for _ in range(100_000)]
    rates = {}

    def rate(what: str, count: int, work: Callable[[], object]) -> None:
        work()
        began = time.process_time()
        work()
        rates[what] = round(count / (time.process_time() - began))

    codes = [(skeleton(left), skeleton(right)) for left, right in chosen]
    rate("code_likeness", len(codes), lambda: [code_likeness(*two) for two in codes])
    rate("pair_similarities, across scripts", len(chosen), lambda: pair_similarities(*zip(*chosen, strict=True)))
    close = [pair for pair in chosen if code_likeness(skeleton(pair[0]), skeleton(pair[1])) >= OWN_CODE_PASS] + [*pairs]
    rate("pair_similarities, close pairs across scripts", len(close), lambda: pair_similarities(*zip(*close, strict=True)))
    romanised = [(left, other) for (left, _), (other, _) in itertools.pairwise(chosen)]
    rate("pair_similarities, two romanisations", len(romanised), lambda: pair_similarities(*zip(*romanised, strict=True)))
    similarity("شمالي", "shamali")
    once = [*pairs[:5000]]
    similarity.cache_clear()
    began = time.process_time()
    for pair in once:
        similarity(*pair)
    rates["similarity, a close pair at a time"] = round(len(once) / (time.process_time() - began))
    rate("similarity, remembered", len(once), lambda: [similarity(*pair) for pair in once])
    return rates


def blocking(asked: Sequence[Pair], gallery: Sequence[str]) -> dict[str, dict[str, float]]:
    """Return for each way of choosing candidates by skeletons how many right ones it keeps, and how many it keeps in all."""
    own = {word: skeleton(word) for word in gallery}
    by_code: dict[str, list[str]] = defaultdict(list)
    for word, code in own.items():
        by_code[code].append(word)
    rows = {
        "one skeleton": (
            sum(skeleton(latin) == own[arabic] for latin, arabic in asked),
            sum(len(by_code[skeleton(latin)]) for latin, _ in asked),
        ),
        "skeletons": (
            sum(own[arabic] in skeletons(latin) for latin, arabic in asked),
            sum(len(by_code.get(code, ())) for latin, _ in asked for code in skeletons(latin)),
        ),
        "skeletons from either side": (
            sum(own[arabic] in skeletons(latin) or skeleton(latin) in skeletons(arabic) for latin, arabic in asked),
            0,
        ),
    }
    figures = {
        name: {"recall": round(kept / len(asked), 4), "candidates_per_query": round(all_kept / len(asked), 1)}
        for name, (kept, all_kept) in rows.items()
    }
    passed = [code_likeness(skeleton(latin), own[arabic]) >= OWN_CODE_PASS for latin, arabic in asked]
    figures[f"own codes alike from {OWN_CODE_PASS}"] = {"recall": round(sum(passed) / len(asked), 4)}
    return figures


def main() -> None:
    """Print one line of figures a method."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--part", choices=("16", "64"), default="16")
    parser.add_argument("--limit", type=int, default=0, help="only about N queries; the gallery stays whole")
    parser.add_argument("--json", type=Path)
    arguments = parser.parse_args()
    pairs = read_pairs(arguments.data / f"wd_arabic_{arguments.part}")
    ALL["latin to arabic"] = pairs
    ALL["arabic to latin"] = sorted((arabic, latin) for latin, arabic in pairs)
    rows: dict[str, dict] = {}
    for way, every in ALL.items():
        asked = every[:: max(1, len(every) // arguments.limit)] if arguments.limit else every
        rows[f"{way}: similarity"] = measure(way, asked, closest)
        rows[f"{way}: romanised and rapidfuzz"] = measure(way, asked, by_ratio)
    rows["blocking"] = blocking(pairs, sorted({arabic for _, arabic in pairs}))
    rows["pairs a second"] = speeds(pairs)
    print(json.dumps({"part": arguments.part, "pairs": len(pairs), "cores": os.cpu_count()}))
    for name, row in rows.items():
        print(json.dumps({"what": name, **row}))
    if arguments.json:
        arguments.json.write_text(json.dumps({"part": arguments.part, "pairs": len(pairs), "rows": rows}, indent=2), encoding="utf-8")


if __name__ == "__main__":
    main()
