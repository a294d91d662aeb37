"""Pixels from the sandbox are counted before they are believed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Self

import pytest

from kashf.domain.document import Reason
from kashf.domain.ids import DocumentId
from kashf.ports.engines import Picture
from kashf.ports.runtime import MemberWriter, Outcome, Task
from kashf.services.case.open import OpenCase
from kashf.services.case.page_images import MAX_SIDE, NoPictureError, page_picture
from tests.fakes import FakeBlobs, FakeCaseView, FakeIndex, FakeSealed

DOCUMENT = DocumentId("a" * 64)
GREY = {"width": 4, "height": 3, "channels": 1}


@dataclass
class ScriptedWorker:
    """A worker whose child says what the test wants."""

    say: Callable[[MemberWriter], None]
    outcome: Outcome = field(default_factory=lambda: Outcome({"ok": True}))
    asked: list[Task] = field(default_factory=list)

    def run(self, task: Task, *, members: MemberWriter | None = None) -> Outcome:
        self.asked.append(task)
        assert members is not None
        self.say(members)
        return self.outcome

    def close(self) -> None:
        return

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        return


@pytest.fixture
def case(tmp_path: Path) -> OpenCase:
    return OpenCase(tmp_path, "Courier", FakeCaseView(), FakeIndex(), FakeBlobs({DOCUMENT: b"scan"}), FakeSealed())


def member(head: Mapping[str, object], *chunks: bytes, ends: bool = True) -> Callable[[MemberWriter], None]:
    def say(writer: MemberWriter) -> None:
        stream = writer.begin(head)
        for chunk in chunks:
            stream.write(chunk)
        if ends:
            writer.end()
        else:
            writer.abort()

    return say


def test_a_picture_that_came_whole_is_returned(case: OpenCase) -> None:
    worker = ScriptedWorker(member(GREY, b"abcdef", b"ghijkl"))

    assert Picture(4, 3, 1, b"abcdefghijkl") == page_picture(case, worker, DOCUMENT, page=2, longest_side=100)
    (task,) = worker.asked
    assert ("picture", 2, 100) == (task.kind, task.params["page"], task.params["longest_side"])


def test_nobody_can_ask_for_more_than_the_largest_side(case: OpenCase) -> None:
    worker = ScriptedWorker(member(GREY, b"abcdefghijkl"))
    page_picture(case, worker, DOCUMENT, page=1, longest_side=10**9)

    assert MAX_SIDE == worker.asked[0].params["longest_side"]


@pytest.mark.parametrize(
    "head",
    [
        {},
        {"width": 101, "height": 1, "channels": 1},
        {"width": 1, "height": 10**12, "channels": 1},
        {"width": 0, "height": 3, "channels": 1},
        {"width": -4, "height": -3, "channels": 1},
        {"width": 4, "height": 3, "channels": 2},
        {"width": "4", "height": 3, "channels": 1},
        {"width": 4.0, "height": 3, "channels": 1},
        {"width": True, "height": True, "channels": True},
        {"width": [4], "height": None, "channels": {}},
    ],
)
def test_a_size_that_was_not_asked_for_is_no_picture(case: OpenCase, head: dict[str, object]) -> None:
    with pytest.raises(NoPictureError):
        page_picture(case, ScriptedWorker(member(head, b"abcdefghijkl")), DOCUMENT, page=1, longest_side=100)


@pytest.mark.parametrize("pixels", [b"", b"abcdefghijk", b"abcdefghijklm", b"x" * 1_000_000])
def test_pixels_too_few_or_too_many_are_no_picture(case: OpenCase, pixels: bytes) -> None:
    with pytest.raises(NoPictureError):
        page_picture(case, ScriptedWorker(member(GREY, pixels)), DOCUMENT, page=1, longest_side=100)


def test_a_picture_that_was_broken_off_is_none(case: OpenCase) -> None:
    with pytest.raises(NoPictureError):
        page_picture(case, ScriptedWorker(member(GREY, b"abcdefghijkl", ends=False)), DOCUMENT, page=1, longest_side=100)


def test_a_second_picture_spoils_the_first(case: OpenCase) -> None:
    def twice(writer: MemberWriter) -> None:
        member(GREY, b"abcdefghijkl")(writer)
        member(GREY, b"mnopqrstuvwx")(writer)

    with pytest.raises(NoPictureError):
        page_picture(case, ScriptedWorker(twice), DOCUMENT, page=1, longest_side=100)


@pytest.mark.parametrize(
    ("outcome", "words"),
    [
        (Outcome(None, Reason.TIMEOUT, "the reader took too long"), "timeout"),
        (Outcome({"reason": "encrypted", "detail": "<script>"}), "encrypted"),
        (Outcome({"reason": "<script>"}), "no picture came"),
        (Outcome({"reason": ["encrypted"]}), "no picture came"),
        (Outcome("encrypted"), "no picture came"),
    ],
)
def test_why_there_is_none_is_said_in_words_of_ours(case: OpenCase, outcome: Outcome, words: str) -> None:
    with pytest.raises(NoPictureError, match=f"^page 1 cannot be drawn \\({words}\\)$"):
        page_picture(case, ScriptedWorker(lambda _: None, outcome), DOCUMENT, page=1, longest_side=100)
