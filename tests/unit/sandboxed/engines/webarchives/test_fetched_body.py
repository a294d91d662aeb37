from __future__ import annotations

import gzip
import io
from collections.abc import Sequence

import pytest

from kashf.domain.document import OwnHash
from kashf.sandboxed.engines.webarchives.fetched_body import looked_through
from kashf.sandboxed.engines.webarchives.records import records
from tests.web_archives import response, sha1


class CountingFile(io.BytesIO):
    """Counts the bytes that are read."""

    had = 0

    def read(self, size: int | None = -1, /) -> bytes:
        content = super().read(size)
        self.had += len(content)
        return content


def in_pieces(body: bytes) -> bytes:
    """Return a body as a server sends it in pieces."""
    return (
        b"".join(f"{len(body[at : at + 9000]):x}\r\n".encode() + body[at : at + 9000] + b"\r\n" for at in range(0, len(body), 9000))
        + b"0\r\n\r\n"
    )


@pytest.mark.parametrize("codings", [[], ["chunked"], ["gzip"], ["gzip", "chunked"]])
def test_a_body_is_read_twice_at_most(codings: Sequence[str]) -> None:
    body = bytes(range(256)) * 4000
    sent = gzip.compress(body, 0, mtime=0) if "gzip" in codings else body
    sent = in_pieces(sent) if "chunked" in codings else sent
    headers = "Content-Encoding: gzip\r\n" * ("gzip" in codings) + "Transfer-Encoding: chunked\r\n" * ("chunked" in codings)
    whole = f"HTTP/1.1 200 OK\r\n{headers}\r\n".encode() + sent
    file = CountingFile(response(sent, headers=headers, Block_Digest=sha1(whole)))
    [record] = records(file)
    before = file.had

    looked_at = looked_through(record, file)

    assert (OwnHash.MATCHES, body) == (looked_at.own_hash, b"".join(looked_at.content(record, file)))
    assert file.had - before <= 2 * len(whole)


@pytest.mark.parametrize("stated", ["sha1:lies", "sha256:" + "0" * 64, "md5:" + "f" * 32])
def test_a_lie_about_either_hash_is_told_whatever_the_other_says(stated: str) -> None:
    body = b"the convoy left"
    whole = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + body
    for content in (response(body, stated=stated, Block_Digest=sha1(whole)), response(body, Block_Digest=stated)):
        file = io.BytesIO(content)
        [record] = records(file)

        assert OwnHash.DIFFERS is looked_through(record, file).own_hash


def test_a_packing_that_breaks_off_is_handed_out_as_it_came_with_its_hash() -> None:
    sent = gzip.compress(b"the convoy left" * 99)[:-20]
    file = io.BytesIO(response(sent, headers="Content-Encoding: gzip\r\n"))
    [record] = records(file)

    looked_at = looked_through(record, file)

    assert (OwnHash.MATCHES, sent) == (looked_at.own_hash, b"".join(looked_at.content(record, file)))
