"""Recorders: what was made durable, and in which order, which a kill at random does not show."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Self, cast

import pytest

from kashf.domain.ids import DocumentId
from kashf.ports.search import IndexWriter, Passage
from kashf.ports.stages import DocumentStage
from kashf.ports.stores import CaseStore, UnitOfWork
from kashf.ports.views import CaseView
from tests.fakes import FakeIndex


class PowerCutError(BaseException):
    """Ends everything between two steps; no code may catch it."""


@dataclass
class Journal:
    """Steps that became durable, in order.

    Args:
        cut_before: Number of the step before which the power goes; none by default.
    """

    cut_before: int = -1
    steps: list[str] = field(default_factory=list)
    _begun: int = 0

    def step(self, *names: str, act: Callable[[], None]) -> None:
        """Do one thing that is durable or not at all, and note it under its names."""
        if self._begun == self.cut_before:
            raise PowerCutError
        self._begun += 1
        act()
        self.steps += names

    def only(self, *names: str) -> list[str]:
        """Return the steps of these names, in order."""
        return [step for step in self.steps if step in names]


@dataclass
class RecordingStore:
    """A store that notes what each transaction was made of, once it is committed."""

    real: CaseStore
    journal: Journal

    def unit(self) -> UnitOfWork:
        return cast("UnitOfWork", RecordingUnit(self.real.unit(), self.journal))

    def view(self) -> CaseView:
        return self.real.view()

    def scrub(self) -> None:
        self.real.scrub()

    def close(self) -> None:
        self.real.close()


@dataclass
class RecordingUnit:
    """A unit of work that notes its calls, with the stage they are about, when it is committed."""

    real: UnitOfWork
    journal: Journal
    _calls: list[str] = field(default_factory=list)

    def __enter__(self) -> Self:
        self.real.__enter__()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.real.__exit__(kind, error, trace)

    def __getattr__(self, name: str) -> Callable[..., object]:
        def call(*arguments: object, **named: object) -> object:
            self._calls.append(" ".join([name, *(each.name for each in arguments if isinstance(each, DocumentStage))]))
            return getattr(self.real, name)(*arguments, **named)

        return call

    def commit(self) -> None:
        self.journal.step(*self._calls, act=self.real.commit)
        self._calls.clear()


@dataclass
class RecordingIndex(FakeIndex):
    """An index that holds the documents that were committed to it, and notes each commit."""

    journal: Journal = field(default_factory=Journal)
    durable: list[DocumentId] = field(default_factory=list)

    def writer(self) -> IndexWriter:
        if not self.is_readable:
            self.durable.clear()
            self.is_readable = True
        return RecordingWriter(self, list(self.durable))

    def clear(self) -> None:
        self.durable.clear()
        self.journal.steps.append("index clear")


@dataclass
class RecordingWriter:
    """Takes documents in; what was not committed is lost when it is closed."""

    index: RecordingIndex
    held: list[DocumentId]

    def put(self, passages: Sequence[Passage]) -> None:
        self.held += dict.fromkeys(passage.document for passage in passages)

    def drop(self, documents: Sequence[DocumentId]) -> None:
        self.held = [each for each in self.held if each not in documents]

    def commit(self) -> None:
        self.index.journal.step("index commit", act=self._make_durable)

    def close(self) -> None:
        self.held = []

    def _make_durable(self) -> None:
        self.index.durable = list(self.held)


def record_disk(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, Path]]:
    """Return a list that tells from now on, in order, of files and folders brought to the disk ("sync") and named ("rename", new name)."""
    done: list[tuple[str, Path]] = []
    fsync, rename = os.fsync, Path.rename

    def noted_fsync(descriptor: int) -> None:
        fsync(descriptor)
        done.append(("sync", Path(f"/proc/self/fd/{descriptor}").readlink()))

    def noted_rename(self: Path, target: Path) -> Path:
        done.append(("rename", target))
        return rename(self, target)

    monkeypatch.setattr(os, "fsync", noted_fsync)
    monkeypatch.setattr(Path, "rename", noted_rename)
    return done
