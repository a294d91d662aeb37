"""The part of a view that tells of names: totals, places, and decisions, which are read from the ledger itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from kashf.adapters.records.reader import SqlReader
from kashf.adapters.records.rows import ENTRY_COLUMNS, MENTION_COLUMNS, Row, entry_of, member_of, mention_of, pair_of
from kashf.domain.decisions import KINDS, Judged, history, standing
from kashf.domain.entity import Judgement, MentionType, NameKey, PlacedMention
from kashf.domain.ids import DocumentId
from kashf.errors import NotFoundError, UnfinishedError
from kashf.ports.mentions import NAME_LENGTH, NameTotal
from kashf.ports.resolutions import Membership, NamePair

#: The first version of the tables that has names in it.
_SINCE = "0002"
_SPELLINGS = "SELECT key, text, mentions, documents FROM spellings WHERE"
_PLACES = f"SELECT {MENTION_COLUMNS} FROM mentions JOIN spellings ON spellings.number = mentions.spelling WHERE"
_IN_ORDER = "ORDER BY document, page, start"


class SqlNames(SqlReader):
    """Reads names and decisions."""

    _has_names = False

    def names(self, type: MentionType, *, after: str = "", limit: int = 100, containing: str = "") -> tuple[NameTotal, ...]:
        """Return the names of one type, the most frequent first, those as frequent by key."""
        self._check_named()
        if len(containing) > NAME_LENGTH:
            return ()
        where, values = f"type = {self.mark}", [type.value]
        if containing:
            where += f" AND key LIKE {self.mark} ESCAPE '!'"
            values.append("%" + "".join(f"!{letter}" if letter in "!%_" else letter for letter in containing) + "%")
        further, place = self._after(type, after)
        keys = f"SELECT key FROM spellings WHERE {where} GROUP BY key {further} ORDER BY SUM(mentions) DESC, key LIMIT {self.mark}"
        rows = self.rows(f"{_SPELLINGS} type = {self.mark} AND key IN ({keys})", (type.value, *values, *place, limit))
        return tuple(sorted(_totals(type, rows), key=lambda total: (-total.mentions, total.key)))

    def names_with(self, type: MentionType, keys: Sequence[NameKey]) -> tuple[NameTotal, ...]:
        """Return the totals of some names, in the order asked for; unknown keys are left out."""
        self._check_named()
        rows = self.among(f"{_SPELLINGS} type = {self.mark} AND key", sorted(set(keys)), before=(type.value,))
        found = {total.key: total for total in _totals(type, rows)}
        return tuple(found[key] for key in keys if key in found)

    def mentions_of(self, type: MentionType, keys: Sequence[NameKey]) -> tuple[PlacedMention, ...]:
        """Return every place that names one of these, by document, page and place."""
        self._check_named()
        rows = self.among(f"{_PLACES} type = {self.mark} AND key", sorted(set(keys)), before=(type.value,))
        return tuple(mention_of(row) for row in sorted(rows, key=lambda row: tuple(row[:3])))

    def documents_with(self, type: MentionType, keys: Sequence[NameKey]) -> tuple[DocumentId, ...]:
        """Return the documents that name one of these, each once, by id."""
        self._check_named()
        sql = f"SELECT DISTINCT document FROM mentions JOIN spellings ON spellings.number = spelling WHERE type = {self.mark} AND key"
        return tuple(DocumentId(id) for id in sorted({row[0] for row in self.among(sql, sorted(set(keys)), before=(type.value,))}))

    def mentions_in(self, document: DocumentId, *, page: int | None = None) -> tuple[PlacedMention, ...]:
        """Return what is named in a document, or on one page of it, by page and place."""
        self._check_named()
        if page is None:
            rows = self.rows(f"{_PLACES} document = {self.mark} {_IN_ORDER}", (document,))
        else:
            rows = self.rows(f"{_PLACES} document = {self.mark} AND page = {self.mark} {_IN_ORDER}", (document, page))
        return tuple(mention_of(row) for row in rows)

    def mentions(self, *, after: str = "", limit: int = 500) -> tuple[PlacedMention, ...]:
        """Return what is named in the `limit` documents with mentions that follow the id `after`, by document, page and place."""
        self._check_named()
        sql = f"SELECT DISTINCT document FROM mentions WHERE document > {self.mark} ORDER BY document LIMIT {self.mark}"
        documents = self.rows(sql, (after, limit))
        if not documents:
            return ()
        between = f"document > {self.mark} AND document <= {self.mark}"
        return tuple(mention_of(row) for row in self.rows(f"{_PLACES} {between} {_IN_ORDER}", (after, documents[-1][0])))

    def resolution_version(self, type: MentionType) -> str:
        """Return the version of what is stored of resolving a type, or "" when nothing is."""
        self._check_named()
        rows = self.rows(f"SELECT version FROM resolutions WHERE type = {self.mark}", (type.value,))
        return str(rows[0][0]) if rows else ""

    def name_pairs(self, type: MentionType, keys: Sequence[NameKey] | None = None) -> tuple[NamePair, ...]:
        """Return the stored pairs of names of a type that are or may be one, by their keys; of some names, or all."""
        self._check_named()
        sql = f'SELECT "left", "right", score, why, warning FROM name_pairs WHERE type = {self.mark}'
        if keys is None:
            return tuple(pair_of(row) for row in self.rows(f'{sql} ORDER BY "left", "right"', (type.value,)))
        asked = sorted(set(keys))
        rows = {tuple(row) for side in ('"left"', '"right"') for row in self.among(f"{sql} AND {side}", asked, before=(type.value,))}
        return tuple(pair_of(row) for row in sorted(rows))

    def memberships(self, type: MentionType, keys: Sequence[NameKey] | None = None) -> tuple[Membership, ...]:
        """Return the names of a type with the entities they belong to, by leader and key; empty before the first resolving."""
        self._check_named()
        mine = f"FROM memberships WHERE type = {self.mark}"
        columns = f"SELECT key, leader, via, score, why, is_undecided {mine}"
        if keys is None:
            rows = self.rows(columns, (type.value,))
        else:
            leaders = {row[0] for row in self.among(f"SELECT leader {mine} AND key", sorted(set(keys)), before=(type.value,))}
            rows = self.among(f"{columns} AND leader", sorted(leaders), before=(type.value,))
        return tuple(sorted(map(member_of, rows), key=lambda member: (member.leader, member.key)))

    def judgements(self) -> tuple[Judgement, ...]:
        """Return what people decided and did not undo, the latest about each pair, oldest first."""
        return standing(self.judgement_history())

    def judgement_history(self) -> tuple[Judged, ...]:
        """Return everything that was decided, oldest first, with what was undone."""
        kinds = [kind.value for kind in KINDS]
        return history(entry_of(row) for row in self.among(f"SELECT {ENTRY_COLUMNS} FROM ledger WHERE kind", kinds))

    def names_waiting(self) -> int:
        """Return in how many documents with text names have not been looked for yet."""
        if self._is_named():
            return int(self.rows("SELECT COUNT(*) FROM jobs WHERE stage = 'names' AND state IN ('waiting', 'leased')")[0][0])
        return int(self.rows("SELECT COUNT(*) FROM jobs WHERE stage = 'index'")[0][0])

    def _after(self, type: MentionType, key: str) -> tuple[str, tuple[Any, ...]]:
        """Return the condition by which an answer goes on after a name, and its parameters."""
        if not key:
            return "", ()
        (mentions,) = self.rows(f"SELECT SUM(mentions) FROM spellings WHERE type = {self.mark} AND key = {self.mark}", (type.value, key))[0]
        if mentions is None:
            raise NotFoundError("the name from which to go on is not in the case any more; begin again")
        condition = f"HAVING SUM(mentions) < {self.mark} OR (SUM(mentions) = {self.mark} AND key > {self.mark})"
        return condition, (int(mentions), int(mentions), key)

    def _check_named(self) -> None:
        if not self._is_named():
            raise UnfinishedError("this case was made by an earlier kashf, which did not look for names")

    def _is_named(self) -> bool:
        """Return whether the tables have names in them; once they have, it is not asked again."""
        self._has_names = self._has_names or self.rows("SELECT version_num FROM alembic_version")[0][0] >= _SINCE
        return self._has_names


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
