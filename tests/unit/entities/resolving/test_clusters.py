"""Which names are one entity."""

import datetime as dt

from kashf.domain.entity import Judgement, MentionType, NameKey, Verdict
from kashf.domain.ids import EntryId
from kashf.domain.reasons import NO_REASONS, ReasonCode, Reasons
from kashf.entities.resolving.clusters import Clusters, Name, cluster
from kashf.entities.resolving.constraints import reconcile
from kashf.ports.mentions import NamePair

ALIKE = Reasons.of(ReasonCode.TWO_SCRIPTS)
START = dt.datetime(2016, 5, 2, tzinfo=dt.UTC)

#: Ism, nasab, nisba; "-" is a part that the name lacks.
YUSUF, KHALED, EITHER = "omar yusuf marmari", "omar khaled marmari", "omar - marmari"


def parts(key: str) -> list[str]:
    return key.split()


def fit(left: NameKey, right: NameKey) -> float:
    return not any(one != other and "-" not in {one, other} for one, other in zip(parts(left), parts(right), strict=True))


def resolve(names: dict[str, int], scores: dict[tuple[str, str], float], *decisions: tuple[str, str, Verdict]) -> Clusters:
    return cluster(
        [Name(NameKey(key), count, sum(part != "-" for part in parts(key)), key.count("-") > 1) for key, count in names.items()],
        [NamePair(NameKey(left), NameKey(right), score, ALIKE) for (left, right), score in scores.items()],
        reconcile(
            Judgement(MentionType.PERSON, NameKey(left), NameKey(right), said, "seal", "desk", START + dt.timedelta(day), EntryId(str(day)))
            for day, (left, right, said) in enumerate(decisions)
        ),
        same=0.85,
        fit=fit,
    )


def leaders(found: Clusters) -> dict[str, str]:
    return {member.key: member.leader for member in found.members}


def test_a_name_that_fits_two_men_about_as_well_is_no_bridge_between_them_and_stands_apart() -> None:
    found = resolve({YUSUF: 5, KHALED: 4, EITHER: 9}, {(EITHER, YUSUF): 0.95, (EITHER, KHALED): 0.94})

    assert {YUSUF: YUSUF, KHALED: KHALED, EITHER: EITHER} == leaders(found)
    assert [EITHER] == [member.key for member in found.members if member.is_undecided]


def test_a_name_that_fits_one_of_two_men_clearly_better_is_his() -> None:
    found = resolve({YUSUF: 5, KHALED: 4, EITHER: 2}, {(EITHER, YUSUF): 0.97, (EITHER, KHALED): 0.87})

    assert {YUSUF: YUSUF, KHALED: KHALED, EITHER: YUSUF} == leaders(found)


def test_an_entity_goes_by_its_most_frequent_name_and_each_other_says_how_it_was_joined() -> None:
    other, third = "omer yusuf marmari", "omar yusuf mermeri"
    found = cluster(
        [Name(NameKey(key), count, 3) for key, count in ((YUSUF, 5), (other, 9), (third, 1))],
        [NamePair(NameKey(YUSUF), NameKey(other), 0.97, ALIKE), NamePair(NameKey(YUSUF), NameKey(third), 0.9, ALIKE)],
        reconcile([]),
        same=0.85,
        fit=lambda _left, _right: 1.0,
    )

    assert [(YUSUF, other, other, 0.97, ALIKE), (third, other, YUSUF, 0.9, ALIKE), (other, other, "", 1.0, NO_REASONS)] == sorted(
        ((member.key, member.leader, member.via, member.score, member.why) for member in found.members),
        key=lambda row: (not row[4], -row[3]),
    )


def test_a_partial_name_is_joined_with_a_whole_one_by_people_only() -> None:
    half = "omar - -"
    scores = {(half, YUSUF): 0.99}

    assert {YUSUF: YUSUF, half: half} == leaders(resolve({YUSUF: 1, half: 9}, scores))
    decided = resolve({YUSUF: 1, half: 9}, scores, (half, YUSUF, Verdict.SAME))
    assert {YUSUF: YUSUF, half: YUSUF} == leaders(decided)
    assert [Reasons.of(ReasonCode.DECIDED_WITH_REASON, "desk", "seal")] == [member.why for member in decided.members if member.via]


def test_different_is_not_crossed_through_a_third_name_however_alike() -> None:
    first, second, third = "omar yusuf a", "omar yusuf -", "- yusuf a"
    scores = {(first, second): 0.99, (third, second): 0.98, (third, first): 0.97}

    found = leaders(resolve({first: 3, second: 2, third: 1}, scores, (first, third, Verdict.DIFFERENT)))

    assert found[first] != found[third]
    assert found[second] == found[first]


def test_a_pair_with_a_warning_is_never_joined_by_its_score() -> None:
    found = cluster(
        [Name(NameKey("a"), 1, 2), Name(NameKey("b"), 1, 2)],
        [NamePair(NameKey("a"), NameKey("b"), 0.99, ALIKE, Reasons.of(ReasonCode.FATHER_AND_SON))],
        reconcile([]),
        same=0.85,
        fit=lambda _left, _right: 1.0,
    )

    assert {"a": "a", "b": "b"} == leaders(found)


def test_no_names_make_no_entities() -> None:
    assert Clusters(()) == resolve({}, {})


def test_two_latin_spellings_that_may_be_two_names_hang_together_by_an_arabic_one_that_fits_both() -> None:
    arabic, one, other = "عمر", "omar", "oumar"
    doubt = {frozenset({one, other}): 0.8}

    def joined(*names: str) -> bool:
        found = cluster(
            [Name(NameKey(name), 1, 2) for name in names],
            [NamePair(*sorted((NameKey(arabic), NameKey(name))), 0.95, ALIKE) for name in names if name != arabic],
            reconcile([]),
            same=0.85,
            fit=lambda left, right: doubt.get(frozenset({left, right}), 0.95),
        )
        return len({member.leader for member in found.members}) == 1

    assert joined(arabic, one, other)
    doubt = {frozenset({one, arabic}): 0.8}
    assert not joined(arabic, one, other)
    doubt = {frozenset({one, other}): 0.0}
    assert not joined(arabic, one, other)


def test_a_latin_spelling_that_an_arabic_name_fits_with_doubt_is_not_joined_by_another_spelling() -> None:
    salem, salim, arabic = (NameKey(name) for name in ("salem", "salim", "سالم"))
    scores = {(salem, salim): 0.98, (salem, arabic): 0.95, (salim, arabic): 0.8}
    found = cluster(
        [Name(name, 1, 2) for name in (salem, salim, arabic)],
        [NamePair(left, right, score, ALIKE) for (left, right), score in scores.items()],
        reconcile([]),
        same=0.85,
        fit=lambda left, right: scores.get((left, right), scores.get((right, left), 0.0)),
    )

    assert {salem: salem, arabic: salem, salim: salim} == leaders(found)
