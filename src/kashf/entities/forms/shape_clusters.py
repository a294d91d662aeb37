"""Shapes that are of one template, in all its editions, brought together; two templates that ask nearly the same kept apart."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations
from typing import Final

from kashf.entities.forms.label_shapes import LEAST_LABELS, Seen, Shape

#: Share of a shape's labels that a cluster must know.
_KNOWN: Final = 0.6
#: Share of its records from which on a label is known to a cluster.
_CORE: Final = 0.2
#: Share of its records that have a label which counts when it is asked whether they are forms: prose begins its lines alike at random.
_MOST: Final = 0.5
#: Of two sets of labels, the share of all that both have, from which on they are editions of one template.
_SAME_TEMPLATE: Final = 0.5
#: And where they have their headings in common.
_SAME_HEADING: Final = 0.3
#: Share of what is written on a form that stands in lines with a label; a form of many labels may have long answers below them.
_LABELLED: Final = 0.6
_LABELLED_OF_MANY: Final = 0.45
_MANY_LABELS: Final = 8
#: A heading is one of a template from this share of the records on; one that nearly all have tells no two apart.
_OFTEN: Final = 0.05
_NEARLY_ALL: Final = 0.9
#: A label tells two headings apart which so many of the one have, and so few of the other.
_HAS, _HAS_NOT = 0.8, 0.05


@dataclass(slots=True)
class Cluster:
    """Shapes of one template.

    Args:
        shapes: Each with how often it was seen.
        counts: How many records have a label.
        records: How many there are.
    """

    shapes: dict[Shape, Seen] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    records: int = 0

    def add(self, shape: Shape, seen: Seen) -> None:
        """Take a shape in."""
        self.shapes.setdefault(shape, Seen()).add(seen)
        self.records += seen.records
        for _, key in shape:
            self.counts[key] += seen.records

    def take(self, other: Cluster) -> None:
        """Take all shapes of another in."""
        for shape, seen in other.shapes.items():
            self.add(shape, seen)

    def core(self) -> frozenset[str]:
        """The labels that enough of its records have."""
        return frozenset(key for key, count in self.counts.items() if count >= _CORE * self.records)

    def headings(self) -> Counter[str]:
        """How many records have a line above the first label."""
        return sum((seen.headings for seen in self.shapes.values()), Counter[str]())

    def tops(self) -> Counter[tuple[str, ...]]:
        """How many records have which lines above the first label."""
        return sum((seen.tops for seen in self.shapes.values()), Counter[tuple[str, ...]]())

    def loose(self) -> Counter[str]:
        """How many records have a line that no label answers for."""
        return sum((seen.loose for seen in self.shapes.values()), Counter[str]())

    def varied(self) -> frozenset[str]:
        """The labels that were answered in more than one way."""
        together = Seen()
        for seen in self.shapes.values():
            together.add(seen)
        return frozenset(together.varied)


def clusters(gathered: Mapping[Shape, Seen]) -> tuple[Cluster, ...]:
    """Return what may be templates, the one with the most records first.

    Args:
        gathered: Shapes; those that nothing else resembles are no form.
    """
    apart = [part for cluster in gathered_clusters(gathered) for part in _by_heading(cluster)]
    return tuple(sorted(_under_one_heading([each for each in apart if _is_form(each)]), key=_order))


def gathered_clusters(gathered: Mapping[Shape, Seen]) -> list[Cluster]:
    """Return shapes that have most labels in common together, whatever they may be."""
    return _merged(_collected(gathered))


def _collected(gathered: Mapping[Shape, Seen]) -> list[Cluster]:
    """Put each shape, the most frequent first, where most of its labels are known."""
    counts = Counter[str]()
    for shape, seen in gathered.items():
        counts.update({key: seen.records for _, key in shape})
    found: list[Cluster] = []
    known: dict[str, list[int]] = {}
    for shape, seen in sorted(gathered.items(), key=lambda each: (-each[1].records, -len(each[0]), each[0])):
        keys = [key for _, key in shape if counts[key] > 1 or seen.records > 1]
        if len(keys) < LEAST_LABELS:
            continue
        at = _home(keys, found, known)
        if at is None:
            at = len(found)
            found.append(Cluster())
        for key in keys:
            if key not in found[at].counts:
                known.setdefault(key, []).append(at)
        found[at].add(shape, seen)
    return found


def _home(keys: list[str], found: list[Cluster], known: Mapping[str, list[int]]) -> int | None:
    """Return the cluster that knows most of some labels; None where none knows enough.

    One that knows enough knows one of the rarest, as many as may be missing and one more: no other is looked at.
    """
    least = max(LEAST_LABELS - 1, math.ceil(_KNOWN * len(keys)))
    rarest = sorted(keys, key=lambda key: (len(known.get(key, ())), key))[: len(keys) - least + 1]
    best, most = None, least - 1
    for at in sorted({at for key in rarest for at in known.get(key, ())}):
        cluster = found[at]
        needed = _CORE * cluster.records
        known_to_it = cluster.counts.get  # many clusters are asked about many labels
        shared = sum([known_to_it(key, 0) >= needed for key in keys])
        if shared > most or (best is not None and shared == most and cluster.records > found[best].records):
            best, most = at, shared
    return best


def _merged(found: list[Cluster]) -> list[Cluster]:
    """Join clusters that know mostly the same labels: the first shapes of a template may have had little in common."""
    kept: list[Cluster] = []
    known: dict[str, list[int]] = {}
    cores: list[frozenset[str]] = []
    for cluster in sorted(found, key=_order):
        core = cluster.core()
        near = Counter(at for key in core for at in known.get(key, ()))
        homes = (at for at, shared in sorted(near.items()) if shared >= _SAME_TEMPLATE * len(core | cores[at]))
        home = next(homes, None)
        if home is None:
            kept.append(cluster)
            cores.append(core)
            for key in core:
                known.setdefault(key, []).append(len(kept) - 1)
        else:
            kept[home].take(cluster)
    return kept


def _alike(first: frozenset[str], second: frozenset[str]) -> float:
    return len(first & second) / max(1, len(first | second))


def _by_heading(cluster: Cluster) -> Iterator[Cluster]:
    """Yield a cluster, or its parts where headings that exclude each other go with labels that do."""
    counts = cluster.headings()
    telling = sorted(each for each, count in counts.items() if max(2, _OFTEN * cluster.records) <= count < _NEARLY_ALL * cluster.records)
    groups = _groups(telling, {each: _shares(cluster, each) for each in telling})
    if len(groups) < 2:
        yield cluster
        return
    parts = [Cluster() for _ in groups]
    for shape, seen in cluster.shapes.items():
        votes = [sum(seen.headings[each] for each in group) for group in groups]
        parts[max(range(len(groups)), key=lambda at: (votes[at], -at))].add(shape, seen)
    yield from parts


def _under_one_heading(found: list[Cluster]) -> list[Cluster]:
    """Join clusters that have all their usual headings and enough labels in common: editions of which few labels are the same."""
    kept: list[Cluster] = []
    for cluster in sorted(found, key=_order):
        usual, core = _usual(cluster), cluster.core()
        home = next((each for each in kept if usual and _usual(each) == usual and _alike(each.core(), core) >= _SAME_HEADING), None)
        if home is None:
            kept.append(cluster)
        else:
            home.take(cluster)
    return kept


def _usual(cluster: Cluster) -> frozenset[str]:
    return frozenset(key for key, count in cluster.headings().items() if count * 2 > cluster.records)


def _shares(cluster: Cluster, heading: str) -> dict[str, float]:
    """Return for each label the share of the records under a heading that have it."""
    counts, records = Counter[str](), 0
    for shape, seen in cluster.shapes.items():
        times = seen.headings[heading]
        records += times
        if times:
            counts.update({key: times for _, key in shape})
    return {key: count / records for key, count in counts.items()}


def _groups(headings: Iterable[str], shares: Mapping[str, Mapping[str, float]]) -> list[list[str]]:
    """Return headings in groups, of which each goes with labels of its own."""
    groups = [[each] for each in headings]
    for first, second in combinations(list(groups), 2):
        if _differ(shares[first[0]], shares[second[0]]) or first is second:
            continue
        left = next(group for group in groups if first[0] in group)
        right = next(group for group in groups if second[0] in group)
        if left is not right:
            left += right
            groups = [group for group in groups if group is not right]
    return groups


def _differ(first: Mapping[str, float], second: Mapping[str, float]) -> bool:
    one, other = (
        any(share >= _HAS and those.get(key, 0.0) <= _HAS_NOT for key, share in these.items())
        for these, those in ((first, second), (second, first))
    )
    return one and other


def _is_form(cluster: Cluster) -> bool:
    """Whether two or more of them are filled in line by line: letters under one letterhead have their labels above what they say."""
    labelled = sum(seen.labelled for seen in cluster.shapes.values())
    written = sum(seen.written for seen in cluster.shapes.values())
    labels = sum(count >= _MOST * cluster.records for count in cluster.counts.values())
    least = _LABELLED_OF_MANY if labels >= _MANY_LABELS else _LABELLED
    return cluster.records > 1 and labels >= LEAST_LABELS and labelled >= least * written


def _order(cluster: Cluster) -> tuple[int, list[str]]:
    return -cluster.records, sorted(cluster.counts)
