"""The loop that reads, indexes and names what waits: in which order it commits, and what a power cut between two commits costs."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from itertools import count
from pathlib import Path
from shutil import copyfile
from types import MappingProxyType

import pytest

from kashf.adapters.folder_blobs import FolderBlobs
from kashf.adapters.records.store import SqlStore
from kashf.domain.document import Reason
from kashf.domain.entity import Mention, MentionType
from kashf.domain.ids import DocumentId
from kashf.ports.runtime import MemberWriter, Outcome, Task
from kashf.ports.stages import INDEX, QUOTES, READ, STAGES
from kashf.ports.taggers import TaggerKit
from kashf.ports.views import Totals
from kashf.services.case.copies.witnesses import group_copies
from kashf.services.case.open import OpenCase, WritableCase
from kashf.services.case.printed_forms import keep_forms
from kashf.services.ingest.looking.find_in_texts import find_in
from kashf.services.ingest.looking.sent_texts import unpacked_texts
from kashf.services.ingest.process import Delivery, add, process, text_versions
from kashf.services.ingest.readers import HowToRead
from kashf.services.ingest.stage_work import Progress
from kashf.services.ingest.whole.case_stages import case_stages
from tests.fakes import GOOD, Answer, FakeClock, FakeSandbox, FakeSealed, FakeWorker
from tests.recording import Journal, PowerCutError, RecordingIndex, RecordingStore

QUOTED_MAIL = "Omar brings the papers of the depot tomorrow at nine"
#: More than one kind of step each: texts travel together, the third file alone.
LEAK = {"one.txt": "then Omar came", "two.txt": "nobody came", "three.pdf": "Omar and Omar"}


@dataclass
class OmarTagger:
    """Finds one name, and remembers what it looked through."""

    version: str = "1"
    name: str = "omar"
    looked_through: list[str] = field(default_factory=list)

    def tag(self, text: str, *, language: str) -> Sequence[Mention]:
        self.looked_through.append(text)
        found = re.finditer("Omar", text)
        return [Mention(each.start(), each.end(), each[0], MentionType.PERSON, "rules:omar", 1.0) for each in found]


def reads(task: Task, members: MemberWriter | None, *, engines: Mapping[str, str] = MappingProxyType({})) -> Outcome:
    """Answer with what stands in the files."""
    answers = [{**GOOD, "engines": dict(engines), "pages": [{**GOOD["pages"][0], "text": source.read_text()}]} for source in task.sources]
    return Outcome({"answers": answers} if task.kind == "texts" else answers[0])


def read_as_mail(task: Task, members: MemberWriter | None) -> Outcome:
    """Answer with what stands in the files, as mail that quotes from the first ">" on."""
    answers = [_mail(source.read_text()) for source in task.sources]
    return Outcome({"answers": answers} if task.kind == "texts" else answers[0])


def _mail(text: str) -> dict[str, object]:
    marks = [[text.index(">"), len(text), "quoted"]] if ">" in text else []
    return {**GOOD, "type": "message/rfc822", "pages": [{**GOOD["pages"][0], "text": text, "marks": marks}]}


@dataclass
class Ingest:
    """A case in which every commit is noted; `journal` and `index` are those of the last time it was opened."""

    folder: Path
    index: RecordingIndex = field(default_factory=RecordingIndex)
    tagger: OmarTagger = field(default_factory=OmarTagger)
    told: list[Progress] = field(default_factory=list)
    answer: FakeWorker = field(default_factory=lambda: FakeWorker(reads))
    look: Answer | None = None
    retry_failed: bool = False

    def add(self) -> None:
        """Receive the leak."""
        leak = self.folder / "leak"
        leak.mkdir(exist_ok=True)
        for name, text in LEAK.items():
            (leak / name).write_text(text)
        with self.opened() as case:
            add(case, [leak], Delivery("courier"), report=self.told.append)

    def process(self, *, cut_before: int = -1) -> Totals:
        """Do what waits; the power goes before a step, if one is given."""
        with self.opened(cut_before) as case:
            how = HowToRead(workers=1, retry_failed=self.retry_failed)
            sandbox = FakeSandbox(self.answer, [self.tagger])
            sandbox.texts.answer = self.look or sandbox.texts.answer
            return process(case, sandbox, how, kit=TaggerKit((self.tagger,)), report=self.told.append)

    @property
    def journal(self) -> Journal:
        return self.index.journal

    def state(self) -> tuple[Totals, list[DocumentId], list[tuple[str, int]]]:
        """Return where everything stands: totals, documents in the index, names with their mentions."""
        with self.opened() as case:
            view = case.reading.view
            names = [(str(total.key), total.mentions) for total in view.names(MentionType.PERSON)]
            return view.totals(), sorted(self.index.durable), names

    @contextmanager
    def opened(self, cut_before: int = -1) -> Iterator[WritableCase]:
        self.index.journal = Journal(cut_before)
        store = RecordingStore(SqlStore(self.folder / "case.db"), self.index.journal)
        reading = OpenCase(self.folder / "case", "test", store.view(), self.index, FolderBlobs(self.folder / "blobs"), FakeSealed())
        try:
            yield WritableCase(reading, store, "d" * 32, "amal", FakeClock())
        finally:
            store.close()


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store without records; making its tables takes longer than any test here."""
    path = tmp_path_factory.mktemp("tables") / "case.db"
    SqlStore(path).close()
    return path


def made(folder: Path, tables: Path) -> Ingest:
    folder.mkdir(exist_ok=True)
    copyfile(tables, folder / "case.db")
    ingest = Ingest(folder)
    ingest.add()
    return ingest


@pytest.fixture
def ingest(tmp_path: Path, tables: Path) -> Ingest:
    return made(tmp_path, tables)


def test_what_waits_is_read_then_indexed_then_named(ingest: Ingest) -> None:
    totals = ingest.process()

    assert (3, 0, 0) == (totals.done, totals.waiting, totals.names_waiting)
    assert 3 == len(ingest.index.durable)
    assert [("omar", 3)] == ingest.state()[2]


def test_each_stage_is_durable_before_its_jobs_end_and_the_index_before_the_store_says_so(ingest: Ingest) -> None:
    ingest.process()

    steps = ingest.journal.only("put", "index commit", "finish index", "put_rows names", "append")
    assert "put" == steps[0]
    assert "append" == steps[-1]
    assert ["index commit", "finish index"] == [step for step in steps if "index" in step]
    assert "put_rows names" in steps[steps.index("finish index") :]


def test_every_stage_that_opens_jobs_is_worked_on_by_process(ingest: Ingest) -> None:
    """A stage that nobody works on would wait for ever."""
    with ingest.opened() as case:
        of_the_case = {each.name for each in case_stages(case)}

    assert set(STAGES) == {READ, INDEX, QUOTES, *text_versions(()), *(stage for stage in STAGES if stage.name in of_the_case)}


def test_names_in_a_mail_are_looked_for_once_and_not_in_what_it_repeats(ingest: Ingest) -> None:
    ingest.answer = FakeWorker(read_as_mail)
    for name, text in {"first.eml": QUOTED_MAIL, "answer.eml": f"Omar thanks\n> {QUOTED_MAIL}"}.items():
        (ingest.folder / "leak" / name).write_text(text)
    ingest.add()
    ingest.process()

    # One that is drawn of those that are looked through together is looked through alone as well.
    assert {*LEAK.values(), QUOTED_MAIL, "Omar thanks\n"} == {*ingest.tagger.looked_through}
    assert 0 == ingest.state()[0].names_waiting


def test_what_forms_print_is_kept_and_found_again_only_when_names_came(ingest: Ingest) -> None:
    for number in range(12):
        (ingest.folder / "leak" / f"form{number}.txt").write_text(f"sent to Omar\nreceipt {'x' * number}")
    ingest.add()
    ingest.process()
    with ingest.opened() as case:
        view = case.reading.view
        version, lines = view.forms_version(), view.form_lines()
        (documents,) = view.printed_documents({MentionType.PERSON}).standing
        assert 0 == keep_forms(case)

    assert (True, 1, 12) == (bool(version), lines, len(documents))
    (ingest.folder / "leak" / "more.txt").write_text("sent to Omar\nreceipt of more")
    ingest.add()
    ingest.process()
    with ingest.opened() as case:
        (documents,) = case.reading.view.printed_documents({MentionType.PERSON}).standing
    assert 13 == len(documents)


def test_copies_are_kept_and_found_again_only_when_documents_came(ingest: Ingest) -> None:
    text = " ".join(f"word{number}" for number in range(30))
    (ingest.folder / "leak" / "long.txt").write_text(text)
    (ingest.folder / "leak" / "copy.txt").write_text(f"{text}\n")
    ingest.add()
    ingest.process()
    with ingest.opened() as case:
        view = case.reading.view
        version, leaders = view.copies_version(), view.copy_leaders()
        assert 0 == group_copies(case)

    assert version
    assert 1 == len(leaders)
    (ingest.folder / "leak" / "near.txt").write_text(f"{text} end")
    ingest.add()
    ingest.process()
    with ingest.opened() as case:
        assert 2 == len(case.reading.view.copy_leaders())


def test_what_was_done_is_not_done_again_and_leaves_no_entry_in_the_ledger(ingest: Ingest) -> None:
    ingest.process()
    ingest.answer.asked.clear()
    ingest.tagger.looked_through.clear()
    ingest.process()

    assert ([], []) == (ingest.answer.asked, ingest.tagger.looked_through)
    assert [] == ingest.journal.only("put", "index commit", "finish index", "put_rows names", "append")


@pytest.mark.slow
def test_the_power_may_go_before_any_step_and_going_on_ends_as_if_it_had_not(tmp_path: Path, tables: Path) -> None:
    whole = made(tmp_path / "whole", tables)
    whole.process()
    for step in count():
        ingest = made(tmp_path / str(step), tables)
        try:
            ingest.process(cut_before=step)
            break  # It was over before this step.
        except PowerCutError:
            ingest.process()

        assert whole.state() == ingest.state(), f"cut before step {step}"
    assert step > 10


def test_a_reading_that_fails_is_counted_with_its_reason_and_holds_nothing_up(ingest: Ingest) -> None:
    ingest.answer.answer = lambda task, members: reads(task, members) if task.kind == "texts" else Outcome(None, Reason.CRASHED, "it did")
    totals = ingest.process()

    assert (3, 2, 1, 0) == (totals.found, totals.done, totals.failed, totals.waiting)
    assert {Reason.CRASHED: 1} == totals.by_reason
    assert 3 == len(ingest.index.durable)  # the one that failed by its name


def test_what_failed_is_tried_again_on_request_only(ingest: Ingest) -> None:
    ingest.answer.answer = lambda task, members: Outcome(None, Reason.CRASHED, "it did")
    assert 3 == ingest.process().failed
    ingest.answer.answer = reads

    assert 3 == ingest.process().failed
    ingest.retry_failed = True
    assert (3, 0) == ((totals := ingest.process()).done, totals.failed)


def test_another_version_of_a_tagger_has_every_text_looked_through_again(ingest: Ingest) -> None:
    ingest.process()
    ingest.tagger = OmarTagger(version="2")
    ingest.process()

    assert {*LEAK.values()} == {*ingest.tagger.looked_through}
    assert [("omar", 3)] == ingest.state()[2]


def test_a_document_is_read_again_when_an_engine_that_read_it_has_another_version(ingest: Ingest) -> None:
    def answers(task: Task, members: MemberWriter | None, *, version: str) -> Outcome:
        if task.kind == "engines":
            return Outcome({"engines": {"pdf": [version], "plain": ["1"]}})
        return reads(task, members, engines=dict([("plain", "1") if task.kind == "texts" else ("pdf", version)]))

    ingest.answer.answer = partial(answers, version="1")
    ingest.process()
    ingest.told.clear()
    ingest.answer.answer = partial(answers, version="2")
    ingest.process()

    assert [("read", 1)] == [(each.stage, each.total) for each in ingest.told if each.is_again]
    ingest.told.clear()
    ingest.process()
    assert [] == [each for each in ingest.told if each.is_again]


def test_an_index_that_is_not_whole_is_made_again_without_reading_again(ingest: Ingest) -> None:
    ingest.process()
    ingest.index.is_readable = False
    ingest.answer.asked.clear()
    ingest.process()

    assert (3, []) == (len(ingest.index.durable), ingest.answer.asked)


def test_an_index_that_is_not_whole_is_made_again_also_when_the_power_goes_meanwhile(ingest: Ingest) -> None:
    ingest.process()
    for step in count():
        ingest.index.is_readable = False
        try:
            ingest.process(cut_before=step)
            break  # It was over before this step.
        except PowerCutError:
            ingest.process()

        assert 3 == len(ingest.index.durable), f"cut before step {step}"
    assert step > 1


def test_documents_that_are_all_indexed_anew_find_an_empty_index_so_that_their_ranking_has_no_history(
    ingest: Ingest, monkeypatch: pytest.MonkeyPatch
) -> None:
    ingest.process()
    monkeypatch.setattr("kashf.services.ingest.process.INDEX_VERSION", "next")
    ingest.process()

    assert [("index", 3)] == [(each.stage, each.total) for each in ingest.told if each.is_again]
    assert ["reopen index", "index clear", "index commit"] == ingest.journal.only("reopen index", "index clear", "index commit")[-3:]
    assert 3 == len(ingest.index.durable)


def test_a_document_that_is_added_leaves_the_index_of_the_others_in_place(ingest: Ingest) -> None:
    ingest.process()
    (ingest.folder / "leak" / "four.txt").write_text("Omar again")
    ingest.add()
    ingest.process()

    assert 4 == len(ingest.index.durable)
    assert "index clear" not in ingest.journal.steps


@pytest.mark.parametrize("reason", [Reason.CRASHED, Reason.TIMEOUT, Reason.MEMORY])
def test_a_text_that_brings_a_worker_down_is_marked_with_the_reason_and_holds_nothing_up(ingest: Ingest, reason: Reason) -> None:
    def look(task: Task, members: MemberWriter | None) -> Outcome:
        sent = unpacked_texts(task.payloads[-1])
        if any("nobody" in page.text for each in sent for page in each.pages):
            return Outcome(None, reason, "the reader fell over it")
        return Outcome(json.loads(json.dumps({"found": find_in(sent, [ingest.tagger])})))

    ingest.look = look
    totals = ingest.process()

    assert (2, 1, 0, 0) == (totals.done, totals.partial, totals.waiting, totals.names_waiting)
    assert {reason: 1} == totals.by_reason
    assert [("omar", 3)] == ingest.state()[2]
    with ingest.opened() as case:
        (told,) = (each.detail for each in case.reading.view.outlines() if each.reason)
    assert "names: the reader fell over it" in told
    ingest.look, ingest.retry_failed = None, True
    assert (3, 0) == ((totals := ingest.process()).done, totals.partial)
