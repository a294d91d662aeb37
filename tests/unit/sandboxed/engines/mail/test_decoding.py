from __future__ import annotations

import pytest

from kashf.sandboxed.engines.charset import decode
from kashf.sandboxed.engines.mail.decoding import Decoder
from tests.documents import ARABIC, ENGLISH


@pytest.mark.parametrize("stated", ["utf-7", "unicode-1-1-utf-7", "x-unicode-2-0-utf-7", "", "us-ascii", "utf-8"])
def test_utf_7_is_read_whatever_is_stated(stated: str) -> None:
    assert ARABIC == Decoder(decode).text(ARABIC.encode("utf-7"), stated)


@pytest.mark.parametrize("text", [ENGLISH, "Call +963 11 222 and 1+1=2", "name+tag@lantern.example +Abcd+Efgh- x", "a+AAAA-b"])
@pytest.mark.parametrize("stated", ["", "utf-8", "us-ascii"])
def test_plus_signs_alone_are_no_utf_7(text: str, stated: str) -> None:
    assert text == Decoder(decode).text(text.encode(), stated)
