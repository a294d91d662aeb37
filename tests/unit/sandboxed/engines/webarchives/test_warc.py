from __future__ import annotations

import gzip
import hashlib
import zlib
from pathlib import Path

import brotli
import pytest

from kashf.domain.document import Capture, OwnHash, Reason, Status
from kashf.ports.engines import Limits
from kashf.sandboxed.engines.libmagic import LibmagicIdentifier
from kashf.sandboxed.engines.webarchives.warc import REVISIT, WarcReader
from tests.documents import source_of
from tests.web_archives import PAGE, URL, record, response, sha1, taken, warc, warcinfo

BODY = PAGE.encode()
CHUNKED = b"5\r\n" + BODY[:5] + b"\r\n" + b"%x;note=1\r\n" % len(BODY[5:]) + BODY[5:] + b"\r\n0\r\n\r\n"
HTML = "Content-Type: text/html\r\n"


def capture_of(folder: Path, content: bytes) -> Capture:
    [(member, _)] = taken(folder, content)[0]
    assert member.capture is not None
    return member.capture


def test_a_page_tells_its_address_its_time_its_tool_and_that_its_hash_matches(tmp_path: Path) -> None:
    [(member, content)], fault = taken(tmp_path, warc())

    expected = Capture(f"{URL}/1", "2016-03-04T10:11:12Z", "Lantern/2.1", OwnHash.MATCHES, "200 OK", "text/html")
    assert (f"{URL}/1".encode(), BODY, expected) == (member.untrusted_name, content, member.capture)
    assert fault is None


@pytest.mark.parametrize(
    "stated",
    [
        "sha1:" + hashlib.sha1(BODY, usedforsecurity=False).hexdigest(),
        "SHA-256:" + hashlib.sha256(BODY).hexdigest().upper(),
        "md5:" + hashlib.md5(BODY, usedforsecurity=False).hexdigest(),
        sha1(BODY).lower(),
    ],
)
def test_a_hash_matches_in_whatever_way_it_is_written(tmp_path: Path, stated: str) -> None:
    assert OwnHash.MATCHES is capture_of(tmp_path, response(BODY, stated=stated)).own_hash


@pytest.mark.parametrize("stated", ["", "crc32:12345678"])
def test_a_page_without_a_hash_that_is_known_is_not_said_to_match(tmp_path: Path, stated: str) -> None:
    assert OwnHash.NOT_GIVEN is capture_of(tmp_path, response(BODY, stated=stated)).own_hash


@pytest.mark.parametrize("stated", [sha1(b"another"), "sha1:???", "sha256:"])
def test_a_page_that_is_not_what_its_hash_says_is_kept_and_said(tmp_path: Path, stated: str) -> None:
    [(member, content)], fault = taken(tmp_path, response(BODY, stated=stated))

    assert (BODY, OwnHash.DIFFERS) == (content, member.capture and member.capture.own_hash)
    assert fault
    assert (Reason.DAMAGED, "files that are not what their own hash says: 1") == (fault.reason, fault.detail)


def test_a_hash_of_all_bytes_of_a_record_counts_too(tmp_path: Path) -> None:
    right = record("resource", BODY, Target_URI=URL, Block_Digest=sha1(BODY), content_type="text/html")
    wrong = record("resource", BODY, Target_URI=URL, Block_Digest=sha1(b""), Payload_Digest=sha1(BODY), content_type="text/html")

    assert [OwnHash.MATCHES, OwnHash.DIFFERS] == [capture_of(tmp_path, each).own_hash for each in (right, wrong)]


@pytest.mark.parametrize(
    ("headers", "sent"),
    [
        ("Transfer-Encoding: chunked\r\n", CHUNKED),
        ("Content-Encoding: gzip\r\n", gzip.compress(BODY, mtime=0)),
        ("Content-Encoding: deflate\r\n", zlib.compress(BODY)),
        ("Content-Encoding: deflate\r\n", zlib.compress(BODY)[2:-4]),
        ("Content-Encoding: br\r\n", brotli.compress(BODY)),
        ("Content-Encoding: gzip, br\r\n", brotli.compress(gzip.compress(BODY, mtime=0))),
        (
            "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n",
            b"%x\r\n" % len(gzip.compress(BODY, mtime=0)) + gzip.compress(BODY, mtime=0) + b"\r\n0\r\n\r\n",
        ),
        # Tools that undo what was done for the way and keep the headers that say so.
        ("Transfer-Encoding: chunked\r\n", BODY),
        ("Content-Encoding: gzip\r\n", BODY),
    ],
)
def test_a_body_comes_out_as_a_browser_would_have_it(tmp_path: Path, headers: str, sent: bytes) -> None:
    [(member, content)], fault = taken(tmp_path, response(sent, headers=headers + HTML))

    assert (BODY, OwnHash.MATCHES, None) == (content, member.capture and member.capture.own_hash, fault)


def test_a_hash_taken_after_the_pieces_were_joined_matches(tmp_path: Path) -> None:
    content = response(CHUNKED, stated=sha1(BODY), headers="Transfer-Encoding: chunked\r\n")

    assert OwnHash.MATCHES is capture_of(tmp_path, content).own_hash


@pytest.mark.parametrize(
    ("coding", "sent"), [("br", b"no such thing"), ("gzip", gzip.compress(BODY * 50, mtime=0)[:40] + b"\xff" * 40), ("zstd", b"\x28\xb5")]
)
def test_a_body_whose_packing_cannot_be_undone_is_kept_as_it_came(tmp_path: Path, coding: str, sent: bytes) -> None:
    [(_, content)], _ = taken(tmp_path, response(sent, headers=f"Content-Encoding: {coding}\r\n"))

    assert sent == content


def test_what_was_fetched_again_unchanged_is_no_gap_when_its_bytes_are_here(tmp_path: Path) -> None:
    again = record("revisit", b"", Target_URI=URL, Payload_Digest=sha1(BODY))
    elsewhere = record("revisit", b"", Target_URI=URL, Payload_Digest=sha1(b"elsewhere"))

    had, _ = taken(tmp_path, warc() + again + elsewhere)

    assert [("", True), (REVISIT, False), (Reason.UNREAD_PART, False)] == [(member.reason, content is not None) for member, content in had]


def test_what_was_asked_and_what_the_tool_noted_is_text_and_no_file(tmp_path: Path) -> None:
    asked = record(
        "request", b"POST /search HTTP/1.1\r\nHost: lantern.example\r\n\r\nq=bridge", Target_URI=URL, content_type="application/http"
    )
    content = warcinfo() + asked + record("metadata", b"fetchTimeMs: 12", Target_URI=URL)

    extract = WarcReader().read(source_of(tmp_path, content, "application/warc"), limits=Limits())

    assert [] == taken(tmp_path, content)[0]
    assert all(words in extract.pages[0].text for words in ("q=bridge", "fetchTimeMs: 12", f"2016-03-04T10:11:12Z request {URL}"))
    assert "Lantern/2.1" == extract.metadata["software"]


def test_a_list_that_is_longer_than_may_be_read_is_said_to_be_cut(tmp_path: Path) -> None:
    content = warc(*[b"%d" % number for number in range(50)])

    extract = WarcReader().read(source_of(tmp_path, content, "application/warc"), limits=Limits(text_characters=500))

    assert (Status.PARTIAL, Reason.TOO_LARGE) == (extract.status, extract.reason)
    assert 500 >= len(extract.pages[0].text)


def test_a_file_that_breaks_off_gives_what_there_is_of_the_last_page(tmp_path: Path) -> None:
    whole = warc(BODY, BODY)

    had, fault = taken(tmp_path, whole[: -len(BODY) // 2])

    assert [True, False] == [content == BODY for _, content in had]
    assert BODY.startswith(had[1][1] or b"-")
    assert [OwnHash.MATCHES, OwnHash.DIFFERS] == [member.capture and member.capture.own_hash for member, _ in had]
    assert fault
    assert "records that break off: 1" in fault.detail


def test_bytes_between_records_are_kept_and_what_follows_is_found(tmp_path: Path) -> None:
    had, fault = taken(tmp_path, warc() + b"not a record\nnor this\n" + response(BODY))

    assert [BODY, b"not a record\nnor this\n", BODY] == [content for _, content in had]
    assert fault
    assert Reason.DAMAGED is fault.reason


def test_what_came_before_warc_is_read(tmp_path: Path) -> None:
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + BODY
    version = b"1 0 Lantern\nURL IP-address Archive-date Content-type Archive-length\n"
    content = b"filedesc://lantern.arc 0.0.0.0 20160304101112 text/plain %d\n" % len(version) + version
    content += b"\n%s 192.0.2.1 20160304101112 text/html %d\n" % (URL.encode(), len(block)) + block

    [(member, body)], _ = taken(tmp_path, content)

    assert "application/x-internet-archive" == LibmagicIdentifier().identify(source_of(tmp_path, content))
    assert (BODY, Capture(URL, "2016-03-04T10:11:12Z", status="200 OK", type="text/html")) == (body, member.capture)
