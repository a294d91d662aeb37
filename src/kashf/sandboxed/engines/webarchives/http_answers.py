"""What a server sent, as an archive of the web keeps it: status, headers, and the body without what was done to it for the way."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any, Final

#: Bytes of status line and headers together; servers that send more are cut there.
_LONGEST_HEAD: Final = 1 << 20
#: The line before a piece: its length in hexadecimal, and perhaps more. Source: RFC 9112, 7.1.
_LENGTH: Final = re.compile(rb"([0-9a-fA-F]{1,15})[ \t]*(?:;[^\n]*)?\r?\n")
_LONGEST_LINE: Final = 4096
_PIECE_BYTES: Final = 1 << 18


class UnknownCodingError(Exception):
    """The body was packed in a way that is not known here, or its packing is damaged."""


@dataclass(frozen=True, slots=True)
class HttpAnswer:
    """What a server sent.

    Args:
        status: Such as "200 OK".
        headers: By lower-case name.
        body: As it came over the wire.
    """

    status: str
    headers: Mapping[str, str]
    body: Iterator[bytes]

    @property
    def is_chunked(self) -> bool:
        """Whether the server sent the body in pieces with lengths."""
        return "chunked" in self.headers.get("transfer-encoding", "").lower()

    def content(self) -> Iterator[bytes]:
        """Yield the body as a browser would have it.

        Raises:
            UnknownCodingError: It was packed in a way that is not known here.
        """
        return self.unpacked(unchunked(self.body) if self.is_chunked else self.body)

    def unpacked(self, content: Iterator[bytes]) -> Iterator[bytes]:
        """Yield a body, whose pieces are joined, without the packing in which it was sent.

        Raises:
            UnknownCodingError: As `content` does.
        """
        for coding in self.codings:
            content = _uncoded(content, coding)
        return content

    @property
    def codings(self) -> list[str]:
        """How the body was packed, the last packing first."""
        named = (each.strip().lower() for each in self.headers.get("content-encoding", "").split(","))
        return [each for each in named if each not in {"", "identity"}][::-1]


def answer_of(block: Iterator[bytes]) -> HttpAnswer:
    """Return the answer in the bytes of a record; without headers when it has none."""
    head = b""
    for chunk in block:
        head += chunk
        end, skipped = _head_end(head)
        if end >= 0:
            status, headers = _head(head[:end])
            return HttpAnswer(status, headers, chain([head[end + skipped :]], block))
        if len(head) > _LONGEST_HEAD:
            break
    return HttpAnswer("", {}, chain([head], block))


def unchunked(body: Iterator[bytes]) -> Iterator[bytes]:
    """Yield a body that was sent in pieces with their lengths; one that was not is yielded as it is, for some tools undo the pieces."""
    feed = _Feed(body)
    line = feed.line()
    while (match := _LENGTH.match(line)) and (left := int(match[1], 16)):
        yield from feed.take(left)
        feed.line()
        line = feed.line()
    if match is None:
        yield line
        yield from feed.rest()


class _Feed:
    """Bytes that come in chunks, taken by line and by length."""

    def __init__(self, chunks: Iterator[bytes]) -> None:
        self._chunks = chunks
        self._buffer = b""

    def line(self) -> bytes:
        """Return all up to the end of a line, or as much as a length may have."""
        while b"\n" not in self._buffer[:_LONGEST_LINE] and len(self._buffer) < _LONGEST_LINE and (chunk := next(self._chunks, b"")):
            self._buffer += chunk
        end = self._buffer.find(b"\n", 0, _LONGEST_LINE) + 1 or _LONGEST_LINE
        line, self._buffer = self._buffer[:end], self._buffer[end:]
        return line

    def take(self, length: int) -> Iterator[bytes]:
        """Yield this many bytes, or what there is."""
        while length > 0 and (self._buffer or self._fill()):
            piece, self._buffer = self._buffer[:length], self._buffer[length:]
            length -= len(piece)
            yield piece

    def rest(self) -> Iterator[bytes]:
        """Yield what is left."""
        yield self._buffer
        yield from self._chunks

    def _fill(self) -> bool:
        self._buffer = next(self._chunks, b"")
        return bool(self._buffer)


def _head_end(head: bytes) -> tuple[int, int]:
    """Return where the headers end and how long the empty line is; -1 when they do not end."""
    found = [(at, len(mark)) for mark in (b"\r\n\r\n", b"\n\n") if (at := head.find(mark)) >= 0]
    return min(found, default=(-1, 0))


def _head(head: bytes) -> tuple[str, dict[str, str]]:
    first, *lines = head.decode("latin-1").splitlines() or [""]
    headers: dict[str, str] = {}
    for line in lines:
        name, colon, value = line.partition(":")
        if colon:
            headers[name.strip().lower()] = value.strip()
    return first.partition(" ")[2].strip(), headers


def _uncoded(content: Iterator[bytes], coding: str) -> Iterator[bytes]:
    first = next(content, b"")
    whole = chain([first], content)
    if coding in {"gzip", "x-gzip"}:
        # Tools that undo the packing often keep the header that names it.
        return _inflated(whole, zlib.MAX_WBITS | 16) if first.startswith(b"\x1f\x8b") else whole
    if coding == "deflate":
        return _inflated(whole, zlib.MAX_WBITS if first[:1] == b"\x78" else -zlib.MAX_WBITS)
    if coding == "br":
        return _unbrotlied(whole)
    raise UnknownCodingError(coding)


def _inflated(content: Iterable[bytes], window: int) -> Iterator[bytes]:
    unpacker = zlib.decompressobj(window)
    try:
        for chunk in content:
            data = chunk
            while data and not unpacker.eof:
                yield unpacker.decompress(data, _PIECE_BYTES)
                data = unpacker.unconsumed_tail
        yield unpacker.flush()
    except zlib.error as error:
        raise UnknownCodingError from error
    if not unpacker.eof:
        raise UnknownCodingError


def _unbrotlied(content: Iterable[bytes]) -> Iterator[bytes]:
    import brotli

    unpacker = brotli.Decompressor()
    process: Callable[..., Any] = unpacker.process
    try:
        for chunk in content:
            yield process(chunk, output_buffer_limit=_PIECE_BYTES)
            # More may be waiting inside, whatever it says of taking more.
            while piece := process(b"", output_buffer_limit=_PIECE_BYTES):
                yield piece
    except brotli.error as error:
        raise UnknownCodingError from error
    if not unpacker.is_finished():
        raise UnknownCodingError
