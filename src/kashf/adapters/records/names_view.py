"""The part of a view that tells of names: totals, places, and decisions, which are read from the ledger itself."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from itertools import groupby
from operator import itemgetter
from typing import Any, Final

from kashf.adapters.records.connection import Connection, Row, marks
from kashf.adapters.records.rows import ENTRY_COLUMNS, MENTION_COLUMNS, entry_of, member_of, mention_of, pair_of
from kashf.domain.decisions import DECISIONS, Decision, decisions_of, in_force
from kashf.domain.document import Span
from kashf.domain.entity import Judgement, MentionType, NameKey, PlacedMention
from kashf.domain.ids import DocumentId
from kashf.errors import NotFoundError
from kashf.ports.mentions import FOUND_AGAIN, NAME_LENGTH, EntityTotal, Membership, NameDocuments, NamedPlace, NamePair, NameTotal

#: Documents whose mentions a walk reads by one query.
NAMED_AT_ONCE: Final = 500
_SPELLINGS = "SELECT key, text, mentions, documents FROM spellings WHERE"
_JOINED = (
    "FROM mentions JOIN spellings ON spellings.number = mentions.spelling JOIN documents ON documents.number = mentions.document WHERE"
)
_PLACES = f"SELECT {MENTION_COLUMNS} {_JOINED}"
_ON = (
    "FROM asked JOIN documents ON documents.id = asked.one JOIN mentions ON mentions.document = documents.number "
    "AND mentions.page = asked.other JOIN spellings ON spellings.number = mentions.spelling"
)
_PLACES_ON = f"SELECT {MENTION_COLUMNS} {_ON}"
_ENTITIES = (
    "SELECT COALESCE(leader, spellings.key), SUM(mentions), SUM(documents), COUNT(DISTINCT spellings.key) FROM spellings "
    "LEFT JOIN memberships ON memberships.type = spellings.type AND memberships.key = spellings.key WHERE spellings.type = ?"
)
_HAVING = "HAVING MAX(CASE WHEN spellings.key LIKE ? ESCAPE '!' THEN 1 ELSE 0 END) = 1"
_DOCUMENTS = (
    "SELECT leader, COUNT(DISTINCT mentions.document) FROM memberships JOIN spellings ON spellings.type = memberships.type "
    "AND spellings.key = memberships.key JOIN mentions ON mentions.spelling = spellings.number WHERE memberships.type = ? AND leader"
)
_NAMES_ONLY = (
    " AND NOT EXISTS (SELECT 1 FROM decided_terms AS told "
    "WHERE told.type = spellings.type AND told.key = spellings.key AND NOT told.is_name)"
)
_IN_ORDER = "ORDER BY documents.id, page, start"
#: How the two databases write the numbers of a group one after the other.
_TOGETHER: Final = {False: "group_concat(mentions.document)", True: "string_agg(CAST(mentions.document AS TEXT), ',')"}
_PRINTED = "printed JOIN mentions ON mentions.document = printed.document AND mentions.place = printed.place"
#: Documents first: a planner that begins with the names reads most of the case.
_AMONG = (
    "SELECT documents.id, page, start, stop, spelling FROM documents CROSS JOIN mentions "
    "WHERE mentions.document = documents.number AND documents.id"
)
_PRINTED_PLACES = (
    f"SELECT documents.id, page, start, stop FROM {_PRINTED} JOIN documents ON documents.number = printed.document WHERE documents.id"
)


class SqlNames:
    """Reads names and decisions.

    Args:
        sql: Runs queries; closed with this.
    """

    def __init__(self, sql: Connection) -> None:
        self.sql = sql

    def snapshot(self) -> AbstractContextManager[None]:
        """Return a block in which everything that is read is of one moment."""
        return self.sql.snapshot()

    def close(self) -> None:
        """Let go of the connection."""
        self.sql.close()

    def names(self, type: MentionType, *, after: str = "", limit: int | None = 100, containing: str = "") -> tuple[NameTotal, ...]:
        """Return the names of one type, the most frequent first, those as frequent by key."""
        if len(containing) > NAME_LENGTH:
            return ()
        where, values = "type = ?", [type.value]
        if containing:
            where += " AND key LIKE ? ESCAPE '!'"
            values.append(_like(containing))
        where += self._names_only()
        further, place = self._after(type, after)
        most, number = ("", ()) if limit is None else ("LIMIT ?", (limit,))
        keys = f"SELECT key FROM spellings WHERE {where} GROUP BY key {further} ORDER BY SUM(mentions) DESC, key {most}"
        rows = self.sql.rows(f"{_SPELLINGS} type = ? AND key IN ({keys})", (type.value, *values, *place, *number))
        return tuple(sorted(self._totals(type, rows), key=lambda total: (-total.mentions, total.key)))

    def names_with(self, type: MentionType, keys: Sequence[NameKey]) -> tuple[NameTotal, ...]:
        """Return the totals of some names, in the order asked for; unknown keys are left out."""
        rows = self.sql.among(f"{_SPELLINGS} type = ?{self._names_only()} AND key", sorted(set(keys)), before=(type.value,))
        found = {total.key: total for total in self._totals(type, rows)}
        return tuple(found[key] for key in keys if key in found)

    def entities(self, type: MentionType, *, limit: int | None = 100, containing: str = "") -> tuple[EntityTotal, ...]:
        """Return the entities of one type, the most often named first, those as often named by leader."""
        if len(containing) > NAME_LENGTH:
            return ()
        most, number = ("", ()) if limit is None else ("LIMIT ?", (limit,))
        having, part = (_HAVING, (_like(containing),)) if containing else ("", ())
        rows = self.sql.rows(f"{_ENTITIES}{self._names_only()} GROUP BY 1 {having} ORDER BY 2 DESC, 1 {most}", (type.value, *part, *number))
        several = [row[0] for row in rows if row[3] > 1]
        documents = {row[0]: row[1] for row in self.sql.among(_DOCUMENTS, several, before=(type.value,), after=" GROUP BY leader")}
        return tuple(EntityTotal(NameKey(key), int(said), int(documents.get(key) or within)) for key, said, within, _ in rows)

    def keys_with_words(self, type: MentionType, words: Collection[str]) -> tuple[NameKey, ...]:
        """Return the names of a type in which one of these words stands, by key."""
        rows = self.sql.among("SELECT key FROM name_words WHERE type = ? AND word", sorted(set(words)), before=(type.value,))
        return tuple(NameKey(key) for key in sorted({row[0] for row in rows}))

    def pages_with(self, type: MentionType, keys: Sequence[NameKey]) -> frozenset[tuple[DocumentId, int]]:
        """Return the pages that name one of these."""
        sql = f"SELECT DISTINCT documents.id, page {_JOINED} spellings.type = ?{self._names_only()} AND key"
        rows = self.sql.among(sql, sorted(set(keys)), before=(type.value,))
        return frozenset((DocumentId(id), page) for id, page in rows)

    def keys_on(self, type: MentionType, pages: Sequence[tuple[DocumentId, int]]) -> Mapping[tuple[DocumentId, int], Sequence[NameKey]]:
        """Return the names of one type on each of some pages, as often as they stand there; pages without any are left out."""
        found: dict[tuple[DocumentId, int], list[NameKey]] = {}
        named = f"SELECT one, other, key {_ON} WHERE spellings.type = ?{self._names_only()}"
        for id, page, key in self.sql.among_pairs(named, pages, behind=(type.value,)):
            found.setdefault((DocumentId(id), page), []).append(NameKey(key))
        return found

    def mentions_of(self, type: MentionType, keys: Sequence[NameKey]) -> tuple[PlacedMention, ...]:
        """Return every place that names one of these, by document, page and place."""
        rows = self.sql.among(f"{_PLACES} spellings.type = ?{self._names_only()} AND key", sorted(set(keys)), before=(type.value,))
        return tuple(mention_of(row) for row in sorted(rows, key=lambda row: tuple(row[:3])))

    def first_places(self, type: MentionType, keys: Sequence[NameKey]) -> Mapping[NameKey, Span]:
        """Return for each of some names a place that names it, of all its places always the same one."""
        numbers = self.sql.among("SELECT number, key FROM spellings WHERE type = ? AND key", sorted(set(keys)), before=(type.value,))
        found: dict[NameKey, Span] = {}
        for number, key in sorted(map(tuple, numbers)):
            if key not in found:
                row = self.sql.rows(f"{_PLACES} spelling = ? ORDER BY mentions.document, place LIMIT 1", (number,))[0]
                found[NameKey(key)] = Span(DocumentId(row[0]), row[1], row[2], row[3])
        return found

    def found_by(
        self, type: MentionType, sources: Sequence[str], *, documents: Sequence[DocumentId] | None = None
    ) -> Mapping[NameKey, int]:
        """Return the names that some sources found, with in how many documents each."""
        of_sources = f"spellings.type = ?{self._names_only()} AND source IN ({marks(sources)})"
        counted = f"SELECT key, COUNT(DISTINCT mentions.document) {_JOINED} {of_sources}"
        values = (type.value, *sources)
        if documents is None:
            return {NameKey(key): count for key, count in self.sql.rows(f"{counted} GROUP BY key", values)}
        found: Counter[NameKey] = Counter()
        for key, count in self.sql.among(f"{counted} AND documents.id", documents, before=values, after=" GROUP BY key"):
            found[NameKey(key)] += count
        return found

    def keys_in(self, document: DocumentId) -> Iterator[NameKey]:
        """Yield the names that stand in a document, one for each place that another source than `FOUND_AGAIN` found."""
        rows = self.sql.walk(f"SELECT key {_JOINED} source <> ? AND documents.id = ?", (FOUND_AGAIN, document))
        return (NameKey(key) for (key,) in rows)

    def documents_with(self, type: MentionType, keys: Sequence[NameKey]) -> tuple[DocumentId, ...]:
        """Return the documents that name one of these, each once, by id."""
        sql = f"SELECT DISTINCT documents.id {_JOINED} spellings.type = ?{self._names_only()} AND key"
        return tuple(DocumentId(id) for id in sorted({row[0] for row in self.sql.among(sql, sorted(set(keys)), before=(type.value,))}))

    def mentions_on(self, pages: Sequence[tuple[DocumentId, int]]) -> tuple[PlacedMention, ...]:
        """Return what is named on some pages, by document, page and place."""
        rows = self.sql.among_pairs(f"{_PLACES_ON} WHERE TRUE{self._names_only()}", pages)
        return tuple(mention_of(row) for row in sorted(rows, key=lambda row: tuple(row[:3])))

    def mentions_in(self, document: DocumentId, *, page: int | None = None) -> tuple[PlacedMention, ...]:
        """Return what is named in a document, or on one page of it, by page and place."""
        on_page, values = ("", (document,)) if page is None else (" AND page = ?", (document, page))
        return tuple(
            mention_of(row) for row in self.sql.rows(f"{_PLACES} documents.id = ?{on_page}{self._names_only()} {_IN_ORDER}", values)
        )

    def stored_mentions(self, document: DocumentId) -> Iterator[PlacedMention]:
        """Yield what is stored of a document, by page and place, as `mentions_in` returns it, and terms that are no names too."""
        return map(mention_of, self.sql.walk(f"{_PLACES} documents.id = ? {_IN_ORDER}", (document,)))

    def walk_mentions(self) -> Iterator[PlacedMention]:
        """Yield everything that is named, by document, page and place."""
        named = "EXISTS (SELECT 1 FROM mentions WHERE mentions.document = documents.number)"
        further = f"SELECT id FROM documents WHERE id > ? AND {named} ORDER BY id LIMIT {NAMED_AT_ONCE}"
        between = f"{_PLACES} documents.id > ? AND documents.id <= ?{self._names_only()} {_IN_ORDER}"
        after = ""
        while documents := self.sql.rows(further, (after,)):
            last = documents[-1][0]
            yield from map(mention_of, self.sql.rows(between, (after, last)))
            after = last

    def name_documents(self, types: Collection[MentionType]) -> NameDocuments:
        """Return the documents in which names of these types stand, once for each place, by one query."""
        return self._documents_of("mentions", types)

    def mentions_among(self, documents: Sequence[DocumentId], types: Collection[MentionType]) -> Iterator[NamedPlace]:
        """Yield what of these types is named in some documents, and where, by document, page and place."""
        of_spelling = self._spellings(types)
        rows = self.sql.walk_among(_AMONG, sorted(set(documents)), after=" ORDER BY documents.id")
        for _, of_one in groupby((row for row in rows if row[4] in of_spelling), key=itemgetter(0)):
            for id, page, start, stop, spelling in sorted(map(tuple, of_one)):
                yield NamedPlace(*of_spelling[spelling], id, page, start, stop)

    def forms_version(self) -> str:
        """Return the version by which forms were found, or "" where they were not since mentions were last stored or left out."""
        return next((str(row[0]) for row in self.sql.rows("SELECT version FROM forms_made")), "")

    def form_lines(self) -> int:
        """Return how many lines of forms there are."""
        return next((int(row[0]) for row in self.sql.rows("SELECT lines FROM forms_made")), 0)

    def printed_documents(self, types: Collection[MentionType]) -> NameDocuments:
        """Return the documents in which names of these types stand in forms, once for each place."""
        return self._documents_of(_PRINTED, types)

    def printed_places(self, documents: Sequence[DocumentId]) -> frozenset[Span]:
        """Return the places of names in some documents that stand in forms."""
        rows = self.sql.among(_PRINTED_PLACES, sorted(set(documents)))
        return frozenset(Span(DocumentId(id), page, start, stop) for id, page, start, stop in rows)

    def resolution_version(self, type: MentionType) -> str:
        """Return the version of what is stored of resolving a type, or "" when nothing is."""
        rows = self.sql.rows("SELECT version FROM resolutions WHERE type = ?", (type.value,))
        return str(rows[0][0]) if rows else ""

    def name_pairs(self, type: MentionType, keys: Sequence[NameKey] | None = None) -> tuple[NamePair, ...]:
        """Return the stored pairs of names of a type that are or may be one, by their keys; of some names, or all."""
        sql = 'SELECT "left", "right", score, why, warning FROM name_pairs WHERE type = ?'
        if keys is None:
            return tuple(pair_of(row) for row in self.sql.rows(f'{sql} ORDER BY "left", "right"', (type.value,)))
        asked = sorted(set(keys))
        rows = {tuple(row) for side in ('"left"', '"right"') for row in self.sql.among(f"{sql} AND {side}", asked, before=(type.value,))}
        return tuple(pair_of(row) for row in sorted(rows))

    def memberships(self, type: MentionType, keys: Sequence[NameKey] | None = None) -> tuple[Membership, ...]:
        """Return the names of a type with the entities they belong to, by leader and key; empty before the first resolving."""
        mine = "FROM memberships WHERE type = ?"
        columns = f"SELECT key, leader, via, score, why, is_undecided {mine}"
        if keys is None:
            rows = self.sql.rows(columns, (type.value,))
        else:
            leaders = {row[0] for row in self.sql.among(f"SELECT leader {mine} AND key", sorted(set(keys)), before=(type.value,))}
            rows = self.sql.among(f"{columns} AND leader", sorted(leaders), before=(type.value,))
        return tuple(sorted(map(member_of, rows), key=lambda member: (member.leader, member.key)))

    def leaders(self, type: MentionType) -> Mapping[NameKey, NameKey]:
        """Return the name its entity goes by for each name of a type that goes by another than its own."""
        rows = self.sql.rows("SELECT key, leader FROM memberships WHERE type = ? AND key <> leader", (type.value,))
        return {NameKey(key): NameKey(leader) for key, leader in rows}

    def judgements(self) -> tuple[Judgement, ...]:
        """Return what people decided and did not undo, the latest about each pair, oldest first."""
        return in_force(self.judgement_history())

    def judgement_history(self) -> tuple[Decision, ...]:
        """Return everything that was decided, oldest first, with what was undone."""
        kinds = [str(kind) for kind in sorted(DECISIONS.kinds)]
        return decisions_of(entry_of(row) for row in self.sql.among(f"SELECT {ENTRY_COLUMNS} FROM ledger WHERE kind", kinds))

    def _names_only(self) -> str:
        """Return the condition that leaves out what people said is no name; nothing where they said so of nothing."""
        return _NAMES_ONLY if self.sql.rows("SELECT 1 FROM decided_terms WHERE NOT is_name LIMIT 1") else ""

    def _totals(self, type: MentionType, spellings: Sequence[Row]) -> Iterator[NameTotal]:
        """Yield the totals of names, those made for another man of a name as people call them."""
        told = self.sql.rows("SELECT key, label FROM decided_terms WHERE type = ? AND is_name", (type.value,))
        labels = {row[0]: str(row[1]) for row in told}
        for total in _totals(type, spellings):
            label = labels.get(total.key)
            yield replace(total, text=label, variants=(total.text, *total.variants)) if label else total

    def _documents_of(self, places: str, types: Collection[MentionType]) -> NameDocuments:
        """Return the documents in which names of some types stand at some places, given as what to select from."""
        ids = {number: DocumentId(id) for number, id in self.sql.rows("SELECT number, id FROM documents")}
        of_spelling, kinds = self._spellings(types), sorted(type.value for type in types)
        wanted = f"spelling IN (SELECT number FROM spellings WHERE type IN ({marks(kinds)}))"
        together = f"SELECT spelling, {_TOGETHER[self.sql.is_postgres]} FROM {places} WHERE {wanted} GROUP BY spelling"
        standing: dict[tuple[MentionType, NameKey], list[int]] = {}
        for spelling, numbers in self.sql.rows(together, kinds):
            if spelling in of_spelling:
                standing.setdefault(of_spelling[spelling], []).extend(json.loads(f"[{numbers}]"))
        names = sorted(standing)
        return NameDocuments(ids, names, [standing[name] for name in names])

    def _spellings(self, types: Collection[MentionType]) -> Mapping[int, tuple[MentionType, NameKey]]:
        kinds = {type.value: type for type in types}
        rows = self.sql.among(f"SELECT number, type, key FROM spellings WHERE number > 0{self._names_only()} AND type", sorted(kinds))
        return {number: (kinds[type], NameKey(key)) for number, type, key in rows}

    def _after(self, type: MentionType, key: str) -> tuple[str, tuple[Any, ...]]:
        """Return the condition by which an answer goes on after a name, and its parameters."""
        if not key:
            return "", ()
        (mentions,) = self.sql.rows("SELECT SUM(mentions) FROM spellings WHERE type = ? AND key = ?", (type.value, key))[0]
        if mentions is None:
            raise NotFoundError("This page of results is out of date; reload the list.", code="list-outdated")
        condition = "HAVING SUM(mentions) < ? OR (SUM(mentions) = ? AND key > ?)"
        return condition, (int(mentions), int(mentions), key)


def _like(part: str) -> str:
    """Return what is like whatever holds a part."""
    return "%" + "".join(f"!{letter}" if letter in "!%_" else letter for letter in part) + "%"


def _totals(type: MentionType, spellings: Sequence[Row]) -> Iterator[NameTotal]:
    """Yield the totals of names from the rows of all of their spellings."""
    names: dict[str, dict[str, list[int]]] = {}
    for key, text, mentions, documents in spellings:
        # Where a line of a page ends within a name is no spelling of it.
        count = names.setdefault(key, {}).setdefault(" ".join(text.split()), [0, 0])
        count[0] += mentions
        count[1] += documents
    for key, counts in names.items():
        first, *others = sorted(counts, key=lambda text: (-counts[text][0], text))
        mentions, documents = (sum(count[which] for count in counts.values()) for which in (0, 1))
        yield NameTotal(type, NameKey(key), first, mentions, documents, tuple(others))
