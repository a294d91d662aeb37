"""Read a list of names to hold against a case: a table (CSV), FollowTheMoney entities (JSON), or one name a line.

A list comes from elsewhere and may be wrong in any way. An entry without a name is told with its line, and whatever else cannot be read is
refused with it, since an entry left out in silence looks like somebody who is not in the files.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from kashf.domain.entity import MentionType
from kashf.errors import UsageError
from kashf.language.person_names.particles import is_article
from kashf.language.person_names.vocabulary import PARTICLES
from kashf.language.tables.lists.watchlist_columns import ALIASES, FAMILY, GIVEN, IDENTIFIERS, IDS, NAMES, TYPES
from kashf.language.words.folding import NOTHING, fold
from kashf.language.words.headed_tables import headings, numbered_rows, possible_heads
from kashf.language.words.tokens import folded_words

#: Code points; a longer one is no name but a paragraph in the wrong column.
LONGEST_NAME: Final = 300
_MOST_TOLD: Final = 200
_NAMES, _GIVEN, _FAMILY, _ALIASES = map(headings, (NAMES, GIVEN, FAMILY, ALIASES))
_IDS, _KINDS, _IDENTIFIERS = map(headings, (IDS, TYPES, IDENTIFIERS))
_KNOWN: Final = _NAMES | _GIVEN | _FAMILY | _ALIASES | _IDS | _KINDS | _IDENTIFIERS
_TYPES: Final = {"": MentionType.PERSON} | {schema: type for type in MentionType for schema in type.traits.schemata}
#: Properties of a FollowTheMoney entity that hold names, and what tells people of one name apart. Source: followthemoney 4.
_NAME_PROPERTIES: Final = ("name", "alias", "weakAlias", "previousName", "title")
_IDENTIFYING_PROPERTIES: Final = ("birthDate", "passportNumber", "idNumber", "phone", "email", "registrationNumber")


@dataclass(frozen=True, slots=True)
class WatchlistName:
    """One person, group or place of a list.

    Args:
        id: As the list calls it; the number of its line where the list gives none.
        type: What it is.
        names: Its name, then its aliases, each once; at least one.
        identifiers: What the list says that tells people of one name apart: dates of birth, numbers, telephones, addresses of mail.
    """

    id: str
    type: MentionType
    names: tuple[str, ...]
    identifiers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NamelessEntry:
    """An entry that is held against nothing, since it has no name.

    Args:
        line: Its number.
        why: "no-name" where there is no word that tells, "too-long" where what stands there is a paragraph.
    """

    line: int
    why: Literal["no-name", "too-long"]


_Read = WatchlistName | NamelessEntry


@dataclass(frozen=True, slots=True)
class Watchlist:
    """A list as it was read.

    Args:
        entries: In its order.
        column: Headings of the columns in which the names stand, joined by " + "; "" for a list without columns.
        columns: All headings of a table.
        nameless: Entries that are none, since they have no name.
    """

    entries: tuple[WatchlistName, ...]
    column: str = ""
    columns: tuple[str, ...] = ()
    nameless: tuple[NamelessEntry, ...] = ()


def read_list(untrusted_text: str, *, name: str) -> Watchlist:
    """Return the entries of a list.

    The form is told by the content: what begins with "{" or "[" is FollowTheMoney, an entity a line or one array of them; a first line with
    the heading of a column of names, in Arabic, English and a few other languages, is a table; all else is one name a line.

    Args:
        untrusted_text: The list, decoded.
        name: What the list is called in messages.

    Raises:
        UsageError: It is empty, has a line that cannot be read, or one id twice.
    """
    text = untrusted_text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    first = text.lstrip().split("\n", 1)[0].strip()
    if not first:
        raise UsageError(f"{name} holds no names: it is empty", code="list-empty", name=name)
    if first.startswith(("{", "[")):
        found = _watchlist(_array(text, name) if first.startswith("[") else _ftm(text, name))
    elif (head := _head(first)) is not None:
        found = _table(text, head[0], name)
    else:
        found = _watchlist(_entry("", "", [line], (), line=number, name=name) for number, line in _lines(text))
    _check_ids(found.entries, name)
    if not found.entries:
        raise UsageError(f"{name} holds no names", code="list-empty", name=name)
    return found


def _watchlist(read: Iterable[_Read], column: str = "", columns: tuple[str, ...] = ()) -> Watchlist:
    found = tuple(read)
    entries = tuple(each for each in found if isinstance(each, WatchlistName))
    return Watchlist(entries, column, columns, tuple(each for each in found if isinstance(each, NamelessEntry)))


def _head(first: str) -> tuple[str, tuple[str, ...]] | None:
    """Return what divides the columns of a table, and its headings; None where the first line is none of a table."""
    known = [(divider, cells) for divider, cells in possible_heads(first) if any(fold(cell) in _KNOWN for cell in cells)]
    several = [head for head in known if len(head[1]) > 1 or fold(head[1][0]) in _NAMES]
    return max(several, key=lambda head: (len(head[1]), head[0] == ","), default=None)


def _table(text: str, divider: str, name: str) -> Watchlist:
    table = text.lstrip("\n")
    (_, head), *rows = numbered_rows(table, divider=divider, name=name, before=len(text) - len(table))
    columns = tuple(column.strip() for column in head)
    used = _name_columns(columns, name)
    for line, row in rows:
        if len(row) != len(columns):
            raise UsageError(
                f"{name}, line {line}: {len(row)} columns where the head has {len(columns)}",
                code="list-columns",
                name=name,
                line=line,
                found=len(row),
                expected=len(columns),
            )
    entries = (_of_row(columns, row, used, line=line, name=name) for line, row in rows)
    return _watchlist(entries, " + ".join(columns[place] for place in used), columns)


def _name_columns(columns: Sequence[str], name: str) -> tuple[int, ...]:
    """Return the places of the columns that make a name: the one that is called so, or those of given name and family."""
    if found := [place for place, column in enumerate(columns) if fold(column) in _NAMES]:
        return (found[0],)
    parts = [next((place for place, column in enumerate(columns) if fold(column) in wanted), None) for wanted in (_GIVEN, _FAMILY)]
    if all(place is not None for place in parts):
        return tuple(place for place in parts if place is not None)
    told = ", ".join(columns)[:_MOST_TOLD]
    raise UsageError(
        f'{name} looks like a table without a column called "name"; its columns: {told}',
        code="list-without-name-column",
        name=name,
        columns=told,
    )


def _of_row(columns: Sequence[str], row: Sequence[str], used: Sequence[int], *, line: int, name: str) -> _Read:
    cells = [(fold(column), " ".join(cell.split())) for column, cell in zip(columns, row, strict=True)]
    aliases = [alias for column, cell in cells if column in _ALIASES for alias in cell.replace("|", ";").split(";")]
    identifiers = [f"{columns[place]}: {cell}" for place, (column, cell) in enumerate(cells) if column in _IDENTIFIERS and cell]
    first = " ".join(cells[place][1] for place in used)
    id, kind = (next((cell for column, cell in cells if column in wanted and cell), "") for wanted in (_IDS, _KINDS))
    return _entry(id, kind, [first, *aliases], identifiers, line=line, name=name)


def _array(text: str, name: str) -> Iterator[_Read]:
    try:
        untrusted_entities = json.loads(text)
    except (ValueError, RecursionError):
        raise UsageError(f"{name} begins like one JSON array, and is none", code="list-not-json", name=name, line=1) from None
    for number, untrusted_entity in enumerate(untrusted_entities, start=1):
        yield from _of_entity(untrusted_entity, number, name)


def _ftm(text: str, name: str) -> Iterator[_Read]:
    for number, line in _lines(text):
        try:
            untrusted_entity = json.loads(line)
        except (ValueError, RecursionError):
            raise UsageError(f"{name}, line {number}: not JSON", code="list-not-json", name=name, line=number) from None
        yield from _of_entity(untrusted_entity, number, name)


def _cell(untrusted_value: object) -> str:
    if isinstance(untrusted_value, list):
        return ";".join(_values(untrusted_value))
    return "" if untrusted_value is None else str(untrusted_value)


def _of_entity(untrusted_entity: object, number: int, name: str) -> Iterator[_Read]:
    if isinstance(untrusted_entity, str):  # An array of plain names.
        yield _entry("", "", [untrusted_entity], (), line=number, name=name)
        return
    if isinstance(untrusted_entity, dict) and not {"schema", "properties"} & untrusted_entity.keys():  # A row of a table.
        columns = tuple(untrusted_entity)
        row = [_cell(value) for value in untrusted_entity.values()]
        yield _of_row(columns, row, _name_columns(columns, name), line=number, name=name)
        return
    if not isinstance(untrusted_entity, dict) or not isinstance(untrusted_entity.get("properties"), dict):
        raise UsageError(
            f'{name}, line {number}: no FollowTheMoney entity, which is an object with "id", "schema" and "properties"',
            code="list-no-entity",
            name=name,
            line=number,
        )
    schema = str(untrusted_entity.get("schema", ""))
    if schema.lower() not in _TYPES:
        return  # Passports, sanctions and ownerships stand between the entities of such lists and are nobody's name.
    properties = untrusted_entity["properties"]
    names = [value for key in _NAME_PROPERTIES for value in _values(properties.get(key))]
    identifiers = [f"{key}: {value}" for key in _IDENTIFYING_PROPERTIES for value in _values(properties.get(key))]
    yield _entry(str(untrusted_entity.get("id", "")), schema, names, identifiers, line=number, name=name)


def _values(untrusted_value: object) -> Iterator[str]:
    values = untrusted_value if isinstance(untrusted_value, list) else [untrusted_value]
    return (value for value in values if isinstance(value, str))


def _entry(id: str, type: str, names: Iterable[str], identifiers: Iterable[str], *, line: int, name: str) -> _Read:
    kind = _TYPES.get(type.strip().lower())
    if kind is None:
        raise UsageError(
            f"{name}, line {line}: the type {type[:40]!r} is not person, organization or place",
            code="list-type",
            name=name,
            line=line,
            type=type[:40],
        )
    kept = tuple(dict.fromkeys(each.strip() for each in names if _tells(each)))
    if not kept:
        return NamelessEntry(line, "no-name")
    if any(len(each) > LONGEST_NAME for each in kept):
        return NamelessEntry(line, "too-long")
    return WatchlistName(id.strip() or str(line), kind, kept, tuple(identifiers))


def _tells(untrusted_name: str) -> bool:
    """Return whether there is a word in a name that is more than an article or "father of"."""
    return any(not is_article(word, NOTHING) and word not in PARTICLES for word in folded_words(untrusted_name[: LONGEST_NAME + 1]))


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
