from __future__ import annotations

from pathlib import Path

import pytest

from kashf.bootstrap import create_case
from kashf.cli.commands import source
from kashf.cli.common import acting
from kashf.cli.sources.ask_source import checked_code_name, confirm_source
from kashf.errors import UsageError
from kashf.settings import Settings


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("KASHF_HOME", str(tmp_path / "home"))
    create_case(tmp_path / "a.case", name="a", settings=Settings(actor="amal", home=tmp_path / "home"))
    return tmp_path / "a.case"


@pytest.mark.parametrize("name", ["", " ", "\u200b", "x" * 61, "a\nb"])
def test_a_code_name_that_nobody_could_tell_is_refused(name: str) -> None:
    with pytest.raises(UsageError, match="--from needs a code name"):
        checked_code_name(name, what="--from")


def test_a_source_written_otherwise_is_the_one_the_case_knows(case: Path) -> None:
    source.command(case, source.SourceAction.ADD, " kestrel-2")

    assert {"kestrel-2"} == {confirm_source(case, name) for name in ("kestrel-2 ", "Kestrel-2", "kestrel\u200b-2")}


@pytest.mark.parametrize("name", ["", " ", "\u200b", "x" * 201])
def test_nobody_decides_by_a_name_that_is_none(case: Path, name: str) -> None:
    with pytest.raises(UsageError, match="--as needs a name"):
        acting(case, name)
