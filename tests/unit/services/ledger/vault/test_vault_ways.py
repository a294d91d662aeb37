from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kashf.adapters.vault import note_box
from kashf.bootstrap import create_case, open_for_writing, open_to_decide
from kashf.domain.entries.delivery import commitment
from kashf.domain.ids import canonical_json
from kashf.domain.ledger import EntryKind
from kashf.errors import NotAllowedError, UsageError
from kashf.services.case.open import WritableCase
from kashf.services.ledger.code_names import add_source, show_source
from kashf.services.ledger.custody import verify
from kashf.services.ledger.record import record
from kashf.services.ledger.vault.vault_ways import move_plain_notes, remove_vault_passphrase, set_vault_passphrase, vault_state
from kashf.settings import Settings

PHRASE = "four words of chance"


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(note_box, "_COSTS", (1, 64, 1))


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(actor="amal", home=tmp_path / "home")


@pytest.fixture
def case(tmp_path: Path, settings: Settings) -> Iterator[WritableCase]:
    create_case(tmp_path / "a.case", name="a", settings=settings)
    with open_for_writing(tmp_path / "a.case", settings=settings) as opened:
        yield opened


def test_a_passphrase_may_be_set_before_there_is_a_note_and_the_ledger_counts_them(case: WritableCase) -> None:
    set_vault_passphrase(case, "owner", PHRASE)
    set_vault_passphrase(case, "editor", PHRASE + "!")
    remove_vault_passphrase(case, "owner")

    assert [None, 1, 2, 1] == [entry.body.get("ways") for entry, _ in case.reading.view.entries(kinds=(EntryKind.VAULT,))]
    assert (("editor",), False, 0) == ((state := vault_state(case.reading)).ways, state.lies_open, state.notes)


@pytest.mark.parametrize("name", ["", "x" * 61, "a\nb"])
def test_a_passphrase_needs_a_name(case: WritableCase, name: str) -> None:
    with pytest.raises(UsageError):
        set_vault_passphrase(case, name, PHRASE)


def test_only_the_installation_that_has_the_key_sets_the_first_passphrase(case: WritableCase, tmp_path: Path) -> None:
    add_source(case, "kestrel-2", sealed="Umm Salim")
    elsewhere = Settings(actor="b", home=tmp_path / "other")

    with open_to_decide(case.reading.path, settings=elsewhere) as other, pytest.raises(NotAllowedError):
        set_vault_passphrase(other, "owner", PHRASE)


def test_notes_of_an_earlier_kashf_move_into_the_vault_once(case: WritableCase) -> None:
    plain, strange = case.reading.path / "sealed", b"s" * 32
    plain.mkdir()
    names = {}
    for key, content in (("about", {"about": "Umm Salim"}), ("password", {"password": "Orchard"}), ("stranger", {"about": "x"})):
        names[key] = commitment(strange, content)
        (plain / f"{names[key]}.json").write_bytes(canonical_json({"content": content, "salt": strange.hex()}))
    with case.store.unit() as uow:
        record(case, uow, EntryKind.SOURCE, {"source": "a" * 32, "code_name": "kestrel-2", "sealed": names["about"]})
        record(case, uow, EntryKind.OPENED, {"documents": [], "sealed": names["password"]})
        uow.commit()

    moved, again = move_plain_notes(case), move_plain_notes(case)
    assert ((1, 1, 1), (0, 0, 1)) == ((moved.notes, moved.passwords, moved.strangers), (again.notes, again.passwords, again.strangers))
    assert ({"about": "Umm Salim"},) == show_source(case.reading, "kestrel-2").notes
    assert () == verify(case.reading).faults
    box = plain / f"{names['about']}.box"
    box.write_bytes(box.read_bytes() + b"x")
    assert ["sealed note"] == [fault.what for fault in verify(case.reading).faults]
