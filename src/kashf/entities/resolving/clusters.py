"""From scored pairs of names and people's decisions to entities: the same result whatever the order in which they come.

1. Names whose score says "same" are joined, the most alike first, as long as every two names of the whole would be joined by themselves
   (complete linkage): no name is a bridge between two that do not fit; only of two spellings in Latin letters, which may be read as more
   names than one, it is enough that a name in Arabic letters fits both. Nor is anything joined that people called different, directly or
   through third names.
2. A partial name (a kunya, an ism or a nisba alone) is joined with its own spellings only, and stands apart as undecided. So does a name
   that lacks the very part by which two entities differ, when it fits both about as well.
3. What people called the same is joined with all that each of the two was joined with.

A name in no pair and no decision is an entity of its own. Takes time in proportion to the pairs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from kashf.domain.decisions import Conflict
from kashf.domain.entity import NameKey
from kashf.domain.groups import Groups
from kashf.domain.reasons import NO_REASONS, Reasons
from kashf.entities.resolving.constraints import Decisions, same_edges
from kashf.ports.mentions import Membership, NamePair

#: A name that fits another entity at most this much worse than its own fits both.
_AS_WELL: Final = 0.03
#: Names by which a group is held against others: the fullest and most frequent. More would cost time with the square of them.
_MOST_SPOKESMEN: Final = 8
#: Names that fit several entities are taken out and the rest joined anew, at most this often.
_MOST_ROUNDS: Final = 4


class Name(NamedTuple):
    """A name as clustering sees it.

    Attributes:
        key: Its key.
        mentions: How often it stands in the case.
        parts: How many parts it has, titles not counted.
        is_partial: Whether it could be many people's: a kunya, an ism or a nisba alone.
    """

    key: NameKey
    mentions: int
    parts: int
    is_partial: bool = False


@dataclass(frozen=True, slots=True)
class Clusters:
    """Who is one entity.

    Args:
        members: Every name once, by leader and key.
        conflicts: Decisions that contradict each other.
    """

    members: tuple[Membership, ...]
    conflicts: tuple[Conflict, ...] = ()


class _Edge(NamedTuple):
    left: NameKey
    right: NameKey
    score: float
    why: Reasons


def cluster(
    names: Iterable[Name],
    pairs: Iterable[NamePair],
    decisions: Decisions,
    *,
    same: float,
    fit: Callable[[NameKey, NameKey], float],
) -> Clusters:
    """Return which names are one entity.

    Args:
        names: Of one type, each key once.
        pairs: Those that are or may be one, each once; of names that are not among `names` they are passed over.
        decisions: On names of that type; names that occur nowhere any more still hold others together.
        same: In [0..1]; the score from which two names are one.
        fit: In [0..1]; how well two names fit in one entity, from `same` on by themselves and 0 not at all; asked for some pairs that are
            not among `pairs`.
    """
    known = {name.key: name for name in names}
    everyone = known | {key: Name(key, 0, 0) for key in decisions.names() if key not in known}
    told = [pair for pair in pairs if pair.left in known and pair.right in known]
    doubtful = _Doubtful(told, same)
    alike = sorted(
        (
            _Edge(pair.left, pair.right, pair.score, pair.why)
            for pair in told
            if pair.score >= same and not pair.warning and not doubtful.are_two(pair)
        ),
        key=lambda edge: (-edge.score, -everyone[edge.left].mentions - everyone[edge.right].mentions, edge.left, edge.right),
    )
    undecided = {name.key for name in known.values() if name.is_partial}
    accepted = [edge for some in _components(alike) for edge in _join(some, everyone, decisions, undecided, _Fit(fit, same))]
    members = _members(everyone, [*_decided(decisions), *_held(accepted, decisions)], undecided)
    return Clusters(tuple(sorted((row for row in members if row.key in known), key=lambda row: (row.leader, row.key))), decisions.conflicts)


def _components(edges: Sequence[_Edge]) -> Iterator[list[_Edge]]:
    """Yield the edges that hang together, in their order: no group can reach beyond."""
    groups = Groups[NameKey]()
    for edge in edges:
        groups.join(edge.left, edge.right)
    found: dict[NameKey, list[_Edge]] = {}
    for edge in edges:
        found.setdefault(groups.find(edge.left), []).append(edge)
    yield from found.values()


def _join(
    edges: Sequence[_Edge],
    names: Mapping[NameKey, Name],
    decisions: Decisions,
    undecided: set[NameKey],
    fit: _Fit,
) -> list[_Edge]:
    """Return the edges by which names are joined; what fits several entities is added to `undecided`."""
    for last in (False,) * (_MOST_ROUNDS - 1) + (True,):
        joining = _Joining(names, decisions, fit)
        joining.join(edge for edge in edges if _may_join(names[edge.left], names[edge.right], undecided))
        bridges = set() if last else joining.bridges() - undecided
        if not bridges:
            break
        undecided |= bridges
    return joining.accepted


def _may_join(left: Name, right: Name, undecided: set[NameKey]) -> bool:
    """Return whether two names are both whole, or both stand apart and lack the same."""
    is_open = left.key in undecided
    return is_open == (right.key in undecided) and (not is_open or left.parts == right.parts)


class _Doubtful:
    """Knows of which spellings in Latin letters an Arabic name fits the one, and the other with doubt: Salem is سالم, Salim may be سليم."""

    def __init__(self, pairs: Iterable[NamePair], same: float) -> None:
        self._arabic: dict[NameKey, dict[NameKey, bool]] = {}
        for pair in pairs:
            for one, other in ((pair.left, pair.right), (pair.right, pair.left)):
                if one.isascii() and not other.isascii():
                    self._arabic.setdefault(one, {})[other] = pair.score >= same and not pair.warning

    def are_two(self, pair: NamePair) -> bool:
        """Return whether the two of a pair may be two names."""
        ours, theirs = self._arabic.get(pair.left, {}), self._arabic.get(pair.right, {})
        return any(ours[name] != theirs[name] for name in ours.keys() & theirs.keys())


@dataclass(frozen=True, slots=True)
class _Fit:
    """Knows how well two names fit in one entity, and from where on by themselves."""

    of: Callable[[NameKey, NameKey], float]
    same: float

    def is_same(self, one: NameKey, other: NameKey) -> bool:
        """Return whether two names fit by themselves."""
        return self.of(one, other) >= self.same

    def hang_together(self, ours: Sequence[NameKey], theirs: Sequence[NameKey]) -> bool:
        """Return whether each name of one group fits each of the other.

        Two in Latin letters that may be read as two names do where a name in Arabic letters, which is read in one way, fits both.
        """
        arabic = [name for name in (*ours, *theirs) if not name.isascii()]
        return all(self.is_same(one, other) or self._by_witness(one, other, arabic) for one in ours for other in theirs)

    def _by_witness(self, one: NameKey, other: NameKey, witnesses: Sequence[NameKey]) -> bool:
        if not (one.isascii() and other.isascii() and self.of(one, other) > 0):
            return False
        return any(self.is_same(one, witness) and self.is_same(witness, other) for witness in witnesses)


@dataclass(slots=True)
class _Joining:
    """Joins the names of one component, the most alike first."""

    names: Mapping[NameKey, Name]
    decisions: Decisions
    fit: _Fit
    accepted: list[_Edge] = field(default_factory=list)
    _refused: list[_Edge] = field(default_factory=list)
    _groups: Groups[NameKey] = field(default_factory=Groups)
    _spokesmen: dict[NameKey, list[NameKey]] = field(default_factory=dict)
    _fences: _Held = field(init=False)

    def __post_init__(self) -> None:
        self._fences = _Held(self.decisions)

    def join(self, edges: Iterable[_Edge]) -> None:
        """Join along the edges as far as nothing speaks against it."""
        for edge in edges:
            left, right = self._groups.find(edge.left), self._groups.find(edge.right)
            if left == right or self._fences.are_apart(left, right):
                continue
            speakers = self._speakers(left), self._speakers(right)
            if not self.fit.hang_together(*speakers):
                self._refused.append(edge)
                continue
            top = self._groups.join(left, right)
            self._fences.join(top, right)
            self._spokesmen[top] = sorted({*speakers[0], *speakers[1]}, key=self._rank)[:_MOST_SPOKESMEN]
            self.accepted.append(edge)

    def bridges(self) -> set[NameKey]:
        """Return the names that fit about as well two groups that do not fit each other, since they lack the part by which these differ."""
        own: dict[NameKey, float] = {}
        for edge in self.accepted:
            for end in (edge.left, edge.right):
                own[end] = max(own.get(end, 0.0), edge.score)
        found = set()
        for edge in self._refused:
            for end, other in ((edge.left, edge.right), (edge.right, edge.left)):
                if edge.score >= own.get(end, 0.0) - _AS_WELL and self._is_between(end, other):
                    found.add(end)
        return found

    def _is_between(self, name: NameKey, other: NameKey) -> bool:
        """Return whether the group of a name and that of another are kept apart by fuller names than this one."""
        ours, theirs = self._speakers(self._groups.find(name)), self._speakers(self._groups.find(other))
        parts = self.names[name].parts
        fuller = [(one, two) for one in ours for two in theirs if min(self.names[one].parts, self.names[two].parts) > parts]
        return not all(self.fit.is_same(one, two) for one, two in fuller) and all(self.fit.is_same(name, two) for two in theirs)

    def _speakers(self, group: NameKey) -> list[NameKey]:
        return self._spokesmen.get(group) or [group]

    def _rank(self, key: NameKey) -> tuple[int, int, NameKey]:
        name = self.names[key]
        return -name.parts, -name.mentions, key


class _Held:
    """Which groups people keep apart while they grow; costs nothing for the many names that nobody decided on."""

    def __init__(self, decisions: Decisions) -> None:
        self._decisions = decisions
        self._inside: dict[NameKey, set[NameKey]] = {}

    def are_apart(self, left: NameKey, right: NameKey) -> bool:
        """Return whether any name of one group is kept from any name of the other."""
        theirs = self._decided(right)
        return bool(theirs) and any(not self._decisions.apart.get(group, frozenset()).isdisjoint(theirs) for group in self._decided(left))

    def join(self, left: NameKey, right: NameKey) -> None:
        """Take the names of the right group into the left."""
        inside = self._decided(left) | self._decided(right)
        if inside:
            self._inside[left] = inside

    def _decided(self, top: NameKey) -> set[NameKey]:
        if top in self._inside:
            return self._inside[top]
        group = self._decisions.group.get(top)
        return set() if group is None else {group}


def _decided(decisions: Decisions) -> Iterator[_Edge]:
    return (_Edge(left, right, 1.0, why) for left, right, why in same_edges(decisions))


def _held(accepted: Sequence[_Edge], decisions: Decisions) -> Iterator[_Edge]:
    """Yield the edges that still hold once the "same" of people are followed, in order."""
    groups, fences = Groups[NameKey](), _Held(decisions)
    for left, right, _ in same_edges(decisions):
        groups.join(left, right)
    for edge in accepted:
        left, right = groups.find(edge.left), groups.find(edge.right)
        if left == right:
            yield edge
        elif not fences.are_apart(left, right):
            fences.join(groups.join(left, right), right)
            yield edge


def _members(names: Mapping[NameKey, Name], edges: Sequence[_Edge], undecided: set[NameKey]) -> Iterator[Membership]:
    """Yield each name with its leader, and the edge that leads there."""
    beside: dict[NameKey, list[tuple[NameKey, _Edge]]] = {}
    for edge in edges:
        beside.setdefault(edge.left, []).append((edge.right, edge))
        beside.setdefault(edge.right, []).append((edge.left, edge))
    seen: set[NameKey] = set()
    for key in sorted(names, key=lambda key: _leadership(names[key], is_undecided=key in undecided)):
        if key in seen:
            continue
        seen.add(key)
        is_open = key in undecided
        yield Membership(key, key, NameKey(""), 1.0, NO_REASONS, is_open)
        queue = [key]
        for at in queue:
            for other, edge in beside.get(at, ()):
                if other not in seen:
                    seen.add(other)
                    queue.append(other)
                    yield Membership(other, key, at, edge.score, edge.why, is_open)


def _leadership(name: Name, *, is_undecided: bool) -> tuple[bool, bool, int, int, NameKey]:
    """Return what sorts the name first that an entity goes by: its most frequent full form."""
    return name.mentions == 0, is_undecided, -name.mentions, -name.parts, name.key
