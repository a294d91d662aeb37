"""Names that are known beforehand: where they stand, and which words only look like them."""

from importlib import resources
from pathlib import Path

import pytest

from kashf.adapters.taggers.gazetteer import GazetteerName, GazetteerTagger, PlacesTagger, case_entries
from kashf.domain.entity import MentionType
from kashf.domain.ids import canonical_json
from tests.counting import steps

PLACES = PlacesTagger()


def places(text: str) -> list[str]:
    mentions = PLACES.tag(text, language="")
    assert all(text[mention.start : mention.end] == mention.text for mention in mentions)
    assert {mention.type for mention in mentions} <= {MentionType.PLACE}
    return [mention.text for mention in mentions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وصل إلى الرقة ثم دير الزور", ["الرقة", "دير الزور"]),
        ("وبالموصل وحلب", ["الموصل", "حلب"]),
        ("الرَّقَّة", ["الرَّقَّة"]),
        ("أُرسل للرقة", ["للرقة"]),
        ("from Palmyra to Raqqa province", ["Palmyra", "Raqqa"]),
        ("in al-Raqqa and Deir ez-Zor", ["al-Raqqa", "Deir ez-Zor"]),
        ("Paris- and Brussels-style assaults", ["Paris", "Brussels"]),
        ("the U.S. and the US", ["U.S", "US"]),
        ("that al Qasr and its surroundings", ["al Qasr"]),
        ("RAQQA", ["RAQQA"]),
        ("from northern Europe", ["Europe"]),
        ("دير\nالزور", ["دير\nالزور"]),
    ],
)
def test_places_are_found_in_both_scripts_with_particles_left_out(text: str, expected: list[str]) -> None:
    assert places(text) == expected


@pytest.mark.parametrize(
    "text",
    ["أمام الباب", "a nice day", "us and them", "ورقة بيضاء", "23 Muharram 1435", "reading on mobile", "أحياء المدينة", "لم يسأل عنه"],
)
def test_ordinary_words_are_no_places(text: str) -> None:
    assert places(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("مدينة الباب", ["الباب"]),
        ("بمدينة القائم", ["القائم"]),
        ("حلب والباب", ["حلب", "الباب"]),
        ("the city of Nice", ["Nice"]),
        ("Nice, France", ["Nice", "France"]),
        ("سافر إلى تركية", ["تركية"]),
    ],
)
def test_an_ambiguous_name_is_a_place_beside_a_word_that_says_so(text: str, expected: list[str]) -> None:
    assert places(text) == expected


@pytest.mark.parametrize("text", ["أبو حلب", "Abu Tunis", "Ali al-Qasr", "2250 US dollars", "طائرة تركية"])
def test_a_place_within_somebody_s_name_or_a_sum_is_none(text: str) -> None:
    assert places(text) == []


def test_names_do_not_reach_over_sentences_or_cells_of_a_table() -> None:
    assert places("دير. الزور") == places("دير\tالزور") == []


def test_an_ambiguous_place_is_less_sure_than_another() -> None:
    sure, unsure = PLACES.tag("حلب والباب", language="ar")

    assert (sure.source, unsure.source) == ("gazetteer:places", "gazetteer:places")
    assert sure.score > unsure.score > 0.5


def test_a_place_can_be_looked_up_by_any_of_its_spellings() -> None:
    found = {PLACES.table.find(name)[0] for name in ("الرقة", "Raqqa", "ar-Raqqah", "Rakka", "الرّقّه")}

    assert {(place.name, place.country, round(place.latitude), round(place.longitude)) for place in found} == {("Ar Raqqah", "SY", 36, 39)}


def test_a_place_brings_the_places_it_may_be_with_where_they_are() -> None:
    (mention,) = PLACES.tag("They came to Tripoli.", language="en")
    candidates = mention.value["candidates"]

    assert isinstance(candidates, tuple)
    assert {"LB", "LY"} <= {place["country"] for place in candidates}
    assert {"name", "kind", "country", "lat", "lon", "population"} == set(candidates[0])
    assert [place.name for place in PLACES.table.find("Tripoli")][: len(candidates)] == [place["name"] for place in candidates]
    canonical_json(mention.value)


def test_countries_come_before_towns_of_the_same_name_and_unknown_names_are_nowhere() -> None:
    assert [place.kind for place in PLACES.table.find("Lebanon")][:1] == ["country"]
    assert PLACES.table.find("Qaf-Qafqaf") == PLACES.table.find("") == ()


def test_the_table_is_small_and_its_source_is_named() -> None:
    packed = (resources.files("kashf.language.tables") / "places.tsv.gz").read_bytes()
    notice = (Path(__file__).parents[4] / "NOTICE").read_text(encoding="utf-8")

    assert len(packed) < 300_000
    assert "GeoNames" in notice
    assert "Attribution 4.0" in notice


def test_the_names_of_a_case_are_found_with_their_types() -> None:
    names = [
        ("أبو محمد الشمالي", MentionType.PERSON),
        ("Manara Brigade", MentionType.GROUP),
        ("x", MentionType.PERSON),
        ("", MentionType.GROUP),
    ]
    tagger = GazetteerTagger(case_entries(names), table="case")
    mentions = tagger.tag("التقى وأبو محمّد الشمالي at the manara\nbrigade", language="")

    assert [(mention.text, mention.type, mention.source, mention.score) for mention in mentions] == [
        ("أبو محمّد الشمالي", MentionType.PERSON, "gazetteer:case", 1.0),
        ("manara\nbrigade", MentionType.GROUP, "gazetteer:case", 1.0),
    ]


def test_the_longest_name_stands_where_several_begin() -> None:
    entries = [
        GazetteerName("صلاح", MentionType.PERSON),
        GazetteerName("صلاح الدين", MentionType.PLACE),
        GazetteerName("الدين", MentionType.GROUP),
    ]
    tagger = GazetteerTagger(entries, table="case")

    assert [mention.text for mention in tagger.tag("صلاح الدين صلاح", language="ar")] == ["صلاح الدين", "صلاح"]


def test_a_gazetteer_of_nothing_finds_nothing() -> None:
    assert list(GazetteerTagger((), table="case").tag("حلب", language="ar")) == []


def test_the_version_changes_with_the_names() -> None:
    one, same, other = (GazetteerTagger(case_entries([(name, MentionType.PERSON)]), table="case") for name in ("Omar", "omar", "Ali"))

    assert one.version == same.version
    assert one.version != other.version
    assert PlacesTagger().version == PLACES.version


@pytest.mark.parametrize("text", ["", "\u202e", "ﷺ", "بب" * 2500, "و" * 5000, "\ud800", "دير " * 5000, "al-" * 5000, "حلب،" * 5000])
def test_hostile_texts_cost_a_few_steps_a_character(text: str) -> None:
    places("حلب")  # the table is loaded once, whatever the text

    assert steps(lambda: places(text)) < 40 * len(text) + 1000
