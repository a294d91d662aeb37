"""An open case, as services take it: ports only, joined by bootstrap."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path

from kashf.domain.document import Page
from kashf.domain.files.case_label import CaseLabel
from kashf.domain.ids import DocumentId
from kashf.plain_files import UNKEYED, CacheSeal
from kashf.ports.blobs import BlobStore, SealedNotes
from kashf.ports.forms import SealedPlaces, ShownPages
from kashf.ports.runtime import Clock, SignatureCheck, Signer, TimestampCheck, nobody_vouches, nothing_holds
from kashf.ports.search import SearchIndex
from kashf.ports.stores import CaseStore
from kashf.ports.views import CaseView


def _beside_others() -> AbstractContextManager[bool]:
    return nullcontext(enter_result=False)


class WholePages:
    """Gives pages as they are, where nothing of a case can be sealed."""

    def __init__(self, view: CaseView) -> None:
        self._view = view

    def page(self, document: DocumentId, number: int) -> Page | None:
        """Return one page, or None when there is no such page."""
        return self._view.page(document, number)

    def pages(self, document: DocumentId) -> tuple[Page, ...]:
        """Return the pages of a document in order."""
        return self._view.pages(document)

    def sealed_in(self, documents: Sequence[DocumentId]) -> SealedPlaces:  # noqa: ARG002  (nothing is, in none)
        """Return what is sealed in some documents: nothing."""
        return {}


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
        showing: Gives the pages of a view as lists, snippets and files show them.
        holds: Checks a signature.
        label: What case.toml says; None for a case without a folder.
        caches: Where what can be made again is kept; None for the folder `cache` of the case.
        vouches: Says who signed a timestamp.
        cache_seal: Tells what this installation keeps in the cache from all else.
    """

    path: Path
    name: str
    view: CaseView
    index: SearchIndex
    blobs: BlobStore
    sealed: SealedNotes
    showing: Callable[[CaseView], ShownPages] = WholePages
    holds: SignatureCheck = nothing_holds
    label: CaseLabel | None = None
    caches: Path | None = None
    vouches: TimestampCheck = nobody_vouches
    cache_seal: CacheSeal = UNKEYED

    @property
    def cache(self) -> Path:
        """The folder in which what can be made again is kept, made when it is missing; in memory where the case is encrypted."""
        return self.caches or self.path / "cache"

    @property
    def is_encrypted(self) -> bool:
        """Whether it lies encrypted."""
        return bool(self.label and self.label.key)

    @property
    def shown(self) -> ShownPages:
        """Pages without what is sealed in them, for whatever cites them; who opens a document reads them in `view`."""
        return self.showing(self.view)

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
        signer: Signs for this installation whatever is written down; None where nothing is signed, as in tests of what is written.
        person_signer: Signs for that person what they decide.
    """

    reading: OpenCase
    store: CaseStore
    device: str
    actor: str
    clock: Clock
    person: str = ""
    alone: Callable[[], AbstractContextManager[bool]] = _beside_others
    signer: Signer | None = None
    person_signer: Signer | None = None

    def close(self) -> None:
        """Let go of the lock, files and connections."""
        self.reading.close()
        self.store.close()  # Last, since only who may write can put what SQLite logged into the records and drop the log.
