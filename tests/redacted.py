"""The tasks of a redaction, done in this process by what runs inside the box."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable
from contextlib import ExitStack

from kashf.ports.runtime import MemberWriter, Outcome, Task
from kashf.sandboxed import worker
from tests.fakes import FakeWorker


class _Members:
    def __init__(self, writer: MemberWriter | None) -> None:
        self.writer = writer

    def member(self, head: dict[str, object], chunks: Iterable[bytes] | None) -> None:
        if self.writer:
            sink = self.writer.begin(head)
            for chunk in chunks or ():
                sink.write(chunk)
            self.writer.end()


def _done(task: Task, members: MemberWriter | None) -> Outcome:
    with ExitStack() as stack:
        contents = [*(source.read_bytes() for source in task.sources), *task.payloads]
        files = [stack.enter_context(tempfile.TemporaryFile()) for _ in contents]
        for file, content in zip(files, contents, strict=True):
            file.write(content)
            file.flush()
        told = worker.handle({"kind": task.kind, "params": task.params}, [file.fileno() for file in files], _Members(members))
    return Outcome(json.loads(json.dumps(told)))


def here() -> FakeWorker:
    """Return a worker that opens files in this process: those that the tests made."""
    return FakeWorker(_done)
