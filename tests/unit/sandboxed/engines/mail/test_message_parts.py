from __future__ import annotations

import plistlib

import pytest

from kashf.sandboxed.engines.mail.message_parts import parse


@pytest.mark.parametrize("said", [0, 5, None, 99_999])
def test_a_message_of_apple_mail_is_read_whole_whatever_length_stands_above_it(said: int | None) -> None:
    message = "Subject: x\n\nقسورة at the end\n".encode()
    content = b"%d\n" % (len(message) if said is None else said) + message + plistlib.dumps({"flags": 1})

    assert "قسورة at the end\n" == parse(content).get_payload(decode=True).decode()  # type: ignore[union-attr]  # a message of one part
