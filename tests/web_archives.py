"""Archives of the web as tools write them, made by code."""

from __future__ import annotations

import base64
import gzip
import hashlib
import io
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path

from kashf.ports.engines import EngineError, Limits, Member, Source
from kashf.sandboxed.engines.webarchives.warc import WarcUnpacker
from tests.documents import source_of

PAGE = "<html><body><p>The convoy left the bridge.</p></body></html>"
URL = "https://lantern.example/convoy"


def sha1(content: bytes) -> str:
    """Return a hash as crawlers write it."""
    return "sha1:" + base64.b32encode(hashlib.sha1(content, usedforsecurity=False).digest()).decode()


def record(kind: str, content: bytes, *, length: int | None = None, **fields: str) -> bytes:
    """Return a record of a WARC file; `target_uri` is its field WARC-Target-URI."""
    named = {f"WARC-{name.replace('_', '-')}": value for name, value in fields.items() if name != "content_type"}
    head = {
        "WARC-Type": kind,
        "WARC-Date": "2016-03-04T10:11:12Z",
        **named,
        "Content-Length": str(len(content) if length is None else length),
    }
    head |= {"Content-Type": fields["content_type"]} if "content_type" in fields else {}
    lines = "".join(f"{name}: {value}\r\n" for name, value in head.items())
    return f"WARC/1.0\r\n{lines}\r\n".encode() + content + b"\r\n\r\n"


def response(
    body: bytes, *, url: str = URL, stated: str | None = None, headers: str = "Content-Type: text/html\r\n", **fields: str
) -> bytes:
    """Return the record of what a server sent, with the hash of its body, or the one that is stated."""
    content = f"HTTP/1.1 200 OK\r\n{headers}\r\n".encode() + body
    hashes = {"Payload_Digest": sha1(body) if stated is None else stated} if stated != "" else {}
    return record("response", content, Target_URI=url, content_type="application/http; msgtype=response", **hashes, **fields)


def warcinfo(tool: str = "Lantern/2.1") -> bytes:
    """Return the record by which a tool names itself."""
    return record("warcinfo", f"software: {tool}\r\nformat: WARC File Format 1.0\r\n".encode(), content_type="application/warc-fields")


def warc(*bodies: bytes) -> bytes:
    """Return a WARC file of a tool, with pages."""
    pages = bodies or (PAGE.encode(),)
    return warcinfo() + b"".join(response(body, url=f"{URL}/{number}") for number, body in enumerate(pages, start=1))


def wacz(
    files: Mapping[str, bytes] | None = None,
    *,
    stated: Mapping[str, str] | None = None,
    signed: bool = False,
    profile: bytes = b'"data-package"',
) -> bytes:
    """Return a package of files with the hash of each, or with hashes that are stated."""
    held = dict(
        files or {"archive/data.warc.gz": gzip.compress(warc(), mtime=0), "pages/pages.jsonl": b'{"url": "https://lantern.example"}\n'}
    )
    hashes = {name: "sha256:" + hashlib.sha256(content).hexdigest() for name, content in held.items()} | dict(stated or {})
    listed = {
        "profile": "data-package",
        "title": "Convoy pages",
        "software": "Lantern packer 3",
        "created": "2016-03-05T00:00:00Z",
        "resources": [{"path": name, "hash": stated_hash} for name, stated_hash in hashes.items()],
    }
    held["datapackage.json"] = json.dumps(listed).encode().replace(b'"data-package"', profile)
    digest = {"path": "datapackage.json", "hash": "sha256:" + hashlib.sha256(held["datapackage.json"]).hexdigest()}
    seal = {"signedData": {"domain": "seal.example", "created": "2016-03-05T00:00:00Z"}} if signed else {}
    held["datapackage-digest.json"] = json.dumps(digest | seal).encode()
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, content in held.items():
            package.writestr(zipfile.ZipInfo(name), content)
    return buffer.getvalue()


def taken(folder: Path, content: bytes) -> tuple[list[tuple[Member, bytes | None]], EngineError | None]:
    """Return the members of a WARC file with their bytes, and what the unpacker said at the end."""
    source: Source = source_of(folder, content, "application/warc")
    had: list[tuple[Member, bytes | None]] = []
    try:
        for member in WarcUnpacker().members(source, limits=Limits()):
            content = None if member.chunks is None else b"".join(member.chunks)
            had.append((member, content))
    except EngineError as fault:
        return had, fault
    return had, None
