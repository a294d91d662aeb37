from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Sequence
from pathlib import Path

import pytest

from kashf.domain.document import Reason, Status
from kashf.domain.files.stated_files import StatedFile, stated_files
from kashf.ports.engines import Extract, Limits
from kashf.sandboxed.engines.charset import decode
from kashf.sandboxed.engines.libmagic import LibmagicIdentifier
from kashf.sandboxed.engines.spreadsheets import CsvReader
from kashf.sandboxed.engines.structured.archived_pages import ArchivedPageReader, told_by_table
from kashf.sandboxed.engines.webpage import WebPageReader
from tests.documents import source_of

URL, HASH = "https://posts.example/heron/7", "SHA-256:" + "0a" * 32


def page(*files: tuple[str, str]) -> bytes:
    """Return a page as the archiver writes it: key and hash of each file."""
    rows = "".join(
        f'<tr><td><ul class="center"><li><b>key:</b> <span class="copy">{key}</span></li><li><b>type:</b> image/png</li>'
        f'<li><b>hash:</b> <span class="copy">{stated}</span></li></ul></td><td><a href="./{key}">open</a></td></tr>'
        for key, stated in files
    )
    said = f"<tr><td>url</td><td><span>{URL}</span></td></tr><tr><td>_processed_at</td><td><span>2024-05-06 07:08:09</span></td></tr>"
    return (
        f'<!DOCTYPE html>\n<html><head><title>{URL}</title></head><body><h2>Archived media for <span class="copy">{URL}</span></h2>'
        f'<table class="content"><tr><th>about</th></tr>{rows}</table><table class="metadata">{said}</table></body></html>'
    ).encode()


def table(*rows: tuple[str, Sequence[tuple[str, str, str]]]) -> bytes:
    """Return a table as the archiver writes it: the address of each post, and name, key and hash of its files."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(("status", "metadata", "media"))
    for url, files in rows:
        metadata = {"url": url, "_processed_at": dt.datetime(2024, 5, 6, 7, 8, 9, tzinfo=dt.UTC), "title": "Seven 'lamps'"}
        media = [{"filename": name, "_key": key, "urls": [], "properties": {"hash": stated}} for name, key, stated in files]
        writer.writerow(("lantern: success", repr(metadata), repr(media)))
    return out.getvalue().encode()


def read(folder: Path, content: bytes, name: str) -> Extract:
    source = source_of(folder, content, name=name)
    kind = source_of(folder, content, LibmagicIdentifier().identify(source), name=name)
    return ArchivedPageReader(WebPageReader(decode), CsvReader(decode), decode).read(kind, limits=Limits())


def test_a_page_names_its_files_with_their_hashes(tmp_path: Path) -> None:
    extract = read(tmp_path, page(("posts/a.png", HASH), ("posts/b.png", "")), "heron.html")

    assert [StatedFile(HASH, ("posts/a.png", "a.png")), StatedFile("", ("posts/b.png", "b.png"))] == [*stated_files(extract.metadata)]
    assert (URL, "2024-05-06 07:08:09", "auto-archiver") == tuple(extract.metadata[f"archived-{key}"] for key in ("url", "at", "by"))


def test_a_table_names_the_files_of_each_post_with_its_address(tmp_path: Path) -> None:
    rows = ((URL, [("/tmp/x/a.png", "posts/a.png", HASH)]), ("https://posts.example/9", [("/tmp/it's.png", "k.png", "")]))
    extract = read(tmp_path, table(*rows), "db.csv")

    assert [
        StatedFile(HASH, ("posts/a.png", "a.png", "tmp/x/a.png"), URL, "2024-05-06T07:08:09"),
        StatedFile("", ("k.png", "tmp/it's.png", "it's.png"), "https://posts.example/9", "2024-05-06T07:08:09"),
    ] == [*stated_files(extract.metadata)]
    assert "Seven 'lamps'" in extract.pages[0].text


def test_files_beyond_those_that_are_kept_are_said_to_be_missing(tmp_path: Path) -> None:
    extract = read(tmp_path, page(*((f"{number}.png", HASH) for number in range(2001))), "heron.html")

    assert (Status.PARTIAL, Reason.TOO_LARGE, 2000) == (extract.status, extract.reason, len([*stated_files(extract.metadata)]))


@pytest.mark.parametrize(
    "hostile",
    [
        b"status,metadata,media\n",
        b"status,metadata,media\n,,\nx\n",
        b"status,metadata,media\nx,\"{'url': 7}\",\"[{'_key': 'a', 'hash': 'b'}]\"\n",
    ],
)
def test_rows_that_are_none_name_nothing(hostile: bytes) -> None:
    told, is_whole = told_by_table(hostile.decode())

    assert ([], True) == ([*stated_files(told)], is_whole)
