"""The siege example: the truth of every name, and the casts that nobody looks at."""

import json
import re
from collections import defaultdict
from pathlib import Path
from random import Random
from typing import Any

import pytest

from examples.siege import make
from examples.siege.build import Wish, build
from examples.siege.cast import first_cast, make_cast
from examples.siege.changes import change_word
from examples.siege.drawn import Drawn
from examples.siege.fill import Filler
from examples.siege.letters import Brief, make_letter
from examples.siege.making import Maker
from examples.siege.named import name_marks
from examples.siege.people import Asked
from examples.siege.plan import Spec, draft
from examples.siege.planting import planted
from examples.siege.spelling import careless, romanised, scholarly
from examples.siege.text import Composer, Text
from examples.siege.truth import file_truth
from examples.siege.wanted import Plant

pytestmark = pytest.mark.slow

DAY = make_letter(Random(1), first_cast(Random(1)), Brief("x", (), 3)).day


def names_of(text: Text) -> list[tuple[str, Any, Any]]:
    return [(text.marked(mark), dict(mark.facts)["type"], dict(mark.facts).get("optional")) for mark in name_marks(text)]


def filled(template: str, *, language: str = "ar", plant: Plant | None = None) -> Text:
    return Filler(Random(5), first_cast(Random(5)), language, DAY).sentence(template, plant)


@pytest.fixture(scope="module", params=[0, 7])
def leak(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    out = tmp_path_factory.mktemp("siege") / "leak"
    build(Wish(4, 140, "digital", cast=request.param), out, processes=1)
    truth: dict[str, Any] = json.loads((out / "truth.json").read_text(encoding="utf-8"))
    return truth


def test_every_type_of_name_is_in_the_truth_and_in_both_scripts(leak: dict[str, Any]) -> None:
    found = {(row["type"], row["script"]) for row in leak["names"]}

    assert {(kind, script) for kind in ("PER", "ORG", "LOC", "ROLE", "CODE") for script in ("Arab", "Latn")} == found


def test_everybody_named_is_of_the_cast_or_planted(leak: dict[str, Any]) -> None:
    known = {row["id"] for key in ("people", "places", "units", "groups") for row in leak[key]}
    planted_men = {row["entity"] for row in leak["mentions"]}
    named = {row["entity"] for row in leak["names"] if row["type"] in {"PER", "ORG", "LOC"} and not row["optional"] and row["entity"]}
    spelt_out = {"unit/guard battalion", "unit/crossings detachment", "unit/engineer platoon", "unit/dam garrison"}

    assert set() == {entity for entity in named - known - planted_men - spelt_out if not entity.startswith("group/Diwan of ")}


def test_the_wanted_man_is_named_as_often_as_his_mentions_say(leak: dict[str, Any]) -> None:
    wanted = [row for row in leak["names"] if row["entity"] == "person/Abu Mohammed al-Shamali"]

    assert leak["totals"]["mentions"]["full"] == len(wanted)


@pytest.mark.parametrize("kind", ["letter_txt", "report_utf8", "table_csv"])
@pytest.mark.parametrize("cast", [0, 3])
def test_a_name_in_plain_text_stands_where_the_truth_says(kind: str, cast: int) -> None:
    maker = Maker.of(9, cast)
    made = maker.make(Spec("a", kind, "1", "1", plants=(Plant("full", 0),)))
    rows = [json.loads(row) for row in file_truth("a", kind, made, names=True).names]
    page = made.parts[0].pages[0].words

    assert rows
    assert [row["text"] for row in rows] == [page[row["start"] :][: len(row["text"])] for row in rows]


def test_a_particle_that_a_template_writes_onto_a_name_belongs_to_it() -> None:
    [(place, _, _), (unit, _, _)] = names_of(filled("عاد إلى السوق و{place} والتحق ب{unit}."))

    assert "و" == place[0]
    assert "ب" == unit[0]


def test_a_title_is_a_name_of_its_own_and_not_a_part_of_the_man() -> None:
    texts = [names_of(Filler(Random(seed), first_cast(Random(5)), "ar", DAY).sentence("سلم {person:li} الكتاب.")) for seed in range(30)]
    titled = next(names for names in texts if len(names) == 2)

    assert ["ROLE", "PER"] == [kind for _, kind, _ in titled]
    assert titled[0][0].startswith("لل")


def test_the_diwan_of_a_place_is_a_group_and_the_place_in_it_optional() -> None:
    names = names_of(filled("كتب إلى ديوان {place} كتابا."))

    assert [("ORG", None), ("LOC", "within")] == [(kind, optional) for _, kind, optional in names]
    assert names[0][0] == f"ديوان {names[1][0]}"


def test_what_a_template_spells_out_is_named_too() -> None:
    assert [("كتيبة الحراسة", "ORG", None)] == names_of(filled("سلمت كتيبة الحراسة مفاتيح المستودع."))
    assert [("dam garrison", "ORG", None)] == names_of(filled("The dam garrison reported low water.", language="en"))


def test_half_the_wanted_mans_name_is_nobodys_and_the_north_no_name_that_must_be_found() -> None:
    half = file_truth("a", "letter_utf8", Maker.of(1).make(Spec("a", "letter_utf8", "1", "1", plants=(Plant("partial", 0),))), names=True)
    rows = [row for row in map(json.loads, half.names) if row["part"]]

    assert [None] == [row["entity"] for row in rows]
    assert {"north"} == {optional for _, kind, optional in names_of(filled("الوضع عند {north} هادئ.")) if kind == "LOC"}


def test_a_near_copy_of_the_first_cast_may_damage_a_name_and_says_so_and_of_others_spares_it() -> None:
    damaged = 0
    for cast in (0, 2):
        maker = Maker.of(3, cast)
        for number in range(60):
            document = maker.document(Spec("a", "letter_utf8", str(number), "1"))
            changed = change_word(document, Random(number), spare_names=cast > 0)
            names = names_of(changed.pages[0])
            assert all(words in document.pages[0].words for words, _, optional in names if optional != "damaged")
            damaged += sum(optional == "damaged" for _, _, optional in names)
            assert not cast or names == names_of(changed.pages[0])

    assert damaged > 0


def test_the_list_of_names_can_be_left_out(tmp_path: Path) -> None:
    make.main(["--files", "3", "--mix", "text", "--without-names", "--out", str(tmp_path / "leak")])

    assert "names" not in json.loads((tmp_path / "leak" / "truth.json").read_text(encoding="utf-8"))


def test_another_cast_has_other_people_places_and_units() -> None:
    casts = [make_cast(1, number) for number in (0, 1, 2)]
    named = [{person.id for person in cast.people} | {thing.id for thing in (*cast.places, *cast.units)} for cast in casts]

    assert set() == named[0] & named[1]
    assert len(named[1] & named[2]) < len(named[1]) / 2
    assert make_cast(1, 2).people == casts[2].people
    assert make_cast(2, 2).people != casts[2].people


def test_nobodys_name_in_a_drawn_cast_is_anothers_with_a_part_left_out() -> None:
    people = [person for person in make_cast(3, 5).people if isinstance(person, Drawn)]
    parts = [{(key, getattr(person, key)) for key in ("kunya", "given", "father", "family") if getattr(person, key)} for person in people]

    assert [] == [(one, other) for one in parts for other in parts if one is not other and one <= other]
    assert any(one & other for one in parts for other in parts if one is not other)


def test_a_drawn_cast_writes_each_name_in_many_ways() -> None:
    maker, ways = Maker.of(1, 4), defaultdict(set)
    for spec in planted(1, draft(1, 150, "text")):
        for row in map(json.loads, file_truth("a", spec.kind, maker.make(spec), names=True).names):
            ways[row["entity"], row["script"]].add(" ".join(row["text"].split()))

    assert max(len(texts) for (_, script), texts in ways.items() if script == "Latn") > 4
    assert max(len(texts) for (_, script), texts in ways.items() if script == "Arab") > 4


def test_somebody_named_before_is_now_and_then_named_by_half() -> None:
    composer, rng = Composer(), Random(1)
    for person in make_cast(1, 4).people:
        assert person.partly(composer, rng, Asked(rng.choice(("", "li", "gen")), rng.choice(("ar", "en", "tr"))))
        composer.add(" ")
    people = [dict(mark.facts) for mark in composer.text().marks if dict(mark.facts)["type"] == "PER"]

    assert {"kunya", "family", "given"} == {facts["part"] for facts in people}
    assert not first_cast(rng).people[0].partly(composer, rng, Asked("", "ar"))


@pytest.mark.parametrize(
    ("name", "language", "expected"),
    [
        ("ʿAbd al-Raḥmān", "en", "Abd al-Rahman"),
        ("Ḫālid al-Šarqāwī", "fr", "Khalid al-Charkawi"),
        ("Ǧābir al-Šarqāwī", "de", "Dschabir al-Scharqawi"),
        ("Abū Ibrāhīm al-Wāṯiq", "tr", "Ebu İbrahim el-Vasik"),
    ],
)
def test_the_plainest_spelling_is_that_of_the_language(name: str, language: str, expected: str) -> None:
    assert expected == romanised(name, language)


def test_spellings_keep_to_letters_of_their_language() -> None:
    cast = make_cast(2, 9)
    rng = Random(3)
    english = {romanised(person.id.removeprefix("person/"), "en", rng) for person in cast.people for _ in range(5)}

    assert [] == [name for name in english if not re.fullmatch(r"[A-Za-z '.-]+", name)]
    assert "Abū aš-Šams" == scholarly("Abū al-Šams")


def test_a_careless_spelling_changes_something_where_it_can() -> None:
    rng = Random(2)

    assert "ابو أيوب" != careless("أبو أيوب", rng)
    assert {"أدهم"} != {careless("أدهم", rng) for _ in range(9)}
