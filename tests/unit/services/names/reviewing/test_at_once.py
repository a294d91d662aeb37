"""One signature for several answers, and terms that are no names."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kashf.domain.entity import MentionType, NameKey, Verdict
from kashf.entities.tagging.keys import name_key
from kashf.errors import NotFoundError, UsageError
from kashf.services.case.open import WritableCase
from kashf.services.names.entity import entity_with
from kashf.services.names.list import list_names
from kashf.services.names.regroup import resolve
from kashf.services.names.review import history, undo
from kashf.services.names.reviewing.at_once import call_no_names, judge_together
from kashf.services.names.reviewing.questions import Question, patterns, queue
from tests.named import named_case

PLACE = MentionType.PLACE
STORES = ("Zafir", "Manara", "Qalib")


def key(text: str) -> NameKey:
    return name_key(text, PLACE)


@pytest.fixture
def case(tmp_path: Path) -> Iterator[WritableCase]:
    places = dict.fromkeys(STORES, 3) | {f"{name} grain store": 2 for name in STORES} | {"Old bridge": 9}
    with named_case(tmp_path / "a.case", home=tmp_path / "home", persons={}, places=places) as case:
        yield case


def asked(case: WritableCase) -> tuple[tuple[Question, ...], ...]:
    return patterns(queue(case.reading, limit=100))


def test_questions_that_differ_in_the_same_words_are_one_with_its_list(case: WritableCase) -> None:
    (first, *_) = asked(case)

    assert {frozenset({key(name), key(f"{name} grain store")}) for name in STORES} == {
        frozenset({each.left.key, each.right.key}) for each in first
    }
    assert {" / grain store"} == {each.pattern for each in first}


def test_one_answer_about_several_pairs_is_one_entry_and_is_taken_back_as_one(case: WritableCase) -> None:
    pairs = [(each.left.key, each.right.key) for each in asked(case)[0]]

    outcome = judge_together(case, pairs, Verdict.SAME, type=PLACE, why="the stores are called after the villages")

    assert {outcome.entry} == {each.judgement.id for each in history(case.reading)}
    assert [5, 5, 5] == [entity_with(case.reading, PLACE, key(name)).mentions for name in STORES]
    assert () == asked(case)
    undo(case, outcome.entry)
    assert [3, 3, 3] == [entity_with(case.reading, PLACE, key(name)).mentions for name in STORES]
    assert 3 == len(asked(case)[0])


def test_a_term_that_is_no_name_is_told_and_asked_nowhere_until_that_is_taken_back(case: WritableCase) -> None:
    bridge, store = key("Old bridge"), key("Manara grain store")

    outcome = call_no_names(case, [bridge, store], type=PLACE)
    resolve(case)

    listed = {each.key for each in list_names(case.reading, types=[PLACE], limit=100)}
    assert {bridge, store}.isdisjoint(listed)
    assert 2 == len(asked(case)[0])
    assert [Verdict.NOT_A_NAME] == [each.judgement.verdict for each in history(case.reading, bridge)]
    undo(case, outcome.entry)
    resolve(case)
    assert {bridge, store} <= {each.key for each in list_names(case.reading, types=[PLACE], limit=100)}
    assert 3 == len(asked(case)[0])


def test_what_names_nothing_or_one_thing_twice_is_refused(case: WritableCase) -> None:
    for pairs in ([], [(key("Zafir"), key("Zafir"))]):
        with pytest.raises(UsageError):
            judge_together(case, pairs, Verdict.SAME, type=PLACE)
    with pytest.raises(UsageError):
        judge_together(case, [(key("Zafir"), key("Manara"))], Verdict.NOT_A_NAME, type=PLACE)
    with pytest.raises(UsageError):
        call_no_names(case, [], type=PLACE)
    with pytest.raises(NotFoundError):
        call_no_names(case, [NameKey("nowhere")], type=PLACE)
    assert () == history(case.reading)
