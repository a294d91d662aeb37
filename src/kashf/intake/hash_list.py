"""The list of hashes that somebody sends along with files, held against what came: of sha256sum, BSD tools, hashdeep, or a table."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

#: Algorithm, as hashlib calls it, by the length of its hashes in hexadecimal digits.
_BY_LENGTH: Final = MappingProxyType({32: "md5", 40: "sha1", 64: "sha256", 96: "sha384", 128: "sha512"})
#: Two files of one hash can be made on purpose. Source: RFC 6151 (MD5); Stevens et al. 2017, "The first collision for full SHA-1".
WEAK: Final = frozenset({"md5", "sha1"})

_HEX: Final = r"[0-9a-fA-F]{32}|[0-9a-fA-F]{40}|[0-9a-fA-F]{64}|[0-9a-fA-F]{96}|[0-9a-fA-F]{128}"
#: 2 spaces, or a space and a star for binary; a stroke before a name in which strokes and line ends are written as escapes.
_GNU: Final = re.compile(rf"(\\?)({_HEX})(?:[ \t]+[*]?(.*))?")
_BSD: Final = re.compile(rf"\\?([A-Za-z0-9-]+) ?\((.*)\) ?= ?({_HEX})")
_ESCAPES: Final = {"\\\\": "\\", "\\n": "\n", "\\r": "\r"}
_HASHDEEP: Final = "%%%% "
_COMMENTS: Final = ("#", ";", "%%%%")
_PATH_COLUMNS: Final = ("path", "filename", "file", "name", "file name", "file path", "filepath", "fullname")


@dataclass(frozen=True, slots=True)
class ListedFile:
    """One line of a list.

    Args:
        path: As written there, with strokes as here; "" where only a hash stands.
        hashes: Algorithm -> hash in small hexadecimal digits.
    """

    path: str
    hashes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class HashList:
    """What a list says.

    Args:
        files: In its order.
        unread: Numbers of lines, from 1, that say nothing that is understood.
    """

    files: tuple[ListedFile, ...]
    unread: tuple[int, ...]

    @property
    def algorithms(self) -> tuple[str, ...]:
        """All that it uses, by name."""
        return tuple(sorted({name for file in self.files for name in file.hashes}))


@dataclass(frozen=True, slots=True)
class HereFile:
    """A file that came.

    Args:
        path: From the folder that was given.
        hashes: By algorithm; none for a file that could not be read.
        is_earlier: Whether it came before what the list is of, and so need not stand on it.
    """

    path: str
    hashes: Mapping[str, str]
    is_earlier: bool = False


@dataclass(frozen=True, slots=True)
class HashCheck:
    """What comes of a list; paths are those of the list, but for `unlisted`.

    Args:
        algorithms: That the list uses.
        matches: How many files of the list are here with their hash, wherever they lie.
        differs: Those of which a file of that path is here with another hash, or could not be read.
        missing: Those that are not here.
        unlisted: Paths of files that are here and that the list does not know.
        unread_lines: Numbers of lines that say nothing that is understood.
    """

    algorithms: tuple[str, ...]
    matches: int
    differs: tuple[str, ...]
    missing: tuple[str, ...]
    unlisted: tuple[str, ...]
    unread_lines: tuple[int, ...]

    @property
    def is_weak(self) -> bool:
        """Whether it uses only hashes of which two files can be made on purpose, so that a match shows an accident and no forger."""
        return bool(self.algorithms) and WEAK.issuperset(self.algorithms)


def read_hash_list(data: bytes) -> HashList:
    r"""Return what a list says, whatever tool wrote it: lines of one kind or of several, in UTF-8, UTF-16 or a codepage.

    >>> read_hash_list(b"\xef\xbb\xbfd41d8cd98f00b204e9800998ecf8427e *scans\\a.pdf\r\n").files[0].path
    'scans/a.pdf'
    """
    lines = list_text(data).splitlines()
    table = _table(lines)
    if table is not None:
        return table
    files, unread = [], []
    for number, line in enumerate(lines, 1):
        found = _line(line.strip("\ufeff \t\r\0"))
        if found:
            files.append(found)
        elif line.strip() and not line.lstrip().startswith(_COMMENTS):
            unread.append(number)
    return HashList(tuple(files), tuple(unread))


def check_hashes(listed: HashList, here: Sequence[HereFile]) -> HashCheck:
    """Return what comes of a list, held against all files that came.

    A file of the list is here if any file has all its hashes. Else one of its path, or of the end of it, decides, or one that alone has its
    name, there and here: folders above are called otherwise on another machine.
    """
    by_hash: dict[tuple[str, str], set[int]] = defaultdict(set)
    by_name: dict[str, list[int]] = defaultdict(list)
    for number, file in enumerate(here):
        by_name[_parts(file.path)[-1]].append(number)
        for pair in file.hashes.items():
            by_hash[pair].add(number)
    names = Counter(_parts(each.path)[-1] for each in listed.files if each.path)
    known, matches = set[int](), 0
    differs: list[str] = []
    missing: list[str] = []
    for each in listed.files:
        same = set.intersection(*(by_hash.get(pair, set()) for pair in each.hashes.items()))
        named = by_name.get(_parts(each.path)[-1], [])
        is_only = len(named) == 1 and names[_parts(each.path)[-1]] == 1
        placed = named if is_only else [number for number in named if _is_same_path(each.path, here[number].path)]
        known |= same or set(placed)
        matches += bool(same)
        if not same:
            (differs if placed else missing).append(each.path or next(iter(each.hashes.values())))
    unlisted = tuple(file.path for number, file in enumerate(here) if number not in known and not file.is_earlier)
    return HashCheck(listed.algorithms, matches, tuple(differs), tuple(missing), unlisted, listed.unread)


def list_text(data: bytes) -> str:
    """Return the text of a list in UTF-8, UTF-16 or a codepage."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        # Only names of files can be of a codepage, and those that it cannot say are told apart by their hashes.
        return data.decode("cp1256", "replace")


def _line(line: str) -> ListedFile | None:
    if found := _BSD.fullmatch(line):
        name = found[1].lower().replace("-", "")
        return ListedFile(_path(found[2]), {name: found[3].lower()}) if _BY_LENGTH[len(found[3])] == name else None
    if found := _GNU.fullmatch(line):
        path = re.sub(r"\\[\\nr]", lambda escape: _ESCAPES[escape[0]], found[3] or "") if found[1] else found[3] or ""
        return ListedFile(_path(path), {_BY_LENGTH[len(found[2])]: found[2].lower()})
    return None


def _table(lines: Sequence[str]) -> HashList | None:
    """Return what a table with a line of headings says; None when it is none."""
    start = next((at for at, line in enumerate(lines) if line.strip() and not _is_before_table(line)), len(lines))
    if start == len(lines):
        return None
    first = lines[start].removeprefix(_HASHDEEP)
    mark = max(",;\t", key=first.count)
    heads = [_head(cell) for cell in next(csv.reader([first], delimiter=mark))]
    places = [at for at, head in enumerate(heads) if head in _PATH_COLUMNS]
    if not places or not ({*_BY_LENGTH.values(), "hash"} & set(heads)):
        return None
    files, unread = [], []
    for number, row in _rows(lines[start + 1 :], start + 2, mark, len(heads), is_hashdeep=lines[start].startswith(_HASHDEEP)):
        hashes = dict(_hashes(heads, row))
        if hashes and places[0] < len(row):
            files.append(ListedFile(_path(row[places[0]].strip()), hashes))
        else:
            unread.append(number)
    return HashList(tuple(files), tuple(unread))


def _is_before_table(line: str) -> bool:
    """Return whether a line stands before the headings of a table: what hashdeep and PowerShell say of themselves."""
    return line.startswith(("##", "#TYPE")) or line.upper().startswith("%%%% HASHDEEP")


def _head(cell: str) -> str:
    head = cell.strip('\ufeff" \t').lower()
    return head.replace("-", "") if head.startswith(("sha", "md")) else head


def _rows(lines: Sequence[str], first: int, mark: str, width: int, *, is_hashdeep: bool) -> Iterator[tuple[int, list[str]]]:
    """Yield rows with the number of their line; hashdeep writes commas of a name, its last cell, as they are."""
    for number, line in enumerate(lines, first):
        if not line.strip() or line.startswith(_COMMENTS):
            continue
        yield number, line.split(mark, width - 1) if is_hashdeep else next(csv.reader(io.StringIO(line), delimiter=mark), [])


def _hashes(heads: Sequence[str], row: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the hashes of a row, each of the length that its name asks for."""
    for head, cell in zip(heads, row, strict=False):
        value = cell.strip().lower()
        if re.fullmatch(_HEX, value) and (head == "hash" or _BY_LENGTH[len(value)] == head):
            yield _BY_LENGTH[len(value)], value


def _path(written: str) -> str:
    """Return a path with strokes as here, without the drive and the folder that it is told from."""
    path = written.strip('"').replace("\\", "/")
    return re.sub(r"^(?:[A-Za-z]:)?/*(?:\./)*", "", path)


def _parts(path: str) -> list[str]:
    return unicodedata.normalize("NFC", path).casefold().split("/")


def _is_same_path(one: str, other: str) -> bool:
    """Return whether one path is the end of the other."""
    left, right = _parts(one), _parts(other)
    shorter = min(len(left), len(right))
    return left[-shorter:] == right[-shorter:]
