from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from kashf.asking import Asking
from kashf.bootstrap import check_can_sign, create_case, open_case, open_to_decide
from kashf.bootstrap.signers import InstallationSigners, PersonSigners
from kashf.domain.ledger import EntryKind
from kashf.errors import LostKeyError, NotAllowedError, UsageError, WrongPassphraseError
from kashf.services.ledger.custody import verify
from kashf.services.ledger.persons import introduce, persons
from kashf.services.ledger.record import record
from kashf.settings import Settings

PASSPHRASE = "seven lanterns on a northern quay"


@pytest.fixture(autouse=True)
def nobody_signed_yet(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(PersonSigners, "_open", {})
    return iter(())


def at(home: Path, name: str) -> Settings:
    return Settings(actor=name, home=home)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def case(tmp_path: Path, home: Path) -> Path:
    """A case with Layla, the owner of the installation, and Omar, who has a passphrase."""
    path = tmp_path / "a.case"
    create_case(path, name="a", settings=at(home, "Layla"))
    for name, passphrase in (("Layla", None), ("Omar", PASSPHRASE)):
        PersonSigners(at(home, name)).make(passphrase)
        with open_to_decide(path, settings=at(home, name)) as opened:
            introduce(opened, name)
    return path


def decide(case: Path, settings: Settings) -> str:
    with open_to_decide(case, settings=settings) as opened, opened.store.unit() as uow:
        record(opened, uow, EntryKind.SEARCH_SAVED, {"name": "s", "query": "convoy"})
        uow.commit()
        return opened.person


def faults(case: Path) -> list[tuple[str, str]]:
    with closing(open_case(case)) as opened:
        return [(fault.what, fault.expected) for fault in verify(opened).faults]


def test_two_persons_with_keys_sign_and_the_case_is_intact(case: Path, home: Path) -> None:
    signed = {decide(case, at(home, name)) for name in ("Layla", "Omar")}

    with closing(open_case(case)) as opened:
        assert {each.id for each in persons(opened)} == signed
    assert [] == faults(case)


def test_a_name_alone_does_not_sign_for_a_person_with_a_passphrase(case: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(PersonSigners, "_open", {})

    with pytest.raises(LostKeyError, match="Omar signs"):
        decide(case, at(home, "Omar"))
    with pytest.raises(WrongPassphraseError):
        PersonSigners(at(home, "Omar")).unlock("another one altogether")
    PersonSigners(at(home, "omar")).unlock(PASSPHRASE)
    assert decide(case, at(home, "omar"))


def test_a_name_without_a_key_signs_nothing(case: Path, home: Path) -> None:
    assert "" == decide(case, at(home, "zayd"))
    with pytest.raises(LostKeyError, match="zayd"):
        check_can_sign(at(home, "zayd"))


def test_a_person_of_an_earlier_kashf_signs_with_a_key_once_one_is_there(case: Path, home: Path) -> None:
    with open_to_decide(case, settings=at(home, "zayd")) as opened, opened.store.unit() as uow:
        record(opened, uow, EntryKind.PERSON, {"name": "Zayd"})
        uow.commit()

    assert "" == decide(case, at(home, "Zayd"))
    PersonSigners(at(home, "Zayd")).make(PASSPHRASE)
    assert decide(case, at(home, "Zayd"))
    assert [] == faults(case)


def test_one_person_alone_signs_without_a_passphrase(home: Path) -> None:
    PersonSigners(at(home, "Layla")).make(None)

    with pytest.raises(UsageError, match="another needs one"):
        PersonSigners(at(home, "Omar")).make(None)
    with pytest.raises(UsageError, match="two of one name"):
        PersonSigners(at(home, " layla")).make(PASSPHRASE)


def test_nobody_signs_as_a_person_on_an_installation_that_nobody_let_in(case: Path, home: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    (other / "keys").mkdir(parents=True)
    (home / "keys" / "persons").rename(other / "keys" / "persons")

    with pytest.raises(NotAllowedError, match="nobody let this installation in"):
        decide(case, at(other, "Layla"))


def test_nobody_becomes_a_person_on_an_installation_that_nobody_let_in(case: Path, tmp_path: Path) -> None:
    with open_to_decide(case, settings=at(tmp_path / "other", "Rana")) as opened:
        before = opened.reading.view.entries()
        with pytest.raises(NotAllowedError, match="nobody let this installation in"):
            introduce(opened, "Rana")

        assert before == opened.reading.view.entries()


def test_who_lost_their_key_is_told_and_nothing_is_written(case: Path, home: Path) -> None:
    for key in (home / "keys" / "persons").iterdir():
        key.unlink()

    with pytest.raises(LostKeyError, match="Layla signs"):
        decide(case, at(home, "Layla"))
    assert [] == faults(case)


@pytest.mark.parametrize("part", ["person", "key"])
def test_what_somebody_is_said_to_have_written_and_did_not_sign_is_a_fault(case: Path, home: Path, part: str) -> None:
    decide(case, at(home, "Layla"))
    with closing(sqlite3.connect(case / "case.db")) as records:
        kind = "search-saved" if part == "person" else "person"
        (entry,) = records.execute("SELECT id FROM ledger WHERE kind = ? ORDER BY seq LIMIT 1", (kind,)).fetchone()
        (device,) = records.execute("SELECT key FROM signatures JOIN ledger ON entry = id WHERE kind = 'created'").fetchone()
        records.execute("DELETE FROM signatures WHERE entry = ? AND key <> ?", (entry, device))
        records.commit()

    assert [
        ("signature", "one of Layla, who is said to have written it" if part == "person" else "one with the key that it names")
    ] == faults(case)


def test_where_nobody_can_be_asked_a_key_under_a_passphrase_signs_nothing(case: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(InstallationSigners, "_open", {})
    monkeypatch.setattr(Asking, "installation", None)
    InstallationSigners(at(home, "Layla")).wrap(lambda: PASSPHRASE)

    with pytest.raises(LostKeyError, match="nobody to ask"):
        decide(case, at(home, "Layla"))
    assert InstallationSigners(at(home, "Layla")).stored() is not None
    assert [] == faults(case)
    monkeypatch.setattr(Asking, "installation", lambda file: PASSPHRASE)
    assert decide(case, at(home, "Layla"))
