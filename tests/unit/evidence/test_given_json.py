"""A file to be weighed is read as it is meant or not at all, and says where it is wrong in words for people."""

from __future__ import annotations

import pytest

from kashf.errors import BadEvidenceError
from kashf.evidence.given_json import given_object


@pytest.mark.parametrize("number", ["1e999", "-1", "NaN", "-Infinity", "true", '"1"', "1" + "0" * 400])
def test_a_number_out_of_bounds_is_refused_however_long(number: str) -> None:
    given = given_object(f'{{"files": {number}}}'.encode())

    with pytest.raises(BadEvidenceError, match="'files' has to be a number from 0 to 10"):
        given.number("files", low=0, high=10)


@pytest.mark.parametrize("content", ["[" * 100_000, '{"a": ' + "9" * 5000 + "}", '{"a": 1, "a": 2}', "{", "[]"])
def test_what_is_no_object_of_json_is_told_without_words_of_a_program(content: str) -> None:
    with pytest.raises(BadEvidenceError) as told:
        given_object(content.encode())

    assert not {"recursion", "sys."} & set(str(told.value).split())
