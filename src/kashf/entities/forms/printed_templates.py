"""What a template prints, learned from the shapes of one cluster: its fields in all wordings, its editions, its heading."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kashf.domain.forms.form_families import FamilyId, FamilyKind, FormDoubt, TemplateField
from kashf.domain.forms.template_fields import FieldKey, FieldKind
from kashf.entities.forms.doubts.form_doubts import doubt_of
from kashf.entities.forms.doubts.rival_titles import rival_titles
from kashf.entities.forms.label_shapes import Label
from kashf.entities.forms.reworded_labels import likeness, reworded
from kashf.entities.forms.scanned_editions import SCANS_OF_WHICH_EACH_COUNTS, scanned_editions
from kashf.entities.forms.seen_shapes import SeenShapes
from kashf.entities.forms.shape_clusters import Cluster
from kashf.language.field_values.field_kinds import propose_kind

#: Likeness in [0..1] from which on a label is another reading of one that never stands beside it, and where both have one number.
_ALIKE: Final = 0.8
_ALIKE_NUMBERED: Final = 0.6
#: Share of the rarer label's records in which the other may stand too, for the two to be one.
_TOGETHER: Final = 0.05
#: Share of the records that ask a set of fields, for it to be an edition; where it is another without some, of the same numbers, more:
#: labels are missed.
_EDITION: Final = 0.02
_LACKING: Final = 0.1
#: Of a field without a number among fields with numbers, and of one that is asked a second time.
_UNNUMBERED: Final = 0.1
_TWICE: Final = 0.3
#: Records that ask it at least, where there are many, and where there are few.
_LEAST: Final = 3
_FEW: Final = 12
#: Share of the records that have a line without a label for it to be printed.
_PRINTED: Final = 0.3
#: And for one that stands anywhere else, where answers may.
_PRINTED_BESIDE: Final = 0.6
#: Share of its records in which nothing stands between what may be a label and the next, for it to be a line that asks nothing.
_UNASKED: Final = 0.9
#: Share of its records in which nothing says that a line is a label.
_BARE: Final = 0.4
#: Share of labels which a number or a separator tells, for all of a template to be told so.
_TOLD: Final = 0.6
#: Share of the records that have it, for what nothing but that says to be a label.
_ASKED: Final = 0.3
#: Share of its records in which nothing parts a label from what is filled in, for that to be how it is printed.
_OPEN: Final = 0.1
#: Score in [0..1] from which on it is known what a label asks.
_SURE: Final = 0.9
#: Labels at least that are answered in more than one way: copies of one text, and its twins with one changed word, are no forms.
_VARIED: Final = 2


@dataclass(frozen=True, slots=True)
class Template:
    """What is printed on the forms of a family.

    Args:
        id: Of the family.
        kind: Forms, or rows.
        title: What is printed at the top of most; "" for nothing.
        fields: All that any edition asks, in order.
        editions: Which of these each edition asks, by place, the most frequent first.
        known: Which field each reading of a label is.
        numbers: Which fields, by place, a number stands before, in any edition.
        headings: Lines without a label that are printed, folded.
        open: Keys of labels that nothing may part from what is filled in.
        doubt: Why they may be no forms, by their labels.
        titles: Those that exclude each other, each with how many forms have it.
    """

    id: FamilyId
    kind: FamilyKind
    title: str
    fields: tuple[TemplateField, ...]
    editions: tuple[tuple[int, ...], ...]
    known: Mapping[str, int]
    numbers: Mapping[str, tuple[int, ...]]
    headings: frozenset[str]
    open: frozenset[str]
    doubt: FormDoubt | None = None
    titles: tuple[tuple[str, int], ...] = ()


def template_of(cluster: Cluster, seen: SeenShapes) -> Template | None:
    """Return what a cluster's forms print; None where no set of fields is asked often enough, or all answers are the same.

    Args:
        cluster: Of one template.
        seen: All that was seen, for how labels are printed.
    """
    if len(cluster.varied()) < _VARIED:
        return None
    readings = _readings(cluster)
    unasked = _asks_nothing(cluster, readings, seen)
    editions = _editions(cluster, {reading: key for reading, key in readings.items() if key not in unasked})
    if not editions:
        return None
    editions, readings = reworded(editions, readings)
    fields = _in_order(editions)
    place = {key: at for at, key in enumerate(fields)}
    known = {reading: place[key] for reading, key in readings.items() if key in place}
    numbers = _numbers(cluster, known)
    least = max(2, _PRINTED * cluster.records)
    loose = max(2, _PRINTED_BESIDE * cluster.records)
    titles = sorted((-count, each) for each, count in cluster.headings().items() if count >= least)
    title = titles[0][1] if titles else max(sorted(unasked), key=lambda key: cluster.counts[key], default="")
    told = tuple(_field(key, readings, numbers[at], seen.spelling) for at, key in enumerate(fields))
    return Template(
        id=family_id(title, editions[0]),
        kind=FamilyKind.FORM,
        title=seen.spelling(title),
        fields=told,
        editions=tuple(tuple(sorted(place[key] for key in edition)) for edition in editions),
        known=known,
        numbers=_by_number(numbers),
        headings=frozenset(key for key, count in (*cluster.loose().items(), *_counted(cluster, unasked)) if count >= loose)
        | {key for _, key in titles},
        open=frozenset(key for key in known if seen.open[key] >= max(2, _OPEN * cluster.counts[key])),
        doubt=doubt_of(told, [key for key in fields if seen.assigned[key] * 2 > seen.labels[key]]),
        titles=rival_titles(cluster, seen.spelling),
    )


def _counted(cluster: Cluster, keys: Iterable[str]) -> list[tuple[str, int]]:
    return [(key, cluster.counts[key]) for key in keys]


def _asks_nothing(cluster: Cluster, readings: Mapping[str, str], seen: SeenShapes) -> set[str]:
    """Return what only looks like labels: lines printed between them, answers that many give.

    Nothing but that many have it says of these that they are labels, while of most others a number or a separator does; or too few have
    it; or nothing is ever filled in behind it. On scans numbers are misread, and having none says nothing.
    """
    numbers = _number_counts(cluster)
    fields = _field_counts(cluster, readings)
    bare = {key for key, counts in numbers.items() if seen.open[key] >= _BARE * seen.labels[key] and counts[""] * 2 > counts.total()}
    told = sum(count for key, count in cluster.counts.items() if key not in bare)
    is_scanned = sum(each.scanned for each in cluster.shapes.values()) * 2 > cluster.records
    least = _ASKED * cluster.records if is_scanned or told < _TOLD * cluster.counts.total() else cluster.records + 1
    return {
        key
        for key in bare
        if (fields[readings[key]] if is_scanned else cluster.counts[key]) < least or seen.empty[key] >= _UNASKED * cluster.counts[key]
    }


def _readings(cluster: Cluster) -> dict[str, str]:
    """Return for each label the one that it is a reading of: itself, or a more frequent one that it never stands beside."""
    number = {key: counts.most_common(1)[0][0] for key, counts in _number_counts(cluster).items()}
    standing: dict[str, set[int]] = {}
    weights = []
    for at, (shape, seen) in enumerate(sorted(cluster.shapes.items())):
        weights.append(seen.records)
        for _, key in shape:
            standing.setdefault(key, set()).add(at)
    found: dict[str, str] = {}
    kept: list[str] = []
    for key in sorted(cluster.counts, key=lambda each: (-cluster.counts[each], each)):
        allowed = _TOGETHER * cluster.counts[key]
        homes = (
            other
            for other in kept
            if likeness(key, other) >= (_ALIKE_NUMBERED if number[key] and number[key] == number[other] else _ALIKE)
            and sum(weights[at] for at in standing[key] & standing[other]) <= allowed
        )
        best = max(homes, key=lambda other: (likeness(key, other), other), default=None)
        found[key] = best or key
        if best is None:
            kept.append(key)
    return found


def _editions(cluster: Cluster, readings: Mapping[str, str]) -> list[tuple[str, ...]]:
    """Return the sets of fields that enough records ask, each in its usual order, the most frequent first; those of scans last."""
    orders: dict[frozenset[str], Counter[tuple[str, ...]]] = {}
    counts, scanned = Counter[frozenset[str]](), Counter[frozenset[str]]()
    numbered: dict[frozenset[str], set[Label]] = {}
    core = _core(cluster, readings)
    for shape, seen in cluster.shapes.items():
        order = tuple(dict.fromkeys(readings[key] for _, key in shape if readings.get(key) in core))
        asked = frozenset(order)
        counts[asked] += seen.records
        scanned[asked] += seen.scanned
        numbered.setdefault(asked, set()).update(label for label in shape if label.number)
        orders.setdefault(asked, Counter())[order] += seen.records
    found: list[frozenset[str]] = []
    least = max(_LEAST if cluster.records >= _FEW else 1, _EDITION * cluster.records)
    misread = {asked for asked, count in counts.items() if scanned[asked] * 2 > count}
    for asked in sorted(counts.keys() - misread, key=lambda each: (-counts[each], sorted(each))):
        share = _LACKING if any(asked < other and numbered[asked] <= numbered[other] for other in found) else 0
        if counts[asked] >= max(least, share * cluster.records):
            found.append(asked)
    editions = [max(orders[asked].items(), key=lambda each: (each[1], each[0]))[0] for asked in found]
    read = {order: count for asked in misread for order, count in orders[asked].items() if asked}
    return [*editions, *scanned_editions(read, found, least=least)]


def _core(cluster: Cluster, readings: Mapping[str, str]) -> set[str]:
    """Return the fields that enough records have: what somebody wrote besides looks like a label too."""
    numbers = _number_counts(cluster)
    told = sum(counts.total() - counts[""] for counts in numbers.values()) * 2 > cluster.counts.total()
    is_scanned = sum(each.scanned for each in cluster.shapes.values()) * 2 > cluster.records
    found = set()
    for key, count in _field_counts(cluster, readings).items():
        if is_scanned and cluster.records <= SCANS_OF_WHICH_EACH_COUNTS and _is_asked(key):
            found.add(key)
            continue
        is_told = not told or numbers[key][""] * 2 < numbers[key].total()
        share = _TWICE if " #" in key else _EDITION if is_told else _UNNUMBERED
        if count >= max(2, share * cluster.records):
            found.add(key)
    return found


def _is_asked(key: str) -> bool:
    """Whether words surely are a label: they name what forms ask."""
    proposal = propose_kind(key)
    return proposal.score >= _SURE and proposal.kind is not FieldKind.FREE


def _field_counts(cluster: Cluster, readings: Mapping[str, str]) -> Counter[str]:
    counts = Counter[str]()
    for reading, key in readings.items():
        counts[key] += cluster.counts[reading]
    return counts


def _in_order(editions: Sequence[Sequence[str]]) -> list[str]:
    """Return the fields of the first edition in order, those that others add each behind the one it stands behind there."""
    found = list(editions[0])
    for edition in editions[1:]:
        for at, key in enumerate(edition):
            if key not in found:
                before = edition[at - 1] if at else None
                found.insert(found.index(before) + 1 if before is not None else 0, key)
    return found


def _number_counts(cluster: Cluster) -> dict[str, Counter[str]]:
    found: dict[str, Counter[str]] = {}
    for shape, seen in cluster.shapes.items():
        for number, key in shape:
            found.setdefault(key, Counter())[number] += seen.records
    return found


def _numbers(cluster: Cluster, known: Mapping[str, int]) -> dict[int, Counter[str]]:
    """Return for each field how often which number stands before it."""
    found: dict[int, Counter[str]] = {at: Counter() for at in known.values()}
    for key, counts in _number_counts(cluster).items():
        if key in known:
            found[known[key]].update(counts)
    return found


def _by_number(numbers: Mapping[int, Counter[str]]) -> dict[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = {}
    for at, counts in sorted(numbers.items()):
        for number in sorted(each for each, count in counts.items() if each and count >= _TOGETHER * counts.total()):
            found[number] = (*found.get(number, ()), at)
    return found


def _field(key: str, readings: Mapping[str, str], numbers: Counter[str], spelling: Callable[[str], str]) -> TemplateField:
    wordings = tuple(spelling(reading) for reading, own in readings.items() if own == key and reading != key)
    number = max(numbers.items(), key=lambda each: (each[1], each[0]))[0] if numbers else ""
    return TemplateField(FieldKey(key), spelling(key), number, wordings)


def family_id(title: str, labels: Iterable[str]) -> FamilyId:
    """Return the id of a family by its title and the labels of its first edition."""
    return FamilyId(hashlib.sha256("\n".join((title, *labels)).encode()).hexdigest()[:12])
