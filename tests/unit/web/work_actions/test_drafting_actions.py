"""A measured model of a user drafts lines on request, with its error rate beside each; whoever is to type blind sees no draft."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import astuple
from pathlib import Path

import numpy as np
import pytest
from httpx import Response

from kashf.adapters.model_folder import FolderModels
from kashf.domain.ledger import EntryKind
from kashf.domain.pages.regions import Region
from kashf.domain.transcription.signed_words import PagePlace
from kashf.ports.models import ModelRoom
from kashf.ports.runtime import MemberWriter, Outcome, Task, Worker
from kashf.services.models.measure_model import TrueLine, measure_model
from kashf.services.transcription.keying import key_line
from kashf.services.transcription.line_regions import find_lines
from kashf.web.app import Openings, create_app
from tests.fakes import FakeBoxes, FakeClock, FakeWorker
from tests.toy_models import add_command, drawing
from tests.transcribed import FIRST, SECOND, THIRD, TypedCase, typed_case
from tests.unit.web.conftest import PORT, TOKEN, Visitor

PAGE = np.full((600, 100), 255, dtype=np.uint8)
DRAFT = "قافلة الى الوادي"


class Drawing:
    """A sandbox that draws one white page and finds no line on it."""

    grade = "none"

    def worker(self) -> Worker:
        return FakeWorker(_draw)


def _draw(task: Task, members: MemberWriter | None) -> Outcome:
    return Outcome({"regions": []}) if task.kind == "lines" else drawing(PAGE)(task, members)


def _read(task: Task, members: MemberWriter | None) -> Outcome:
    asked = len(task.payloads[0].splitlines()) - 1
    return Outcome({"lines": [{"line": number, "text": DRAFT, "confidence": 0.5} for number in range(asked)]})


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModelRoom:
    room = ModelRoom(FolderModels(tmp_path / "models"), FakeBoxes(_read))
    for module in ("screens.transcription", "work_actions.drafting_actions"):
        monkeypatch.setattr(f"kashf.web.{module}.model_room", lambda *_, **__: room)
    return room


@pytest.fixture
def made(tmp_path: Path) -> TypedCase:
    return typed_case(tmp_path)


@pytest.fixture
def reader(made: TypedCase) -> Iterator[Visitor]:
    ways = Openings(made.reading, lambda name: made.as_person(name or "Layla Haddad"), lambda *_: None)
    with made.reading() as case:
        someone = Visitor(create_app(case, Drawing(), token=TOKEN, port=PORT, openings=ways))
        someone.enter()
        yield someone


@pytest.fixture
def measured(made: TypedCase, room: ModelRoom, tmp_path: Path) -> ModelRoom:
    model = add_command(room, tmp_path, "pass", name="toy")
    lines = [TrueLine(made.page, Region(0, 2 * number, 9_000, 2 * number + 1), DRAFT + " هنا", FakeClock.time) for number in range(50)]
    with made.as_person("Layla Haddad") as case:
        measure_model(case, room, model, lines, worker=FakeWorker(_draw))
    return room


def address(made: TypedCase) -> str:
    return f"/transcription?document={made.letter}"


def words(reader: Visitor, made: TypedCase) -> str:
    return html.unescape(re.sub(r"<[^>]+>", "", reader.get(address(made)).text))


def ask(reader: Visitor, made: TypedCase) -> Response:
    return reader.post("/keyed/drafts", {"document": made.letter, "page": 1, "back": address(made)})


@pytest.mark.usefixtures("room")
def test_while_no_model_was_measured_none_can_be_asked(reader: Visitor, made: TypedCase) -> None:
    assert "/keyed/drafts" not in reader.get(address(made)).text
    assert "no model of handwriting" in html.unescape(ask(reader, made).text)


@pytest.mark.usefixtures("measured")
def test_a_draft_is_asked_for_put_on_record_and_shown_with_error_rate_and_day(reader: Visitor, made: TypedCase) -> None:
    assert "Ask toy for drafts (CER 20.0 % on 50 lines that people typed, " in words(reader, made)
    assert DRAFT not in words(reader, made)

    assert 303 == ask(reader, made).status_code

    with made.reading() as case:
        assert 1 == len(list(case.view.entries(kinds=(EntryKind.LINES_DRAFTED,))))
    page = reader.get(address(made)).text
    assert 3 == words(reader, made).count("Draft by toy, a machine: 20.0 % of letters wrong")
    assert ([DRAFT] * 3, [""] * 3) == (re.findall(r'data-draft="([^"]*)"', page), re.findall(r'class="typed"[^>]* value="([^"]*)"', page))
    assert "/keyed/drafts" not in page
    told = reader.get(address(made) + "&format=json").json()["drafts"]
    assert [(DRAFT, 0.2, True)] * 3 == [(each["text"], each["cer"]["rate"], each["is_draft"]) for each in told]


@pytest.mark.usefixtures("measured")
@pytest.mark.parametrize("is_drafted_before", [True, False])
def test_whoever_confirms_what_another_typed_sees_no_draft(reader: Visitor, made: TypedCase, *, is_drafted_before: bool) -> None:
    if is_drafted_before:
        ask(reader, made)
    with made.as_person("Omar Said") as case:
        key_line(case, made.page, FIRST, "send 40 tankers")
    if not is_drafted_before:
        ask(reader, made)

    assert 2 == reader.get(address(made)).text.count("data-draft")
    told = reader.get(address(made) + "&format=json").json()
    assert [SECOND.as_json(), THIRD.as_json()] == [each["region"] for each in told["drafts"]]
    assert [None, "rrt 44", "mmo"] == [line["draft"] for line in told["lines"]]


def test_lines_of_an_encrypted_page_are_looked_for_with_its_passwords(made: TypedCase) -> None:
    worker = FakeWorker(_draw)

    with made.reading() as case:
        find_lines(case, worker, made.letter, page=1, is_leftward=True, passwords=("open sesame",))

    assert [["open sesame"]] == [task.params["passwords"] for task in worker.asked]


def test_one_field_of_many_forms_is_drafted_with_the_error_rate_and_the_day_beside_it(
    made: TypedCase, measured: ModelRoom, reader: Visitor
) -> None:
    region = "500-1000-9500-1500"
    address = f"/fields?region={region}&q=printed"
    (sent,) = re.findall(r'name="documents" value="([^"]*)"', reader.get(address).text)

    form = {"documents": sent, "page": 1, "region": region, "back": address}
    assert 303 == reader.post("/keyed/field-drafts", form).status_code
    page = html.unescape(re.sub(r"<[^>]+>", "", reader.get(address).text))
    assert made.sure == sent
    assert DRAFT in page
    assert re.search(r"Draft by toy, a machine: [0-9.]+ % of letters wrong", page)
    assert "field-drafts" not in reader.get(address).text
    assert [DRAFT] == [draft["text"] for draft in reader.get(f"{address}&format=json").json()["drafts"]]


def test_a_field_that_somebody_typed_is_drafted_for_nobody(made: TypedCase, measured: ModelRoom, reader: Visitor) -> None:
    with made.as_person("Omar Said") as case:
        key_line(case, PagePlace(made.sure, 1), FIRST, "3 March")
    region = "-".join(map(str, astuple(FIRST)))

    form = {"documents": made.sure, "page": 1, "region": region, "back": "/fields"}
    assert 303 == reader.post("/keyed/field-drafts", form).status_code
    assert DRAFT not in reader.get(f"/fields?region={region}&q=printed").text
