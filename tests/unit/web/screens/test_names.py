"""Names on the screen: lists, dossiers with a way to every place behind every number, who stands beside whom."""

from __future__ import annotations

import re
from urllib.parse import quote

import pytest

from tests.unit.web.conftest import Visitor

SHAMALI = "/name?type=PER&name=" + quote("أبو محمد الشمالي")
BESIDE = SHAMALI.replace("/name", "/network")


def page(reader: Visitor, path: str) -> str:
    answer = reader.get(path)
    assert 200 == answer.status_code, answer.text
    return answer.text


def test_people_are_listed_with_their_counts_and_lead_to_their_dossiers(reader: Visitor) -> None:
    shown = page(reader, "/names")

    assert "Abu Mohammed al-Adnani" in shown
    assert "Liwa al-Yaqut" not in shown
    assert f'href="{SHAMALI}'.replace("%D8%A3", "").split("name=")[0] in shown


@pytest.mark.parametrize(("tab", "name"), [("ORG", "Liwa al-Yaqut"), ("LOC", "القلعة")])
def test_groups_and_places_have_lists_of_their_own(reader: Visitor, tab: str, name: str) -> None:
    assert name in page(reader, f"/names?type={tab}")


def test_names_are_searched_within(reader: Visitor) -> None:
    shown = page(reader, "/names?containing=adnani")

    assert "al-Adnani" in shown
    assert "al-Shamali" not in shown


def test_a_list_without_such_a_name_says_so(reader: Visitor) -> None:
    assert "No such name was found." in page(reader, "/names?containing=zebra")


def test_the_dossier_counts_mentions_files_and_what_is_undecided(reader: Visitor) -> None:
    count = reader.get(SHAMALI + "&format=json").json()

    assert (3, 3, 3, 1) == tuple(count[key] for key in ("mentions", "documents", "without_copies", "undecided"))
    shown = page(reader, SHAMALI)
    assert "<b>3</b> mentions</a> in 3 files" in shown
    assert "between {} and {}".format(*count["interval"]) in shown


def test_every_number_of_the_dossier_leads_to_as_many_places(reader: Visitor) -> None:
    shown = page(reader, SHAMALI)
    links = re.findall(r'<a href="(/name\?[^"]+#places)">(?:<bdi>[^<]*</bdi>|(\d+)|<b>(\d+)</b>[^<]*)</a>', shown)
    numbered = [(link.replace("&amp;", "&").split("#")[0], int(one or other)) for link, one, other in links if one or other]

    assert len(numbered) >= 4
    for link, number in numbered:
        assert number == reader.get(link).text.count('class="place"'), link


def test_a_place_leads_to_its_document_with_the_place_marked(reader: Visitor) -> None:
    places = reader.get(SHAMALI + "&format=json").json()["places"]

    for place in places:
        href = f"/document/{place['document']}?at={place['start']}-{place['end']}"
        assert href.replace("&", "&amp;") in page(reader, SHAMALI)
        assert place["text"] in page(reader, href)


def test_another_mans_name_is_warned_of(reader: Visitor) -> None:
    shown = page(reader, SHAMALI)

    assert "Easily taken for another" in shown
    assert "same kunya, another nisba: probably another man" in shown


def test_in_arabic_the_reasons_are_arabic(reader: Visitor) -> None:
    shown = page(reader, SHAMALI + "&lang=ar")

    assert "كنية واحدة ونسبة مختلفة: رجل آخر على الأرجح" in shown
    assert "probably" not in shown


def test_without_an_audit_nobody_claims_to_know_how_many_hits_are_right(reader: Visitor) -> None:
    assert "Nobody has looked at drawn hits yet" in page(reader, SHAMALI)


def test_a_name_that_stands_nowhere_is_not_found(reader: Visitor) -> None:
    assert 404 == reader.get("/name?type=PER&name=Zebra").status_code
    assert 404 == reader.get("/name?type=LOC&name=Zebra").status_code


def test_places_and_groups_have_dossiers_without_levels(reader: Visitor) -> None:
    shown = page(reader, "/name?type=ORG&name=Liwa al-Yaqut")

    assert "<b>1</b> mention</a> in 1 file" in shown
    assert "candidates" not in shown


def test_who_stands_beside_comes_with_chance_and_a_warning_about_what_it_means(reader: Visitor) -> None:
    shown = page(reader, BESIDE)

    assert "Standing together in files says nothing about knowing each other." in shown
    assert "Liwa al-Yaqut" in shown
    links = reader.get(BESIDE + "&format=json").json()["links"]
    assert all({"expected", "chance", "adjusted"} <= link.keys() for link in links)


def test_a_documents_page_names_who_is_named_on_it(reader: Visitor) -> None:
    place = reader.get(SHAMALI + "&format=json").json()["places"][0]

    assert "Named on this page" in page(reader, f"/document/{place['document']}")


@pytest.mark.parametrize("path", ["/names", "/name?type=PER&name=Abu Mohammed al-Adnani", "/review", "/audit?name=al-Shamali"])
@pytest.mark.parametrize(("format", "kind"), [("json", "application/json"), ("csv", "text/csv; charset=utf-8")])
def test_every_screen_has_its_twins(reader: Visitor, path: str, format: str, kind: str) -> None:
    answer = reader.get(f"{path}{'&' if '?' in path else '?'}format={format}")

    assert (200, kind) == (answer.status_code, answer.headers["content-type"])
    assert answer.content


@pytest.mark.parametrize("part", ["level=all", "month=2014", "page=0", "type=XYZ", "view=map", "document=../x", "name="])
def test_a_misspelled_part_of_an_address_is_refused(reader: Visitor, part: str) -> None:
    assert 400 == reader.get(f"/name?name=x&{part}").status_code
