"""A table becomes a table of what remains."""

from pathlib import Path

import pytest

from kashf.domain.document import Page
from kashf.domain.pages.regions import Region
from kashf.domain.publication.redacted_patterns import RedactedPattern
from kashf.errors import NotAllowedError, NotFoundError, UsageError
from kashf.services.publication.redact_document import RedactionAsked
from kashf.services.publication.redact_table import COVERED_CELL, is_table, prove_table, redact_table
from tests.searchable import case_of

TABLE = "name\ttel\tplace\nيوسف الدروازي\t0944 123 456\tTallah\nSalim\t12\tYusuf al-Darwazi's house"
ASKED = RedactionAsked("0", strings=("Yusuf al-Darwazi",), patterns=frozenset({RedactedPattern.PHONES}))


def test_cells_with_a_name_in_either_script_or_a_number_are_covered(tmp_path: Path) -> None:
    case = case_of(tmp_path, Page(1, TABLE), type="text/csv")

    made = redact_table(case, ASKED)

    assert is_table(case, "0")
    assert ((("name", "tel", "place"), (COVERED_CELL, COVERED_CELL, "Tallah"), ("Salim", "12", COVERED_CELL)),) == made.sheets
    assert 3 == made.covered
    prove_table(made.protected, repr(made.sheets).encode())


def test_bytes_in_which_something_is_left_are_refused_without_its_words(tmp_path: Path) -> None:
    case = case_of(tmp_path, Page(1, TABLE), type="text/csv")

    with pytest.raises(NotAllowedError) as refused:
        prove_table(redact_table(case, ASKED).protected, TABLE.encode("utf-16"))

    assert "arwazi" not in str(refused.value)


def test_what_is_nowhere_or_has_no_cells_is_refused(tmp_path: Path) -> None:
    case = case_of(tmp_path, Page(1, TABLE), type="text/csv")

    with pytest.raises(NotFoundError):
        redact_table(case, RedactionAsked("0", strings=("Nobody Known",)))
    with pytest.raises(UsageError):
        redact_table(case, RedactionAsked("0", areas=((1, Region(0, 0, 1, 1)),)))
