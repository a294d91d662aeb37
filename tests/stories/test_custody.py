"""Whatever happens to a case behind its back is noticed: blobs, ledger, and tables that could hide what is missing."""

from __future__ import annotations

import datetime as dt
import json
import shutil
import sqlite3
import zipfile
from pathlib import Path
from typing import Any

import pytest

from kashf.adapters.signing.installation_key import installation_signer
from kashf.bootstrap import open_to_decide
from kashf.domain.entries.device_keys import signed_message
from kashf.domain.ledger import Entry, EntryKind
from kashf.language.identifiers.spoken_digests import spoken
from kashf.services.ledger.record import record
from kashf.settings import Settings
from tests.stories.command import kashf, kashf_json, standing

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory, home: Path) -> Path:
    folder = tmp_path_factory.mktemp("made")
    leak = folder / "leak"
    leak.mkdir()
    (leak / "order.txt").write_text("أمر إلى أبي محمد الشمالي", encoding="utf-8")
    with zipfile.ZipFile(leak / "letters.zip", "w") as archive:
        archive.writestr("letter.txt", "a letter to the harbour")
    kashf("init", folder / "a.case", home=home)
    kashf("add", folder / "a.case", leak, "--from", "courier", home=home)
    return folder / "a.case"


@pytest.fixture
def case(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "a.case"))


def run_sql(case: Path, statement: str) -> None:
    with sqlite3.connect(case / "case.db") as connection:
        connection.execute(statement)
    connection.close()


def blob_of(case: Path, ending: str) -> Path:
    with sqlite3.connect(case / "case.db") as connection:
        (id,) = connection.execute("SELECT id FROM documents WHERE name LIKE ?", (f"%{ending}",)).fetchone()
    connection.close()
    return case / "blobs" / id[:2] / id


def row(entry: Entry) -> tuple[object, ...]:
    told = json.loads(entry.canonical())
    return (*(told[key] for key in ("device", "seq")), entry.id, *(told[key] for key in ("prev", "time", "actor", "kind")), '{"text":"x"}')


def flip(blob: Path) -> None:
    blob.chmod(0o600)
    content = bytearray(blob.read_bytes())
    content[0] ^= 1
    blob.write_bytes(content)


def faults(case: Path, home: Path) -> set[tuple[str, str]]:
    result: Any = kashf_json("verify", case, home=home, expect=4)
    return {(fault["what"], fault["where"]) for fault in result["faults"]}


@pytest.mark.parametrize("ending", ["order.txt", "letter.txt"])
def test_a_missing_blob_is_named(case: Path, home: Path, ending: str) -> None:
    blob = blob_of(case, ending)
    blob.unlink()

    assert {("blob", blob.name)} == faults(case, home)


def test_a_received_file_cannot_be_made_to_vanish_from_the_tables(case: Path, home: Path) -> None:
    blob = blob_of(case, "order.txt")
    run_sql(case, f"DELETE FROM documents WHERE id = '{blob.name}'")
    blob.unlink()

    assert {("document", blob.name), ("blob", blob.name)} <= faults(case, home)


def test_an_emptied_ledger_is_not_intact(case: Path, home: Path) -> None:
    run_sql(case, "DELETE FROM ledger")

    assert "ledger" in {what for what, _ in faults(case, home)}


def test_a_head_that_was_kept_shows_what_was_cut_off(case: Path, home: Path) -> None:
    kept = kashf_json("verify", case, home=home)
    assert kept["entries"] == kashf_json("verify", case, "--head", kept["head"], home=home)["covered"]["entries"]
    miscounted = kashf_json("verify", case, "--head", kept["head"], "--entries", str(kept["entries"] + 1), home=home, expect=4)
    (fault,) = miscounted["faults"]
    assert f"it covers {kept['entries']} ledger entries" == fault["found"]
    assert f"kashf verify CASE --head {kept['head']} --entries {kept['entries']}" == fault["remedy"]
    run_sql(case, "DELETE FROM ledger WHERE seq = (SELECT MAX(seq) FROM ledger)")
    run_sql(case, "DELETE FROM signatures WHERE entry NOT IN (SELECT id FROM ledger)")

    assert ["seen here"] == [fault["what"] for fault in kashf_json("verify", case, home=home, expect=4)["faults"]]
    assert "--accept" in kashf("process", case, home=home, expect=4).stderr
    assert kashf_json("verify", case, "--accept", home=home)["ok"]
    cut = kashf_json("verify", case, "--head", kept["head"].upper(), home=home, expect=4)
    assert [("head", kept["head"])] == [(fault["what"], fault["where"]) for fault in cut["faults"]]
    assert "FAULT head" in kashf("verify", case, "--head", kept["head"], home=home, expect=4).stdout


def test_a_word_of_a_head_that_was_misheard_is_thought_of_before_anything_was_lost(case: Path, home: Path) -> None:
    first, *others = spoken(kashf_json("verify", case, home=home)["head"]).split()
    misheard = " ".join(["zebra" if first == "acorn" else "acorn", *others])

    said = kashf("verify", case, "--head", misheard, home=home, expect=4).stderr
    assert 0 < said.index("misheard") < said.index("Do not work on this case")


def test_an_installation_that_nobody_let_in_is_asked_about_and_loses_nobody_a_case(case: Path, home: Path, tmp_path: Path) -> None:
    kashf("rebuild", case, home=tmp_path / "other")

    said = kashf("verify", case, home=home, expect=4).stderr
    assert "--admit KEY" in said
    assert "Do not work on this case" not in said
    assert "NOT LET IN" in kashf("devices", case, home=home, expect=1).stdout


def test_an_entry_of_a_later_kashf_is_passed_over_and_counted(case: Path, home: Path) -> None:
    with sqlite3.connect(case / "case.db") as records:
        chain, seq, prev = records.execute("SELECT device, seq, id FROM ledger ORDER BY seq DESC LIMIT 1").fetchone()
        later = Entry(chain, seq + 1, prev, dt.datetime(2031, 1, 1, tzinfo=dt.UTC), "amal", "claim", {"text": "x"})
        records.execute("INSERT INTO ledger (device, seq, id, prev, time, actor, kind, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row(later))
        signer = installation_signer(home / "kashf" / "keys")
        records.execute("INSERT INTO signatures VALUES (?, ?, ?)", (later.id, signer.key, signer.sign(signed_message(later.id))))
    records.close()

    verified = kashf_json("verify", case, home=home)
    assert (True, 1, seq + 2) == (verified["ok"], verified["unknown"], verified["entries"])
    status = kashf_json("status", case, home=home)
    assert (1, verified["case"]) == (status["unknown_entries"], status["case"])
    assert "1 entry of kinds" in kashf("status", case, home=home).stdout
    kashf("process", case, home=home)
    assert kashf_json("verify", case, home=home)["ok"]


def test_custody_alone_is_exported_and_proves_itself(case: Path, home: Path, tmp_path: Path) -> None:
    kashf("find", case, "الشمالي", home=home)
    page = blob_of(case, "order.txt").name
    body = {"document": page, "page": 1, "name": "x", "seen": 0}
    with open_to_decide(case, settings=Settings(home=home / "kashf", actor="amal")) as writable, writable.store.unit() as uow:
        record(writable, uow, EntryKind.PAGE_READ, body)
        uow.commit()
    kashf("verify", case, "--export-ledger", tmp_path / "custody.jsonl", "--custody", home=home)
    verified = kashf_json("verify", case, home=home)

    alone = kashf_json("verify", tmp_path / "custody.jsonl", home=home)

    assert (True, verified["case"], [verified["chains"][0]]) == (alone["ok"], alone["case"], alone["chains"])
    assert b"page-read" not in (tmp_path / "custody.jsonl").read_bytes()
    for where in (case, tmp_path / "custody.jsonl"):
        assert alone["entries"] == kashf_json("verify", where, "--head", alone["head"], home=home)["covered"]["entries"]
    kashf("verify", tmp_path / "custody.jsonl", "--head", verified["head"], home=home, expect=4)


def test_an_exported_ledger_that_was_changed_is_not_intact(case: Path, home: Path, tmp_path: Path) -> None:
    ledger = tmp_path / "ledger.jsonl"
    kashf("verify", case, "--export-ledger", ledger, home=home)
    lines = ledger.read_bytes().splitlines(keepends=True)

    ledger.write_bytes(b"".join([lines[0].replace(b"amal", b"omar"), *lines[1:]]))
    assert {"ledger", "signature"} == {what for what, _ in faults(ledger, home)}
    ledger.write_bytes(b"".join(lines[1:]))
    assert {"ledger", "signature"} == {what for what, _ in faults(ledger, home)}
    for bad in (b"{}", b"[]", lines[0].strip().replace(b":", b": ", 1), b"\xff", lines[0].replace(b'"seq":0', b'"seq":0.5')):
        ledger.write_bytes(bad)
        kashf("verify", ledger, home=home, expect=2)
    kashf("verify", ledger, "--export-ledger", tmp_path / "again.jsonl", home=home, expect=2)
    ledger.write_bytes(b"".join(lines))
    assert "need a case" in kashf("verify", ledger, "--deep", home=home, expect=2).stderr


def test_a_case_of_a_later_format_is_refused_as_newer_and_not_as_damaged(case: Path, home: Path) -> None:
    head = case / "case.toml"
    head.write_text(head.read_text(encoding="utf-8").replace("format = 2", "format = 3"), encoding="utf-8")

    for words in (("verify", case), ("status", case), ("process", case)):
        said = kashf(*words, home=home, expect=5).stderr
        assert "This case was made by a newer kashf; please upgrade." in said
    assert "format = 3" in head.read_text(encoding="utf-8")


@pytest.mark.parametrize("words", [("--head", "ab12"), ("--head", ""), ("--custody",)])
def test_verify_says_what_it_cannot_use(case: Path, home: Path, words: tuple[str, ...]) -> None:
    kashf("verify", case, *words, home=home, expect=2)


def test_changed_bytes_are_never_read_as_the_original(case: Path, home: Path) -> None:
    flip(blob_of(case, "order.txt"))

    kashf("rebuild", case, home=home, expect=4)

    totals = kashf_json("status", case, home=home)
    assert {"altered": 1} == totals["by_reason"]
    kashf("find", case, "الشمالي", home=home, expect=1)


def test_the_same_bytes_less_deep_are_read_and_rebuilding_agrees(case: Path, tmp_path: Path, home: Path) -> None:
    deepest = tmp_path / "0.zip"
    with zipfile.ZipFile(deepest, "w") as archive:
        archive.writestr("deep.txt", "lantern in the cellar")
    nested = deepest
    for level in range(1, 11):
        outer = tmp_path / f"{level}.zip"
        with zipfile.ZipFile(outer, "w") as archive:
            archive.write(nested, nested.name)
        nested = outer
    kashf("add", case, nested, "--from", "courier", home=home, expect=3)
    kashf("find", case, "lantern", home=home, expect=1)

    kashf("add", case, tmp_path / "2.zip", "--from", "post", home=home, expect=(0, 3))

    kashf("find", case, "lantern", home=home)
    before = standing(case, home)
    kashf("rebuild", case, home=home, expect=(0, 3))
    assert before == standing(case, home)
