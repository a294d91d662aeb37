import datetime as dt

import pytest

from kashf.domain.date import UNDATED, FuzzyDate, Precision
from kashf.ports.search import All, Days, Field, IndexQuery
from kashf.search.facets import KINDS, facet


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("source", " Courier One ", Field("channel", ("Courier One",))),
        ("from", "أبو عمر", All((Field("sender", ("ابو",)), Field("sender", ("عمر",))))),
        ("to", "Council", Field("recipient", ("council",))),
        ("date", "2014", Days(FuzzyDate(dt.date(2014, 1, 1), dt.date(2014, 12, 31), precision=Precision.YEAR))),
        ("date", "2016-02", Days(FuzzyDate(dt.date(2016, 2, 1), dt.date(2016, 2, 29), precision=Precision.MONTH))),
        ("date", "٢٠١٤-١٠-٢٥", Days(FuzzyDate.on(dt.date(2014, 10, 25)))),
        ("file-date", "2014", Days(FuzzyDate(dt.date(2014, 1, 1), dt.date(2014, 12, 31), precision=Precision.YEAR), of_file=True)),
        ("date", "بلا", Days(UNDATED)),
        ("date", "2014-1-5", Days(FuzzyDate.on(dt.date(2014, 1, 5)))),
        ("date", "2014-10..2014-12-05", Days(FuzzyDate(dt.date(2014, 10, 1), dt.date(2014, 12, 5)))),
        ("date", "2014-10..", Days(FuzzyDate(dt.date(2014, 10, 1), None, precision=Precision.OPEN))),
        ("date", "..2014-10", Days(FuzzyDate(None, dt.date(2014, 10, 31), precision=Precision.OPEN))),
        ("lang", "AR", Field("language", ("ar",))),
        ("type", "pdf", Field("type", ("application/pdf",))),
        ("type", "Mail", Field("type", KINDS["mail"])),
        ("type", "application/x-odd", Field("type", ("application/x-odd",))),
        ("origin", "ocr", Field("origin", ("ocr", "mixed"))),
        ("origin", "mixed", Field("origin", ("mixed",))),
    ],
)
def test_a_field_asks_the_index_for_what_its_value_means(field: str, value: str, expected: IndexQuery) -> None:
    assert expected == facet(field, value)


def test_no_media_type_belongs_to_two_kinds() -> None:
    types = [media for kind in KINDS.values() for media in kind]

    assert len(set(types)) == len(types)
