"""What must not leave is found in whatever file it stands in, and no finding tells it."""

from __future__ import annotations

import json

import pytest

from kashf.domain.publication.redacted_patterns import RedactedPattern
from kashf.publish.leaving.held_back import identifiers_in, leaks_in
from kashf.publish.protected.protected_strings import ProtectedStrings
from kashf.show.forms.spreadsheets import Worksheet, csv_bytes, xlsx_bytes

LIST = ProtectedStrings.of(["Harun Qasab", "0944 123 456"])
ROWS = [["who", "tel"], ["وصل هارون قصاب", "٠٠٩٦٣-٩٤٤-١٢٣٤٥٦"]]
FILES = {
    "csv": csv_bytes(ROWS),
    "xlsx": xlsx_bytes([Worksheet("people", ROWS)]),
    "json": json.dumps(ROWS).encode(),
    "xml": b"<a><b>Harun</b> Qas&#x61;b, <i>0944</i>-123456</a>",
    "utf-16": "Harun Qasab 0944123456".encode("utf-16-le"),
}


@pytest.mark.parametrize("form", FILES)
def test_both_strings_are_found_in_every_form_of_file(form: str) -> None:
    found = leaks_in({f"out.{form}": FILES[form]}, LIST)

    assert {1, 2} == {each.string for each in found}


def test_a_name_of_a_file_is_looked_at_and_not_told() -> None:
    (found,) = leaks_in({"harun qasab.csv": b"nothing"}, LIST)

    assert ("file 1", "name") == (found.file, found.way)


def test_a_file_without_them_holds_none() -> None:
    assert () == leaks_in({"out.csv": csv_bytes([["who"], ["Layla Haddad, 0955 111 222"]])}, LIST)


def test_identifiers_are_counted_each_once() -> None:
    rows = [["0944 123 456"], ["0944 123 456"], ["a@example.org"]]

    assert {RedactedPattern.PHONES: 1, RedactedPattern.MAILS: 1} == dict(identifiers_in({"out.csv": csv_bytes(rows)}))
