"""One file to its text: what it is, what is in it, who reads it, and what has to be read from images.

The type comes from the bytes, so a wrong extension is harmless. Readers are asked in order of preference until one finds text; what the
others said is remembered, because one engine returns nothing without a word where another says "encrypted".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, islice

from kashf.domain.document import Page, Reason, Status
from kashf.language.marks.boilerplate import boilerplate
from kashf.language.marks.quoted_mail import quoted
from kashf.language.recognising.language_runs import language_runs, language_shares
from kashf.ports.engines import (
    EngineError,
    Extract,
    Identifier,
    Limits,
    MemberSink,
    PageImager,
    Reader,
    Source,
    Unpacker,
)
from kashf.sandboxed.digital_pages import for_image, settled
from kashf.sandboxed.engines.divided import DividedPartReader, WholeFileUnpacker, is_named_part, told
from kashf.sandboxed.locks.unlock import Attempt, unlock
from kashf.sandboxed.merge import add_beside
from kashf.sandboxed.metadata import known_metadata
from kashf.sandboxed.ocr.scans import Ocr, Scanner
from kashf.sandboxed.paginate import cut_pages
from kashf.sandboxed.unpack import Unpacked, unpack
from kashf.sandboxed.what_to_do import advised

#: Name of the engine that takes archives apart.
ARCHIVES = "libarchive"
EMPTY_TYPE = "inode/x-empty"
UNKNOWN_TYPE = "application/octet-stream"
#: Files whose pages are pages of paper: their numbers stay whatever the length of the text.
_PAGED = ("application/pdf", "image/")
#: Characters from the beginning of a document that its language is guessed from.
_LANGUAGE_SAMPLE = 1000
_MEDIA_TYPE = re.compile(r"[a-z]+/[a-z0-9][a-z0-9.+_-]{0,100}")
#: Failures that one engine knows of where another only finds no text; the first named explains the file best.
_TELLING = (Reason.ENCRYPTED, Reason.DIVIDED, Reason.BOMB, Reason.TOO_LARGE, Reason.MEMORY)
#: What is marked in texts of each type; web pages are marked by their reader, which sees the page.
_MARKERS = {
    "text/plain": boilerplate,
    "text/html": boilerplate,
    "message/rfc822": quoted,
    "application/vnd.ms-outlook": quoted,
}
#: Share of the time a file may cost after which no further page image is begun, so that what was read is handed over.
_OCR_SHARE = 0.85


@dataclass(frozen=True, slots=True)
class Engines:
    """Everything that takes part in reading a file.

    Args:
        identifier: Says what a file is.
        readers: In order of preference; several may read one type.
        unpackers: At most one is asked for a type, the first.
        imagers: Draw pages for OCR; the first one for a type is asked.
        ocr: Reads page images; None when it is not installed.
        beside: Type -> a reader that finds what the first one for this type is known to leave out.
        language: Returns a language code for a sample of text, or "".
        seconds: A clock; only differences count.
        last_resorts: Readers of what none of the others could open.
        missing_for_ocr: Packages of the system that `ocr` lacks.
    """

    identifier: Identifier
    readers: Sequence[Reader]
    unpackers: Sequence[Unpacker]
    imagers: Sequence[PageImager]
    ocr: Ocr | None
    beside: Mapping[str, Reader]
    language: Callable[[str], str]
    seconds: Callable[[], float]
    last_resorts: Sequence[Reader] = ()
    missing_for_ocr: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class FileReading:
    """What one file yielded.

    Args:
        type: Media type by its bytes.
        extract: Pages, metadata, and how far the reading came.
        engines: Name and version of each engine that took part.
        members: How many members were handed to the sink.
        tried: How many passwords were tried on it.
        opened: Numbers of those that opened something.
    """

    type: str
    extract: Extract
    engines: Mapping[str, str]
    members: int = 0
    tried: int = 0
    opened: tuple[int, ...] = ()


def read_file(source: Source, *, engines: Engines, limits: Limits, sink: MemberSink, passwords: Sequence[str] = ()) -> FileReading:
    """Return the text of a file; never raises for what a file does.

    Args:
        source: The file; its type is not believed.
        engines: Who takes part.
        limits: What the file may cost.
        sink: Takes the members, when it is a container.
        passwords: To be tried on it, the likeliest first.
    """
    if source.size_bytes == 0:
        return FileReading(EMPTY_TYPE, Extract(detail="empty file"), {})
    started = engines.seconds()
    attempt = tried_on(source, passwords, engines=engines, limits=limits)
    source = attempt.source
    if attempt.is_shut:
        shut = Extract(status=Status.FAILED, reason=Reason.ENCRYPTED, detail="the document needs a password")
        return FileReading(source.type, shut, {}, 0, attempt.tried, attempt.opened)
    used: dict[str, str] = {}
    if not (source.opener or source.volumes) and is_named_part(source.untrusted_name):
        used[DividedPartReader.name] = DividedPartReader.version
        part = Extract(status=Status.FAILED, reason=Reason.DIVIDED, detail=told(source.untrusted_name))
        return FileReading(source.type, part, used)
    unpacked = _unpack(source, engines=engines, limits=limits, sink=sink, used=used)
    asked = replace(source, type=UNKNOWN_TYPE) if _is_closed(unpacked) else source
    last_resorts = () if unpacked and unpacked.members else engines.last_resorts
    extract = _first_text(asked, readers=engines.readers, last_resorts=last_resorts, limits=limits, used=used)
    if source.type in engines.beside and extract.status is not Status.FAILED:
        other = _first_text(source, readers=[engines.beside[source.type]], limits=limits, used=used)
        extract = add_beside(extract, other)
    imager = next((each for each in engines.imagers if each.images(source.type)), None)
    if engines.ocr and imager and any(page.confidence == 0.0 for page in extract.pages):
        scanner = Scanner(imager, engines.ocr, seconds=engines.seconds, deadline=started + _OCR_SHARE * limits.seconds)
        extract = settled(extract, scanner.read(source, for_image(extract), limits=limits))
        used[engines.ocr.line.name] = engines.ocr.line.version
    elif imager:
        extract = _not_looked_at(settled(extract, for_image(extract)), engines.missing_for_ocr)
    type = _type_found(extract) if source.type == UNKNOWN_TYPE and extract.pages else source.type
    extract = finish(extract, type=type, language=engines.language, limits=limits)
    members = unpacked.members if unpacked else 0
    is_read = any(reader.reads(source.type) for reader in (*engines.readers, *engines.last_resorts))
    extract = advised(_joined(extract, unpacked, is_read=is_read), type=type)
    return FileReading(type, extract, used, members, attempt.tried, attempt.opened)


def read_joined(source: Source, *, engines: Engines, limits: Limits, sink: MemberSink, passwords: Sequence[str] = ()) -> FileReading:
    """Return what lies in a file that was joined of parts, as its members; never raises for what it does.

    An archive is taken apart; any other file is its one member, since it is a document of its own.

    Args:
        source: As `joined` returns it.
        engines: Who takes part.
        limits: What it may cost.
        sink: Takes the members.
        passwords: To be tried on it.
    """
    attempt = tried_on(source, passwords, engines=engines, limits=limits)
    source, used = attempt.source, {DividedPartReader.name: DividedPartReader.version}
    unpackers = [each for each in engines.unpackers if each.name == ARCHIVES]
    unpacked = _unpack(source, engines=replace(engines, unpackers=unpackers), limits=limits, sink=sink, used=used)
    if unpacked is None and source.type != UNKNOWN_TYPE:
        used[WholeFileUnpacker.name] = WholeFileUnpacker.version
        unpacked = unpack(source, unpacker=WholeFileUnpacker(), sink=sink, limits=limits)
    nothing = Extract(status=Status.FAILED, reason=Reason.UNSUPPORTED, detail="what its parts make is of no kind that is known")
    members = unpacked.members if unpacked else 0
    return FileReading(source.type, _joined(nothing, unpacked, is_read=False), used, members, attempt.tried, attempt.opened)


def tried_on(source: Source, passwords: Sequence[str], *, engines: Engines, limits: Limits) -> Attempt:
    """Return a file with its type, as it is with those of some passwords that fit."""
    until = engines.seconds() + limits.trying_seconds
    source = replace(source, type=engines.identifier.identify(source))
    attempt = unlock(source, passwords, may_go_on=lambda: engines.seconds() < until)
    if attempt.source.opener is source.opener:
        return attempt
    return replace(attempt, source=replace(attempt.source, type=engines.identifier.identify(attempt.source)))


def finish(extract: Extract, *, type: str, language: Callable[[str], str], limits: Limits) -> Extract:
    """Return what a reader found, with marks, long texts cut into pages, metadata under known names, and the language.

    Text beyond `limits.text_characters`, or pages beyond `limits.pages`, are left out and make the whole partial.
    """
    pages = tuple(_marked(page, type) for page in extract.pages)
    pages = pages if type.startswith(_PAGED) else cut_pages(pages)
    kept = _within(pages, limits)
    if len(kept) < len(pages):
        said = f"{extract.detail}, and of these " if extract.reason is Reason.TOO_LARGE else ""
        detail = f"{said}the first {len(kept)} of {len(pages)} pages"
        extract = replace(extract, status=Status.PARTIAL, reason=Reason.TOO_LARGE, detail=detail)
    metadata = known_metadata(extract.metadata)
    spoken = _language_of("\n".join(islice(_samples(kept), 5))[:_LANGUAGE_SAMPLE], language)
    numbers = {page.number for page in kept}
    second = tuple(page for page in extract.second_readings if page.number in numbers)
    return replace(extract, pages=kept, second_readings=second, metadata=metadata | {"language": spoken} if spoken else metadata)


def _language_of(sample: str, guess: Callable[[str], str]) -> str:
    """Return the language of most of a sample: what a model takes it for, unless words and letters tell otherwise."""
    guessed = guess(sample)
    return next(iter(language_shares(language_runs(sample, expected=guessed))), guessed) if guessed else ""


def _marked(page: Page, type: str) -> Page:
    """Return the page with marks; a reader that has set some itself knows better."""
    if page.marks or type not in _MARKERS:
        return page
    return replace(page, marks=_MARKERS[type](page.text))


def _unpack(source: Source, *, engines: Engines, limits: Limits, sink: MemberSink, used: dict[str, str]) -> Unpacked | None:
    unpacker = next((each for each in engines.unpackers if each.unpacks(source.type)), None)
    if unpacker is None:
        return None
    used[unpacker.name] = unpacker.version
    return unpack(source, unpacker=unpacker, sink=sink, limits=limits)


def _not_looked_at(extract: Extract, missing: Sequence[str]) -> Extract:
    """Return what is said of pages that only OCR could read, where there is none."""
    if extract.status is not Status.DONE or all(page.confidence for page in extract.pages):
        return extract
    detail = f"pages that are pictures were not read: apt install {' '.join(missing)}, then process again"
    return replace(extract, status=Status.PARTIAL, reason=Reason.UNREAD_PART, detail=detail)


def _is_closed(unpacked: Unpacked | None) -> bool:
    """Return whether a container is packed in a way that its engine does not know; another program may, if it is not told what it is."""
    return unpacked is not None and not unpacked.had and unpacked.reason is Reason.UNSUPPORTED


def _first_text(
    source: Source, *, readers: Sequence[Reader], limits: Limits, used: dict[str, str], last_resorts: Sequence[Reader] = ()
) -> Extract:
    """Return what the first reader found that found anything; an Extract that failed, when none could.

    That a document has no text of its own is an answer too: then no last resort is asked.
    """
    faults: list[EngineError] = []
    empty: Extract | None = None
    for reader in (*readers, *last_resorts):
        if reader in last_resorts and empty and empty.status is Status.DONE:
            break
        if not reader.reads(source.type):
            continue
        used[reader.name] = reader.version
        try:
            extract = reader.read(source, limits=limits)
        except EngineError as error:
            faults.append(error)
            continue
        if any(page.text.strip() or page.confidence == 0.0 for page in extract.pages):
            return extract
        empty = empty or extract
    telling = next((fault for reason in _TELLING for fault in faults if fault.reason is reason), None)
    if empty and not telling and not (empty.status is Status.FAILED and faults):
        return replace(empty, pages=(), detail=empty.detail or "no text")
    fault = telling or next(iter(faults), EngineError(Reason.UNSUPPORTED, "no reader for this type"))
    return Extract(metadata=empty.metadata if empty else {}, status=Status.FAILED, reason=fault.reason, detail=fault.detail)


def _joined(extract: Extract, unpacked: Unpacked | None, *, is_read: bool) -> Extract:
    """Return what is said of a file that may be text and container at once, such as a mail.

    A container that only holds others is done when it is empty; of what readers tried in vain, having no members is no answer.
    """
    if unpacked is None or (is_read and extract.status is Status.FAILED and not unpacked.members and unpacked.status is Status.DONE):
        return extract
    if unpacked.passed_over:
        extract = replace(extract, metadata={**extract.metadata, "pictures-passed-over": str(unpacked.passed_over)})
    if extract.status is Status.FAILED and extract.reason is Reason.UNSUPPORTED:
        return replace(extract, status=unpacked.status, reason=unpacked.reason, detail=unpacked.detail)
    if extract.status is Status.FAILED:
        # What a reader could not read is not made whole by an unpacker that found nothing to take out.
        if unpacked.reason in (Reason.TOO_DEEP, *_TELLING) and not unpacked.had:
            return replace(extract, reason=unpacked.reason, detail=unpacked.detail)
        return replace(extract, status=Status.PARTIAL) if unpacked.had else extract
    if extract.status is Status.DONE and unpacked.status is not Status.DONE:
        return replace(extract, status=Status.PARTIAL, reason=unpacked.reason, detail=unpacked.detail)
    return extract


def _type_found(extract: Extract) -> str:
    """Return what a file turned out to be whose bytes did not tell, from what its reader says."""
    if "encoding" in extract.metadata:
        return "text/plain"
    said = extract.metadata.get("Content-Type", "").partition(";")[0].strip().lower()
    return said if _MEDIA_TYPE.fullmatch(said) else UNKNOWN_TYPE


def _within(pages: tuple[Page, ...], limits: Limits) -> tuple[Page, ...]:
    characters = list(accumulate(len(page.text) for page in pages[: limits.pages]))
    return pages[: sum(1 for count in characters if count <= limits.text_characters)]


def _samples(pages: tuple[Page, ...]) -> Iterator[str]:
    return (page.text[:_LANGUAGE_SAMPLE] for page in pages if page.text.strip())
