from __future__ import annotations

import datetime as dt
import hashlib
import io
import json
from pathlib import Path

from kashf.adapters.signing.ed25519 import Ed25519Signer, is_signed
from kashf.intake.field.framed import DATA, END, SIGNATURE, STATEMENT, frames
from kashf.intake.field.write_field import FieldDevice, FieldTally, field_stream, signed
from kashf.intake.receive import find_files
from tests.fakes import FakeClock


def test_each_file_has_its_hash_behind_it_and_all_are_in_a_signed_statement(tmp_path: Path) -> None:
    (leak := tmp_path / "leak").mkdir()
    (leak / "a.txt").write_bytes(b"order")
    (leak / "b.bin").write_bytes(b"z" * 3_000_000)
    (leak / "link").symlink_to("/etc/passwd")
    tally, signer = FieldTally(), Ed25519Signer(b"k" * 32)
    device = FieldDevice("d" * 32, signer, FakeClock(dt.datetime(2026, 4, 12, tzinfo=dt.UTC)), "kashf")
    pieces = [*field_stream(find_files([leak]), device=device, note="", tally=tally)]

    found = [*frames(io.BytesIO(b"".join(pieces)))]
    ends = [json.loads(content) for kind, content in found if kind == END]
    said = [hashlib.sha256(data).hexdigest() for data in (b"order", b"z" * 3_000_000)]
    assert [*said, None] == [each["sha256"] for each in ends]
    assert "symbolic link, not followed" == ends[-1]["reason"]
    assert (2, 1, 3_000_005) == (tally.files, tally.unreadable, tally.size_bytes)
    told = dict(found)
    statement = json.loads(told[STATEMENT])
    assert tally.root == statement["root"]
    assert is_signed(signer.key, json.loads(told[SIGNATURE])["signature"], signed(statement))
    assert max(map(len, pieces)) < 1_100_000
    assert 4 == sum(kind == DATA for kind, _ in found)
