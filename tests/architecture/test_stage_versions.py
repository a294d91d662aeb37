"""What a stage keeps is made again when what decides it changes: its version covers all that it reads texts with."""

from __future__ import annotations

from pathlib import Path

import grimp
import pytest

from kashf.services.case import versions
from kashf.services.forms import keep_families

#: What reads texts, and the files and folders of whose content the version of its stage is made.
STAGES = {
    "kashf.events.letters.read_letter": versions._LETTERS,
    "kashf.events.register_tables.logged_papers": versions._LOGGED,
    "kashf.services.dates.keep_dates": versions._DATES,
    "kashf.services.case.brought.whose_archive": versions._ARCHIVES,
    "kashf.language.correspondence.correspondents": versions._CORRESPONDENCE,
    "kashf.entities.tagging.settle": versions._NAMING,
    "kashf.entities.forms.find_families": keep_families._DECIDES,
    "kashf.services.forms.said_values": keep_families._DECIDES,
}
READING = ("kashf.language", "kashf.events", "kashf.entities")


@pytest.fixture(scope="module")
def imports() -> grimp.ImportGraph:
    return grimp.build_graph("kashf", exclude_type_checking_imports=True)


@pytest.mark.parametrize(("module", "decides"), STAGES.items())
def test_the_version_of_a_stage_covers_all_that_reads_its_texts(imports: grimp.ImportGraph, module: str, decides: tuple[str, ...]) -> None:
    reading = {each for each in imports.find_upstream_modules(module) if each.startswith(READING)}

    assert reading
    assert set() == {each for each in reading if not any(_lies_in(each, place) for place in decides)}


def _lies_in(module: str, place: str) -> bool:
    path = Path(*module.split(".")[1:])
    return path.is_relative_to(Path(place).with_suffix(""))
