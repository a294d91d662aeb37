from pathlib import Path

from kashf.domain.entity import Mention, MentionType, NameKey, PlacedMention
from kashf.services.names.screen import screen
from tests.fakes import FakeCaseView
from tests.searchable import case_of

PHONE = "0944 555 123"


def test_who_stands_in_a_text_is_found_though_no_name_was_found_there(tmp_path: Path) -> None:
    case = case_of(tmp_path, "From: Hugo Brandt <hb@example.de>", "nobody")

    found = screen(case, "Hugo Brandt\nMarta Oliveira\n", name="list")

    (hit,) = found.hits
    assert (True, "Hugo Brandt", 1) == (hit.is_in_text, hit.possible.name.text, hit.possible.name.mentions)
    assert ["2"] == [entry.id for entry in found.silent]


def test_the_child_of_a_listed_man_is_called_a_child_in_a_text_too(tmp_path: Path) -> None:
    case = case_of(tmp_path, "Samer is the son of Rami Salim al-Khuri")

    assert [True] == [hit.possible.is_child for hit in screen(case, "Rami Salim al-Khuri\n", name="list").hits]


def test_what_tells_people_apart_stands_beside_a_hit(tmp_path: Path) -> None:
    case = case_of(tmp_path, f"نادر الوردي هاتف {PHONE}")
    assert isinstance(case.view, FakeCaseView)
    (document,) = case.view.known
    at = len("نادر الوردي هاتف ")
    case.view.named = (
        PlacedMention(document, 1, NameKey("نادر الوردي"), Mention(0, 11, "نادر الوردي", MentionType.PERSON, "rules:test", 1.0)),
        PlacedMention(document, 1, NameKey(PHONE), Mention(at, at + len(PHONE), PHONE, MentionType.PHONE, "rules:test", 1.0)),
    )

    (hit,) = screen(case, "نادر الوردي\n", name="list").hits

    assert (False, (PHONE,)) == (hit.is_in_text, hit.beside)


def test_what_was_not_looked_through_is_told_beside_nothing(tmp_path: Path) -> None:
    found = screen(case_of(tmp_path, "oil"), "Hugo Brandt\n", name="list")

    assert ((), 2) == (found.hits, found.left_out.waiting)


def test_how_far_the_texts_are_is_told(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []

    screen(case_of(tmp_path, "oil"), "Hugo Brandt\nMarta Oliveira\n", name="list", report=lambda done, total: told.append((done, total)))

    assert [(1, 2), (2, 2)] == told
