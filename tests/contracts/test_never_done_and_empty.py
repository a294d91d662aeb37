"""Whatever the detector says a file is: bytes that nobody understands are never `done` without a page, a member or a word of why."""

from __future__ import annotations

import functools
import re
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from kashf.domain.document import Reason, Status
from kashf.ports.engines import Limits, Member, Source
from kashf.sandboxed import worker
from kashf.sandboxed.engines import tika
from kashf.sandboxed.engines.libmagic import containers, text_kinds
from kashf.sandboxed.read import FileReading, read_file
from tests.documents import source_of

extractor = tika._extractor
#: Where distributions keep libmagic's tables.
DATABASES = (Path("/usr/lib/file/magic.mgc"), Path("/usr/share/misc/magic.mgc"), Path("/usr/share/file/misc/magic.mgc"))
TYPE = re.compile(r"(?:application|image|audio|video|text|message|font)/[a-z0-9][a-z0-9.+_-]{1,70}")
#: Enough bytes to look like something, in no order; from a seed, so that they are the same each time.
NOISE = bytes(Random(1).choices(range(256), k=6000))
BYTES = {
    "noise": NOISE,
    "zeros": bytes(6000),
    "a zip that breaks off": b"PK\x03\x04" + NOISE,
    "an OLE file that breaks off": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + NOISE,
}
#: Kinds of these that the media types in our own tables are.
SOURCES = (Path(containers.__file__), Path(text_kinds.__file__), Path(containers.__file__).parent / "__init__.py")


class Says:
    """An Identifier that says what it was told."""

    def __init__(self, type: str) -> None:
        self.type = type

    def identify(self, source: Source) -> str:
        """Return the type."""
        return self.type


def our_types() -> tuple[str, ...]:
    """Return every media type in our own tables."""
    return _clean({type for path in SOURCES for type in TYPE.findall(path.read_text("utf-8"))})


def types_of_libmagic() -> tuple[str, ...]:
    """Return every media type in libmagic's tables, where they are."""
    database = next((path for path in DATABASES if path.is_file()), None)
    return _clean(set(TYPE.findall(database.read_bytes().decode("latin-1"))) if database else set())


def _clean(types: set[str]) -> tuple[str, ...]:
    return tuple(sorted({type.rstrip(".-+") for type in types}))


class AskedOnce:
    """Remembers what Tika said of bytes: it is given them without a type, so it says the same whatever they are called."""

    def __init__(self, most: int) -> None:
        self._extractor = extractor(most)
        self._said: dict[bytes, tuple[str, dict[str, list[str]]] | Exception] = {}

    def extract_bytes_to_string(self, content: bytearray) -> tuple[str, dict[str, list[str]]]:
        """Return the text and the metadata."""
        key = bytes(content)
        if key not in self._said:
            try:
                self._said[key] = self._extractor.extract_bytes_to_string(content)
            except (TypeError, ValueError, OSError, RuntimeError) as error:
                self._said[key] = error
        if isinstance(said := self._said[key], Exception):
            raise said
        return said

    def __getattr__(self, name: str) -> object:
        return getattr(self._extractor, name)


@pytest.fixture(autouse=True)
def tika_is_asked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tika, "_extractor", functools.cache(AskedOnce))


def reading_of(source: Source, type: str) -> FileReading:
    """Return how a file is read by all engines, but for OCR, when it is said to be of a type."""

    def sink(member: Member) -> None:
        for _ in member.chunks or ():
            pass

    return read_file(source, engines=replace(worker._engines(), identifier=Says(type), ocr=None), limits=Limits(seconds=20), sink=sink)


def check_all(source: Source, types: tuple[str, ...]) -> None:
    readings = {type: reading_of(source, type) for type in types}
    done = [type for type, reading in readings.items() if reading.extract.status is Status.DONE]

    assert [] == [type for type in done if not readings[type].extract.pages and not readings[type].members]
    assert [] == [type for type in types if type not in done and not (readings[type].extract.reason and readings[type].extract.detail)]


@pytest.mark.parametrize("content", BYTES)
def test_bytes_that_nobody_understands_are_never_done_and_empty_whatever_they_are_called(tmp_path: Path, content: str) -> None:
    check_all(source_of(tmp_path, BYTES[content]), our_types())


@pytest.mark.slow
def test_bytes_that_nobody_understands_are_never_done_and_empty_whatever_libmagic_calls_them(tmp_path: Path) -> None:
    check_all(source_of(tmp_path, NOISE), types_of_libmagic())


@pytest.mark.parametrize(
    ("type", "advice"),
    [
        ("application/x-msaccess", "mdb-export"),
        ("application/onenote", "PDF"),
        ("application/vnd.apache.parquet", "CSV"),
        ("image/vnd.djvu", "djvutxt"),
    ],
)
def test_what_is_not_read_here_names_what_to_do(tmp_path: Path, type: str, advice: str) -> None:
    extract = reading_of(source_of(tmp_path, NOISE), type).extract

    assert (Status.FAILED, Reason.UNSUPPORTED) == (extract.status, extract.reason)
    assert advice in extract.detail
