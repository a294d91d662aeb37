"""What runs inside the sandbox: readers, type detection, unpacking and page images, joined.

A zygote calls `preload` once and forks a child for each task, which calls `handle`. Nothing here writes a file or opens a path that a
document names; bytes come in as open descriptors and go out through `MemberEmitter`.
"""

from __future__ import annotations

import contextlib
import os
import tempfile
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import cache
from pathlib import Path
from typing import Any, Protocol

from kashf.domain.document import Page, Reason, Status
from kashf.domain.files.divided_files import Division
from kashf.ports.engines import EngineError, Extract, Limits, Member, Picture, Source
from kashf.sandboxed.encode import encode_head, encode_reading
from kashf.sandboxed.engines import archives, attachments, embedded, structured, webarchives
from kashf.sandboxed.engines.character_runs import CharacterRunReader
from kashf.sandboxed.engines.charset import decode
from kashf.sandboxed.engines.chats.web_pages.chat_page_reader import ConversationPageReader
from kashf.sandboxed.engines.chats.written import WrittenConversationReader
from kashf.sandboxed.engines.divided import DividedPartReader
from kashf.sandboxed.engines.iwork.iwork_reader import IworkReader
from kashf.sandboxed.engines.langdetect import LanguageGuesser
from kashf.sandboxed.engines.libmagic import LibmagicIdentifier
from kashf.sandboxed.engines.mail.armour import ArmourReader, SealReader
from kashf.sandboxed.engines.mail.outlook import OutlookReader
from kashf.sandboxed.engines.mail.rfc822 import MailReader
from kashf.sandboxed.engines.media.recordings import RecordingReader
from kashf.sandboxed.engines.office.excel.workbook import WorkbookReader
from kashf.sandboxed.engines.office.older.old_word import OldWordReader
from kashf.sandboxed.engines.office.opendocument.reader import OpenDocumentReader
from kashf.sandboxed.engines.office.rich_text.rich_text_reader import RichTextReader
from kashf.sandboxed.engines.office.slides import SlideReader
from kashf.sandboxed.engines.office.visio.visio_reader import VisioReader
from kashf.sandboxed.engines.office.word import WordReader
from kashf.sandboxed.engines.ooxml_integrity import PackageReader
from kashf.sandboxed.engines.package_parts import PackagePartReader
from kashf.sandboxed.engines.pdfium import PdfiumReader
from kashf.sandboxed.engines.picture_metadata import UndrawnPictureReader
from kashf.sandboxed.engines.pictures import PictureReader
from kashf.sandboxed.engines.plaintext import PlainTextReader
from kashf.sandboxed.engines.rar_secrets import RarUnpacker
from kashf.sandboxed.engines.spreadsheets import CsvReader, SpreadsheetReader
from kashf.sandboxed.engines.structured.archived_pages import ArchivedPageReader
from kashf.sandboxed.engines.structured.xml_text import FLAT_WORKBOOKS, REGISTERS, XmlReader
from kashf.sandboxed.engines.tesseract import TesseractLineReader, TesseractReader, TesseractSignReader, data_folder, missing_packages
from kashf.sandboxed.engines.tika import TikaReader
from kashf.sandboxed.engines.warm_up_samples import samples
from kashf.sandboxed.engines.webpage import WebPageReader
from kashf.sandboxed.joined_files import joined
from kashf.sandboxed.ocr.answers.read_twice import BLOOD_SIGNS
from kashf.sandboxed.ocr.scans import IMAGE_LONGEST_SIDE, Ocr, grey_of, read_line
from kashf.sandboxed.ocr.tracing.line_boxes import find_regions
from kashf.sandboxed.read import Engines, finish, read_file, read_joined
from kashf.sandboxed.redacting.drawn_pages import drawn_page
from kashf.sandboxed.redacting.redact_task import redact_task

#: Spreadsheets of whose comments, text boxes and headers calamine says nothing.
_CELLS_ARE_NOT_ALL = (
    "application/vnd.ms-excel",
    "application/vnd.ms-excel.sheet.binary.macroenabled.12",
)


class MemberEmitter(Protocol):
    """Sends bytes out of the sandbox while a task is at work."""

    def member(self, head: dict[str, object], chunks: Iterable[bytes] | None) -> None:
        """Send one member of a container, or one picture; no chunks when it cannot be had."""
        ...


class _Nowhere:
    """Takes what comes of our own samples, and drops it."""

    def member(self, head: dict[str, object], chunks: Iterable[bytes] | None) -> None:
        """Forget it."""


def preload() -> None:
    """Load every engine, warm up those that are slow to start and read our own samples; called once, before any file is seen."""
    ocr = _engines().ocr
    slow: Iterable[Any] = (*_engines().readers, LanguageGuesser(), *((ocr.page, ocr.line) if ocr else ()))
    for engine in slow:
        if hasattr(engine, "warm_up"):
            engine.warm_up()
    for name, content in samples().items():
        with tempfile.TemporaryFile() as file:
            file.write(content)
            file.flush()
            handle({"kind": "read", "params": {"names": [name]}}, [file.fileno()], _Nowhere())


def handle(task: Mapping[str, Any], files: Sequence[int], emit: MemberEmitter) -> dict[str, object]:
    """Return the answer to one task, as a JSON object.

    Args:
        task: {"kind", "params", "limits"}; from our own side, so it is trusted.
        files: Read-only descriptors of the files, all of them untrusted.
        emit: Takes members and pictures.

    Raises:
        ValueError: There is no such kind of task.
        KeyError: A parameter is missing.
    """
    params: Mapping[str, Any] = task.get("params") or {}
    limits = _limits(task.get("limits") or {})
    answer: dict[str, object]
    match task["kind"]:
        case "read":
            answer = _read(_whole(files, params), params=params, limits=limits, emit=emit)
        case "texts":
            answer = {"answers": [_read_text(file, _name(params, index), limits=limits) for index, file in enumerate(files)]}
        case "picture":
            answer = _draw(_source(files[0], _name(params, 0)), params=params, limits=limits, emit=emit)
        case "lines":
            answer = _find_lines(_source(files[0], _name(params, 0)), params=params, limits=limits)
        case "line":
            answer = _read_line(_source(files[0], _name(params, 0)), limits=limits)
        case "placed" | "cover" | "extracts" | "compare" as kind:
            sources = [_source(file, _name(params, index)) for index, file in enumerate(files)]
            with _no_surprise(kind):
                answer = redact_task(kind, sources, params, limits, emit=emit, engines=_engines())
        case "engines":
            answer = {"engines": _versions()}
        case _:
            raise ValueError("no such kind of task")
    return answer


def _versions() -> dict[str, list[str]]:
    """Return the versions of everything that reads, by name; what reads pages and what reads lines may differ under one name."""
    engines = _engines()
    ocr = (engines.ocr.page, engines.ocr.line) if engines.ocr else ()
    found: dict[str, set[str]] = {}
    for engine in (*engines.readers, *engines.last_resorts, *engines.unpackers, *engines.beside.values(), *ocr):
        found.setdefault(engine.name, set()).add(engine.version)
    return {name: sorted(versions) for name, versions in sorted(found.items())}


def _whole(files: Sequence[int], params: Mapping[str, Any]) -> Source:
    """Return the file of a task; that which its files are as one, when it says how they were divided."""
    sources = [_source(file, _name(params, 0)) for file in files]
    return joined(sources, Division(params["division"])) if "division" in params else sources[0]


def _read(source: Source, *, params: Mapping[str, Any], limits: Limits, emit: MemberEmitter) -> dict[str, object]:
    def sink(member: Member) -> None:
        emit.member(encode_head(member), member.chunks)

    read = read_joined if "division" in params else read_file
    reading = read(source, engines=_engines(), limits=limits, sink=sink, passwords=_passwords(params))
    answer = encode_reading(reading.extract, type=reading.type, engines=reading.engines, members=reading.members)
    return answer | {"tried": reading.tried, "opened": list(reading.opened)} if reading.tried else answer


def _read_text(file: int, untrusted_name: str, *, limits: Limits) -> dict[str, object] | None:
    """Return the answer for one of many small texts, or None when it is no plain text and must be read by itself."""
    source = _source(file, untrusted_name)
    if not 0 < source.size_bytes <= 4 * limits.text_characters or _engines().identifier.identify(source) != "text/plain":
        return None
    decoded = decode(os.pread(file, source.size_bytes, 0))
    if decoded is None:
        return None
    text, encoding = decoded
    extract = Extract((Page(1, text),), {"encoding": encoding})
    extract = finish(extract, type="text/plain", language=_engines().language, limits=limits)
    return encode_reading(extract, type="text/plain", engines={PlainTextReader.name: PlainTextReader.version})


def _draw(source: Source, *, params: Mapping[str, Any], limits: Limits, emit: MemberEmitter) -> dict[str, object]:
    try:
        picture = drawn_page(source, params=params, engines=_engines(), limits=limits)
    except EngineError as fault:
        return {"reason": fault.reason.value, "detail": fault.detail}
    emit.member({"width": picture.width, "height": picture.height, "channels": picture.channels}, [picture.pixels])
    return {"ok": True}


def _find_lines(source: Source, *, params: Mapping[str, Any], limits: Limits) -> dict[str, object]:
    """Return the boxes of the lines of a page, in reading order."""
    try:
        picture = drawn_page(source, params=params, engines=_engines(), limits=limits)
        with _no_surprise("lines"):
            regions = find_regions(grey_of(picture), leftward=bool(params["leftward"]))
    except EngineError as fault:
        return {"reason": fault.reason.value, "detail": fault.detail}
    return {"regions": [list(region) for region in regions]}


def _read_line(source: Source, *, limits: Limits) -> dict[str, object]:
    """Return the answer for a picture of one line of print or writing."""
    engines = _engines()
    source = replace(source, type=engines.identifier.identify(source))
    pictures = Guarded(PictureReader())
    if engines.ocr is None or not pictures.images(source.type):
        detail = f"OCR needs {', '.join(engines.missing_for_ocr)}" if engines.ocr is None else "not a picture"
        return encode_reading(Extract(status=Status.FAILED, reason=Reason.UNSUPPORTED, detail=detail), type=source.type, engines={})
    try:
        picture = pictures.draw(source, page=1, longest_side=IMAGE_LONGEST_SIDE, limits=limits)
        page = read_line(grey_of(picture), ocr=engines.ocr)
    except EngineError as fault:
        failed = Extract(status=Status.FAILED, reason=fault.reason, detail=fault.detail)
        return encode_reading(failed, type=source.type, engines={})
    line = engines.ocr.line
    return encode_reading(Extract((page,)), type=source.type, engines={line.name: line.version})


@cache
def _engines() -> Engines:
    """Return every engine, made once in a process and its children."""
    pdf, pictures, web = Guarded(PdfiumReader()), Guarded(PictureReader()), WebPageReader(decode)
    native = (
        DividedPartReader(),
        UndrawnPictureReader(),
        RecordingReader(),
        *structured.readers(decode),
        WrittenConversationReader(decode),
        *webarchives.readers(),
        PlainTextReader(decode),
        ConversationPageReader(web.decoded),
        web,
        MailReader(decode, web.text),
        OutlookReader(web.text),
        ArmourReader(decode),
        SealReader(),
        CsvReader(decode),
        ArchivedPageReader(web, CsvReader(decode), decode),
        PackageReader(WorkbookReader()),
        PackageReader(OpenDocumentReader()),
        PackageReader(SpreadsheetReader()),
        PackageReader(WordReader()),
        PackageReader(SlideReader()),
        PackageReader(VisioReader()),
        IworkReader(),
    )
    inner = embedded.unpackers()
    tika = Guarded(PackageReader(TikaReader(is_unpacked=lambda type: any(each.unpacks(type) for each in inner))))
    runs = Guarded(CharacterRunReader())
    folder = data_folder()
    return Engines(
        identifier=LibmagicIdentifier(),
        readers=(pdf, pictures, *(Guarded(each) for each in native), Guarded(RichTextReader(tika)), Guarded(OldWordReader(tika)), tika),
        unpackers=tuple(
            Guarded(each)
            for each in (
                *map(RarUnpacker, archives.unpackers()),
                *archives.unpackers(),
                *webarchives.unpackers(),
                *attachments.unpackers(),
                *structured.unpackers(decode),
                *inner,
            )
        ),
        imagers=(pdf, pictures),
        ocr=Ocr(TesseractReader(folder), TesseractLineReader(folder), TesseractSignReader(folder, BLOOD_SIGNS)) if folder else None,
        missing_for_ocr=missing_packages(),
        beside={
            **dict.fromkeys((*_CELLS_ARE_NOT_ALL, REGISTERS), tika),
            **dict.fromkeys(("application/onenote", "image/vnd.dwg"), runs),
            FLAT_WORKBOOKS: Guarded(XmlReader(decode, frozenset({FLAT_WORKBOOKS}))),
        },
        language=LanguageGuesser().guess,
        seconds=time.monotonic,
        last_resorts=(Guarded(PackagePartReader()), runs),
    )


def _source(file: int, untrusted_name: str) -> Source:
    """Return a file by its descriptor, which is opened anew so that every engine starts at its beginning."""
    return Source(Path(f"/proc/self/fd/{file}"), os.fstat(file).st_size, untrusted_name=untrusted_name)


def _name(params: Mapping[str, Any], index: int) -> str:
    names = params.get("names") or ()
    return str(names[index]) if index < len(names) else ""


def _passwords(params: Mapping[str, Any]) -> Sequence[str]:
    """Return the passwords of a task; they stand nowhere else."""
    return tuple(map(str, params.get("passwords") or ()))


def _limits(given: Mapping[str, Any]) -> Limits:
    known = {each.name for each in fields(Limits)}
    return Limits(**{key: value for key, value in given.items() if key in known})


@dataclass(frozen=True, slots=True)
class Guarded:
    """An engine whose unforeseen faults cost its own part of a file and not the others'.

    Parsers raise whatever a hostile file leads them to; this is the one place that takes it all. Engines written in Rust raise
    PanicException, which is no Exception by its class.
    """

    engine: Any

    def __getattr__(self, name: str) -> Any:
        """Return what the engine has."""
        return getattr(self.engine, name)

    def read(self, source: Source, *, limits: Limits) -> Extract:
        """Return what a Reader reads."""
        with _no_surprise(self.engine.name):
            extract: Extract = self.engine.read(source, limits=limits)
            return extract

    def members(self, source: Source, *, limits: Limits) -> Iterator[Member]:
        """Yield what an Unpacker yields."""
        with _no_surprise(self.engine.name):
            yield from self.engine.members(source, limits=limits)

    def draw(self, source: Source, *, page: int, longest_side: int, limits: Limits) -> Picture:
        """Return what a PageImager draws."""
        with _no_surprise(type(self.engine).__name__):
            picture: Picture = self.engine.draw(source, page=page, longest_side=longest_side, limits=limits)
            return picture


@contextlib.contextmanager
def _no_surprise(engine: str) -> Iterator[None]:
    try:
        yield
    except (EngineError, GeneratorExit):
        raise
    except MemoryError as error:
        raise EngineError(Reason.MEMORY, f"{engine}: out of memory") from error
    except BaseException as error:
        if not isinstance(error, Exception) and type(error).__name__ != "PanicException":
            raise
        raise EngineError(Reason.DAMAGED, f"{engine}: {type(error).__name__}") from error
