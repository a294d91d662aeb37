from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from kashf.adapters.draft_folder import FolderDrafts
from kashf.adapters.model_folder import FolderModels
from kashf.domain.document import Reason
from kashf.domain.ids import DocumentId
from kashf.domain.ledger import EntryKind, chain_faults
from kashf.domain.models.installed import Model, ModelKind
from kashf.domain.pages.regions import Region
from kashf.domain.transcription.signed_words import PagePlace
from kashf.errors import RefusedModelError, UnmeasuredModelError, UsageError
from kashf.ports.models import ModelRoom
from kashf.ports.runtime import MemberWriter, Outcome, Task
from kashf.services.case.open import WritableCase
from kashf.services.models.draft_lines import DraftDesk, draft_lines
from kashf.services.models.measure_model import TrueLine, measure_model, measurements
from kashf.show.models.model_answers import draft_answer, measured_words
from kashf.show.wording import wording
from tests.fakes import FakeBoxes, FakeClock, FakeWorker
from tests.searchable import BARE
from tests.toy_models import add_command, drawing, drawn_case
from tests.unit.web.named import Notebook

TRUTHS = tuple(f"قافلة رقم {number} الى الوادي" for number in range(60))
PLACE = PagePlace(BARE.id, 1)
PAGE = np.full((600, 100), 255, dtype=np.uint8)
EARLIER, LATER = FakeClock.time - dt.timedelta(hours=1), FakeClock.time + dt.timedelta(hours=1)


def line(number: int, *, place: PagePlace = PLACE, typed: str = "", when: dt.datetime = EARLIER) -> TrueLine:
    return TrueLine(place, region(number), typed or TRUTHS[number], when)


def region(number: int) -> Region:
    return Region(0, number * 160, 10_000, number * 160 + 150)


LINES = tuple(map(line, range(60)))


class Reading:
    """A model that reads as a function of the truths says, and counts the lines that it was asked."""

    def __init__(self, reads: Callable[[str], str], truths: Sequence[str] = TRUTHS) -> None:
        self.reads, self.truths, self.asked = reads, truths, 0

    def __call__(self, task: Task, members: MemberWriter | None) -> Outcome:
        lines = [json.loads(line) for line in task.payloads[0].splitlines()[1:]]
        self.asked += len(lines)
        return Outcome(
            {"lines": [{"line": each["line"], "text": self.reads(self.truths[each["line"]]), "confidence": 0.5} for each in lines]}
        )


def in_order(lines: Sequence[TrueLine]) -> tuple[str, ...]:
    """Return what a fake has to read when it gets these lines: in the order in which they are measured."""
    from kashf.services.models.measure_model import _digest

    return tuple(each.typed for each in sorted(sorted(lines, key=_digest), key=lambda each: each.place))


@pytest.fixture
def notebook(tmp_path: Path) -> Notebook:
    return Notebook(drawn_case(tmp_path))


@pytest.fixture
def case(notebook: Notebook) -> WritableCase:
    with notebook.decide("layla") as case:
        return case


@pytest.fixture
def model(tmp_path: Path) -> Model:
    return add_command(ModelRoom(FolderModels(tmp_path / "models"), FakeBoxes(Reading(str))), tmp_path, "pass")


def room(tmp_path: Path, reading: Reading) -> ModelRoom:
    return ModelRoom(FolderModels(tmp_path / "models"), FakeBoxes(reading))


def drawer() -> FakeWorker:
    return FakeWorker(drawing(PAGE))


def test_a_model_that_reads_all_rightly_is_measured_so_and_it_is_on_record_without_a_word(
    notebook: Notebook, case: WritableCase, model: Model, tmp_path: Path
) -> None:
    found = measure_model(case, room(tmp_path, Reading(str, in_order(LINES))), model, LINES, worker=drawer()).found

    assert (60, 0, 0.0, 0.0) == (found.lines, found.letters.errors, found.letters.low, found.letters.high)
    assert found.letters.of == sum(map(len, TRUTHS))
    (entry,) = notebook.entries
    assert (EntryKind.MODEL_MEASURED, "layla", False) == (entry.kind, entry.actor, entry.is_custody)
    assert "قافلة" not in json.dumps(dict(entry.body), ensure_ascii=False)
    assert () == chain_faults(notebook.case.view.entries())
    assert {model.id: found} == {id: past.found for id, past in measurements(notebook.case.view).items()}


def test_a_bad_model_is_measured_as_bad_as_it_is_and_its_number_is_shown(case: WritableCase, model: Model, tmp_path: Path) -> None:
    bad = Reading(lambda truth: "x" * len(truth), in_order(LINES))

    measured = measure_model(case, room(tmp_path, bad), model, LINES, worker=drawer())

    assert (1.0, 1.0, 1.0) == (measured.found.letters.value, measured.found.letters.low, measured.found.words.value)
    assert measured.found.values.value > 0.9
    said = "Draft by toy, a machine: 100.0 % of letters wrong (100.0 to 100.0 %) on 60 lines that people typed, 2 May 2016"
    assert said == measured_words(wording("en"), measured)
    assert "١٠٠٫٠٪" in measured_words(wording("ar"), measured)


def test_a_model_that_misreads_numbers_alone_has_them_told_apart(case: WritableCase, model: Model, tmp_path: Path) -> None:
    blind = Reading(lambda truth: "".join("7" if letter.isdigit() else letter for letter in truth), in_order(LINES))

    found = measure_model(case, room(tmp_path, blind), model, LINES, worker=drawer()).found

    assert found.letters.value < 0.1
    assert found.values.value > 0.8


def test_with_fewer_than_fifty_lines_it_is_said_how_many_are_missing_and_nothing_is_run(
    notebook: Notebook, case: WritableCase, model: Model, tmp_path: Path
) -> None:
    reading = Reading(str)

    with pytest.raises(UnmeasuredModelError, match="here are 49, so 1 is missing"):
        measure_model(case, room(tmp_path, reading), model, LINES[:49], worker=drawer())
    assert ([], 0) == (notebook.entries, reading.asked)


def test_lines_in_which_people_were_not_sure_do_not_measure(case: WritableCase, model: Model, tmp_path: Path) -> None:
    doubtful = (line(0, typed="الى [قاطع?]"), line(1, typed="[...]"), *LINES[2:])

    found = measure_model(case, room(tmp_path, Reading(str, in_order(LINES[2:]))), model, doubtful, worker=drawer()).found

    assert (58, 2, 0) == (found.lines, found.doubtful, found.letters.errors)


def test_lines_that_were_keyed_when_a_draft_was_there_measure_that_model_no_more(
    notebook: Notebook, case: WritableCase, model: Model, tmp_path: Path
) -> None:
    perfect = Reading(str, in_order(LINES))
    models = room(tmp_path, perfect)
    measure_model(case, models, model, LINES, worker=drawer())
    desk = DraftDesk(models, drawer(), FolderDrafts(tmp_path / "drafts"))
    draft_lines(case, desk, PLACE, [region(number) for number in range(20)])
    helped = [replace(each, when=LATER) for each in LINES[:20]]

    with pytest.raises(UnmeasuredModelError, match="here are 40, so 10 are missing; 20 lines keyed when its draft was there left out"):
        measure_model(case, models, model, (*helped, *LINES[20:]), worker=drawer())
    assert 0 == measure_model(case, models, model, LINES, worker=drawer()).found.helped


def test_lines_keyed_before_the_draft_and_drafts_of_other_models_or_pages_take_nothing_away(
    case: WritableCase, model: Model, tmp_path: Path
) -> None:
    models = room(tmp_path, Reading(str, in_order(LINES)))
    other = add_command(models, tmp_path, "pass # other", name="other")
    for each in (model, other):
        measure_model(case, models, each, LINES, worker=drawer())
    elsewhere = PagePlace(DocumentId(f"{1:064x}"[::-1]), 1)
    desk = DraftDesk(models, drawer(), FolderDrafts(tmp_path / "drafts"))
    draft_lines(case, desk, elsewhere, [region(0)], model=model)
    draft_lines(case, desk, PLACE, [region(0)], model=other)
    later = tuple(replace(each, when=LATER) for each in LINES)

    assert 0 == measure_model(case, models, model, later, worker=drawer()).found.helped
    assert 1 == measure_model(case, models, other, later, worker=drawer()).found.helped


def test_lines_of_a_page_that_cannot_be_drawn_are_left_out_and_counted(case: WritableCase, model: Model, tmp_path: Path) -> None:
    def draws(task: Task, members: MemberWriter | None) -> Outcome:
        return drawing(PAGE)(task, members) if task.params["page"] == 1 else Outcome(None, Reason.DAMAGED)

    broken = tuple(line(number, place=PagePlace(BARE.id, 2)) for number in range(3))

    found = measure_model(case, room(tmp_path, Reading(str, in_order(LINES))), model, (*LINES, *broken), worker=FakeWorker(draws)).found

    assert (60, 3) == (found.lines, found.undrawn)


def test_a_model_that_breaks_is_not_measured_and_the_case_is_as_it_was(
    notebook: Notebook, case: WritableCase, model: Model, tmp_path: Path
) -> None:
    broken = ModelRoom(FolderModels(tmp_path / "models"), FakeBoxes(lambda task, members: Outcome(None, Reason.CRASHED)))

    with pytest.raises(RefusedModelError, match="it crashed"):
        measure_model(case, broken, model, LINES, worker=drawer())
    assert [] == notebook.entries


def test_a_model_of_translation_is_not_measured_on_lines_of_writing(case: WritableCase, tmp_path: Path) -> None:
    models = room(tmp_path, Reading(str))
    translator = add_command(models, tmp_path, "pass", kind=ModelKind.TRANSLATION)

    with pytest.raises(UsageError, match="only models of handwriting"):
        measure_model(case, models, translator, LINES, worker=drawer())


def test_a_model_that_was_not_measured_drafts_nothing(notebook: Notebook, case: WritableCase, model: Model, tmp_path: Path) -> None:
    reading = Reading(str)
    desk = DraftDesk(room(tmp_path, reading), drawer(), FolderDrafts(tmp_path / "drafts"))

    for asked in (None, model):
        with pytest.raises(UnmeasuredModelError, match="drafts nothing before"):
            draft_lines(case, desk, PLACE, [region(0)], model=asked)
    assert ([], 0) == (notebook.entries, reading.asked)


def test_a_draft_carries_its_error_rate_and_day_and_is_made_once(
    notebook: Notebook, case: WritableCase, model: Model, tmp_path: Path
) -> None:
    reading = Reading(str, in_order(LINES))
    models = room(tmp_path, reading)
    measure_model(case, models, model, LINES, worker=drawer())
    desk = DraftDesk(models, drawer(), FolderDrafts(tmp_path / "drafts"))
    before = reading.asked

    first = draft_lines(case, desk, PLACE, [region(0), region(1)])
    again = draft_lines(case, desk, PLACE, [region(0), region(1)])

    assert first == again
    assert 2 == reading.asked - before
    answer = draft_answer(first[0])
    assert (True, model.id, 0.0, 60) == (answer["is_draft"], answer["model"], answer["cer"]["rate"], answer["lines"])
    assert "2016-05-02T09:30:00.000000Z" == answer["measured"]
    assert [EntryKind.MODEL_MEASURED, EntryKind.LINES_DRAFTED] == [entry.kind for entry in notebook.entries]


def test_a_draft_in_the_cache_that_cannot_be_is_made_anew(case: WritableCase, model: Model, tmp_path: Path) -> None:
    reading = Reading(str, in_order(LINES))
    models = room(tmp_path, reading)
    measure_model(case, models, model, LINES, worker=drawer())
    desk = DraftDesk(models, drawer(), FolderDrafts(tmp_path / "drafts"))
    first = draft_lines(case, desk, PLACE, [region(0)])
    (kept,) = (tmp_path / "drafts").iterdir()
    kept.write_text('{"line": 0, "text": "x", "confidence": 7}')

    assert first == draft_lines(case, desk, PLACE, [region(0)])


def test_without_a_name_the_model_with_the_fewest_errors_drafts(case: WritableCase, model: Model, tmp_path: Path) -> None:
    good = room(tmp_path, Reading(str, in_order(LINES)))
    other = add_command(good, tmp_path, "pass # other", name="other")
    measure_model(case, room(tmp_path, Reading(lambda truth: "x", in_order(LINES))), other, LINES, worker=drawer())
    measure_model(case, good, model, LINES, worker=drawer())

    (draft,) = draft_lines(case, DraftDesk(good, drawer(), FolderDrafts(tmp_path / "drafts")), PLACE, [region(0)])

    assert model.id == draft.model
