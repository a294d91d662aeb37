"""What Auto Archiver says of the files that it saved, as a page that people read and as a table of all that it was asked for.

Source: github.com/bellingcat/auto-archiver, `html_formatter` and `csv_db`; the table keeps values as Python writes them.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

from kashf.domain.document import Reason, Status
from kashf.domain.files.stated_files import TIME_KEY, TOOL_KEY, URL_KEY
from kashf.ports.engines import EngineError, Extract, Limits, Reader, Source
from kashf.sandboxed.engines.libmagic.text_kinds import ARCHIVED_PAGE, ARCHIVED_TABLE
from kashf.sandboxed.engines.plaintext import Decode, decoded_text
from kashf.sandboxed.engines.structured.archived_files import as_metadata, names_of

_MOST_FILES: Final = 2000
#: On a page, as its text has it: the key of each file in the store and below it its hash; how the post was fetched.
_ON_PAGE: Final = re.compile(r"(?m)^\W*(key|hash): *(\S[^\n]*)$")
_OF_PAGE: Final = re.compile(r"(?m)^(url|_processed_at)\t(\S[^\n]*)$")
#: In a cell of a table: each file begins with the name that it had while it was fetched.
_IN_CELL: Final = re.compile(r"""'(filename|_key|hash)': (?:'((?:[^'\\]|\\.){1,1000})'|"([^"]{1,1000})")""")
_URL: Final = re.compile(r"'url': '([^']{1,8000})'")
_PROCESSED: Final = re.compile(r"'_processed_at': (?:datetime\.datetime\((\d+(?:, \d+){2,6})|'([^']{1,40})')")


@dataclass(slots=True)
class _SavedFile:
    """A file as it is told of so far."""

    names: list[str]
    hash: str = ""


class ArchivedPageReader:
    """Reads pages and tables of Auto Archiver.

    Args:
        page: Reads the page as any page of the web.
        table: Reads the table as any table.
        decode: Returns text and encoding of some bytes, or None when they are not text.
    """

    name = "auto-archiver"

    def __init__(self, page: Reader, table: Reader, decode: Decode) -> None:
        self._page, self._table, self._decode = page, table, decode
        self.version = f"1/{page.version}/{table.version}"

    def reads(self, type: str) -> bool:
        """Return whether `type` is one of these."""
        return type in (ARCHIVED_PAGE, ARCHIVED_TABLE)

    def read(self, source: Source, *, limits: Limits) -> Extract:
        """Return it as its kind is read, with the files that it names in its metadata.

        Raises:
            EngineError: As the other readers do.
        """
        if source.type == ARCHIVED_PAGE:
            extract = self._page.read(source, limits=limits)
            told, is_whole = told_by_page("\n".join(page.text for page in extract.pages))
        else:
            extract = self._table.read(source, limits=limits)
            told, is_whole = told_by_table(decoded_text(source, self._decode, limits=limits)[0])
        extract = replace(extract, metadata={**extract.metadata, **told})
        if is_whole or extract.status is not Status.DONE:
            return extract
        detail = "it names more files than are held against their hashes"
        return replace(extract, status=Status.PARTIAL, reason=Reason.TOO_LARGE, detail=detail)


def told_by_page(text: str) -> tuple[dict[str, str], bool]:
    """Return what the text of a page says as metadata, and whether all of its files are in them."""
    files = [*islice(_files(_ON_PAGE.finditer(text), begins="key"), _MOST_FILES + 1)]
    listed, are_all = as_metadata([[file.hash, *file.names] for file in files[:_MOST_FILES]])
    said = {found[1]: found[2].strip() for found in _OF_PAGE.finditer(text)}
    told = {URL_KEY: said.get("url", ""), TIME_KEY: said.get("_processed_at", ""), TOOL_KEY: "auto-archiver"}
    return {key: value for key, value in told.items() if value} | listed, are_all and len(files) <= _MOST_FILES


def told_by_table(text: str) -> tuple[dict[str, str], bool]:
    """Return what a table says as metadata, the address and time of each row with its files, and whether all of these are in them.

    Raises:
        EngineError: It is no table after all.
    """
    files: list[object] = []
    try:
        for row in csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")):
            url, time = _said(row.get("metadata") or "")
            found = _files(_IN_CELL.finditer(row.get("media") or ""), begins="filename")
            files += ({"file": [each.hash, *each.names], "url": url, "time": time} for each in found)
            if len(files) > _MOST_FILES:
                break
    except csv.Error as error:
        raise EngineError(Reason.DAMAGED, "no table after all") from error
    listed, are_all = as_metadata(files[:_MOST_FILES])
    return {TOOL_KEY: "auto-archiver"} | listed, are_all and len(files) <= _MOST_FILES


def _said(metadata: str) -> tuple[str, str]:
    """Return where and when a post was fetched."""
    url, time = _URL.search(metadata), _PROCESSED.search(metadata)
    if time is None or not time[1]:
        return url[1] if url else "", time[2] if time else ""
    year, month, day, *clock = map(int, time[1].split(", "))
    hour, minute, second = (*clock, 0, 0, 0)[:3]
    return url[1] if url else "", f"{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}"


def _files(told: Iterator[re.Match[str]], *, begins: str) -> Iterator[_SavedFile]:
    """Yield the files, each of which begins with one kind of what is told; those without a name are nobody's."""
    file: _SavedFile | None = None
    for each in told:
        kind, value = each[1], next((group for group in each.groups()[1:] if group), "").strip()
        if kind == begins:
            if file is not None:
                yield file
            file = _SavedFile(names_of(value))
        elif file is not None and kind == "hash":
            file.hash = file.hash or value[:200]
        elif file is not None:
            file.names = [*dict.fromkeys((*names_of(value), *file.names))]
    if file is not None:
        yield file
