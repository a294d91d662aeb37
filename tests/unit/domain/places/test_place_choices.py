from __future__ import annotations

import datetime as dt

import pytest

from kashf.domain.ids import DocumentId, Json
from kashf.domain.ledger import GENESIS, Entry, EntryKind, chain_for
from kashf.domain.place import KnownPlace
from kashf.domain.places.place_choices import PlaceChoice, applying, body_of_choice, choices_of
from kashf.errors import DamagedCaseError

PAPER, LIKE, OTHER = (DocumentId(sign * 64) for sign in "abc")
PORT = KnownPlace("Tallah", "town", "SY", 35.0, 40.125, 500, "own:1")
HILL = KnownPlace("Tallah", "town", "IQ", 33.0, 43.0, 0, "own:2")


def chosen(*told: tuple[KnownPlace | None, bool]) -> tuple[PlaceChoice, ...]:
    """Return what one person decided, one after the other, each time whether it holds everywhere."""
    chain, entries = chain_for("a" * 32, EntryKind.PLACE_CHOSEN), list[Entry]()
    for number, (place, everywhere) in enumerate(told):
        body = body_of_choice("tallah", place, document=PAPER, beside=["nurana"], is_everywhere=everywhere, why="")
        time = dt.datetime(2030, 1, 1 + number, tzinfo=dt.UTC)
        entries.append(Entry(chain, number, GENESIS, time, "amal", EntryKind.PLACE_CHOSEN, body))
    return choices_of((entry, entry.id) for entry in entries)


def test_a_decision_keeps_the_place_as_it_was_known_and_holds_for_papers_like_it() -> None:
    (choice,) = chosen((PORT, False))

    assert choice.place == PORT
    assert choice.holds_for("tallah", document=PAPER, beside=())
    assert choice.holds_for("tallah", document=LIKE, beside={"nurana", "x"})
    assert not choice.holds_for("tallah", document=OTHER, beside={"x"})
    assert not choice.holds_for("tall", document=PAPER, beside={"nurana"})


def test_what_is_said_of_a_paper_stands_before_what_is_said_of_all() -> None:
    choices = chosen((PORT, False), (HILL, True))

    assert ["own:1"] == [each.place.id for each in applying(choices, "tallah", document=PAPER, beside=()) if each.place]
    assert ["own:2"] == [each.place.id for each in applying(choices, "tallah", document=OTHER, beside=()) if each.place]


def test_of_one_person_the_last_stands_and_that_nobody_can_tell_is_a_decision() -> None:
    choices = chosen((PORT, False), (None, False))

    assert [None] == [each.place for each in applying(choices, "tallah", document=PAPER, beside=())]


def test_an_entry_that_kashf_does_not_write_is_damage() -> None:
    body: dict[str, Json] = {"name": "x", "beside": [], "place": {}}
    entry = Entry("d/work", 0, GENESIS, dt.datetime(2030, 1, 1, tzinfo=dt.UTC), "amal", EntryKind.PLACE_CHOSEN, body)

    with pytest.raises(DamagedCaseError, match="no decision about a place"):
        choices_of([(entry, entry.id)])
