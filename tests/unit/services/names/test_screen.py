from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from kashf.domain.entity import Mention, MentionType, NameKey, PlacedMention
from kashf.services.names.count import count_name
from kashf.services.names.screen import identifiers_beside, screen
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

    assert (False, (PHONE,)) == (hit.is_in_text, identifiers_beside(case, hit.place))


def test_what_was_not_looked_through_is_told_beside_nothing(tmp_path: Path) -> None:
    found = screen(case_of(tmp_path, "oil"), "Hugo Brandt\n", name="list")

    assert ((), 2) == (found.hits, found.left_out.waiting)


def test_how_far_the_texts_are_is_told(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []

    screen(case_of(tmp_path, "oil"), "Hugo Brandt\nMarta Oliveira\n", name="list", report=lambda done, total: told.append((done, total)))

    assert [(1, 2), (2, 2)] == told


TEXTS = (
    "From: Hugo Brandt <hb@example.de>\nTo: Marta Oliveira",
    "Hugo Brandt and Hugo Brandt again; Brandt, Hugo; Hugo Brand",
    "كتب هوغو برانت إلى رامي الخوري، وحضر رامي بن سليم الخوري",
    "Samer is the son of Rami Salim al-Khuri",
)


@pytest.mark.parametrize(
    "name", ["Hugo Brandt", "Marta Oliveira", "Rami Salim al-Khuri", "رامي سليم الخوري", "Lena Brandt", "Rami Oliveira"]
)
def test_a_listed_name_stands_in_as_many_places_as_a_count_finds(name: str, tmp_path: Path) -> None:
    case = case_of(tmp_path, *TEXTS)

    hits = screen(case, f"{name}\n", name="list").hits

    assert count_name(case, name).mentions == sum(hit.possible.name.mentions for hit in hits if hit.is_in_text)


def test_many_entries_are_found_as_each_alone_is(tmp_path: Path) -> None:
    case, names = case_of(tmp_path, *TEXTS), ["Hugo Brandt", "Marta Oliveira", "Rami Salim al-Khuri", "Lena Brandt"] * 30

    alone = [[hit.possible.name.text for hit in screen(case, f"{name}\n", name="list").hits] for name in names[:4]]
    together = screen(case, "\n".join(names), name="list").by_entry()

    assert alone * 30 == [[hit.possible.name.text for hit in together.get(str(line), ())] for line in range(1, len(names) + 1)]


def test_a_listed_woman_is_found_behind_an_and_that_is_written_onto_her_name(tmp_path: Path) -> None:
    case = case_of(tmp_path, "حضر أبو زيد وأم ياسر الحلبية")

    assert ["أم ياسر الحلبية"] == [hit.possible.name.text for hit in screen(case, "أم ياسر الحلبية\n", name="list").hits]


class _RecordingView(FakeCaseView):
    """Records how often the word list was asked."""

    asked: int = 0

    def words_with(self, skeletons: Sequence[str]) -> Mapping[str, tuple[str, ...]]:
        self.asked += 1
        return super().words_with(skeletons)


def test_the_word_list_is_asked_once_for_many_and_the_index_never_for_whom_no_word_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = case_of(tmp_path, "oil")
    assert isinstance(case.view, FakeCaseView)
    view = _RecordingView(is_so=case.view.is_so, known=case.view.known, texts=case.view.texts, words=case.view.words)
    found: list[object] = []
    monkeypatch.setattr("kashf.services.names.counting.undecided.ask", lambda _case, question, **_: found.append(question))
    monkeypatch.setattr("kashf.services.names.counting.undecided.ask_pages", lambda _case, question, **_: found.append(question))

    screen(replace(case, view=view), "\n".join(f"Hugo{number} Brandt" for number in range(100)), name="list")

    assert (1, []) == (view.asked, found)
