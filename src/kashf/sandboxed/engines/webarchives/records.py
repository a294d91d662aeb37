"""The records of a WARC file (ISO 28500) and of an ARC file, which came before: headers, and where the bytes of each stand."""

from __future__ import annotations

import datetime as dt
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import BinaryIO, Final

_CHUNK_BYTES: Final = 1 << 16
#: Of one line of a header, and of a header; addresses of the web seldom reach a hundredth of it.
_LONGEST_LINE: Final = 1 << 16
_LONGEST_HEADER: Final = 1 << 20
_FIELD: Final = re.compile(rb"([!-9;-~]+)[ \t]*:[ \t]*(.*?)[ \t\r\n]*$", re.DOTALL)
#: Address, IP address, time and type of an ARC record; between type and length newer ones have more. Source: Arc File Format, 1996.
_ARC_LINE: Final = re.compile(rb"(\S{1,8000}) (\S{1,64}) (\d{14}) (\S{1,200})(?: \S{1,8000}){0,6} (\d{1,18})\r?\n")


#: Kind of bytes that stand where a record should and are none.
GAP: Final = "gap"
_BEGINNING: Final = b"WARC/"


@dataclass(frozen=True, slots=True)
class Record:
    """One record.

    Args:
        kind: response, resource, request, metadata, warcinfo, revisit, conversion or continuation, as it says itself; or `GAP`.
        headers: By lower-case name, the last one of a name.
        offset: Where its bytes begin in the file.
        length: How many bytes it says it has.
        is_cut: Whether the file ends before that.
    """

    kind: str
    headers: Mapping[str, str]
    offset: int
    length: int
    is_cut: bool

    @property
    def url(self) -> str:
        """What it was fetched from, without the angle brackets that some tools write."""
        return self.headers.get("warc-target-uri", "").strip("<>")

    @property
    def is_http(self) -> bool:
        """Whether its bytes begin with what a server said of them."""
        return self.headers.get("content-type", "").lower().startswith("application/http")

    def chunks(self, file: BinaryIO) -> Iterator[bytes]:
        """Yield its bytes; from the beginning each time it is asked."""
        file.seek(self.offset)
        left = self.length
        while left > 0 and (chunk := file.read(min(left, _CHUNK_BYTES))):
            left -= len(chunk)
            yield chunk
            file.seek(self.offset + self.length - left)


def records(file: BinaryIO) -> Iterator[Record]:
    """Yield the records in the file's order; bytes that are none come as a gap, and after it what begins like a record again."""
    size = file.seek(0, os.SEEK_END)
    at = 0
    while (at := _past_blank(file, at)) < size:
        file.seek(at)
        line = file.readline(_LONGEST_LINE)
        record = _warc_record(file, size) if line.startswith(_BEGINNING) else _arc_record(line, file.tell(), size)
        record = record or _gap(file, at, size)
        yield record
        at = record.offset + record.length


def _gap(file: BinaryIO, at: int, size: int) -> Record:
    """Return all bytes from here to where something begins like a record."""
    mark, begin = b"\n" + _BEGINNING, at + 1
    file.seek(begin)
    tail = b""
    while chunk := file.read(_CHUNK_BYTES):
        found = (tail + chunk).find(mark)
        if found >= 0:
            end = begin - len(tail) + found + 1
            return Record(GAP, {}, at, end - at, is_cut=True)
        begin, tail = begin + len(chunk), (tail + chunk)[-len(mark) + 1 :]
    return Record(GAP, {}, at, size - at, is_cut=True)


def _past_blank(file: BinaryIO, at: int) -> int:
    """Return where something begins behind the empty lines that end a record."""
    file.seek(at)
    while chunk := file.read(_CHUNK_BYTES):
        written = chunk.lstrip(b"\r\n")
        at += len(chunk) - len(written)
        if written:
            break
    return at


def _warc_record(file: BinaryIO, size: int) -> Record | None:
    """Return the record whose header goes on here."""
    headers: dict[str, str] = {}
    name, begin = "", file.tell()
    while (line := file.readline(_LONGEST_LINE)).strip():
        if file.tell() - begin > _LONGEST_HEADER:
            return None
        match = _FIELD.match(line)
        if match:
            name = match[1].decode("latin-1").lower()
            headers[name] = match[2].decode("utf-8", "replace")
        elif name and line[:1] in b" \t":
            headers[name] += " " + line.decode("utf-8", "replace").strip()
        else:
            return None
    length = headers.get("content-length", "")
    if not (length.isascii() and length.isdecimal() and len(length) <= 18):
        return None
    offset = file.tell()
    return Record(headers.get("warc-type", "").lower(), headers, offset, int(length), is_cut=offset + int(length) > size)


def _arc_record(line: bytes, offset: int, size: int) -> Record | None:
    """Return the record of a line of an ARC file, under the names that WARC gives its fields."""
    match = _ARC_LINE.fullmatch(line)
    if match is None:
        return None
    url, address, time, type, length = (each.decode("utf-8", "replace") for each in match.groups())
    headers = {"warc-target-uri": url, "warc-ip-address": address, "warc-date": _iso(time)}
    if url.startswith("filedesc:"):
        return Record("warcinfo", headers, offset, int(length), is_cut=offset + int(length) > size)
    is_http = url.lower().startswith(("http:", "https:"))
    headers["content-type"] = "application/http" if is_http else type
    return Record("response" if is_http else "resource", headers, offset, int(length), is_cut=offset + int(length) > size)


def _iso(digits: str) -> str:
    try:
        return dt.datetime.strptime(digits, "%Y%m%d%H%M%S").strftime("%Y-%m-%dT%H:%M:%SZ")  # noqa: DTZ007 - ARC says UTC and writes no zone
    except ValueError:
        return digits
