"""A text that brings a worker down costs the stage that did it, of this text alone."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

import pytest

from kashf.domain.document import Page, Reason
from kashf.domain.entity import MentionType
from kashf.domain.ids import DocumentId
from kashf.domain.letters.letter_lexicon import LetterLexicon
from kashf.errors import UnfinishedError
from kashf.ports.engines import Limits
from kashf.ports.runtime import MemberWriter, Outcome, Task
from kashf.ports.stages import LETTERS, MAIL, NAMES
from kashf.ports.taggers import TaggerKit
from kashf.services.ingest.looking.find_in_texts import find_in
from kashf.services.ingest.looking.sent_texts import SentText, unpacked_texts
from kashf.services.ingest.looking.text_crew import Looked, TextCrew, limits_for
from tests.fakes import FakeSandbox, FakeWorker
from tests.texts import WordTagger, sent_text

KIT = TaggerKit((), (("Omar", MentionType.PERSON),), None, english_model=False, lexicon=LetterLexicon((("number", "Token"),)))
STAGES = (MAIL.name, NAMES.name, LETTERS.name)


@dataclass
class Falls:
    """Finds names, and falls over one word: at once or, with a stage, in that alone."""

    outcome: Outcome
    stage: str = ""
    tasks: list[tuple[str, ...]] = field(default_factory=list)

    def __call__(self, task: Task, members: MemberWriter | None) -> Outcome:
        sent = unpacked_texts(task.payloads[-1])
        self.tasks.append(tuple(each.record.id[:1] for each in sent))
        if any("poison" in page.text and (not self.stage or self.stage in each.stages) for each in sent for page in each.pages):
            return self.outcome
        return Outcome(json.loads(json.dumps({"found": find_in(sent, [WordTagger("Omar")])})))


def text(letter: str, words: str) -> SentText:
    return sent_text(Page(1, words), stages=STAGES, id=DocumentId(letter * 64))


def looked(answer: Falls, *batches: Sequence[SentText]) -> list[tuple[Looked, ...]]:
    sandbox = FakeSandbox(FakeWorker(answer))
    sandbox.texts.answer = answer
    with TextCrew(sandbox, KIT, count=1, limits=Limits()) as crew:
        crew.draw = lambda count: count - 1
        for batch in batches:
            crew.ask(batch)
        return list(batches_of(crew))


def batches_of(crew: TextCrew) -> Iterator[tuple[Looked, ...]]:
    while crew.under_way:
        if got := crew.next():
            yield got
        else:
            assert crew.bell.wait(10)
            crew.bell.clear()


def test_batches_come_back_in_the_order_of_asking_each_document_with_what_was_found() -> None:
    answer = Falls(Outcome(None))
    first, second = looked(answer, [text("a", "Omar"), text("b", "Omar and Omar")], [text("c", "nobody")])

    assert [1, 2, 0] == [len(each.found[NAMES]) for each in (*first, *second)]
    assert ["a", "b", "c"] == [each.document[:1] for each in (*first, *second)]
    assert [("a", "b"), ("b",), ("c",)] == answer.tasks


def test_a_batch_that_is_done_earlier_than_one_before_waits_for_it() -> None:
    is_second_done = threading.Event()
    answer = Falls(Outcome(None))

    def slow_first(task: Task, members: MemberWriter | None) -> Outcome:
        outcome = answer(task, members)
        is_second_done.set() if ("b",) in answer.tasks else is_second_done.wait(10)
        return outcome

    sandbox = FakeSandbox(FakeWorker(answer))
    sandbox.texts.answer = slow_first
    with TextCrew(sandbox, KIT, count=2, limits=Limits()) as crew:
        for letter in "ab":
            crew.ask([text(letter, "Omar")])
        handed_back = [each.document[:1] for batch in batches_of(crew) for each in batch]

    assert ["a", "b"] == handed_back


def test_a_worker_that_dies_costs_the_document_it_died_of_and_no_other() -> None:
    ((before, fell, behind),) = looked(
        Falls(Outcome(None, Reason.CRASHED, "the reader was ended by signal 11")),
        [text("a", "Omar"), text("b", "poison"), text("c", "Omar")],
    )

    assert (1, 1) == (len(before.found[NAMES]), len(behind.found[NAMES]))
    assert (Reason.CRASHED, STAGES, {}) == (fell.reason, fell.failed, fell.found)
    assert "names: the reader was ended by signal 11" in fell.detail


def test_of_a_document_on_which_one_stage_hangs_the_others_are_done() -> None:
    answer = Falls(Outcome(None, Reason.TIMEOUT, "the reader was not done in time"), stage=LETTERS.name)
    ((fell,),) = looked(answer, [text("a", "Omar poison")])

    assert ({MAIL, NAMES}, 1) == (set(fell.found), len(fell.found[NAMES]))
    assert (Reason.TIMEOUT, ("letters",)) == (fell.reason, fell.failed)
    assert "letters: the reader was not done in time" == fell.detail


def test_an_answer_that_is_not_well_formed_is_not_believed() -> None:
    ((fell,),) = looked(Falls(Outcome({"found": [{"names": [[1, 0, 99]]}]})), [text("a", "poison")])

    assert (Reason.CRASHED, STAGES) == (fell.reason, fell.failed)
    assert "names: the answer is not well formed" in fell.detail


def test_workers_are_told_what_is_looked_for() -> None:
    told: list[Sequence[bytes]] = []

    def answer(task: Task, members: MemberWriter | None) -> Outcome:
        told.append(task.payloads)
        return Outcome({"found": [{name: [] for name in STAGES} for _ in unpacked_texts(task.payloads[-1])]})

    sandbox = FakeSandbox(FakeWorker(answer))
    sandbox.texts.answer = answer
    with TextCrew(sandbox, replace(KIT, learnt=b"model"), count=1, limits=Limits()) as crew:
        crew.draw = lambda count: count - 1
        crew.ask([text("a", "words")])
        assert 1 == len(list(batches_of(crew)))

    lexicon = {"labels": [["number", "Token"]], "titles": [], "openers": []}
    said = {"accepted": [["Omar", "PER"]], "english_model": False, "is_learnt": True, "lexicon": lexicon}
    assert [(said, b"model", size) for size in (0, 1)] == [(json.loads(each[0]), each[1], len(unpacked_texts(each[2]))) for each in told]


def test_what_was_learnt_and_cannot_be_loaded_is_said_once_and_no_text_is_looked_through() -> None:
    asked: list[Task] = []

    def answer(task: Task, members: MemberWriter | None) -> Outcome:
        asked.append(task)
        return Outcome(None, Reason.CRASHED, "signal 11")

    sandbox = FakeSandbox(FakeWorker(answer))
    sandbox.texts.answer = answer
    with TextCrew(sandbox, replace(KIT, learnt=b"model"), count=1, limits=Limits()) as crew:
        crew.ask([text("a", "words")])
        batches = batches_of(crew)
        with pytest.raises(UnfinishedError, match="learn again"):
            next(batches)

    assert 1 == len(asked)


def test_a_long_text_may_take_longer_and_more_memory_than_a_short_one() -> None:
    seen: list[Limits] = []
    sent: list[bytes] = []

    def answer(task: Task, members: MemberWriter | None) -> Outcome:
        seen.append(task.limits)
        sent.append(task.payloads[-1])
        return Outcome({"found": [{name: [] for name in STAGES}]})

    sandbox = FakeSandbox(FakeWorker(answer))
    sandbox.texts.answer = answer
    with TextCrew(sandbox, KIT, count=1, limits=Limits()) as crew:
        crew.draw = lambda count: count - 1
        for words in ("word", "word " * 100_000):
            crew.ask([text("a", words)])
        assert 2 == len(list(batches_of(crew)))

    assert seen[0].memory_bytes + 10_000_000 < seen[1].memory_bytes
    assert seen == [limits_for(Limits(), len(payload)) for payload in sent]


def test_a_worker_for_a_few_texts_begins_cold_and_is_replaced_once_there_are_more() -> None:
    sandbox = FakeSandbox(FakeWorker(Falls(Outcome({}))))
    sandbox.texts.answer = Falls(Outcome({}))
    with TextCrew(sandbox, KIT, count=1, limits=Limits()) as crew:
        crew.draw = lambda count: count - 1
        crew.ask([text("a", "Omar came")])
        first = next(batches_of(crew))
        assert [False] == sandbox.text_warmth
        crew.ask([text(letter, "Omar came") for letter in "bcd"])
        second = next(batches_of(crew))

    assert [False, True] == sandbox.text_warmth
    assert (1, 3) == (len(first), len(second))


def test_a_text_that_speaks_for_others_is_found_by_one_that_is_looked_through_alone() -> None:
    honest = Falls(Outcome(None))

    def smears(task: Task, members: MemberWriter | None) -> Outcome:
        sent = unpacked_texts(task.payloads[-1])
        is_taken_over = any("takeover" in page.text for each in sent for page in each.pages)
        outcome = honest(task, members)
        if is_taken_over:
            for found in outcome.untrusted_answer["found"]:
                found[NAMES.name] = []
        return outcome

    sandbox = FakeSandbox(FakeWorker(smears))
    sandbox.texts.answer = smears
    with TextCrew(sandbox, KIT, count=1, limits=Limits()) as crew:
        crew.draw = lambda count: count - 1
        crew.ask([text("a", "takeover"), text("b", "Omar"), text("c", "Omar and Omar")])
        (batch,) = batches_of(crew)

    assert [0, 1, 2] == [len(each.found[NAMES]) for each in batch]
