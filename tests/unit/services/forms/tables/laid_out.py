"""A case with forms of a man's name and a nationality, and the table of the two."""

from __future__ import annotations

from collections.abc import Iterable

from kashf.services.case.open import WritableCase
from kashf.services.forms.tables.form_tables import AskedTable, FormTable, table
from kashf.services.forms.told_families import family, field_named
from tests.contracts.case_stores import id_of, put, reading, seen, sight
from tests.filled_forms import FAMILY, form, forms_of, keep


def lay_out(case: WritableCase, filled: Iterable[tuple[str, str]], *, letter: str = "a", copies: str = "") -> None:
    """Put forms with a nationality and a name into a document, and the same into copies of it."""
    told = list(filled)
    sight(case.store, *(seen(each, f"/{each}") for each in letter + copies))
    put(case.store, *(reading(each, text_key=letter) for each in letter + copies))
    records = [
        form(id_of(each), nth, nationality=nation, name=name) for each in letter + copies for nth, (nation, name) in enumerate(told, 1)
    ]
    keep(case.store, forms_of(*records))


def asked(case: WritableCase, rows: str = "nationality", columns: str = "name") -> AskedTable:
    """Return the question for a table of two fields."""
    found = family(case.reading, FAMILY)
    return AskedTable(found, field_named(found, rows), field_named(found, columns))


def tabled(case: WritableCase) -> FormTable:
    """Return the table of nationality by name."""
    return table(case.reading, asked(case))
