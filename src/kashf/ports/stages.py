"""What is done to the documents of a case, as values: the store opens their jobs and keeps their rows, `process` does the work.

To add one: say it here, do it in a service of its own, and name it in `services/ingest/process`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol

from kashf.domain.date import FOREVER
from kashf.domain.ids import DocumentId

#: Values of one row, in the order of the table's columns.
StageRow = Sequence[Any]


class LongText(str):
    """Says of a column that its texts are long: a store keeps them packed, and takes and returns them as they are."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class StageTable:
    """What a stage keeps of documents; the rows of a document are replaced together, and go when it is read again.

    Args:
        name: What the table is called.
        columns: Name and type of each value of a row; the document comes before them.
    """

    name: str
    columns: tuple[tuple[str, type[str | int | float]], ...]


@dataclass(frozen=True, slots=True)
class DocumentStage:
    """What is done to each document by itself, and again when the version of what does it changes.

    Args:
        name: What it is called in jobs, totals and the ledger.
        after: Name of the stage that opens its jobs when it leaves text; "" for the one that a sighting opens.
        table: What it keeps; None for what a store keeps in its own way, or elsewhere.
    """

    name: str
    after: str = ""
    table: StageTable | None = None


READ = DocumentStage("read")
INDEX = DocumentStage("index", after="read")
NAMES = DocumentStage("names", after="read")
#: A row for each document that is a message; what its columns mean is said in services/case/messages.
MAIL = DocumentStage(
    "mail",
    after="read",
    table=StageTable(
        "messages",
        (
            *((name, str) for name in ("message_id", "sender", "recipients", "sent", "subject", "parents", "anchors", "digest")),
            ("quotes", int),
            ("is_unsent", int),
            ("quotations", str),
        ),
    ),
)
#: Which quoted mail has its original in the case; it changes the marks of pages, and lets what looks at them wait again.
QUOTES = DocumentStage("quotes", after="read")
#: Where names stand that are sure elsewhere in the case; what it finds is kept with the other mentions.
AGAIN = DocumentStage("again", after="names")
#: Signs on pages of whose archive a document seems to come from; what its columns mean is said in services/case/brought/whose_archive.
ARCHIVE = DocumentStage(
    "archive",
    after="read",
    table=StageTable(
        "archive_signs",
        (("page", int), ("start", int), ("stop", int), ("side", str), ("stamp", str), ("is_strong", int), ("day", str)),
    ),
)
#: Names that stand in fields of forms: what they find is kept with the other mentions, and what forms print stands here instead.
FIELDS = DocumentStage(
    "fields",
    after="again",
    table=StageTable(
        "printed_mentions",
        (
            *(("page", int), ("start", int), ("stop", int), ("type", str), ("key", str), ("text", str), ("source", str)),
            *(("score", float), ("value", str)),
        ),
    ),
)
#: What each letter says of itself and tells people to do, as `domain/letters/letter_json` writes it; what is no letter has no row.
LETTERS = DocumentStage("letters", after="read", table=StageTable("letters", (("letter", LongText),)))
#: What each row of a register says of a paper or a delivery, as `domain/letters/letter_json` writes it.
LOGGED = DocumentStage("logged", after="read", table=StageTable("logged_papers", (("paper", LongText),)))
#: The dates on pages, and when each document was written; what its columns mean is said in services/dates/keep_dates.
DATES = DocumentStage(
    "dates",
    after="read",
    table=StageTable(
        "dates",
        (
            *(("page", int), ("start", int), ("stop", int), ("kind", str), ("score", float), ("first_day", int), ("last_day", int)),
            *(("date", str), ("note", str), ("is_unseen", int), ("is_own", int)),
        ),
    ),
)
#: All there are. Documents can be searched once those of SEARCHED are done.
STAGES = (READ, INDEX, MAIL, QUOTES, NAMES, AGAIN, FIELDS, ARCHIVE, LETTERS, LOGGED, DATES)
SEARCHED = (READ, INDEX)
#: Those that look at what a page shows by default.
OF_SHOWN = (INDEX, NAMES, DATES)


@dataclass(frozen=True, slots=True)
class Job:
    """One document waiting for one stage.

    Args:
        document: What to work on.
        stage: What to do.
        attempts: How often it was begun, this time included.
        depth: How many containers it lies in.
        name: Path it was first seen at, for display; its ending is a weak hint at the type.
        size_bytes: Of its bytes.
    """

    document: DocumentId
    stage: DocumentStage
    attempts: int
    depth: int
    name: str
    size_bytes: int


@dataclass(frozen=True, slots=True)
class CaseStage:
    """What is made of a whole case once its documents are done, where it has changed.

    Args:
        name: What it is called in progress.
        run: Does it, tells how many units of how many are done, and returns how many there were to do.
    """

    name: str
    run: Callable[[Callable[[int, int], None]], int]


#: Does a stage for some documents: yields each that is known with its rows.
RunStage = Callable[[Sequence[DocumentId]], Iterator[tuple[DocumentId, Sequence[Any]]]]


class OwnDate(NamedTuple):
    """When a document was written.

    Attributes:
        document: Which.
        first_day: The first day that it may have been, as `FuzzyDate.day_numbers` counts days.
        last_day: The last.
        date: As `FuzzyDate.as_json` writes it.
        is_unseen: Whether a machine read it from a picture and nobody looked at it.
    """

    document: DocumentId
    first_day: int
    last_day: int
    date: str
    is_unseen: bool


class StagesView(Protocol):
    """Reads what stages keep, and how far they are."""

    def stage_rows(self, stage: DocumentStage, documents: Sequence[DocumentId] | None = None) -> tuple[tuple[DocumentId, StageRow], ...]:
        """Return what a stage with a table of its own keeps of some documents, or of all, by document and place."""
        ...

    def own_dates(self, first: int = 0, last: int = FOREVER) -> tuple[OwnDate, ...]:
        """Return when documents were written that may have been between two days (`FuzzyDate.day_numbers`); all that say when without."""
        ...

    def count_waiting(self, *stages: DocumentStage) -> int:
        """Return how many documents one of these stages has not looked at yet: they wait for it, or to be read first."""
        ...
