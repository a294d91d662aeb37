from __future__ import annotations

from kashf.domain.document import Span
from kashf.domain.ids import DocumentId
from kashf.events.places.place_lookup import Gazetteer
from kashf.events.places.said_place import said_place
from kashf.language.places.place_table import shipped_places
from kashf.services.places.list_places import PlaceList, answers_of, place_papers
from kashf.services.places.named_places import NamedThere, Papers, PlacesPaper
from kashf.show.places.place_lines import HEADER, left_out_of_places, place_lines, place_rows, places_answer

PAPER = DocumentId("a" * 64)


def listed(*said: str) -> PlaceList:
    places = tuple(NamedThere(Span(PAPER, 1, at * 40, at * 40 + len(text)), said_place(text), "named") for at, text in enumerate(said))
    papers = Papers([PlacesPaper(PAPER, "", places)], copies=2)
    rows = answers_of(place_papers(papers, Gazetteer(shipped_places()), ()))
    return PlaceList(tuple(rows), len(rows), {"point": 1}, 1, papers, ())


def test_what_cannot_be_told_is_listed_with_its_candidates_and_their_parts() -> None:
    (row,) = listed("Tripoli").rows
    lines = list(place_lines(row, with_candidates=False))

    assert "cannot tell" in lines[0]
    assert any("LB" in line and "size +" in line for line in lines[1:])


def test_a_province_is_told_as_somewhere_in_it_and_a_name_nobody_knows_as_such() -> None:
    told = "\n".join(line for row in listed("محافظة حمص", "Qaf-Qafqaf").rows for line in place_lines(row, with_candidates=True))

    assert "somewhere in" in told
    assert "no gazetteer has it" in told
    assert f"{PAPER[:12]}#1:0-10" in told


def test_rows_fit_their_heading_and_json_says_what_was_left_out() -> None:
    found = listed("Tripoli")
    answer = places_answer(found)

    assert {len(HEADER)} == {len(row) for row in place_rows(found)}
    assert 2 == answer["copies"]
    assert ["cannot tell"] == [row["state"] for row in answer["places"]]
    assert "2 copies counted once" in left_out_of_places(found)
