"""What the derived tables hold: digests of their rows, and rows that follow from others and do not."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from kashf.adapters.records.aside import DOCUMENTS_LEFT_OUT, SIGHTINGS_LEFT_OUT
from kashf.adapters.records.connection import Connection
from kashf.adapters.records.mention_tables import counted
from kashf.adapters.records.sealing.sealed_tables import SUMS, all_digests, groups_of, whole_sum
from kashf.domain.sealing.row_seals import HeldRows
from kashf.errors import DamagedCaseError, UnfinishedError
from kashf.ports.stages import DocumentStage

_MENTIONS = (
    "SELECT mentions.document, spelling, type, key, text FROM mentions JOIN spellings ON spellings.number = spelling "
    "ORDER BY mentions.document, place"
)
#: States of jobs that are still to be done.
_OPEN = frozenset({"waiting", "leased"})
#: Table, what it is about, what follows from other rows, what is there.
_Miscount = tuple[str, str, str, str]
_T = TypeVar("_T")


def held_rows(connection: Connection, stages: Sequence[DocumentStage]) -> HeldRows:
    """Return what the tables hold; those that wait to be made anew, which nobody reads, are named and passed over one by one."""
    reader = _CarefulReader([], set())
    digests = {name: reader.read(name, partial(all_digests, connection, sealed)) or {} for name, sealed in groups_of(stages).items()}
    sums = {name: reader.read(name, partial(whole_sum, connection, sealed)) or 0 for name, sealed in SUMS.items()}
    jobs = reader.read("jobs", partial(connection.rows, "SELECT stage, document, state, version FROM jobs")) or []
    documents = reader.read("documents", partial(connection.rows, "SELECT number, id FROM documents")) or []
    causes = reader.read("aside_causes", partial(connection.rows, "SELECT id FROM aside_causes")) or []
    follow = {"spellings": _spellings, "name_words": _name_words, "aside_documents": _documents_aside, "aside_sightings": _sightings_aside}
    miscounted = [fault for table, find in follow.items() for fault in reader.read(table, partial(_all, find, connection)) or ()]
    return HeldRows(
        digests,
        sums,
        {(stage, document): (state, version) for stage, document, state, version in jobs if state not in _OPEN},
        names={int(number): str(id) for number, id in documents},
        miscounted=tuple(miscounted),
        waiting=frozenset((stage, document) for stage, document, state, _ in jobs if state in _OPEN),
        causes=frozenset(str(row[0]) for row in causes),
        unreadable=tuple(dict.fromkeys(reader.unreadable)),
        stale=frozenset(reader.stale),
    )


@dataclass(frozen=True, slots=True)
class _CarefulReader:
    """Reads tables of which some may hold what cannot be read, or wait to be made anew."""

    unreadable: list[str]
    stale: set[str]

    def read(self, table: str, ask: Callable[[], _T]) -> _T | None:
        try:
            return ask()
        except UnfinishedError:
            self.stale.add(table)
        except (DamagedCaseError, ValueError, TypeError):
            self.unreadable.append(table)
        return None


def _all(find: Callable[[Connection], Iterator[_Miscount]], connection: Connection) -> list[_Miscount]:
    return [*find(connection)]


def _documents_aside(connection: Connection) -> Iterator[_Miscount]:
    return _left_out(connection, "aside_documents", "document", DOCUMENTS_LEFT_OUT)


def _sightings_aside(connection: Connection) -> Iterator[_Miscount]:
    return _left_out(connection, "aside_sightings", "sighting", SIGHTINGS_LEFT_OUT)


def _left_out(connection: Connection, table: str, column: str, find: str) -> Iterator[_Miscount]:
    there = {row[0] for row in connection.rows(f"SELECT {column} FROM {table}")}
    follows = {row[0] for row in connection.rows(find)}
    for number in sorted(there ^ follows, key=str):
        yield table, str(number), *(("left out", "not left out") if number in follows else ("not left out", "left out"))


def _spellings(connection: Connection) -> Iterator[_Miscount]:
    counts: Mapping[int, list[int]] = counted((row[0], row[1], (row[2], row[3], row[4])) for row in connection.rows(_MENTIONS))
    for number, text, *there in connection.rows("SELECT number, text, mentions, documents FROM spellings ORDER BY number"):
        follows = counts.get(number, [0, 0])
        if follows != there:
            yield "spellings", str(text), "{} mentions in {} documents".format(*follows), "{} mentions in {} documents".format(*there)


def _name_words(connection: Connection) -> Iterator[_Miscount]:
    follows = {(type, word, key) for type, key in connection.rows("SELECT DISTINCT type, key FROM spellings") for word in key.split(" ")}
    there = {(type, word, key) for type, word, key in connection.rows("SELECT type, word, key FROM name_words")}
    for type, word, key in sorted(follows - there):
        yield "name_words", f"{word} of {key} ({type})", "there", "missing"
    for type, word, key in sorted(there - follows):
        yield "name_words", f"{word} of {key} ({type})", "nothing", "there"
