"""An open case, as services take it: ports only, joined by bootstrap."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path

from kashf.ports.blobs import BlobStore, SealedNotes
from kashf.ports.runtime import Clock
from kashf.ports.search import SearchIndex
from kashf.ports.stores import CaseStore
from kashf.ports.views import CaseView


def _beside_others() -> AbstractContextManager[bool]:
    return nullcontext(enter_result=False)


@dataclass(frozen=True, slots=True)
class OpenCase:
    """A case open for reading; any number of processes may hold one beside a writer.

    Args:
        path: Its folder.
        name: As people call it.
        view: What was recorded and read.
        index: What can be searched.
        blobs: The bytes.
        sealed: Notes that could name a source.
    """

    path: Path
    name: str
    view: CaseView
    index: SearchIndex
    blobs: BlobStore
    sealed: SealedNotes

    def close(self) -> None:
        """Let go of files and connections."""
        self.view.close()


@dataclass(frozen=True, slots=True)
class WritableCase:
    """A case open for writing: by a run, of which there is one at a time, or for decisions, which go on beside it.

    Args:
        reading: The same case, for reading.
        store: Where units of work are made.
        device: This installation's chain in the ledger.
        actor: Who is at work, as the settings say.
        clock: Tells the time.
        person: Id of that person of the case; "" while nobody of that name was introduced.
        alone: Gives a block that tells whether this process alone writes the index and stages of the case meanwhile.
    """

    reading: OpenCase
    store: CaseStore
    device: str
    actor: str
    clock: Clock
    person: str = ""
    alone: Callable[[], AbstractContextManager[bool]] = _beside_others

    def close(self) -> None:
        """Let go of the lock, files and connections."""
        self.store.close()
        self.reading.close()
