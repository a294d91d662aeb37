"""What bytes hold is found in each encoding in which a file may have it."""

import base64
import random
import zlib
from collections.abc import Callable

import pytest

from kashf.publish.protected.protected_strings import ProtectedStrings
from kashf.publish.protected.raw_bytes import bytes_hold, texts_in

ARABIC = "يوسف الدروازي"
LATIN = "Yusuf al-Darwazi"
PROTECTED = ProtectedStrings.of([LATIN, "0944123456"])
NOISE = zlib.compress(bytes(range(256)) * 40)


@pytest.mark.parametrize("name", [ARABIC, LATIN])
@pytest.mark.parametrize("codec", ["utf-8", "utf-16-le", "utf-16-be", "cp1256"])
@pytest.mark.parametrize(
    "wrapped",
    [
        lambda data: NOISE + data + NOISE,
        lambda data: b"\x01" + data,
        lambda data: b"/Title <" + data.hex().encode() + b">",
        lambda data: b"/Title <" + data.hex(" ", 4).upper().encode() + b">",
        lambda data: base64.b64encode(b"x" + data + b"yz"),
        lambda data: base64.encodebytes(b"x" * 70 + data),
        lambda data: b"(" + b"".join(b"\\%03o" % byte for byte in data) + b") Tj",
        lambda data: b"".join(b"%%%02X" % byte for byte in data),
    ],
    ids=["noise", "odd", "hex", "HEX", "base64", "mail", "octal", "percent"],
)
def test_a_name_is_found_in_every_encoding(name: str, codec: str, wrapped: Callable[[bytes], bytes]) -> None:
    assert {1} == {number for number, _ in bytes_hold(PROTECTED, wrapped(name.encode(codec)))}


def test_a_number_in_arabic_digits_is_found_in_bytes() -> None:
    assert ((2, "utf-8"),) == bytes_hold(PROTECTED, "٠٩٤٤-١٢٣-٤٥٦".encode())


def test_noise_holds_nothing() -> None:
    noise = random.Random(7).randbytes(400_000)

    assert () == bytes_hold(ProtectedStrings.of([LATIN, "Omar", "شمالي", "0944123456", "Ali"]), noise)


def test_long_runs_of_letters_and_of_open_brackets_are_read_once() -> None:
    hostile = b"a" * 300_000 + b" (" + rb"\(" * 100_000 + b" " + b"%41" * 3 + b"hidden name"

    assert any("hidden name" in text for _, text in texts_in(hostile))
