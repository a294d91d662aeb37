"""Two men of one name: places given to another, and what follows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kashf.domain.document import Span
from kashf.domain.entity import MentionType, NameKey, Verdict, unassigned_key
from kashf.domain.ids import DocumentId
from kashf.entities.tagging.keys import label_key, name_key
from kashf.errors import NotFoundError, UsageError
from kashf.services.case.open import WritableCase
from kashf.services.ledger.stored_decisions import waiting_places
from kashf.services.names.count import count_name
from kashf.services.names.entity import entity_with
from kashf.services.names.list import list_names
from kashf.services.names.regroup import resolve
from kashf.services.names.review import conflicts, find_key, history, judge, undo
from kashf.services.names.reviewing.at_once import call_no_names
from kashf.services.names.reviewing.questions import queue
from kashf.services.names.reviewing.reassign import reassign, reassign_to_new
from kashf.services.search.within import named
from tests.named import add_document, named_case

PERSON = MentionType.PERSON
HIM, IN_LATIN, SOMEBODY = "خالد سالم الوردي", "Khaled Salem al-Wardi", "نبيل هادي المرمري"
LABEL = "المعلم خالد سالم الوردي"


def key(text: str) -> NameKey:
    return label_key(text) if text == LABEL else name_key(text, PERSON)


def spans(case: WritableCase, *keys: NameKey) -> list[Span]:
    return [each.span for each in case.reading.view.mentions_of(PERSON, keys)]


@pytest.fixture
def case(tmp_path: Path) -> Iterator[WritableCase]:
    with named_case(tmp_path / "a.case", home=tmp_path / "home", persons={HIM: 4, IN_LATIN: 2, SOMEBODY: 3}) as case:
        yield case


def places(case: WritableCase, name: str) -> list[Span]:
    return spans(case, key(name))


def mentions(case: WritableCase) -> dict[str, int]:
    return {total.text: total.mentions for total in case.reading.view.names(PERSON)}


def leader(case: WritableCase, name: str) -> NameKey:
    return next((each.leader for each in case.reading.view.memberships(PERSON, [key(name)]) if each.key == key(name)), key(name))


def test_a_search_keeps_to_documents_of_another_man_by_what_people_call_him(case: WritableCase) -> None:
    first, *_ = places(case, HIM)

    reassign_to_new(case, [first], f"Commander {IN_LATIN}", type=PERSON)

    assert {first.document} == named(case.reading.view, f"Commander {IN_LATIN}", PERSON)


def test_a_place_that_names_another_man_is_his_in_every_table(case: WritableCase) -> None:
    first, *rest = places(case, HIM)

    outcome = reassign_to_new(case, [first], LABEL, type=PERSON, why="teaches at the school")

    assert {HIM: 3, LABEL: 1, IN_LATIN: 2, SOMEBODY: 3} == mentions(case)
    assert ([first], rest) == (places(case, LABEL), places(case, HIM))
    assert {key(HIM), key(LABEL)} <= set(outcome.moved)
    assert (LABEL, 1, 1) == ((him := entity_with(case.reading, PERSON, key(LABEL))).text, him.mentions, len(him.names))
    assert (PERSON, key(LABEL)) == find_key(case.reading, LABEL)


def test_a_name_that_two_bear_is_joined_with_no_other_by_machine_and_asked_about(case: WritableCase) -> None:
    assert leader(case, HIM) == leader(case, IN_LATIN)

    reassign_to_new(case, places(case, HIM)[:1], LABEL, type=PERSON)

    assert 3 == len({leader(case, name) for name in (HIM, IN_LATIN, LABEL)})
    asked = [{question.left.text, question.right.text} for question in queue(case.reading, limit=10)]
    assert {HIM, IN_LATIN} in asked
    assert {HIM, LABEL} not in asked
    judge(case, key(HIM), key(IN_LATIN), Verdict.SAME, type=PERSON)
    assert leader(case, HIM) == leader(case, IN_LATIN) != leader(case, LABEL)


def test_two_men_who_are_joined_again_have_the_places_of_both(case: WritableCase) -> None:
    reassign_to_new(case, places(case, HIM)[:1], LABEL, type=PERSON)
    judge(case, key(HIM), key(LABEL), Verdict.SAME, type=PERSON)

    assert [4, 4] == [count_name(case.reading, name).mentions for name in (HIM, LABEL)]
    assert {HIM: 4, IN_LATIN: 2, SOMEBODY: 3} == {total.text: total.mentions for total in list_names(case.reading)}


def test_a_name_with_a_comma_that_somebody_was_given_is_counted(case: WritableCase) -> None:
    label = f"{IN_LATIN}, the teacher"
    reassign_to_new(case, places(case, HIM)[:1], label, type=PERSON)

    assert 1 == count_name(case.reading, label).mentions
    with pytest.raises(UsageError, match="comma"):
        count_name(case.reading, f"{HIM}, {SOMEBODY}")


def test_processing_again_changes_nothing_that_was_decided(case: WritableCase) -> None:
    reassign_to_new(case, places(case, HIM)[:1], LABEL, type=PERSON)
    before = mentions(case)

    resolve(case)

    assert before == mentions(case)


def test_a_place_that_comes_later_waits_until_somebody_says_whom_it_names(case: WritableCase) -> None:
    reassign_to_new(case, places(case, HIM)[:1], LABEL, type=PERSON)
    add_document(case, DocumentId("e" * 64), HIM, count=2)
    resolve(case)
    waiting = unassigned_key(key(HIM))

    assert [(waiting, 2)] == [(total.key, total.mentions) for total in waiting_places(case.reading.view, PERSON)]
    assert (3, 1) == (len(places(case, HIM)), len(places(case, LABEL)))
    assert [True] == [each.is_undecided for each in case.reading.view.memberships(PERSON, [waiting])]
    one, other = spans(case, waiting)
    reassign(case, [one], key(HIM), type=PERSON)
    reassign(case, [other], key(LABEL), type=PERSON)
    assert (4, 2, ()) == (len(places(case, HIM)), len(places(case, LABEL)), waiting_places(case.reading.view, PERSON))


def test_what_is_taken_back_is_as_it_was(case: WritableCase) -> None:
    before = mentions(case)
    outcome = reassign_to_new(case, places(case, HIM)[:2], LABEL, type=PERSON)

    undo(case, outcome.entry[:12])

    assert before == mentions(case)
    assert leader(case, HIM) == leader(case, IN_LATIN)
    with pytest.raises(NotFoundError, match="taken back already, by amal"):
        undo(case, outcome.entry)


def test_places_are_moved_between_names_that_stand_in_the_case(case: WritableCase) -> None:
    one, two, *_ = places(case, HIM)

    reassign(case, [one, two], key(SOMEBODY), type=PERSON)

    assert (2, 5) == (len(places(case, HIM)), len(places(case, SOMEBODY)))
    assert leader(case, HIM) == leader(case, IN_LATIN)
    assert [outcome.judgement.right for outcome in history(case.reading, key(SOMEBODY))] == [key(SOMEBODY)] * 2


def test_both_histories_tell_of_it(case: WritableCase) -> None:
    reassign_to_new(case, places(case, HIM)[:1], LABEL, type=PERSON)

    (mine,), (his,) = (entity_with(case.reading, PERSON, key(name)).decisions for name in (HIM, LABEL))

    assert (Verdict.DIFFERENT, Verdict.SAME) == (mine.judgement.verdict, his.judgement.verdict)
    assert mine.judgement.id == his.judgement.id


@pytest.mark.parametrize(
    ("label", "code"),
    [(HIM, "label-taken"), (f"  {IN_LATIN.upper()} ", "label-taken"), ("?!", "no-label"), ("a" * 400, "no-label")],
)
def test_a_label_that_tells_nobody_apart_is_refused(case: WritableCase, label: str, code: str) -> None:
    with pytest.raises(UsageError) as refused:
        reassign_to_new(case, places(case, HIM)[:1], label, type=PERSON)

    assert code == refused.value.code
    assert () == history(case.reading)


def test_a_place_that_is_not_there_or_names_him_already_is_refused(case: WritableCase) -> None:
    (place, *_) = places(case, HIM)

    for wrong in (replace(place, page=9), replace(place, end=10**6)):
        with pytest.raises(NotFoundError):
            reassign(case, [wrong], key(SOMEBODY), type=PERSON)
    with pytest.raises(UsageError, match="names him already"):
        reassign(case, [place], key(HIM), type=PERSON)
    with pytest.raises(UsageError, match="no place"):
        reassign(case, [], key(SOMEBODY), type=PERSON)
    with pytest.raises(NotFoundError):
        reassign(case, [place], key("Nobody at all"), type=PERSON)


def test_where_two_people_say_that_it_is_two_men_neither_wins_and_it_is_listed(case: WritableCase) -> None:
    place, *_ = places(case, HIM)
    mine, theirs = (replace(case, actor=who, person=person * 32) for who, person in (("layla", "1a"), ("nabil", "2b")))

    reassign(mine, [place], key(SOMEBODY), type=PERSON)
    reassign_to_new(theirs, [place], LABEL, type=PERSON)

    assert (4, 3, 0) == tuple(len(places(case, name)) for name in (HIM, SOMEBODY, LABEL))
    assert {("layla", "nabil")} == {(each.judgement.who, each.against[0].who) for each in conflicts(case.reading)}


def test_a_place_at_which_nothing_was_found_is_stored_for_the_man_it_was_given_to(case: WritableCase) -> None:
    place, *_ = places(case, HIM)
    before = replace(place, start=0, end=4)

    outcome = reassign(case, [before], key(SOMEBODY), type=PERSON)

    assert before in places(case, SOMEBODY)
    undo(case, outcome.entry)
    assert {HIM: 4, IN_LATIN: 2, SOMEBODY: 3} == mentions(case)


def test_places_of_a_term_that_is_no_name_are_kept_where_another_place_is_given_away(case: WritableCase) -> None:
    first, *_ = places(case, HIM)
    no_name = call_no_names(case, [key(HIM)], type=PERSON)

    reassign(case, [first], key(SOMEBODY), type=PERSON)

    assert {IN_LATIN: 2, SOMEBODY: 4} == mentions(case)
    undo(case, no_name.entry)
    assert {HIM: 3, IN_LATIN: 2, SOMEBODY: 4} == mentions(case)
