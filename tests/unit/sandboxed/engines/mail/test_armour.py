from __future__ import annotations

from pathlib import Path

import pytest

from kashf.domain.document import Reason, Status
from kashf.ports.engines import EngineError, Limits
from kashf.sandboxed.engines.attachments.mime import SignedUnpacker
from kashf.sandboxed.engines.charset import decode
from kashf.sandboxed.engines.libmagic import LibmagicIdentifier
from kashf.sandboxed.engines.mail.armour import ArmourReader, SealReader
from tests.documents import source_of
from tests.sealed import ENVELOPED, INNER, SIGNED

ARMOURED = b"-----BEGIN PGP MESSAGE-----\nComment: for R.\n\njA0ECQMCBBw4QuaXthr/0kgB\n=kwIS\n-----END PGP MESSAGE-----\n"


def test_an_encrypted_file_in_armour_is_partial_and_shows_what_stands_around_it(tmp_path: Path) -> None:
    extract = ArmourReader(decode).read(source_of(tmp_path, ARMOURED), limits=Limits())

    assert (Status.PARTIAL, Reason.ENCRYPTED) == (extract.status, extract.reason)
    assert ("Comment: for R." in extract.pages[0].text, "jA0" in extract.pages[0].text) == (True, False)


def test_an_encrypted_file_without_armour_is_told_as_encrypted(tmp_path: Path) -> None:
    with pytest.raises(EngineError) as fault:
        ArmourReader(decode).read(source_of(tmp_path, b"\x85\x01\x0c"), limits=Limits())

    assert Reason.ENCRYPTED is fault.value.reason


def test_a_file_that_is_a_signed_message_gives_it_out(tmp_path: Path) -> None:
    source = source_of(tmp_path, SIGNED)

    assert "application/pkcs7-mime" == LibmagicIdentifier().identify(source)
    assert "S/MIME" == SealReader().read(source, limits=Limits()).metadata["signature"]
    assert [INNER] == [b"".join(member.chunks or ()) for member in SignedUnpacker().members(source, limits=Limits())]


def test_a_file_that_is_an_encrypted_message_is_told_as_encrypted(tmp_path: Path) -> None:
    source = source_of(tmp_path, ENVELOPED)

    assert "application/pkcs7-mime" == LibmagicIdentifier().identify(source)
    assert [] == list(SignedUnpacker().members(source, limits=Limits()))
    with pytest.raises(EngineError) as fault:
        SealReader().read(source, limits=Limits())
    assert Reason.ENCRYPTED is fault.value.reason
