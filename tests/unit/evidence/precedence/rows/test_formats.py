import pytest

from kashf.errors import UsageError
from kashf.evidence.precedence.rows.formats import mapped
from kashf.evidence.precedence.rows.inputs import Row, read_events

UCDP: dict[str, object] = {
    "id": "70.0",
    "date_prec": "1",
    "date_start": "2031-03-04 00:00:00.000",
    "date_end": "2031-03-04 00:00:00.000",
    "where_prec": "2",
    "where_coordinates": "Nahr town",
    "latitude": "34.5",
    "longitude": "38.2",
    "side_a": "Northern Army",
    "side_b": "Southern League",
    "type_of_violence": "1.0",
}
ACLED: dict[str, object] = {
    "event_id_cnty": "NOR7",
    "event_date": "04 March 2031",
    "time_precision": "1",
    "location": "Nahr",
    "latitude": "34.5",
    "longitude": "38.2",
    "geo_precision": "1",
    "actor1": "Northern Army",
    "actor2": "Southern League",
    "event_type": "Battles",
}


def _one(row: Row, mapping: str) -> Row:
    (found,) = mapped([row], mapping)
    return found


def test_ucdp_gives_day_exact_events_with_their_actors_and_kind() -> None:
    row = _one(UCDP, "ucdp")

    assert ("70", "Nahr town", "Northern Army", "Southern League", "state-based", "") == tuple(
        row[column] for column in ("id", "place", "actor", "target", "type", "unusable")
    )
    assert 1 == len(read_events([row], actors=["northern army"], types=["state-based"]).days)


def test_acled_gives_the_same_and_reads_days_as_its_tables_write_them() -> None:
    row = _one(ACLED, "acled")

    assert ("2031-03-04", "Nahr", "Battles") == (row["date"], row["place"], row["type"])
    assert "2031-11-24" == _one(ACLED | {"event_date": "24 November 2031"}, "acled")["date"]
    assert "2031-11-24" == _one(ACLED | {"event_date": "2031-11-24"}, "acled")["date"]
    assert 1 == len(read_events([row]).days)


@pytest.mark.parametrize(
    ("row", "mapping", "reason"),
    [
        (UCDP | {"date_prec": "2"}, "ucdp", "no single day"),
        (UCDP | {"date_prec": ""}, "ucdp", "no single day"),
        (UCDP | {"where_prec": "3"}, "ucdp", "place not known well enough"),
        (UCDP | {"where_prec": "six"}, "ucdp", "place not known well enough"),
        (ACLED | {"time_precision": "3"}, "acled", "no single day"),
        (ACLED | {"geo_precision": "3"}, "acled", "place not known well enough"),
    ],
)
def test_what_is_not_known_to_the_day_or_the_place_is_counted_with_its_reason(row: Row, mapping: str, reason: str) -> None:
    good = (UCDP if mapping == "ucdp" else ACLED) | {"id": "1", "event_id_cnty": "1"}

    events = read_events(mapped([good, row], mapping))

    assert ({reason: 1}, 1, 2) == (events.unused, len(events.days), events.rows)


def test_our_own_columns_pass_as_they_are() -> None:
    assert UCDP == _one(UCDP, "")


@pytest.mark.parametrize(
    ("mapping", "told"), [("gdelt", "known are acled, ucdp"), ("acled", "these are not the columns of acled"), ("ucdp", "no date_prec")]
)
def test_another_catalogue_than_was_said_is_refused(mapping: str, told: str) -> None:
    row = {key: value for key, value in UCDP.items() if key != "date_prec"}

    with pytest.raises(UsageError, match=told):
        list(mapped([row], mapping))


def test_a_day_that_acled_would_not_write_is_refused_by_the_reader() -> None:
    with pytest.raises(UsageError, match="no day as in"):
        read_events(mapped([ACLED | {"event_date": "4 Marvellous 20x1"}], "acled"))
