"""Archives of the web that lie: about lengths, about packing, about names."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Mapping

import brotli

from tests.web_archives import PAGE, record, response, wacz, warc

WEB_ARCHIVES: Mapping[str, Callable[[], bytes]] = {
    "gzip-bomb.warc": lambda: response(gzip.compress(bytes(1 << 28)), headers="Content-Encoding: gzip\r\n"),
    "brotli-bomb.warc": lambda: response(brotli.compress(bytes(1 << 28), quality=5), headers="Content-Encoding: br\r\n"),
    "length-beyond-the-end.warc": lambda: warc() + record("response", b"short", length=1 << 60),
    "length-below-nothing.warc": lambda: warc() + record("response", b"short", length=-5),
    "a-piece-of-an-exabyte.warc": lambda: response(b"FFFFFFFFFFFFFFF\r\nshort", headers="Transfer-Encoding: chunked\r\n"),
    "headers-without-end.warc": lambda: warc() + b"WARC/1.0\r\n" + b"WARC-Note: x\r\n" * 200_000,
    "a-million-empty-lines.warc": lambda: warc() + b"\r\n" * 1_000_000 + warc(),
    "addresses-that-climb.warc": lambda: response(PAGE.encode(), url="file:///../../../etc/passwd") + response(b"x", url="a\0b"),
    "hash-of-another-world.wacz": lambda: wacz(
        {"archive/../../../x.warc": warc(), "archive/y.warc": warc()}, stated={"archive/y.warc": "sha256:zz"}
    ),
    "list-of-lists.wacz": lambda: wacz(profile=b"[" * 100_000 + b"]" * 100_000),
}
