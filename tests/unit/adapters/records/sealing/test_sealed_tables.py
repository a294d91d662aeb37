from __future__ import annotations

from kashf.adapters.records.schema import TABLES, own_table
from kashf.adapters.records.sealing.sealed_tables import MEMBERS, RECOUNTED, SUMS, UNSEALED, columns_of, groups_of
from kashf.ports.stages import STAGES

OWN = [own_table(stage.name, stage.table) for stage in STAGES if stage.table]


def test_every_derived_table_is_sealed_or_follows_from_others() -> None:
    sealed = {*groups_of(STAGES), *SUMS, *RECOUNTED, *UNSEALED} - {MEMBERS}

    assert {table.name for table in (*TABLES, *OWN)} == sealed


def test_no_table_is_sealed_in_two_ways() -> None:
    by_document = {each.table for each in groups_of(STAGES).values()} - {"sightings"}

    assert by_document.isdisjoint(SUMS)
    assert RECOUNTED.isdisjoint({*by_document, *SUMS})


def test_every_column_is_sealed_but_the_counts_that_follow_from_mentions() -> None:
    left_out = {
        (table.name, column)
        for table in (*TABLES, *OWN)
        for each in (*groups_of(STAGES).values(), *SUMS.values())
        if each.table == table.name
        for column, _ in columns_of(table)
        if column not in {name.strip('"') for name in each.columns}
    }

    assert {("spellings", "mentions"), ("spellings", "documents")} == left_out


def test_the_columns_of_a_table_are_those_of_its_text() -> None:
    form = next(table for table in TABLES if table.name == "name_pairs")

    assert ["type", "left", "right", "score", "why", "warning"] == [name for name, _ in columns_of(form)]
