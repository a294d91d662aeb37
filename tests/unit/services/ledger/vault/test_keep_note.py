from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from kashf.adapters.vault import note_box
from kashf.bootstrap import create_case, open_for_writing
from kashf.domain.ledger import EntryKind
from kashf.errors import DamagedVaultError
from kashf.services.case.open import WritableCase
from kashf.services.ledger.custody import verify
from kashf.services.ledger.vault.keep_note import keep_note
from kashf.settings import Settings


@pytest.fixture
def case(tmp_path: Path) -> Iterator[WritableCase]:
    settings = Settings(actor="amal", home=tmp_path / "home")
    create_case(tmp_path / "a.case", name="a", settings=settings)
    with open_for_writing(tmp_path / "a.case", settings=settings) as opened:
        yield opened


def keep(case: WritableCase, text: str) -> None:
    with case.store.unit() as uow:
        keep_note(case, uow, {"note": text})
        uow.commit()


def test_the_first_note_makes_the_vault_and_the_ledger_names_its_key(case: WritableCase) -> None:
    assert "" == case.reading.sealed.keys.public
    keep(case, "one")
    keep(case, "two")

    told = [entry.body for entry, _ in case.reading.view.entries(kinds=(EntryKind.VAULT,))]
    assert [{"public": case.reading.sealed.keys.public}] == told


def test_nothing_is_written_to_a_key_that_somebody_put_in_its_place(case: WritableCase) -> None:
    keep(case, "one")
    file = case.reading.path / "vault.json"
    file.write_text(json.dumps({**json.loads(file.read_bytes()), "public": note_box.new_key()[1].hex()}))

    with pytest.raises(DamagedVaultError):
        keep(case, "two")
    assert ["vault"] == [fault.what for fault in verify(case.reading).faults]
    file.unlink()
    with pytest.raises(DamagedVaultError):
        keep(case, "two")
    assert ["missing"] == [fault.found for fault in verify(case.reading).faults]
