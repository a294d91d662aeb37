"""WARC and ARC files: what was fetched, each by itself with where it came from, and what was said on the way as text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count, islice
from typing import BinaryIO, Final

from kashf.domain.document import Capture, OwnHash, Page, Reason, Status
from kashf.ports.engines import EngineError, Extract, Limits, Member, Source
from kashf.sandboxed.engines.webarchives.fetched_body import looked_through
from kashf.sandboxed.engines.webarchives.http_answers import HttpAnswer, answer_of
from kashf.sandboxed.engines.webarchives.records import GAP, Record, records

_TYPES: Final = frozenset({"application/warc", "application/x-internet-archive"})
#: Records with something that was fetched; a gap holds whatever stands where no record is.
_HELD: Final = frozenset({"response", "resource", "conversion", "continuation", GAP})
#: Why a record of something that was fetched again and had not changed holds no bytes.
REVISIT: Final = "revisit"
#: Bytes of what was asked, and of what a tool noted, that are read.
_TOLD_BYTES: Final = 1 << 16


class WarcUnpacker:
    """Takes out what was fetched, as a browser would have it: without the pieces and the packing in which it was sent."""

    name = "warc"
    version = "1"

    def unpacks(self, type: str) -> bool:
        """Return whether `type` is WARC or ARC."""
        return type in _TYPES

    def members(self, source: Source, *, limits: Limits) -> Iterator[Member]:
        """Yield what was fetched in the order of the file, under its address; what was fetched again and unchanged comes without content.

        Raises:
            EngineError: DAMAGED, at the end, when something is not what its own hash says, breaks off, or is no record.
        """
        taking = _Taking()
        with source.open() as file:
            for record in records(file):
                member = taking.member(record, file)
                if member is not None:
                    yield member
        if taking.faults:
            raise EngineError(Reason.DAMAGED, ", ".join(f"{fault}: {number}" for fault, number in sorted(taking.faults.items())))


@dataclass(slots=True)
class _Taking:
    """What must be remembered from one record to the next: the tool, hashes of what was held, what is not as it should be."""

    tool: str = ""
    held: set[str] = field(default_factory=set)
    faults: Counter[str] = field(default_factory=Counter)
    _ordinals: Iterator[int] = field(default_factory=count)

    def member(self, record: Record, file: BinaryIO) -> Member | None:
        """Return a record as a member; None for what holds nothing that was fetched."""
        if record.kind == "warcinfo":
            self.tool = tool_of(_told(record, file)) or self.tool
        if record.kind == REVISIT:
            return self._revisit(record)
        if record.kind not in _HELD:
            return None
        self.held.add(record.headers.get("warc-payload-digest", ""))
        looked_at = looked_through(record, file)
        capture = self._capture(record, looked_at.answer, own_hash=looked_at.own_hash)
        self.faults["records that break off"] += record.is_cut and record.kind != GAP
        self.faults["gaps that are no record"] += record.kind == GAP
        self.faults["files that are not what their own hash says"] += capture.own_hash is OwnHash.DIFFERS
        self.faults += Counter()  # drops what is zero
        return Member(next(self._ordinals), _name(record), looked_at.content(record, file), capture=capture)

    def _revisit(self, record: Record) -> Member:
        """Return a member without content, which is missing only when the bytes it means are not in this file."""
        is_here = record.headers.get("warc-payload-digest") in self.held
        capture = self._capture(record, HttpAnswer("", {}, iter(())), own_hash=OwnHash.NOT_GIVEN)
        return Member(next(self._ordinals), _name(record), None, REVISIT if is_here else Reason.UNREAD_PART, capture)

    def _capture(self, record: Record, answer: HttpAnswer, *, own_hash: OwnHash) -> Capture:
        type = answer.headers.get("content-type", "") if record.is_http else record.headers.get("content-type", "")
        return Capture(record.url, record.headers.get("warc-date", ""), self.tool, own_hash, answer.status, type)


def _name(record: Record) -> bytes:
    return (record.url or f"{record.kind} at {record.offset}").encode("utf-8", "replace")


def tool_of(told: str) -> str:
    r"""Return the program that a warcinfo record names.

    >>> tool_of("format: WARC File Format 1.0\nSoftware: Lantern/2.1\n")
    'Lantern/2.1'
    """
    fields = (line.partition(":") for line in told.splitlines())
    return next((value.strip() for name, _, value in fields if name.strip().lower() == "software"), "")


def _told(record: Record, file: BinaryIO) -> str:
    return b"".join(islice(record.chunks(file), 1))[:_TOLD_BYTES].decode("utf-8", "replace").strip()


class WarcReader:
    """Lists what was fetched, and gives what was asked and what the tool noted: words that are in none of the members."""

    name = "warc-list"
    version = "1"

    def reads(self, type: str) -> bool:
        """Return whether `type` is WARC or ARC."""
        return type in _TYPES

    def read(self, source: Source, *, limits: Limits) -> Extract:
        """Return one page with a paragraph for each record.

        Raises:
            EngineError: No record begins where one should.
        """
        paragraphs: list[str] = []
        metadata: dict[str, str] = {}
        left = limits.text_characters
        with source.open() as file:
            for record in records(file):
                if record.kind == GAP and not paragraphs and record.length == source.size_bytes:
                    raise EngineError(Reason.DAMAGED, "there is no record in it")
                paragraph = _paragraph(record, file)
                left -= len(paragraph) + 2
                if left < 0:
                    detail = f"the list of the first {len(paragraphs)} records"
                    return Extract((Page(1, "\n\n".join(paragraphs)),), metadata, Status.PARTIAL, Reason.TOO_LARGE, detail)
                paragraphs.append(paragraph)
                if record.kind == "warcinfo" and (tool := tool_of(_told(record, file))):
                    metadata.setdefault("software", tool)
                if date := record.headers.get("warc-date"):
                    metadata.setdefault("created", date)
        return Extract((Page(1, "\n\n".join(paragraphs)),), metadata)


def _paragraph(record: Record, file: BinaryIO) -> str:
    """Return a line about a record; of what holds nothing that was fetched its own words too, of an answer its status."""
    lines = [" ".join(each for each in (record.headers.get("warc-date", ""), record.kind, record.url) if each)]
    if record.kind in _HELD or record.kind == REVISIT:
        answer = answer_of(record.chunks(file)) if record.is_http else HttpAnswer("", {}, iter(()))
        lines += [" ".join(each for each in (answer.status, answer.headers.get("content-type", "")) if each)]
    else:
        lines += _told(record, file).splitlines()
    return "\n".join(line for line in lines if line)
