"""Holds every derived table of a case against the same table of its second making."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Final

from kashf.domain.ids import DocumentId
from kashf.domain.ledger import Fault
from kashf.ports.sound.comparable_rows import CountedRows, RowsById
from kashf.ports.stages import AGAIN, FIELDS, MAIL, NAMES, QUOTES, READ, STAGES
from kashf.services.case.brought.known_as import known_as
from kashf.services.case.open import OpenCase, WritableCase
from kashf.services.ledger.checking.row_checks import called

REBUILD: Final = "kashf rebuild CASE"
#: Documents whose rows are held against each other at a time.
_TOGETHER: Final = 200
#: Tables of which a reading tells the same, page by page.
_OF_READING: Final = frozenset({"documents", "pages", "second_readings", "unsure_pages", "machine_pages", "machine_readings", "members"})
#: Tables by document that need all documents to be computed: what is learned of all stands in them, or is taken out of them.
_OF_WHOLE: Final = frozenset(
    {
        *("mentions", "form_records", "form_values", "template_places", "printed", "copies", "copies_compared"),
        *([FIELDS.table.name] if FIELDS.table else []),
    }
)
#: Words are learned and not forgotten when what held them is; those that are missing are told.
_MAY_HAVE_MORE: Final = frozenset({"words"})
_STAGE_OF: Final[Mapping[str, str]] = {
    **{stage.table.name: stage.name for stage in STAGES if stage.table},
    **dict.fromkeys((*_OF_READING, "ink_prints"), READ.name),
    "mentions": NAMES.name,
}


@dataclass(frozen=True, slots=True)
class TwoMakings:
    """A case, and what was made of it a second time.

    Args:
        stored: The case as it is.
        again: The second making, thrown away afterwards.
        stored_rows: Derived rows of the case.
        again_rows: Those of the second making.
    """

    stored: OpenCase
    again: WritableCase
    stored_rows: RowsById
    again_rows: RowsById


@dataclass(frozen=True, slots=True)
class ToCompare:
    """What of two makings is held against each other.

    Args:
        documents: Which documents.
        told: Those of which it is told already that they read otherwise.
        stale: Names of stages that ran by other versions than those of now.
        why_not_whole: Why what is of the whole case cannot be; "" where it can.
        is_all: Whether all documents are.
    """

    documents: Sequence[DocumentId]
    told: AbstractSet[DocumentId]
    stale: AbstractSet[str]
    why_not_whole: str
    is_all: bool


@dataclass(frozen=True, slots=True)
class TablesCompared:
    """What came of it.

    Args:
        stages: Names of stages whose rows were compared.
        whole: What is of the whole case and was compared, in words.
        left: What was not compared, each with why.
        faults: What is stored otherwise.
    """

    stages: tuple[str, ...]
    whole: tuple[str, ...]
    left: tuple[str, ...]
    faults: tuple[Fault, ...]


def compare_tables(two: TwoMakings, compared: ToCompare) -> TablesCompared:
    """Hold the rows of two makings against each other."""
    left = [f"{stage}: another kashf did it; `kashf process` does it again" for stage in sorted(compared.stale)]
    why = compared.why_not_whole or ("some stages ran by other versions" if compared.stale else "")
    by_document = [table for table in two.stored_rows.of_documents if _can_be(table, compared, why)]
    of_case = () if why else tuple(two.stored_rows.of_case)
    faults = [fault for table in by_document for fault in _unlike_by_document(two, table, compared)]
    faults += [fault for table in of_case for fault in _unlike_as_whole(two, table)]
    if compared.is_all:
        faults += _homeless(two, by_document)
    if why:
        left.append(f"names, forms, copies, which names are one: {why}")
    left.append("how much time files cost, and chains of letters, which are computed whenever they are asked for")
    stages = {_STAGE_OF[table] for table in by_document if table in _STAGE_OF}
    stages |= {QUOTES.name} if {QUOTES.name, MAIL.name}.isdisjoint(compared.stale) else set()
    stages |= set() if why else {AGAIN.name}
    whole = dict.fromkeys(called(table) for table in (*(each for each in by_document if each in _OF_WHOLE), *of_case))
    return TablesCompared(tuple(stage.name for stage in STAGES if stage.name in stages), tuple(whole), tuple(left), tuple(faults))


def _can_be(table: str, compared: ToCompare, why_not_whole: str) -> bool:
    if table in _OF_WHOLE:
        return not why_not_whole
    return _STAGE_OF.get(table, "") not in compared.stale


def _unlike_by_document(two: TwoMakings, table: str, compared: ToCompare) -> Iterator[Fault]:
    for start in range(0, len(compared.documents), _TOGETHER):
        some = compared.documents[start : start + _TOGETHER]
        had, has = two.stored_rows.rows_of(table, some), two.again_rows.rows_of(table, some)
        for id in some:
            if id in compared.told and table in _OF_READING:
                continue
            one, other = had.get(id, {}), has.get(id, {})
            if count := _count_unlike(one, other):
                told = f"{called(table)}: {_many(one)} stored", f"computed again: {count} of {_many(other)} are otherwise"
                yield Fault("reading", id, *told, known_as(two.stored.view, id), REBUILD)


def _unlike_as_whole(two: TwoMakings, table: str) -> Iterator[Fault]:
    one, other = two.stored_rows.whole(table), two.again_rows.whole(table)
    if table in _MAY_HAVE_MORE:
        one = {row: count for row, count in one.items() if row in other}
    if count := _count_unlike(one, other):
        told = f"{called(table)}: {_many(one)} stored", f"computed again: {count} of {_many(other)} are otherwise"
        yield Fault("reading", f"table {table}", *told, "", REBUILD)


def _homeless(two: TwoMakings, tables: Sequence[str]) -> Iterator[Fault]:
    for table in tables:
        if count := two.stored_rows.homeless(table):
            told = f"{called(table)}: rows of documents of the case", f"{count} rows of others"
            yield Fault("reading", f"table {table}", *told, "", REBUILD)


def _count_unlike(one: CountedRows, other: CountedRows) -> int:
    lost = sum(max(0, count - other.get(row, 0)) for row, count in one.items())
    new = sum(max(0, count - one.get(row, 0)) for row, count in other.items())
    return max(lost, new)


def _many(rows: CountedRows) -> str:
    count = sum(rows.values())
    return f"{count} row" if count == 1 else f"{count} rows"
