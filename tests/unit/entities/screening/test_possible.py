import pytest

from kashf.domain.entity import MentionType, NameKey
from kashf.entities.screening.possible import screen
from kashf.entities.screening.watchlist import WatchlistName
from kashf.ports.mentions import NameTotal

PERSON, GROUP = MentionType.PERSON, MentionType.GROUP


def _total(text: str, type: MentionType = PERSON) -> NameTotal:
    return NameTotal(type, NameKey(text), text, 3, 2)


def test_a_listed_person_is_possible_in_the_other_script_with_reasons() -> None:
    (hit,) = screen([WatchlistName("7", PERSON, ("Abu Mohammed al-Shamali",))], [_total("أبو محمد الشمالي"), _total("سليمان الوردي")])

    assert ("7", "أبو محمد الشمالي") == (hit.entry.id, hit.name.text)
    assert hit.score > 0.8
    assert any(reason.part == "nisba" for reason in hit.why)


def test_a_name_of_the_case_stands_once_beside_the_closest_alias() -> None:
    (hit,) = screen([WatchlistName("7", PERSON, ("Nadir al-Wardi", "نادر الوردي"))], [_total("نادر الوردي")])

    assert ("نادر الوردي", 1.0) == (hit.listed, hit.score)


def test_people_are_not_held_against_groups() -> None:
    assert () == screen([WatchlistName("7", GROUP, ("Nadir al-Wardi",))], [_total("Nadir al-Wardi")])
    assert 1 == len(screen([WatchlistName("7", GROUP, ("Lantern Company",))], [_total("Lantern Company", GROUP)]))


def test_the_longer_side_makes_no_difference() -> None:
    entries = [
        WatchlistName(str(n), PERSON, (f"{first} {last}",)) for n, (first, last) in enumerate([("Nadir", "al-Wardi"), ("Salwa", "al-Tini")])
    ]
    names = [_total("نادر الوردي"), _total("سلوى التيني"), _total("خالد الجسري")]

    both = screen(entries, names)
    alone = [hit for entry in entries for hit in screen([entry], names)]

    assert list(both) == alone
    assert ["0", "1"] == [hit.entry.id for hit in both]


def test_the_closest_comes_first_and_what_is_too_far_is_left_out() -> None:
    names = [_total("أبو محمد العدناني"), _total("أبو محمد الشمالي"), _total("ابو محمد الشمالى")]

    hits = screen([WatchlistName("7", PERSON, ("أبو محمد الشمالي",))], names, least=0.0)

    assert {"ابو محمد الشمالى", "أبو محمد الشمالي"} == {hit.name.text for hit in hits[:2]}
    assert sorted((hit.score for hit in hits), reverse=True) == [hit.score for hit in hits]
    assert 2 == len(screen([WatchlistName("7", PERSON, ("أبو محمد الشمالي",))], names))


def test_nothing_against_nothing_is_nothing() -> None:
    assert () == screen([], [_total("x")]) == screen([WatchlistName("1", PERSON, ("x",))], [])


@pytest.mark.parametrize("name", ["سامر بن رامي سليم الخوري", "Samer bin Rami Salim al-Khuri", "Samer, son of Rami Salim al-Khuri"])
def test_a_child_of_the_listed_is_called_one(name: str) -> None:
    (hit,) = screen([WatchlistName("7", PERSON, ("رامي سليم الخوري",))], [_total(name)])

    assert (True, name) == (hit.is_child, hit.name.text)


def test_the_listed_himself_is_no_child() -> None:
    (hit,) = screen([WatchlistName("7", PERSON, ("رامي بن سليم الخوري",))], [_total("رامي بن سليم الخوري")])

    assert not hit.is_child
