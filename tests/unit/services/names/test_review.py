"""What people decide about names, and what follows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kashf.domain.document import Span
from kashf.domain.entity import MentionType, NameKey, Verdict
from kashf.domain.reasons import ReasonCode, Reasons
from kashf.entities.tagging.keys import name_key
from kashf.errors import NotFoundError, UsageError
from kashf.services.case.open import WritableCase
from kashf.services.names.audit import judge_place
from kashf.services.names.entity import entity_with
from kashf.services.names.regroup import resolve
from kashf.services.names.review import conflicts, examples, find_key, history, judge, undo
from kashf.services.names.reviewing.questions import is_open, joined, parts, queue
from kashf.services.names.reviewing.reassign import reassign
from tests.named import named_case

PERSON = MentionType.PERSON
SAME, DIFFERENT, UNSURE = Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE

ARABIC, LATIN, KUNYA, OTHER = "أبو عمر الوردي", "Abu Omar al-Wardi", "Abu Omar", "Abu Omar al-Anbari"


def key(text: str) -> NameKey:
    return name_key(text, PERSON)


@pytest.fixture
def case(tmp_path: Path) -> Iterator[WritableCase]:
    persons = {ARABIC: 5, LATIN: 3, KUNYA: 4, OTHER: 2}
    with named_case(tmp_path / "a.case", home=tmp_path / "home", persons=persons, places={"Manara": 1, "المنارة": 2}) as case:
        yield case


def leaders(case: WritableCase) -> dict[str, str]:
    texts = {total.key: total.text for total in case.reading.view.names(PERSON)}
    return {texts[member.key]: texts[member.leader] for member in case.reading.view.memberships(PERSON)}


APART = {ARABIC: ARABIC, LATIN: ARABIC, KUNYA: KUNYA, OTHER: OTHER}


def test_names_that_are_one_are_joined_before_anybody_decides(case: WritableCase) -> None:
    assert leaders(case) == APART
    assert {key("المنارة")} == {member.leader for member in case.reading.view.memberships(MentionType.PLACE)}


def test_the_queue_asks_first_what_would_change_the_most_and_each_pair_of_entities_once(case: WritableCase) -> None:
    first, second = queue(case.reading, limit=10)

    assert {KUNYA, OTHER} == {second.left.text, second.right.text}
    assert KUNYA in {first.left.text, first.right.text}
    assert (4, 2) == (first.moves, second.moves)
    assert first.gain > second.gain > 0
    assert first.left.mentions >= first.right.mentions
    assert (first,) == queue(case.reading, limit=1)
    assert "kunya" in [part.name for part in parts(first)]


def test_what_was_decided_is_asked_no_more_and_unsure_changes_nothing_else(case: WritableCase) -> None:
    first, second = queue(case.reading, limit=10)

    outcome = judge(case, first.left.key, first.right.key, UNSURE, type=PERSON)

    assert () == outcome.moved
    assert leaders(case) == APART
    assert [second.moves] == [question.moves for question in queue(case.reading, limit=10)]
    assert not is_open(case.reading, first)
    assert is_open(case.reading, second)


def test_a_question_is_open_no_more_when_a_place_was_given_from_one_name_to_the_other(case: WritableCase) -> None:
    question = queue(case.reading, limit=10)[0]
    place = case.reading.view.mentions_of(PERSON, [question.left.key])[0].span

    reassign(case, [place], question.right.key, type=PERSON)

    assert not is_open(case.reading, question)
    assert question not in queue(case.reading, limit=10)


def test_a_same_joins_at_once_says_who_and_why_and_can_be_taken_back(case: WritableCase) -> None:
    outcome = judge(case, key(KUNYA), key(LATIN), SAME, type=PERSON, why="one seal")

    assert (key(KUNYA),) == outcome.moved
    assert leaders(case) == APART | {KUNYA: ARABIC}
    entity = entity_with(case.reading, PERSON, key(KUNYA))
    assert (ARABIC, 12, 3) == (entity.text, entity.mentions, entity.documents)
    assert [Reasons.of(ReasonCode.DECIDED_WITH_REASON, "amal", "one seal")] == [name.why for name in entity.names if name.text == KUNYA]
    back = undo(case, outcome.entry[:10])
    assert (key(KUNYA),) == back.moved
    assert leaders(case) == APART
    (decision,) = history(case.reading, key(LATIN))
    assert decision.undone
    assert (SAME, back.entry, "amal") == (decision.judgement.verdict, decision.undone.id, decision.undone.who)
    with pytest.raises(NotFoundError):
        undo(case, outcome.entry)


def test_a_decision_on_a_single_place_can_be_taken_back_too(case: WritableCase) -> None:
    place = case.reading.view.mentions_of(PERSON, [key(LATIN)])[0]
    entry = judge_place(case, key(LATIN), Span(place.document, place.page, place.mention.start, place.mention.end), SAME)

    assert () == undo(case, entry).moved
    assert () == case.reading.view.judgements()


def test_a_different_parts_what_scores_had_joined(case: WritableCase) -> None:
    outcome = judge(case, key(ARABIC), key(LATIN), DIFFERENT, type=PERSON)

    assert (key(LATIN),) == outcome.moved
    assert leaders(case) == APART | {LATIN: LATIN}


def test_a_decision_gives_what_resolving_all_anew_gives(case: WritableCase) -> None:
    for left, right, verdict in ((ARABIC, LATIN, DIFFERENT), (KUNYA, LATIN, SAME), (KUNYA, OTHER, DIFFERENT), (OTHER, LATIN, UNSURE)):
        judge(case, key(left), key(right), verdict, type=PERSON)
        at_once = case.reading.view.memberships(PERSON)
        assert resolve(case) > 0
        assert at_once == case.reading.view.memberships(PERSON)


def test_nothing_is_resolved_anew_when_nothing_has_changed(case: WritableCase) -> None:
    assert 0 == resolve(case)


def test_decisions_that_contradict_each_other_are_told(case: WritableCase) -> None:
    judge(case, key(KUNYA), key(LATIN), SAME, type=PERSON)
    judge(case, key(LATIN), key(OTHER), SAME, type=PERSON)
    assert () == conflicts(case.reading)

    outcome = judge(case, key(KUNYA), key(OTHER), DIFFERENT, type=PERSON)

    assert [key(LATIN)] == [conflict.judgement.right for conflict in outcome.conflicts]
    assert outcome.conflicts == conflicts(case.reading)
    assert leaders(case)[KUNYA] != leaders(case)[OTHER]


def test_what_cannot_be_decided_is_refused(case: WritableCase) -> None:
    with pytest.raises(UsageError):
        judge(case, key(LATIN), key(LATIN), SAME, type=PERSON)
    with pytest.raises(UsageError):
        judge(case, key(LATIN), key(OTHER), SAME, type=PERSON, why="x" * 2001)
    with pytest.raises(NotFoundError):
        judge(case, key(LATIN), NameKey("nobody"), SAME, type=PERSON)
    with pytest.raises(NotFoundError):
        undo(case, "")
    with pytest.raises(NotFoundError):
        find_key(case.reading, "Nobody")
    assert () == history(case.reading)


def test_a_name_is_found_as_a_person_types_it_and_shown_where_it_stands(case: WritableCase) -> None:
    assert (PERSON, key(ARABIC)) == find_key(case.reading, "أبي عمر الوردي")
    assert (MentionType.PLACE, key("المنارة")) == find_key(case.reading, "المنارة")
    (example,) = examples(case.reading, PERSON, key(OTHER))
    assert ("then ", OTHER, 5, 5 + len(OTHER)) == (example.prefix, example.text, example.start, example.end)
    assert example.suffix.startswith(" came.")


def test_an_entity_tells_who_may_be_it_and_who_is_easily_taken_for_it(case: WritableCase) -> None:
    entity = entity_with(case.reading, PERSON, key(LATIN))

    assert (ARABIC, 8, 2, False) == (entity.text, entity.mentions, entity.documents, entity.is_undecided)
    assert [ARABIC, LATIN] == [name.text for name in entity.names]
    assert [KUNYA] == [other.text for other in entity.candidates]
    assert [OTHER] == [other.text for other in entity.false_friends]
    assert [ReasonCode.ANOTHER_MAN] == [reason.code for reason in entity.false_friends[0].warning]
    assert entity_with(case.reading, PERSON, key(KUNYA)).is_undecided


def test_what_was_joined_by_machine_is_listed_weakest_first_until_somebody_decides(tmp_path: Path) -> None:
    persons = {"أبو خالد الحمصي": 3, "Abu Khaled al-Homsi": 1, "خالد سالم الوردي": 2, "Khaled Salem al-Wardi": 1}
    with named_case(tmp_path / "a.case", home=tmp_path / "home", persons=persons) as case:
        found = joined(case.reading, limit=10)

        assert sorted(each.score for each in found) == [each.score for each in found]
        assert [1, 1] == [each.moves for each in found]
        judge(case, found[0].left.key, found[0].right.key, Verdict.SAME, type=MentionType.PERSON)
        assert found[1:] == joined(case.reading, limit=10)
