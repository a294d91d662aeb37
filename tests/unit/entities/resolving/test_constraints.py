"""Decisions of people, put together."""

import datetime as dt

import pytest

from kashf.domain.document import Span
from kashf.domain.entity import Judgement, MentionType, NameKey, Verdict
from kashf.domain.ids import DocumentId, EntryId
from kashf.entities.resolving.constraints import ends, reconcile

SAME, DIFFERENT, UNSURE = Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE
START = dt.datetime(2016, 5, 2, tzinfo=dt.UTC)


def judged(*found: tuple[str, str, Verdict]) -> list[Judgement]:
    return [
        Judgement(MentionType.PERSON, NameKey(left), NameKey(right), verdict, "", "desk", START + dt.timedelta(day), EntryId(str(day)))
        for day, (left, right, verdict) in enumerate(found)
    ]


def test_who_is_one_with_somebody_is_different_from_whomever_he_is_different_from() -> None:
    decisions = reconcile(judged(("a", "b", SAME), ("b", "c", SAME), ("c", "d", DIFFERENT)))

    group = decisions.group
    assert group[NameKey("a")] == group[NameKey("b")] == group[NameKey("c")]
    assert {group[NameKey("d")]} == decisions.apart[group[NameKey("a")]]
    assert () == decisions.conflicts


def test_of_decisions_that_contradict_the_oldest_same_is_not_followed_and_is_told() -> None:
    oldest, newer, different = judged(("a", "b", SAME), ("b", "c", SAME), ("a", "c", DIFFERENT))

    decisions = reconcile([newer, different, oldest])

    assert [(oldest, (different,))] == [(conflict.judgement, conflict.against) for conflict in decisions.conflicts]
    assert (newer,) == decisions.same


def test_the_later_of_two_decisions_on_a_pair_stands_whichever_name_is_first() -> None:
    for last in (DIFFERENT, UNSURE):
        decisions = reconcile(judged(("a", "b", SAME), ("b", "a", last)))

        assert () == decisions.same
        assert [last] == [judgement.verdict for judgement in decisions.verdicts.values()]


def test_a_decision_on_a_place_says_nothing_about_names() -> None:
    on_place = Judgement(MentionType.PERSON, Span(DocumentId("d"), 1, 0, 3), NameKey("a"), SAME, "", "desk", START, EntryId("e"))

    assert reconcile([on_place]) == reconcile([])
    with pytest.raises(TypeError):
        ends(on_place)
