"""The messages of a conversation, each with the files that hang on it as far as they are in the case."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kashf.domain.date import FuzzyDate
from kashf.domain.document import Page, Sighting
from kashf.domain.ids import DocumentId
from kashf.ports.views import CaseView, DocumentRecord

if TYPE_CHECKING:
    from kashf.language.correspondence.chat_heads import ChatHead

#: Folders above an export in which the path of a file may begin; networks write it from the top of what they export.
_MOST_FOLDERS: Final = 8


@dataclass(frozen=True, slots=True)
class NamedFile:
    """A file that a message names.

    Args:
        name: As the message names it.
        document: Which document it is; None where no such file lies beside the export.
    """

    name: str
    document: DocumentId | None


@dataclass(frozen=True, slots=True)
class SaidMessage:
    """One message of a conversation.

    Args:
        page: Number of its page.
        start: First code point of it on the page.
        end: One past its last.
        body: Where what it says begins, behind the lines that say who wrote it and when.
        sender: As it is written; "" for what the program says.
        written: When it was sent, as it is written; "" for nothing.
        date: On which day that was, by the clock of whoever exported it; in doubt where the file does not settle it.
        is_zone_in_doubt: Whether a time is written, but not in which zone it is.
        files: What hangs on it.
    """

    page: int
    start: int
    end: int
    body: int
    sender: str
    written: str
    date: FuzzyDate
    is_zone_in_doubt: bool
    files: tuple[NamedFile, ...]


def said_on(view: CaseView, record: DocumentRecord, pages: Sequence[Page]) -> tuple[SaidMessage, ...]:
    """Return the messages on some pages of a document, in order; none of one that is no conversation."""
    from kashf.language.correspondence.chat_heads import chat_heads  # its patterns take 20 ms to make; totals and searches do without

    order = record.metadata.get("day-order", "")
    heads = [(page, head) for page in pages for head in chat_heads(page, day_order=order)]
    names = tuple(dict.fromkeys(name for _, head in heads for name in head.files))
    found = _beside(view, [seen for seen, _ in view.sightings(record.id)], names) if names else {}
    return tuple(_said(page, head, found) for page, head in heads)


def _said(page: Page, head: ChatHead, found: Mapping[str, DocumentId]) -> SaidMessage:
    sender = page.text[slice(*head.sender)].strip()
    files = tuple(NamedFile(name, found.get(name)) for name in head.files)
    return SaidMessage(
        page.number, head.start, head.end, head.body, sender, head.written, head.date, bool(head.written) and not head.has_zone, files
    )


def _beside(view: CaseView, seen: Sequence[Sighting], names: Sequence[str]) -> Mapping[str, DocumentId]:
    """Return the files that lie where an export says, from its own folder or from one above it; the nearest of several."""
    found: dict[str, DocumentId] = {}
    for sighting in seen:
        places = {name: [*places_beside(sighting.path, name)] for name in names if name not in found}
        there = view.documents_at(sighting.channel, [path for some in places.values() for path in some])
        found |= {name: there[path] for name, some in places.items() for path in reversed(some) if path in there}
    return found


def places_beside(export: str, name: str) -> Iterator[str]:
    """Yield where a file may lie, the nearest first; a name that leads out of its folder leads nowhere."""
    parts = [part for part in name.replace("\\", "/").split("/") if part not in ("", ".")]
    if not parts or ".." in parts:
        return
    folder = export
    for _ in range(_MOST_FOLDERS):
        folder, slash, _ = folder.rpartition("/")
        yield "/".join((folder, *parts)) if slash else "/".join(parts)
        if not slash:
            return
