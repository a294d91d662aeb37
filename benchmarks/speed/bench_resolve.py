"""Speed and memory of resolving: ``python -m benchmarks.speed.bench_resolve [--distinct 85000] [--mentions 500000] [--seed 1]``.

A crowd of invented people is written in both scripts (`crowd`), its names are resolved as a case's are, and one decision after the other
changes the entities of a case that has them all. Prints CPU seconds and the peak of memory, and beside them how good the result is, so that
nothing is gained by doing less: blocking recall on pairs of names of one person, and B-cubed of names by mentions, halves left out.
With ``--data DIR`` also on the single words of names/wd_arabic/wd_arabic_16 (aim .90).
Aims: 500,000 mentions in about 85,000 names <= 120 s, <= 1.5 GB; a decision < 1 s; blocking recall >= .95.
"""

import argparse
import datetime as dt
import json
import os
import resource
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import combinations, islice
from pathlib import Path

from benchmarks.speed.crowd import Crowd, make_crowd
from kashf.adapters.records.store import SqlStore
from kashf.domain.entity import Judgement, MentionType, NameKey, Verdict
from kashf.domain.ids import EntryId
from kashf.entities.resolving.resolve import join_names, proposed_pairs, score_pairs
from kashf.entities.tagging.keys import name_key
from kashf.ports.mentions import Membership, NameTotal, Resolution
from kashf.services.names.regroup import regrouped

PERSON = MentionType.PERSON
DECISIONS = 20


def totals(crowd: Crowd) -> tuple[list[NameTotal], dict[NameKey, int]]:
    """Return the names as a case keeps them, and whose each is; -1 for halves of names."""
    found: dict[NameKey, NameTotal] = {}
    owner: dict[NameKey, int] = {}
    for text, mentions in crowd.mentions.items():
        key = name_key(text, PERSON)
        before = found.get(key)
        found[key] = NameTotal(PERSON, key, before.text if before else text, mentions + (before.mentions if before else 0), 1)
        owner.setdefault(key, crowd.owner[text])
    return list(found.values()), owner


def blocking_recall(names: Sequence[NameTotal], owner: Mapping[NameKey, int]) -> float:
    """Return the share of pairs of names of one person that are proposed for comparison."""
    theirs: dict[int, list[NameKey]] = defaultdict(list)
    for name in names:
        if owner[name.key] >= 0:
            theirs[owner[name.key]].append(name.key)
    true = {pair for keys in theirs.values() for pair in combinations(sorted(keys), 2)}
    return sum(1 for pair in proposed_pairs(names) if pair in true) / max(len(true), 1)


def token_recall(table: Path) -> float:
    """Return the share of transliterated single words that are proposed as pairs, all words of a table together.

    Args:
        table: Latin word, Arabic word with its letters apart, count: a line each.
    """
    rows = [line.split("\t") for line in table.read_text(encoding="utf-8").splitlines()]
    pairs = {(name_key(latin, PERSON), name_key(arabic.replace(" ", ""), PERSON)) for latin, arabic, *_ in rows}
    true = {(min(pair), max(pair)) for pair in pairs if all(pair)}
    keys = sorted({key for pair in true for key in pair})
    return len(true.intersection(proposed_pairs([NameTotal(PERSON, key, key, 1, 1) for key in keys]))) / len(true)


def b_cubed(names: Iterable[NameTotal], owner: Mapping[NameKey, int], members: Iterable[Membership]) -> tuple[float, float]:
    """Return precision and recall by mentions (Bagga and Baldwin 1998) of names that are no halves."""
    leader = {member.key: member.leader for member in members}
    whole = [(leader[name.key], owner[name.key], name.mentions) for name in names if owner[name.key] >= 0]
    entities, people, both = Counter[NameKey](), Counter[int](), Counter[tuple[NameKey, int]]()
    for entity, person, mentions in whole:
        entities[entity] += mentions
        people[person] += mentions
        both[entity, person] += mentions
    all_mentions = entities.total()
    precision = sum(number**2 / entities[entity] for (entity, _), number in both.items()) / all_mentions
    return precision, sum(number**2 / people[person] for (_, person), number in both.items()) / all_mentions


def slowest_decision(names: Collection[NameTotal], resolution: Resolution) -> float:
    """Return the CPU seconds of the slowest of some decisions in a case with these names, its table of totals left out."""
    by_key = {name.key: name for name in names}
    joined = sorted((member for member in resolution.members if member.via), key=lambda member: -by_key[member.leader].mentions)
    slowest, judgements = 0.0, []
    with tempfile.TemporaryDirectory() as folder:
        store = SqlStore(Path(folder) / "case.db")
        with store.unit() as uow:
            uow.put_resolution(PERSON, resolution)
            uow.commit()
        view = store.view()
        setattr(view, "names_with", lambda _, keys: tuple(by_key[key] for key in keys if key in by_key))  # noqa: B010 - not filled here
        for number, member in enumerate(islice(joined, DECISIONS)):
            verdict = Verdict.DIFFERENT if number % 2 else Verdict.SAME
            when = dt.datetime(2016, 5, 2, tzinfo=dt.UTC) + dt.timedelta(number)
            judgements.append(Judgement(PERSON, member.key, member.via, verdict, "", "bench", when, EntryId(f"{number:064x}")))
            start = time.process_time()
            members = regrouped(view, PERSON, judgements, [member.key, member.via])
            with store.unit() as uow:
                uow.put_members(PERSON, members)
                uow.commit()
            slowest = max(slowest, time.process_time() - start)
        store.close()
    return slowest


def main() -> None:
    """Print one line of figures, and write them as JSON when asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--distinct", type=int, default=85_000)
    parser.add_argument("--mentions", type=int, default=500_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--data", type=Path, help="a folder with names/wd_arabic, to measure blocking on single words too")
    parser.add_argument("--json", type=Path)
    arguments = parser.parse_args()
    names, owner = totals(make_crowd(arguments.seed, distinct=arguments.distinct, mentions=arguments.mentions))
    start = time.process_time()
    pairs = score_pairs(names)
    scored = time.process_time()
    members = join_names(PERSON, names, pairs, ()).members
    joined = time.process_time()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
    precision, recall = b_cubed(names, owner, members)
    figures = {
        "mentions": sum(name.mentions for name in names),
        "names": len(names),
        "pairs_kept": len(pairs),
        "entities": len({member.leader for member in members}),
        "score_cpu_seconds": round(scored - start, 1),
        "join_cpu_seconds": round(joined - scored, 1),
        "resolve_cpu_seconds": round(joined - start, 1),
        "peak_mb": round(peak),
        "decision_cpu_seconds": round(slowest_decision(names, Resolution("1", pairs, members)), 2),
        "blocking_recall": round(blocking_recall(names, owner), 4),
        "b3_precision": round(precision, 4),
        "b3_recall": round(recall, 4),
        "b3_f1": round(2 * precision * recall / (precision + recall), 4),
        "cores": os.cpu_count(),
        "load": round(os.getloadavg()[0], 1),
    }
    if arguments.data:
        figures["token_blocking_recall"] = round(token_recall(arguments.data / "names/wd_arabic/wd_arabic_16"), 4)
    print(json.dumps(figures))
    if arguments.json:
        arguments.json.write_text(json.dumps(figures, indent=2), encoding="utf-8")


if __name__ == "__main__":
    main()
