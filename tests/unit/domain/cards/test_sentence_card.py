"""A card is cleared by somebody else than wrote it, when nothing is missing, and only until something on it changes."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from kashf.domain.cards.card_entries import CardCheck, CardState, Explanation, Weighed
from kashf.domain.cards.sentence_card import Hindered, Hindrance, SentenceCard, cards_in
from kashf.domain.ids import EntryId, Json
from kashf.domain.ledger import GENESIS, Entry, EntryKind, Recorded

WORDS, PAPER = "b" * 64, "a" * 64


@dataclass
class Desk:
    """People who write entries about one card, one after another."""

    entries: list[Recorded] = field(default_factory=list)
    card: str = ""

    def write(self, kind: EntryKind, person: str = "layla", **body: Json) -> EntryId:
        when = dt.datetime(2030, 1, 1, tzinfo=dt.UTC) + dt.timedelta(minutes=len(self.entries))
        told: dict[str, Json] = {"card": self.card, "words": WORDS, **body, "person": person}
        entry = Entry("d/work", len(self.entries), GENESIS, when, person, kind, told)
        self.entries.append((entry, entry.id))
        self.card = self.card or entry.id
        return entry.id

    def paper(self, **body: Json) -> EntryId:
        return self.write(EntryKind.CARD_EVIDENCE, strip="paper", bearing="supports", document=PAPER, **body)

    def back(self, entry: EntryId, person: str = "layla") -> None:
        self.write(EntryKind.UNDONE, person, entry=entry)

    def checks(self, *, eyes: str = "omar") -> None:
        for each in Explanation:
            self.write(EntryKind.CARD_EXPLANATION, explanation=each.value, weighed=Weighed.RULED_OUT.value)
        for check in CardCheck:
            self.write(EntryKind.CARD_CHECKED, eyes if check is CardCheck.SECOND_EYES else "layla", check=check.value)

    def settle(self, state: CardState = CardState.CLEARED) -> EntryId:
        return self.write(EntryKind.CARD_SETTLED, "omar", state=state.value)

    def read(self) -> SentenceCard:
        (card,) = cards_in(self.entries).values()
        return card


def ready() -> Desk:
    desk = Desk()
    desk.write(EntryKind.CARD_WORDED)
    desk.paper()
    desk.checks()
    return desk


def what(card: SentenceCard, person: str = "omar") -> set[Hindrance]:
    return {each.what for each in card.hindrances(person)}


def test_nothing_is_missing_once_all_was_done_by_two() -> None:
    assert () == ready().read().hindrances("omar")


def test_a_fresh_card_misses_everything_and_says_each_thing() -> None:
    desk = Desk()
    desk.write(EntryKind.CARD_WORDED)
    hindered = desk.read().hindrances("")

    assert {Hindrance.NO_PERSON, Hindrance.NOTHING_SUPPORTS, Hindrance.CHECK_OPEN, Hindrance.EXPLANATION_OPEN} == {
        each.what for each in hindered
    }
    assert {*CardCheck, *Explanation} <= {each.which for each in hindered}


def test_who_wrote_on_it_is_no_second_pair_of_eyes() -> None:
    desk = Desk()
    desk.write(EntryKind.CARD_WORDED)
    desk.paper()
    desk.checks(eyes="layla")

    assert {Hindrance.OWN_EYES} == what(desk.read())


def test_a_conclusion_or_an_opinion_alone_supports_nothing() -> None:
    desk = Desk()
    desk.write(EntryKind.CARD_WORDED)
    desk.write(EntryKind.CARD_EVIDENCE, strip="concluded", bearing="supports")
    desk.write(EntryKind.CARD_EVIDENCE, strip="people", bearing="supports", witness="plover", knows="expert")
    desk.checks()

    assert {Hindrance.NOTHING_SUPPORTS} == what(desk.read())


def test_a_reply_that_was_asked_for_and_has_not_come_keeps_it() -> None:
    desk = ready()
    desk.write(EntryKind.CARD_CHECKED, check=CardCheck.REPLY.value, done=False)

    assert (Hindered(Hindrance.ANSWER_MISSING, CardCheck.REPLY),) == desk.read().hindrances("omar")


def test_another_wording_has_to_be_checked_anew() -> None:
    desk = ready()
    desk.write(EntryKind.CARD_WORDED)

    assert {Hindered(Hindrance.CHECK_OPEN, check) for check in CardCheck} == {*desk.read().hindrances("omar")}


def test_more_evidence_has_to_be_looked_over_but_nobody_is_asked_twice() -> None:
    desk = ready()
    desk.paper()

    assert {each for each in CardCheck if each is not CardCheck.REPLY} == {each.which for each in desk.read().hindrances("omar")}


def test_a_wording_that_is_taken_back_takes_every_check_with_it() -> None:
    desk = ready()
    other = desk.write(EntryKind.CARD_WORDED)
    desk.checks()
    assert () == desk.read().hindrances("omar")

    desk.back(other)
    assert {Hindered(Hindrance.CHECK_OPEN, check) for check in CardCheck} == {*desk.read().hindrances("omar")}


def test_evidence_that_is_taken_back_has_to_be_looked_over_too() -> None:
    desk = Desk()
    desk.write(EntryKind.CARD_WORDED)
    desk.paper()
    against = desk.write(EntryKind.CARD_EVIDENCE, strip="people", bearing="against", witness="plover", knows="saw")
    desk.checks()
    desk.back(against)

    assert {each for each in CardCheck if each is not CardCheck.REPLY} == {each.which for each in desk.read().hindrances("omar")}


def test_who_took_back_what_they_wrote_is_no_second_pair_of_eyes_either() -> None:
    desk = Desk()
    desk.write(EntryKind.CARD_WORDED)
    desk.paper()
    washed = desk.write(EntryKind.CARD_EVIDENCE, "omar", strip="people", bearing="supports", witness="plover", knows="saw")
    desk.back(washed, "omar")
    desk.checks()

    assert {Hindrance.OWN_EYES} == what(desk.read())


def test_a_clock_that_is_behind_does_not_keep_a_card_cleared() -> None:
    desk = ready()
    put = next(each.signed.id for each in desk.read().evidence)
    desk.settle()
    entry = Entry(
        "d/work",
        len(desk.entries),
        GENESIS,
        dt.datetime(2029, 1, 1, tzinfo=dt.UTC),
        "layla",
        EntryKind.UNDONE,
        {"entry": put, "person": "layla"},
    )
    desk.entries.append((entry, entry.id))

    assert CardState.OPEN is desk.read().state


def test_cleared_holds_until_something_changes() -> None:
    desk = ready()
    desk.settle()
    assert CardState.CLEARED is desk.read().state

    put = desk.paper()
    assert CardState.OPEN is desk.read().state

    desk.settle()
    desk.back(put)
    assert CardState.OPEN is desk.read().state


def test_of_an_explanation_the_last_word_counts_and_taken_back_the_one_before() -> None:
    desk = ready()
    said = desk.write(EntryKind.CARD_EXPLANATION, explanation="planted", weighed="possible")
    assert Weighed.POSSIBLE is desk.read().weighed(Explanation.PLANTED)

    desk.back(said)
    assert Weighed.RULED_OUT is desk.read().weighed(Explanation.PLANTED)


def test_a_card_whose_first_wording_was_taken_back_is_none() -> None:
    desk = Desk()
    first = desk.write(EntryKind.CARD_WORDED)
    desk.paper()
    desk.back(first, "omar")
    assert 1 == len(cards_in(desk.entries))

    desk.back(first)
    assert {} == cards_in(desk.entries)


def test_what_names_no_card_of_the_case_is_passed_over() -> None:
    desk = ready()
    stray = Desk(card="f" * 64)
    stray.paper()

    assert 1 == len(cards_in([*desk.entries, *stray.entries]))
