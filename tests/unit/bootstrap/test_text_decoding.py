"""Texts that strangers give: what is plain UTF-8 is decoded here, as the box would; all else in the box, whose answer is checked."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kashf.adapters.sandbox import make
from kashf.bootstrap import decode_and_guess_language, decode_list, decode_text, text_decoding
from kashf.domain.document import Reason
from kashf.errors import SandboxError, UsageError
from kashf.ports.runtime import Outcome, Task
from kashf.sandboxed.engines.charset import decode
from tests.fakes import FakeSandbox, FakeWorker

ORDER = "أمر الى مخزن القمح في الرستن"

Answer = Callable[[Task], Outcome]


def put_box(monkeypatch: pytest.MonkeyPatch, answer: Answer, asked: list[tuple[bool, Task]] | None = None) -> None:
    """Have a box answer as a test says."""

    def made(*, accept_unsafe: bool, handler: str) -> FakeSandbox:
        assert handler == "kashf.sandboxed.engines.given_texts"

        def run(task: Task, _: object) -> Outcome:
            if asked is not None:
                asked.append((accept_unsafe, task))
            return answer(task)

        return FakeSandbox(FakeWorker(run))

    monkeypatch.setattr(make, "make_sandbox", made)


def no_box(_: Task) -> Outcome:
    raise AssertionError("what is plain UTF-8 needs no box")


@pytest.mark.parametrize("before", [b"", b"\xef\xbb\xbf"])
def test_plain_utf_8_is_decoded_without_a_box(monkeypatch: pytest.MonkeyPatch, before: bytes) -> None:
    put_box(monkeypatch, no_box)

    assert ORDER == decode_text(before + ORDER.encode(), name="order.txt")
    assert (ORDER, "utf-8") == decode_list(before + ORDER.encode(), name="names.csv")
    assert "" == decode_text(b"", name="order.txt")


@given(st.one_of(st.text().map(str.encode), st.binary(), st.text().map(lambda text: text.encode("utf-16-le", "replace"))))
@example(b"\x06\x06\x06\x06")
@example("\ufffe".encode())
@example(b"a\x00b\x00")
@example(b"\xef\xbb\xbf\xef\xbb\xbfa")
def test_what_is_decoded_here_is_what_the_box_would_say(untrusted: bytes) -> None:
    found = text_decoding.plain(untrusted)

    assert found is None or (found.text, found.encoding) == decode(untrusted)


@pytest.mark.parametrize("untrusted", [ORDER.encode("cp1256"), ORDER.encode("utf-16"), b"a\0b", ORDER.encode() + b"\xd8", b"\x06" * 9])
def test_everything_else_goes_into_the_box_as_it_is(monkeypatch: pytest.MonkeyPatch, untrusted: bytes) -> None:
    asked: list[tuple[bool, Task]] = []
    put_box(monkeypatch, lambda _: Outcome({"text": "as the box says", "encoding": "cp1256", "language": ""}), asked)

    assert ("as the box says", "cp1256") == decode_list(untrusted, name="names.csv")
    assert "as the box says" == decode_text(untrusted, name="order.txt", accept_unsafe=True)
    assert [(False, (untrusted,)), (True, (untrusted,))] == [(unsafe, task.payloads) for unsafe, task in asked]


def test_the_language_is_guessed_in_the_box_also_of_plain_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[bool, Task]] = []
    put_box(monkeypatch, lambda _: Outcome({"text": ORDER, "encoding": "utf-8", "language": "ar"}), asked)

    assert text_decoding.GivenText(ORDER, "utf-8", "ar") == decode_and_guess_language(ORDER.encode(), name="order.txt")
    assert [True] == [task.params["guess_language"] for _, task in asked]


def test_what_the_box_takes_for_no_text_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    put_box(monkeypatch, lambda _: Outcome({}))

    for decoded in (decode_text, decode_list, decode_and_guess_language):
        with pytest.raises(UsageError, match=r"song\.mp3 is n"):
            decoded(b"\xff\x00", name="song.mp3")


@pytest.mark.parametrize(
    "untrusted",
    [
        *(None, [], "text", {"text": "a"}, {"text": 1, "encoding": "utf-8", "language": ""}),
        {"text": "\ud800", "encoding": "utf-8", "language": ""},
        {"text": "a", "encoding": "\x1b[31m", "language": ""},
        {"text": "a", "encoding": "utf-8", "language": "a" * 61},
    ],
)
def test_an_answer_that_cannot_be_believed_is_not(monkeypatch: pytest.MonkeyPatch, untrusted: object) -> None:
    put_box(monkeypatch, lambda _: Outcome(json.loads(json.dumps(untrusted)), Reason.CRASHED))

    with pytest.raises(UsageError, match="could not be decoded"):
        decode_list(b"\xff\x00", name="names.csv")


def test_without_a_box_nothing_but_plain_utf_8_is_decoded(monkeypatch: pytest.MonkeyPatch) -> None:
    def none(**_: object) -> FakeSandbox:
        raise SandboxError("there is no safe place")

    monkeypatch.setattr(make, "make_sandbox", none)

    assert ORDER == decode_text(ORDER.encode(), name="order.txt")
    with pytest.raises(SandboxError):
        decode_text(ORDER.encode("cp1256"), name="order.txt")


@pytest.mark.sandbox
def test_a_box_of_this_machine_decodes_as_it_should() -> None:
    assert (ORDER, "cp1256") == decode_list(ORDER.encode("cp1256"), name="names.csv")
    assert text_decoding.GivenText(ORDER, "utf-16-le", "ar") == decode_and_guess_language(ORDER.encode("utf-16"), name="order.txt")
