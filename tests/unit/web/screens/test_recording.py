"""A recording with its quotes beside the player: typed, played from their time, confirmed and taken back, without scripts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kashf.domain.document import Reading, Reason, Status
from kashf.domain.pages.time_code import TimeRange
from kashf.domain.transcription.heard_quotes import HeardPassage
from kashf.domain.transcription.signed_words import ModelUsed
from kashf.services.case.open import OpenCase
from kashf.services.transcription.heard_lines import keep_output
from kashf.web.app import create_app
from tests.transcribed import TypedCase, typed_case
from tests.unit.web.conftest import PORT, TOKEN, NoSandbox, Visitor, openings


@pytest.fixture
def made(tmp_path: Path) -> TypedCase:
    made = typed_case(tmp_path)
    told = {"duration": "00:01:31.5"}
    made.read_anew(Reading(made.letter, "audio/wav", Status.PARTIAL, Reason.UNSUPPORTED, "not listened to", metadata=told))
    return made


@pytest.fixture
def reader(made: TypedCase) -> Iterator[Visitor]:
    with made.reading() as case:
        yield _visitor(made, case)


def _visitor(made: TypedCase, case: OpenCase) -> Visitor:
    app = create_app(case, NoSandbox(), token=TOKEN, port=PORT, openings=openings(case, lambda name: made.as_person(name or "amal")))
    visitor = Visitor(app)
    visitor.enter()
    assert 303 == visitor.post("/at-work", {"name": "Layla", "back": "/review"}).status_code
    return visitor


def test_a_quote_is_typed_with_its_time_and_leads_to_it(reader: Visitor, made: TypedCase) -> None:
    form = {"document": made.letter, "start": "0:05", "end": "0:07.5", "text": "bring the <b>fuel</b>"}

    assert 303 == reader.post("/heard", form).status_code

    page = reader.get(f"/recording?document={made.letter}").text
    assert "bring the &lt;b&gt;fuel&lt;/b&gt;" in page
    assert "t=5.0" in page
    (quote,) = reader.get(f"/recording?document={made.letter}&format=json").json()["quotes"]
    assert ("00:00:05", "00:00:07.5", "Layla") == (quote["from"], quote["to"], quote["by"])
    assert 303 == reader.post("/heard/undo", {"document": made.letter, "entry": quote["entry"]}).status_code
    assert [] == reader.get(f"/recording?document={made.letter}&format=json").json()["quotes"]


@pytest.mark.parametrize(("start", "end"), [("soon", "0:07"), ("0:07", "0:05"), ("5:00", "5:05")])
def test_a_time_that_cannot_be_is_refused(reader: Visitor, made: TypedCase, start: str, end: str) -> None:
    form = {"document": made.letter, "start": start, "end": end, "text": "bring the fuel"}

    assert 400 == reader.post("/heard", form).status_code


def test_a_draft_of_a_machine_is_marked_and_confirmed_verbatim_only(reader: Visitor, made: TypedCase) -> None:
    with made.as_person("Qasim") as case:
        said = (HeardPassage(TimeRange(5_000, 7_500), "bring the fuel"),)
        output = keep_output(case, made.letter, said, model=ModelUsed("toy", "a" * 64))
    assert "Draft by a machine" in reader.get(f"/recording?document={made.letter}").text

    form = {"document": made.letter, "start": "00:00:05", "end": "00:00:07.5", "output": output}
    assert 400 == reader.post("/heard", {**form, "text": "bring the food"}).status_code
    assert 303 == reader.post("/heard", {**form, "text": "bring the fuel"}).status_code
    (quote,) = reader.get(f"/recording?document={made.letter}&format=json").json()["quotes"]
    assert output == quote["machine"]


def test_a_page_of_paper_is_no_recording(reader: Visitor, made: TypedCase) -> None:
    assert 404 == reader.get(f"/recording?document={made.sure}").status_code
