from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

import pytest

from kashf.adapters.folder_blobs import FolderBlobs
from kashf.domain.document import Origin, Page, Reading, Reason, Status
from kashf.domain.ids import DocumentId
from kashf.errors import SandboxError
from kashf.language.marks.quoted_mail import quoted
from kashf.ports.engines import Limits
from kashf.ports.runtime import MemberWriter, Outcome, Task
from kashf.ports.stages import READ, Job
from kashf.services.case.copies.copy_keys import keep_keys
from kashf.services.ingest.readers import Read, Readers, read_one
from tests.fakes import GOOD, Answer, FakeSandbox, FakeWorker

#: What stands in each file of these tests, as the answer GOOD has it.
WRITTEN = "أمر"


def says(answer: object) -> Answer:
    return lambda task, members: Outcome(answer)


class UnlookedBlobs(FolderBlobs):
    """Says that all is as it was received, since these tests ask what workers do and keep no bytes."""

    def fault(self, id: DocumentId) -> str:
        return ""

    def local(self, id: DocumentId) -> AbstractContextManager[Path]:
        path = self.path(id).parents[2] / f"{id}.bytes"
        path.write_text(WRITTEN, encoding="utf-8")
        return nullcontext(path)


@pytest.fixture
def blobs(tmp_path: Path) -> FolderBlobs:
    return UnlookedBlobs(tmp_path / "blobs")


def job(letter: str, *, depth: int = 0, name: str = "/leak/letter.pdf", size_bytes: int = 100) -> Job:
    return Job(DocumentId(letter * 64), READ, 1, depth, name, size_bytes)


def read(answer: Answer, blobs: FolderBlobs, *, depth: int = 0) -> Read:
    return read_one(FakeWorker(answer), job("a", depth=depth), blobs=blobs, limits=Limits())


def member(ordinal: object, name: bytes, content: bytes, reason: str = "") -> Answer:
    def answer(task: Task, members: MemberWriter | None) -> Outcome:
        assert members is not None
        head: Mapping[str, object] = {"ordinal": ordinal, "name": base64.b64encode(name).decode(), "reason": reason}
        stream = members.begin(head)
        stream.write(content)
        members.end()
        return Outcome({**GOOD, "members": 1})

    return answer


def test_a_good_answer_becomes_a_reading(blobs: FolderBlobs) -> None:
    assert (Status.DONE, "أمر") == ((r := read(says(GOOD), blobs).stored.reading).status, r.pages[0].text)


def test_what_is_compared_of_an_answer_to_a_long_mail_is_what_was_written_above_it() -> None:
    earlier = "\n\nOn 1 March 2016, Ann <ann@post.example> wrote:\n" + "\n".join(
        f"> line {n} of the register of the mill" for n in range(60)
    )
    twenty = " ".join(f"word{n}" for n in range(20))
    texts = [f"pay {twenty} at once{earlier}", f"never burn the ledger {twenty[::-1]}{earlier}", f"pay {twenty} at once"]

    pages = [Page(1, text := f"From: Bob\n\n{said}", marks=quoted(text)) for said in texts]
    mails = [
        keep_keys(Reading(DocumentId(str(n) * 64), "message/rfc822", Status.DONE, None, pages=(page,))) for n, page in enumerate(pages)
    ]

    assert mails[0].signature == mails[2].signature != mails[1].signature


def test_a_page_that_was_read_too_unsurely_is_no_copy_of_anything() -> None:
    text = " ".join(f"كلمة{chr(0x627 + number)}" for number in range(20)) * 3
    scans = [Reading(DocumentId("a" * 64), "image/png", Status.DONE, pages=(Page(1, text, Origin.OCR, sure),)) for sure in (0.5, 0.4)]
    kept = [keep_keys(scan) for scan in scans]

    assert [True, False] == [stored.text_key is not None for stored in kept] == [bool(stored.signature) for stored in kept]


@pytest.mark.parametrize("answer", [None, [], "text", {}, {**GOOD, "pages": 3}, {**GOOD, "status": "fine"}])
def test_an_answer_that_is_not_well_formed_is_a_failure_with_a_reason(blobs: FolderBlobs, answer: object) -> None:
    assert (Status.FAILED, Reason.CRASHED) == ((r := read(says(answer), blobs).stored.reading).status, r.reason)


@pytest.mark.parametrize("reason", [Reason.TIMEOUT, Reason.CRASHED, Reason.MEMORY])
def test_what_a_file_does_to_its_worker_is_the_reason_it_failed(blobs: FolderBlobs, reason: Reason) -> None:
    assert reason == read(lambda task, members: Outcome(None, reason, "it did"), blobs).stored.reading.reason


def test_bytes_that_are_not_those_received_are_never_opened(tmp_path: Path) -> None:
    worker = FakeWorker(says(GOOD))
    altered = read_one(worker, job("a"), blobs=FolderBlobs(tmp_path / "blobs"), limits=Limits())

    assert Reason.ALTERED == altered.stored.reading.reason
    assert [] == worker.asked


def test_bytes_that_changed_are_not_opened_among_small_texts_either(tmp_path: Path) -> None:
    blobs = FolderBlobs(tmp_path / "blobs")
    drafts = [blobs.draft() for _ in range(3)]
    for number, draft in enumerate(drafts):
        draft.write(b"text %d" % number)
    blobs.keep(drafts)
    texts = [Job(draft.id, READ, 1, 0, "/leak/letter.txt", 6) for draft in drafts]
    blobs.path(texts[1].document).chmod(0o600)
    blobs.path(texts[1].document).write_bytes(b"forged")
    worker = FakeWorker(lambda task, members: Outcome({"answers": [GOOD] * 3} if task.kind == "texts" else GOOD))
    with Readers(FakeSandbox(worker), blobs, count=1, limits=Limits()) as readers:
        readers.ask(texts)
        results = readers.next(timeout=5)

    assert [None, Reason.ALTERED, None] == [one.stored.reading.reason for one in results]
    assert blobs.path(texts[1].document) not in [source for task in worker.asked for source in task.sources]


def test_a_file_too_deep_in_containers_is_not_opened(blobs: FolderBlobs) -> None:
    worker = FakeWorker(says(GOOD))
    deep = read_one(worker, job("a", depth=8), blobs=blobs, limits=Limits(depth=8))

    assert Reason.TOO_DEEP == deep.stored.reading.reason
    assert [] == worker.asked


def test_a_member_is_kept_under_its_hash_with_its_name_as_data(blobs: FolderBlobs) -> None:
    (seen,) = read(member(3, b"../../etc/\xff", b"inside"), blobs).members

    assert (3, b"../../etc/\xff", 6) == (seen.ordinal, seen.raw_path, seen.size_bytes)
    assert seen.document is not None
    assert b"inside" == blobs.path(seen.document).read_bytes()


def test_a_member_that_cannot_be_had_is_seen_with_the_reason(blobs: FolderBlobs) -> None:
    (seen,) = read(member(0, b"locked.doc", b"", "encrypted"), blobs).members

    assert (None, "encrypted") == (seen.document, seen.reason)
    assert [] == list(blobs.ids())


def test_a_member_that_breaks_off_is_listed_and_its_bytes_are_not_kept(blobs: FolderBlobs) -> None:
    def breaks_off(task: Task, members: MemberWriter | None) -> Outcome:
        assert members is not None
        members.begin({"ordinal": 0, "name": base64.b64encode(b"half.doc").decode(), "reason": ""}).write(b"ha")
        members.abort()
        return Outcome(GOOD)

    (seen,) = read(breaks_off, blobs).members

    assert (None, "broke off", "/leak/letter.pdf/half.doc") == (seen.document, seen.reason, seen.path)
    assert [] == list(blobs.ids())


@pytest.mark.parametrize("ordinal", [-1, 1.5, "0", True, None, 1 << 40])
def test_a_member_with_an_impossible_place_is_listed_and_its_bytes_are_not_kept(blobs: FolderBlobs, ordinal: object) -> None:
    (seen,) = read(member(ordinal, b"x", b"y"), blobs).members

    assert (None, "the reader's list is not well formed") == (seen.document, seen.reason)
    assert [] == list(blobs.ids())


def test_small_texts_travel_together_and_other_files_alone(blobs: FolderBlobs) -> None:
    worker = FakeWorker(lambda task, members: Outcome({"answers": [GOOD] * len(task.sources)} if task.kind == "texts" else GOOD))
    texts = [job(letter, name=f"/leak/{letter}.txt") for letter in "bcd"]
    with Readers(FakeSandbox(worker), blobs, count=1, limits=Limits()) as readers:
        readers.ask([*texts, job("a")])
        results = [one for _ in range(2) for one in readers.next(timeout=5)]

    assert {"a", "b", "c", "d"} == {one.job.document[0] for one in results}
    assert [("texts", 3), ("read", 1)] == [(task.kind, len(task.sources)) for task in worker.asked]
    assert worker.is_closed


@pytest.mark.parametrize("answers", [None, {"answers": []}, {"answers": [GOOD, None, {"type": 1}]}, {"answers": "x"}])
def test_texts_that_fail_together_are_read_alone(blobs: FolderBlobs, answers: object) -> None:
    worker = FakeWorker(lambda task, members: Outcome(answers if task.kind == "texts" else GOOD))
    texts = [job(letter, name=f"/leak/{letter}.txt") for letter in "bcd"]
    with Readers(FakeSandbox(worker), blobs, count=1, limits=Limits()) as readers:
        readers.ask(texts)
        results = readers.next(timeout=5)

    assert [Status.DONE] * 3 == [one.stored.reading.status for one in results]


def test_a_text_cannot_speak_for_others_that_were_read_with_it(blobs: FolderBlobs) -> None:
    smeared = json.loads(json.dumps(GOOD).replace(json.dumps(WRITTEN), '"guilty"'))
    answers = [GOOD, smeared, GOOD]
    worker = FakeWorker(lambda task, members: Outcome({"answers": answers} if task.kind == "texts" else GOOD))
    texts = [job(letter, name=f"/leak/{letter}.txt") for letter in "bcd"]
    with Readers(FakeSandbox(worker), blobs, count=1, limits=Limits()) as readers:
        readers.ask(texts)
        results = readers.next(timeout=5)

    assert [WRITTEN] * 3 == [one.stored.reading.pages[0].text for one in results]
    assert [("texts", 3), ("read", 1)] == [(task.kind, len(task.sources)) for task in worker.asked]


def test_what_is_no_fault_of_a_file_reaches_the_caller(blobs: FolderBlobs) -> None:
    def no_box(task: Task, members: MemberWriter | None) -> Outcome:
        raise SandboxError("no box")

    with Readers(FakeSandbox(FakeWorker(no_box)), blobs, count=1, limits=Limits()) as readers:
        readers.ask([job("a")])
        with pytest.raises(SandboxError):
            readers.next(timeout=5)
