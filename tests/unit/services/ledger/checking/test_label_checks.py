from __future__ import annotations

import datetime as dt
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kashf.bootstrap import create_case, open_case
from kashf.errors import KashfError
from kashf.services.ledger.custody import verify
from kashf.settings import Settings


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    create_case(tmp_path / "a.case", name="a", settings=Settings(actor="amal", home=tmp_path / "home"))
    return tmp_path / "a.case"


def faults(folder: Path) -> list[tuple[str, str, str, str]]:
    case = open_case(folder)
    try:
        return [(fault.what, fault.where, fault.expected, fault.found) for fault in verify(case).faults]
    finally:
        case.close()


def test_a_name_or_a_time_that_is_not_that_of_the_entry_is_told(folder: Path) -> None:
    label = folder / "case.toml"
    made = label.read_text()
    label.write_text(made.replace('name = "a"', 'name = "b"'))

    assert [("case.toml", "name", "a", "b")] == faults(folder)

    label.write_text("\n".join([*made.splitlines()[:2], "created = 1999-01-01T00:00:00Z"]))

    assert [("case.toml", "created", "1999-01-01T00:00:00.000000Z")] == [(what, where, found) for what, where, _, found in faults(folder)]


_VALUES = st.one_of(
    st.integers(-3, 9),
    st.booleans(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(st.characters(exclude_categories=("Cs",)), max_size=9),
    st.datetimes(timezones=st.just(dt.UTC)),
    st.just([]),
    st.just({}),
)


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return '"' + "".join(f"\\U{ord(character):08x}" for character in value) + '"'
    return value.isoformat() if isinstance(value, dt.datetime) else str(value)


@given(st.dictionaries(st.sampled_from(["format", "name", "created", "x"]), _VALUES))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_label_of_any_values_opens_or_says_what_is_wrong(folder: Path, values: dict[str, object]) -> None:
    (folder / "case.toml").write_text("\n".join(f"{key} = {_toml(value)}" for key, value in values.items()), encoding="utf-8")
    with suppress(KashfError):
        open_case(folder).close()


@given(st.binary(max_size=60))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_label_of_any_bytes_opens_or_says_what_is_wrong(folder: Path, content: bytes) -> None:
    (folder / "case.toml").write_bytes(content)
    with suppress(KashfError):
        open_case(folder).close()
