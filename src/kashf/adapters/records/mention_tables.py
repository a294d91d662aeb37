"""Writes what is named in documents, and keeps the totals of names with it, so that a reader never adds up half a million places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from kashf.adapters.records.connection import Connection, chunks
from kashf.adapters.records.rows import MENTION_COLUMNS, MENTION_FIELDS, member_values, mention_of, mention_values, pair_values
from kashf.domain.document import Span
from kashf.domain.entity import MentionType, PlacedMention
from kashf.language.words.spans import SpanSet
from kashf.ports.mentions import FOUND_LONGER, DecidedTerms, Membership, Resolution

#: Type, key and text of a name.
_Spelling = tuple[str, str, str]

_ADD = f"INSERT INTO mentions ({', '.join(MENTION_FIELDS)}) VALUES ({', '.join('?' * len(MENTION_FIELDS))})"
_PLACED = "FROM mentions JOIN spellings ON spellings.number = spelling JOIN documents ON documents.number = mentions.document WHERE"

#: Mentions of several documents that are held at one time to be written anew, at half a kB each, or all of one document.
MENTIONS_TOGETHER: Final = 50_000
_COUNTED = "SELECT document, COUNT(*) FROM mentions WHERE document"
_NAMES = "SELECT number, type, key, text FROM spellings WHERE number"
_COUNT = (
    " ON CONFLICT (type, key, text) DO UPDATE SET mentions = spellings.mentions + excluded.mentions, "
    "documents = spellings.documents + excluded.documents RETURNING type, key, text, number, mentions"
)
_NUMBERED = (
    "SELECT documents.id, page, start, stop, mentions.document, place FROM mentions "
    "JOIN documents ON documents.number = mentions.document WHERE documents.id"
)


def put_mentions(connection: Connection, items: Sequence[tuple[int, Sequence[PlacedMention]]]) -> None:
    """Store what is named in documents, given by number; where there is more or less than before, no place of a form is known any more."""
    stored = connection.among(_COUNTED, [number for number, _ in items], after=" GROUP BY document")
    before = {row[0]: row[1] for row in stored}
    if any(len(mentions) != before.get(number, 0) for number, mentions in items):
        forget_forms(connection)
    # Most of what is stored was read from the same rows, which are sealed with what they were.
    connection.tracker.changes("mentions", [number for number, _ in items])
    _replace_mentions(connection, items)


def replace_mentions(connection: Connection, items: Sequence[tuple[int, Sequence[PlacedMention]]]) -> None:
    """Store what is named in documents, given by number, in place of what was stored of them before."""
    connection.tracker.replaces("mentions", [number for number, _ in items])
    _replace_mentions(connection, items)


def _replace_mentions(connection: Connection, items: Sequence[tuple[int, Sequence[PlacedMention]]]) -> None:
    _forget_mentions(connection, [document for document, _ in items])
    # Gone through twice and never held: those of a long text are made of what a worker sent as they are asked for.
    named = ((document, _spelling(each)) for document, some in items for each in some)
    numbers = _add_up(connection, counted((document, name, name) for document, name in named))
    placed = ((document, place, each) for document, some in items for place, each in enumerate(some))
    rows = ((document, place, *mention_values(each, spelling=numbers[_spelling(each)])) for document, place, each in placed)
    connection.run_many(_ADD, rows)


def add_mentions(connection: Connection, source: str, items: Sequence[tuple[int, Sequence[PlacedMention]]]) -> None:
    """Store what one source found in documents, given by number, in place of what it had found there.

    What others found stays, but for shorter names where it found a longer one.
    """
    numbers = [number for number, _ in items]
    had = connection.among("SELECT DISTINCT document FROM mentions WHERE source = ? AND document", numbers, before=(source,))
    earlier = {row[0] for row in had}
    for some in _together(connection, [(number, found) for number, found in items if found or number in earlier]):
        _add_mentions(connection, source, some)


def _together(connection: Connection, items: Sequence[tuple[int, Sequence[PlacedMention]]]) -> Iterator[dict[int, Sequence[PlacedMention]]]:
    """Yield documents that are written anew together, with what is added to them: all mentions of these are held at one time."""
    stored = connection.among(_COUNTED, [number for number, _ in items], after=" GROUP BY document")
    counts = {row[0]: row[1] for row in stored}
    some: dict[int, Sequence[PlacedMention]] = {}
    size = 0
    for number, found in items:
        size += len(found) + counts.get(number, 0)
        if some and size > MENTIONS_TOGETHER:
            yield some
            some, size = {}, len(found) + counts.get(number, 0)
        some[number] = found
    if some:
        yield some


def _add_mentions(connection: Connection, source: str, items: Mapping[int, Sequence[PlacedMention]]) -> None:
    changed = {number: [*found] for number, found in items.items()}
    longer = {number: _longer(found) for number, found in changed.items()}
    for row in connection.walk_among(f"SELECT mentions.document, {MENTION_COLUMNS} {_PLACED} mentions.document", sorted(changed)):
        each = mention_of(row[1:])
        covered = longer[row[0]].get((each.page, each.mention.type))
        if each.mention.source != source and (covered is None or covered.is_free(each.mention.start, each.mention.end)):
            changed[row[0]].append(each)
    in_order = [(number, sorted(found, key=lambda each: (each.page, each.mention.start))) for number, found in changed.items()]
    connection.tracker.changes("mentions", [number for number, _ in in_order])
    _replace_mentions(connection, in_order)


def _longer(found: Iterable[PlacedMention]) -> dict[tuple[int, MentionType], SpanSet]:
    """Return the places of longer names, in which shorter ones of their type go, by page and type."""
    places: dict[tuple[int, MentionType], SpanSet] = {}
    for each in found:
        if each.mention.source == FOUND_LONGER:
            places.setdefault((each.page, each.mention.type), SpanSet()).add(each.mention.start, each.mention.end)
    return places


def forget_mentions(connection: Connection, documents: Sequence[int]) -> None:
    """Take the mentions of some documents out, and out of the totals."""
    connection.tracker.replaces("mentions", documents)
    _forget_mentions(connection, documents)


def _forget_mentions(connection: Connection, documents: Sequence[int]) -> None:
    for some in chunks(documents):
        spellings = connection.among("SELECT DISTINCT spelling FROM mentions WHERE document", some)
        if spellings:
            names = {row[0]: (row[1], row[2], row[3]) for row in connection.among(_NAMES, sorted(row[0] for row in spellings))}
            # In the order in which they were counted.
            rows = connection.walk_among("SELECT document, spelling FROM mentions WHERE document", some, after=" ORDER BY document, place")
            counts = counted((document, spelling, names[spelling]) for document, spelling in rows)
            connection.run_among("DELETE FROM mentions WHERE document", some)
            _take_off(connection, counts)


def replace_terms(connection: Connection, type: MentionType, terms: DecidedTerms) -> None:
    """Store what people decided about terms of a type in place of what was stored before."""
    connection.tracker.delete("decided_terms", "type = ?", (type.value,))
    told = {key: (label, True) for key, label in terms.labels.items()} | dict.fromkeys(terms.no_names, ("", False))
    rows = [{"type": type.value, "key": key, "label": label, "is_name": is_name} for key, (label, is_name) in sorted(told.items())]
    connection.tracker.insert("decided_terms", rows)


def replace_resolution(connection: Connection, type: MentionType, resolution: Resolution) -> None:
    """Store which names of a type are one, in place of what was stored before."""
    for table in ("resolutions", "name_pairs", "memberships"):
        connection.tracker.delete(table, "type = ?", (type.value,))
    connection.tracker.insert("resolutions", [{"type": type.value, "version": resolution.version}])
    connection.tracker.insert("name_pairs", [pair_values(type, pair) for pair in resolution.pairs])
    connection.tracker.insert("memberships", [member_values(type, member) for member in resolution.members])


def replace_members(connection: Connection, type: MentionType, members: Sequence[Membership]) -> None:
    """Store the entities of some names in place of those they had."""
    connection.tracker.delete_among("memberships", "type = ? AND key", [member.key for member in members], before=(type.value,))
    connection.tracker.insert("memberships", [member_values(type, member) for member in members])


def put_found(connection: Connection, items: Sequence[tuple[int, Sequence[PlacedMention]]], *, source: str) -> None:
    """Store what is named in documents, given by number, or what one source found there beside what others did."""
    forget_forms(connection)
    if source:
        add_mentions(connection, source, items)
    else:
        replace_mentions(connection, items)


def forget_forms(connection: Connection) -> None:
    """Forget which places forms print."""
    for table in ("printed", "forms_made"):
        connection.tracker.delete(table)


def replace_forms(connection: Connection, version: str, *, lines: int, places: Sequence[Span]) -> None:
    """Store which places forms print, and by which version they were found."""
    forget_forms(connection)
    wanted = {(place.document, place.page, place.start, place.end) for place in places}
    rows = connection.among(_NUMBERED, sorted({place.document for place in places}))
    printed = [{"document": row[4], "place": row[5]} for row in rows if tuple(row[:4]) in wanted]
    connection.tracker.insert("printed", printed)
    connection.tracker.insert("forms_made", [{"version": version, "lines": lines}])


def counted(places: Iterable[tuple[int, Any, _Spelling]]) -> dict[Any, list[int]]:
    """Return mentions and documents by spelling.

    A document counts for the first spelling of a name in it, so that the documents of all spellings of a name add up to its documents.

    Args:
        places: Document, what stands for the spelling in the answer, and the spelling, in the order in which they are or were stored.
    """
    found: dict[Any, list[int]] = {}
    named: dict[tuple[str, str], int] = {}
    for document, stands_for, (type, key, _) in places:
        count = found.get(stands_for)
        if count is None:
            count = found[stands_for] = [0, 0]
        count[0] += 1
        # Documents come one after the other, so that the last one a name was met in tells whether it is new to this one.
        if named.get((type, key)) != document:
            named[type, key] = document
            count[1] += 1
    return found


def _add_up(connection: Connection, counts: dict[_Spelling, list[int]]) -> dict[_Spelling, int]:
    """Add counts to those of spellings, new ones included, and return the numbers of these spellings."""
    numbers: dict[_Spelling, int] = {}
    for some in chunks(sorted(counts)):
        adding = "INSERT INTO spellings (type, key, text, mentions, documents) VALUES " + ", ".join(["(?, ?, ?, ?, ?)"] * len(some))
        rows = connection.rows(adding + _COUNT, [value for name in some for value in (*name, *counts[name])])
        numbers.update({(type, key, text): number for type, key, text, number, _ in rows})
        # Of which there is no more than was added now.
        new = [(number, *name) for *name, number, mentions in rows if mentions == counts[name[0], name[1], name[2]][0]]
        connection.tracker.adds("spellings", new)
    words = sorted({(type, word, key) for type, key, _ in counts for word in key.split(" ")})
    connection.run_many("INSERT INTO name_words (type, word, key) VALUES (?, ?, ?) ON CONFLICT DO NOTHING", words)
    return numbers


def _take_off(connection: Connection, counts: dict[int, list[int]]) -> None:
    fewer = "UPDATE spellings SET mentions = mentions - ?, documents = documents - ? WHERE number = ?"
    connection.run_many(fewer, [(*count, number) for number, count in sorted(counts.items())])
    gone = connection.tracker.delete_among("spellings", "mentions = 0 AND number", sorted(counts))
    nowhere = "NOT EXISTS (SELECT 1 FROM spellings WHERE spellings.type = name_words.type AND spellings.key = name_words.key)"
    connection.run_among(f"DELETE FROM name_words WHERE {nowhere} AND key", sorted({row[2] for row in gone}))


def _spelling(placed: PlacedMention) -> _Spelling:
    # A member of MentionType is a string, equal to its value, which takes much longer to ask for.
    return placed.mention.type, placed.key, placed.mention.text
