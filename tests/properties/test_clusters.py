"""Entities are a partition that no order changes; people's decisions hold whatever the scores say, and can be taken back."""

import datetime as dt
import itertools
from collections.abc import Sequence
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from kashf.domain.entity import Judgement, MentionType, NameKey, Verdict
from kashf.domain.ids import EntryId
from kashf.domain.reasons import ReasonCode, Reasons
from kashf.entities.resolving.clusters import Clusters, Name, cluster
from kashf.entities.resolving.constraints import reconcile
from kashf.ports.mentions import NamePair

SAME = 0.8
#: Kunya, nisba (which may be missing) and a number for the spelling.
NAMES = [f"{kunya} {nisba}{spelling}" for kunya in "kl" for nisba in ("", "m", "n") for spelling in "12"]
TIME = dt.datetime(2016, 5, 2, tzinfo=dt.UTC)

Decided = list[tuple[tuple[str, str], Verdict]]

pairs_of_names = st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)).filter(lambda pair: pair[0] != pair[1])
decisions = st.lists(st.tuples(pairs_of_names, st.sampled_from(list(Verdict))), max_size=8)
scores = st.lists(st.sampled_from([0.0, 0.5, 0.79, 0.8, 0.82, 0.9, 0.97, 1.0]), min_size=66, max_size=66)
mentions = st.lists(st.integers(1, 4), min_size=len(NAMES), max_size=len(NAMES))


def nisba(key: str) -> str:
    return key.split()[1].rstrip("12")


def contradict(left: NameKey, right: NameKey) -> bool:
    return left[0] != right[0] or bool(nisba(left) and nisba(right) and nisba(left) != nisba(right))


def fit(left: NameKey, right: NameKey) -> float:
    return 0.0 if contradict(left, right) else 1.0


def judged(found: Sequence[tuple[tuple[str, str], Verdict]]) -> list[Judgement]:
    return [
        Judgement(
            MentionType.PERSON, NameKey(left), NameKey(right), verdict, "", "desk", TIME + dt.timedelta(number), EntryId(f"{number:064x}")
        )
        for number, ((left, right), verdict) in enumerate(found)
    ]


def resolve(likeness: Sequence[float], counts: Sequence[int], judgements: Sequence[Judgement], *, seed: int = 0) -> Clusters:
    names = [Name(NameKey(key), count, 2 if nisba(key) else 1, not nisba(key)) for key, count in zip(NAMES, counts, strict=True)]
    pairs = [
        NamePair(NameKey(left), NameKey(right), score, Reasons.of(ReasonCode.TWO_SCRIPTS))
        for (left, right), score in zip(itertools.combinations(sorted(NAMES), 2), likeness, strict=True)
    ]
    Random(seed).shuffle(names)
    Random(seed).shuffle(pairs)
    shuffled = list(judgements)
    Random(seed).shuffle(shuffled)
    return cluster(names, pairs, reconcile(shuffled), same=SAME, fit=fit)


def groups(found: Clusters) -> dict[str, frozenset[str]]:
    """Return the entity of each name."""
    by_leader: dict[str, set[str]] = {}
    for member in found.members:
        by_leader.setdefault(member.leader, set()).add(member.key)
    return {key: frozenset(group) for group in by_leader.values() for key in group}


@given(scores, mentions, decisions)
@settings(max_examples=150)
def test_entities_are_a_partition_of_the_names_each_led_by_one_of_its_own(likeness: list[float], counts: list[int], found: Decided) -> None:
    members = resolve(likeness, counts, judged(found)).members

    leaders = {member.leader for member in members}
    assert sorted(member.key for member in members) == sorted(NAMES)
    assert leaders == {member.key for member in members if member.key == member.leader}
    assert all(member.via == "" for member in members if member.key == member.leader)


@given(scores, mentions, decisions, st.integers(1, 99))
@settings(max_examples=150)
def test_the_order_of_names_pairs_and_decisions_changes_nothing(
    likeness: list[float], counts: list[int], found: Decided, seed: int
) -> None:
    assert resolve(likeness, counts, judged(found), seed=seed) == resolve(likeness, counts, judged(found))


@given(scores, mentions, decisions, pairs_of_names)
@settings(max_examples=300)
def test_who_was_called_different_is_never_in_one_entity(
    likeness: list[float], counts: list[int], found: Decided, pair: tuple[str, str]
) -> None:
    left, right = pair

    entity = groups(resolve(likeness, counts, judged([*found, (pair, Verdict.DIFFERENT)])))

    assert right not in entity[left]


@given(scores, mentions, decisions)
@settings(max_examples=300)
def test_every_same_holds_or_is_told_as_a_conflict_and_every_last_different_holds(
    likeness: list[float], counts: list[int], found: Decided
) -> None:
    resolved = resolve(likeness, counts, judged(found))
    entity = groups(resolved)
    refused = {conflict.judgement.id for conflict in resolved.conflicts}
    last = reconcile(judged(found)).verdicts.values()

    assert all(
        judgement.right in entity[str(judgement.left)]
        for judgement in last
        if judgement.verdict is Verdict.SAME and judgement.id not in refused
    )
    assert all(judgement.right not in entity[str(judgement.left)] for judgement in last if judgement.verdict is Verdict.DIFFERENT)
    assert all(conflict.against for conflict in resolved.conflicts)


@given(scores, mentions, st.lists(pairs_of_names, max_size=4), pairs_of_names)
@settings(max_examples=300)
def test_a_same_joins_all_that_its_two_names_were_joined_with_and_nothing_else(
    likeness: list[float], counts: list[int], joined: list[tuple[str, str]], pair: tuple[str, str]
) -> None:
    earlier = [(other, Verdict.SAME) for other in joined]
    before = groups(resolve(likeness, counts, judged(earlier)))
    both = before[pair[0]] | before[pair[1]]

    after = groups(resolve(likeness, counts, judged([*earlier, (pair, Verdict.SAME)])))

    assert after == {key: both if key in both else before[key] for key in before}


@given(scores, mentions)
@settings(max_examples=200)
def test_without_decisions_no_entity_holds_two_names_that_contradict_each_other(likeness: list[float], counts: list[int]) -> None:
    entity = groups(resolve(likeness, counts, []))

    assert not any(contradict(NameKey(left), NameKey(right)) for left in entity for right in entity[left])


@given(scores, mentions)
@settings(max_examples=200)
def test_a_partial_name_is_joined_with_its_own_spellings_only(likeness: list[float], counts: list[int]) -> None:
    resolved = resolve(likeness, counts, [])

    assert all(bool(nisba(left)) == bool(nisba(right)) for left, group in groups(resolved).items() for right in group)
    assert all(member.is_undecided for member in resolved.members if not nisba(member.key))


@given(scores, mentions, decisions, pairs_of_names, st.sampled_from(list(Verdict)))
def test_a_decision_about_names_that_are_nowhere_changes_no_entity(
    likeness: list[float], counts: list[int], found: Decided, pair: tuple[str, str], verdict: Verdict
) -> None:
    gone = ("gone " + pair[0], "gone " + pair[1])

    assert resolve(likeness, counts, judged([*found, (gone, verdict)])).members == resolve(likeness, counts, judged(found)).members
