from __future__ import annotations

from kashf.domain.place import KnownPlace
from kashf.events.places.place_lookup import Gazetteer
from kashf.language.places.place_table import PlaceTable, shipped_places
from kashf.language.words.folding import Folded
from kashf.language.words.tokens import folded_words

OWN = (
    KnownPlace("تل السنديان", "town", "", 35.0, 40.0, 0, "own:1"),
    KnownPlace("Nurana", "town", "", 36.0, 40.0, 0, "own:2", others=("نورانة",)),
)


def ids(gazetteer: Gazetteer, name: str) -> list[tuple[str, str]]:
    return [(each.place.id, each.rule) for each in gazetteer.named(tuple(map(Folded, folded_words(name))))]


def test_a_name_is_found_by_its_letters_in_either_script() -> None:
    gazetteer = Gazetteer(PlaceTable((), {}, frozenset()), OWN)

    assert [("own:1", "same")] == ids(gazetteer, "تل السنديان")
    assert [("own:2", "same")] == ids(gazetteer, "نورانة")


def test_what_is_not_found_by_letters_is_found_by_sound_across_scripts() -> None:
    gazetteer = Gazetteer(PlaceTable((), {}, frozenset()), OWN)

    assert [("own:1", "sound")] == ids(gazetteer, "Tall al-Sindiyan")
    assert [("own:1", "sound")] == ids(gazetteer, "Tell Sindian")
    assert [] == ids(gazetteer, "Tall al-Summaq")


def test_the_shipped_table_has_towns_and_provinces_of_one_name_and_the_names_that_groups_gave() -> None:
    gazetteer = Gazetteer(shipped_places())

    assert {"town", "province"} <= {each.place.kind for each in gazetteer.named((Folded("حلب"),))}
    assert ["SY-07"] == [each.place.province for each in gazetteer.named((Folded("الخير"),)) if each.place.kind == "province"]


def test_names_of_hardly_any_sound_are_found_by_letters_alone() -> None:
    gazetteer = Gazetteer(PlaceTable((), {}, frozenset()), (KnownPlace("بو", "town", "", 1.0, 1.0, 0, "own:3"),))

    assert [] == ids(gazetteer, "Ba")
