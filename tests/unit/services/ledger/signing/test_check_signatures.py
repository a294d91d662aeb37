from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from kashf.bootstrap import create_case, open_case, open_for_writing, open_to_start_again
from kashf.bootstrap.signers import make_signer, own_key
from kashf.domain.entries.device_keys import key_body
from kashf.domain.entries.heads import chain_states
from kashf.domain.ids import Json
from kashf.domain.ledger import EntryKind, Fault
from kashf.errors import LostKeyError, UsageError
from kashf.services.ledger.custody import Verification, verify
from kashf.services.ledger.record import record
from kashf.services.ledger.signing.at_home import AtHome
from kashf.services.ledger.signing.installations import installations, let_in, start_again
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


def start_again_at(case: Path, home: Path, why: str = "the laptop was taken") -> None:
    with open_to_start_again(case, settings=at(home)) as opened:
        start_again(opened, why)


def test_a_restart_is_told_with_what_rests_on_it_and_from_where_on(case: Path, tmp_path: Path) -> None:
    before = verified(case)
    other = tmp_path / "other"
    start_again_at(case, other)
    write(case, other, count=3)

    told = verified(case)

    (restart,) = told.restarts
    device, key = own_key(at(other))
    assert (True, before.signed, ()) == (told.ok, told.signed, before.restarts)
    assert (device, key, "the laptop was taken", 5, False) == (restart.device, restart.key, restart.why, restart.entries, restart.let_in)
    assert ((f"{device}/0", f"{device}/work/0"), f"{device}/1") == (restart.since, restart.where)


def test_an_installation_that_lost_its_key_goes_on_with_another_from_there_on(case: Path, tmp_path: Path) -> None:
    before, home = verified(case), tmp_path / "home"
    (home / "keys" / "installation.json").unlink()
    with pytest.raises(LostKeyError):
        write(case, home)
    start_again_at(case, home)
    write(case, home)

    told = verified(case)
    assert (True, before.signed, [3]) == (told.ok, told.signed, [each.entries for each in told.restarts])
    assert verified(case, own=own_key(at(home))) == told


def test_an_installation_that_lost_its_key_is_let_in_again_by_another_that_is_in(case: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "home", tmp_path / "second"
    write(case, second)
    with open_for_writing(case, settings=at(first)) as opened:
        let_in(opened, own_key(at(second))[1])
    (first / "keys" / "installation.json").unlink()
    make_signer(at(first))
    with open_for_writing(case, settings=at(second)) as opened:
        let_in(opened, ":".join(own_key(at(first))))
    write(case, first)

    told = verified(case)
    assert (True, told.entries, ()) == (told.ok, told.signed, told.restarts)


def test_whoever_is_in_takes_a_restart_for_a_fault_until_they_let_it_in_and_it_is_told_for_good(case: Path, tmp_path: Path) -> None:
    home, other = tmp_path / "home", tmp_path / "other"
    start_again_at(case, other)
    assert ["restart"] == [fault.what for fault in verified(case, own=own_key(at(home))).faults]
    with open_for_writing(case, settings=at(home)) as opened:
        let_in(opened, own_key(at(other))[1])

    told = verified(case, own=own_key(at(home)))
    assert (True, told.entries, [(True, 0)]) == (told.ok, told.signed, [(each.let_in, each.entries) for each in told.restarts])


def test_whom_a_restarted_installation_lets_in_rests_on_the_restart_too(case: Path, tmp_path: Path) -> None:
    other, third = tmp_path / "other", tmp_path / "third"
    start_again_at(case, other)
    write(case, third)
    with open_for_writing(case, settings=at(other)) as opened:
        let_in(opened, own_key(at(third))[1])
        told = {each.device: (each.let_in_by, each.after_restart) for each in installations(opened.reading)}

    (restart,) = verified(case).restarts
    assert 5 == restart.entries
    itself = at(other).device()
    assert [(itself, True), (itself, True)] == [told[itself], told[at(third).device()]]


def test_nobody_starts_again_what_they_write_in_as_it_is_or_without_a_reason(case: Path, tmp_path: Path) -> None:
    before = verified(case)
    with pytest.raises(UsageError, match="as it is"):
        start_again_at(case, tmp_path / "home")
    for why in ("", " \n", "x" * 2001):
        with pytest.raises(UsageError):
            start_again_at(case, tmp_path / "other", why)

    assert before.head == verified(case).head


@pytest.mark.parametrize("told", [None, False, "", [], {"why": "x"}, 7])
def test_a_restart_is_one_whatever_stands_there_as_its_reason(case: Path, tmp_path: Path, told: Json) -> None:
    other = tmp_path / "other"
    write(case, other)
    device, key = own_key(at(other))
    with open_for_writing(case, settings=at(other)) as opened, opened.store.unit() as uow:
        record(opened, uow, EntryKind.DEVICE_KEY, {"device": device, "key": key, "before": [], "restart": told})
        uow.commit()

    assert [("", 3)] == [(each.why, each.entries) for each in verified(case).restarts]


def test_a_restart_in_the_name_of_another_or_with_a_key_that_did_not_sign_it_lets_nobody_in(case: Path, tmp_path: Path) -> None:
    other, third = tmp_path / "other", tmp_path / "third"
    for home in (other, third):
        write(case, home)
    victim, stranger = own_key(at(tmp_path / "home")), own_key(at(third))
    with open_for_writing(case, settings=at(other)) as opened, opened.store.unit() as uow:
        for device, key in ((victim[0], own_key(at(other))[1]), stranger, (at(other).device(), stranger[1])):
            record(opened, uow, EntryKind.DEVICE_KEY, {"device": device, "key": key, "before": [], "restart": "x"})
        uow.commit()

    told = verified(case)
    assert ["installation", "installation"] == [fault.what for fault in told.faults]
    assert [0, 0, 0] == [each.entries for each in told.restarts]


def test_what_nobody_signed_is_not_made_good_by_a_restart_that_says_how_far_chains_were(case: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    write(case, other, count=2)
    device, key = own_key(at(other))
    with open_for_writing(case, settings=at(other)) as opened, opened.store.unit() as uow:
        states = chain_states((entry, entry.id) for entry, _ in opened.reading.view.entries())
        body = key_body(device, key, states) | {"restart": "x"}
        record(opened, uow, EntryKind.DEVICE_KEY, body)
        uow.commit()
    change(case, "DELETE FROM signatures WHERE entry IN (SELECT id FROM ledger WHERE kind = 'search-saved')")

    assert ["signature"] * 3 == [fault.what for fault in verified(case).faults]
