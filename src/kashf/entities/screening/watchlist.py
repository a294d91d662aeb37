"""Read a list of names to hold against a case: a table (CSV), FollowTheMoney entities (JSON lines), or one name a line.

A list comes from elsewhere and may be wrong in any way. Whatever cannot be read is refused with the line it stands on, since an entry left
out in silence looks like somebody who is not in the files.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from kashf.domain.entity import MentionType
from kashf.errors import UsageError

#: Code points; a longer one is no name but a paragraph in the wrong column.
LONGEST_NAME: Final = 300
_NAME_COLUMNS: Final = ("name", "caption")
_ALIAS_COLUMNS: Final = ("aliases", "alias")
_TYPES: Final = {"": MentionType.PERSON} | {schema: type for type in MentionType for schema in type.traits.schemata}
#: Properties of a FollowTheMoney entity that hold names. Source: the schemata Thing and LegalEntity of followthemoney 4.
_NAME_PROPERTIES: Final = ("name", "alias", "weakAlias", "previousName", "title")


@dataclass(frozen=True, slots=True)
class WatchlistName:
    """One person, group or place of a list.

    Args:
        id: As the list calls it; the number of its line where the list gives none.
        type: What it is.
        names: Its name, then its aliases, each once; at least one.
    """

    id: str
    type: MentionType
    names: tuple[str, ...]


def read_list(untrusted_content: bytes, *, name: str) -> tuple[WatchlistName, ...]:
    """Return the entries of a list, in its order.

    The form is told by the content: lines that begin with "{" are FollowTheMoney; a first line with a column called "name" is a table,
    divided by commas, semicolons or tabs, which may also have "id", "type" (or "schema") and "aliases", these divided by ";" or "|"; all
    else is one name a line.

    Args:
        untrusted_content: The bytes of the list, in UTF-8 or, with a byte order mark, UTF-16.
        name: What the list is called in messages.

    Raises:
        UsageError: It is in another encoding, empty, has a line that cannot be read, or one id twice.
    """
    text = _decoded(untrusted_content, name)
    first = text.lstrip().split("\n", 1)[0].strip()
    if not first:
        raise UsageError(f"{name} holds no names: it is empty", code="list-empty", name=name)
    if first.startswith("["):
        raise UsageError(f"{name} is one JSON array; write it with one entity a line", code="list-json-array", name=name)
    if first.startswith("{"):
        entries = tuple(_ftm(text, name))
    elif (dialect := _divider(first)) is not None:
        entries = tuple(_table(text, dialect, name))
    else:
        _check_no_lone_columns(first, name)
        entries = tuple(
            WatchlistName(str(number), MentionType.PERSON, (line.strip(),)) for number, line in _lines(text) if _checked(line, number, name)
        )
    _check_ids(entries, name)
    if not entries:
        raise UsageError(f"{name} holds no names", code="list-empty", name=name)
    return entries


def _decoded(content: bytes, name: str) -> str:
    encoding = "utf-16" if content[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig"
    if encoding == "utf-8-sig" and b"\0" in content:
        raise UsageError(
            f"{name} is no text in UTF-8, or is damaged: it has zero bytes; save the list as UTF-8 and give it again",
            code="list-not-text",
            name=name,
        )
    try:
        return content.decode(encoding).replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise UsageError(
            f"{name}, line {line}: not in UTF-8; save the list as UTF-8 and give it again", code="list-line-not-text", name=name, line=line
        ) from None


def _divider(head: str) -> str | None:
    """Return what divides the columns of a table whose head has a name in it, or None."""
    for divider in (",", ";", "\t"):
        columns = [column.strip().strip('"').lower() for column in head.split(divider)]
        if any(column in columns for column in _NAME_COLUMNS):
            return divider
    return None


def _check_no_lone_columns(head: str, name: str) -> None:
    columns = {column.strip().strip('"').lower() for divider in ",;\t" for column in head.split(divider)}
    if columns & {"id", "aliases", "alias", "type", "schema", "first_name", "last_name"}:
        raise UsageError(
            f'{name} looks like a table without a column called "name"; its columns: {", ".join(sorted(columns))[:200]}',
            code="list-without-name-column",
            name=name,
            columns=", ".join(sorted(columns))[:200],
        )


def _table(text: str, divider: str, name: str) -> Iterator[WatchlistName]:
    rows = csv.reader(io.StringIO(text), delimiter=divider, strict=True)
    try:
        head = [column.strip().lower() for column in next(rows)]
        for row in rows:
            if any(cell.strip() for cell in row):
                if len(row) != len(head):
                    raise UsageError(
                        f"{name}, line {rows.line_num}: {len(row)} columns where the head has {len(head)}",
                        code="list-columns",
                        name=name,
                        line=rows.line_num,
                        found=len(row),
                        expected=len(head),
                    )
                yield _of_row(dict(zip(head, row, strict=True)), rows.line_num, name)
    except csv.Error as error:
        raise UsageError(f"{name}, line {rows.line_num}: {error}", code="list-unreadable", name=name, line=rows.line_num) from None


def _of_row(row: Mapping[str, str], line: int, name: str) -> WatchlistName:
    first = next((row[column] for column in _NAME_COLUMNS if row.get(column, "").strip()), "")
    aliases = [alias for column in _ALIAS_COLUMNS for alias in row.get(column, "").replace("|", ";").split(";")]
    return _entry(row.get("id", ""), row.get("type") or row.get("schema") or "", [first, *aliases], line=line, name=name)


def _ftm(text: str, name: str) -> Iterator[WatchlistName]:
    for number, line in _lines(text):
        try:
            untrusted_entity = json.loads(line)
        except (ValueError, RecursionError):
            raise UsageError(f"{name}, line {number}: not JSON", code="list-not-json", name=name, line=number) from None
        if not isinstance(untrusted_entity, dict) or not isinstance(untrusted_entity.get("properties"), dict):
            raise UsageError(
                f'{name}, line {number}: no FollowTheMoney entity, which is an object with "id", "schema" and "properties"',
                code="list-no-entity",
                name=name,
                line=number,
            )
        schema = str(untrusted_entity.get("schema", ""))
        if schema.lower() not in _TYPES:
            continue  # Passports, sanctions and ownerships stand between the entities of such lists and are nobody's name.
        properties = untrusted_entity["properties"]
        names = [value for key in _NAME_PROPERTIES for value in _values(properties.get(key))]
        yield _entry(str(untrusted_entity.get("id", "")), schema, names, line=number, name=name)


def _values(untrusted_value: object) -> Iterator[str]:
    values = untrusted_value if isinstance(untrusted_value, list) else [untrusted_value]
    return (value for value in values if isinstance(value, str))


def _entry(id: str, type: str, names: Iterable[str], *, line: int, name: str) -> WatchlistName:
    kind = _TYPES.get(type.strip().lower())
    if kind is None:
        raise UsageError(
            f"{name}, line {line}: the type {type[:40]!r} is not person, organization or place",
            code="list-type",
            name=name,
            line=line,
            type=type[:40],
        )
    kept = tuple(dict.fromkeys(stripped for each in names if (stripped := each.strip())))
    if not kept:
        raise UsageError(f"{name}, line {line}: there is no name", code="list-line-without-name", name=name, line=line)
    for each in kept:
        _checked(each, line, name)
    return WatchlistName(id.strip() or str(line), kind, kept)


def _checked(each: str, line: int, name: str) -> bool:
    if len(each) > LONGEST_NAME:
        raise UsageError(
            f"{name}, line {line}: {len(each)} characters are no name; at most {LONGEST_NAME}",
            code="list-name-too-long",
            name=name,
            line=line,
            most=LONGEST_NAME,
        )
    return bool(each.strip())


def _lines(text: str) -> Iterator[tuple[int, str]]:
    return ((number, line) for number, line in enumerate(text.split("\n"), start=1) if line.strip())


def _check_ids(entries: Iterable[WatchlistName], name: str) -> None:
    seen: set[str] = set()
    for entry in entries:
        if entry.id in seen:
            raise UsageError(
                f"{name}: duplicate id {entry.id[:60]!r}; every entry needs its own",
                code="list-id-twice",
                name=name,
                id=entry.id[:60],
            )
        seen.add(entry.id)
