from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from kashf.bootstrap import create_case, open_case, open_for_writing
from kashf.bootstrap.signers import own_key
from kashf.domain.ledger import EntryKind, Fault
from kashf.errors import LostKeyError
from kashf.services.ledger.custody import Verification, verify
from kashf.services.ledger.record import record
from kashf.services.ledger.signing.at_home import AtHome
from kashf.services.ledger.signing.installations import installations, let_in
from kashf.settings import Settings


def at(home: Path) -> Settings:
    return Settings(actor="amal", home=home)


@pytest.fixture
def case(tmp_path: Path) -> Path:
    create_case(tmp_path / "a.case", name="a", settings=at(tmp_path / "home"))
    write(tmp_path / "a.case", tmp_path / "home")
    return tmp_path / "a.case"


def write(case: Path, home: Path, kind: EntryKind = EntryKind.SEARCH_SAVED, count: int = 1) -> None:
    with open_for_writing(case, settings=at(home)) as opened, opened.store.unit() as uow:
        for number in range(count):
            record(opened, uow, kind, {"name": f"search {number}", "query": "convoy"})
        uow.commit()


def verified(case: Path, *, own: tuple[str, str] = ("", "")) -> Verification:
    opened = open_case(case)
    try:
        return verify(opened, home=AtHome(*own))
    finally:
        opened.close()


def change(case: Path, *statements: str) -> None:
    with closing(sqlite3.connect(case / "case.db")) as records:
        for statement in statements:
            records.execute(statement)
        records.commit()


def of_an_earlier_kashf(case: Path) -> None:
    """Take away what a kashf before keys would not have written, and chain the first entry of the case as it was."""
    from kashf.adapters.records.rows import ENTRY_COLUMNS, entry_of, entry_values

    with closing(sqlite3.connect(case / "case.db")) as records:
        entry, _ = entry_of(records.execute(f"SELECT {ENTRY_COLUMNS} FROM ledger WHERE kind = 'created'").fetchone())
        earlier = type(entry)(
            entry.chain, 0, entry.prev, entry.time, entry.actor, entry.kind, {k: v for k, v in entry.body.items() if k != "key"}
        )
        told = entry_values(earlier)
        records.execute("UPDATE ledger SET body = ?, id = ? WHERE kind = 'created'", (told["body"], told["id"]))
        records.execute("DROP TABLE signatures")
        records.commit()
    shutil.rmtree(case.parent / "home" / "heads")


def test_every_entry_is_signed_from_the_first_one_on(case: Path) -> None:
    told = verified(case)

    assert (True, told.entries, 0) == (told.ok, told.signed, told.before_keys)


def test_a_key_lies_in_a_file_that_only_its_owner_may_read(case: Path) -> None:
    keys = case.parent / "home" / "keys"

    assert [0o700, 0o600] == [path.stat().st_mode & 0o777 for path in (keys, keys / "installation.json")]


@pytest.mark.parametrize(
    ("change_to", "found"),
    [
        ("DELETE FROM signatures WHERE rowid = 2", "missing"),
        ("UPDATE signatures SET signature = substr(signature, 3) || '00' WHERE rowid = 2", "one that does not hold"),
        ("UPDATE signatures SET signature = (SELECT signature FROM signatures WHERE rowid = 1) WHERE rowid = 2", "one that does not hold"),
    ],
)
def test_a_signature_that_is_missing_or_wrong_is_a_fault(case: Path, change_to: str, found: str) -> None:
    change(case, change_to)

    assert [("signature", found)] == [(fault.what, fault.found) for fault in verified(case).faults]


def test_a_signature_under_nothing_is_a_fault(case: Path) -> None:
    change(case, f"INSERT INTO signatures VALUES ('{'ab' * 32}', '{'cd' * 32}', 'ef')")

    assert (Fault("signature", "ab" * 32, "an entry", "missing"),) == verified(case).faults


def test_a_chain_that_was_written_anew_with_its_hashes_is_found_by_its_signatures(case: Path) -> None:
    from kashf.adapters.records.rows import ENTRY_COLUMNS, entry_of, entry_values

    with closing(sqlite3.connect(case / "case.db")) as records:
        row = records.execute(f"SELECT {ENTRY_COLUMNS} FROM ledger WHERE kind = 'search-saved'").fetchone()
        entry, _ = entry_of(row)
        forged = type(entry)(entry.chain, entry.seq, entry.prev, entry.time, "somebody else", entry.kind, entry.body)
        records.execute("UPDATE ledger SET actor = ?, id = ? WHERE kind = 'search-saved'", (forged.actor, entry_values(forged)["id"]))
        records.commit()

    assert {"signature"} == {fault.what for fault in verified(case).faults}


def test_an_installation_that_nobody_let_in_is_a_fault_everywhere_but_at_home(case: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    write(case, other)
    device, key = own_key(at(other))

    told, at_home = verified(case), verified(case, own=(device, key))

    assert (Fault("installation", device, "let in by one that is in the case", f"key {key}"),) == told.faults
    assert (True, 2) == (at_home.ok, at_home.signed_here)


def test_an_installation_that_one_lets_in_that_is_in_counts_with_what_it_wrote_before(case: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    write(case, other)
    device, key = own_key(at(other))
    with open_for_writing(case, settings=at(tmp_path / "home")) as opened:
        admitted = let_in(opened, key)

    told = verified(case)
    assert (True, told.entries) == (told.ok, told.signed)
    assert (device, True) == (admitted.device, admitted.is_in)


def test_an_installation_that_nobody_let_in_lets_nobody_in(case: Path, tmp_path: Path) -> None:
    """It enters the key of a third by itself, past every check."""
    strangers = (tmp_path / "other", tmp_path / "third")
    for home in strangers:
        write(case, home)
    device, key = own_key(at(strangers[1]))
    with open_for_writing(case, settings=at(strangers[0])) as opened, opened.store.unit() as uow:
        record(opened, uow, EntryKind.DEVICE_KEY, {"device": device, "key": key, "before": []})
        uow.commit()

    assert ["installation", "installation"] == [fault.what for fault in verified(case).faults]


def test_a_case_before_keys_is_intact_and_says_how_much_nobody_signed(case: Path) -> None:
    change(case, "DELETE FROM ledger WHERE kind <> 'created'")
    of_an_earlier_kashf(case)

    told = verified(case)

    assert (True, 0, 1) == (told.ok, told.signed, told.before_keys)


def test_a_case_before_keys_is_signed_from_then_on(case: Path, tmp_path: Path) -> None:
    change(case, "DELETE FROM ledger WHERE kind <> 'created'")
    of_an_earlier_kashf(case)
    write(case, tmp_path / "home")

    told = verified(case)

    assert (True, 2, 1) == (told.ok, told.signed, told.before_keys)


def test_a_new_chain_that_passes_for_one_from_before_keys_is_a_fault(case: Path, tmp_path: Path) -> None:
    change(case, "DELETE FROM ledger WHERE kind <> 'created'")
    of_an_earlier_kashf(case)
    write(case, tmp_path / "home")
    write(case, tmp_path / "other")
    change(
        case,
        "DELETE FROM ledger WHERE kind = 'device-key' AND seq = 0",
        "DELETE FROM signatures WHERE entry NOT IN (SELECT id FROM ledger)",
    )
    device, key = own_key(at(tmp_path / "other"))
    change(case, f"DELETE FROM signatures WHERE key = '{key}'")

    assert [("signature", f"{device}/work/0", "missing")] == [(each.what, each.where, each.found) for each in verified(case).faults]


def test_what_is_no_key_of_this_installation_any_more_signs_nothing(case: Path, tmp_path: Path) -> None:
    (tmp_path / "home" / "keys" / "installation.json").unlink()

    with pytest.raises(LostKeyError, match="not the one"):
        write(case, tmp_path / "home")
    assert not (tmp_path / "home" / "keys" / "installation.json").exists()


def test_installations_are_listed_with_who_let_them_in(case: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "home", tmp_path / "other"
    write(case, second)
    with open_for_writing(case, settings=at(first)) as opened:
        let_in(opened, ":".join((at(second).device(), own_key(at(second))[1])))
        told = {each.device: each.let_in_by for each in installations(opened.reading)}

    assert {at(first).device(): at(first).device(), at(second).device(): at(first).device()} == told
