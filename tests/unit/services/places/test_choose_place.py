from __future__ import annotations

from dataclasses import replace

import pytest

from kashf.domain.document import Page
from kashf.domain.entity import Mention, MentionType, NameKey, PlacedMention
from kashf.errors import NotFoundError, UsageError
from kashf.services.case.open import WritableCase
from kashf.services.places.choose_place import choose_place, take_choice_back
from kashf.services.places.list_places import PlaceList, list_places
from kashf.services.places.own_places import add_places, names_to_find, own_places
from tests.contracts.case_stores import id_of, put, reading, seen, sight

LIST = "id,name,lat,lon,population\n1,Tallah,35.0,40.0,100\n2,Tallah,33.0,44.0,100\n3,Nurana,34.0,41.0,100\n4,Zahrin,30.0,45.0,100\n"
TEXTS = ("They went to Tallah and Nurana.", "Back from Tallah to Nurana.", "From Tallah to Zahrin.")


@pytest.fixture
def places(case: WritableCase) -> WritableCase:
    """Three papers that name one of two places of one name, two of them beside the same other place."""
    add_places(case, LIST, name="own.csv")
    letters = "abc"[: len(TEXTS)]
    sight(case.store, *(seen(letter, f"/{letter}.txt") for letter in letters))
    for letter, text in zip(letters, TEXTS, strict=True):
        stored = reading(letter, text)
        put(case.store, replace(stored, reading=replace(stored.reading, pages=(Page(1, text),), second_readings=())))
        _find(case, letter, text)
    return case


def _find(case: WritableCase, letter: str, text: str) -> None:
    """Store where names of the list stand in a text."""
    found = [
        PlacedMention(id_of(letter), 1, NameKey(name.lower()), Mention(at, at + len(name), name, MentionType.PLACE, "gazetteer:case", 1.0))
        for name in ("Tallah", "Nurana", "Zahrin")
        if (at := text.find(name)) >= 0
    ]
    with case.store.unit() as uow:
        uow.put_mentions([(id_of(letter), found)])
        uow.commit()


def told(found: PlaceList, name: str) -> dict[str, int]:
    """Return what a name is told to mean, by id, in how many documents."""
    return {row.place.id if row.place else row.state: row.documents for row in found.rows if row.key == name}


def test_two_own_places_of_one_name_cannot_be_told_apart_until_somebody_decides(places: WritableCase) -> None:
    assert {"cannot tell": 3} == told(list_places(places.reading), "tallah")

    decided = choose_place(places, "Tallah", "own:1", document=id_of("a"), why="the letter speaks of the ford")

    assert ("own:1", frozenset({"nurana"}), "amal") == (decided.place and decided.place.id, decided.beside, decided.who)
    assert {"own:1": 2, "cannot tell": 1} == told(list_places(places.reading), "tallah")


def test_a_decision_may_hold_everywhere_and_is_taken_back(places: WritableCase) -> None:
    decided = choose_place(places, "Tallah", "own:2", is_everywhere=True)
    assert {"own:2": 3} == told(list_places(places.reading), "tallah")

    take_choice_back(places, decided.id[:10])

    assert {"cannot tell": 3} == told(list_places(places.reading), "tallah")
    with pytest.raises(NotFoundError, match="0 decisions"):
        take_choice_back(places, decided.id)


def test_what_is_no_candidate_and_no_name_of_the_case_is_refused(places: WritableCase) -> None:
    with pytest.raises(NotFoundError, match="not the id of one candidate"):
        choose_place(places, "Tallah", "own:9")
    with pytest.raises(NotFoundError, match="no paper names a place"):
        choose_place(places, "Qaf-Qafqaf", "own:1")


def test_that_nobody_can_tell_is_a_decision(places: WritableCase) -> None:
    choose_place(places, "Nurana", "unknown", is_everywhere=True)

    assert {"cannot tell": 2} == told(list_places(places.reading), "nurana")


def test_a_list_is_kept_once_and_taken_back(places: WritableCase) -> None:
    with pytest.raises(UsageError, match="added already"):
        add_places(places, LIST, name="own.csv")
    assert ["Nurana", "Tallah", "Zahrin"] == [name for name, _ in names_to_find(places.reading)]

    added = add_places(places, "name,lat,lon\nUpper Tallah,36,40\n", name="more.csv")
    take_choice_back(places, added.id)

    assert ["own:1", "own:2", "own:3", "own:4"] == [place.id for place in own_places(places.reading)]


def test_a_state_that_there_is_not_is_refused_instead_of_found_nowhere(places: WritableCase) -> None:
    assert list_places(places.reading, state="cannot tell").rows

    with pytest.raises(UsageError, match="there are point, area"):
        list_places(places.reading, state="cannot-tell")
