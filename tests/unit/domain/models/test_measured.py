from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import pytest

from kashf.domain.ids import DocumentId, Json
from kashf.domain.ledger import GENESIS, Entry, EntryKind
from kashf.domain.models.installed import Model, ModelKind, PinnedFile, RunBy
from kashf.domain.models.measured import DRAFTED, MEASUREMENTS, ErrorRate, Measurement, drafted_body, measured_body
from kashf.domain.pages.regions import Region
from kashf.domain.transcription.signed_words import PagePlace
from kashf.errors import DamagedCaseError

MODEL = Model("toy", ModelKind.HANDWRITING, RunBy.ONNX, (), (PinnedFile("toy.onnx", 3, "a" * 64),))
RATE = ErrorRate(3, 40, 0.025, 0.125)
FOUND = Measurement(MODEL.id, "toy", ModelKind.HANDWRITING, 50, "b" * 64, RATE, RATE, RATE, 1, 2, 3, 7)
PLACE = PagePlace(DocumentId("c" * 64), 4)


def entry(kind: EntryKind, body: Mapping[str, Json], *, minute: int = 0) -> tuple[Entry, str]:
    told = Entry("d" * 32 + "/work", minute, GENESIS, dt.datetime(2031, 4, 5, 10, minute, tzinfo=dt.UTC), "amal", kind, body)
    return told, told.id


def test_a_measurement_comes_back_from_the_ledger_as_it_was() -> None:
    told = MEASUREMENTS.fold([entry(EntryKind.MODEL_MEASURED, measured_body(FOUND))])  # type: ignore[list-item]  # an id is a text

    assert {MODEL.id: FOUND} == {model: past.found for model, past in told.items()}
    assert "amal" == told[MODEL.id].who


def test_the_last_measurement_of_a_model_counts() -> None:
    later = Measurement(MODEL.id, "toy", ModelKind.HANDWRITING, 60, "b" * 64, RATE, RATE, RATE, 0, 0, 0, 7)
    entries = [entry(EntryKind.MODEL_MEASURED, measured_body(each), minute=at) for at, each in enumerate((FOUND, later))]

    assert 60 == MEASUREMENTS.fold(entries)[MODEL.id].found.lines  # type: ignore[arg-type]  # an id is a text


def test_drafted_lines_are_told_by_model_page_and_region() -> None:
    (told,) = DRAFTED.fold([entry(EntryKind.LINES_DRAFTED, drafted_body(MODEL, PLACE, [Region(0, 0, 10, 10)]))])  # type: ignore[list-item]  # an id is a text

    assert (MODEL.id, PLACE, (Region(0, 0, 10, 10),)) == (told.model, told.place, told.regions)


@pytest.mark.parametrize(("name", "value"), [("letters", None), ("lines", "50"), ("kind", "x"), ("seed", True), ("values", {"errors": 1})])
def test_a_measurement_that_cannot_be_read_is_told_as_damage(name: str, value: Json) -> None:
    with pytest.raises(DamagedCaseError, match="no measurement"):
        MEASUREMENTS.fold([entry(EntryKind.MODEL_MEASURED, {**measured_body(FOUND), name: value})])  # type: ignore[list-item]  # an id is a text


@pytest.mark.parametrize(("name", "value"), [("regions", "x"), ("regions", [[1]]), ("page", "4"), ("model", None)])
def test_lines_drafted_nowhere_are_told_as_damage(name: str, value: Json) -> None:
    body = {key: told for key, told in {**drafted_body(MODEL, PLACE, [Region(0, 0, 10, 10)]), name: value}.items() if told is not None}

    with pytest.raises(DamagedCaseError, match="names no lines"):
        DRAFTED.fold([entry(EntryKind.LINES_DRAFTED, body)])  # type: ignore[list-item]  # an id is a text


def test_a_rate_of_nothing_is_nothing_and_another_file_or_kind_makes_another_model() -> None:
    assert (0.0, 0.075) == (ErrorRate(0, 0, 0.0, 1.0).value, RATE.value)
    others = [
        Model("toy", ModelKind.HANDWRITING, RunBy.ONNX, (), (PinnedFile("toy.onnx", 3, "b" * 64),)),
        Model("toy", ModelKind.SPEECH, RunBy.ONNX, (), MODEL.files),
        Model("toy", ModelKind.HANDWRITING, RunBy.COMMAND, ("python", "toy.onnx"), MODEL.files),
    ]
    assert 4 == len({MODEL.id, *(each.id for each in others)})
    assert MODEL.id == Model("renamed", MODEL.kind, MODEL.run_by, (), MODEL.files).id
