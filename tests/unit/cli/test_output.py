from __future__ import annotations

import datetime as dt
import errno
import io
import json
import sys

import pytest

from kashf.cli.output import ProgressLine, ReaderGone, emit, emit_json, emit_jsonl, flush, say
from kashf.domain.document import Page, Status
from kashf.errors import NoSpaceError, UnfinishedError


def test_json_says_values_in_plain_types(capsys: pytest.CaptureFixture[str]) -> None:
    emit_json({"page": Page(1, "أمر"), "status": Status.DONE, "when": dt.date(2014, 10, 25), "none": None, "many": (1, 2)})

    printed = json.loads(capsys.readouterr().out)

    assert ("أمر", "done", "2014-10-25", [1, 2]) == (printed["page"]["text"], printed["status"], printed["when"], printed["many"])


def test_half_a_surrogate_pair_does_not_stop_the_output(capsys: pytest.CaptureFixture[str]) -> None:
    emit_jsonl([{"text": "a\ud800b"}])

    assert {"text": "a?b"} == json.loads(capsys.readouterr().out)


def test_a_value_without_a_json_form_is_refused() -> None:
    with pytest.raises(TypeError):
        emit_json(object())


class Broken(io.StringIO):
    """A stream whose other end is gone, or full."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number
        self.tries = 0

    def write(self, text: str) -> int:
        self.tries += 1
        raise OSError(self.number, "broken")


def test_talk_that_nobody_hears_does_not_stop_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KASHF_QUIET", raising=False)
    heard = Broken(errno.EPIPE)
    monkeypatch.setattr(heard, "isatty", lambda: True)
    monkeypatch.setattr(sys, "stderr", heard)

    line = ProgressLine()
    line._shown = -1000
    line.show("read", 1, 2)
    line.end()
    say("done")

    assert 1 == heard.tries


@pytest.mark.parametrize(("number", "error"), [(errno.EPIPE, ReaderGone), (errno.ENOSPC, NoSpaceError), (errno.EIO, UnfinishedError)])
def test_data_that_cannot_be_written_is_never_taken_for_written(
    monkeypatch: pytest.MonkeyPatch, number: int, error: type[Exception]
) -> None:
    monkeypatch.setattr(sys, "stdout", Broken(number))

    with pytest.raises(error):
        emit("data")


def test_data_that_is_held_back_is_written_out_or_missed(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stdout", stream)
    monkeypatch.setattr(stream, "flush", lambda: Broken(errno.EPIPE).write(""))

    with pytest.raises(ReaderGone):
        flush()
