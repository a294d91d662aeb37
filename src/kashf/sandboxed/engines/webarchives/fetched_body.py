"""What was fetched, read twice at most: once for its hashes and to see whether its packing is whole, once to hand it out."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any, BinaryIO, Final

from kashf.domain.document import OwnHash, Reason
from kashf.ports.engines import EngineError
from kashf.sandboxed.engines.webarchives.hashes import stated_hash
from kashf.sandboxed.engines.webarchives.http_answers import HttpAnswer, UnknownCodingError, answer_of, unchunked
from kashf.sandboxed.engines.webarchives.records import Record

#: Pieces of a body that are unpacked to see whether its packing is whole, before any of it is handed out.
_TRIED_PIECES: Final = 4096


@dataclass(frozen=True, slots=True)
class FetchedBody:
    """What a look through a record told.

    Args:
        answer: Status and headers.
        own_hash: What comes of the hashes that it states.
        is_whole: Whether its packing can be undone.
    """

    answer: HttpAnswer
    own_hash: OwnHash
    is_whole: bool

    def content(self, record: Record, file: BinaryIO) -> Iterator[bytes]:
        """Return the bytes of what was fetched: as they came where their packing cannot be undone."""
        if not record.is_http:
            return record.chunks(file)
        answer = answer_of(record.chunks(file))
        return _until_damaged(answer.content()) if self.is_whole else answer.body


def looked_through(record: Record, file: BinaryIO) -> FetchedBody:
    """Return what a record is: held against its hashes, of all its bytes and of what was sent without the headers.

    Tools do not agree whether the second is taken before or after the pieces are joined in which a server sent it; either counts.
    """
    block = stated_hash(record.headers.get("warc-block-digest", ""))
    payload = stated_hash(record.headers.get("warc-payload-digest", "")) if "warc-segment-number" not in record.headers else None
    of_block, of_sent, of_joined = block and block.begun(), payload and payload.begun(), payload and payload.begun()
    bytes_of_record = _hashed(record.chunks(file), of_block)
    answer = answer_of(bytes_of_record) if record.is_http else HttpAnswer("", {}, bytes_of_record)
    sent = _hashed(answer.body, of_sent)
    joined = _hashed(unchunked(sent), of_joined) if answer.is_chunked else sent
    is_whole = _is_whole(answer, joined)
    if block or payload:
        for rest in (joined, sent, bytes_of_record):
            deque(rest, maxlen=0)
    found = {block.held_against([of_block])} if block else set()
    found |= {payload.held_against([of_sent, *([of_joined] if answer.is_chunked else [])])} if payload else set()
    own_hash = next((each for each in (OwnHash.DIFFERS, OwnHash.MATCHES) if each in found), OwnHash.NOT_GIVEN)
    return FetchedBody(answer, own_hash, is_whole)


def _is_whole(answer: HttpAnswer, joined: Iterator[bytes]) -> bool:
    """Return whether a body can be unpacked, as far as that is tried."""
    if not answer.codings:
        return True
    try:
        deque(islice(answer.unpacked(joined), _TRIED_PIECES), maxlen=0)
    except UnknownCodingError:
        return False
    return True


def _hashed(chunks: Iterable[bytes], computed: Any | None) -> Iterator[bytes]:
    """Yield bytes as they are, each added to a hash where there is one."""
    for chunk in chunks:
        if computed:
            computed.update(chunk)
        yield chunk


def _until_damaged(content: Iterator[bytes]) -> Iterator[bytes]:
    try:
        yield from content
    except UnknownCodingError as error:
        raise EngineError(Reason.DAMAGED, "a file breaks off in the middle of its packing") from error
