from __future__ import annotations

import base64
import hashlib
import io
import zipfile
import zlib
from pathlib import Path

import pytest
from cryptography.hazmat.decrepit.ciphers.algorithms import Blowfish
from cryptography.hazmat.decrepit.ciphers.modes import CFB
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from kashf.domain.document import Reason, Status
from kashf.ports.engines import Limits
from kashf.sandboxed import worker
from kashf.sandboxed.read import FileReading, read_file
from tests.documents import ENGLISH, source_of
from tests.office_files import opendocument, packed

PASSWORD = "أمل open"
SALT, SPACES = b"s" * 16, 'xmlns:manifest="urn:m" xmlns:loext="urn:l"'
XMLENC = "http://www.w3.org/2001/04/xmlenc#"


def written(content: bytes) -> str:
    """Return bytes as a list of parts has them."""
    return base64.b64encode(content).decode()


def entry(name: str, *, cipher: str, vector: bytes, start: str, derivation: str, checksum: bytes = b"") -> str:
    """Return what the list says of an encrypted part."""
    said = f'manifest:checksum="{written(checksum)}"' if checksum else ""
    return (
        f'<manifest:file-entry manifest:full-path="{name}"><manifest:encryption-data {said}>'
        f'<manifest:algorithm manifest:algorithm-name="{cipher}" manifest:initialisation-vector="{written(vector)}"/>'
        f'<manifest:start-key-generation manifest:start-key-generation-name="{start}"/>'
        f'<manifest:key-derivation {derivation} manifest:salt="{written(SALT)}"/>'
        "</manifest:encryption-data></manifest:file-entry>"
    )


def deflated(content: bytes) -> bytes:
    """Return bytes as a zip packs them."""
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(content) + packer.flush()


def old_way(name: str, content: bytes, rounds: int = 1024) -> tuple[bytes, str]:
    """Return a part as OpenOffice encrypted it, and what the list says of it."""
    plain, vector = deflated(content), b"v" * 8
    key = hashlib.pbkdf2_hmac("sha1", hashlib.sha1(PASSWORD.encode(), usedforsecurity=False).digest(), SALT, min(rounds, 1024), 16)
    checksum = hashlib.sha1(plain[:1024], usedforsecurity=False).digest()
    costs = f'manifest:key-derivation-name="PBKDF2" manifest:iteration-count="{rounds}"'
    said = entry(name, cipher="Blowfish CFB", vector=vector, start="SHA1", derivation=costs, checksum=checksum)
    return Cipher(Blowfish(key), CFB(vector)).encryptor().update(plain), said


def usual_way(name: str, content: bytes) -> tuple[bytes, str]:
    """Return a part as LibreOffice encrypts it since 2012."""
    plain, vector = deflated(content), b"v" * 16
    key = hashlib.pbkdf2_hmac("sha1", hashlib.sha256(PASSWORD.encode()).digest(), SALT, 2000, 32)
    checksum = hashlib.sha256(plain[:1024]).digest()
    padding = 16 - len(plain) % 16
    costs = 'manifest:key-derivation-name="PBKDF2" manifest:iteration-count="2000" manifest:key-size="32"'
    start = "http://www.w3.org/2000/09/xmldsig#sha256"
    said = entry(name, cipher=f"{XMLENC}aes256-cbc", vector=vector, start=start, derivation=costs, checksum=checksum)
    return Cipher(AES(key), CBC(vector)).encryptor().update(plain + bytes([padding]) * padding), said


def whole_way(name: str, content: bytes) -> tuple[bytes, str]:
    """Return a package in a part as LibreOffice encrypts it since 2024, at a small cost."""
    vector = b"v" * 12
    start = hashlib.sha256(PASSWORD.encode()).digest()
    key = Argon2id(salt=SALT, length=32, iterations=1, lanes=1, memory_cost=64).derive(start)
    costs = (
        'manifest:key-derivation-name="urn:x:argon2id" manifest:key-size="32" loext:argon2-iterations="1" '
        'loext:argon2-memory="64" loext:argon2-lanes="1"'
    )
    said = entry(name, cipher=f"{XMLENC}aes256-gcm", vector=vector, start="x#sha256", derivation=costs)
    return vector + AESGCM(key).encrypt(vector, deflated(content), None), said


def parts_of(content: bytes) -> dict[str, bytes]:
    """Return the parts of a package."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def document(way: str) -> bytes:
    """Return a document with a password."""
    plain = opendocument(f"<office:text><text:p>{ENGLISH}</text:p></office:text>")
    parts: dict[str, str | bytes] = {"mimetype": "application/vnd.oasis.opendocument.text"}
    if way == "whole":
        parts["encrypted-package"], said = whole_way("encrypted-package", plain)
    else:
        encrypt = old_way if way == "old" else usual_way
        made = {name: encrypt(name, content) for name, content in parts_of(plain).items() if name != "mimetype"}
        parts |= {name: content for name, (content, _) in made.items()}
        said = "".join(told for _, told in made.values())
    return packed(parts | {"META-INF/manifest.xml": f"<manifest:manifest {SPACES}>{said}</manifest:manifest>"})


def reading(folder: Path, content: bytes, *passwords: str) -> FileReading:
    """Return how a file is read with some passwords."""
    source = source_of(folder, content, name="letter.odt")
    return read_file(source, engines=worker._engines(), limits=Limits(), sink=lambda _: None, passwords=passwords)


@pytest.mark.parametrize("way", ["old", "usual", "whole"])
def test_a_document_opens_with_its_password_among_others(tmp_path: Path, way: str) -> None:
    found = reading(tmp_path, document(way), "wrong", PASSWORD)

    assert (Status.DONE, ENGLISH, (1,)) == (found.extract.status, found.extract.pages[0].text, found.opened)


@pytest.mark.parametrize("way", ["old", "usual", "whole"])
def test_a_document_whose_password_is_not_listed_says_so(tmp_path: Path, way: str) -> None:
    found = reading(tmp_path, document(way), "wrong")

    assert (Status.FAILED, Reason.ENCRYPTED, ()) == (found.extract.status, found.extract.reason, found.opened)


def test_a_document_that_asks_for_more_rounds_than_programs_do_is_not_tried(tmp_path: Path) -> None:
    content, said = old_way("content.xml", b"<x/>", rounds=900_000_000)
    manifest = f"<manifest:manifest {SPACES}>{said}</manifest:manifest>"
    made = packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content, "META-INF/manifest.xml": manifest})

    found = reading(tmp_path, made, PASSWORD)

    assert (Reason.ENCRYPTED, 0) == (found.extract.reason, found.tried)
