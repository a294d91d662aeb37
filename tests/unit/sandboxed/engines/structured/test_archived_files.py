from __future__ import annotations

import json

import pytest

from kashf.domain.files.stated_files import StatedFile, stated_files
from kashf.sandboxed.engines.structured.archived_files import archived_told


def listed(*media: object) -> str:
    """Return a list of saved files."""
    return json.dumps({"status": "lantern", "metadata": {"url": "https://posts.example/1", "_processed_at": "2024"}, "media": media})


def test_a_file_is_known_by_its_key_and_by_the_name_it_had() -> None:
    media = {"filename": "/tmp/x/a.png", "_key": "store/b.png", "properties": {"hash": "SHA-256:00"}}
    told, _ = archived_told(listed(media))

    assert [StatedFile("SHA-256:00", ("store/b.png", "b.png", "tmp/x/a.png", "a.png"))] == [*stated_files(told)]
    assert ("https://posts.example/1", "2024", "auto-archiver, lantern") == tuple(told[f"archived-{key}"] for key in ("url", "at", "by"))


def test_a_list_longer_than_metadata_may_be_is_kept_in_several() -> None:
    told, is_whole = archived_told(listed(*({"filename": f"{number:0900}.png"} for number in range(40))))

    assert (40, True) == (len([*stated_files(told)]), is_whole)
    assert all(len(value) <= 10_000 for value in told.values())


def test_files_beyond_those_that_are_kept_are_said_to_be_missing() -> None:
    told, is_whole = archived_told(listed(*({"filename": f"{number}.png"} for number in range(2001))))

    assert (2000, False) == (len([*stated_files(told)]), is_whole)


@pytest.mark.parametrize(
    "hostile",
    [
        "[" * 100_000,
        '{"media": ' + "[" * 900 + "]" * 900 + "}",
        '{"metadata": [], "media": {"filename": {}, "properties": "x"}}',
        "7",
        '{"media": [{"filename": "a", "properties": {"hash": 1}, "key": "\\ud800"}]}',
    ],
)
def test_what_is_no_list_costs_nothing_else(hostile: str) -> None:
    assert all(not each.hash for each in stated_files(archived_told(hostile)[0]))


@pytest.mark.parametrize("written", ["{", "7", '[[7], ["a"], "x", [["b"], "c"]]'])
def test_metadata_that_is_not_well_formed_names_no_file(written: str) -> None:
    assert [] == [*stated_files({"archived-files-1": written})]
