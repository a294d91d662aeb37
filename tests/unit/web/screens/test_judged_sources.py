"""The desk sees what the record of a source is worth, with what always stands beside it, and never a figure for what was not checked."""

from __future__ import annotations

import html
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kashf.bootstrap import open_case
from kashf.domain.judged_sources.source_entries import CheckOutcome
from kashf.services.judged_sources.write_source import CheckOfBatch, check_batch, grade_source, name_parent
from kashf.services.ledger.code_names import add_source
from kashf.web.app import create_app
from kashf.web.screens.judged_sources import source_address
from tests.transcribed import typed_case
from tests.unit.web.conftest import PORT, TOKEN, NoSandbox, Visitor

CHECK = CheckOfBatch("spring", CheckOutcome.GENUINE, "letters", "held against the archive", "source", "Rana")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Visitor]:
    made = typed_case(tmp_path)
    with made.as_person("Nour") as case:
        for name in ("kestrel-2", "flint-3"):
            add_source(case, name)
        for batch in ("spring", "summer", "autumn"):
            check_batch(case, "kestrel-2", replace(CHECK, batch=batch))
        name_parent(case, "kestrel-2", "flint-3")
    case = open_case(made.path)
    someone = Visitor(create_app(case, NoSandbox(), token=TOKEN, port=PORT))
    assert 303 == someone.enter().status_code
    yield someone
    case.close()


def test_a_letter_stands_beside_the_number_of_batches_and_who_chose_them(desk: Visitor) -> None:
    shown = html.unescape(desk.get("/source/kestrel-2?lang=en").text)

    for words in ("<b>D</b>", "(channel, 3 batches checked)", "chose every batch", "0.4729", "does not raise it", 'href="/source/flint-3"'):
        assert words in shown
    assert "قناة" in desk.get("/source/kestrel-2?lang=ar").text


def test_what_was_never_checked_has_no_figure(desk: Visitor) -> None:
    shown = html.unescape(desk.get("/source/flint-3?lang=en").text)

    assert "no batch was checked" in shown
    assert "too little record" in shown
    assert "0.5" not in shown.partition("<main")[2].partition("</main")[0]


def test_the_list_and_its_twins_say_the_same(desk: Visitor) -> None:
    told = {each["code_name"]: each for each in desk.get("/sources?format=json").json()["sources"]}

    assert ("D", "F") == (told["kestrel-2"]["letter"], told["flint-3"]["letter"])
    assert 'href="/source/kestrel-2"' in desk.get("/sources?lang=en").text
    assert '"kestrel-2","D","D","3","0","0","0.8000","0.4729","3"' in desk.get("/sources?format=csv").text
    assert "held against the archive" in desk.get("/source/kestrel-2?format=csv").text
    assert told["kestrel-2"] == desk.get("/source/kestrel-2?format=json").json()
    assert 404 == desk.get("/source/gannet-9").status_code


def test_both_letters_are_shown_when_one_was_set_by_hand(tmp_path: Path) -> None:
    made = typed_case(tmp_path)
    with made.as_person("Nour") as case:
        add_source(case, "kestrel-2")
        grade_source(case, "kestrel-2", "B", "known for years")
    case = open_case(made.path)
    someone = Visitor(create_app(case, NoSandbox(), token=TOKEN, port=PORT))
    someone.enter()
    shown = html.unescape(someone.get("/source/kestrel-2?lang=en").text)
    case.close()

    assert all(words in shown for words in ("<b>B</b>", "known for years", "the record gives F"))


def test_a_name_that_no_address_can_hold_has_none() -> None:
    assert ["/source/kestrel-2", "/source/a%20%3F", "", "", ""] == [source_address(name) for name in ("kestrel-2", "a ?", "a/b", "..", " ")]
