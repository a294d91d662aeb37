"""What people decided about pairs of names, put together: who must stay together, who must stay apart, and where decisions contradict.

Decisions stand above scores. "Different" holds always, also through third names: if A is B, and B is not C, then A is not C. A "same" that
would join two who were called different is not followed, and says so: which of the two is wrong is for a person to find out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kashf.domain.decisions import Conflict
from kashf.domain.entity import Judgement, NameKey, Verdict
from kashf.domain.groups import Groups
from kashf.domain.reasons import ReasonCode, Reasons


@dataclass(frozen=True, slots=True)
class Decisions:
    """What stands of what people decided about pairs of names of one type.

    Args:
        verdicts: The last judgement on each pair, by the two names in order.
        same: The "same" that are followed, newest first.
        conflicts: The "same" that are not.
        group: The group that "same" puts each decided name into, by the name that stands for it.
        apart: For each group that is kept from others, which they are.
    """

    verdicts: Mapping[tuple[NameKey, NameKey], Judgement]
    same: tuple[Judgement, ...]
    conflicts: tuple[Conflict, ...]
    group: Mapping[NameKey, NameKey]
    apart: Mapping[NameKey, frozenset[NameKey]]

    def names(self) -> frozenset[NameKey]:
        """Return every name that somebody decided on."""
        return frozenset(self.group)


def pair_of(left: NameKey, right: NameKey) -> tuple[NameKey, NameKey]:
    """Return two names in the order in which pairs are kept.

    >>> pair_of(NameKey("b"), NameKey("a"))
    ('a', 'b')
    """
    return (left, right) if left <= right else (right, left)


def reconcile(judgements: Iterable[Judgement]) -> Decisions:
    """Return what stands of some judgements, whatever their order; those on single places are passed over.

    Of two on the same pair the later stands. Among several "same" that cannot all hold, the later are followed.

    Args:
        judgements: Of one type, the undone left out.
    """
    verdicts: dict[tuple[NameKey, NameKey], Judgement] = {}
    for judgement in sorted(judgements, key=_age):
        if isinstance(judgement.left, str) and judgement.left != judgement.right:
            verdicts[pair_of(judgement.left, judgement.right)] = judgement
    newest_first = sorted(verdicts.values(), key=_age, reverse=True)
    different = [judgement for judgement in newest_first if judgement.verdict is Verdict.DIFFERENT]
    groups = Groups[NameKey]()
    fences = _Fences(groups, different)
    same, conflicts = [], []
    for judgement in newest_first:
        if judgement.verdict is Verdict.SAME:
            left, right = ends(judgement)
            if against := fences.between(left, right):
                conflicts.append(Conflict(judgement, against))
            else:
                fences.join(left, right)
                same.append(judgement)
    decided = {name for pair in verdicts for name in pair}
    return Decisions(verdicts, tuple(same), tuple(conflicts), {name: groups.find(name) for name in decided}, fences.apart())


def ends(judgement: Judgement) -> tuple[NameKey, NameKey]:
    """Return the two names of a judgement on names.

    Raises:
        TypeError: It is on a place.
    """
    if not isinstance(judgement.left, str):
        raise TypeError("a judgement on a place has one name only")
    return judgement.left, judgement.right


def _age(judgement: Judgement) -> tuple[float, str]:
    return judgement.when.timestamp(), judgement.id


class _Fences:
    """Knows which groups must stay apart, and by whose word; grows with the groups."""

    def __init__(self, groups: Groups[NameKey], different: Iterable[Judgement]) -> None:
        self._groups = groups
        self._by: dict[NameKey, dict[NameKey, list[Judgement]]] = {}
        for judgement in different:
            left, right = ends(judgement)
            self._by.setdefault(left, {}).setdefault(right, []).append(judgement)
            self._by.setdefault(right, {}).setdefault(left, []).append(judgement)

    def between(self, left: NameKey, right: NameKey) -> tuple[Judgement, ...]:
        """Return the decisions that keep the groups of two names apart."""
        return tuple(self._by.get(self._groups.find(left), {}).get(self._groups.find(right), ()))

    def join(self, left: NameKey, right: NameKey) -> None:
        """Join two groups, and all that keeps others from either."""
        first, second = self._groups.find(left), self._groups.find(right)
        if first == second:
            return
        self._groups.join(first, second)
        for other, why in self._by.pop(second, {}).items():
            self._by.setdefault(first, {}).setdefault(other, []).extend(why)
            theirs = self._by[other]
            theirs.setdefault(first, []).extend(theirs.pop(second, ()))

    def apart(self) -> dict[NameKey, frozenset[NameKey]]:
        """Return which groups are kept from which."""
        return {group: frozenset(others) for group, others in self._by.items() if others}


def same_edges(decisions: Decisions) -> Iterator[tuple[NameKey, NameKey, Reasons]]:
    """Yield the pairs that people joined, the earliest decision first, each with who decided and why."""
    for judgement in reversed(decisions.same):
        left, right = ends(judgement)
        code = ReasonCode.DECIDED_WITH_REASON if judgement.why else ReasonCode.DECIDED
        yield left, right, Reasons.of(code, judgement.who, judgement.why)
