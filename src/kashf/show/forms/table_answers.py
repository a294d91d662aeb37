"""What the doors answer about a table of forms, as one shape for JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from kashf.domain.forms.template_fields import FieldState
from kashf.show.forms.table_words import part_words, sentences
from kashf.show.plain import Answer
from kashf.show.wording import LANGUAGES, table_wording

if TYPE_CHECKING:
    from kashf.domain.left_out import LeftOut
    from kashf.evidence.cross_tabs.associations import ShareComparison
    from kashf.evidence.cross_tabs.cross_tab import Heading
    from kashf.evidence.cross_tabs.share_difference import Share
    from kashf.services.forms.joined_families import AskedField
    from kashf.services.forms.tables.compared_answers import ComparedAnswers
    from kashf.services.forms.tables.form_tables import AskedTable, FormTable


def table_answer(table: FormTable, compared: ComparedAnswers | None, left_out: LeftOut) -> Answer:
    """Return a table: each answer and each cell with how many forms give it, also with copies of a document counted once.

    Cells that no form stands in are left out.
    """
    asked, tab, apart = table.asked, table.tab, table.apart
    family = {"id": asked.family.id, "title": asked.family.title}
    counts = {"records": tab.records, "without_copies": apart.records, "of_both": tab.of_both, "of_both_without_copies": apart.of_both}
    unknown = {"blank": table.blank, "unseen": table.unseen, "undecided": table.undecided}
    return {
        "family": family,
        "by": asked.step,
        "parts": part_words(table_wording("en"), asked),
        **counts,
        **unknown,
        "rows": _field(asked.rows, asked, tab.row_states) | {"answers": list(_answers(tab.rows, apart.rows))},
        "columns": _field(asked.columns, asked, tab.column_states) | {"answers": list(_answers(tab.columns, apart.columns))},
        "cells": list(_cells(table)),
        "comparisons": table.beyond.comparisons,
        "compared": compared_answer(asked, compared) if compared else None,
        "collection": asked.scope,
        "elsewhere": asked.family.elsewhere,
        "left_out": left_out,
    }


def compared_answer(asked: AskedTable, compared: ComparedAnswers) -> Answer:
    """Return a comparison with its sentences in both wordings."""
    return {
        "rows": [each.key for each in compared.rows],
        "columns": [each.key for each in compared.columns],
        **_numbers(compared.found),
        "records": compared.records,
        "blank": compared.blank,
        "untold": compared.untold,
        "comparisons": compared.comparisons,
        "sentences": {language: sentences(table_wording(language), asked, compared) for language in LANGUAGES},
    }


def _numbers(found: ShareComparison | None) -> Answer:
    if found is None:
        return dict.fromkeys(("within", "overall", "without", "interval", "chance"))
    shares = {"within": _share(found.within), "overall": _share(found.overall), "without": _share(found.without)}
    return {**shares, "interval": found.interval, "chance": found.chance}


def _share(share: Share) -> Answer:
    return {"part": share.part, "of": share.of}


def _field(field: AskedField, asked: AskedTable, states: Mapping[FieldState, int]) -> Answer:
    told = {"field": field.key, "number": field.field.number, "label": field.field.label, "kind": field.kind, "name": field.name}
    beside = [each.key for each in asked.beside(field)]
    return {**told, "beside": beside, "states": {state: states.get(state, 0) for state in FieldState}}


def _answers(headings: tuple[Heading, ...], apart: tuple[Heading, ...]) -> Iterator[Answer]:
    once = {each.answer.key: each.records for each in apart}
    for each in headings:
        counts = {"records": each.records, "of_both": each.of_both, "without_copies": once.get(each.answer.key, 0)}
        yield {"key": each.answer.key, "label": each.answer.label, **counts}


def _cells(table: FormTable) -> Iterator[Answer]:
    for (row, column), records in sorted(table.tab.cells.items(), key=lambda item: (-item[1], item[0])):
        counts = {"records": records, "without_copies": table.apart.cell(row, column)}
        yield {"row": row, "column": column, **counts, "beyond_chance": table.beyond.cells.get((row, column))}
