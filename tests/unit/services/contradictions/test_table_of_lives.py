"""A table of lives is read with its rows named, or refused."""

from __future__ import annotations

import pytest

from kashf.errors import UsageError
from kashf.services.contradictions.table_of_lives import read_lives


def test_headings_are_known_in_two_languages_and_days_may_be_months_or_years() -> None:
    (one, other) = read_lives("الاسم;تاريخ الولادة;تاريخ الوفاة\nسعد الناعوري;1970;2014-05\n;;\nرامي;;2013-01-02\nبلا تاريخ;;\n", name="t")

    assert ("سعد الناعوري", "1970", "2014-05", "t, line 2") == (one.name, one.born.edtf(), one.died.edtf(), one.told)
    assert ("", "2013-01-02") == (other.born.edtf(), other.died.edtf())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a,b\n1,2", "no columns"),
        ("name\nSaad", "no columns"),
        ("", "no columns"),
        ("name,died\nSaad,soon", "line 2"),
        ("name,died\nRami,2014\nSaad,2014-02-31", "line 3"),
        ("name,born,died\nSaad,1990,1980", "line 2: dies before birth"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_line(text: str, words: str) -> None:
    with pytest.raises(UsageError, match=words):
        read_lives(text, name="t")
