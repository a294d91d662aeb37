"""Scores names with the peers: ``work/peers-env/bin/python -m benchmarks.names.peer_worker < JOB > ANSWER``, both JSON.

A job names a method, what is asked ("matrix": each left with each right, "pairs": one with one, "ranks": where the right one of all comes
out) and the names. Nothing of kashf is imported: this runs in the environment of the peers (setup/peers.sh).
"""

import json
import sys
import time
from collections.abc import Callable
from functools import lru_cache, partial
from typing import Any

import numpy as np

from benchmarks.names.scoring import places


@lru_cache(maxsize=1)
def icu_romaniser() -> Callable[[str], str]:
    """Return ICU's way into plain Latin letters."""
    import icu

    made = icu.Transliterator.createInstance("Any-Latin; NFKD; [:Nonspacing Mark:] Remove; Latin-ASCII; Lower")
    return lambda text: str(made.transliterate(text))


def romanise(text: str, *, by: str) -> str:
    """Return a name in lower-case Latin letters, by "anyascii" or "icu"."""
    if by == "icu":
        return icu_romaniser()(text)
    from anyascii import anyascii

    return anyascii(text).lower()


def rapidfuzz_matrix(lefts: list[str], rights: list[str], *, by: str, scorer: str) -> Any:
    """Return the scores of each left with each right in [0..1], romanised on both sides."""
    from rapidfuzz import distance, fuzz, process

    chosen = distance.JaroWinkler.similarity if scorer == "jaro_winkler" else getattr(fuzz, scorer)
    whole = 1 if scorer == "jaro_winkler" else 100
    sides = [[romanise(name, by=by) for name in side] for side in (lefts, rights)]
    return process.cdist(*sides, scorer=chosen, dtype=np.float32) / whole


def nomenklatura_matrix(lefts: list[str], rights: list[str], *, algorithm: str, schema: str) -> Any:
    """Return the scores of each left with each right in [0..1] by an algorithm of nomenklatura as it comes."""
    from followthemoney import EntityProxy
    from nomenklatura.matching import get_algorithm

    chosen = get_algorithm(algorithm)
    config = chosen.default_config()

    def entity(name: str) -> Any:
        return EntityProxy.from_dict({"id": name, "schema": schema, "properties": {"name": [name]}})

    candidates = [entity(name) for name in rights]
    return np.array(
        [[chosen.compare(query, other, config).score for other in candidates] for query in map(entity, lefts)], dtype=np.float32
    )


def matrix_of(method: str, schema: str) -> Callable[[list[str], list[str]], Any]:
    """Return the function that scores each left with each right by a method: "nomenklatura ALGORITHM" or "rapidfuzz ROMANISER SCORER"."""
    family, *rest = method.split()
    if family == "nomenklatura":
        return partial(nomenklatura_matrix, algorithm=rest[0], schema=schema)
    return partial(rapidfuzz_matrix, by=rest[0], scorer=rest[1])


def answer(job: dict[str, Any]) -> dict[str, Any]:
    """Return what a job asks for, with the CPU seconds of scoring, romanising included, loading not."""
    score = matrix_of(job["method"], job["schema"])
    score(["Aa Bb"], ["Cc Dd"])
    started = time.process_time()
    if job["asks"] == "matrix":
        result = score(job["left"], job["right"]).round(5).tolist()
    elif job["asks"] == "pairs":
        result = [round(float(score([left], [right])[0][0]), 5) for left, right in zip(job["left"], job["right"], strict=True)]
    else:
        queries = [job["left"][start : start + 200] for start in range(0, len(job["left"]), 200)]
        rows = (row for some in queries for row in score(some, job["right"]))
        result = [places(row, place) for row, place in zip(rows, job["answers"], strict=True)]
    return {"result": result, "cpu_seconds": round(time.process_time() - started, 3)}


if __name__ == "__main__":
    json.dump(answer(json.load(sys.stdin)), sys.stdout)
