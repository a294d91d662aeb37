"""How well names are put together: ``python -m benchmarks.accuracy.bench_resolve [--seeds 1,2] [--casts 0,1] [--end-to-end] [--show]``.

Takes the names of a made-up leak as one case, joins them by `resolving.resolve` before anybody has decided anything, and holds the entities
that come out against those of the truth by B-cubed (Bagga and Baldwin 1998): for each mention, the share of its entity in the result that
is truly its own (precision), and the share of its true entity that is in it (recall), averaged over mentions. Two inputs:

- `gold`: the names where the truth has them, without the particle written onto them, so that only resolution is measured;
- `found` (`--end-to-end`): what `tagging.settle` finds on the pages. A mention paired with no true name has precision 0, a true name that
  was not found recall 0, so that the figures cannot be better than those of bench_entities.

`whole` leaves out halves of names (a kunya alone), which stand apart until somebody decides; `all` has them, each with the man that is
meant. Units and places that reports translate (Amber Brigade, the Oak crossing) cannot be joined by their sound: `r_script` is recall with
each entity taken for two, one in each script. `blocking` is the share of pairs of spellings of one entity that are compared at all, those
of two scripts among them.

Casts other than 0 have people and spellings that nobody looked at while building; of those `--show` prints totals only.
"""

import argparse
import json
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.accuracy.bench_entities import paired
from benchmarks.accuracy.siege_pages import Leak, Name, NamedPage, digital_pages
from kashf.bootstrap import make_taggers
from kashf.domain.entity import MentionType, NameKey
from kashf.entities.resolving.resolve import join_names, proposed_pairs, score_pairs
from kashf.entities.tagging.keys import name_key
from kashf.entities.tagging.settle import find_mentions
from kashf.ports.mentions import NameTotal

RESOLVED = ("PER", "ORG", "LOC")


class Item(NamedTuple):
    """A mention: its key, its words, the true entity ("" where nothing true stands there) and the script of the true name."""

    key: NameKey
    text: str
    entity: str
    script: str


@dataclass(frozen=True, slots=True)
class Case:
    """The names of one type in one leak.

    Attributes:
        items: Every mention that has a key.
        missed: (entity, script) of every true name that was not found.
    """

    items: tuple[Item, ...]
    missed: tuple[tuple[str, str], ...] = ()

    @property
    def counts(self) -> Counter[NameKey]:
        """How often each key stands in the leak."""
        return Counter(item.key for item in self.items)

    def totals(self, kind: MentionType) -> list[NameTotal]:
        """Return the names as a case keeps them."""
        texts: dict[NameKey, Counter[str]] = defaultdict(Counter)
        for item in self.items:
            texts[item.key][" ".join(item.text.split())] += 1
        ranked = {key: [text for text, _ in spellings.most_common()] for key, spellings in texts.items()}
        return [
            NameTotal(kind, key, most, number, number, tuple(more)) for key, number in self.counts.items() for most, *more in [ranked[key]]
        ]


def gold_case(pages: Iterable[NamedPage], kind: str, *, halves: bool) -> Case:
    """Return the names of a type where the truth has them."""
    names = (name for page in pages for name in page.names if _asked_for(name, kind, halves=halves))
    bare = ((_without_particle(name), name) for name in names)
    items = (Item(name_key(text, MentionType(kind)), text, name.entity, name.script) for text, name in bare)
    return Case(tuple(item for item in items if item.key))


def _without_particle(name: Name) -> str:
    """Return the words of a name alone; where ل has swallowed the alef of an article it is put back."""
    rest = name.text[len(name.clitic) :]
    return f"ا{rest}" if name.clitic == "ل" and name.text.startswith("لل") else rest


def found_case(found: Iterable[tuple[NamedPage, Sequence[Any]]], kind: str, *, halves: bool) -> Case:
    """Return the names of a type as they were found; what lies on an optional name, or on a half if those are left out, is passed over."""
    items: list[Item] = []
    missed: list[tuple[str, str]] = []
    for page, mentions in found:
        mine = [mention for mention in mentions if mention.type.value == kind]
        wanted = [name for name in page.names if _asked_for(name, kind, halves=halves)]
        open_ = [name for name in page.names if name.type == kind and not _asked_for(name, kind, halves=halves)]
        pairs = paired(wanted, mine)
        taken = {id(mention) for mention in pairs.values()}
        missed += [(name.entity, name.script) for name in wanted if id(name) not in pairs]
        true = [(pairs[id(name)].text, name) for name in wanted if id(name) in pairs]
        items += [Item(name_key(text, MentionType(kind)), text, name.entity, name.script) for text, name in true]
        for mention in mine:
            if id(mention) not in taken and not any(mention.start < name.end and name.start < mention.end for name in open_):
                items.append(Item(name_key(mention.text, MentionType(kind)), mention.text, "", ""))
    return Case(tuple(item for item in items if item.key), tuple(missed))


def _asked_for(name: Name, kind: str, *, halves: bool) -> bool:
    return name.type == kind and not name.optional and bool(name.entity) and (halves or not name.part)


def b_cubed(case: Case, leaders: Mapping[NameKey, NameKey]) -> dict[str, float]:
    """Return precision, recall, their harmonic mean, and recall within each script; all 0 of nothing.

    >>> one, other = Item(NameKey("a"), "A", "x", "Arab"), Item(NameKey("b"), "B", "x", "Latn")
    >>> b_cubed(Case((one, other)), {one.key: one.key, other.key: other.key})
    {'p': 1.0, 'r': 0.5, 'f1': 0.6667, 'r_script': 1.0}
    """
    real = [item for item in case.items if item.entity]
    true = Counter(item.entity for item in real) + Counter(entity for entity, _ in case.missed)
    scripts = Counter((item.entity, item.script) for item in real) + Counter(case.missed)
    clusters = Counter(leaders[item.key] for item in case.items)
    together = Counter((leaders[item.key], item.entity) for item in real)
    in_script = Counter((leaders[item.key], item.entity, item.script) for item in real)
    precision = sum(number**2 / clusters[leader] for (leader, _), number in together.items()) / max(len(case.items), 1)
    recall = sum(number**2 / true[entity] for (_, entity), number in together.items()) / max(true.total(), 1)
    within = sum(number**2 / scripts[entity, script] for (_, entity, script), number in in_script.items()) / max(true.total(), 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return {"p": round(precision, 4), "r": round(recall, 4), "f1": round(f1, 4), "r_script": round(within, 4)}


@dataclass(frozen=True, slots=True)
class Resolved:
    """What came out: key -> leader of its entity, and the pairs of keys that blocking proposed, the lower first."""

    leaders: Mapping[NameKey, NameKey]
    proposed: set[tuple[NameKey, NameKey]]


def resolve_names(case: Case, kind: MentionType) -> Resolved:
    """Return the entities that kashf makes of the names of a case before anybody has decided anything."""
    totals = sorted(case.totals(kind), key=lambda total: total.key)
    clusters = join_names(kind, totals, score_pairs(totals), ())
    return Resolved({member.key: member.leader for member in clusters.members}, set(proposed_pairs(totals)))


def true_pairs(case: Case) -> set[tuple[NameKey, NameKey]]:
    """Return pairs of different keys of one entity, the lower first; a key that several share is of the one it mostly means."""
    by_entity: dict[str, set[NameKey]] = defaultdict(set)
    for key, entity in owners(case).items():
        by_entity[entity].add(key)
    return {pair for keys in by_entity.values() for pair in combinations(sorted(keys), 2)}


def owners(case: Case) -> dict[NameKey, str]:
    """Return key -> the entity that it means most often."""
    meant: dict[NameKey, Counter[str]] = defaultdict(Counter)
    for item in case.items:
        if item.entity:
            meant[item.key][item.entity] += 1
    return {key: entities.most_common(1)[0][0] for key, entities in meant.items()}


def faults(case: Case, leaders: Mapping[NameKey, NameKey]) -> Iterator[tuple[int, str, str]]:
    """Yield (mentions, class, words) of entities that are split and of entities that are joined."""
    counts, meant = case.counts, owners(case)
    parts: dict[str, dict[NameKey, list[NameKey]]] = defaultdict(lambda: defaultdict(list))
    for key, entity in meant.items():
        parts[entity][leaders[key]].append(key)
    for entity, clusters in parts.items():
        largest = max(clusters.values(), key=lambda keys: sum(counts[key] for key in keys))
        for keys in clusters.values():
            if keys is not largest:
                number = sum(counts[key] for key in keys)
                yield number, f"split {_scripts(keys)} from {_scripts(largest)}", f"{entity}: {_shown(keys)} | {_shown(largest)}"
    joined: dict[NameKey, set[str]] = defaultdict(set)
    for key, entity in meant.items():
        joined[leaders[key]].add(entity)
    for leader, entities in joined.items():
        if len(entities) > 1:
            keys = [key for key in meant if leaders[key] == leader]
            number = sum(counts[key] for key in keys)
            yield number, f"joined {len(entities)} entities", f"{' + '.join(sorted(entities))}: {_shown(keys)}"


def _scripts(keys: Iterable[str]) -> str:
    return "+".join(sorted({"Latn" if any("a" <= letter <= "z" for letter in key) else "Arab" for key in keys}))


def _shown(keys: Sequence[str]) -> str:
    return ", ".join(sorted(keys)[:6]) + (" ..." if len(keys) > 6 else "")


def measure(case: Case, kind: str, *, show: bool, examples: bool) -> dict[str, Any]:
    """Return the figures of one case, and print its faults if asked to."""
    began = time.process_time()
    resolved = resolve_names(case, MentionType(kind))
    seconds = time.process_time() - began
    pairs = true_pairs(case)
    row = {
        "mentions": len(case.items),
        "keys": len(case.counts),
        "entities": len({item.entity for item in case.items if item.entity}),
        "clusters": len(set(resolved.leaders.values())),
        **b_cubed(case, resolved.leaders),
        "blocking": round(len(pairs & resolved.proposed) / max(len(pairs), 1), 4),
        "cpu_s": round(seconds, 2),
    }
    if show:
        _print_faults(case, resolved.leaders, examples=examples)
    return row


def _print_faults(case: Case, leaders: Mapping[NameKey, NameKey], *, examples: bool) -> None:
    classes: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for number, kind, words in faults(case, leaders):
        classes[kind].append((number, words))
    for kind, every in sorted(classes.items(), key=lambda item: -sum(number for number, _ in item[1])):
        print(f"  - {sum(number for number, _ in every)} mentions, {len(every)} times: {kind}")
        for number, words in sorted(every, reverse=True)[:8] if examples else ():
            print(f"      - {number} x {words}")


def _numbers(words: str) -> tuple[int, ...]:
    return tuple(int(word) for word in words.split(","))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=_numbers, default=(1, 2, 3))
    parser.add_argument("--casts", type=_numbers, default=(0, 1, 2))
    parser.add_argument("--files", type=int, default=400, help="of each leak, all of one case")
    parser.add_argument("--end-to-end", action="store_true", help="also with the names that are found, not only with the true ones")
    parser.add_argument("--show", action="store_true", help="print what is split and joined, with examples of cast 0")
    parser.add_argument("--json", type=Path)
    return parser.parse_args()


def main() -> None:
    """Print a line for each leak, type and input."""
    options = _options()
    taggers = make_taggers() if options.end_to_end else ()
    results = []
    for cast in options.casts:
        for seed in options.seeds:
            pages = list(digital_pages(Leak(seed, cast, options.files)))
            for what, kind, case in _cases(pages, taggers):
                head = {"cast": cast, "seed": seed, "input": what, "type": kind}
                row = head | measure(case, kind, show=options.show and what.startswith("gold"), examples=cast == 0)
                results.append(row)
                print(json.dumps(row, ensure_ascii=False))
    for line in _means(results):
        print(json.dumps(line))
    if options.json:
        options.json.write_text(json.dumps(results, indent=2), encoding="utf-8")


def _cases(pages: Sequence[NamedPage], taggers: Sequence[Any]) -> Iterator[tuple[str, str, Case]]:
    found = [(page, find_mentions(page.text, taggers=taggers, language=page.language)) for page in pages] if taggers else []
    for kind in RESOLVED:
        yield "gold whole", kind, gold_case(pages, kind, halves=False)
        if kind == "PER":
            yield "gold all", kind, gold_case(pages, kind, halves=True)
        if found:
            yield "found whole", kind, found_case(found, kind, halves=False)


def _means(results: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    groups: dict[tuple[bool, str, str], list[dict[str, Any]]] = defaultdict(list)
    for row in results:
        groups[row["cast"] > 0, row["input"], row["type"]].append(row)
    for (unseen, what, kind), rows in groups.items():
        means = {key: round(sum(row[key] for row in rows) / len(rows), 4) for key in ("p", "r", "f1", "r_script", "blocking")}
        yield {"mean of": len(rows), "casts": "unseen" if unseen else "first", "input": what, "type": kind, **means}


if __name__ == "__main__":
    main()
