"""A case that the first kashf made, with receipts, decisions and an audit, is as good under this one."""

from __future__ import annotations

from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

from kashf import bootstrap
from kashf.api import open_case
from tests.earlier_cases import recorded, unpacked
from tests.stories.command import kashf, kashf_json

pytestmark = pytest.mark.slow

AUDITED = "Hassan al-Fayruzi"
DECIDED = "Abu Omar al-Wardi"
#: Names that an earlier kashf counted with others which a person is asked about now: Hassan may be حسن, and Salim سالم.
ASKED_NOW = frozenset({"حسان الفيروزي", "Hussein al-Fayruzi", "Hassan al-Fayruzi", "Salim al-Marmari"})


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture
def earlier(tmp_path: Path) -> Path:
    return unpacked(tmp_path)


@pytest.fixture(scope="module")
def processed(tmp_path_factory: pytest.TempPathFactory, home: Path) -> Path:
    case = unpacked(tmp_path_factory.mktemp("cases"))
    kashf("process", case, home=home, expect=(0, 3))
    return case


@pytest.fixture
def said() -> Any:
    return recorded()


def test_it_verifies_with_the_head_and_entries_it_had(earlier: Path, home: Path, said: Any) -> None:
    before = {name: (earlier / name).read_bytes() for name in ("case.db", "case.toml")}
    head = said["verify"].pop("head")

    verified = kashf_json("verify", earlier, "--head", head, home=home)
    assert said["verify"].items() <= verified.items()
    assert (said["verify"]["entries"], True) == (verified["covered"]["entries"], verified["covered"]["is_first_format"])
    assert before == {name: (earlier / name).read_bytes() for name in before}


def test_it_says_that_its_tables_are_to_be_brought_forward_first(earlier: Path, home: Path) -> None:
    before = (earlier / "case.db").read_bytes()

    for command in (["status"], ["names"], ["count", AUDITED], ["review", "--history", DECIDED]):
        said = kashf(command[0], earlier, *command[1:], home=home, expect=(3,))
        assert "kashf process" in said.stderr
    assert before == (earlier / "case.db").read_bytes()


def test_it_is_intact_after_processing_with_no_entry_lost(processed: Path, home: Path, said: Any, tmp_path: Path) -> None:
    head = said["verify"]["head"]
    verified = kashf_json("verify", processed, "--head", head, "--export-ledger", tmp_path / "after.jsonl", home=home)
    kashf("verify", unpacked(tmp_path), "--export-ledger", tmp_path / "before.jsonl", home=home)

    assert (True, []) == (verified["ok"], verified["faults"])
    before, after = (set((tmp_path / name).read_text(encoding="utf-8").splitlines()) for name in ("before.jsonl", "after.jsonl"))
    assert said["verify"]["entries"] == len(before)
    assert before <= after
    assert len(before) == verified["covered"]["entries"]


def test_it_has_this_format_once_something_was_written(processed: Path, home: Path) -> None:
    assert "format = 2" in (processed / "case.toml").read_text(encoding="utf-8").splitlines()
    assert not (processed / "case.toml.new").exists()


def test_what_is_decided_in_it_now_goes_on_a_chain_of_its_own(processed: Path, home: Path, tmp_path: Path) -> None:
    case = copytree(processed, tmp_path / "copy")
    before = chain_lengths(case, home)
    kashf("review", case, "--judge", "Salim al-Marmari", "Hussein al-Fayruzi", "different", home=home)

    after = chain_lengths(case, home)

    (grown,) = [chain for chain in after if after[chain] != before.get(chain)]
    assert grown.endswith("/work")
    assert before.get(grown, 0) + 1 == after[grown]


def chain_lengths(case: Path, home: Path) -> dict[str, int]:
    return {each["chain"]: each["length"] for each in kashf_json("verify", case, home=home)["chains"]}


def test_processing_changes_no_total(processed: Path, home: Path, said: Any) -> None:
    said["status"]["by_stage"] = {"names": waiting} if (waiting := said["status"].pop("names_waiting")) else {}
    assert said["status"].items() <= kashf_json("status", processed, home=home).items()


def test_processing_changes_no_count_of_a_name_that_was_joined_with_no_doubt(processed: Path, said: Any) -> None:
    told = {name: kept for name, kept in said["counts"].items() if name not in ASKED_NOW}
    with open_case(processed) as case:
        counted = {name: case.count(name) for name in told}

    assert told == {name: {key: getattr(counted[name], key) for key in kept} for name, kept in told.items()}
    assert told


@pytest.mark.parametrize("name", ["Hassan al-Fayruzi", "Salim al-Marmari"])
def test_what_is_asked_now_lies_within_the_bounds_of_the_count(processed: Path, said: Any, name: str) -> None:
    with open_case(processed) as case:
        counted = case.count(name)

    assert counted.mentions < said["counts"][name]["mentions"] <= counted.interval[1]


def test_decisions_stand_and_what_was_undone_stays_undone(processed: Path, home: Path, said: Any) -> None:
    decisions = kashf_json("review", processed, "--history", DECIDED, home=home)["decisions"]

    assert said["decisions"] == [
        {"judgement": _of_first_format(each["judgement"]), "undone": _of_first_format(each["undone"])} for each in decisions
    ]
    assert [False, True] == [decision["undone"] is not None for decision in decisions]


def _of_first_format(told: Any) -> Any:
    """Return a decision on names, or its retraction, as the first kashf told it."""
    if told is None:
        return None
    assert not told.get("quote")
    assert told["person"] == ""
    assert not told.get("reassigned")
    return {key: value for key, value in told.items() if key not in {"quote", "person", "reassigned"}}


def test_decisions_on_places_have_their_words_before_pages_are_read_anew(processed: Path, home: Path) -> None:
    case = bootstrap.open_case(processed)
    decided = [each for each in case.view.judgements() if not isinstance(each.left, str)]
    case.close()

    assert 3 == len(decided)
    assert ["الفيروزي", "الفيروزي", "al-Fayruzi"] == [each.quote.text.split()[-1] for each in decided if each.quote]


def test_pages_that_an_audit_read_stay_read_and_places_it_asked_about_are_known_but_not_drawn(
    processed: Path, home: Path, said: Any
) -> None:
    audit = kashf_json("audit", processed, AUDITED, home=home, expect=1)

    assert (said["audit"]["pages_read"], 0, None) == (audit["pages_read"], audit["looked_at"], audit["estimate"])
    assert audit["known"] > 0
